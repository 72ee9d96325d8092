extension Route {
    /// What it is, in words. Overviews and registers have it as their title.
    package var kind: String {
        switch self {
        case .home: "Home"
        case .committees: "Committees"
        case .committee: "Committee"
        case .meetings, .meetingYear: "Meetings"
        case .meeting: "Meeting"
        case .minutes: "Minutes"
        case .pack: "Pack"
        case .paper: "Paper"
        case .strategies: "Strategies and plans"
        case .strategy, .wholeStrategy: "Strategy"
        case .chapter: "Chapter"
        case .page: "Page"
        case .glossary: "Glossary"
        case .term: "Term"
        case .otherFormats: "Other formats and languages"
        case .decisions: "Decisions"
        case .actions: "Actions"
        case .people: "People"
        case .person: "Person"
        case .organisations: "Organisations"
        case .organisation: "Organisation"
        case .declarations: "Declarations of interest"
        case .papers: "Papers"
        case .index: "A to Z"
        case .changes: "What changed"
        case .search: "Search"
        case .accessibility: "Accessibility statement"
        case .notFound: "Page not found"
        default: kindOfFile
        }
    }

    private var kindOfFile: String {
        switch self {
        case .data, .oparl, .meetingList: "Data"
        case .table, .attendance, .paperKinds, .awaitedPapers, .documentTable: "Table"
        case .feed: "Feed"
        case .calendar, .event: "Calendar"
        case .archive: "Archive"
        case .packPDF, .strategyPDF: "PDF"
        case .sitemap, .robots: "File for search engines"
        case .redirectRules, .redirectLocations: "File for servers"
        case .searchFile: "Search index"
        case .styleSheet: "Style sheet"
        default: "File"
        }
    }

    /// The register that this is a part of: a year, a letter. Where a part has nothing left to list, the register has its place.
    package var register: Route? {
        switch self {
        case .meetingYear: .meetings
        case .decisions(_?): .decisions()
        case .papers(_?): .papers()
        case .index(_?): .index()
        case .changes(_?): .changes()
        default: nil
        }
    }

    /// Whether it is a strategy, or a part of one.
    package var isOfStrategy: Bool {
        switch self {
        case .strategy, .chapter, .wholeStrategy: true
        default: false
        }
    }
}
