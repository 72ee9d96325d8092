/// Where a meeting stands in the archive.
package struct MeetingPosition: Sendable, Hashable {
    package let committee: Int
    package let meeting: Int

    package init(committee: Int, meeting: Int) {
        self.committee = committee
        self.meeting = meeting
    }
}
