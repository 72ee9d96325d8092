/// How a document is written as HTML.
public struct HTMLStyle: Sendable {
    /// Added to every heading's level, where a document becomes part of a longer page. Never deeper than `<h6>`, and never
    /// `<h1>`, which is the page's title.
    public var headingShift = 0
    /// Put before every anchor and every reference to one, so that several documents can share a page.
    public var anchorPrefix = ""
    /// Where the tables can be had as files: what stands before `table-2.csv` in the address. nil where they cannot.
    public var tableFiles: String?
    /// What the document is called, where it shares the page with others: two links of one name must not lead to two places.
    public var title: String?
    /// The words that the site's language has for what Moot writes itself.
    public var words = Words.english

    public init() {}

    /// What the renderer says in its own voice.
    public final class Words: Sendable {
        public let footnotes = "Notes"
        public let backToText = "Back to the text from note"
        public let notAvailable = "This picture is not available in the source."
        public let page = "Page"
        public let table = "Table"
        public let tableFile = "CSV"
        public let linkTo = "Link to"

        public static let english = Words()
    }
}

/// Where a link of a document leads, once that is known.
public enum LinkTarget: Sendable, Equatable {
    /// The value of `href`, not yet escaped.
    case address([UInt8])
    /// It leads nowhere that may be linked: its words are shown as words.
    case none
}
