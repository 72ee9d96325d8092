import Diagnostics
import Linking
import Platform
import Markdown
import OpenData
import Model
import Pages
import Permalinks
import Results

/// Every file the site will have, before the first is written.
struct PagePlan: Sendable {
    /// A file to make: a web page, or a data file.
    struct Job: Sendable {
        let address: Address
        /// Relative to the output folder.
        let file: String
        let isListed: Bool
        /// Whether it only says where to go from an old address.
        var isWayOn = false
        let location: SourceLocation?
        let content: Content
        /// What was asked when it was planned, beside what is asked when it is made.
        var asked: Asked?

        enum Content: Sendable {
            case page(any PageKind)
            case file(@Sendable (PageBuilder, inout [UInt8]) -> Void)
        }

        /// Whether it is a web page, and no data file.
        var isPage: Bool { if case .page = content { true } else { false } }

        /// The texts on it whose tables become files beside it.
        func texts(_ context: PageContext) -> [Document?] { if case .page(let page) = content { page.texts(in: context) } else { [] } }

        /// The files that its tables become, by the path in the site.
        func tables(_ context: PageContext) -> [String] {
            texts(context).flatMap { text in
                text.map { text in text.tables.compactMap { context.linked.path(ofTable: $0.number, in: text) } } ?? []
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

    /// The pages of one meeting, its own first, and what goes along with them.
    struct MeetingFolder: Sendable {
        let meeting: Meeting
        /// In `pages`.
        var jobs: [Int] = []
    }

    /// The pages of one strategy.
    struct StrategyFolder: Sendable {
        let strategy: Strategy
        /// In `pages`.
        var jobs: [Int] = []
    }

    struct Text: Sendable {
        let path: String
        let bytes: [UInt8]
    }

    private(set) var context: PageContext
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

    /// Of this one plan: whatever follows from where files stand.
    let version = Version.next()
    /// What is wrong with the site as a whole.
    private(set) var faults: [Diagnostic] = []

    init(_ context: PageContext, statics: [Copy], isPrinted: Bool = false, isFaulty: Bool = false) {
        (self.isPrinted, self.isFaulty) = (isPrinted, isFaulty)
        self.context = context
        (self.statics, faultsOfLook) = StaticFiles.themed(statics, by: context.archive.authority.theme)
        planPages()
        planOpenData()
        copies = self.statics + context.linked.attachments.map { Copy(source: $0.source, path: $0.path) }
        texts = [Sitemap.file(for: pages.filter(\.isListed).map(\.address), settings: context.settings), Sitemap.robots(settings: context.settings)]
        planPublication(statics: self.statics)
        faults = clashes + faultsOfRedirects + brokenPromises + faultsOfLook
    }

    /// Numbers, in this run, for all that decides which files there are, and where: with the same a plan holds for other texts too.
    static func inputs(_ context: PageContext, statics: [Copy]) -> [UInt64] {
        let years = context.publication.record == nil ? [] : context.changeYears
        let files = statics.map { file in
            Digest.joining([Digest.of(file.path), Digest.of(file.source), file.contents.map { Digest.of(bytes: $0) } ?? 0])
        }
        return [context.linked.layout, Digest.of(context.linked.attachments), Digest.of([context.settings.baseURL, context.settings.today.iso]), Digest.of(years)] + files
    }

    /// The same files, made of other texts.
    func saying(_ context: PageContext) -> PagePlan {
        var plan = self
        plan.context = context
        return plan
    }

    /// Every page, and what lies beside it. Those of a meeting or a strategy are made together.
    private mutating func planPages() {
        meetings = context.archive.committees.flatMap(\.meetings).map { MeetingFolder(meeting: $0) }
        strategies = context.archive.strategies.map { StrategyFolder(strategy: $0) }
        var starts: [Int] = []
        for committee in context.archive.committees { starts.append((starts.last ?? 0) + committee.meetings.count) }
        var files: [(file: PageFile, folder: PageFolder?, asked: Asked)] = []
        func note(_ job: Int, in folder: PageFolder?) {
            switch folder {
            case .meeting(let place)?: meetings[(place.committee == 0 ? 0 : starts[place.committee - 1]) + place.meeting].jobs.append(job)
            case .strategy(let place)?: strategies[place].jobs.append(job)
            case nil: break
            }
        }
        for page in PageKinds.pages(of: context) {
            note(pages.count, in: page.folder)
            add(page)
            let (found, asked) = Asking.recording { page.files(in: context) }
            files += found.map { ($0, $0.comesAlong ? page.folder : nil, asked) }
        }
        for (file, folder, asked) in files {
            note(pages.count, in: folder)
            add(file)
            noteAsked(asked)
        }
    }

    private mutating func add(_ page: any PageKind, isWayOn: Bool = false) {
        let address = page.route.address
        pages.append(Job(
            address: address, file: address.file, isListed: page.isListed, isWayOn: isWayOn, location: page.location(in: context), content: .page(page)))
    }

    mutating func plan(_ redirect: Redirect) {
        add(PageKinds.redirect(redirect), isWayOn: true)
        makeAlways()
    }

    /// - Parameter isAlwaysMade: Whether it says what the plan holds, of which nobody answers.
    mutating func add(_ file: PageFile, isAlwaysMade: Bool = false) {
        pages.append(Job(address: Address(file.path), file: file.path, isListed: false, location: nil, content: .file(file.write)))
        if isAlwaysMade { makeAlways() }
    }

    /// The last file of the plan is made by every build.
    private mutating func makeAlways() { noteAsked(Asking.recording { Asking.note(Question("plan")) }.asked) }

    /// Notes what was asked when the last file was planned.
    mutating func noteAsked(_ asked: Asked) { pages[pages.count - 1].asked = asked }

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
        Set(pages.flatMap { $0.tables(context) } + meetings.compactMap { FeedPath.archive(of: $0.meeting) })
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
