import Markdown

/// What a cell of a table holds, as far as it can be added up.
enum Figure: Equatable {
    case value(Amount)
    /// Blank, a dash, "nil": nothing to add.
    case none
    /// Words, or a figure that nobody can be sure of.
    case other
}

/// A printed figure.
struct Amount: Equatable {
    /// In units of the last printed decimal.
    var units: Int
    /// How many decimals are printed.
    var decimals: Int
    var currency: Character?
    /// `%`, `m`, `k`; empty for plain figures.
    var suffix: String
}

extension Figure {
    /// Longer figures than this are no amounts, and could not be added safely.
    private static let mostDigits = 12
    private static let blanks: Set<String> = ["", "-", "–", "—", "−", "nil", "none", "n/a", "na", "~", ".."]
    private static let suffixes: Set<String> = ["", "%", "k", "m", "bn"]

    init(_ cell: Block) {
        guard let text = cell.figureText else { self = .other; return }
        self.init(text)
    }

    /// `£1,234.50`, `(78,009)`, `- 207,240`, `12.5%`, `£1.2m`.
    init(_ printed: String) {
        var text = printed.filter { !$0.isWhitespace && !"*†‡#\u{A0}".contains($0) }[...]
        if Figure.blanks.contains(text.lowercased()) { self = .none; return }
        let isBracketed = text.hasPrefix("(") && text.hasSuffix(")")
        if isBracketed { text = text.dropFirst().dropLast() }
        var isNegative = isBracketed
        var currency: Character?
        while let first = text.first, "+-–−£€$".contains(first) {
            if "£€$".contains(first) { currency = first } else if first != "+" { isNegative = true }
            text.removeFirst()
        }
        let number = text.prefix { $0.isASCII && $0.isNumber || $0 == "," || $0 == "." }
        let suffix = text.dropFirst(number.count).lowercased()
        guard Figure.suffixes.contains(suffix), let parts = Figure.parts(number) else { self = .other; return }
        self = .value(Amount(units: isNegative ? -parts.units : parts.units, decimals: parts.decimals, currency: currency, suffix: suffix))
    }

    /// Digits in groups of three, if there are commas, and decimals after a point.
    private static func parts(_ number: Substring) -> (units: Int, decimals: Int)? {
        let halves = number.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(halves.count), let whole = halves.first, !whole.isEmpty else { return nil }
        let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
        guard groups.count == 1 || ((1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }) else { return nil }
        let decimals = halves.count == 2 ? halves[1] : ""
        if halves.count == 2, decimals.isEmpty || decimals.contains(",") { return nil }
        let digits = groups.joined() + decimals
        guard digits.count <= mostDigits, decimals.count <= 4, let units = Int(digits) else { return nil }
        return (units, decimals.count)
    }
}

extension Block {
    /// The text of a cell without marks of notes and struck-out words; nil where it has several lines or blocks.
    fileprivate var figureText: String? {
        var text: [UInt8] = []
        var at = events.lowerBound + 1
        while at < events.upperBound - 1 {
            let event = document.events[at]
            switch event.kind {
            case .text: text += document.bytes(of: event)
            case .deleted, .superscript: at += Int(event.extent) - 1
            case .footnoteReference, .strong, .emphasis, .close, .span: break
            default: return nil
            }
            at += 1
        }
        return String(decoding: text, as: UTF8.self)
    }
}
