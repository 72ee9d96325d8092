import Linking
import Model
import Registers

/// Who sits where: people, the committees they sit on, the organisations they come from.
struct Memberships: Sendable {
    /// A seat on a committee, with the positions of all three: in the archive's committees, in the committee's members, in
    /// `People.all`.
    struct Held: Sendable {
        let committee: Int
        let member: Int
        let person: Int
        /// In the file of the person.
        let fragment: String
        /// For which organisation it is held: positions in `Registers.organisations`.
        fileprivate(set) var organisation: Int?
    }

    private(set) var all: [Held] = []
    /// Positions in `all`.
    private(set) var ofCommittee: [Int: [Int]] = [:]
    private(set) var ofPerson: [Range<Int>] = []
    /// Positions in `Registers.organisations`.
    private(set) var organisationsOfPerson: [Int: [Int]] = [:]

    init(_ linked: LinkedArchive, _ registers: Registers) {
        for (person, record) in registers.people.enumerated() {
            let start = all.count
            for seat in record.seats { add(seat, of: person, slug: linked.archive.committees[seat.committee].slug, since: start) }
            ofPerson.append(start..<all.count)
        }
        for seats in ofCommittee.keys { ofCommittee[seats]?.sort { all[$0].member < all[$1].member } }
        for (number, organisation) in registers.organisations.enumerated() {
            for person in organisation.people { organisationsOfPerson[person, default: []].append(number) }
            for (person, seat) in organisation.seats {
                for at in ofPerson[person] where all[at].committee == seat.committee && all[at].member == seat.member && all[at].organisation == nil {
                    all[at].organisation = number
                }
            }
        }
    }

    private mutating func add(_ seat: Seat, of person: Int, slug: String, since start: Int) {
        let before = all[start...].count { $0.committee == seat.committee }
        let fragment = "membership-" + slug + (before > 0 ? "--\(before + 1)" : "")
        ofCommittee[seat.committee, default: []].append(all.count)
        all.append(Held(committee: seat.committee, member: seat.member, person: person, fragment: fragment))
    }
}

/// Whom the names mean that meetings print: looked up once, since several files say it.
struct PrintedNames: Sendable {
    /// Of authors and of those who declare an interest.
    private var people: [String: Int] = [:]
    /// For each meeting, whom each line of its attendance lists means; -1 for nobody who has a page.
    private var attendees: [[Int32]] = []

    init(_ meetings: [Meeting], _ linked: LinkedArchive) {
        var isPublic: [String: Bool] = [:]
        for meeting in meetings {
            for paper in meeting.papers { for author in paper.authors { meet(author, linked.people) } }
            var found: [Int32] = []
            if let minutes = meeting.minutes {
                for minute in minutes.minutes {
                    for case .declaration(let declaration) in minute.parts { meet(declaration.name, linked.people) }
                }
                minutes.forEachAttendee { _, attendee in
                    found.append(Int32(PrintedNames.position(of: attendee, linked.people, &isPublic) ?? -1))
                }
            }
            attendees.append(found)
        }
    }

    /// The position in `People.all` of whom a name means.
    func person(_ name: String) -> Int? { people[name].flatMap { $0 < 0 ? nil : $0 } }

    /// The same for the lines of a meeting's attendance lists, in their order; -1 for nobody.
    func attendees(of meeting: Int) -> [Int32] { attendees[meeting] }

    private mutating func meet(_ name: String, _ known: People) {
        if people[name] == nil { people[name] = known.position(of: name) ?? -1 }
    }

    /// Whether somebody is of the public is told by the role and the organisation, which are few.
    private static func position(of attendee: Attendee, _ known: People, _ isPublic: inout [String: Bool]) -> Int? {
        if attendee.role != nil || attendee.organisation != nil {
            let key = (attendee.role ?? "") + "\n" + (attendee.organisation ?? "")
            let isOfThePublic = isPublic[key] ?? attendee.isOfThePublic
            isPublic[key] = isOfThePublic
            if isOfThePublic { return nil }
        }
        return known.position(of: attendee.name)
    }
}

extension Minutes {
    /// Everybody whom the attendance lists name, in their order.
    func forEachAttendee(_ body: (AttendanceList.Capacity, Attendee) -> Void) {
        for list in attendance {
            for group in list.groups {
                for attendee in group.people { body(list.capacity, attendee) }
            }
        }
    }
}
