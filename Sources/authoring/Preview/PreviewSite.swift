import Attachments
import Diagnostics
import Linking
import Platform
import Model
import Reading
import MeetingChecks
import Site
import Synchronization

/// The site as a build would make it now, kept in memory: pages are made when somebody asks for them, and only what a
/// change can affect is read and linked again.
///
/// It may be used from many threads at once.
package final class PreviewSite: Sendable {
    /// Where everything lies, and how it is shown.
    package struct Options: Sendable {
        package var content: String
        package var templates: String
        package var statics: String
        /// In place of `url` in `site.yml`.
        package var baseURL: String?
        /// Where builds keep texts, to begin with; nil where all are read.
        package var texts: TextStore?
        /// What is known of files that are published as they are.
        package var attachments = FindingsStore(nil, isKept: false)
        /// Decides what is upcoming, in the time zone of `site.yml`.
        package var today: @Sendable (_ timezone: String) -> Day

        package init(
            content: String, templates: String, statics: String, baseURL: String? = nil, texts: TextStore? = nil, today: @escaping @Sendable (_ timezone: String) -> Day
        ) {
            self.texts = texts
            self.content = content
            self.templates = templates
            self.statics = statics
            self.baseURL = baseURL
            self.today = today
        }
    }

    /// A file of the site.
    package struct File: Sendable {
        package let bytes: [UInt8]
        /// Whether it is there. Otherwise the bytes are those of the page that says so.
        package let isFound: Bool
    }

    /// What became of a change.
    package struct Update: Sendable {
        /// Counts up by one with each change.
        package internal(set) var version = 0
        /// All that is wrong now, sorted by place.
        package internal(set) var diagnostics: [Diagnostic] = []
        /// Whether what is shown is as the sources are; otherwise the last good site is shown still, if there was one.
        package internal(set) var isShown = false
        /// Pages whose own source was changed, the one changed last first.
        package internal(set) var edited: [EditedPage] = []
        /// Whether the change was one of words: then no more than the changed texts were read and linked again.
        package internal(set) var isNarrow = false
        /// Whether the checks that take longer were made: `advise` makes them.
        package internal(set) var isAdvised = false
    }

    /// A page whose own source was changed.
    package struct EditedPage: Sendable, Equatable {
        /// `committees/cabinet/2027-03-04/`, without a slash before it.
        package let address: String
        package let title: String
        /// The part of the page in which something was changed, where that is known.
        package let anchor: String?

        package init(address: String, title: String, anchor: String?) {
            self.address = address
            self.title = title
            self.anchor = anchor
        }
    }

    private let options: Options
    private let disk: Disk
    private let work: Mutex<PreviewWork>
    /// Counts the updates that have begun, so that a look at all texts ends when another begins.
    private let begun = Atomic<Int>(0)
    private let shown = Mutex<(update: Update, pages: ShownPages?)>((Update(), nil))

    /// Nothing is read before the first `update`.
    package init(_ options: Options, disk: Disk = .real) {
        self.options = options
        self.disk = disk
        work = Mutex(PreviewWork(options, disk: disk))
    }

    /// Reads and links again what some files can affect.
    ///
    /// - Parameter paths: Files and folders that were changed, as the watch names them; nil to look at everything.
    @discardableResult
    package func update(_ paths: [String]?) -> Update {
        begun.add(1, ordering: .relaxed)
        return work.withLock { work in
            let found = work.update(paths)
            return shown.withLock { shown in
                if let pages = found.pages { shown.pages = pages }
                shown.update = Update(
                    version: shown.update.version + 1, diagnostics: Set(found.diagnostics).sorted(), isShown: found.pages != nil, edited: found.edited,
                    isNarrow: found.isNarrow)
                return shown.update
            }
        }
    }

    /// Makes the checks that take longer than a page may wait for, and adds what they find; nothing where something was
    /// changed meanwhile. An update need not wait for it.
    @discardableResult
    package func advise() -> Update {
        let (version, advice, turn) = work.withLock { work in (current.version, work.advice, begun.load(ordering: .relaxed)) }
        let found = advice?.diagnostics { [self] in begun.load(ordering: .relaxed) == turn } ?? []
        return shown.withLock { shown in
            guard begun.load(ordering: .relaxed) == turn, shown.update.version == version, !shown.update.isAdvised else { return shown.update }
            shown.update.diagnostics = Set(shown.update.diagnostics + found).sorted()
            shown.update.isAdvised = true
            return shown.update
        }
    }

    /// Looks into the files that are published as they are, and adds what is found; nothing where something was changed meanwhile.
    @discardableResult
    package func lookIntoAttachments() -> Update {
        let (version, advice, turn) = work.withLock { work in (current.version, work.advice, begun.load(ordering: .relaxed)) }
        let found = advice?.findings { [self] in begun.load(ordering: .relaxed) == turn } ?? []
        return shown.withLock { shown in
            guard begun.load(ordering: .relaxed) == turn, shown.update.version == version else { return shown.update }
            shown.update.diagnostics = Set(shown.update.diagnostics + found).sorted()
            return shown.update
        }
    }

    /// What the last update gave.
    package var current: Update { shown.withLock { $0.update } }

    /// A file of the site; nil while there was never a site without errors.
    ///
    /// - Parameter path: In the site, without a slash before it; one that ends in a slash means its `index.html`.
    package func file(_ path: String) throws -> File? {
        guard let files = shown.withLock({ $0.pages?.files }) else { return nil }
        if let bytes = try files.bytes(of: path) { return File(bytes: bytes, isFound: true) }
        return File(bytes: try files.bytes(of: Route.notFound.file) ?? [], isFound: false)
    }

    /// Where a page and its parts stand in the sources, the page as a whole first; “site.yml” for pages that stand for no one source.
    ///
    /// - Parameter page: Its address, without a slash before it, or its file.
    package func places(on page: String) -> [PageSource] { shown.withLock { $0.pages }?.places(on: page) ?? [] }

    /// What an editor should know of a page.
    package func notices(on page: String) -> [PageNotice] { shown.withLock { $0.pages }?.notices(on: page) ?? [] }

    /// The paths of all files that the site has, in no order.
    package func paths() throws -> [String] { try shown.withLock { $0.pages }?.files.paths() ?? [] }
}
