import Diagnostics
import Linking
import Markdown
import OpenData
import Packs
import Publication

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
        let place: Place?
        /// Their tables become files beside it.
        var documents: [Document] = []
        let render: @Sendable (PageTemplates, PageMaker, inout [UInt8]) throws -> Void
    }

    /// A file published as it is.
    struct Copy: Sendable {
        let source: String
        let path: String
    }

    /// The pages of one meeting, which stand side by side in the plan.
    struct MeetingFolder: Sendable {
        let meeting: Meeting
        let jobs: Range<Int>
    }

    struct Text: Sendable {
        let path: String
        let bytes: [UInt8]
    }

    let maker: PageMaker
    /// The files of `Public/`.
    let statics: [Copy]
    private(set) var pages: [Job] = []
    private(set) var meetings: [MeetingFolder] = []
    private(set) var copies: [Copy] = []
    private(set) var texts: [Text] = []
    /// What is wrong with the ways on from old addresses, and which addresses would vanish.
    var brokenPromises: [Diagnostic] = []
    /// Old addresses, those that follow from others included.
    var ways: [Redirect] = []

    init(_ linked: LinkedArchive, settings: SiteSettings, statics: [Copy], publication: Publication) {
        maker = PageMaker(linked, settings: settings, publication: publication)
        self.statics = statics
        planOverviews(linked.archive)
        for committee in linked.archive.committees { plan(committee) }
        for strategy in linked.archive.strategies { plan(strategy) }
        for page in linked.archive.pages { add(page.address, at: page.place, tablesOf: [page.text]) { try $0.page.render($1.freePage(page), into: &$2) } }
        for redirect in linked.archive.redirects where redirect.fragment == nil { plan(redirect) }
        planRegisters()
        planOpenData()
        planFeeds()
        copies = statics + linked.attachments.map { Copy(source: $0.source, path: $0.path) }
        planPublication(statics: statics)
        texts = [Sitemap.file(for: pages.filter(\.isListed).map(\.address), settings: settings), Sitemap.robots(settings: settings)]
    }

    /// Files that would be written over each other.
    var clashes: [Diagnostic] {
        var seen: [String: Place?] = [:]
        var found: [Diagnostic] = []
        for (path, place) in pages.map({ ($0.file, $0.place) }) + copies.map({ ($0.path, Place($0.source)) }) + texts.map({ ($0.path, nil) })
        {
            if let first = seen[path] {
                found.append(Diagnostic(SiteProblem.twoFilesOneAddress(path), at: place ?? first ?? Place(path)))
            } else {
                seen[path] = .some(place)
            }
        }
        let paths = seen.keys.sorted()
        let taken = PagePlan.folders(of: paths).filter { seen[$0] != nil }
        if !taken.isEmpty {
            for path in paths {
                for folder in taken where path.hasPrefix(folder + "/") {
                    found.append(Diagnostic(SiteProblem.twoFilesOneAddress(folder), at: (seen[path] ?? nil) ?? Place(path)))
                }
            }
        }
        return found + clashesWithFilesBeside(copies.map { ($0.path, Place($0.source)) } + pages.filter { !$0.isListed }.map { ($0.file, $0.place) })
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
    private func clashesWithFilesBeside(_ others: [(path: String, place: Place?)]) -> [Diagnostic] {
        let suspects = others.filter { other in [".csv", ".zip"].contains { other.path.hasSuffix($0) } }
        if suspects.isEmpty { return [] }
        let taken = filesBeside
        return suspects.filter { taken.contains($0.path) }.map {
            Diagnostic(SiteProblem.twoFilesOneAddress($0.path), at: $0.place ?? Place($0.path))
        }
    }

    /// What pages bring along: their tables, and meetings to take along.
    var filesBeside: Set<String> {
        let tables = pages.flatMap { job in
            job.documents.flatMap { document in document.tables.compactMap { maker.linked.tableFiles.path(ofTable: $0.number, in: document) } }
        }
        return Set(tables + meetings.compactMap { FeedPath.archive(of: $0.meeting) })
    }

    private mutating func planOverviews(_ archive: Archive) {
        add(.home) { try $0.home.render($1.homePage(), into: &$2) }
        add(PageMaker.committees) { try $0.committees.render($1.committeesPage(), into: &$2) }
        add(PageMaker.meetings) { try $0.meetings.render($1.meetingsPage(), into: &$2) }
        for year in maker.meetingYears {
            add(Address("meetings/\(year)/")) { try $0.meetingYear.render($1.meetingYearPage(year), into: &$2) }
        }
        add(PageMaker.strategies) { try $0.strategies.render($1.strategiesPage(), into: &$2) }
        add(PageMaker.search) { try $0.search.render($1.searchPage(), into: &$2) }
        if !archive.glossary.isEmpty { add(GlossaryAnchor.page) { try $0.glossary.render($1.glossaryPage(), into: &$2) } }
        if !archive.authority.otherFormats.isEmpty {
            add(PageMaker.otherFormats) { try $0.otherFormats.render($1.otherFormatsPage(), into: &$2) }
        }
        pages.append(Job(address: Address("404.html"), file: "404.html", isListed: false, place: nil) {
            try $0.notFound.render($1.notFoundPage(), into: &$2)
        })
    }

    private mutating func plan(_ committee: Committee) {
        add(committee.address, at: committee.place, tablesOf: [committee.termsOfReference?.document]) {
            try $0.committee.render($1.committeePage(committee), into: &$2)
        }
        for meeting in committee.meetings {
            let first = pages.count
            plan(meeting)
            meetings.append(MeetingFolder(meeting: meeting, jobs: first..<pages.count))
        }
    }

    private mutating func plan(_ meeting: Meeting) {
        let agendas = [meeting.notice?.document] + meeting.supplements.map { $0.notice?.document }
        add(meeting.address, at: meeting.place, tablesOf: agendas) { try $0.meeting.render($1.meetingPage(meeting), into: &$2) }
        if meeting.hasAgenda { add(meeting.packAddress) { try $0.pack.render($1.packPage(meeting), into: &$2) } }
        if let minutes = meeting.minutes {
            add(meeting.minutesAddress, at: minutes.place, tablesOf: [minutes.document]) {
                try $0.minutes.render($1.minutesPage(meeting, minutes), into: &$2)
            }
        }
        for paper in meeting.papers {
            add(paper.address(in: meeting), at: paper.place, tablesOf: [paper.text]) {
                try $0.paper.render($1.paperPage(paper, of: meeting), into: &$2)
            }
        }
        addFile(FeedPath.event(of: meeting)) { $0.feeds.calendar(of: meeting, into: &$1) }
    }

    private mutating func plan(_ strategy: Strategy) {
        let isOnePage = strategy.contents == .onePage
        add(strategy.address, at: strategy.place, tablesOf: [strategy.cover] + (isOnePage ? strategy.chapters.map(\.text) : [])) {
            try $0.strategy.render($1.strategyPage(strategy), into: &$2)
        }
        guard !isOnePage, !strategy.chapters.isEmpty else { return }
        add(strategy.wholeAddress) { try $0.wholeStrategy.render($1.wholeStrategyPage(strategy), into: &$2) }
        for chapter in strategy.chapters {
            add(strategy.address(of: chapter), at: chapter.place, tablesOf: [chapter.text]) {
                try $0.chapter.render($1.chapterPage(chapter, of: strategy), into: &$2)
            }
        }
    }

    mutating func plan(_ redirect: Redirect) {
        let path = redirect.path.asPagePath
        let file = path.hasSuffix("/") || path.isEmpty ? path + "index.html" : path
        pages.append(Job(address: Address(path), file: file, isListed: false, isWayOn: true, place: redirect.place) {
            try $0.redirect.render($1.redirectPage(redirect), into: &$2)
        })
    }

    /// - Parameter documents: Those that stand on this page before any other: their tables become files beside it.
    mutating func add(
        _ address: Address, at place: Place? = nil, tablesOf documents: [Document?] = [],
        render: @escaping @Sendable (PageTemplates, PageMaker, inout [UInt8]) throws -> Void
    ) {
        pages.append(Job(
            address: address, file: address.path + "index.html", isListed: true, place: place, documents: documents.compactMap { $0?.tables.isEmpty == false ? $0 : nil },
            render: render))
    }

    /// A file that is no page: data, a feed, a calendar. `path` is its path in the site.
    mutating func addFile(_ path: String, write: @escaping @Sendable (PageMaker, inout [UInt8]) throws -> Void) {
        pages.append(Job(address: Address(path), file: path, isListed: false, isPage: false, place: nil) { _, maker, out in try write(maker, &out) })
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
