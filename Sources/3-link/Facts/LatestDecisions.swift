import Linking
import Model

/// A decision, and where it was taken.
package struct DecisionOfMeeting: Sendable {
    package let meeting: Meeting
    package let minute: Minute
    package let decision: Decision
}

extension ArchiveFacts {
    /// The latest decisions, those of the newest meeting first, of each meeting all in the order of its minutes.
    ///
    /// - Parameters:
    ///   - count: Once there are so many, no further meeting is looked at.
    ///   - today: No later meeting has decided anything yet.
    package func latestDecisions(_ count: Int, until today: Today, where isWanted: (Minute, Decision) -> Bool = { _, _ in true }) -> [DecisionOfMeeting] {
        let meetings = linked.archive.committees.flatMap(\.meetings).filter { $0.minutes != nil && $0.date <= today }
        var found: [DecisionOfMeeting] = []
        for meeting in meetings.sorted(by: { $0.isNewer(than: $1) }) {
            if found.count >= count { break }
            for minute in meeting.minutes?.minutes ?? [] {
                for decision in minute.decisions where isWanted(minute, decision) {
                    found.append(DecisionOfMeeting(meeting: meeting, minute: minute, decision: decision))
                }
            }
        }
        return found
    }
}

extension Meeting {
    /// The order of all lists that begin with the newest: those of one day by committee.
    package func isNewer(than other: Meeting) -> Bool {
        (other.date, committee, slug) < (date, other.committee, other.slug)
    }
}

extension Minute {
    /// Whether it approves the minutes of a meeting before: that is a decision, but no news.
    package var isAboutMinutes: Bool { title.lowercased().contains("minutes") }
}
