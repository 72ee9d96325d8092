import Text

/// How many members must be there, read from words: "4", "at least eight voting members …", "one quarter of the
/// membership", "three members or one third, whichever is the greater".
struct Quorum {
    private enum Quantity {
        case number(Int)
        /// Rounded up to whole members.
        case share(Int, of: Int)
        case majority

        func number(of members: Int) -> Int? {
            switch self {
            case .number(let number): number
            case .share(let part, let whole): members > 0 ? (members * part + whole - 1) / whole : nil
            case .majority: members > 0 ? members / 2 + 1 : nil
            }
        }
    }

    private enum Choice { case greater, lesser }

    private let quantities: [Quantity]
    private let choice: Choice

    /// nil for what is in words that are not understood.
    init?(_ text: String) {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "/" && $0 != "%" }.map(String.init)
        let (found, rest) = Quorum.quantities(in: words)
        quantities = found
        if let which = rest.firstIndex(of: "whichever") {
            let after = rest[which...]
            if after.contains(where: Quorum.greater.contains) {
                choice = .greater
            } else if after.contains(where: Quorum.lesser.contains) {
                choice = .lesser
            } else {
                return nil
            }
        } else {
            choice = .greater
            let isBounded = rest.contains("minimum") || rest.contains("least")
            guard found.count == 1 || (found.count == 2 && isBounded && !rest.contains("or")) else { return nil }
        }
        guard (1...2).contains(found.count) else { return nil }
    }

    /// - Parameter members: How many seats there are; a share of none is not known.
    func number(of members: Int) -> Int? {
        let numbers = quantities.map { $0.number(of: members) }
        guard !numbers.contains(nil) else { return nil }
        return choice == .greater ? numbers.compactMap(\.self).max() : numbers.compactMap(\.self).min()
    }

    // MARK: Words

    /// What is asked beside the number, such as that one of them be a councillor, comes after these.
    private static let asides: Set<String> = ["including", "whom", "which", "provided", "if", "within", "except"]
    private static let greater: Set<String> = ["greater", "greatest", "larger", "largest", "higher", "highest", "more"]
    private static let lesser: Set<String> = ["lesser", "less", "least", "lower", "lowest", "smaller", "smallest", "fewer"]
    private static let units = ["half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "sixth": 6]

    private static func quantities(in words: [String]) -> (found: [Quantity], words: [String]) {
        let end = words.firstIndex(where: asides.contains) ?? words.count
        let words = Array(words[..<end])
        var found: [Quantity] = []
        var at = 0
        while at < words.count {
            let next = at + 1 < words.count ? words[at + 1] : ""
            let number = Int(words[at]).flatMap { (0...999).contains($0) ? $0 : nil } ?? EnglishNumbers.values[words[at]]
            if words[at] == "majority" || (words[at] == "more" && words[at...].dropFirst().prefix(3).contains("half")) {
                found.append(.majority)
                at = words[at...].prefix(4).firstIndex(of: "half") ?? at
            } else if let unit = units[words[at]] {
                found.append(.share(1, of: unit))
            } else if let number, let unit = units[next] {
                found.append(.share(number, of: unit))
                at += 1
            } else if let percent = percentage(words[at], next) {
                found.append(.share(percent, of: 100))
            } else if let number {
                found.append(.number(number))
            } else if let share = fraction(words[at]) {
                found.append(share)
            }
            at += 1
        }
        return (found, words)
    }

    private static func percentage(_ word: String, _ next: String) -> Int? {
        let digits = word.hasSuffix("%") ? word.dropLast() : next == "per" || next == "percent" ? word[...] : ""
        return Int(digits).flatMap { (1...100).contains($0) ? $0 : nil }
    }

    /// "1/4"
    private static func fraction(_ word: String) -> Quantity? {
        let parts = word.split(separator: "/", omittingEmptySubsequences: false).compactMap { Int($0) }
        guard parts.count == 2, (1...99).contains(parts[0]), (1...99).contains(parts[1]), parts[0] <= parts[1] else { return nil }
        return .share(parts[0], of: parts[1])
    }
}
