import Model

/// When meetings are and when they were published, by their positions in `OParl.meetings`: worked out once, since every
/// object of a meeting says it.
struct MeetingDates: Sendable {
    struct Entry: Sendable {
        let start: String?
        let end: String?
        /// The day of the notice; of a meeting without one whose minutes are there, its own.
        let created: String?
        /// The last day on which anything of it is known to have been published.
        let modified: String?
        /// Of the minutes: the meeting's own day, and that of their approval.
        let minutesCreated: String?
        let minutesModified: String?
    }

    private let entries: [Entry]

    init(_ meetings: [Meeting], _ clock: ZoneClock) { entries = meetings.map { MeetingDates.entry($0, clock) } }

    subscript(meeting: Int) -> Entry { entries[meeting] }

    private static func entry(_ meeting: Meeting, _ clock: ZoneClock) -> Entry {
        let minutes = meeting.minutes
        let created = meeting.issued ?? minutes.map { _ in meeting.date }
        let later = meeting.supplements.compactMap(\.issued) + [minutes?.approvedAt ?? minutes.map { _ in meeting.date }].compactMap(\.self)
        return Entry(
            start: (meeting.starts ?? minutes?.started).map { clock.stamp(meeting.date, $0) }, end: meeting.lastMoment.map { clock.stamp($0, $1) },
            created: created.map { clock.stamp($0) },
            modified: created.map { clock.stamp(max($0, later.max() ?? $0)) }, minutesCreated: minutes.map { _ in clock.stamp(meeting.date) },
            minutesModified: minutes.map { clock.stamp($0.approvedAt ?? meeting.date) })
    }
}

extension Meeting {
    /// When it ended, or is to end: on the day after where it goes past midnight.
    var lastMoment: (Day, ClockTime)? {
        guard let end = minutes?.ended ?? ends else { return nil }
        let start = starts ?? minutes?.started ?? end
        return (end < start ? date.adding(days: 1) : date, end)
    }
}
