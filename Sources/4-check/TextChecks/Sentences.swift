import Markdown

/// The sentences of a paragraph, as far as their length matters.
enum Sentences {
    /// In words. A longer one is reported.
    static let limit = 60

    static func tooLong(in paragraph: Block) -> [(words: Int, line: Int)] {
        let bytes = paragraph.markup.plainBytes
        guard bytes.count > limit * 2 else { return [] }
        var counter = SentenceCounter(line: paragraph.line)
        for at in bytes.indices { counter.take(bytes, at) }
        counter.end()
        return counter.found
    }
}

/// Counts words until a sentence ends: with a full stop, question or exclamation mark before a blank.
private struct SentenceCounter {
    private(set) var found: [(words: Int, line: Int)] = []
    private var words = 0
    private var isInWord = false
    private var line: Int
    private var firstLine: Int

    init(line: Int) {
        self.line = line
        firstLine = line
    }

    mutating func take(_ bytes: [UInt8], _ at: Int) {
        let byte = bytes[at]
        guard byte <= 0x20 else {
            if !isInWord {
                isInWord = true
                if words == 0 { firstLine = line }
                if byte.isLetter || byte.isDigit || byte >= 0x80 { words += 1 }
            }
            return
        }
        isInWord = false
        if byte == UInt8(ascii: "\n") { line += 1 }
        if at > 0, endsSentence(bytes, before: at) { end() }
    }

    mutating func end() {
        if words > Sentences.limit { found.append((words, firstLine)) }
        words = 0
    }

    /// A bracket or quotation mark may stand after the full stop. A semicolon parts the points of a list in a line.
    private func endsSentence(_ bytes: [UInt8], before end: Int) -> Bool {
        let last = bytes[..<end].last { !(")\"'*".utf8.contains($0) || $0 >= 0x80) }
        return last.map { ".?!;".utf8.contains($0) } ?? false
    }
}
