import Linking
import Model

/// Which supplement brings which paper. In a pack a supplement stands with its papers after all that was published before
/// it, so that the pages of the pack keep their numbers.
struct PaperBringers {
    private let meeting: Meeting
    private let linked: LinkedArchive

    init(_ meeting: Meeting, _ linked: LinkedArchive) {
        self.meeting = meeting
        self.linked = linked
    }

    /// The slug of a supplement; nil for a paper of the agenda, and for one that no item lists.
    func bringer(of paper: Paper) -> String? {
        if meeting.supplements.isEmpty || isListed(paper, in: meeting.sections) { return nil }
        if let supplement = meeting.supplements.first(where: { isListed(paper, in: $0.sections) }) { return supplement.slug }
        return holder(of: paper).flatMap(bringer)
    }

    private func isListed(_ paper: Paper, in sections: [AgendaSection]) -> Bool {
        sections.contains { $0.items.contains { $0.open?.lists(paper, in: meeting, linked) ?? false } }
    }

    /// The paper in whose folder it lies.
    private func holder(of paper: Paper) -> Paper? {
        meeting.papers.filter { paper.slug.hasPrefix($0.slug + "/") }.max { $0.slug.utf8.count < $1.slug.utf8.count }
    }
}
