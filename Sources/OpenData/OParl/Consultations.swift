import Linking
import Packs

/// Which papers are considered under which agenda items.
struct Consultations: Sendable {
    /// All four count from 0: the meeting that a paper belongs to and its position there, the meeting that considers it and
    /// the position in `Meeting.everyItem`.
    struct Consultation: Sendable, Equatable {
        let home: Int
        let paper: Int
        let meeting: Int
        let item: Int
    }

    /// In the order of the papers.
    let all: [Consultation]
    /// For each paper of each meeting, where in `all` its consultations are.
    private let ofPaper: [[Range<Int>]]
    /// For each meeting, by item, those of its papers in the order in which it lists them: positions in `all`.
    private let ofItem: [[Int: [Int]]]

    init(_ linked: LinkedArchive, _ meetings: [Meeting]) {
        let papers = Consultations.addresses(of: meetings)
        var found: [Consultation] = []
        for (number, meeting) in meetings.enumerated() { found += Consultations.find(in: meeting, number, papers, linked) }
        let order = found.indices.sorted { (found[$0].home, found[$0].paper, $0) < (found[$1].home, found[$1].paper, $1) }
        let all = order.map { found[$0] }
        self.all = all
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

    func ofPaper(_ paper: Int, of meeting: Int) -> Range<Int> { ofPaper[meeting][paper] }

    func ofItem(_ item: Int, of meeting: Int) -> [Int] { ofItem[meeting][item] ?? [] }

    private static func addresses(of meetings: [Meeting]) -> [Address: (meeting: Int, paper: Int)] {
        var found: [Address: (meeting: Int, paper: Int)] = [:]
        for (number, meeting) in meetings.enumerated() {
            for (position, paper) in meeting.papers.enumerated() { found[paper.address(in: meeting)] = (number, position) }
        }
        return found
    }

    /// What the open items of a meeting list, and then what lies in the folders of the papers that they list.
    private static func find(
        in meeting: Meeting, _ number: Int, _ papers: [Address: (meeting: Int, paper: Int)], _ linked: LinkedArchive
    ) -> [Consultation] {
        let items = meeting.everyItem
        var found: [Consultation] = []
        for (position, item) in items.enumerated() {
            guard let open = item.open else { continue }
            let main = items.mainItem(of: position)
            for case .link(let link) in open.papers {
                guard case .page(let address, _) = linked.destination(of: link), let paper = papers[address] else { continue }
                let consultation = Consultation(home: paper.meeting, paper: paper.paper, meeting: number, item: main)
                if !found.contains(consultation) { found.append(consultation) }
            }
        }
        for (position, paper) in meeting.papers.enumerated() where !found.contains(where: { $0.home == number && $0.paper == position }) {
            guard let item = linked.meetings[meeting.address]?.itemOfPaper[paper.slug], items[item].open != nil else { continue }
            found.append(Consultation(home: number, paper: position, meeting: number, item: item))
        }
        return found
    }
}

extension [AgendaItem] {
    /// The item that one of a supplement adds papers to: the first of its number, if that is open as it is itself.
    func mainItem(of position: Int) -> Int {
        guard let number = self[position].number, let first = firstIndex(where: { $0.number == number }), self[first].open != nil, self[position].open != nil
        else { return position }
        return first
    }
}
