import Facts
import Formats
import Linking
import Model
import Results

/// Which papers are considered under which agenda items.
struct Consultations: Sendable {
    struct Consultation: Sendable, Encodable {
        /// The meeting that the paper belongs to, and the paper's position there.
        let home: Int
        let paper: Int
        /// The meeting that considers it, and the item's position in `Meeting.everyItem`.
        let meeting: Int
        let item: Int
        /// The item's anchor.
        let anchor: String
        /// In the file of the paper: the item's anchor, and in which meeting, where that is not the paper's own.
        let fragment: String
        let purpose: OpenBusiness.Purpose?
        /// When the item listed it.
        let published: KnownDay
        // The addresses of all three are said often.
        let paperAddress: Address
        let meetingAddress: Address
        let committeeAddress: Address
    }

    /// In the order of the papers.
    private let found: [Consultation]
    private let meetings: [Meeting]
    /// For each paper of each meeting, where in `all` its consultations are.
    private let ofPaper: [[Range<Int>]]
    /// For each meeting, by item, those of its papers in the order in which it lists them: positions in `all`.
    private let ofItem: [[Int: [Int]]]

    init(_ facts: ArchiveFacts, _ meetings: [Meeting]) {
        let papers = Consultations.addresses(of: meetings)
        var found: [Consultation] = []
        for (number, meeting) in meetings.enumerated() { Consultations.find(in: meeting, number, papers, facts, &found) }
        let order = found.indices.sorted { (found[$0].home, found[$0].paper, $0) < (found[$1].home, found[$1].paper, $1) }
        let all = order.map { found[$0] }
        self.found = all
        self.meetings = meetings
        var position = [Int](repeating: 0, count: order.count)
        for (new, old) in order.enumerated() { position[old] = new }
        var ofItem = [[Int: [Int]]](repeating: [:], count: meetings.count)
        for old in found.indices { ofItem[found[old].meeting][found[old].item, default: []].append(position[old]) }
        self.ofItem = ofItem
        var next = 0
        ofPaper = meetings.indices.map { home in
            meetings[home].papers.indices.map { paper in
                let start = next
                while next < all.count, all[next].home == home, all[next].paper == paper { next += 1 }
                return start..<next
            }
        }
    }

    /// How many there are.
    var count: Int {
        Asking.note(Consultations.everything)
        return found.count
    }

    /// Of those that a list counts.
    func listed(_ number: Int) -> Consultation {
        Asking.note(Consultations.everything)
        return found[number]
    }

    func ofPaper(_ paper: Int, of meeting: Int) -> ArraySlice<Consultation> {
        Asking.note(Consultations.question(meetings[meeting]))
        return found[ofPaper[meeting][paper]]
    }

    func ofItem(_ item: Int, of meeting: Int) -> [Consultation] {
        Asking.note(Consultations.question(meetings[meeting]))
        return (ofItem[meeting][item] ?? []).map { found[$0] }
    }

    private static let everything = Question("consultations")
    private static func question(_ meeting: Meeting) -> Question { Question("consultations", meeting.address.path) }

    func answer(into answers: inout Answers) {
        var ofMeetings = [[UInt64]](repeating: [], count: meetings.count)
        let digests = found.map { Digest.of($0) }
        for (number, consultation) in found.enumerated() {
            ofMeetings[consultation.home].append(digests[number])
            if consultation.meeting != consultation.home { ofMeetings[consultation.meeting].append(digests[number]) }
        }
        for (meeting, numbers) in zip(meetings, ofMeetings) { answers.add(Consultations.question(meeting), Digest.joining(numbers)) }
        answers.add(Consultations.everything, Digest.joining(digests))
    }

    private static func addresses(of meetings: [Meeting]) -> [Address: (meeting: Int, paper: Int)] {
        var found: [Address: (meeting: Int, paper: Int)] = [:]
        for (number, meeting) in meetings.enumerated() {
            for (position, paper) in meeting.papers.enumerated() { found[paper.address(in: meeting)] = (number, position) }
        }
        return found
    }

    /// What the open items of a meeting list, and then what lies in the folders of the papers that they list.
    private static func find(
        in meeting: Meeting, _ number: Int, _ papers: [Address: (meeting: Int, paper: Int)], _ facts: ArchiveFacts, _ found: inout [Consultation]
    ) {
        let items = meeting.everyItem
        let linked = facts.linked, own = facts.of(meeting)
        let committee = Route.committee(meeting.committee).address
        let start = found.count
        var isListed = [Bool](repeating: false, count: meeting.papers.count)
        func add(_ paper: (meeting: Int, paper: Int), at address: Address, to item: Int) {
            if found[start...].contains(where: { $0.home == paper.meeting && $0.paper == paper.paper && $0.item == item }) { return }
            if paper.meeting == number { isListed[paper.paper] = true }
            let anchor = items[item].anchor
            let fragment = paper.meeting == number ? "consultation-" + anchor : "consultation-\(meeting.committee)-\(meeting.slug)-\(anchor)"
            found.append(Consultation(
                home: paper.meeting, paper: paper.paper, meeting: number, item: item, anchor: anchor, fragment: fragment, purpose: own.matter(ofItem: item).purpose,
                published: paper.meeting == number ? own.papers[paper.paper].published : own.days.agenda,
                paperAddress: address, meetingAddress: meeting.address, committeeAddress: committee))
        }
        for (position, item) in items.enumerated() {
            for case .link(let link) in item.open?.papers ?? [] {
                if case .page(let address, _) = linked.destination(of: link), let paper = papers[address] { add(paper, at: address, to: meeting.join.main(of: position)) }
            }
        }
        let itemOfPaper = linked.parts(of: meeting)?.itemOfPaper ?? [:]
        for (position, paper) in meeting.papers.enumerated() where !isListed[position] {
            if let item = itemOfPaper[paper.slug], items[item].open != nil { add((number, position), at: paper.address(in: meeting), to: item) }
        }
    }
}
