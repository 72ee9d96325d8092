import Model

/// What has become of a meeting, and what says so.
package struct MeetingCourse: Sendable, Equatable {
    package enum Stage: Sendable, Equatable, CaseIterable {
        /// Its day is known, and no more.
        case announced
        /// There is an agenda.
        case called
        case held
        /// Called off before it was held: there is no other day for it.
        case cancelled
        /// Called off before it was held, for another day.
        case postponed
        /// Called, but too few members came: nothing could be decided.
        case inquorate
    }

    /// What a stage is taken from.
    package enum Source: Sendable, Equatable {
        /// `status` in the head of the agenda.
        case status
        /// There are minutes, so it was held.
        case minutes
        /// There is an agenda, so it was called.
        case agenda
        /// There is a folder named by its day, and nothing else.
        case day
    }

    package let stage: Stage
    package let source: Source

    /// Whether the agenda states it; else it is concluded from what there is.
    package var isStated: Bool { source == .status }

    init(_ meeting: Meeting) {
        (stage, source) =
            switch meeting.status {
            case .held: (.held, .status)
            case .cancelled: (.cancelled, .status)
            case .postponed: (.postponed, .status)
            case .inquorate: (.inquorate, .status)
            // That it is planned is said before it is held; the minutes come after.
            case .scheduled, nil: meeting.minutes != nil ? (.held, .minutes) : meeting.hasAgenda ? (.called, .agenda) : (.announced, .day)
            }
    }
}

extension MeetingCourse.Stage {
    /// Whether nobody is to meet on its day.
    package var isCalledOff: Bool { self == .cancelled || self == .postponed }

    /// Whether it is not, or was not, held on its day. Formats that know no more than whether an event takes place say that this one
    /// does not.
    package var isOff: Bool { isCalledOff || self == .inquorate }

    /// Where something did not go as planned: "Cancelled", "Not quorate".
    package var word: String? {
        switch self {
        case .announced, .called, .held: nil
        case .cancelled: "Cancelled"
        case .postponed: "Postponed"
        case .inquorate: "Not quorate"
        }
    }
}

extension Meeting {
    package var course: MeetingCourse { MeetingCourse(self) }

    /// Whether it is still to come, or goes on.
    package func isUpcoming(on today: Today) -> Bool {
        switch course.stage {
        case .announced, .called: date >= today
        case .held, .cancelled, .postponed, .inquorate: false
        }
    }

    /// Whether the law asks for public notice of it: not of a development session, nor of a meeting that the public may
    /// not attend, nor of one that was called off.
    package var needsNotice: Bool { kind != .development && access == .public && !course.stage.isCalledOff }

    /// When it ended, or is to end: on the day after where it goes past midnight.
    package var end: (day: Day, time: ClockTime)? { end(at: minutes?.ended ?? ends) }

    /// When it was announced to end, whatever the minutes say.
    package var announcedEnd: (day: Day, time: ClockTime)? { end(at: ends) }

    private func end(at time: ClockTime?) -> (day: Day, time: ClockTime)? {
        guard let time else { return nil }
        let start = starts ?? minutes?.started ?? time
        return (time < start ? date.adding(days: 1) : date, time)
    }
}
