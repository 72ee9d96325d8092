/// The results of one build, each with what was asked for it and what was answered then: as they are kept for the next.
package struct KeptResults: Sendable {
    struct Entry: Sendable {
        /// Positions in `questions`.
        var questions: [UInt32]
        /// Results that went into it: positions in `parts`.
        var parts: [UInt32]
        var content: [UInt8]
    }

    /// Of what every result depends on.
    let base: UInt64
    var questions: [UInt64] = []
    /// For each question.
    var answers: [UInt64] = []
    /// What went into several results, without content.
    var parts: [Entry] = []
    /// By the name of the result.
    var entries: [UInt64: Entry] = [:]

    init(base: UInt64) { self.base = base }
}

// MARK: As bytes

extension KeptResults {
    /// Numbers in eight or four bytes, the lowest first, and lists with their length before them.
    package var bytes: [UInt8] {
        var out: [UInt8] = []
        out.put(base)
        out.put(questions)
        out.put(answers)
        out.put(UInt64(parts.count))
        for part in parts { out.put(part) }
        out.put(UInt64(entries.count))
        for (name, entry) in entries {
            out.put(name)
            out.put(entry)
        }
        return out
    }

    /// nil where the bytes are not those of results.
    package init?(_ bytes: [UInt8]) {
        var reader = ListReader(bytes)
        guard let base = reader.number() else { return nil }
        self.init(base: base)
        guard let questions = reader.numbers(), let answers = reader.numbers(), questions.count == answers.count, let count = reader.number() else { return nil }
        (self.questions, self.answers) = (questions, answers)
        for at in 0..<count {
            guard let part = reader.entry(), part.isSound(questions: questions.count, parts: Int(at)) else { return nil }
            parts.append(part)
        }
        guard let total = reader.number() else { return nil }
        for _ in 0..<total {
            guard let name = reader.number(), let entry = reader.entry(), entry.isSound(questions: questions.count, parts: parts.count) else { return nil }
            entries[name] = entry
        }
        guard reader.isAtEnd else { return nil }
    }
}

extension KeptResults.Entry {
    /// Whether it names nothing that is not there.
    fileprivate func isSound(questions count: Int, parts partCount: Int) -> Bool {
        questions.allSatisfy { $0 < count } && parts.allSatisfy { $0 < partCount }
    }
}

extension [UInt8] {
    fileprivate mutating func put(_ number: UInt64) { Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) } }

    fileprivate mutating func put<Number: FixedWidthInteger>(_ numbers: [Number]) {
        put(UInt64(numbers.count))
        for number in numbers { Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) } }
    }

    fileprivate mutating func put(_ entry: KeptResults.Entry) {
        put(entry.questions)
        put(entry.parts)
        put(UInt64(entry.content.count))
        self += entry.content
    }
}

private struct ListReader {
    private let bytes: [UInt8]
    private var at = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { at == bytes.count }

    mutating func number() -> UInt64? { list(of: UInt64.self, count: 1)?[0] }

    mutating func numbers() -> [UInt64]? { number().flatMap { list(of: UInt64.self, count: $0) } }

    mutating func entry() -> KeptResults.Entry? {
        guard let questions = number().flatMap({ list(of: UInt32.self, count: $0) }), let parts = number().flatMap({ list(of: UInt32.self, count: $0) }),
            let content = number().flatMap({ list(of: UInt8.self, count: $0) })
        else { return nil }
        return KeptResults.Entry(questions: questions, parts: parts, content: content)
    }

    private mutating func list<Number: FixedWidthInteger>(of _: Number.Type, count: UInt64) -> [Number]? {
        let width = MemoryLayout<Number>.size
        guard count <= UInt64((bytes.count - at) / width) else { return nil }
        let start = at
        at += Int(count) * width
        return bytes.withUnsafeBytes { bytes in
            (0..<Int(count)).map { Number(littleEndian: bytes.loadUnaligned(fromByteOffset: start + $0 * width, as: Number.self)) }
        }
    }
}
