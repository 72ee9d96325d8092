/// How a document is written as HTML.
package struct HTMLStyle: Sendable {
    /// Added to every heading's level, where a document becomes part of a longer page. Never deeper than `<h6>`, and never
    /// `<h1>`, which is the page's title.
    package var headingShift = 0
    /// Put before every anchor and every reference to one, so that several documents can share a page.
    package var anchorPrefix = ""
    /// Where the tables can be had as files: what stands before `table-2.csv` in the address. nil where they cannot.
    package var tableFiles: String?
    /// What the document is called, where it shares the page with others: two links of one name must not lead to two places.
    package var title: String?
    /// The words that the site's language has for what Moot writes itself.
    package var words = Words.english

    package init() {}

    /// What the renderer says in its own voice.
    package final class Words: Sendable {
        package let footnotes = "Notes"
        package let backToText = "Back to the text from note"
        package let notAvailable = "This picture is not available in the source."
        package let page = "Page"
        package let table = "Table"
        package let tableFile = "CSV"
        package let linkTo = "Link to"

        package static let english = Words()
    }
}

/// Where a link of a document leads, once that is known.
package enum LinkTarget: Sendable, Equatable {
    /// The value of `href`, not yet escaped.
    case address([UInt8])
    /// It leads nowhere that may be linked: its words are shown as words.
    case none
}
