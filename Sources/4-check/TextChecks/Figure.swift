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
    private static let blanks: Set<String> = ["", "-", "nil", "none", "n/a", "na", "~", ".."]
    private static let suffixes: Set<String> = ["", "%", "k", "m", "bn"]

    init(_ cell: Block) {
        guard let text = cell.figureText else { self = .other; return }
        self.init(text)
    }

    /// `£1,234.50`, `(78,009)`, `- 207,240`, `12.5%`, `£1.2m`. In bytes, since a table can have thousands of them.
    init(_ printed: [UInt8]) {
        if let first = printed.first, first.isDigit, let plain = Figure.plain(printed) { self = plain; return }
        var text = Figure.plainSigns(printed)[...]
        // Words are no figures: most cells with words are longer than any of these.
        if text.count > 24 { self = .other; return }
        let isBracketed = text.first == UInt8(ascii: "(") && text.last == UInt8(ascii: ")")
        if isBracketed { text = text.dropFirst().dropLast() }
        var isNegative = isBracketed
        var currency: Character?
        let opening = text.prefix { "+-$".utf8.contains($0) || $0 == Figure.pound || $0 == Figure.euro }
        for sign in opening {
            switch sign {
            case UInt8(ascii: "-"): isNegative = true
            case UInt8(ascii: "$"): currency = "$"
            case Figure.pound: currency = "£"
            case Figure.euro: currency = "€"
            default: break
            }
        }
        text = text.dropFirst(opening.count)
        let number = text.prefix { $0.isDigit || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }
        let suffix = String(decoding: text.dropFirst(number.count).map { $0.isUpper ? $0 | 0x20 : $0 }, as: UTF8.self)
        if number.isEmpty || number.allSatisfy({ $0 == UInt8(ascii: ".") }) {
            let words = String(decoding: opening + number, as: UTF8.self) + suffix
            self = !isBracketed && Figure.blanks.contains(words) ? .none : .other
            return
        }
        guard Figure.suffixes.contains(suffix), let parts = Figure.parts(number) else { self = .other; return }
        self = .value(Amount(units: isNegative ? -parts.units : parts.units, decimals: parts.decimals, currency: currency, suffix: suffix))
    }

    /// The figure, if it is nothing but digits, commas and a point, as most are.
    private static func plain(_ printed: [UInt8]) -> Figure? {
        guard printed.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }) else { return nil }
        return parts(printed[...]).map { .value(Amount(units: $0.units, decimals: $0.decimals, currency: nil, suffix: "")) } ?? .other
    }

    /// Stand for signs that have several bytes; neither is a byte of UTF-8.
    private static let pound: UInt8 = 0xFF
    private static let euro: UInt8 = 0xFE

    /// Without blanks and marks of notes, every dash and minus a hyphen.
    private static func plainSigns(_ text: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var at = 0
        while at < text.count {
            let rest = text[at...].prefix(3)
            if text[at] <= 0x20 || text[at] == UInt8(ascii: "*") || text[at] == UInt8(ascii: "#") {
                at += 1
            } else if rest.starts(with: [0xC2, 0xA0]) {
                at += 2
            } else if rest.starts(with: "£".utf8) {
                out.append(pound)
                at += 2
            } else if rest.elementsEqual("€".utf8) {
                out.append(euro)
                at += 3
            } else if rest.elementsEqual("–".utf8) || rest.elementsEqual("—".utf8) || rest.elementsEqual("−".utf8) {
                out.append(UInt8(ascii: "-"))
                at += 3
            } else if rest.elementsEqual("†".utf8) || rest.elementsEqual("‡".utf8) {
                at += 3
            } else {
                out.append(text[at])
                at += 1
            }
        }
        return out
    }

    /// Digits in groups of three, if there are commas, and decimals after a point.
    private static func parts(_ number: ArraySlice<UInt8>) -> (units: Int, decimals: Int)? {
        var units = 0
        var digits = 0
        /// Since the last comma; nil before the first one.
        var group: Int?
        var decimals: Int?
        for byte in number {
            switch byte {
            case UInt8(ascii: ","):
                guard decimals == nil, group.map({ $0 == 3 }) ?? (1...3).contains(digits) else { return nil }
                group = 0
            case UInt8(ascii: "."):
                guard decimals == nil, digits > 0, group.map({ $0 == 3 }) ?? true else { return nil }
                decimals = 0
            default:
                digits += 1
                guard digits <= mostDigits else { return nil }
                units = units * 10 + Int(byte - UInt8(ascii: "0"))
                if decimals != nil { decimals! += 1 } else if group != nil { group! += 1 }
            }
        }
        guard digits > 0, decimals != nil || group.map({ $0 == 3 }) ?? true, decimals.map({ (1...4).contains($0) }) ?? true else { return nil }
        return (units, decimals ?? 0)
    }
}

extension Block {
    /// The text of a cell without marks of notes and struck-out words; nil where it has several lines or blocks.
    fileprivate var figureText: [UInt8]? {
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
        return text
    }
}
