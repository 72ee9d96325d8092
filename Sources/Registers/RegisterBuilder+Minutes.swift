import Linking
import Packs

extension RegisterBuilder {
    mutating func addMinutes(of record: MeetingRecord, at: Int, _ purposes: [Int: OpenBusiness.Purpose]) {
        guard let minutes = record.meeting.minutes else { return }
        let links = linked.meetings[record.meeting.address]
        let papers = decidingPapers(of: record.meeting, links)
        let movers = Dictionary(grouping: linked.references.movers(in: record.meeting.minutesAddress), by: \.minute)
        for (position, minute) in minutes.minutes.enumerated() {
            let item = links?.itemOfMinute[position]
            let paper = item.flatMap { papers[$0] }
            let before = decisions.count
            add(
                minute.parts, MinuteSpot(meeting: at, minute: position, item: item),
                purpose: item.flatMap { purposes[$0] } ?? paper.flatMap { record.meeting.papers[$0].purpose },
                isKey: paper.flatMap { record.meeting.papers[$0].keyDecision }, answer: answer(to: minute, in: record.meeting))
            for mover in movers[position] ?? [] { note(mover, minute.parts, firstDecision: before) }
        }
    }

    /// Where the matter of a minute came back first. Only minutes with actions are asked for it.
    private func answer(to minute: Minute, in meeting: Meeting) -> Thing? {
        guard minute.parts.contains(where: { if case .actions = $0 { true } else { false } }) else { return nil }
        let references = linked.references
        guard let number = references.things.number(at: meeting.minutesAddress, minute.anchor) else { return nil }
        return references.lineage.later(than: references.lineage.matter(of: number)).first.map { references.things[$0] }
    }

    /// Notes a mover at the decision that comes next; not where a vote comes before it that was taken on something else,
    /// such as an amendment that was lost.
    private mutating func note(_ mover: Mover, _ parts: [MinutePart], firstDecision: Int) {
        var decision = firstDecision
        for (at, part) in parts.enumerated() {
            switch part {
            case .decision(let own):
                if own.text.events.lowerBound > mover.event {
                    if mover.hasSeconded { people[mover.person].seconded.append(decision) } else { people[mover.person].moved.append(decision) }
                    return
                }
                decision += 1
            case .vote(let vote):
                guard vote.text.events.lowerBound > mover.event else { continue }
                if at + 1 < parts.count, case .decision = parts[at + 1] { continue }
                return
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

    private mutating func add(_ parts: [MinutePart], _ spot: MinuteSpot, purpose: OpenBusiness.Purpose?, isKey: Bool?, answer: Thing?) {
        var voteOfPart: [Int: Int] = [:]
        for (at, part) in parts.enumerated() {
            guard case .vote(let vote) = part else { continue }
            voteOfPart[at] = votes.count
            for count in vote.counts {
                for name in count.names {
                    if let person = linked.people.position(of: name) { people[person].votes.append((votes.count, count.side)) }
                }
            }
            votes.append(VoteEntry(spot: spot, part: at, decision: nil))
        }
        for (at, part) in parts.enumerated() {
            switch part {
            case .decision:
                let vote = voteBeside(at, parts, voteOfPart)
                if let vote { votes[vote].decision = decisions.count }
                decisions.append(DecisionEntry(spot: spot, part: at, vote: vote, purpose: purpose, isKey: isKey))
            case .actions(let list, _):
                for (number, action) in list.enumerated() { actions.append(entry(action, spot, at, number, answer)) }
            case .declaration(let declaration):
                let person = linked.people.positions(in: declaration.name).first
                if let person { people[person].declarations.append(declarations.count) }
                declarations.append(DeclarationEntry(spot: spot, part: at, person: person))
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

    private func entry(_ action: Action, _ spot: MinuteSpot, _ part: Int, _ number: Int, _ answer: Thing?) -> ActionEntry {
        let isOverdue = action.due.map { $0 < today } ?? false
        return ActionEntry(
            spot: spot, part: part, number: number, action: action, owners: action.owner.map(linked.people.positions) ?? [], answeredBy: answer,
            state: answer != nil ? .answered : isOverdue ? .overdue : .open)
    }
}
