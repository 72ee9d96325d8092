import Diagnostics
import Linking
import Packs

/// The rules of public meetings, checked. The proper officer decides: each finding is a warning.
public enum Rules {
    /// - Parameter today: Which meetings are over.
    public static func check(_ linked: LinkedArchive, today: Day) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        let authority = linked.archive.authority
        for committee in linked.archive.committees {
            let law = Law(kind: committee.kind)
            let seats = Seats(committee, people: linked.people)
            for meeting in committee.meetings {
                findings += AgendaRules(meeting: meeting, notice: authority.notice, today: today, law: law).findings
                findings += MinutesRules(meeting: meeting, committee: committee, seats: seats, linked: linked, law: law)?.findings ?? []
                findings += SectionRules(required: authority.requiredSections, law: law).findings(in: meeting.papers)
            }
            findings += MinuteSeries(committee).findings
        }
        return findings
    }
}
