import Facts
import Model

/// When meetings are and when they were published, by their positions in `OParl.meetings`: worked out once, since every
/// object of a meeting says it.
struct MeetingDates: Sendable {
    struct Entry: Sendable {
        let start: String?
        let end: String?
        /// When the agenda was published; nothing where no source tells a day, and no minutes say that the meeting was.
        let created: String?
        /// The last day on which anything of it is known to have been published.
        let modified: String?
        /// Of the minutes: the meeting's own day, and that of their approval.
        let minutesCreated: String?
        let minutesModified: String?
    }

    private let meetings: [Meeting]
    private let entries: [Entry]
    private let clock: ZoneClock

    init(_ meetings: [Meeting], _ facts: ArchiveFacts, _ clock: ZoneClock) {
        self.clock = clock
        self.meetings = meetings
        entries = meetings.map { MeetingDates.entry($0, facts.of($0).days, clock) }
    }

    subscript(meeting: Int) -> Entry {
        meetings[meeting].noteAll()
        return entries[meeting]
    }

    /// When something of a meeting was published, where that may be another day than the agenda's.
    func created(_ published: KnownDay, of meeting: Int) -> String? {
        published.source == .issued ? clock.stamp(published.day) : self[meeting].created
    }

    private static func entry(_ meeting: Meeting, _ days: MeetingDays, _ clock: ZoneClock) -> Entry {
        let isKnown = days.agenda.source != .meeting || meeting.minutes != nil
        return Entry(
            start: (meeting.starts ?? meeting.minutes?.started).map { clock.stamp(meeting.date, $0) }, end: meeting.end.map { clock.stamp($0.day, $0.time) },
            created: isKnown ? clock.stamp(days.agenda.day) : nil, modified: isKnown ? clock.stamp(days.changed) : nil,
            minutesCreated: days.minutes.map { clock.stamp($0.day) }, minutesModified: days.minutesChanged.map { clock.stamp($0.day) })
    }
}
