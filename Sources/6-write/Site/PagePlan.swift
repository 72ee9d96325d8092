import Diagnostics
import Linking
import Platform
import Markdown
import OpenData
import Model
import Permalinks

/// Every file the site will have, before the first is written.
struct PagePlan: Sendable {
    /// A file to make: a web page, or a data file.
    struct Job: Sendable {
        let address: Address
        /// Relative to the output folder.
        let file: String
        let isListed: Bool
        /// Whether it is a web page, and no data file.
        var isPage = true
        /// Whether it only says where to go from an old address.
        var isWayOn = false
        let location: SourceLocation?
        /// The texts on it whose tables become files beside it: those that stand on this page before any other.
        var texts: @Sendable (PageMaker) -> [Document?] = { _ in [] }
        let render: @Sendable (PageTemplates, PageMaker, inout [UInt8]) throws -> Void

        /// The files that its tables become, by the path in the site.
        func tables(_ maker: PageMaker) -> [String] {
            texts(maker).flatMap { text in
                text.map { text in text.tables.compactMap { maker.linked.tableFiles.path(ofTable: $0.number, in: text) } } ?? []
            }
        }
    }

    /// A file that is copied into the site.
    struct Copy: Sendable {
        let source: String
        let path: String
        /// What is published in its place, where that is not as it lies on the disk.
        var contents: [UInt8]?

        func read(from disk: Disk) throws(DiskError) -> [UInt8] {
            if let contents { contents } else { try disk.read(source) }
        }
    }

    /// The pages of one meeting, which stand side by side in the plan.
    struct MeetingFolder: Sendable {
        let meeting: Meeting
        let jobs: Range<Int>
    }

    /// The pages of one strategy, which stand side by side in the plan.
    struct StrategyFolder: Sendable {
        let strategy: Strategy
        let jobs: Range<Int>
    }

    struct Text: Sendable {
        let path: String
        let bytes: [UInt8]
    }

    private(set) var maker: PageMaker
    /// The files of `Public/`.
    let statics: [Copy]
    private(set) var pages: [Job] = []
    private(set) var meetings: [MeetingFolder] = []
    private(set) var strategies: [StrategyFolder] = []
    private(set) var copies: [Copy] = []
    private(set) var texts: [Text] = []
    /// What is wrong with `redirects.yml`.
    var faultsOfRedirects: [Diagnostic] = []
    /// Which addresses would vanish.
    var brokenPromises: [Diagnostic] = []
    /// What is wrong with the theme.
    private(set) var faultsOfLook: [Diagnostic] = []
    /// Old addresses, those that follow from others included.
    var ways: [Redirect] = []

    /// Whether packs and strategies become PDFs.
    let isPrinted: Bool
    /// Whether the sources have errors, so that something may be missing here that is not missing there.
    let isFaulty: Bool

    init(
        _ linked: LinkedArchive, settings: SiteSettings, statics: [Copy], publication: Publication, isPrinted: Bool = false, isFaulty: Bool = false
    ) {
        (self.isPrinted, self.isFaulty) = (isPrinted, isFaulty)
        maker = PageMaker(linked, settings: settings, publication: publication)
        (self.statics, faultsOfLook) = StaticFiles.themed(statics, by: linked.archive.authority.theme)
        planOverviews(linked.archive)
        for position in linked.archive.committees.indices { planCommittee(position) }
        for position in linked.archive.strategies.indices {
            let first = pages.count
            planStrategy(position)
            strategies.append(StrategyFolder(strategy: linked.archive.strategies[position], jobs: first..<pages.count))
        }
        planPages(linked.archive)
        planRegisters()
        planOpenData()
        planFeeds()
        if !maker.changes.isEmpty { planChanges() }
        copies = self.statics + linked.attachments.map { Copy(source: $0.source, path: $0.path) }
        texts = [Sitemap.file(for: pages.filter(\.isListed).map(\.address), settings: settings), Sitemap.robots(settings: settings)]
        planPublication(statics: self.statics)
    }

    /// The same files from an archive that differs in texts alone; nil where the changes to be listed ask for other pages.
    init?(like other: PagePlan, _ maker: PageMaker) {
        guard maker.changeYears == other.maker.changeYears else { return nil }
        self = other
        self.maker = maker
    }

    /// What is wrong with the site as a whole.
    var faults: [Diagnostic] { clashes + faultsOfRedirects + brokenPromises + faultsOfLook }

    /// Files that would be written over each other.
    var clashes: [Diagnostic] {
        var seen: [String: SourceLocation?] = [:]
        var found: [Diagnostic] = []
        for (path, location) in pages.map({ ($0.file, $0.location) }) + copies.map({ ($0.path, SourceLocation($0.source)) }) + texts.map({ ($0.path, nil) })
        {
            if let first = seen[path] {
                found.append(Diagnostic(SiteProblem.twoFilesOneAddress(path), at: location ?? first ?? SourceLocation(path)))
            } else {
                seen[path] = .some(location)
            }
        }
        let paths = seen.keys.sorted()
        let taken = PagePlan.folders(of: paths).filter { seen[$0] != nil }
        if !taken.isEmpty {
            for path in paths {
                for folder in taken where path.hasPrefix(folder + "/") {
                    found.append(Diagnostic(SiteProblem.twoFilesOneAddress(folder), at: (seen[path] ?? nil) ?? SourceLocation(path)))
                }
            }
        }
        return found + clashesWithFilesBeside
    }

    /// Files whose names sources and settings decide, and not the place of a page: attachments, static files, ways on, data.
    var filesOfOthers: [(path: String, location: SourceLocation?)] {
        copies.map { ($0.path, SourceLocation($0.source)) } + pages.filter { !$0.isListed }.map { ($0.file, $0.location) }
    }

    /// All folders that files lie in, each once, those above before those below.
    private static func folders(of sorted: [String]) -> [String] {
        var found: [String] = []
        var last = ""
        for path in sorted {
            let rest = path.utf8.dropFirst(path.commonLength(with: last))
            for slash in rest.indices where rest[slash] == UInt8(ascii: "/") { found.append(String(path[..<slash])) }
            last = path
        }
        return found
    }

    /// Files that would be written over those that pages bring along. Most sites have none of such a name.
    private var clashesWithFilesBeside: [Diagnostic] {
        let suspects = filesOfOthers.filter { other in [".csv", ".zip"].contains { other.path.hasSuffix($0) } }
        if suspects.isEmpty { return [] }
        let taken = filesBeside
        return suspects.filter { taken.contains($0.path) }.map {
            Diagnostic(SiteProblem.twoFilesOneAddress($0.path), at: $0.location ?? SourceLocation($0.path))
        }
    }

    /// What pages bring along: their tables, and meetings to take along.
    var filesBeside: Set<String> {
        Set(pages.flatMap { $0.tables(maker) } + meetings.compactMap { FeedPath.archive(of: $0.meeting) })
    }

    private mutating func planOverviews(_ archive: Archive) {
        add(.home) { try $0.home.render($1.homePage(), into: &$2) }
        add(PageMaker.committees) { try $0.committees.render($1.committeesPage(), into: &$2) }
        add(PageMaker.meetings) { try $0.meetings.render($1.meetingsPage(), into: &$2) }
        for year in maker.meetingYears {
            add(Route.meetingYear(year).address) { try $0.meetingYear.render($1.meetingYearPage(year), into: &$2) }
        }
        add(PageMaker.strategies) { try $0.strategies.render($1.strategiesPage(), into: &$2) }
        add(PageMaker.search) { try $0.search.render($1.searchPage(), into: &$2) }
        if !archive.glossary.isEmpty { add(GlossaryAnchor.page) { try $0.glossary.render($1.glossaryPage(), into: &$2) } }
        if !archive.authority.otherFormats.isEmpty {
            add(PageMaker.otherFormats) { try $0.otherFormats.render($1.otherFormatsPage(), into: &$2) }
        }
        pages.append(Job(address: Route.notFound.address, file: Route.notFound.file, isListed: false, location: nil) {
            try $0.notFound.render($1.notFoundPage(), into: &$2)
        })
    }

    private mutating func planCommittee(_ position: Int) {
        let committee = maker.archive.committees[position]
        add(committee.address, at: committee.location, tablesOf: { [$0.archive.committees[position].termsOfReference?.document] }) {
            try $0.committee.render($1.committeePage($1.archive.committees[position]), into: &$2)
        }
        for meeting in committee.meetings.indices {
            let first = pages.count
            plan(committee.meetings[meeting], MeetingPosition(committee: position, meeting: meeting))
            meetings.append(MeetingFolder(meeting: committee.meetings[meeting], jobs: first..<pages.count))
        }
    }

    private mutating func plan(_ meeting: Meeting, _ held: MeetingPosition) {
        let agendas = { @Sendable (maker: PageMaker) in
            [maker.meeting(held).notice?.document] + maker.meeting(held).supplements.map { $0.notice?.document }
        }
        add(meeting.address, at: meeting.location, tablesOf: agendas) { try $0.meeting.render($1.meetingPage($1.meeting(held)), into: &$2) }
        if meeting.hasAgenda { add(meeting.packAddress) { try $0.pack.render($1.packPage($1.meeting(held)), into: &$2) } }
        if let minutes = meeting.minutes {
            add(meeting.minutesAddress, at: minutes.location, tablesOf: { [$0.meeting(held).minutes?.document] }) {
                let meeting = $1.meeting(held)
                try $0.minutes.render($1.minutesPage(meeting, meeting.minutes!), into: &$2)
            }
        }
        for (position, paper) in meeting.papers.enumerated() {
            add(paper.address(in: meeting), at: paper.location, tablesOf: { [$0.meeting(held).papers[position].text] }) {
                let meeting = $1.meeting(held)
                try $0.paper.render($1.paperPage(meeting.papers[position], of: meeting), into: &$2)
            }
        }
        addFile(FeedPath.event(of: meeting)) { $0.feeds.calendar(of: $0.meeting(held), into: &$1) }
    }

    private mutating func planStrategy(_ position: Int) {
        let strategy = maker.archive.strategies[position]
        let isOnePage = strategy.contents == .onePage
        let texts = { @Sendable (maker: PageMaker) in
            let strategy = maker.archive.strategies[position]
            return [strategy.cover] + (isOnePage ? strategy.chapters.map(\.text) : [])
        }
        add(strategy.address, at: strategy.location, tablesOf: texts) {
            try $0.strategy.render($1.strategyPage($1.archive.strategies[position]), into: &$2)
        }
        guard !isOnePage, !strategy.chapters.isEmpty else { return }
        add(strategy.wholeAddress) { try $0.wholeStrategy.render($1.wholeStrategyPage($1.archive.strategies[position]), into: &$2) }
        for (number, chapter) in strategy.chapters.enumerated() {
            add(strategy.address(of: chapter), at: chapter.location, tablesOf: { [$0.archive.strategies[position].chapters[number].text] }) {
                let strategy = $1.archive.strategies[position]
                try $0.chapter.render($1.chapterPage(strategy.chapters[number], of: strategy), into: &$2)
            }
        }
    }

    private mutating func planPages(_ archive: Archive) {
        for (position, page) in archive.pages.enumerated() {
            add(page.address, at: page.location, tablesOf: { [$0.archive.pages[position].text] }) {
                let page = $1.archive.pages[position]
                if page.address == Page.accessibility {
                    try $0.accessibility.render($1.accessibilityPage(page), into: &$2)
                } else {
                    try $0.page.render($1.freePage(page), into: &$2)
                }
            }
        }
        if !archive.pages.contains(where: { $0.address == Page.accessibility }) {
            add(Page.accessibility) { try $0.accessibility.render($1.accessibilityPage(nil), into: &$2) }
        }
    }

    mutating func plan(_ redirect: Redirect) {
        let address = Address(redirect.path.asPagePath)
        pages.append(Job(address: address, file: address.file, isListed: false, isWayOn: true, location: redirect.location) {
            try $0.redirect.render($1.redirectPage(redirect), into: &$2)
        })
    }

    mutating func add(
        _ address: Address, at location: SourceLocation? = nil, tablesOf texts: @escaping @Sendable (PageMaker) -> [Document?] = { _ in [] },
        render: @escaping @Sendable (PageTemplates, PageMaker, inout [UInt8]) throws -> Void
    ) {
        pages.append(Job(
            address: address, file: address.file, isListed: true, location: location, texts: texts, render: render))
    }

    mutating func addFile(_ route: Route, write: @escaping @Sendable (PageMaker, inout [UInt8]) throws -> Void) { addFile(route.file, write: write) }

    /// A file that is no page: data, a feed, a calendar. `path` is its path in the site.
    mutating func addFile(_ path: String, write: @escaping @Sendable (PageMaker, inout [UInt8]) throws -> Void) {
        pages.append(Job(address: Address(path), file: path, isListed: false, isPage: false, location: nil) { _, maker, out in try write(maker, &out) })
    }
}

extension String {
    /// How many bytes two texts begin with alike.
    fileprivate func commonLength(with other: String) -> Int {
        var (own, other) = (self, other)
        return own.withUTF8 { own in
            other.withUTF8 { other in
                let end = min(own.count, other.count)
                var at = 0
                while at < end, own[at] == other[at] { at += 1 }
                return at
            }
        }
    }
}
