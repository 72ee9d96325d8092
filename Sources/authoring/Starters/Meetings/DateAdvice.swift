import Model

/// What looks odd about the day of a new meeting.
struct DateAdvice {
    let archive: Archive
    let committee: Committee
    let date: Day
    let standing: RecurringAgenda
    let today: Day

    var warnings: [String] { [past, weekend, holiday, otherWeekday, sameDay, announced].compactMap(\.self) + clashes }

    private var past: String? { date < today ? "\(date.words) is in the past." : nil }

    private var weekend: String? { date.weekday > 5 ? "\(date.long) is a \(date.weekdayName)." : nil }

    private var holiday: String? {
        archive.authority.notice.holidays.contains(date) ? "\(date.words) is among the holidays in site.yml." : nil
    }

    private var otherWeekday: String? {
        let days = standing.meetings.map(\.date.weekday)
        guard days.count > 2, let usual = days.majority(of: days.count), usual != date.weekday, date.weekday <= 5,
            let example = standing.meetings.last(where: { $0.date.weekday == usual })
        else { return nil }
        return "\(date.long) is a \(date.weekdayName); \(committee.name) mostly meets on a \(example.date.weekdayName)."
    }

    private var sameDay: String? {
        let others = committee.meetings.filter { $0.date == date }
        return others.isEmpty ? nil : "\(committee.name) has a meeting on that day already: \(others[0].name)."
    }

    /// What the meeting before it said of the next one.
    private var announced: String? {
        guard let before = committee.meetings.last(where: { $0.date < date && $0.hasAgenda }), case .day(let next) = before.next,
            next != date, next > before.date, !committee.meetings.contains(where: { $0.date == next })
        else { return nil }
        return "The agenda of \(before.date.long) announced the next meeting for \(next.words)."
    }

    /// Another committee in the same room at the same time.
    private var clashes: [String] {
        guard let venue = standing.usual({ $0.venue }), let starts = standing.usual({ $0.starts }) else { return [] }
        return archive.committees.filter { $0.slug != committee.slug }.flatMap(\.meetings)
            .filter { $0.date == date && $0.venue == venue && $0.starts == starts && $0.takesPlace }
            .map { "\($0.name) is to meet at the same place and time." }
    }
}
