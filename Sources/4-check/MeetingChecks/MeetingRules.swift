import Diagnostics
import Linking
import Platform
import Model

/// The rules of public meetings, checked. The proper officer decides: each finding is a warning.
package enum MeetingRules {
    /// - Parameters:
    ///   - today: Which meetings are over.
    ///   - isWanted: Asked before each meeting: once the answer is no longer wanted, nothing more is looked at, and what was found is not all.
    package static func check(_ linked: LinkedArchive, today: Day, while isWanted: @escaping @Sendable () -> Bool = { true }) -> [Diagnostic] {
        let authority = linked.archive.authority
        return linked.archive.committees.flatMap { committee in
            let law = Law(kind: committee.kind)
            let seats = CommitteeSeats(committee, people: linked.people)
            let ofMeetings = committee.meetings.concurrentMap { meeting in
                !isWanted() ? [] : AgendaRules(meeting: meeting, links: linked.parts(of: meeting), notice: authority.notice, today: today, law: law).findings
                    + CourseRules(meeting: meeting, today: today).findings + (MinutesRules(meeting: meeting, committee: committee, seats: seats, linked: linked, law: law)?.findings ?? [])
                    + SectionRules(required: authority.requiredSections, law: law).findings(in: meeting.papers)
            }
            return ofMeetings.flatMap(\.self) + MinuteSeries(committee).findings
        }
    }
}
