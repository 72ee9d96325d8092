import Linking
import Packs

/// Who was at a meeting, as its minutes list them under “Present” and “Substitutes”, each person once.
struct Present {
    let attendees: [Attendee]
    private let people: People
    /// Of each attendee, the place in `People.all`.
    private let positions: [Int?]
    private let names: [PlainName]

    init(_ minutes: Minutes, people: People) {
        var attendees: [Attendee] = []
        var positions: [Int?] = []
        for list in minutes.attendance where list.capacity == .present || list.capacity == .substitutes {
            for attendee in list.people {
                let position = people.position(of: attendee.name)
                if let position, positions.contains(position) { continue }
                attendees.append(attendee)
                positions.append(position)
            }
        }
        self.attendees = attendees
        self.positions = positions
        self.people = people
        names = attendees.map { PlainName($0.name) }
    }

    enum Match: Equatable {
        case one(Int)
        /// A surname that two of them have.
        case several
        case none
    }

    /// Which of them a name means: in a spelling that is known, or else by surname and the beginning of a first name.
    func find(_ name: String) -> Match {
        if let position = people.position(of: name), let at = positions.firstIndex(of: position) { return .one(at) }
        let plain = PlainName(name)
        let fitting = names.indices.filter { names[$0].mayBe(plain) }
        return fitting.count > 1 ? .several : fitting.first.map { .one($0) } ?? .none
    }

    func index(of name: String) -> Int? { if case .one(let at) = find(name) { at } else { nil } }

    /// Those who count: everybody, where the committee's seats do not say who votes; else all but who sits without a
    /// vote. A substitute has the seat of whom they stand in for.
    func voting(in committee: Committee, on day: Day) -> [Int] {
        let members = committee.members.filter { $0.serves(on: day) }
        guard members.contains(where: { $0.seat == .voting }) else { return Array(attendees.indices) }
        return attendees.indices.filter { at in
            let seats = seats(of: attendees[at].substituteFor ?? attendees[at].name, among: members) + seats(of: attendees[at].name, among: members)
            return seats.isEmpty || seats.contains { $0 == .voting || $0 == nil }
        }
    }

    private func seats(of name: String, among members: [Member]) -> [Member.Seat?] {
        let position = people.position(of: name)
        let plain = PlainName(name)
        return members.filter { member in
            position.map { $0 == people.position(of: member.name) } ?? false || PlainName(member.name).mayBe(plain)
        }.map(\.seat)
    }
}

/// A name as far as it can be compared: without titles, in small letters.
struct PlainName {
    private let first: Substring?
    private let last: Substring?

    private static let titles: Set<Substring> = [
        "councillor", "cllr", "dr", "mr", "mrs", "ms", "miss", "mx", "professor", "prof", "sir", "dame", "lord", "lady", "rev", "reverend",
    ]

    init(_ name: String) {
        let words = name.lowercased().split { !$0.isLetter && !"-'’".contains($0) }.drop { PlainName.titles.contains($0) }
        last = words.last
        first = words.count > 1 ? words.first : nil
    }

    /// The same surname, and first names of which one begins the other: “J Smith”, “Jo Smith” and “Joanna Smith”.
    func mayBe(_ other: PlainName) -> Bool {
        guard let last, last == other.last else { return false }
        guard let first, let second = other.first else { return true }
        return first.hasPrefix(second) || second.hasPrefix(first)
    }
}
