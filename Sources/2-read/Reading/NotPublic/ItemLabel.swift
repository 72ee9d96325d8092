import Text

/// The number of an item in whatever form people write it: "9.", "(9)", "09", "Item 9:", "Agenda item 9 –", "No. 9".
enum ItemLabel {
    /// Words before the number.
    private static let names: Set<String> = ["agenda", "item", "items", "no", "nr", "number", "minute"]

    /// Whether a text begins with the number of an item, as a heading does: not "Items 9 and 10 will be …".
    static func opens(_ text: String) -> Bool {
        let words = ExemptWords.words(of: text)
        return words.first != "items" && !ExemptWords.hasVerb(words) && split(text).number != nil
    }

    /// The number in small letters without zeros before it, and the other words.
    static func split(_ text: String) -> (number: String?, words: [String]) {
        let words = ExemptWords.words(of: text)
        let named = words.prefix { names.contains($0) }
        let rest = words.dropFirst(named.count)
        guard let first = rest.first, let number = plain(first) else { return (nil, words) }
        let opening = text.drop { $0.isWhitespace }
        let after = opening.drop { $0.isLetter || $0.isNumber }.first
        let isMarked = !named.isEmpty || opening.first.map { "([#".contains($0) } ?? false || after.map { ".):]–—-".contains($0) } ?? false
        let isBare = number.count <= 2 && opening.drop(while: \.isNumber).first.map(\.isWhitespace) ?? false
        return isMarked || isBare ? (number, Array(rest.dropFirst())) : (nil, words)
    }

    /// "09" as "9", "9A" as "9a"; nil for what numbers no item.
    static func plain(_ label: String) -> String? {
        let own = label.lowercased().drop { $0 == "0" }
        guard (1...5).contains(own.count), own.contains(where: \.isNumber), own.count(where: \.isLetter) <= 1, own.allSatisfy({ $0.isASCII }) else { return nil }
        return own.count(where: \.isNumber) <= 3 ? String(own) : nil
    }

    /// Where the label ends that a line begins with: "9.", "9.1", "9a)", "a)", "iv."; nil where none is there, or a word goes on behind it.
    static func end(_ line: Substring.UTF8View) -> Substring.Index? {
        guard let first = line.first else { return nil }
        guard first.isDigit else {
            let letters = line.prefix { $0.isLetter }
            guard letters.count == 1 || letters.count <= 5 && letters.allSatisfy(romans.contains) else { return nil }
            return endOfLabel(line, letters.endIndex, mayBeOpen: false)
        }
        var end = line.startIndex
        while true {
            let digits = line[end...].prefix { $0.isDigit }
            guard (1...3).contains(digits.count) else { return nil }
            end = digits.endIndex
            let next = line[end...].dropFirst()
            guard line[end...].first == UInt8(ascii: "."), next.first?.isDigit ?? false else { break }
            end = next.startIndex
        }
        if line[end...].first?.isLower ?? false { end = line.index(after: end) }
        return endOfLabel(line, end, mayBeOpen: true)
    }

    private static let romans = Array("ivxIVX".utf8)

    /// Behind the sign that closes a label, or before it where that is a mark of its own: "9:30".
    private static func endOfLabel(_ line: Substring.UTF8View, _ end: Substring.Index, mayBeOpen: Bool) -> Substring.Index? {
        let rest = line[end...]
        if let sign = rest.first, ".)]".utf8.contains(sign) || mayBeOpen && sign == UInt8(ascii: ":") {
            let after = line.index(after: end)
            if isOver(line[after...]) { return after }
        }
        return mayBeOpen && isOver(rest) ? end : nil
    }

    /// Whether neither a letter, a digit nor a dot comes next.
    private static func isOver(_ rest: Substring.UTF8View) -> Bool {
        rest.first.map { !$0.isLetter && !$0.isDigit && $0 != UInt8(ascii: ".") } ?? false
    }
}
