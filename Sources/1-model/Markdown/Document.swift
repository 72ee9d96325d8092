import Diagnostics
import Results
import Text

/// A parsed Markdown document: its events in order, the text they point into, and what is said about it on the side.
///
/// It never changes once parsed, and no pointer of the C library is in it.
public final class Document: Sendable {
    /// The file, as diagnostics name it.
    package let path: String
    /// What was understood beside CommonMark.
    package let extensions: Extensions
    public let events: [Event]
    /// The bytes (UTF-8, unescaped) that the events' texts are slices of.
    public let text: [UInt8]
    /// The headings in order, with their anchors.
    package let headings: [Heading]
    package let lists: [ListStyle]
    /// The printed labels of numbered paragraphs and list items, and the page marks.
    package let labels: [Label]
    package let links: [Link]
    package let images: [Image]
    package let tables: [Table]
    /// The footnotes in the order of their first reference.
    package let footnotes: [Footnote]
    /// Anchors that are not headings: numbered paragraphs, table rows, page marks. Sorted, for finding a link's target.
    package let anchors: [String]
    /// Of the source as it was handed over, for telling whether it changed; nil where nobody asked for them.
    package let numbers: TextNumbers?
    /// By anchor: others that were published for the same place.
    package let otherAnchors: [String: [String]]
    /// The anchors that places would have if nothing had been published, where they are called otherwise.
    package let movedAnchors: [String: String]
    /// What the anchors of numbered paragraphs begin with.
    let scope: ParagraphScope
    /// How many corrections there are.
    let correctionCount: Int
    /// Where the body ends in `events` and the footnotes' texts begin.
    let bodyEnd: Int
    /// Of what it says, and of where its links lead.
    package let question: Question
    package let linksQuestion: Question
    let keptDigest = KeptNumber()
    /// Of this one object.
    package let version = Version.next()

    init(
        path: String, extensions: Extensions, events: [Event], text: [UInt8], headings: [Heading], lists: [ListStyle],
        labels: [Label], links: [Link], images: [Image], tables: [Table], footnotes: [Footnote],
        numbers: TextNumbers?, otherAnchors: [String: [String]] = [:], movedAnchors: [String: String] = [:], scope: ParagraphScope, correctionCount: Int, bodyEnd: Int
    ) {
        self.path = path
        self.extensions = extensions
        self.events = events
        self.text = text
        self.headings = headings
        self.lists = lists
        self.labels = labels
        self.links = links
        self.images = images
        self.tables = tables
        self.footnotes = footnotes
        self.numbers = numbers
        self.otherAnchors = otherAnchors
        self.movedAnchors = movedAnchors
        self.scope = scope
        self.correctionCount = correctionCount
        self.bodyEnd = bodyEnd
        question = Question("text", path)
        linksQuestion = Question("links", path)
        anchors = extensions == .all ? Document.anchors(labels, tables, corrections: correctionCount) : []
    }

    /// The same text with other anchors.
    convenience init(
        _ other: Document, headings: [Heading], labels: [Label], tables: [Table], otherAnchors: [String: [String]], movedAnchors: [String: String]
    ) {
        self.init(
            path: other.path, extensions: other.extensions, events: other.events, text: other.text, headings: headings, lists: other.lists,
            labels: labels, links: other.links, images: other.images, tables: tables, footnotes: other.footnotes, numbers: other.numbers,
            otherAnchors: otherAnchors, movedAnchors: movedAnchors, scope: other.scope, correctionCount: other.correctionCount, bodyEnd: other.bodyEnd)
    }

    private static func anchors(_ labels: [Label], _ tables: [Table], corrections: Int) -> [String] {
        var all = labels.map(\.anchor).filter { !$0.isEmpty }
        for table in tables {
            all.append(table.anchor)
            all += table.cells.compactMap(\.anchor)
        }
        if corrections > 0 { all += (1...corrections).map(Callout.anchor(ofCorrection:)) }
        all.sort()
        // They are kept, and those of all documents at once.
        return all.withUnsafeBufferPointer { Array($0) }
    }
}

/// The numbers of a source, for telling whether it changed.
package struct TextNumbers: Sendable, Codable {
    package let current: Fingerprint
    /// Where a record has numbers of the former kind.
    package let former: FormerFingerprint?

    /// Which of them are wanted.
    package enum Wanted: Sendable { case none, current, currentAndFormer }

    init?(of bytes: Bytes, _ wanted: Wanted) {
        guard wanted != .none else { return nil }
        current = Fingerprint(of: bytes)
        former = wanted == .currentAndFormer ? FormerFingerprint(of: bytes) : nil
    }
}

/// A heading: what a contents list shows.
package struct Heading: Sendable {
    /// 1…6, as written.
    package let level: Int
    /// The heading's words, without marks of emphasis.
    package let title: String
    /// The number printed before the words ("3.1"), if there is one. It is part of `title` too.
    package let number: String?
    /// Unique within the document: the number if there is one (`section-3-1`), else the words (`early-intervention`).
    package internal(set) var anchor: String
    package let line: Int
    /// The heading's opening event.
    package let event: Int
}

/// A list's marks.
package struct ListStyle: Sendable, Codable {
    /// The number of the first item of an ordered list; nil for bullets.
    package let start: Int?
    /// `.` or `)` after the numbers.
    package let delimiter: UInt8
    /// True when every item carries a printed label of its own ("(a)", "1.1"), which stands in place of the bullet.
    /// The items of an ordered list are labelled with their numbers ("5.").
    package let isLabelled: Bool
}

/// The printed label of a numbered paragraph or list item, or the number of a page mark. Its text is the event's
/// (`Block.label`).
package struct Label: Sendable {
    /// Unique within the document (`para-4-a`, `minute-62-a`, `page-14`); empty within a table, where labels repeat in every row.
    package internal(set) var anchor: String
    /// The item's number where it does not follow from the item before: an ordered list that skips a number.
    let number: Int?
    package let line: Int
}

/// A link as written. What it leads to is not known here.
package struct Link: Sendable {
    /// The address, with Markdown's escapes undone: `camhs-update.md#finance`, `minute:62`, `https://…`.
    package let destination: String
    package let title: String
    package let location: SourceLocation
}

/// A picture as written.
package struct Image: Sendable, Codable {
    /// The address; `missing` for a picture that the source no longer has.
    package let source: String
    package let alternative: String
    package let title: String
    package let location: SourceLocation
    /// True for a picture that has nothing to tell (no alternative text, titled "Decorative").
    package let isDecorative: Bool
    /// True for `![what it showed](missing)`.
    package let isMissing: Bool
}

/// How a table is laid out. Cells that were joined to another have no event of their own.
package struct Table: Sendable {
    package enum Alignment: UInt8, Sendable { case none, left, center, right }
    /// One for each column.
    package let alignments: [Alignment]
    /// How many of the rows belong to the head.
    package let headRows: Int
    /// Counted from 1 in the document.
    package let number: Int
    /// Unique within the document: `table-2`.
    package let anchor: String
    /// The cells in the order of their events; a cell's event has its place here as `index`.
    package internal(set) var cells: [Cell]

    package struct Cell: Sendable {
        package var column: Int { Int(narrowColumn) }
        package var columnSpan: Int { Int(narrowColumnSpan) }
        package var rowSpan: Int { Int(narrowRowSpan) }
        /// A heading of its row or of its columns.
        package let isHeader: Bool
        /// The anchor of a row header, such as `lps-25`.
        package internal(set) var anchor: String?

        // Half of all that documents hold beside their text is cells.
        fileprivate let narrowColumn: UInt32
        fileprivate let narrowColumnSpan: UInt32
        fileprivate let narrowRowSpan: UInt32

        init(column: Int, columnSpan: Int, rowSpan: Int, isHeader: Bool, anchor: String?) {
            narrowColumn = UInt32(column)
            narrowColumnSpan = UInt32(columnSpan)
            narrowRowSpan = UInt32(rowSpan)
            self.isHeader = isHeader
            self.anchor = anchor
        }
    }
}

extension Table: Codable {
    private enum CodingKeys: CodingKey { case alignments, headRows, number, anchor, cells, anchored, anchors }

    /// Cells are many, and so are written as bytes: column and spans, and whether it is a heading.
    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(alignments.map(\.rawValue), forKey: .alignments)
        try members.encode(headRows, forKey: .headRows)
        try members.encode(number, forKey: .number)
        try members.encode(anchor, forKey: .anchor)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(cells.count * Table.cellWidth)
        for cell in cells {
            for number in [cell.narrowColumn, cell.narrowColumnSpan, cell.narrowRowSpan] { withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) } }
            bytes.append(cell.isHeader ? 1 : 0)
        }
        try members.encode(bytes, forKey: .cells)
        let anchored = cells.indices.filter { cells[$0].anchor != nil }
        try members.encode(anchored, forKey: .anchored)
        try members.encode(anchored.compactMap { cells[$0].anchor }, forKey: .anchors)
    }

    package init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        let rawAlignments = try members.decode([UInt8].self, forKey: .alignments)
        let (headRows, number) = (try members.decode(Int.self, forKey: .headRows), try members.decode(Int.self, forKey: .number))
        let anchor = try members.decode(String.self, forKey: .anchor)
        let bytes = try members.decode([UInt8].self, forKey: .cells)
        let anchored = try members.decode([Int].self, forKey: .anchored)
        let anchors = try members.decode([String].self, forKey: .anchors)
        let count = bytes.count / Table.cellWidth
        guard bytes.count % Table.cellWidth == 0, anchored.count == anchors.count, anchored.allSatisfy({ (0..<count).contains($0) }) else { throw KeptDocument.Damage() }
        var cells = bytes.withUnsafeBytes { raw in
            (0..<count).map { at in
                let start = at * Table.cellWidth
                func number(_ place: Int) -> Int { Int(UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: start + 4 * place, as: UInt32.self))) }
                return Cell(column: number(0), columnSpan: number(1), rowSpan: number(2), isHeader: raw[start + 12] == 1, anchor: nil)
            }
        }
        for (at, anchor) in zip(anchored, anchors) { cells[at].anchor = anchor }
        let alignments = try rawAlignments.map { raw in
            guard let alignment = Alignment(rawValue: raw) else { throw KeptDocument.Damage() }
            return alignment
        }
        self.init(alignments: alignments, headRows: headRows, number: number, anchor: anchor, cells: cells)
    }

    private static let cellWidth = 13
}

/// A footnote: `[^1]` in the text and `[^1]: …` somewhere.
package struct Footnote: Sendable, Codable {
    /// What stands between `[^` and `]`.
    package let label: String
    /// The events of its text, outside those of the body.
    package let events: Range<Int>
    /// How often the text refers to it; none where nothing does, and its text is shown all the same.
    package let references: Int
}
