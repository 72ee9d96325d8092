import Model
import Templates

/// The compiled templates of the registers' pages.
struct RegisterTemplates: Sendable {
    let decisions: PageTemplate<DecisionsPage>
    let actions: PageTemplate<ActionsPage>
    let people: PageTemplate<PeoplePage>
    let person: PageTemplate<PersonPage>
    let organisations: PageTemplate<OrganisationsPage>
    let organisation: PageTemplate<OrganisationPage>
    let declarations: PageTemplate<DeclarationsPage>
    let papers: PageTemplate<PapersPage>
    let paperYear: PageTemplate<PaperYearPage>
    let index: PageTemplate<IndexPage>
    let term: PageTemplate<TermPage>

    /// Compiles every kind before it gives up on any, so that all that is wrong is said in one run.
    init?(_ library: inout TemplateLibrary) {
        let decisions = library.compile("decisions", for: DecisionsPage.self)
        let actions = library.compile("actions", for: ActionsPage.self)
        let people = library.compile("people", for: PeoplePage.self)
        let person = library.compile("person", for: PersonPage.self)
        let organisations = library.compile("organisations", for: OrganisationsPage.self)
        let organisation = library.compile("organisation", for: OrganisationPage.self)
        let declarations = library.compile("declarations", for: DeclarationsPage.self)
        let papers = library.compile("papers", for: PapersPage.self)
        let paperYear = library.compile("paper-year", for: PaperYearPage.self)
        let index = library.compile("index", for: IndexPage.self)
        let term = library.compile("term", for: TermPage.self)
        guard let decisions, let actions, let people, let person, let organisations, let organisation, let declarations, let papers,
            let paperYear, let index, let term
        else { return nil }
        self.decisions = decisions
        self.actions = actions
        self.people = people
        self.person = person
        self.organisations = organisations
        self.organisation = organisation
        self.declarations = declarations
        self.papers = papers
        self.paperYear = paperYear
        self.index = index
        self.term = term
    }

    /// For the designers' reference.
    static let kinds = [
        PageKind("decisions", page(.decisions()) + ", " + page(.decisions(), "<year>/"), DecisionsPage.self),
        PageKind("actions", page(.actions), ActionsPage.self),
        PageKind("people", page(.people), PeoplePage.self),
        PageKind("person", page(.person("<person>")), PersonPage.self),
        PageKind("organisations", page(.organisations), OrganisationsPage.self),
        PageKind("organisation", page(.organisation("<organisation>")), OrganisationPage.self),
        PageKind("declarations", page(.declarations), DeclarationsPage.self),
        PageKind("papers", page(.papers()), PapersPage.self),
        PageKind("paper-year", page(.papers(), "<year>/"), PaperYearPage.self),
        PageKind("index", page(.index()) + ", " + page(.index(letter: "<letter>")), IndexPage.self),
        PageKind("term", page(.term("<term>")), TermPage.self),
    ]

    private static func page(_ route: Route, _ part: String = "") -> String { TemplatesReadme.page(route, part) }
}
