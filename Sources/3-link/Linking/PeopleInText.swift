import Model

/// A stretch of a line, and whom it names.
package struct NamedPart: Sendable, Equatable {
    package let text: String
    /// The place in `People.all`; nil where it is no known name.
    package let person: Int?

    package init(text: String, person: Int?) {
        self.text = text
        self.person = person
    }
}

extension People {
    /// Finds the people whom a line names between its commas, brackets, dashes and "and": of "Tom Brailsford, Joint
    /// Commissioning Manager" the first two words. The parts joined are the line.
    package func parts(of line: String) -> [NamedPart] {
        if let only = position(ofPrinted: line) { return [NamedPart(text: line, person: only)] }
        var parts: [NamedPart] = []
        var plain = ""
        for piece in LinePieces(line) {
            let name = piece.isSeparator ? nil : position(of: piece.text)
            if name == nil { plain += piece.text; continue }
            if !plain.isEmpty { parts.append(NamedPart(text: plain, person: nil)) }
            plain = ""
            parts.append(NamedPart(text: piece.text, person: name))
        }
        if !plain.isEmpty { parts.append(NamedPart(text: plain, person: nil)) }
        return parts
    }

    /// The people whom a line names, each once.
    package func positions(in line: String) -> [Int] {
        var found: [Int] = []
        for person in parts(of: line).compactMap(\.person) where !found.contains(person) { found.append(person) }
        return found
    }
}

/// Cuts a line at what may stand between names.
private struct LinePieces: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    private var at = 0

    init(_ line: String) { bytes = Array(line.utf8) }

    mutating func next() -> (text: String, isSeparator: Bool)? {
        guard at < bytes.count else { return nil }
        let start = at
        if let length = separator() {
            at += length
            while let more = separator() { at += more }
            return (text(start..<at), true)
        }
        while at < bytes.count, separator() == nil { at += 1 }
        return (text(start..<at), false)
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// How long the separator is that begins here, the blanks around it included.
    private func separator() -> Int? {
        guard at < bytes.count else { return nil }
        if LinePieces.signs.contains(bytes[at]) { return 1 }
        guard bytes[at] == UInt8(ascii: " ") else { return nil }
        let rest = bytes[(at + 1)...]
        if rest.isEmpty || LinePieces.signs.contains(rest.first!) || rest.first == UInt8(ascii: " ") { return 1 }
        if at > 0, LinePieces.signs.contains(bytes[at - 1]) || bytes[at - 1] == UInt8(ascii: " ") { return 1 }
        return LinePieces.words.first { rest.starts(with: $0) }.map { $0.count + 1 }
    }

    private static let signs: Set<UInt8> = Set(",;()/&:\n".utf8)
    private static let words = ["and ", "– ", "— ", "- ", "with ", "for "].map { Array($0.utf8) }
}
