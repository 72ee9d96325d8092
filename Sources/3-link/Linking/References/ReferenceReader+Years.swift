import Model

/// The years that a text or a strategy's head gives: "2014-17" is the first and the last, "2017" the first alone.
struct SaidYears: Sendable, Equatable {
    let first: Int
    var last: Int?
}

extension SaidYears {
    /// Of a strategy: what its head says, else what stands in its title.
    init?(of strategy: Strategy) {
        let from = strategy.from.flatMap { SaidYears(in: $0) }?.first
        let to = strategy.to.flatMap { SaidYears(in: $0) }?.first
        if let first = from ?? to {
            self.init(first: first, last: to)
        } else {
            self.init(in: strategy.title)
        }
    }

    /// The first that stand in a text.
    private init?(in text: String) {
        let found = Array(text.utf8).withUnsafeBufferPointer { bytes -> SaidYears? in
            for at in bytes.indices where bytes[at].isDigit && (at == 0 || !bytes[at - 1].isWordByte) {
                var cursor = TextCursor(bytes, at: at, end: bytes.count)
                if let years = cursor.years() { return years }
            }
            return nil
        }
        guard let found else { return nil }
        self = found
    }

    /// Whether a strategy of these years may be what a text means that says others.
    ///
    /// A single year, or a financial year, may be one of those in which the strategy holds; more years are its own or not.
    func mayBeMeant(by said: SaidYears) -> Bool {
        let end = said.last ?? said.first
        if end > said.first + 1 { return said.first == first && (last == nil || end == last) }
        return said.first >= first && end <= last ?? Int.max
    }
}

extension ReferenceReader {
    /// The years that follow a name, and where they end: "CYPP 2014-17", "CYPP for 2017 to 2021", "Plan (CYPP) (2014–2017)".
    func years(after hit: NameHit) -> (years: SaidYears, end: Int)? {
        var cursor = cursor(at: hit.end)
        if hit.start > range.lowerBound, text[hit.start - 1] == UInt8(ascii: "(") { _ = cursor.take(")") }
        cursor.skipBlanks()
        cursor.takeAcronymInBrackets()
        cursor.skipBlanks()
        _ = cursor.take("(")
        _ = cursor.take("for the period ") || cursor.take("for the years ") || cursor.take("for ") || cursor.take("covering ") || cursor.take("of ")
        return cursor.years().map { ($0, cursor.at) }
    }
}

extension TextCursor {
    /// `2017`, `2014-17`, `2014 – 2017`, `2017 to 2021`, `2018/19`; nil, and nothing taken, where no year stands here.
    mutating func years() -> SaidYears? {
        let start = at
        guard let first = number(4), (1900..<2200).contains(first) else { at = start; return nil }
        let end = at
        if let last = lastYear(after: first) { return SaidYears(first: first, last: last) }
        at = end
        return SaidYears(first: first)
    }

    private mutating func lastYear(after first: Int) -> Int? {
        skipBlanks()
        guard take("-") || take("–") || take("—") || take("/") || take("to ") || take("until ") else { return nil }
        skipBlanks()
        let start = at
        guard let number = number(4), at - start == 2 || at - start == 4 else { return nil }
        let last = at - start == 2 ? first / 100 * 100 + number : number
        return (first + 1..<2200).contains(last) ? last : nil
    }

    mutating func takeAcronymInBrackets() {
        let start = at
        if take("(") {
            while let byte, byte.isUpper { at += 1 }
            if at > start + 2, take(")") { return }
        }
        at = start
    }
}
