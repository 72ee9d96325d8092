import Packs

/// Dates as people write them: "30 March 2017", "16th March 2017", "Thursday 2 March 2017".
enum DateInText {
    enum Found: Equatable {
        case day(Day)
        /// A date that the calendar does not have, as written.
        case impossible(String)
    }

    static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    /// The dates in a text, in order.
    static func find(in text: String) -> [Found] {
        let words = text.split { $0 == " " || $0 == "\n" || $0 == "," || $0 == "\u{A0}" }
        guard words.count >= 3 else { return [] }
        return words.indices.dropLast(2).compactMap { date(words[$0], words[$0 + 1], words[$0 + 2]) }
    }

    private static func date(_ day: Substring, _ month: Substring, _ year: Substring) -> Found? {
        guard let dayNumber = ordinal(day), let monthIndex = months.firstIndex(of: month.lowercased()),
            let yearNumber = Int(year.prefix { $0.isNumber }), (1000...9999).contains(yearNumber)
        else { return nil }
        if let day = Day(year: yearNumber, month: monthIndex + 1, day: dayNumber) { return .day(day) }
        return .impossible("\(day) \(month) \(yearNumber)")
    }

    private static func ordinal(_ word: Substring) -> Int? {
        let digits = word.prefix { $0.isNumber }
        guard ["", "st", "nd", "rd", "th"].contains(word[digits.endIndex...].lowercased()), digits.count <= 2 else { return nil }
        return Int(digits)
    }
}
