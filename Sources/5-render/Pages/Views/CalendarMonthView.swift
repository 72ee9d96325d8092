import Facts
import Model
import Templates

/// A month as a calendar shows it: a table of its days, weeks beginning on Monday.
struct CalendarMonthView: Templated {
    let title: String
    let anchor: String
    let weekdays: [WeekdayView]
    let weeks: [CalendarWeekView]
    let earlier: LinkView?
    let later: LinkView?

    static let shape = Shape<CalendarMonthView>("month of the calendar", "A month as a table of its days; the weeks begin on Monday.", [
        .text("title", "November 2026.") { $0.title },
        .text("anchor", "Its anchor: `2026-11`.") { $0.anchor },
        .list("weekdays", "The heads of the seven columns.", WeekdayView.self) { $0.weekdays },
        .list("weeks", "The weeks.", CalendarWeekView.self) { $0.weeks },
        .flag("hasNeighbours", "Whether another month has meetings.") { $0.earlier != nil || $0.later != nil },
        .optional("earlier", "The month before that has meetings.", LinkView.self) { $0.earlier },
        .optional("later", "The month after that has meetings.", LinkView.self) { $0.later },
    ])
}

struct WeekdayView: Templated {
    let full: String
    let short: String

    static let shape = Shape<WeekdayView>("weekday", "The head of a column of the calendar.", [
        .text("full", "Monday.") { $0.full },
        .text("short", "Mon.") { $0.short },
    ])
}

struct CalendarWeekView: Templated {
    let days: [CalendarDayView]

    static let shape = Shape<CalendarWeekView>("week of the calendar", "Seven days, from Monday on.", [
        .list("days", "The days; those of another month are blank.", CalendarDayView.self) { $0.days },
    ])
}

struct CalendarDayView: Templated {
    /// nil where the day belongs to another month.
    let day: Day?
    let isToday: Bool
    let meetings: [CalendarEntryView]

    static let shape = Shape<CalendarDayView>("day of the calendar", "A day with its meetings.", [
        .optionalText("number", "The day of the month; nothing where the day belongs to another month.") { $0.day.map { String($0.day) } },
        .text("iso", "2017-03-02, for `datetime`.") { $0.day?.iso ?? "" },
        .flag("today", "Whether the site was built for this day.") { $0.isToday },
        .list("meetings", "The meetings of that day.", CalendarEntryView.self) { $0.meetings },
    ])
}

/// A meeting in a cell of the calendar.
struct CalendarEntryView: Templated {
    let label: String
    let name: String
    let distinction: String?
    let date: DayView
    let href: String
    let stage: MeetingCourse.Stage

    static let shape = Shape<CalendarEntryView>("meeting in the calendar", "A meeting as a link in a cell of the calendar.", [
        .text("label", "The committee in a few letters, which no other committee has: HWB.") { $0.label },
        .text("name", "The committee's name.") { $0.name },
        .optionalText("distinction", "What tells it from another meeting of the same committee on the same day: its time, its title, or a number.") { $0.distinction },
        .record("date", "Its day.", DayView.self) { $0.date },
        .text("href", "The meeting's page.") { $0.href },
        .flag("off", "Whether it was cancelled or postponed, or too few members came.") { $0.stage.isOff },
        .optionalText("state", "cancelled, postponed, not quorate, held; nothing where it is to come or nothing is known.") { $0.wordInCalendar },
    ])

    private var wordInCalendar: String? { stage == .held ? "held" : stage.word?.lowercased() }
}
