import Model
import Text

/// Reads words, numbers and dates from the bytes of a text, without making Strings of them.
struct TextCursor {
    let text: UnsafeBufferPointer<UInt8>
    let end: Int
    var at: Int

    init(_ text: UnsafeBufferPointer<UInt8>, at: Int, end: Int) {
        self.text = text
        self.at = at
        self.end = end
    }

    var byte: UInt8? { at < end ? text[at] : nil }

    mutating func skipBlanks() {
        while at < end {
            if text[at] == UInt8(ascii: " ") || text[at] == UInt8(ascii: "\n") {
                at += 1
            } else if text[at] == 0xC2, at + 1 < end, text[at + 1] == 0xA0 {
                at += 2
            } else {
                return
            }
        }
    }

    /// Takes exactly these bytes, a blank standing for a line break too.
    mutating func take(_ word: StaticString) -> Bool {
        let bytes = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        guard at + bytes.count <= end else { return false }
        for offset in 0..<bytes.count {
            let byte = text[at + offset] == UInt8(ascii: "\n") ? UInt8(ascii: " ") : text[at + offset]
            guard byte == bytes[offset] else { return false }
        }
        at += bytes.count
        return true
    }

    /// Takes a word of letters and gives where it stood; nil where none stands here.
    mutating func word() -> Range<Int>? {
        let start = at
        while at < end, text[at].isLetter { at += 1 }
        return start < at ? start..<at : nil
    }

    func equals(_ range: Range<Int>, _ word: StaticString) -> Bool {
        guard range.count == word.utf8CodeUnitCount else { return false }
        let bytes = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        return range.indices.allSatisfy { text[$0] == bytes[$0 - range.lowerBound] }
    }

    /// A number of at most `digits` digits.
    mutating func number(_ digits: Int) -> Int? {
        var value = 0
        let start = at
        while at < end, text[at].isDigit, at - start < digits {
            value = value * 10 + Int(text[at]) - 48
            at += 1
        }
        return start < at && !(at < end && text[at].isDigit) ? value : nil
    }

    /// The label of a minute or an item, in small letters: `62`, `7a`, `A1`, `5.2`.
    mutating func label() -> String? {
        let start = at
        if at + 1 < end, text[at].isUpper, text[at + 1].isDigit { at += 1 }
        guard at < end, text[at].isDigit else { at = start; return nil }
        while at < end, text[at].isDigit { at += 1 }
        while at + 1 < end, text[at] == UInt8(ascii: "."), text[at + 1].isDigit {
            at += 1
            while at < end, text[at].isDigit { at += 1 }
        }
        if at < end, text[at].isLetter, !(at + 1 < end && text[at + 1].isLetter) { at += 1 }
        // "minute 5th", "item 50%" are no labels.
        guard at - start < 12, !(at < end && (text[at].isLetter || text[at] == UInt8(ascii: "%"))) else { at = start; return nil }
        return String(decoding: text[start..<at], as: UTF8.self).lowercased()
    }

    /// The letter of a number that stands in brackets behind it: `(a)` of `7(a)`, `(ii)`.
    mutating func letterInBrackets() -> String? {
        guard at < end, text[at] == UInt8(ascii: "(") else { return nil }
        var close = at + 1
        while close < end, text[close].isLetter, close - at < 5 { close += 1 }
        let letters = text[at + 1..<close]
        guard close < end, text[close] == UInt8(ascii: ")"), letters.count == 1 || letters.count > 1 && letters.allSatisfy({ "ivxIVX".utf8.contains($0) }) else { return nil }
        at = close + 1
        return String(decoding: letters, as: UTF8.self).lowercased()
    }

    /// `26 January 2017`, `26th January 2017`, `6th of December 2016`, `January 26, 2017`, `26/01/2017`.
    mutating func date() -> Day? {
        let start = at
        if let day = dayFirst() ?? monthFirst() { return day }
        at = start
        return nil
    }

    private mutating func dayFirst() -> Day? {
        let start = at
        defer { if at == start { at = start } }
        guard let day = number(2) else { at = start; return nil }
        if byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") { return numeric(day, from: start) }
        _ = take("st") || take("nd") || take("rd") || take("th")
        skipBlanks()
        if take("of ") { skipBlanks() }
        guard let name = word(), let month = month(name) else { at = start; return nil }
        _ = take(",")
        skipBlanks()
        return finish(number(4), month, day, from: start)
    }

    private mutating func numeric(_ day: Int, from start: Int) -> Day? {
        let separator = byte
        at += 1
        guard let month = number(2), byte == separator else { at = start; return nil }
        at += 1
        return finish(number(4), month, day, from: start)
    }

    private mutating func monthFirst() -> Day? {
        let start = at
        guard let name = word(), let month = month(name) else { at = start; return nil }
        skipBlanks()
        guard let day = number(2) else { at = start; return nil }
        _ = take("st") || take("nd") || take("rd") || take("th")
        _ = take(",")
        skipBlanks()
        return finish(number(4), month, day, from: start)
    }

    private mutating func finish(_ year: Int?, _ month: Int, _ day: Int, from start: Int) -> Day? {
        guard let year, year > 999, let found = Day(year: year, month: month, day: day) else { at = start; return nil }
        return found
    }

    private func month(_ name: Range<Int>) -> Int? { EnglishMonths.number(ofWord: text[name]) }
}

extension UInt8 {
    var isWordByte: Bool { isLetter || isDigit }
}
