import Model

/// A month of a year, in the order of time.
struct CalendarMonth: Hashable, Comparable {
    let year: Int
    let month: Int

    init(_ day: Day) {
        year = day.year
        month = day.month
    }

    var first: Day { Day(year: year, month: month, day: 1)! }
    /// `2026-11`
    var anchor: String { String(first.iso.prefix(7)) }

    static func < (a: CalendarMonth, b: CalendarMonth) -> Bool { (a.year, a.month) < (b.year, b.month) }

    /// The days in rows of seven from Monday to Sunday; nil for days of other months.
    var weeks: [[Day?]] {
        let blank = first.weekday - 1
        let days = (0..<first.daysInMonth).map { first.adding(days: $0) }
        let cells = Array(repeating: nil, count: blank) + days.map(Optional.some)
        return stride(from: 0, to: cells.count, by: 7).map { start in
            let row = Array(cells[start..<min(start + 7, cells.count)])
            return row + Array(repeating: nil, count: 7 - row.count)
        }
    }
}

extension PageBuilder {
    /// The months with meetings, each with these.
    var meetingMonths: [CalendarMonth: [Meeting]] { Dictionary(grouping: allMeetings) { CalendarMonth($0.date) } }

    /// Months as tables, with the way to those before and after that have meetings.
    ///
    /// - Parameter shown: In the order of time; all that the page has, so that links between them stay on it.
    func calendar(_ shown: [CalendarMonth], on page: Address) -> [CalendarMonthView] {
        let meetings = meetingMonths
        let order = meetings.keys.sorted()
        let labels = CommitteeLabels(archive.committees)
        let link = { (month: CalendarMonth?) in
            month.map { month in
                let own = shown.contains(month) ? "" : page.reference(to: Route.meetingYear(month.year).address)
                return LinkView(title: self.dates.month(of: month.first), href: own + "#" + month.anchor)
            }
        }
        return shown.map { month in
            let own = Dictionary(grouping: meetings[month] ?? [], by: \.date)
            return CalendarMonthView(
                title: dates.month(of: month.first), anchor: month.anchor, weekdays: weekdays,
                weeks: month.weeks.map { week in CalendarWeekView(days: week.map { cell($0, own, labels, on: page) }) },
                earlier: link(order.last { $0 < month }), later: link(order.first { $0 > month }))
        }
    }

    private var weekdays: [WeekdayView] {
        (1...7).map { number in
            let names = dates.weekday(number)
            return WeekdayView(full: names.full, short: names.short)
        }
    }

    private func cell(_ day: Day?, _ meetings: [Day: [Meeting]], _ labels: CommitteeLabels, on page: Address) -> CalendarDayView {
        let own = day.flatMap { meetings[$0] } ?? []
        return CalendarDayView(day: day, isToday: day.map { $0 == today } ?? false, meetings: own.map { entry($0, among: own, labels, on: page) })
    }

    private func entry(_ meeting: Meeting, among others: [Meeting], _ labels: CommitteeLabels, on page: Address) -> CalendarEntryView {
        let summary = summary(meeting, on: page)
        return CalendarEntryView(
            label: labels[meeting.committee], name: summary.committee, distinction: distinction(of: meeting, among: others), date: summary.date, href: summary.href,
            stage: summary.stage)
    }

    /// What tells a meeting from others of its committee on the same day; nil where there are none.
    private func distinction(of meeting: Meeting, among others: [Meeting]) -> String? {
        let same = others.filter { $0.committee == meeting.committee }
        guard same.count > 1 else { return nil }
        if Set(same.map(\.starts)).count == same.count, let time = meeting.starts { return dates.time(time) }
        if Set(same.map(\.title)).count == same.count, let title = meeting.title { return title }
        return same.firstIndex { $0.slug == meeting.slug }.map { String($0 + 1) }
    }
}

/// Committees in a few letters, for the cells of a calendar on a phone.
struct CommitteeLabels {
    private var labels: [String: String] = [:]
    /// What fits beside six others at 320 px.
    private static let limit = 4

    init(_ committees: [Committee]) {
        var taken: Set<String> = []
        for committee in committees {
            let label = CommitteeLabels.label(committee)
            var own = label
            var number = 2
            while !taken.insert(own).inserted {
                own = label + String(number)
                number += 1
            }
            labels[committee.slug] = own
        }
    }

    /// - Parameter slug: Of a committee.
    subscript(_ slug: String) -> String { labels[slug] ?? slug }

    /// Its short name where that is short enough, else its initials, else the first letters of its one word.
    private static func label(_ committee: Committee) -> String {
        if let short = committee.short, short.count <= limit { return short }
        let words = committee.name.split { !$0.isLetter && !$0.isNumber }
        let capitals = words.filter { $0.first!.isUppercase || $0.first!.isNumber }
        let initials = capitals.count > 1 ? capitals : words
        return initials.count > 1 ? String(initials.prefix(limit).map { $0.first! }) : String(committee.name.prefix(limit))
    }
}
