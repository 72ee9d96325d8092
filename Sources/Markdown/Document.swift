import Diagnostics

/// A parsed Markdown document: its events in order, the text they point into, and what is said about it on the side.
///
/// It never changes once parsed, and no pointer of the C library is in it.
public final class Document: Sendable {
    /// The file, as diagnostics name it.
    public let path: String
    public let events: [Event]
    /// The bytes (UTF-8, unescaped) that the events' texts are slices of.
    public let text: [UInt8]
    /// The headings in order, with their anchors.
    public let headings: [Heading]
    public let lists: [ListStyle]
    public let links: [Link]
    public let images: [Image]
    public let tables: [Table]
    /// The footnotes in the order of their first reference.
    public let footnotes: [Footnote]
    /// Anchors that are not headings: numbered paragraphs, table rows, page marks. Sorted, for finding a link's target.
    public let anchors: [String]
    /// Words a reader reads, table cells and footnotes included.
    public let wordCount: Int

    package init(
        path: String, events: [Event], text: [UInt8], headings: [Heading], lists: [ListStyle], links: [Link],
        images: [Image], tables: [Table], footnotes: [Footnote], anchors: [String], wordCount: Int
    ) {
        self.path = path
        self.events = events
        self.text = text
        self.headings = headings
        self.lists = lists
        self.links = links
        self.images = images
        self.tables = tables
        self.footnotes = footnotes
        self.anchors = anchors
        self.wordCount = wordCount
    }
}

/// A heading: what a contents list shows.
public struct Heading: Sendable {
    /// 1…6, as written.
    public let level: Int
    /// The heading's words, without marks of emphasis.
    public let title: String
    /// The number printed before the words ("3.1"), if there is one. It is part of `title` too.
    public let number: String?
    /// Unique within the document: the number if there is one (`section-3-1`), else the words (`early-intervention`).
    public let anchor: String
    public let line: Int
    /// The heading's opening event.
    public let event: Int
}

/// A list's marks.
public struct ListStyle: Sendable {
    /// The number of the first item of an ordered list; nil for bullets.
    public let start: Int?
    /// `.` or `)` after the numbers.
    public let delimiter: UInt8
    /// True when every item carries a printed label of its own ("(a)", "1.1"), which stands in place of the bullet.
    public let isLabelled: Bool
}

/// A link as written. What it leads to is not known here.
public struct Link: Sendable {
    /// The address, with Markdown's escapes undone: `camhs-update.md#finance`, `minute:62`, `https://…`.
    public let destination: String
    public let title: String
    public let place: Place
}

/// A picture as written.
public struct Image: Sendable {
    /// The address; `missing` for a picture that the source no longer has.
    public let source: String
    public let alternative: String
    public let title: String
    public let place: Place
    /// True for a picture that has nothing to tell (no alternative text, titled "Decorative").
    public let isDecorative: Bool
    /// True for `![what it showed](missing)`.
    public let isMissing: Bool
}

/// How a table is laid out. Cells that were joined to another have no event of their own.
public struct Table: Sendable {
    public enum Alignment: UInt8, Sendable { case none, left, center, right }
    /// One for each column.
    public let alignments: [Alignment]
    /// How many of the rows belong to the head.
    public let headRows: Int
    /// Counted from 1 in the document.
    public let number: Int
    /// The cells in the order of their events.
    public let cells: [Cell]

    public struct Cell: Sendable {
        public let column: Int
        public let columnSpan: Int
        public let rowSpan: Int
        /// A heading of its row or of its columns.
        public let isHeader: Bool
        /// The anchor of a row header, such as `lps-25`.
        public let anchor: String?
    }
}

/// A footnote: `[^1]` in the text and `[^1]: …` somewhere.
public struct Footnote: Sendable {
    /// What stands between `[^` and `]`.
    public let label: String
    /// The events of its text, outside those of the body.
    public let events: Range<Int>
    /// How often the text refers to it.
    public let references: Int
}
