import Facts
import Linking
import Model

extension Feeds {
    /// The adoption of a strategy, and the agendas, papers and minutes that refer to it or to one of its chapters.
    func news(of strategy: Strategy) -> [Candidate] {
        let table = linked.references.referenceTargets
        let referenceTargets = [table.number(at: strategy.address, nil)] + strategy.chapters.map { chapter in
            strategy.contents == .onePage
                ? table.number(at: strategy.address, "chapter--" + chapter.slug) : table.number(at: strategy.address(of: chapter), nil)
        }
        let documents = Set(referenceTargets.compactMap(\.self).flatMap { linked.references.backlinks(to: $0).map(\.document) })
        // A paper's report form and its text, an agenda and its supplements are documents of their own on one page.
        var pages: Set<Address> = []
        let mentions = documents.sorted().map { linked.references.documents[Int($0)] }.filter { pages.insert($0.address).inserted }
            .compactMap { mention(in: $0, of: strategy) }
        return mentions + [adoption(of: strategy)].compactMap(\.self)
    }

    private func mention(in document: ReferringDocument, of strategy: Strategy) -> Candidate? {
        guard let committee = document.committee.map({ linked.archive.committees[$0] }), let meeting = document.meeting.map({ committee.meetings[$0] })
        else { return nil }
        let facts = facts.of(meeting)
        let day =
            switch document.kind {
            case .minutes: facts.days.minutes?.day ?? meeting.date
            case .paper(let position): facts.papers[position].published.day
            default: facts.days.agenda.day
            }
        return Candidate(updated: day, path: document.address.path) {
            let held = "\(self.title(of: meeting)), \(inWords(meeting.date))"
            let (title, summary) =
                switch document.kind {
                case .paper(let position): (meeting.papers[position].title, "A paper for \(held), refers to \(strategy.title).")
                case .minutes: ("Minutes: \(held)", "The minutes refer to \(strategy.title).")
                default: ("Agenda: \(held)", "The agenda refers to \(strategy.title).")
                }
            return Entry(path: document.address.path, published: day, updated: day, title: title, summary: summary, committee: committee)
        }
    }

    func adoption(of strategy: Strategy) -> Candidate? {
        guard let meeting = strategy.adoption(in: linked.archive.committees.lazy.flatMap(\.meetings)) else { return nil }
        let day = meeting.date, committee = committees[meeting.committee]
        return Candidate(updated: day, path: strategy.address.path) {
            Entry(
                path: strategy.address.path, published: day, updated: day, title: "\(strategy.title) adopted",
                summary: "Adopted by \(committee?.name ?? meeting.committee) on \(inWords(day)).", committee: committee)
        }
    }
}
