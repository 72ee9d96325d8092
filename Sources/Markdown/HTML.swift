/// How a document is written as HTML.
public struct HTMLStyle: Sendable {
    /// Added to every heading's level, where a document becomes part of a longer page. Never deeper than `<h6>`, and never
    /// `<h1>`, which is the page's title.
    public var headingShift = 0
    /// Put before every anchor and every reference to one, so that several documents can share a page.
    public var anchorPrefix = ""
    /// Where the tables can be had as files: what stands before `table-2.csv` in the address. nil where they cannot.
    public var tableFiles: String?
    /// The words that the site's language has for what Moot writes itself.
    public var words = Words()

    public init() {}

    /// What the renderer says in its own voice.
    public struct Words: Sendable {
        public var footnotes = "Notes"
        public var backToText = "Back to the text"
        public var notAvailable = "This picture is not available in the source."
        public var page = "Page"
        public var table = "Table"
        public var tableFile = "CSV"
        public var linkTo = "Link to"
        public init() {}
    }
}

/// Where a link of a document leads, once that is known.
public enum LinkTarget: Sendable, Equatable {
    /// The value of `href`, not yet escaped.
    case address([UInt8])
    /// It leads nowhere that may be linked: its words are shown as words.
    case none
}
