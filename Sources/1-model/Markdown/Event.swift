/// One step through a parsed document: something opens, a leaf stands, or the last thing opened closes.
///
/// A document is a flat array of these, so that it costs little memory, is walked without recursion however deep
/// its quotes are nested, and can be shared between threads.
///
/// Public, as the views on it are, where all else is the package's own: the compiler inlines across modules only what is public, and every walk
/// over a text asks these.
public struct Event: Sendable {
    public enum Kind: UInt8, Sendable {
        // Blocks that hold blocks.
        case quote, callout, list, item, figure
        // Tables. A table holds an optional caption, then rows; a row holds cells.
        case table, caption, row, cell
        // Blocks that hold inlines.
        case paragraph, heading
        // Blocks that are leaves.
        case codeBlock, htmlBlock, thematicBreak, pageMark
        // Inlines that hold inlines.
        case emphasis, strong, deleted, link, `subscript`, superscript, abbreviation, span
        // Inlines that are leaves. A soft break is a line feed within a text.
        case text, code, lineBreak, image, html, footnoteReference
        // Closes the innermost thing that is open.
        case close
    }

    public var kind: Kind
    /// The level of a heading (1…6); whether a list is tight (1) or loose (0); the `Callout` of a callout; which of a
    /// footnote's references this one is, from 1; the `WritingDirection` of a span; otherwise 0.
    public var level: UInt8 = 0
    /// Where in the side table of its kind the rest is found (`headings`, `lists`, `links`, `images`, `tables` …; `labels`
    /// for a correction which one it is, from 1; for a page mark, and for a paragraph or item with a label; the cells of its table for a cell). For a code block, how many bytes
    /// directly before `start` name its language.
    public var index: UInt32 = 0
    /// A leaf's text, the label of a numbered paragraph or item, the meaning of an abbreviation, the language of a span,
    /// the number of a page: its first byte in `Document.text` …
    public var start: UInt32 = 0
    /// … and its length in bytes.
    public var length: UInt32 = 0
    /// For what opens: how many events it has with its own opening and closing; 1 for a leaf.
    public var extent: UInt32 = 1
    /// The line in the file, counted from 1.
    public var line: UInt32 = 0

    public init(_ kind: Kind) { self.kind = kind }
}

/// How the words of a span run, where the source says so.
enum WritingDirection: UInt8 {
    case unsaid, ltr, rtl, auto
}
