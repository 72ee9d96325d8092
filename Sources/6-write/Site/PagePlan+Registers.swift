import Model
import Registers

extension PagePlan {
    /// The registers' pages, each with its CSV and JSON.
    mutating func planRegisters() {
        let registers = maker.registers
        planDecisions(registers)
        planActionsAndDeclarations()
        planPeople(registers)
        planPapers(registers)
        planIndex(registers)
        planGlossary()
    }

    private mutating func planGlossary() {
        guard !maker.archive.glossary.isEmpty else { return }
        addFile(.table(of: .glossary)) { $0.data.glossaryCSV(firstUses: $0.firstUses, into: &$1) }
        addFile(.data(of: .glossary)) { $0.data.glossaryJSON(firstUses: $0.firstUses, at: GlossaryAnchor.page, into: &$1) }
        for (address, entries) in maker.termPages {
            add(address) { try $0.registers.term.render($1.termPage(at: address, entries), into: &$2) }
            addFile(address.data) { $0.data.termJSON(entries, at: address, into: &$1) }
        }
    }

    private mutating func planDecisions(_ registers: Registers) {
        let page = PageMaker.decisions
        add(page) { try $0.registers.decisions.render($1.decisionsPage(), into: &$2) }
        addFile(.table(of: .decisions())) { $0.data.decisionsCSV($0.registers.decisions, into: &$1) }
        addFile(.data(of: .decisions())) { $0.data.decisionsJSON("Decisions", at: page, $0.registers.decisions, into: &$1) }
        for year in registers.decisionYears {
            let route = Route.decisions(year: year)
            let page = route.address
            add(page) { try $0.registers.decisions.render($1.decisionYearPage(year), into: &$2) }
            addFile(.table(of: route)) { $0.data.decisionsCSV($0.registers.decisions(in: year), into: &$1) }
            addFile(.data(of: route)) { $0.data.decisionsJSON("Decisions in \(year)", at: page, $0.registers.decisions(in: year), into: &$1) }
        }
    }

    private mutating func planActionsAndDeclarations() {
        let actions = PageMaker.actions
        add(actions) { try $0.registers.actions.render($1.actionsPage(), into: &$2) }
        addFile(.table(of: .actions)) { $0.data.actionsCSV(into: &$1) }
        addFile(.data(of: .actions)) { $0.data.actionsJSON(at: actions, into: &$1) }
        let declarations = PageMaker.declarations
        add(declarations) { try $0.registers.declarations.render($1.declarationsPage(), into: &$2) }
        addFile(.table(of: .declarations)) { $0.data.declarationsCSV(into: &$1) }
        addFile(.data(of: .declarations)) { $0.data.declarationsJSON(at: declarations, into: &$1) }
    }

    private mutating func planPeople(_ registers: Registers) {
        let people = PageMaker.people
        add(people) { try $0.registers.people.render($1.peoplePage(), into: &$2) }
        addFile(.table(of: .people)) { $0.data.peopleCSV(into: &$1) }
        addFile(.attendance(of: .people)) { $0.data.attendanceCSV(into: &$1) }
        addFile(.data(of: .people)) { $0.data.peopleJSON(at: people, into: &$1) }
        for at in registers.people.indices {
            let person = registers.person(at)
            add(person.address, at: person.facts?.location) { try $0.registers.person.render($1.personPage(at), into: &$2) }
            addFile(.table(of: .person(person.slug))) { $0.data.personCSV(at, into: &$1) }
            if !registers.people[at].attendance.isEmpty {
                addFile(.attendance(of: .person(person.slug))) { $0.data.attendanceCSV(ofPerson: at, into: &$1) }
            }
        }
        let organisations = PageMaker.organisations
        add(organisations) { try $0.registers.organisations.render($1.organisationsPage(), into: &$2) }
        addFile(.table(of: .organisations)) { $0.data.organisationsCSV(into: &$1) }
        addFile(.data(of: .organisations)) { $0.data.organisationsJSON(at: organisations, into: &$1) }
        for (at, body) in registers.organisations.enumerated() {
            add(body.address) { try $0.registers.organisation.render($1.organisationPage($1.registers.organisations[at]), into: &$2) }
            addFile(.table(of: .organisation(body.slug))) { $0.data.organisationCSV($0.registers.organisations[at], into: &$1) }
        }
    }

    private mutating func planPapers(_ registers: Registers) {
        let page = PageMaker.papers
        add(page) { try $0.registers.papers.render($1.papersPage(), into: &$2) }
        addFile(.table(of: .papers())) { $0.data.papersCSV($0.registers.papers, into: &$1) }
        if !registers.papers.isEmpty { addFile(.paperKinds) { $0.writePaperKinds(into: &$1) } }
        addFile(.awaitedPapers) { $0.data.awaitedCSV(into: &$1) }
        addFile(.data(of: .papers())) { $0.data.papersJSON("Papers", at: page, $0.registers.papers, into: &$1) }
        for year in registers.paperYears {
            let page = Route.papers(year: year).address
            add(page) { try $0.registers.paperYear.render($1.paperYearPage(year), into: &$2) }
        }
    }

    private mutating func planIndex(_ registers: Registers) {
        let page = PageMaker.index
        add(page) { try $0.registers.index.render($1.indexPage(), into: &$2) }
        addFile(.table(of: .index())) { $0.data.indexCSV($0.registers.letters, into: &$1) }
        addFile(.data(of: .index())) { $0.data.indexJSON("A to Z", at: page, $0.registers.letters, into: &$1) }
        guard maker.splitsIndex else { return }
        for (at, letter) in registers.letters.enumerated() {
            add(maker.address(of: letter)) { try $0.registers.index.render($1.indexPage($1.registers.letters[at]), into: &$2) }
        }
    }
}
