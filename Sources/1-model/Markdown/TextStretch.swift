/// A stretch of a text event, to be shown in a way of its own.
package struct TextStretch: Sendable {
    /// The event's place in `Document.events`.
    package let event: UInt32
    /// The first byte in `Document.text` …
    package let start: UInt32
    /// … and how many there are.
    package let length: UInt32

    package init(event: Int, bytes: Range<Int>) {
        self.event = UInt32(event)
        start = UInt32(bytes.lowerBound)
        length = UInt32(bytes.count)
    }
}

/// How a stretch of text is written.
package enum TextMark: Sendable {
    /// As a link; the value of `href`, not yet escaped.
    case link([UInt8])
    /// As a term. A button opens its meaning, which stands elsewhere on the page under that anchor, as a popover.
    case term(anchor: String, meaning: String)
    case none
}

/// Stretches of a document's text that are written in ways of their own.
package struct MarkedText {
    /// In the order of the text; none overlap.
    let stretches: [TextStretch]
    /// How the stretch of that position is written.
    let mark: (Int) -> TextMark

    package init(_ stretches: [TextStretch], mark: @escaping (Int) -> TextMark) {
        self.stretches = stretches
        self.mark = mark
    }

    package static var none: MarkedText { MarkedText([]) { _ in .none } }
}
