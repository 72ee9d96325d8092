import Model
import Text

/// Finds dates by their months, "2 March 2017", and looks each up in the calendar: a text of a hundred pages is looked
/// through for a few capital letters only.
struct DateScan {
    let text: UnsafeBufferPointer<UInt8>

    /// The dates at fault, each with the place of its first byte.
    var faults: [(problem: ReadingProblem, offset: Int)] {
        var faults: [(ReadingProblem, Int)] = []
        for at in 3..<max(3, text.count) where text[at] & 0xE0 == 0x40 && isBlank(text[at - 1]) {
            guard followsDay(at - 2), let month = EnglishMonths.month(in: text, at: at), let date = date(around: at, month: month) else { continue }
            if let problem = problem(of: date) { faults.append((problem, date.bytes.lowerBound)) }
        }
        return faults
    }

    /// What is wrong with a text that is no document, such as a value of a head.
    static func problems(in text: String) -> [ReadingProblem] {
        Array(text.utf8).withUnsafeBufferPointer { DateScan(text: $0).faults.map(\.problem) }
    }

    private struct Found {
        let bytes: Range<Int>
        let year: Int
        let month: Int
        let day: Int
    }

    private func problem(of date: Found) -> ReadingProblem? {
        guard date.year > 0 else { return nil }
        guard let day = Day(year: date.year, month: date.month, day: date.day) else { return .noSuchDate(words(date.bytes)) }
        guard let named = weekday(before: date.bytes.lowerBound), named.number != day.weekday else { return nil }
        return .otherWeekday(words(named.start..<date.bytes.upperBound), weekday: EnglishWeekdays.names[day.weekday - 1])
    }

    /// The day of the week in front of a date: "Thursday ", "Thursday, ", "Thursday the ".
    private func weekday(before start: Int) -> (number: Int, start: Int)? {
        var end = skipBlanks(before: start)
        if end >= 3, zip(text[end - 3..<end], DateScan.article).allSatisfy({ $0 == $1 }) { end = skipBlanks(before: end - 3) }
        guard end < start, end >= 6, text[end - 1] == UInt8(ascii: "y") else { return nil }
        for (index, name) in EnglishWeekdays.bytes.enumerated() where end >= name.count {
            let first = end - name.count
            guard zip(name, text[first...]).allSatisfy({ $0 == $1 }), first == 0 || !text[first - 1].isLetter else { continue }
            return (index + 1, first)
        }
        return nil
    }

    private func skipBlanks(before start: Int) -> Int {
        var end = start
        while end > 0, isBlank(text[end - 1]) || text[end - 1] == UInt8(ascii: ",") { end -= 1 }
        return end
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") }

    /// Whether a byte ends the number of a day: "31", "31st".
    private func followsDay(_ at: Int) -> Bool {
        text[at].isDigit || (at > 2 && text[at - 2].isDigit && text[at].isLetter)
    }

    /// The date around a month, from its day to its year.
    private func date(around start: Int, month: (number: Int, length: Int)) -> Found? {
        let yearStart = start + month.length + 1
        guard yearStart + 4 <= text.count, isBlank(text[yearStart - 1]), text[yearStart..<yearStart + 4].allSatisfy(\.isDigit) else { return nil }
        var end = start - 1
        if end >= 2, text[end - 1].isLetter, text[end - 2].isLetter { end -= 2 }
        var first = end
        while first > 0, end - first < 3, text[first - 1].isDigit { first -= 1 }
        guard (1...2).contains(end - first) else { return nil }
        return Found(
            bytes: first..<yearStart + 4, year: number(yearStart..<yearStart + 4), month: month.number, day: number(first..<end))
    }

    private func number(_ digits: Range<Int>) -> Int { text[digits].reduce(0) { $0 * 10 + Int($1) - 48 } }

    private func words(_ bytes: Range<Int>) -> String {
        String(decoding: text[bytes].map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
    }

    private static let article = Array("the".utf8)
}
