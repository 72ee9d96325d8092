import Linking
import Model
import Platform

/// What is true of each meeting of an archive: one object that all threads share.
package final class ArchiveFacts: Sendable {
    package let linked: LinkedArchive
    private let meetings: [Address: MeetingFacts]

    package init(_ linked: LinkedArchive) {
        self.linked = linked
        let all = linked.archive.committees.flatMap(\.meetings)
        let facts = all.concurrentMap { MeetingFacts($0, linked.parts(of: $0)) }
        meetings = Dictionary(zip(all.map(\.address), facts), uniquingKeysWith: { first, _ in first })
    }

    /// The same for an archive that differs from the other's in texts alone.
    ///
    /// - Parameter changed: Those whose texts are others.
    package init(like other: ArchiveFacts, _ linked: LinkedArchive, changed: [Meeting]) {
        self.linked = linked
        var meetings = other.meetings
        for meeting in changed { meetings[meeting.address] = MeetingFacts(meeting, linked.parts(of: meeting)) }
        self.meetings = meetings
    }

    package func of(_ meeting: Meeting) -> MeetingFacts {
        meeting.noteAll()
        _ = linked.parts(of: meeting)
        return meetings[meeting.address] ?? MeetingFacts(meeting, linked.parts(of: meeting))
    }
}
