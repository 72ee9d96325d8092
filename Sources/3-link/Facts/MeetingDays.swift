import Model

/// A day, and what says that it is this one.
package struct KnownDay: Sendable, Equatable, Encodable {
    package enum Source: Sendable, Equatable, Encodable {
        /// `issued` in the head.
        case issued
        /// `approved-at` in the head of the minutes.
        case approved
        /// `signed` in the head of the minutes.
        case signed
        /// Nothing but that a change of its day, time or place was announced then: it was public by that day.
        case changeAnnounced
        /// Nothing but the day of the agenda that it belongs to.
        case agenda
        /// Nothing: the meeting's own day stands in.
        case meeting
    }

    package let day: Day
    package let source: Source

    package init(_ day: Day, _ source: Source) {
        self.day = day
        self.source = source
    }

    /// The day, where a head gives it as the one asked for.
    package var stated: Day? {
        switch source {
        case .issued, .approved, .signed: day
        case .changeAnnounced, .agenda, .meeting: nil
        }
    }
}

/// When what belongs to a meeting was published and changed last: what every page, feed, calendar and data file says of it.
package struct MeetingDays: Sendable, Equatable {
    /// When the agenda was published.
    package let agenda: KnownDay
    /// The last day on which day, time or place of the meeting were announced.
    package let announced: Day
    /// When each supplement was published, in their order.
    package let supplements: [KnownDay]
    /// The last day on which papers of the meeting were published, as far as the sources say; a supplement counts as news.
    package let papers: KnownDay
    /// When the minutes were first there; nothing says it, so the meeting's day stands in. nil where there are none.
    package let minutes: KnownDay?
    /// When the minutes became what they are.
    package let minutesChanged: KnownDay?
    /// The last day on which anything of the meeting was published or changed.
    package let changed: Day

    init(_ meeting: Meeting) {
        let agenda =
            meeting.issued.map { KnownDay($0, .issued) } ?? meeting.moves.first.map { KnownDay($0.changed, .changeAnnounced) } ?? KnownDay(meeting.date, .meeting)
        self.agenda = agenda
        announced = max(agenda.day, meeting.moves.last?.changed ?? agenda.day)
        supplements = meeting.supplements.map { supplement in
            supplement.issued.map { KnownDay($0, .issued) } ?? KnownDay(agenda.day, agenda.source == .meeting ? .meeting : .agenda)
        }
        let stated = supplements.compactMap(\.stated).max()
        papers = stated.map { KnownDay($0, .issued) } ?? agenda
        minutes = meeting.minutes.map { _ in KnownDay(meeting.date, .meeting) }
        let minutesChanged = meeting.minutes.map { minutes in
            minutes.approvedAt.map { KnownDay($0, .approved) } ?? minutes.signed.map { KnownDay($0, .signed) } ?? KnownDay(meeting.date, .meeting)
        }
        self.minutesChanged = minutesChanged
        changed = ([announced] + [stated, minutesChanged?.day].compactMap(\.self)).max() ?? announced
    }
}

extension Meeting {
    package var days: MeetingDays { MeetingDays(self) }
}
