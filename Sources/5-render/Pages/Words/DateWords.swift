import Foundation
import Model

/// Dates and times as the site's language writes them. The patterns and names are the Unicode CLDR's, by way of
/// Foundation; they are fetched once, so that a page's dates cost no more than joining a few words.
package struct DateWords: Sendable {
    private let months: [String]
    private let weekdays: [String]
    private let shortWeekdays: [String]
    private let full: [Part]
    private let long: [Part]
    private let monthOnly: [Part]
    private let writesTwelveHours: Bool

    private enum Part: Sendable {
        case weekday, day, month, year
        case text(String)
    }

    package init(language: String) {
        let locale = Locale(identifier: language)
        let formatter = DateFormatter()
        formatter.locale = locale
        months = formatter.standaloneMonthSymbols
        weekdays = formatter.weekdaySymbols
        shortWeekdays = formatter.shortStandaloneWeekdaySymbols
        full = DateWords.parts("EEEEdMMMMy", locale)
        long = DateWords.parts("dMMMMy", locale)
        monthOnly = DateWords.parts("MMMMy", locale)
        writesTwelveHours = language.hasPrefix("en")
    }

    /// "Thursday 2 March 2017"
    package func full(_ day: Day) -> String { write(full, day) }
    /// "2 March 2017"
    package func long(_ day: Day) -> String { write(long, day) }
    /// "March 2017"
    package func month(of day: Day) -> String { write(monthOnly, day) }

    /// "March", where 1 is January.
    package func monthName(_ number: Int) -> String { months[number - 1] }

    /// "Monday" and "Mon", as heads of columns, where 1 is Monday and 7 is Sunday.
    package func weekday(_ number: Int) -> (full: String, short: String) { (weekdays[number % 7].capitalisedFirst, shortWeekdays[number % 7]) }

    /// "3.15pm", "noon" in English, "15:15" elsewhere.
    package func time(_ time: ClockTime) -> String {
        let minutes = time.minute < 10 ? "0\(time.minute)" : "\(time.minute)"
        guard writesTwelveHours else { return "\(time.hour):\(minutes)" }
        if time.minute == 0, time.hour % 12 == 0 { return time.hour == 0 ? "midnight" : "noon" }
        let hour = time.hour % 12 == 0 ? 12 : time.hour % 12
        return (time.minute == 0 ? "\(hour)" : "\(hour).\(minutes)") + (time.hour < 12 ? "am" : "pm")
    }

    private func write(_ parts: [Part], _ day: Day) -> String {
        parts.reduce(into: "") { out, part in
            switch part {
            case .weekday: out += weekdays[day.weekday % 7]
            case .day: out += String(day.day)
            case .month: out += months[day.month - 1]
            case .year: out += String(day.year)
            case .text(let text): out += text
            }
        }
    }

    /// Takes a pattern of Unicode Technical Standard 35 apart. English commas after the weekday are left out, as
    /// councils write it.
    private static func parts(_ template: String, _ locale: Locale) -> [Part] {
        let pattern = DateFormatter.dateFormat(fromTemplate: template, options: 0, locale: locale) ?? "d MMMM y"
        var parts: [Part] = []
        var last: Character?
        var quoted = false
        for letter in pattern {
            defer { last = letter }
            if letter == "'" { quoted.toggle(); continue }
            let isRepeated = letter == last && !quoted
            switch (quoted, letter) {
            case (false, "E"), (false, "c"): if !isRepeated { parts.append(.weekday) }
            case (false, "d"): if !isRepeated { parts.append(.day) }
            case (false, "M"), (false, "L"): if !isRepeated { parts.append(.month) }
            case (false, "y"): if !isRepeated { parts.append(.year) }
            default:
                if letter == ",", locale.identifier.hasPrefix("en") { continue }
                parts.append(.text(String(letter)))
            }
        }
        return parts
    }
}
