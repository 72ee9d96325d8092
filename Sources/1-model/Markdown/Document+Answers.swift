import Results
import Text

extension Document {
    /// The document, handed out to one who may look into it.
    package var asked: Document {
        Asking.note(question)
        return self
    }

    package func answer(into answers: inout Answers) { answers.add(question, digest) }

    /// Of all that it says.
    package var digest: UInt64 {
        let known = keptDigest.load(ordering: .relaxed)
        if known != 0 { return known }
        let digest = Digest.joining([Digest.of(SideTables(self)), ContentHash.value(of: text), ofEvents])
        keptDigest.store(digest, ordering: .relaxed)
        return digest
    }

    /// Member by member, since what lies between them in memory may be anything.
    private var ofEvents: UInt64 {
        var hash: UInt64 = 0
        for event in events {
            hash = ContentHash.value(of: (UInt64(event.kind.rawValue) << 40 | UInt64(event.level) << 32 | UInt64(event.index)), after: hash)
            hash = ContentHash.value(of: UInt64(event.start) << 32 | UInt64(event.length), after: hash)
            hash = ContentHash.value(of: UInt64(event.extent) << 32 | UInt64(event.line), after: hash)
        }
        return hash
    }
}

private struct SideTables: Encodable {
    let headings: [Heading]
    let lists: [ListStyle]
    let labels: [Label]
    let links: [Link]
    let images: [Image]
    let tables: [Table]
    let footnotes: [Footnote]
    let numbers: String?
    let otherAnchors: [String]
    let movedAnchors: [String]
    let bodyEnd: Int

    init(_ document: Document) {
        (headings, lists, labels, links) = (document.headings, document.lists, document.labels, document.links)
        (images, tables, footnotes, bodyEnd) = (document.images, document.tables, document.footnotes, document.bodyEnd)
        numbers = document.numbers?.current.hexadecimal
        otherAnchors = document.otherAnchors.sorted { $0.key < $1.key }.flatMap { [$0.key] + $0.value + [""] }
        movedAnchors = document.movedAnchors.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
    }
}

extension Document: Encodable {
    /// What names it: what it says is answered for itself.
    public func encode(to encoder: any Encoder) throws {
        var single = encoder.singleValueContainer()
        try single.encode(path)
    }
}

extension Markup: Encodable {
    /// A stretch is part of what holds it.
    public func encode(to encoder: any Encoder) throws {
        var parts = encoder.unkeyedContainer()
        try parts.encode(Int(bitPattern: UInt(document.digest)))
        try parts.encode(events.lowerBound)
        try parts.encode(events.upperBound)
    }
}
