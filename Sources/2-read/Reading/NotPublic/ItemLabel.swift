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
}
