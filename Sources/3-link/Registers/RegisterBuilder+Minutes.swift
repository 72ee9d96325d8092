import Facts
import Linking
import Model

extension RegisterBuilder {
    mutating func addMinutes(of record: MeetingRecord, at: Int) {
        guard let minutes = record.meeting.minutes else { return }
        let own = self.minutes.count
        self.minutes.append(MinutesRecord(minutes, of: record))
        let links = linked.parts(of: record.meeting), facts = facts.of(record.meeting)
        let papers = decidingPapers(of: record.meeting, links)
        let movers = Dictionary(grouping: linked.movers(in: record.meeting.minutesAddress), by: \.minute)
        for (position, minute) in minutes.minutes.enumerated() {
            let item = links?.itemOfMinute[position]
            let paper = item.flatMap { papers[$0] }
            let before = decisions.count
            add(
                minute.parts, MinutePosition(meeting: at, minutes: own, minute: position, item: item),
                purpose: item.flatMap { facts.matter(ofItem: $0).purpose } ?? paper.flatMap { record.meeting.papers[$0].purpose },
                isKey: paper.flatMap { record.meeting.papers[$0].keyDecision }, answer: answer(to: minute, in: record.meeting))
            if let moved = movers[position] { note(moved, minute.parts, firstDecision: before) }
        }
    }

    /// Where the matter of a minute came back first: in the same committee, or else in another. Only minutes with actions
    /// are asked for it.
    private func answer(to minute: Minute, in meeting: Meeting) -> ReferenceTarget? {
        guard minute.parts.contains(where: { if case .actions = $0 { true } else { false } }) else { return nil }
        let references = linked.references
        guard let number = references.referenceTargets.number(at: meeting.minutesAddress, minute.anchor) else { return nil }
        let later = references.lineage.later(than: references.lineage.matter(of: number)).map { references.referenceTargets[$0] }
        let committee = Route.committee(meeting.committee).address
        return later.first { committee.holds($0.address) } ?? later.first
    }

    /// Notes movers at the decision that comes next. A vote on something else, such as an amendment that was lost, takes
    /// the last motion with it: the motion before that stands.
    private mutating func note(_ movers: [Mover], _ parts: [MinutePart], firstDecision: Int) {
        var waiting = movers.enumerated().sorted { ($0.element.event, $0.offset) > ($1.element.event, $1.offset) }.map(\.element)
        var pending: [Mover] = []
        var decision = firstDecision
        for (at, part) in parts.enumerated() {
            while let next = waiting.last, next.event < part.events.lowerBound { pending.append(waiting.removeLast()) }
            switch part {
            case .decision:
                for mover in pending {
                    if mover.hasSeconded { people[mover.person].seconded.append(decision) } else { people[mover.person].moved.append(decision) }
                }
                pending = []
                decision += 1
            case .vote:
                if at + 1 < parts.count, case .decision = parts[at + 1] { continue }
                if let last = pending.lastIndex(where: { !$0.hasSeconded }) { pending.removeSubrange(last...) }
            case .text, .actions, .declaration: continue
            }
        }
    }

    /// For each item the paper that says what is to be decided: the first that speaks of key decisions, else the first.
    private func decidingPapers(of meeting: Meeting, _ links: MeetingLinks?) -> [Int: Int] {
        var first: [Int: Int] = [:]
        for at in links?.paperOrder ?? [] {
            let paper = meeting.papers[at]
            guard paper.parent == nil, let item = links?.itemOfPaper[paper.slug] else { continue }
            if let other = first[item], meeting.papers[other].keyDecision != nil || paper.keyDecision == nil { continue }
            first[item] = at
        }
        return first
    }

    private mutating func add(_ parts: [MinutePart], _ position: MinutePosition, purpose: OpenBusiness.Purpose?, isKey: Bool?, answer: ReferenceTarget?) {
        var voteOfPart: [Int: Int] = [:]
        for (at, part) in parts.enumerated() {
            guard case .vote(let vote) = part else { continue }
            voteOfPart[at] = votes.count
            for count in vote.counts {
                for name in count.names {
                    if let person = linked.people.position(of: name) { people[person].votes.append((votes.count, count.side)) }
                }
            }
            votes.append(VoteEntry(position: position, part: at, decision: nil))
        }
        for (at, part) in parts.enumerated() {
            switch part {
            case .decision:
                let vote = voteBeside(at, parts, voteOfPart)
                if let vote { votes[vote].decision = decisions.count }
                decisions.append(DecisionEntry(position: position, part: at, vote: vote, purpose: purpose, isKey: isKey))
            case .actions(let list, _):
                for (number, action) in list.enumerated() { actions.append(entry(action, position, at, number, answer)) }
            case .declaration(let declaration):
                let person = linked.people.positions(in: declaration.name).first
                if let person { people[person].declarations.append(declarations.count) }
                declarations.append(DeclarationEntry(position: position, part: at, person: person))
            case .text, .vote: break
            }
        }
    }

    /// The vote that stands before a decision, else the one after it, unless that is the next decision's.
    private func voteBeside(_ at: Int, _ parts: [MinutePart], _ votes: [Int: Int]) -> Int? {
        if let before = votes[at - 1] { return before }
        guard let after = votes[at + 1] else { return nil }
        if at + 2 < parts.count, case .decision = parts[at + 2] { return nil }
        return after
    }

    private func entry(_ action: Action, _ position: MinutePosition, _ part: Int, _ number: Int, _ answer: ReferenceTarget?) -> ActionEntry {
        ActionEntry(
            position: position, part: part, number: number, action: action, owners: action.owner.map(linked.people.positions) ?? [], answeredBy: answer)
    }
}

extension MinutePart {
    /// Where it stands in the document.
    fileprivate var events: Range<Int> {
        switch self {
        case .text(let text), .actions(_, let text): text.events
        case .decision(let decision): decision.text.events
        case .vote(let vote): vote.text.events
        case .declaration(let declaration): declaration.text.events
        }
    }
}
