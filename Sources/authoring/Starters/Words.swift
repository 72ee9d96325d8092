import Foundation
import Model
import Text

extension Day {
    /// "Thursday 4 March 2027"
    var words: String { "\(weekdayName) \(long)" }
    /// "4 March 2027"
    var long: String { "\(day) \(EnglishMonths.names[month - 1]) \(year)" }
    var weekdayName: String { EnglishWeekdays.names[weekday - 1] }

    /// Reads a day as the user writes it, or says what is wrong with it.
    init(typed text: String) throws(ScaffoldProblem) {
        if let day = Day(iso: text) {
            self = day
            return
        }
        let numbers = text.split { "-/. ".contains($0) }.map { Int($0) }
        guard numbers.count == 3, let first = numbers[0], let middle = numbers[1], let last = numbers[2] else { throw .notADate(text, meant: nil) }
        if text.utf8.count == 10, first > 999, (1...12).contains(middle), last > 28 {
            throw .noSuchDay("\(last) \(EnglishMonths.names[middle - 1]) \(first)", month: EnglishMonths.names[middle - 1], days: Day.length(ofMonth: middle, in: first))
        }
        // 4/3/2027 has its day first, as in Britain; 2027/3/4 its year.
        let meant = Day(year: max(first, last), month: middle, day: min(first, last))
        throw .notADate(text, meant: meant?.iso)
    }

    private static func length(ofMonth month: Int, in year: Int) -> Int {
        (28...31).last { Day(year: year, month: month, day: $0) != nil } ?? 28
    }
}

extension ClockTime {
    /// `14:05`
    var text: String { (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)" }
}

extension String {
    /// The folder or file name for a title: accents are left out, other letters and signs become hyphens.
    func addressName() throws(ScaffoldProblem) -> String {
        let plain = folding(options: .diacriticInsensitive, locale: nil).unicodeScalars.map { $0.isASCII || $0 == "’" ? $0 : " " }
        let slug = Slug.make(String(String.UnicodeScalarView(plain.filter(\.isASCII))))
        guard !slug.isEmpty else { throw .noAddress(self) }
        return slug
    }

    /// As YAML, in quotation marks.
    var yaml: String {
        "\"" + replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: " ").replacing("\t", with: " ") + "\""
    }

    /// As Markdown that shows exactly these words.
    var markdown: String {
        var out = ""
        for character in self where character != "\n" {
            if "\\`*_[]<".contains(character) || (out.isEmpty && "#>+-=|~:".contains(character)) { out.append("\\") }
            out.append(character)
        }
        return out
    }

    /// The words in small letters, for telling whether two titles are the same.
    var titleWords: String { lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ") }

    var isSlug: Bool { !isEmpty && utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-") } }
}

/// "a, b and c"
func listing(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
}

/// "3 clear days", "1 item"
func counted(_ number: Int, _ word: String) -> String { "\(number) \(word)" + (number == 1 ? "" : "s") }

extension Sequence where Element: Hashable {
    /// What stands here most often, the last of it where several do.
    var usual: Element? {
        var counts: [Element: (count: Int, last: Int)] = [:]
        for (index, element) in enumerated() { counts[element] = ((counts[element]?.count ?? 0) + 1, index) }
        return counts.max { ($0.value.count, $0.value.last) < ($1.value.count, $1.value.last) }?.key
    }

    /// What more than half of all are.
    func majority(of all: Int) -> Element? {
        guard let usual else { return nil }
        return count { $0 == usual } * 2 > all ? usual : nil
    }
}
