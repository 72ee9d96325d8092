/// A stretch of a text event, to be shown in a way of its own.
public struct TextStretch: Sendable {
    /// The event's place in `Document.events`.
    public let event: UInt32
    /// The first byte in `Document.text` …
    public let start: UInt32
    /// … and how many there are.
    public let length: UInt32

    public init(event: Int, bytes: Range<Int>) {
        self.event = UInt32(event)
        start = UInt32(bytes.lowerBound)
        length = UInt32(bytes.count)
    }
}

/// How a stretch of text is written.
public enum TextMark: Sendable {
    /// As a link; the value of `href`, not yet escaped.
    case link([UInt8])
    /// As a term. A button opens its meaning, which stands elsewhere on the page under that anchor, as a popover.
    case term(anchor: String, meaning: String)
    case none
}

/// Stretches of a document's text that are written in ways of their own.
public struct MarkedText {
    /// In the order of the text; none overlap.
    let stretches: [TextStretch]
    /// How the stretch of that position is written.
    let mark: (Int) -> TextMark

    public init(_ stretches: [TextStretch], mark: @escaping (Int) -> TextMark) {
        self.stretches = stretches
        self.mark = mark
    }

    public static var none: MarkedText { MarkedText([]) { _ in .none } }
}
