import Results

/// The day on which a site is built. How another day stands to it is one question, which day it is another: so a site that is built every night
/// makes those pages anew that say something else today.
package struct Today: Sendable, Equatable {
    private let value: Day

    package init(_ day: Day) { value = day }

    private static let question = Answers.today

    /// Which day it is.
    package var day: Day {
        Asking.note(Today.question)
        return value
    }

    private func compare(_ day: Day) -> Day {
        Asking.note(Question(day: day.daysSince1970))
        return value
    }

    package static func < (day: Day, today: Today) -> Bool { day < today.compare(day) }
    package static func <= (day: Day, today: Today) -> Bool { day <= today.compare(day) }
    package static func >= (day: Day, today: Today) -> Bool { day >= today.compare(day) }
    package static func == (day: Day, today: Today) -> Bool { day == today.compare(day) }

    /// Answers what may be asked of it.
    package func answer(into answers: inout Answers) { answers.add(today: value.daysSince1970) }
}
