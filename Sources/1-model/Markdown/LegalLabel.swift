import Text

/// The label that a paragraph or list item of a legal document opens with: `(1)`, `1.1`, `(a)`, `a)`, `a.`, `(iv)`.
struct LegalLabel {
    /// Bytes of the label itself.
    let length: Int
    /// Bytes of the label and the blank after it.
    let skip: Int
    /// True for `1.1` and the like, which name their place in the document on their own.
    let isDotted: Bool

    /// Nil where the text does not open with a label and a blank.
    init?(_ text: Bytes) {
        guard let first = text.first else { return nil }
        let end: Int?
        switch first {
        case UInt8(ascii: "("): end = LegalLabel.bracketed(text)
        case UInt8(ascii: "1")...UInt8(ascii: "9"): end = LegalLabel.dotted(text)
        case _ where first.isLetter: end = LegalLabel.lettered(text)
        default: end = nil
        }
        guard let end, let blank = LegalLabel.blank(text, at: end) else { return nil }
        isDotted = first.isDigit
        if isDotted, LegalLabel.isAmount(text, after: end + blank) { return nil }
        length = end
        skip = end + blank
    }

    /// `(a)`, `(iv)`, `(12)`, `(1A)`.
    private static func bracketed(_ text: Bytes) -> Int? {
        guard let close = text.prefix(9).firstIndex(of: UInt8(ascii: ")")), close > 1 else { return nil }
        let body = text[1..<close]
        return isNumber(body) || isLetters(body) || isRoman(body) ? close + 1 : nil
    }

    /// `a)`, `iv)`, `a.`, `A)`; not `A.`, which opens many a name.
    private static func lettered(_ text: Bytes) -> Int? {
        guard let end = text.prefix(8).firstIndex(where: { !$0.isLetter }), end < text.count else { return nil }
        let body = text[0..<end]
        guard isLetters(body) || isRoman(body) else { return nil }
        if text[end] == UInt8(ascii: ")") { return end + 1 }
        return text[end] == UInt8(ascii: ".") && body.allSatisfy(\.isLower) ? end + 1 : nil
    }

    /// `1.1`, `12.3.4`, `1.1.`; not a date such as `30.11.16`.
    private static func dotted(_ text: Bytes) -> Int? {
        var parts: [Range<Int>] = []
        var at = 0
        while at < text.count, text[at].isDigit {
            let start = at
            while at < text.count, text[at].isDigit { at += 1 }
            guard at - start <= 3, text[start] != UInt8(ascii: "0") else { return nil }
            parts.append(start..<at)
            guard at < text.count, text[at] == UInt8(ascii: ".") else { break }
            at += 1
        }
        guard parts.count > 1 else { return nil }
        return parts.count == 3 && parts.allSatisfy({ $0.count == 2 }) ? nil : at
    }

    private static func isNumber(_ body: Slice<Bytes>) -> Bool {
        let digits = body.prefix(while: \.isDigit)
        let rest = body.dropFirst(digits.count)
        return 1...3 ~= digits.count && (rest.isEmpty || rest.count == 1 && rest.first!.isLetter)
    }

    /// One letter, or one letter twice, as in (aa).
    private static func isLetters(_ body: Slice<Bytes>) -> Bool {
        guard let first = body.first, first.isLetter, body.count <= 2 else { return false }
        return body.last == first
    }

    /// A Roman numeral below 100, all in one case.
    private static func isRoman(_ body: Slice<Bytes>) -> Bool {
        guard let first = body.first else { return false }
        guard body.allSatisfy({ $0.isLower == first.isLower }) else { return false }
        let numeral = String(decoding: body.map(\.lowercased), as: UTF8.self)
        return romans.contains(numeral)
    }

    private static let romans: Set<String> = {
        let ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
        let tens = ["", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"]
        return Set(tens.flatMap { ten in ones.map { ten + $0 } }).subtracting([""])
    }()

    /// The length of the blank (a no-break space too) at a place.
    private static func blank(_ text: UnsafeBufferPointer<UInt8>, at: Int) -> Int? {
        guard at < text.count else { return nil }
        if text[at] == UInt8(ascii: " ") || text[at] == UInt8(ascii: "\t") { return 1 }
        return at + 1 < text.count && text[at] == 0xC2 && text[at + 1] == 0xA0 ? 2 : nil
    }

    /// True where the number counts something: `1.5 million people`, `10.30 am`.
    private static func isAmount(_ text: UnsafeBufferPointer<UInt8>, after: Int) -> Bool {
        let word = text[after...].prefix { $0.isLetter }
        return amountWords.contains { $0.utf8.elementsEqual(word) }
    }

    private static let amountWords = ["million", "billion", "am", "pm", "noon"]
}
