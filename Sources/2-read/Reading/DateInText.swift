import Model
import Text

/// Dates as people write them: "30 March 2017", "16th March 2017", "Thursday 2 March 2017".
enum DateInText {
    /// The first date in a text that the calendar has.
    static func first(in text: String) -> Day? {
        let words = text.split { $0 == " " || $0 == "\n" || $0 == "," || $0 == "\u{A0}" }
        guard words.count >= 3 else { return nil }
        return words.indices.dropLast(2).lazy.compactMap { date(words[$0], words[$0 + 1], words[$0 + 2]) }.first
    }

    private static func date(_ day: Substring, _ month: Substring, _ year: Substring) -> Day? {
        guard let dayNumber = ordinal(day), let monthNumber = EnglishMonths.number(ofName: month),
            let yearNumber = Int(year.prefix { $0.isNumber }), (1000...9999).contains(yearNumber)
        else { return nil }
        return Day(year: yearNumber, month: monthNumber, day: dayNumber)
    }

    private static func ordinal(_ word: Substring) -> Int? {
        let digits = word.prefix { $0.isNumber }
        guard ["", "st", "nd", "rd", "th"].contains(word[digits.endIndex...].lowercased()), digits.count <= 2 else { return nil }
        return Int(digits)
    }
}
