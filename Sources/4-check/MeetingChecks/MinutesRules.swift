import Diagnostics
import Facts
import Linking
import Markdown
import Model

/// What is asked of a record: enough members, substitutes only for who is away, votes that add up.
struct MinutesRules {
    let meeting: Meeting
    let minutes: Minutes
    let committee: Committee
    let law: Law
    let seats: CommitteeSeats
    let present: Present
    /// Those among `present` who count for the quorum and may vote.
    let voting: Set<Int>
    private let itemOfMinute: [Int: Int]

    /// nil where there are no minutes, or they do not say who was there.
    init?(meeting: Meeting, committee: Committee, seats: CommitteeSeats, linked: LinkedArchive, law: Law) {
        guard let minutes = meeting.minutes else { return nil }
        present = Present(minutes, people: linked.people)
        guard !present.attendees.isEmpty else { return nil }
        self.meeting = meeting
        self.minutes = minutes
        self.committee = committee
        self.law = law
        self.seats = seats
        voting = present.voting(by: seats, on: meeting.date)
        itemOfMinute = linked.parts(of: meeting)?.itemOfMinute ?? [:]
    }

    var findings: [Diagnostic] {
        [noQuorum].compactMap(\.self) + present.attendees.indices.compactMap(substituteForPresent) + minutes.minutes.indices.flatMap(votes)
    }

    private var noQuorum: Diagnostic? {
        guard meeting.course.stage != .inquorate, meeting.kind != .development else { return nil }
        // By law a quarter, where the council does not say more.
        let text = committee.quorum ?? (committee.kind == .council ? "one quarter" : nil)
        guard let quorum = text.flatMap({ Quorum($0) })?.number(of: seats.count(on: meeting.date)), voting.count < quorum else { return nil }
        let first = present.attendees[0]
        return Diagnostic(RuleProblem.noQuorum(present: voting.count, quorum: quorum, law: law.quorum), at: location(first.line))
    }

    private func substituteForPresent(_ at: Int) -> Diagnostic? {
        let substitute = present.attendees[at]
        guard let member = substitute.substituteFor, let other = present.index(of: member), other != at else { return nil }
        return Diagnostic(RuleProblem.substituteForPresent(substitute.name, member: member), at: location(substitute.line))
    }

    private func votes(_ minute: Int) -> [Diagnostic] {
        let votes = minutes.minutes[minute].parts.compactMap { if case .vote(let vote) = $0 { vote } else { nil } }
        guard !votes.isEmpty else { return [] }
        let withdrawn = withdrawn(from: minute)
        return votes.flatMap { vote in
            let location = location(vote.text.blocks.first { _ in true }?.line ?? 0)
            return VoteRules(vote: vote, present: present, voting: voting, withdrawn: withdrawn, law: law).problems.map { Diagnostic($0, at: location) }
        }
    }

    // MARK: Interests

    /// Those who had declared an interest in what a minute is about, and withdrew.
    private func withdrawn(from minute: Int) -> Set<Int> {
        let this = minutes.minutes[minute]
        let item = this.item ?? itemOfMinute[minute].flatMap { meeting.everyItem[$0].number }
        var withdrawn: Set<Int> = []
        for (at, other) in minutes.minutes.enumerated() {
            for case .declaration(let declaration) in other.parts where declaration.outcome == .withdrew {
                let labels = DeclaredItems(declaration.nature)
                let concerns = labels.isEmpty ? at == minute : labels.name(item: item, minute: this.number.map(ItemNumber.init))
                if concerns, let who = present.index(of: declaration.name) { withdrawn.insert(who) }
            }
        }
        return withdrawn
    }

    private func location(_ line: Int) -> SourceLocation { SourceLocation(minutes.location.path, line: line) }
}

/// The items and minutes that a declaration names: "item 5, as a governor", "items 5 and 6", "minute 47".
struct DeclaredItems {
    private var items: Set<ItemNumber> = []
    private var minutes: Set<ItemNumber> = []

    init(_ nature: String) {
        let text = nature.lowercased()
        var series: WritableKeyPath<DeclaredItems, Set<ItemNumber>>?
        var last: Substring?
        for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            switch word {
            case "item", "items": series = \.items
            case "minute", "minutes": series = \.minutes
            case "and", "to": break
            default:
                if let known = series, let number = last, word.utf8.count == 1, text[number.endIndex..<word.startIndex].allSatisfy({ $0 == " " || $0 == "(" }),
                    text[word.endIndex...].first == ")"
                {
                    // The letter of "item 7(a)" belongs to its number.
                    self[keyPath: known].remove(ItemNumber(String(number)))
                    self[keyPath: known].insert(ItemNumber(String(number + word)))
                    continue
                }
                guard let known = series, word.utf8.count <= 4, word.contains(where: \.isNumber) else {
                    (series, last) = (nil, nil)
                    continue
                }
                self[keyPath: known].insert(ItemNumber(String(word)))
                last = word
            }
        }
    }

    var isEmpty: Bool { items.isEmpty && minutes.isEmpty }

    func name(item: ItemNumber?, minute: ItemNumber?) -> Bool {
        (item.map(items.contains) ?? false) || (minute.map(minutes.contains) ?? false)
    }
}
