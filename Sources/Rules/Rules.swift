import Diagnostics
import Linking
import Machine
import Packs

/// The rules of public meetings, checked. The proper officer decides: each finding is a warning.
public enum Rules {
    /// - Parameter today: Which meetings are over.
    public static func check(_ linked: LinkedArchive, today: Day) -> [Diagnostic] {
        let authority = linked.archive.authority
        return linked.archive.committees.flatMap { committee in
            let law = Law(kind: committee.kind)
            let seats = Seats(committee, people: linked.people)
            let ofMeetings = committee.meetings.concurrentMap { meeting in
                AgendaRules(meeting: meeting, notice: authority.notice, today: today, law: law).findings
                    + (MinutesRules(meeting: meeting, committee: committee, seats: seats, linked: linked, law: law)?.findings ?? [])
                    + SectionRules(required: authority.requiredSections, law: law).findings(in: meeting.papers)
            }
            return ofMeetings.flatMap(\.self) + MinuteSeries(committee).findings
        }
    }
}
