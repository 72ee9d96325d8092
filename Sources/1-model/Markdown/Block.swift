/// A run of whole blocks of a document: the whole body, one agenda item, the paragraphs of a minute.
public struct Markup: Sendable {
    public let document: Document
    /// The run in `document.events`.
    public let events: Range<Int>

    public init(_ document: Document, _ events: Range<Int>) {
        self.document = document
        self.events = events
    }

    public var isEmpty: Bool { events.isEmpty }
    /// The blocks that stand side by side in this run.
    public var blocks: Blocks { Blocks(document: document, events: events) }
    /// The words, with a space between blocks, without any marks.
    public var plainText: String { document.plainText(of: events) }
    /// The same words in UTF-8, for what writes bytes.
    public var plainBytes: [UInt8] { document.plainBytes(of: events) }
}

extension Document {
    /// The whole body. Footnotes' texts come after it and are not part of it.
    package var body: Markup { Markup(self, 0..<bodyEnd) }
}

/// Blocks or inlines that stand side by side, each a thin view on the document's events.
public struct Blocks: Sequence, IteratorProtocol, Sendable {
    let document: Document
    var events: Range<Int>

    public mutating func next() -> Block? {
        guard let at = events.first else { return nil }
        let block = Block(document: document, at: at)
        events = block.events.upperBound..<Swift.max(events.upperBound, block.events.upperBound)
        return block
    }
}

/// One block or inline of a document.
public struct Block: Sendable {
    public let document: Document
    /// Its opening event, or itself where it is a leaf.
    public let at: Int

    public init(document: Document, at: Int) {
        self.document = document
        self.at = at
    }

    public var event: Event { document.events[at] }
    public var kind: Event.Kind { event.kind }
    public var line: Int { Int(event.line) }
    /// Its events, opening and closing included.
    public var events: Range<Int> { at..<at + Int(event.extent) }
    /// What it holds.
    public var children: Blocks { Blocks(document: document, events: inner) }
    public var markup: Markup { Markup(document, events) }
    /// What it holds, as markup: the blocks of a list item, the inlines of a paragraph.
    public var content: Markup { Markup(document, inner) }
    /// The words, without any marks.
    public var plainText: String { document.plainText(of: events) }

    /// The first byte of its words; nil where it has none. Cheaper than `plainText`, for telling most blocks apart.
    public var firstByte: UInt8? {
        document.events[events].first { ($0.kind == .text || $0.kind == .code) && $0.length > 0 }.map { document.text[Int($0.start)] }
    }

    /// The text of a leaf; the printed label ("(a)", "1.1") of a paragraph or list item; otherwise nil.
    public var label: String? {
        event.length == 0 ? nil : String(decoding: document.bytes(of: event), as: UTF8.self)
    }

    /// What a callout is.
    package var callout: Callout? { kind == .callout ? Callout(rawValue: event.level) : nil }

    private var inner: Range<Int> { event.extent < 2 ? at + 1..<at + 1 : at + 1..<at + Int(event.extent) - 1 }
}

/// A block quote that opens with `**Note:**`, `**Draft:**` or `**Correction:**`. The words stay in the text.
package enum Callout: UInt8, Sendable {
    case note = 1
    case draft, correction

    /// Where a correction stands in its document: `correction-1` is the first.
    package static func anchor(ofCorrection number: Int) -> String { "correction-\(number)" }
}

extension Document {
    /// The corrections in order: callouts that open with `**Correction:**`.
    package var corrections: [Block] {
        events.indices.filter { events[$0].kind == .callout && events[$0].level == Callout.correction.rawValue }.map { Block(document: self, at: $0) }
    }
}

extension Document {
    /// The text of a leaf, or the label of a block.
    package func bytes(of event: Event) -> ArraySlice<UInt8> {
        text[Int(event.start)..<Int(event.start + event.length)]
    }
}
