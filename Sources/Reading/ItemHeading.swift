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

    private static func splitNumber(_ text: String) -> (String?, String) {
        guard let dot = text.firstIndex(of: ".") else { return (nil, text) }
        let label = text[..<dot]
        let rest = text[text.index(after: dot)...]
        let isLabel = label.utf8.count <= 6 && label.contains { $0.isNumber }
            && label.utf8.allSatisfy { $0 < 0x80 && ($0.isLetter || $0.isDigit) }
        guard isLabel, rest.isEmpty || rest.first == " " else { return (nil, text) }
        return (String(label), String(rest).trimmingBlanks())
    }

    private static func splitItem(_ text: String) -> (String, String)? {
        guard text.hasSuffix(")"), let open = text.lastIndex(of: "(") else { return nil }
        let inside = text[text.index(after: open)...].dropLast()
        let words = inside.split(separator: " ")
        guard words.count == 2, ["item", "agenda"].contains(words[0].lowercased()) else { return nil }
        return (String(text[..<open]).trimmingBlanks(), String(words[1]))
    }
}

extension UInt8 {
    var isDigit: Bool { (48...57).contains(self) }
    var isLetter: Bool { (65...90).contains(self) || (97...122).contains(self) }
}

extension StringProtocol {
    /// Without blanks and line feeds at both ends.
    func trimmingBlanks() -> String {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\u{A0}" }
        guard let first = firstIndex(where: { !isBlank($0) }), let last = lastIndex(where: { !isBlank($0) }) else { return "" }
        return String(self[first...last])
    }
}

/// Anchors that stay unique within a page: the second of the same name gets `-2`.
struct Anchors {
    private var taken: Set<String> = []

    mutating func make(_ wanted: String) -> String {
        var anchor = wanted
        var copy = 2
        while !taken.insert(anchor).inserted {
            anchor = "\(wanted)-\(copy)"
            copy += 1
        }
        return anchor
    }
}
