import Linking
import Model

extension RegisterBuilder {
    mutating func addPapers(of record: MeetingRecord, at: Int) {
        let meeting = record.meeting
        let links = linked.meetings[meeting.address]
        let brought = meeting.supplements.isEmpty ? [:] : papersOfSupplements(meeting)
        let awaited = addAwaited(of: record, at: at, brought)
        for position in links?.paperOrder ?? [] {
            let paper = meeting.papers[position]
            let own = brought[position]
            let entry = PaperEntry(
                meeting: at, paper: position, item: links?.itemOfPaper[paper.slug], published: own.map(\.issued) ?? meeting.issued,
                daysLate: awaited.contains(position) ? days(from: meeting.issued, to: own?.issued) : nil, people: people(of: paper))
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

    /// The papers that supplements bring, with what lies in their folders: for which item, and when.
    private func papersOfSupplements(_ meeting: Meeting) -> [Int: (number: String?, issued: Day?)] {
        var found: [Int: (number: String?, issued: Day?)] = [:]
        for supplement in meeting.supplements {
            for item in supplement.sections.flatMap(\.items) {
                for case .link(let link) in item.open?.papers ?? [] {
                    guard case .page(let address, _) = linked.destination(of: link) else { continue }
                    for (at, paper) in meeting.papers.enumerated() where found[at] == nil {
                        let own = paper.address(in: meeting).path
                        if own.hasPrefix(address.path), address.path != meeting.address.path { found[at] = (item.number, supplement.issued) }
                    }
                }
            }
        }
        return found
    }

    /// Notes what the agenda said was to follow; says which papers came so.
    private mutating func addAwaited(
        of record: MeetingRecord, at: Int, _ brought: [Int: (number: String?, issued: Day?)]
    ) -> Set<Int> {
        var came: Set<Int> = []
        var position = 0
        for section in record.meeting.sections {
            for item in section.items {
                defer { position += 1 }
                guard item.open?.isAwaitingPaper ?? false else { continue }
                let papers = brought.filter { item.number != nil && $0.value.number == item.number }.keys.sorted()
                let arrived = papers.compactMap { brought[$0]?.issued }.min()
                came.formUnion(papers)
                awaited.append(AwaitedPaper(
                    meeting: at, item: position, papers: papers, arrived: arrived, daysLate: days(from: record.meeting.issued, to: arrived)))
            }
        }
        return came
    }

    private func days(from: Day?, to: Day?) -> Int? {
        guard let from, let to else { return nil }
        return to.daysSince1970 - from.daysSince1970
    }
}

extension OpenBusiness {
    /// Whether the agenda says that a paper is to follow.
    var isAwaitingPaper: Bool { papers.contains { if case .toFollow = $0 { true } else { false } } }
}
