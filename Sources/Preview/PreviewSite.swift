import Diagnostics
import Packs

/// The site as a build would make it now, kept in memory: pages are made when somebody asks for them, and only what a
/// change can affect is read and linked again.
///
/// It may be used from many threads at once.
public final class PreviewSite: Sendable {
    /// Where everything lies, and how it is shown.
    public struct Options: Sendable {
        public var content: String
        public var templates: String
        public var statics: String
        /// In place of `url` in `site.yml`.
        public var baseURL: String?
        /// In place of the calendar's.
        public var today: Day?

        public init(content: String, templates: String, statics: String, baseURL: String? = nil, today: Day? = nil) {
            self.content = content
            self.templates = templates
            self.statics = statics
            self.baseURL = baseURL
            self.today = today
        }
    }

    /// A file of the site.
    public struct File: Sendable {
        public let bytes: [UInt8]
        /// Whether it is there. Otherwise the bytes are those of the page that says so.
        public let isFound: Bool
    }

    /// What became of a change.
    public struct Update: Sendable {
        /// Counts up by one with each change.
        public let version: Int
        /// All that is wrong now, sorted by place.
        public let diagnostics: [Diagnostic]
        /// Whether what is shown is as the sources are; otherwise the last good site is shown still.
        public let isShown: Bool
        /// Pages whose own source was changed, the one changed last first.
        public let edited: [EditedPage]
    }

    /// A page whose own source was changed.
    public struct EditedPage: Sendable, Equatable {
        /// `committees/cabinet/2027-03-04/`, without a slash before it.
        public let address: String
        public let title: String
        /// The part of the page in which something was changed, where that is known.
        public let anchor: String?
    }

    /// Where a part of a page stands in the sources.
    public struct SourcePlace: Sendable, Equatable {
        /// nil for the page as a whole.
        public let anchor: String?
        /// From the working folder, as the user would type it.
        public let path: String
        /// Counted from 1.
        public let line: Int
    }

    /// Something about a page that its readers do not know.
    public enum Notice: Sendable, Equatable {
        /// The source says that it is a draft.
        case draft
        /// So many papers of the meeting are still to follow.
        case papersToFollow(Int)
        /// It is not in `published.tsv`, though other pages are; or its notice is dated later than today.
        case notPublished
        /// The text was published, and is another now.
        case changedSincePublication
    }

    public init(_ options: Options) { fatalError("not yet") }

    /// Reads and links again what some files can affect.
    ///
    /// - Parameter paths: Files and folders that were changed, as the watch names them; nil to look at everything.
    @discardableResult
    public func update(_ paths: [String]?) -> Update { fatalError("not yet") }

    /// What the last update gave.
    public var current: Update { fatalError("not yet") }

    /// A file of the site; nil while there was never a site without errors.
    ///
    /// - Parameter path: In the site, without a slash before it; one that ends in a slash means its `index.html`.
    public func file(_ path: String) -> File? { fatalError("not yet") }

    /// Where a page and its parts stand in the sources, the page as a whole first; empty for pages that stand for no one source.
    public func places(on page: String) -> [SourcePlace] { fatalError("not yet") }

    /// What an editor should know of a page.
    public func notices(on page: String) -> [Notice] { fatalError("not yet") }

    /// The paths of all files that the site has, in no order.
    public var paths: [String] { fatalError("not yet") }
}
