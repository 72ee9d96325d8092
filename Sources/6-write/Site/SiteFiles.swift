import Diagnostics
import Facts
import Linking
import Platform
import OpenData
import Model
import Pages
import Permalinks
import Results
import Search
import Synchronization

/// The files of a site, each made when somebody asks for it: what a preview shows. They are byte for byte those that a
/// build without PDFs writes.
package final class SiteFiles: Sendable {
    /// Where a file comes from.
    private enum Origin {
        /// A job of the plan, and the meeting's folder that it stands first in, if any.
        case job(Int)
        /// The page of a meeting, with its tables, or the archive, in `plan.meetings`: the page gives the size of the archive,
        /// which holds the whole folder.
        case meeting(Int)
        case copy(Int)
        case text(Int)
    }

    let plan: PagePlan
    private let renderer: PageRenderer
    private let disk: Disk
    private let origins: [String: Origin]
    private let lost: Lazy<LostPlaces>
    private let made: MadeFiles
    private let index = Mutex<(files: [String: [UInt8]], catalogue: String)?>(nil)

    init(_ plan: PagePlan, templates: PageTemplates, disk: Disk, keeping memory: Memory?) {
        self.plan = plan
        self.disk = disk
        origins = memory.value(of: Question("origins"), from: [plan.version]) { SiteFiles.origins(of: plan) }
        let audit = PermalinkAudit(plan.context.publication, collects: false)
        lost = memory.value(of: Question("lost places"), from: [plan.version, templates.digest, audit.isNeeded ? plan.context.linked.places : 0]) {
            Lazy { LostPlaces(diagnostics: plan.lostPlaces(with: templates)) }
        }
        let made = MadeFiles()
        self.made = made
        renderer = PageRenderer(
            plan: plan, templates: templates, archives: MeetingArchives(plan, disk: disk), audit: audit, progress: .silent, write: { made.put($0, $1) })
    }

    /// Whether the same files stand in the same places, so that only what they say may be another.
    package func areLaidOut(like other: SiteFiles?) -> Bool { other?.plan.version == plan.version }

    /// Places in pages that were promised and are no longer there. All pages are made to find them, once for all versions
    /// that have the same places.
    package var lostPlaces: [Diagnostic] { lost.value.diagnostics }

    /// What is true of each meeting.
    package var facts: ArchiveFacts { plan.context.facts }

    /// Decides what is upcoming.
    package var today: Day { plan.context.settings.today }

    /// How a page stands to what was published.
    package enum Standing: Sendable { case new, changed, same }

    /// nil where nothing is recorded, and for pages that stand for no one text.
    package func publication(of page: Address) -> Standing? {
        let publication = plan.context.publication
        guard let record = publication.record, let text = publication.texts[page.path] else { return nil }
        guard let entry = record[page.path] else { return .new }
        return publication.differs(entry, from: text) ? .changed : .same
    }

    private static func origins(of plan: PagePlan) -> [String: Origin] {
        var origins: [String: Origin] = [:]
        origins.reserveCapacity(plan.pages.count + plan.copies.count)
        for (at, job) in plan.pages.enumerated() {
            origins[job.file] = .job(at)
            for path in job.tables(plan.context) { origins[path] = .job(at) }
        }
        for (at, folder) in plan.meetings.enumerated() {
            guard let archive = plan.archive(of: folder) else { continue }
            let page = plan.pages[folder.jobs[0]]
            for path in [archive, page.file] + page.tables(plan.context) { origins[path] = .meeting(at) }
        }
        for (at, copy) in plan.copies.enumerated() { origins[copy.path] = .copy(at) }
        for (at, text) in plan.texts.enumerated() { origins[text.path] = .text(at) }
        return origins
    }

    /// The paths of all files, those of the search index included, in no order.
    package func paths() throws -> [String] { Array(origins.keys) + Array(try search().files.keys) }

    /// The bytes of a file; nil where the site has none of that path.
    ///
    /// - Parameter path: In the site, without a slash before it; one that ends in a slash means its `index.html`.
    package func bytes(of path: String) throws -> [UInt8]? {
        let path = Address(path).file
        if case .searchFile? = Route(path: path), let file = try search().files[path] { return file }
        guard let origin = origins[path] else { return nil }
        switch origin {
        case .copy(let at): return try plan.copies[at].read(from: disk)
        case .text(let at): return plan.texts[at].bytes
        case .job(let at): return try made(path, .job(at))
        case .meeting(let at): return try made(path, .meeting(plan.meetings[at]))
        }
    }

    private func made(_ path: String, _ unit: PageRenderer.Unit) throws -> [UInt8]? {
        if let known = made[path] { return known }
        // The page of the search names a file of the index, which is known only once that is made.
        let catalogue = Route(path: path) == .search ? try search().catalogue : ""
        var bench = PageRenderer.Workbench(plan.context, catalogue: catalogue)
        try renderer.render(unit, on: &bench)
        return made[path]
    }

    /// The search is read as a whole or not at all, so it is made as a whole, when somebody goes to its page.
    private func search() throws -> (files: [String: [UInt8]], catalogue: String) {
        try index.withLock { index in
            if let index { return index }
            let files = MadeFiles()
            let catalogue = try SiteIndexer(context: plan.context, disk: disk).index(.inMemory).write(temporary: "") { files.put($0, Route.searchFile($1).file) }
            index = (files.all, catalogue)
            return (files.all, catalogue)
        }
    }
}

private final class LostPlaces: Sendable {
    let diagnostics: [Diagnostic]

    init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}

/// What was made already.
private final class MadeFiles: Sendable {
    private let files = Mutex<[String: [UInt8]]>([:])

    subscript(path: String) -> [UInt8]? { files.withLock { $0[path] } }
    var all: [String: [UInt8]] { files.withLock { $0 } }
    func put(_ bytes: [UInt8], _ path: String) { files.withLock { $0[path] = bytes } }
}

extension SearchIndex.Limits {
    /// Nothing goes to the disk.
    fileprivate static var inMemory: SearchIndex.Limits {
        var limits = SearchIndex.Limits()
        limits.memory = .max
        return limits
    }
}

extension PagePlan {
    fileprivate func archive(of folder: MeetingFolder) -> String? { FeedPath.archive(of: folder.meeting) }
}
