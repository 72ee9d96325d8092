import Linking
import Model
import Platform

/// What is true of each meeting of an archive, worked out when it is first asked for: one object that all threads share.
package final class ArchiveFacts: Sendable {
    package let linked: LinkedArchive
    private let meetings: [Address: Lazy<MeetingFacts>]

    package init(_ linked: LinkedArchive) {
        self.linked = linked
        let facts = linked.archive.committees.flatMap(\.meetings).map { meeting in
            (meeting.address, Lazy.table { MeetingFacts(meeting, linked.parts(of: meeting)) })
        }
        meetings = Dictionary(facts, uniquingKeysWith: { first, _ in first })
    }

    package func of(_ meeting: Meeting) -> MeetingFacts {
        meeting.noteAll()
        let parts = linked.parts(of: meeting)
        return meetings[meeting.address]?.value ?? MeetingFacts(meeting, parts)
    }
}
