import Diagnostics
import Linking
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
        let render: @Sendable (PageTemplates, PageMaker, inout [UInt8]) throws -> Void
    }

    /// A file published as it is.
    struct Copy: Sendable {
        let source: String
        let path: String
    }

    struct Text: Sendable {
        let path: String
        let bytes: [UInt8]
    }

    let maker: PageMaker
    private(set) var pages: [Job] = []
    private(set) var copies: [Copy] = []
    private(set) var texts: [Text] = []
    /// What is wrong with the ways on from old addresses, and which addresses would vanish.
    var brokenPromises: [Diagnostic] = []
    /// Old addresses, those that follow from others included.
    var ways: [Redirect] = []

    init(_ linked: LinkedArchive, settings: SiteSettings, statics: [Copy], publication: Publication) {
        maker = PageMaker(linked, settings: settings, publication: publication)
        planOverviews(linked.archive)
        for committee in linked.archive.committees { plan(committee) }
        for strategy in linked.archive.strategies { plan(strategy) }
        for page in linked.archive.pages { add(page.address, at: page.place) { try $0.page.render($1.freePage(page), into: &$2) } }
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
        for path in seen.keys.sorted() {
            for slash in path.indices where path[slash] == "/" && seen[String(path[..<slash])] != nil {
                found.append(Diagnostic(SiteProblem.twoFilesOneAddress(String(path[..<slash])), at: (seen[path] ?? nil) ?? Place(path)))
            }
        }
        return found
    }

    private mutating func planOverviews(_ archive: Archive) {
        add(.home) { try $0.home.render($1.homePage(), into: &$2) }
        add(PageMaker.committees) { try $0.committees.render($1.committeesPage(), into: &$2) }
        add(PageMaker.meetings) { try $0.meetings.render($1.meetingsPage(), into: &$2) }
        for year in maker.meetingYears {
            add(Address("meetings/\(year)/")) { try $0.meetingYear.render($1.meetingYearPage(year), into: &$2) }
        }
        add(PageMaker.strategies) { try $0.strategies.render($1.strategiesPage(), into: &$2) }
        if !archive.glossary.isEmpty { add(GlossaryAnchor.page) { try $0.glossary.render($1.glossaryPage(), into: &$2) } }
        if !archive.authority.otherFormats.isEmpty {
            add(PageMaker.otherFormats) { try $0.otherFormats.render($1.otherFormatsPage(), into: &$2) }
        }
        pages.append(Job(address: Address("404.html"), file: "404.html", isListed: false, place: nil) {
            try $0.notFound.render($1.notFoundPage(), into: &$2)
        })
    }

    private mutating func plan(_ committee: Committee) {
        add(committee.address, at: committee.place) { try $0.committee.render($1.committeePage(committee), into: &$2) }
        for meeting in committee.meetings {
            add(meeting.address, at: meeting.place) { try $0.meeting.render($1.meetingPage(meeting), into: &$2) }
            if meeting.hasAgenda { add(meeting.packAddress) { try $0.pack.render($1.packPage(meeting), into: &$2) } }
            if let minutes = meeting.minutes {
                add(meeting.minutesAddress, at: minutes.place) { try $0.minutes.render($1.minutesPage(meeting, minutes), into: &$2) }
            }
            for paper in meeting.papers {
                add(paper.address(in: meeting), at: paper.place) { try $0.paper.render($1.paperPage(paper, of: meeting), into: &$2) }
            }
        }
    }

    private mutating func plan(_ strategy: Strategy) {
        add(strategy.address, at: strategy.place) { try $0.strategy.render($1.strategyPage(strategy), into: &$2) }
        guard strategy.contents == .chapters, !strategy.chapters.isEmpty else { return }
        add(strategy.wholeAddress) { try $0.wholeStrategy.render($1.wholeStrategyPage(strategy), into: &$2) }
        for chapter in strategy.chapters {
            add(strategy.address(of: chapter), at: chapter.place) { try $0.chapter.render($1.chapterPage(chapter, of: strategy), into: &$2) }
        }
    }

    mutating func plan(_ redirect: Redirect) {
        let path = redirect.path.asPagePath
        let file = path.hasSuffix("/") || path.isEmpty ? path + "index.html" : path
        pages.append(Job(address: Address(path), file: file, isListed: false, isWayOn: true, place: redirect.place) {
            try $0.redirect.render($1.redirectPage(redirect), into: &$2)
        })
    }

    mutating func add(
        _ address: Address, at place: Place? = nil,
        render: @escaping @Sendable (PageTemplates, PageMaker, inout [UInt8]) throws -> Void
    ) {
        pages.append(Job(address: address, file: address.path + "index.html", isListed: true, place: place, render: render))
    }

    /// A file that is no page: data, a feed, a calendar. `path` is its path in the site.
    mutating func addFile(_ path: String, write: @escaping @Sendable (PageMaker, inout [UInt8]) throws -> Void) {
        pages.append(Job(address: Address(path), file: path, isListed: false, isPage: false, place: nil) { _, maker, out in try write(maker, &out) })
    }
}
