extension Route {
    /// The page on which a source is shown; nil for a source that has none of its own, such as `people.yml`.
    ///
    /// - Parameters:
    ///   - path: From the root of the source folder.
    ///   - isOnePage: Whether all chapters of a strategy stand on its page.
    package init?(source path: String, isOnePage: (_ strategy: String) -> Bool) {
        switch path {
        case SourcePath.glossary: self = .glossary
        case SourcePath.accessibility: self = .accessibility
        default:
            guard path.hasSuffix(SourcePath.textEnding) else { return nil }
            let parts = path.dropLast(SourcePath.textEnding.count).split(separator: "/").map(String.init)
            switch parts.first.map({ $0 + "/" }) {
            case SourcePath.committees where parts.count > 2: self.init(committee: parts[1], Array(parts[2...]))
            case SourcePath.strategies where parts.count > 2: self.init(strategy: parts[1], parts[2...].joined(separator: "/"), isOnePage: isOnePage(parts[1]))
            case SourcePath.pages where parts.count > 1: self = Route.freePage(parts[1...].joined(separator: "/"))
            default: return nil
            }
        }
    }

    private init(committee: String, _ names: [String]) {
        guard names.count > 1 else { self = .committee(committee); return }
        let meeting = MeetingID(committee: committee, slug: names[0])
        let name = names[1...].joined(separator: "/")
        switch name + SourcePath.textEnding {
        case SourcePath.agendaName: self = .meeting(meeting)
        case SourcePath.minutesName, SourcePath.draftMinutesName: self = .minutes(meeting)
        case _ where names.count == 2 && name.hasPrefix(SourcePath.supplementPrefix): self = .meeting(meeting)
        default: self = .paper(meeting, name)
        }
    }

    private init(strategy: String, _ name: String, isOnePage: Bool) {
        self = isOnePage || name + SourcePath.textEnding == SourcePath.strategyName ? .strategy(strategy) : .chapter(strategy: strategy, name)
    }

    /// The page of a source in the folder of pages. One of them has a page even where there is no source.
    package static func freePage(_ slug: String) -> Route { slug == RouteNames.accessibility ? .accessibility : .page(slug) }

    /// The sources without which there is no such page, from the root of the source folder; empty where many give it, or none.
    package var sources: [String] {
        switch self {
        case .committee(let slug): [SourcePath.committee(slug)]
        case .meeting(let meeting), .pack(let meeting): [SourcePath.meeting(meeting) + SourcePath.agendaName]
        case .minutes(let meeting): [SourcePath.meeting(meeting) + SourcePath.minutesName]
        case .paper(let meeting, let slug): [SourcePath.meeting(meeting) + slug + SourcePath.textEnding]
        case .strategy(let slug), .wholeStrategy(let slug): [SourcePath.strategy(slug) + SourcePath.strategyName]
        case .chapter(let strategy, let slug): [SourcePath.strategy(strategy) + slug + SourcePath.textEnding]
        case .page(let slug): [SourcePath.page(slug)]
        case .file(let path): [path, SourcePath.pages + path]
        default: []
        }
    }

    /// The path in the site of a source file that is published as it is: free-standing pages stand at the root of the site, and so does
    /// what lies with them.
    package static func published(_ source: String) -> String {
        source.hasPrefix(SourcePath.pages) ? String(source.dropFirst(SourcePath.pages.count)) : source
    }
}
