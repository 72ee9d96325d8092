import Linking
import Markdown
import Packs
import Site

/// Where a part of a page stands in the sources.
public struct SourcePlace: Sendable, Equatable {
    /// nil for the page as a whole.
    public let anchor: String?
    /// As the user would type it.
    public let path: String
    /// Counted from 1.
    public let line: Int
}

/// Something about a page that its readers do not see on it.
public enum PageNotice: Sendable, Equatable {
    /// The source says that it is a draft.
    case draft
    /// So many items of the meeting say that a paper is still to follow.
    case papersToFollow(Int)
    /// It is not in `published.tsv`, though that is there; or its notice is dated later than today.
    case notPublished
    /// The text is another than the one that was published.
    case changedSincePublication
}

/// One version of the site, with what an editor asks about its pages.
struct ShownPages: Sendable {
    let linked: LinkedArchive
    let files: SiteFiles

    func places(on page: String) -> [SourcePlace] { [] }

    func notices(on page: String) -> [PageNotice] { [] }
}
