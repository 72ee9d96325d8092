import Facts
import Model

extension RegisterBuilder {
    mutating func addPapers(of record: MeetingRecord, at: Int) {
        let meeting = record.meeting
        let facts = facts.of(meeting)
        let links = linked.parts(of: meeting)
        let late = addAwaited(of: record, at: at, facts)
        for position in links?.paperOrder ?? [] {
            let paper = meeting.papers[position]
            let published = facts.papers[position].published.stated
            let entry = PaperEntry(
                meeting: at, paper: position, item: links?.itemOfPaper[paper.slug], published: published,
                daysLate: late[position].flatMap { days(from: $0, to: published) }, people: people(of: paper))
            for author in Set(paper.authors.flatMap { lines.positions(in: $0) }).sorted() { people[author].papers.append(papers.count) }
            papers.append(entry)
        }
    }

    private mutating func people(of paper: Paper) -> [Int] {
        var found: [Int] = []
        for line in paper.authors + [paper.sponsor, paper.officer].compactMap(\.self) {
            for person in lines.positions(in: line) where !found.contains(person) { found.append(person) }
        }
        return found
    }

    /// Notes what was said to follow. Of the papers that came so, says when they were said to follow.
    private mutating func addAwaited(of record: MeetingRecord, at: Int, _ facts: MeetingFacts) -> [Int: Day] {
        var late: [Int: Day] = [:]
        for matter in facts.matters {
            guard let said = matter.awaited else { continue }
            let supplement = matter.parts.first { $0.item == said.first }?.supplement
            let announced = (supplement.map { facts.days.supplements[$0] } ?? facts.days.agenda).stated
            for paper in said.brought?.papers ?? [] { late[paper] = announced }
            awaited.append(AwaitedPaper(
                meeting: at, item: matter.item, announced: announced, outcome: outcome(of: said, matter), papers: said.brought?.papers ?? [],
                arrived: said.brought?.day, daysLate: days(from: announced, to: said.brought?.day)))
        }
        return late
    }

    private func outcome(of said: AwaitedPapers, _ matter: Matter) -> AwaitedPaper.Outcome {
        if let brought = said.brought { return brought.papers.isEmpty ? .none : .came }
        return matter.state.map { .dropped($0) } ?? .missing
    }

    private func days(from: Day?, to: Day?) -> Int? {
        guard let from, let to else { return nil }
        return to.daysSince1970 - from.daysSince1970
    }
}
