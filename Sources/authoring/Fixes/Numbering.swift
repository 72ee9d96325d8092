import Markdown

/// Numbers that stand there twice, because the editor had put one there already: `## 7. 7. Title`, `1. 1. Text`.
enum Numbering {
    static func mended(_ lines: [[UInt8]]) -> [[UInt8]] {
        var lines = lines
        let candidates = lines.indices.compactMap { at in withoutDouble(lines[at]).map { (at, $0) } }
        guard !candidates.isEmpty else { return lines }
        for (at, words) in candidates {
            var changed = lines
            changed[at] = words
            if isMended(lines, changed) { lines = changed }
        }
        return lines
    }

    /// The line without the second number; nil where there is none.
    private static func withoutDouble(_ line: [UInt8]) -> [UInt8]? {
        let start = line.prefix { $0 == 0x20 || $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ">") }.count
        guard start == 0 || line[start - 1] == 0x20 else { return nil }
        let number = line[start...].prefix { $0 != 0x20 }
        guard isNumber(number) else { return nil }
        let second = line[(start + number.count)...].drop { $0 == 0x20 }
        guard second.starts(with: number), !second.isEmpty else { return nil }
        let rest = second.dropFirst(number.count)
        guard rest.first == 0x20, let word = rest.first(where: { $0 != 0x20 }), word | 0x20 >= UInt8(ascii: "a"), word | 0x20 <= UInt8(ascii: "z") else { return nil }
        return Array(line[..<(start + number.count)] + rest)
    }

    /// `7.`, `3)`, `1.1`, `(a)`: digits, or a letter in brackets.
    private static func isNumber(_ token: ArraySlice<UInt8>) -> Bool {
        guard (2...8).contains(token.count), let last = token.last else { return false }
        let isMarked = last == UInt8(ascii: ".") || last == UInt8(ascii: ")") || token.dropFirst().contains(UInt8(ascii: "."))
        if token.first == UInt8(ascii: "("), last == UInt8(ascii: ")") { return token.dropFirst().dropLast().allSatisfy { $0.isDigit || $0.isLower } }
        return isMarked && token.first!.isDigit && token.allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ")") }
    }

    /// Whether nothing else changed: the same words but for one number less, and as many headings, links, pictures and tables.
    private static func isMended(_ before: [[UInt8]], _ after: [[UInt8]]) -> Bool {
        let old = document(before)
        let new = document(after)
        guard old.headings.map(\.anchor) == new.headings.map(\.anchor), old.links.count == new.links.count, old.images.count == new.images.count,
            old.tables.count == new.tables.count, old.footnotes.count == new.footnotes.count
        else { return false }
        guard code(old) == code(new) else { return false }
        let (long, short) = (words(old), words(new))
        guard long.count >= short.count else { return false }
        let same = zip(long, short).prefix { $0 == $1 }.count
        let left = long.count - short.count
        return left <= 1 && Array(long[..<same] + long[(same + left)...]) == short
    }

    private static func document(_ lines: [[UInt8]]) -> Document {
        MarkdownParser().parse(Array(lines.joined(separator: [UInt8(ascii: "\n")]))[...], path: "").document
    }

    private static func code(_ document: Document) -> [[UInt8]] {
        document.events.filter { $0.kind == .codeBlock || $0.kind == .code || $0.kind == .htmlBlock }.map { Array(document.bytes(of: $0)) }
    }

    private static func words(_ document: Document) -> [Substring] {
        document.body.plainText.split { $0 == " " || $0 == "\n" || $0 == "\t" }
    }
}
