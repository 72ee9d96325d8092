import Linking
import Model

/// Who was at a meeting, as its minutes list them under “Present” and “Substitutes”, each person once.
struct Present {
    let attendees: [Attendee]
    private let people: People
    /// Of each attendee, the place in `People.all`.
    private let positions: [Int?]

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
    }

    enum Match: Equatable {
        case one(Int)
        /// A surname that two of them have.
        case several
        case none
    }

    /// Which of them a name means: in a spelling that is known, or else by surname and the beginning of a first name, or
    /// as “the Chair”.
    func find(_ name: String) -> Match {
        if let position = people.position(of: name), let at = positions.firstIndex(of: position) { return .one(at) }
        let plain = PlainName(name)
        let role = name.lowercased().hasPrefix("the ") ? String(name.dropFirst(4)) : name
        let fitting = attendees.indices.filter { PlainName(attendees[$0].name).mayBe(plain) || attendees[$0].role?.lowercased() == role.lowercased() }
        return fitting.count > 1 ? .several : fitting.first.map { .one($0) } ?? .none
    }

    func index(of name: String) -> Int? { if case .one(let at) = find(name) { at } else { nil } }

    /// Those who count: everybody, where the committee's seats do not say who votes; else all but who sits without a
    /// vote. A substitute has the seat of whom they stand in for.
    func voting(by seats: CommitteeSeats, on day: Day) -> Set<Int> {
        guard seats.sayWhoVotes(on: day) else { return Set(attendees.indices) }
        return Set(attendees.indices.filter { at in
            let own = seats.held(by: attendees[at].name, positions[at], on: day)
            let other = attendees[at].substituteFor.map { seats.held(by: $0, people.position(of: $0), on: day) } ?? []
            return (own + other).isEmpty || (own + other).contains { $0 == .voting || $0 == nil }
        })
    }
}

/// The seats of a committee, with their holders looked up once for all its meetings.
struct CommitteeSeats {
    private struct Holder {
        let member: Member
        let position: Int?
        let name: PlainName
    }

    private let holders: [Holder]

    init(_ committee: Committee, people: People) {
        holders = committee.members.map { Holder(member: $0, position: people.position(of: $0.name), name: PlainName($0.name)) }
    }

    func sayWhoVotes(on day: Day) -> Bool { holders.contains { $0.member.seat == .voting && $0.member.serves(on: day) } }

    /// How many there are: those with a vote, where it is said which these are.
    func count(on day: Day) -> Int {
        let members = holders.filter { $0.member.serves(on: day) }
        let voting = members.count { $0.member.seat == .voting }
        return voting > 0 ? voting : members.count
    }

    /// - Parameter position: The place in `People.all` of whom the name means.
    func held(by name: String, _ position: Int?, on day: Day) -> [Member.Seat?] {
        let members = holders.filter { $0.member.serves(on: day) }
        let known = position.map { position in members.filter { $0.position == position } } ?? []
        if !known.isEmpty { return known.map(\.member.seat) }
        let plain = PlainName(name)
        return members.filter { $0.name.mayBe(plain) }.map(\.member.seat)
    }
}

/// A name as far as it can be compared: without titles, in small letters.
struct PlainName {
    private let first: Substring?
    private let last: Substring?

    private static let titles: Set<Substring> = [
        "councillor", "cllr", "dr", "mr", "mrs", "ms", "miss", "mx", "professor", "prof", "sir", "dame", "lord", "lady", "rev", "reverend",
    ]

    private static let honours: Set<Substring> = ["obe", "mbe", "cbe", "bem", "jp", "mp", "dl", "kc"]

    init(_ name: String) {
        var words = name.lowercased().split { !$0.isLetter && !"-'’".contains($0) }.drop { PlainName.titles.contains($0) }
        while words.count > 1, let honour = words.last, PlainName.honours.contains(honour) { words.removeLast() }
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
