import Linking
import Markdown
import Model
import Registers
import Search

extension Passages {
    /// What each committee is for, and who sits on it.
    var committees: [SearchDocument] {
        archive.committees.indices.map { position in
            let committee = archive.committees[position]
            let size = 64 * committee.members.count + (committee.termsOfReference?.document.text.count ?? 0)
            return document(.committee, committee.name, at: committee.address, committee: position, size: size) { [linked] in
                CommitteePassages.passages(of: linked.archive.committees[position])
            }
        }
    }

    var pages: [SearchDocument] {
        archive.pages.map { page in
            document(.page, page.title, at: page.address, size: page.text.text.count) {
                StrategyPassages.passages(of: page.text, at: "", under: [])
            }
        }
    }

    /// The notice on other formats, in each of its languages.
    var otherFormats: [SearchDocument] {
        let formats = archive.authority.otherFormats
        if formats.isEmpty { return [] }
        let size = formats.reduce(0) { $0 + $1.paragraphs.reduce(0) { $0 + $1.utf8.count } }
        return [
            document(.page, "Other formats and languages", at: OtherFormat.page, size: size) {
                formats.map { SearchPassage(anchor: $0.language, headings: [], text: PlainWords($0.paragraphs.joined(separator: " ")).bytes) }
            }
        ]
    }

    /// Everybody who has a page.
    var people: [SearchDocument] {
        registers.people.indices.map { at in
            let person = registers.person(at)
            let detail = [person.facts?.post, person.facts?.ward, registers.people[at].organisations.first].compactMap(\.self).first
            return document(.person, person.name, at: person.address, detail: detail ?? "", size: 128) { [later] in
                [SearchPassage(anchor: "", headings: [], text: PersonWords.words(of: at, in: later.value).bytes)]
            }
        }
    }

    /// One document, since it is one page.
    var glossary: [SearchDocument] {
        let entries = archive.glossary
        if entries.isEmpty { return [] }
        return [
            document(.glossary, "Glossary", at: GlossaryAnchor.page, size: entries.reduce(0) { $0 + $1.meaning.utf8.count }) {
                entries.sorted { ($0.term.lowercased(), $0.term) < ($1.term.lowercased(), $1.term) }.map { entry in
                    let words = ([entry.meaning] + (entry.also.isEmpty ? [] : ["also " + entry.also.joined(separator: ", ")])).joined(separator: " ")
                    return SearchPassage(anchor: GlossaryAnchor.make(entry.term), headings: [entry.term], text: PlainWords(words).bytes)
                }
            }
        ]
    }
}

enum CommitteePassages {
    static func passages(of committee: Committee) -> [SearchPassage] {
        let names = [committee.short].compactMap(\.self) + committee.formerNames.map(\.name)
        let members = committee.members.map { [$0.name, $0.role, $0.organisation].compactMap(\.self).joined(separator: ", ") }
        var text = PlainWords(names.joined(separator: ", "))
        if !members.isEmpty { text.append(PlainWords("Members: " + members.joined(separator: "; "))) }
        let first = text.isEmpty ? PlainWords(committee.name) : text
        let opening = SearchPassage(anchor: "", headings: [], text: first.bytes)
        guard let terms = committee.termsOfReference else { return [opening] }
        var cutter = PassageCutter(terms.document)
        cutter.addSections(of: terms, at: "terms--of-reference", under: ["Terms of reference"])
        cutter.addOtherNotes()
        return [opening] + cutter.passages
    }
}

enum PersonWords {
    /// What is known of somebody; the name alone where nothing is.
    static func words(of at: Int, in registers: Registers) -> PlainWords {
        let person = registers.person(at)
        let record = registers.people[at]
        var words = [person.facts?.post, person.facts?.ward.map { "Councillor for \($0)" }, person.facts?.party].compactMap(\.self)
        words += record.organisations
        words += record.seats.map { seat in
            let committee = registers.archive.committees[seat.committee]
            return ([committee.name] + [committee.members[seat.member].role].compactMap(\.self)).joined(separator: ", ")
        }
        if !person.aliases.isEmpty { words.append("Also written " + person.aliases.joined(separator: ", ")) }
        return PlainWords(words.isEmpty ? person.name : words.joined(separator: "; "))
    }
}
