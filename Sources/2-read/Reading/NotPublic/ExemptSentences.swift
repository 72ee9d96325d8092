import Text
import Vocabulary

/// Cuts lines into sentences, in bytes: of a whole archive only few sentences have a word that is looked for, and only those become Strings.
enum ExemptSentences {
    /// The sentences of a line that may say something of privacy, the last with what follows it in the lines below.
    static func telling(_ lines: [ArraySlice<UInt8>], _ at: Int) -> [String] {
        cut(lines, at) { sentence in sentence.withUnsafeBufferPointer { signals.mayStand(in: $0) } }
    }

    /// Those that a look at bytes picks.
    static func cut(_ lines: [ArraySlice<UInt8>], _ at: Int, where isWanted: (ArraySlice<UInt8>) -> Bool) -> [String] {
        let line = lines[at]
        var found: [String] = []
        var start = line.startIndex
        while start < line.endIndex {
            let end = end(of: line, from: start)
            let sentence = end == line.endIndex ? runningOn(line[start...], lines, at) : line[start..<end]
            if isWanted(sentence) { found.append(ExemptLine.readable(String(decoding: sentence, as: UTF8.self))) }
            start = end == line.endIndex ? end : end + 1
        }
        return found
    }

    /// Where a sentence ends: at its sign, or with the line. "No. 9" and "4.5" end none.
    private static func end(of line: ArraySlice<UInt8>, from start: Int) -> Int {
        var at = start
        while at < line.endIndex {
            let byte = line[at]
            if byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: ";") { return at }
            if byte == UInt8(ascii: "."), at + 1 == line.endIndex || !line[at + 1].isLetter && !line[at + 1].isDigit, !isOfNumber(line[start..<at]) { return at }
            at += 1
        }
        return at
    }

    private static func isOfNumber(_ words: ArraySlice<UInt8>) -> Bool {
        let last = words.suffix(4).map(\.lowercased)
        return last.suffix(3).elementsEqual(" no".utf8) || last.elementsEqual(" nos".utf8) || words.count < 5 && words.allSatisfy { $0.isDigit || " #*.".utf8.contains($0) }
    }

    private static func runningOn(_ sentence: ArraySlice<UInt8>, _ lines: [ArraySlice<UInt8>], _ at: Int) -> ArraySlice<UInt8> {
        guard let next = lines[(at + 1)...].first, next.first.map({ $0.isLetter || $0.isDigit }) ?? false, sentence.first != UInt8(ascii: "#") else { return sentence }
        var whole = Array(sentence)
        for next in lines[(at + 1)...].prefix(3) {
            guard next.first.map({ $0.isLetter || $0.isDigit }) ?? false else { break }
            let end = end(of: next, from: next.startIndex)
            whole += [0x20] + next[..<end]
            if end < next.endIndex { break }
        }
        return whole[...]
    }

    private static let signals = WordSignals(
        [.exempt, .confidential, .private, .restricted, .sensitive, .exclusion].map(Vocabulary.list),
        phrases: Vocabulary.phrases(.notForPublication) + Vocabulary.phrases(.sittingInPrivate) + [["closed", "to"], ["closed", "session"], ["in", "confidence"]])
}
