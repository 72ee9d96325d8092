extension Route {
    /// What stands at an address, by its form alone: whether it is there, only the archive knows.
    package init?(address: Address) { self.init(path: address.path) }

    /// What stands at a path of the site, without a slash before it: a page's folder, or a file. nil for what is no such path.
    package init?(path: String) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard path.isEmpty || !parts.dropLast().contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) else { return nil }
        let folders = parts.dropLast()
        if parts.last?.isEmpty ?? true {
            self.init(folders: folders)
        } else {
            self.init(name: parts.last!, in: folders, path: path)
        }
    }

    // MARK: Pages

    private init(folders: ArraySlice<Substring>) {
        let names = folders.map(String.init)
        self = Route.register(names) ?? Route.belowCommittees(names) ?? Route.belowStrategies(names) ?? Route.dataFolder(names)
            ?? .page(names.joined(separator: "/"))
    }

    private static func register(_ names: [String]) -> Route? {
        switch names.count {
        case 0: .home
        case 1: overview(names[0])
        case 2: part(names[1], of: names[0])
        default: nil
        }
    }

    private static func overview(_ name: String) -> Route? {
        switch name {
        case RouteNames.committees: .committees
        case RouteNames.meetings: .meetings
        case RouteNames.strategies: .strategies
        case RouteNames.glossary: .glossary
        case RouteNames.otherFormats: .otherFormats
        case RouteNames.decisions: .decisions()
        case RouteNames.actions: .actions
        case RouteNames.people: .people
        case RouteNames.organisations: .organisations
        case RouteNames.declarations: .declarations
        case RouteNames.papers: .papers()
        case RouteNames.index: .index()
        case RouteNames.changes: .changes()
        case RouteNames.search: .search
        case RouteNames.accessibility: .accessibility
        default: nil
        }
    }

    private static func part(_ name: String, of register: String) -> Route? {
        switch register {
        case RouteNames.glossary: .term(name)
        case RouteNames.people: .person(name)
        case RouteNames.organisations: .organisation(name)
        case RouteNames.index: .index(letter: name)
        case RouteNames.meetings: number(name).map { .meetingYear($0) }
        case RouteNames.decisions: number(name).map { .decisions(year: $0) }
        case RouteNames.papers: number(name).map { .papers(year: $0) }
        case RouteNames.changes: number(name).map { .changes(year: $0) }
        default: nil
        }
    }

    private static func number(_ name: String) -> Int? { Int(name).flatMap { $0 > 0 && String($0) == name ? $0 : nil } }

    private static func belowCommittees(_ names: [String]) -> Route? {
        guard names.count > 1, names[0] == RouteNames.committees else { return nil }
        if names.count == 2 { return .committee(names[1]) }
        if names.count == 3, names[2] == RouteNames.meetings { return .meetingList(committee: names[1]) }
        guard Day(iso: names[2].prefix(10)) != nil else { return nil }
        let meeting = MeetingID(committee: names[1], slug: names[2])
        switch names.count {
        case 3: return .meeting(meeting)
        case 4 where names[3] == RouteNames.minutes: return .minutes(meeting)
        case 4 where names[3] == RouteNames.pack: return .pack(meeting)
        case 5... where names[3] == RouteNames.minutes: return nil
        default: return .paper(meeting, names[3...].joined(separator: "/"))
        }
    }

    private static func belowStrategies(_ names: [String]) -> Route? {
        guard names.count > 1, names[0] == RouteNames.strategies else { return nil }
        if names.count == 2 { return .strategy(names[1]) }
        if names.count == 3, names[2] == RouteNames.whole { return .wholeStrategy(names[1]) }
        return .chapter(strategy: names[1], names[2...].joined(separator: "/"))
    }

    private static func dataFolder(_ names: [String]) -> Route? {
        guard (2...4).contains(names.count), names[0] == RouteNames.data, names[1] == RouteNames.oparl else { return nil }
        switch names.dropFirst(2).first {
        case nil: return .oparl(.system)
        case RouteNames.bodies where names.count == 3: return .oparl(.bodies)
        case RouteNames.body where names.count == 3: return .oparl(.body)
        case let list?:
            guard let page = names.count == 3 ? 1 : number(names[3]) else { return nil }
            return .oparl(.list(list, page: page))
        }
    }

    // MARK: Files

    private init(name: Substring, in folders: ArraySlice<Substring>, path: String) {
        let folder = Route(folders: folders)
        let found = Route.file(String(name), ofSite: folder) ?? folder.file(named: String(name))
        // Only what says so itself: an attachment may have any name.
        self = found.flatMap { $0.file == path ? $0 : nil } ?? .file(path)
    }

    /// What stands at the root of the site, and what belongs to the search.
    private static func file(_ name: String, ofSite folder: Route) -> Route? {
        if folder == .search || folder.path(below: .search) != nil, name != pageName {
            return .searchFile((folder.path(below: .search) ?? "") + name)
        }
        guard folder == .home else { return nil }
        return switch name {
        case RouteNames.notFound: .notFound
        case RouteNames.sitemap: .sitemap
        case RouteNames.robots: .robots
        case RouteNames.redirectRules: .redirectRules
        case RouteNames.redirectLocations: .redirectLocations
        case RouteNames.styleSheet: .styleSheet
        default: nil
        }
    }

    private func path(below other: Route) -> String? {
        let (own, other) = (address.path, other.address.path)
        return own.count > other.count && own.hasPrefix(other) ? String(own.dropFirst(other.count)) : nil
    }

    /// What lies beside this page.
    private func file(named name: String) -> Route? {
        switch name {
        case Route.pageName: isPage ? self : nil
        case Route.dataName: isPage ? .data(of: self) : self
        case RouteNames.attendance: hasAttendance ? .attendance(of: self) : nil
        case RouteNames.paperKinds: self == .papers() ? .paperKinds : nil
        case RouteNames.awaitedPapers: self == .papers() ? .awaitedPapers : nil
        case RouteNames.feed: hasFeed ? .feed(of: self) : nil
        case RouteNames.calendar: hasCalendar ? .calendar(of: self) : nil
        default: fileOfMeeting(named: name) ?? table(named: name)
        }
    }

    private func fileOfMeeting(named name: String) -> Route? {
        switch self {
        case .meeting(let meeting) where name == RouteNames.event: .event(meeting)
        case .meeting(let meeting) where name == RouteNames.packPDF: .packPDF(meeting)
        case .meeting(let meeting) where name.hasSuffix(".zip"): .archive(meeting)
        case .strategy(let slug) where name == RouteNames.strategyPDF: .strategyPDF(slug)
        default: nil
        }
    }

    private func table(named name: String) -> Route? {
        guard name.hasSuffix(".csv") else { return nil }
        if hasTable, Route.table(of: self).file == address.path + name { return .table(of: self) }
        let stem = name.dropLast(4)
        guard let dash = stem.lastIndex(of: "-"), let number = Route.number(String(stem[stem.index(after: dash)...])) else { return nil }
        let before = stem[..<dash]
        if before == "table" { return .documentTable(on: self, part: nil, number: number) }
        return before.hasSuffix("-table") ? .documentTable(on: self, part: String(before.dropLast(6)), number: number) : nil
    }

    /// Whether it has a file to be shown, and not data alone.
    private var isPage: Bool {
        switch self {
        case .oparl, .meetingList: false
        default: true
        }
    }

    private var hasFeed: Bool {
        switch self {
        case .home, .decisions(nil), .committee, .strategy: true
        default: false
        }
    }

    private var hasCalendar: Bool {
        switch self {
        case .meetings, .committee: true
        default: false
        }
    }

    private var hasAttendance: Bool {
        switch self {
        case .people, .person: true
        default: false
        }
    }

    private var hasTable: Bool {
        switch self {
        case .decisions, .actions, .declarations, .people, .person, .organisations, .organisation, .papers(nil), .index(nil), .glossary, .changes(nil): true
        default: false
        }
    }
}
