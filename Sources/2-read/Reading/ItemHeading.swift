import Model
import Text

/// The heading of an agenda item or a minute, taken apart: `62. Healthy Child Programme (Item 8)`.
struct ItemHeading {
    /// `7`, `7a`, `A1`, `7(a)`
    let number: ItemNumber?
    let title: String
    /// The label in brackets at the end, of a minute.
    let item: ItemNumber?

    init(_ heading: String, namesItem: Bool) {
        let trimmed = heading.trimmingBlanks()
        let (number, rest) = ItemHeading.splitNumber(trimmed)
        self.number = number.map(ItemNumber.init)
        if namesItem, let (title, item) = ItemHeading.splitItem(rest) {
            self.title = title
            self.item = ItemNumber(item)
        } else {
            title = rest
            item = nil
        }
    }

    /// "7. Title", "7a) Title", "7(a) Title"; "7 Title" up to 99, since "2026 in figures" has no number.
    private static func splitNumber(_ text: String) -> (String?, String) {
        let label = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
        let rest = text[label.endIndex...]
        guard (1...6).contains(label.utf8.count), label.contains(where: \.isNumber) else { return (nil, text) }
        if let end = endOfLetter(rest, after: label) {
            let isMarked = end < text.endIndex && (text[end] == "." || text[end] == ")")
            return (String(text[..<end]), text[(isMarked ? text.index(after: end) : end)...].trimmingBlanks())
        }
        let isMarked = rest.first == "." || rest.first == ")"
        let after = isMarked ? rest.dropFirst() : rest
        guard after.isEmpty || isBlank(after.first) else { return (nil, text) }
        guard isMarked || (label.utf8.count <= 2 && label.allSatisfy(\.isNumber) && !after.isEmpty) else { return (nil, text) }
        return (String(label), after.trimmingBlanks())
    }

    /// The end of a number whose letter stands apart: "7(a) Title", "7. (ii) Title", "7 a. Title", "7.a) Title". In "7 A. Smith" the
    /// letter is a name's.
    private static func endOfLetter(_ rest: Substring, after label: Substring) -> String.Index? {
        guard label.utf8.count <= 3, label.last?.isNumber == true, !rest.isEmpty else { return nil }
        let parted = rest.first == "." ? rest.dropFirst() : rest
        let begun = isBlank(parted.first) ? parted.dropFirst() : parted
        if begun.first == "(" {
            let letters = begun.dropFirst().prefix { $0.isASCII && $0.isLetter }
            guard letters.count == 1 || (2...4).contains(letters.count) && letters.allSatisfy({ "ivxIVX".contains($0) }),
                begun[letters.endIndex...].first == ")"
            else { return nil }
            let end = rest.index(after: letters.endIndex)
            return isEnd(rest[end...]) ? end : nil
        }
        guard begun.startIndex > rest.startIndex, !(rest.first == "." && isBlank(parted.first)), let letter = begun.first, ("a"..."z").contains(letter) else { return nil }
        let end = rest.index(after: begun.startIndex)
        guard end < rest.endIndex, rest[end] == "." || rest[end] == ")" else { return nil }
        return isEnd(rest[end...]) ? end : nil
    }

    /// Whether a number may end here: at a dot or bracket, and then at a blank.
    private static func isEnd(_ rest: Substring) -> Bool {
        let after = rest.first == "." || rest.first == ")" ? rest.dropFirst() : rest
        return after.isEmpty || isBlank(after.first)
    }

    private static func isBlank(_ character: Character?) -> Bool { character == " " || character == "\t" || character == "\u{A0}" }

    /// "(Item 8)", "(Agenda item 8)", "[Item 8]", "(Item 7(a))"
    private static func splitItem(_ text: String) -> (String, String)? {
        guard let last = text.utf8.last, last == UInt8(ascii: ")") || last == UInt8(ascii: "]") else { return nil }
        var opens = text.utf8.indices.filter { text.utf8[$0] == UInt8(ascii: "(") || text.utf8[$0] == UInt8(ascii: "[") }
        while let open = opens.popLast() {
            let words = text[text.index(after: open)...].dropLast().split(separator: " ")
            guard let first = words.first?.lowercased() else { continue }
            let isItem = first == "item" || first == "agenda" && words.count > 1 && words[1].lowercased() == "item"
            let label = words.dropFirst(first == "agenda" ? 2 : 1).joined(separator: " ")
            if isItem, (1...8).contains(label.utf8.count), label.utf8.filter({ $0 == UInt8(ascii: " ") }).count < 2 { return (text[..<open].trimmingBlanks(), label) }
        }
        return nil
    }
}

extension ItemHeading {
    /// `item-7`, or the words of the title: `item-childrens-services`.
    func anchorWish(in family: String) -> Anchors.Wish {
        if let number { return Anchors.Wish("\(family)-\(number.anchor)", isNumbered: true) }
        let slug = Slug.make(title)
        return Anchors.Wish("\(family)-" + (slug.isEmpty ? "untitled" : slug), isNumbered: false)
    }
}

extension String {
    /// Whether the bytes of a word stand in it.
    func hasBytes(_ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        let bytes = utf8
        guard let first = UnsafeBufferPointer(start: word.utf8Start, count: count).first else { return true }
        var rest = bytes[...]
        while let at = rest.firstIndex(of: first) {
            rest = rest[at...]
            if rest.count < count { return false }
            if rest.prefix(count).elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: count)) { return true }
            rest = rest.dropFirst()
        }
        return false
    }
}

extension StringProtocol {
    /// Without blanks and line feeds at both ends.
    func trimmingBlanks() -> String {
        let isBlank: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "\n" || $0 == "\r" || $0 == "\t" || $0 == "\u{A0}" }
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !isBlank($0) }), let last = scalars.lastIndex(where: { !isBlank($0) }) else { return "" }
        return String(self[first...last])
    }
}
