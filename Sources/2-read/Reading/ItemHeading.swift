/// The heading of an agenda item or a minute, taken apart: `62. Healthy Child Programme (Item 8)`.
struct ItemHeading {
    /// `7`, `7a`, `A1`
    let number: String?
    let title: String
    /// The label in brackets at the end, of a minute.
    let item: String?

    init(_ heading: String, namesItem: Bool) {
        let trimmed = heading.trimmingBlanks()
        let (number, rest) = ItemHeading.splitNumber(trimmed)
        self.number = number
        if namesItem, let (title, item) = ItemHeading.splitItem(rest) {
            self.title = title
            self.item = item
        } else {
            title = rest
            item = nil
        }
    }

    /// "7. Title", "7a) Title"; "7 Title" up to 99, since "2026 in figures" has no number.
    private static func splitNumber(_ text: String) -> (String?, String) {
        let label = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
        let rest = text[label.endIndex...]
        guard (1...6).contains(label.utf8.count), label.contains(where: \.isNumber) else { return (nil, text) }
        let isMarked = rest.first == "." || rest.first == ")"
        let after = isMarked ? rest.dropFirst() : rest
        guard after.isEmpty || after.first == " " || after.first == "\t" || after.first == "\u{A0}" else { return (nil, text) }
        guard isMarked || (label.utf8.count <= 2 && label.allSatisfy(\.isNumber) && !after.isEmpty) else { return (nil, text) }
        return (String(label), after.trimmingBlanks())
    }

    /// "(Item 8)", "(Agenda item 8)", "[Item 8]"
    private static func splitItem(_ text: String) -> (String, String)? {
        guard let last = text.last, ")]".contains(last), let open = text.lastIndex(where: { "([".contains($0) }) else { return nil }
        let words = text[text.index(after: open)...].dropLast().lowercased().split(separator: " ")
        guard let label = words.last, ["item", "agenda item"].contains(words.dropLast().joined(separator: " ")) else { return nil }
        return (text[..<open].trimmingBlanks(), String(label))
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
        guard let first = scalars.firstIndex(where: { !isBlank($0) }), let last = scalars.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(self[first...last])
    }
}

/// Anchors that stay unique within a page: the second of the same name gets `--2`, which no heading or label has.
struct Anchors {
    private var taken: Set<String> = []

    mutating func make(_ wanted: String) -> String {
        var anchor = wanted
        var copy = 2
        while !taken.insert(anchor).inserted {
            anchor = "\(wanted)--\(copy)"
            copy += 1
        }
        return anchor
    }
}
