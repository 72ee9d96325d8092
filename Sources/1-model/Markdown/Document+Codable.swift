import Diagnostics
import Results
import Synchronization

/// The documents that a kept value holds. Many stretches are of one document, which is written once and is one again when it is read.
package final class KeptDocuments: Sendable {
    private let all = Mutex<[Document]>([])

    package init() {}

    fileprivate func position(of document: Document) -> (position: Int, isNew: Bool) {
        all.withLock { all in
            if let known = all.lastIndex(where: { $0 === document }) { return (known, false) }
            all.append(document)
            return (all.count - 1, true)
        }
    }

    fileprivate var count: Int { all.withLock { $0.count } }
    fileprivate func add(_ document: Document) { all.withLock { $0.append(document) } }
    fileprivate subscript(position: Int) -> Document? { all.withLock { $0.indices.contains(position) ? $0[position] : nil } }
}

extension Document: Encodable {
    fileprivate enum CodingKeys: CodingKey { case position, content }

    /// In a digest by what names it: what it says is answered for itself. In what is kept with all that it says.
    public func encode(to encoder: any Encoder) throws {
        guard let others = encoder.userInfo[ValueBytes.context] as? KeptDocuments else {
            var single = encoder.singleValueContainer()
            return try single.encode(path)
        }
        var members = encoder.container(keyedBy: CodingKeys.self)
        let (position, isNew) = others.position(of: self)
        try members.encode(position, forKey: .position)
        if isNew { try members.encode(DocumentContent.bytes(of: self), forKey: .content) }
    }
}

/// A document as a member of a value that can be kept.
package struct KeptDocument: Sendable, Codable {
    /// The bytes are not those of a document.
    struct Damage: Error {}

    package let document: Document

    package init(_ document: Document) { self.document = document }

    package func encode(to encoder: any Encoder) throws { try document.encode(to: encoder) }

    package init(from decoder: any Decoder) throws {
        guard let others = decoder.userInfo[ValueBytes.context] as? KeptDocuments else { throw KeptDocument.Damage() }
        let members = try decoder.container(keyedBy: Document.CodingKeys.self)
        let position = try members.decode(Int.self, forKey: .position)
        if let known = others[position] {
            document = known
            return
        }
        guard position == others.count else { throw KeptDocument.Damage() }
        document = try DocumentContent.document(from: try members.decode([UInt8].self, forKey: .content))
        others.add(document)
    }
}

/// All that a document says, as bytes.
struct DocumentContent: Codable {
    let path: String
    let extensions: Extensions
    let events: [UInt8]
    let text: [UInt8]
    let headings: HeadingColumns
    let lists: [ListStyle]
    let labels: LabelColumns
    let links: LinkColumns
    let images: [Image]
    let tables: [Table]
    let footnotes: [Footnote]
    let numbers: TextNumbers?
    /// Each with the anchor that they are by, since a dictionary has no order.
    let otherAnchors: [[String]]
    let movedAnchors: [[String]]
    let scope: ParagraphScope
    let correctionCount: Int
    let bodyEnd: Int

    /// What a digest was made of once is not written a second time for it.
    static func bytes(of document: Document) -> [UInt8] {
        let bytes = ValueBytes.of(DocumentContent(document))
        document.keptDigest.set(Digest.of(bytes: bytes))
        return bytes
    }

    static func document(from bytes: [UInt8]) throws -> Document {
        let document = try ValueBytes.value(DocumentContent.self, from: bytes).document
        document.keptDigest.set(Digest.of(bytes: bytes))
        return document
    }

    private init(_ document: Document) {
        (path, extensions, text, headings) = (document.path, document.extensions, document.text, HeadingColumns(document.headings))
        (lists, labels, links, images) = (document.lists, LabelColumns(document.labels), LinkColumns(document.links), document.images)
        (tables, footnotes, numbers) = (document.tables, document.footnotes, document.numbers)
        otherAnchors = document.otherAnchors.sorted { $0.key < $1.key }.map { [$0.key] + $0.value }
        movedAnchors = document.movedAnchors.sorted { $0.key < $1.key }.map { [$0.key, $0.value] }
        scope = document.scope
        (correctionCount, bodyEnd) = (document.correctionCount, document.bodyEnd)
        events = DocumentContent.bytes(of: document.events)
    }

    private var document: Document {
        get throws {
            guard otherAnchors.allSatisfy({ !$0.isEmpty }), movedAnchors.allSatisfy({ $0.count == 2 }) else { throw KeptDocument.Damage() }
            let others = Dictionary(otherAnchors.map { ($0[0], Array($0.dropFirst())) }, uniquingKeysWith: { first, _ in first })
            let moved = Dictionary(movedAnchors.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
            return Document(
                path: path, extensions: extensions, events: try DocumentContent.events(events), text: text, headings: try headings.all, lists: lists,
                labels: try labels.all, links: try links.all, images: images, tables: tables, footnotes: footnotes, numbers: numbers, otherAnchors: others, movedAnchors: moved,
                scope: scope, correctionCount: correctionCount, bodyEnd: bodyEnd)
        }
    }

    private static let width = 22

    private static func bytes(of events: [Event]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: events.count * width) { bytes, count in
            let raw = UnsafeMutableRawBufferPointer(bytes)
            for (at, event) in events.enumerated() {
                let start = at * width
                raw[start] = event.kind.rawValue
                raw[start + 1] = event.level
                for (place, number) in [event.index, event.start, event.length, event.extent, event.line].enumerated() {
                    raw.storeBytes(of: number.littleEndian, toByteOffset: start + 2 + 4 * place, as: UInt32.self)
                }
            }
            count = events.count * width
        }
    }

    private static func events(_ bytes: [UInt8]) throws -> [Event] {
        guard bytes.count % width == 0 else { throw KeptDocument.Damage() }
        return try bytes.withUnsafeBytes { raw in
            try stride(from: 0, to: bytes.count, by: width).map { start in
                guard let kind = Event.Kind(rawValue: raw[start]) else { throw KeptDocument.Damage() }
                func number(_ place: Int) -> UInt32 { UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: start + 2 + 4 * place, as: UInt32.self)) }
                var event = Event(kind)
                event.level = raw[start + 1]
                (event.index, event.start, event.length, event.extent, event.line) = (number(0), number(1), number(2), number(3), number(4))
                return event
            }
        }
    }
}

// What texts have most of, member by member: headings, labels, links.

struct HeadingColumns: Codable {
    private let numbers: [UInt8]
    private let texts: [UInt8]

    init(_ headings: [Heading]) {
        numbers = Columns.of(headings.flatMap { [$0.level, $0.line, $0.event, $0.number == nil ? 0 : 1] })
        texts = Columns.of(headings.flatMap { [$0.title, $0.anchor] + [$0.number].compactMap(\.self) })
    }

    var all: [Heading] {
        get throws {
            let (numbers, texts) = (try Columns.numbers(numbers), try Columns.texts(texts))
            guard numbers.count % 4 == 0 else { throw KeptDocument.Damage() }
            var headings: [Heading] = []
            var at = 0
            for start in stride(from: 0, to: numbers.count, by: 4) {
                let isNumbered = numbers[start + 3] == 1
                guard at + (isNumbered ? 3 : 2) <= texts.count else { throw KeptDocument.Damage() }
                headings.append(Heading(
                    level: numbers[start], title: texts[at], number: isNumbered ? texts[at + 2] : nil, anchor: texts[at + 1], line: numbers[start + 1],
                    event: numbers[start + 2]))
                at += isNumbered ? 3 : 2
            }
            return headings
        }
    }
}

struct LabelColumns: Codable {
    private let numbers: [UInt8]
    private let anchors: [UInt8]

    init(_ labels: [Label]) {
        numbers = Columns.of(labels.flatMap { [$0.line, $0.number == nil ? 0 : 1, $0.number ?? 0] })
        anchors = Columns.of(labels.map(\.anchor))
    }

    var all: [Label] {
        get throws {
            let (numbers, anchors) = (try Columns.numbers(numbers), try Columns.texts(anchors))
            guard numbers.count == 3 * anchors.count else { throw KeptDocument.Damage() }
            return anchors.indices.map { Label(anchor: anchors[$0], number: numbers[3 * $0 + 1] == 1 ? numbers[3 * $0 + 2] : nil, line: numbers[3 * $0]) }
        }
    }
}

struct LinkColumns: Codable {
    private let numbers: [UInt8]
    private let texts: [UInt8]

    init(_ links: [Link]) {
        numbers = Columns.of(links.flatMap { [$0.location.line, $0.location.column] })
        texts = Columns.of(links.flatMap { [$0.destination, $0.title, $0.location.path] })
    }

    var all: [Link] {
        get throws {
            let (numbers, texts) = (try Columns.numbers(numbers), try Columns.texts(texts))
            guard 3 * numbers.count == 2 * texts.count, texts.count % 3 == 0 else { throw KeptDocument.Damage() }
            return (0..<texts.count / 3).map { at in
                let location = SourceLocation(texts[3 * at + 2], line: numbers[2 * at], column: numbers[2 * at + 1])
                return Link(destination: texts[3 * at], title: texts[3 * at + 1], location: location)
            }
        }
    }
}

extension Markup: Codable {
    private enum CodingKeys: CodingKey { case document, start, end }

    /// A stretch is part of what holds it: in a digest with all that its document says.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        if encoder.userInfo[ValueBytes.context] is KeptDocuments {
            try members.encode(document, forKey: .document)
        } else {
            try members.encode(Int(bitPattern: UInt(document.digest)), forKey: .document)
        }
        try members.encode(events.lowerBound, forKey: .start)
        try members.encode(events.upperBound, forKey: .end)
    }

    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        let document = try members.decode(KeptDocument.self, forKey: .document).document
        let (start, end) = (try members.decode(Int.self, forKey: .start), try members.decode(Int.self, forKey: .end))
        guard 0 <= start, start <= end, end <= document.events.count else { throw KeptDocument.Damage() }
        self.init(document, start..<end)
    }
}
