import Linking
import Packs

/// Who sits where: people, the committees they sit on, the organisations they come from.
struct Seats: Sendable {
    /// A seat on a committee.
    struct Seat: Sendable {
        /// Positions in the archive's committees, in the committee's members, in `People.all`.
        let committee: Int
        let member: Int
        let person: Int
        /// In the file of the person.
        let fragment: String
    }

    /// Somebody who comes from an organisation.
    struct Link: Sendable {
        let person: Int
        let post: String?
    }

    struct Organisation: Sendable {
        let name: String
        let slug: String
        fileprivate(set) var people: [Link] = []

        var address: Address { Address("organisations/\(slug)/") }
        /// In the file of each of its people.
        var fragment: String { "organisation-" + slug }
    }

    private(set) var all: [Seat] = []
    /// By name.
    private(set) var organisations: [Organisation] = []
    /// Positions in `all`.
    private(set) var ofCommittee: [Int: [Int]] = [:]
    private(set) var ofPerson: [Int: [Int]] = [:]
    /// Positions in `organisations`.
    private(set) var organisationsOfPerson: [Int: [Int]] = [:]
    /// Every name as the sources print it, and whom it means: cheaper than asking for each occurrence.
    private var people: [String: Int] = [:]
    private var organisationAt: [String: Int] = [:]

    init(_ linked: LinkedArchive) {
        var found: [String: Organisation] = [:]
        for (person, known) in linked.people.all.enumerated() {
            if let name = known.facts?.organisation { Seats.add(person, known.facts?.post, to: name, &found) }
        }
        for (number, committee) in linked.archive.committees.enumerated() { addSeats(of: committee, number, linked, &found) }
        for committee in linked.archive.committees {
            for meeting in committee.meetings { meet(meeting, linked.people, &found) }
        }
        organisations = found.values.sorted { $0.slug < $1.slug }
        for (position, organisation) in organisations.enumerated() {
            organisationAt[organisation.slug] = position
            for link in organisation.people { organisationsOfPerson[link.person, default: []].append(position) }
        }
    }

    /// The position of whom a name means.
    func person(_ name: String) -> Int? { people[name].flatMap { $0 < 0 ? nil : $0 } }

    func organisation(_ name: String?) -> Organisation? { name.flatMap { organisationAt[$0.slug] }.map { organisations[$0] } }

    private mutating func addSeats(of committee: Committee, _ number: Int, _ linked: LinkedArchive, _ found: inout [String: Organisation]) {
        var before: [Int: Int] = [:]
        for (position, member) in committee.members.enumerated() {
            guard let person = meet(member.name, linked.people) else { continue }
            before[person, default: 0] += 1
            let fragment = "membership-" + committee.slug + (before[person]! > 1 ? "--\(before[person]!)" : "")
            ofCommittee[number, default: []].append(all.count)
            ofPerson[person, default: []].append(all.count)
            all.append(Seat(committee: number, member: position, person: person, fragment: fragment))
            if let name = member.organisation { Seats.add(person, nil, to: name, &found) }
        }
    }

    private mutating func meet(_ meeting: Meeting, _ known: People, _ found: inout [String: Organisation]) {
        for list in meeting.minutes?.attendance ?? [] {
            for group in list.groups {
                for attendee in group.people { _ = meet(attendee.name, known) }
            }
        }
        for minute in meeting.minutes?.minutes ?? [] {
            for case .declaration(let declaration) in minute.parts { _ = meet(declaration.name, known) }
        }
        for paper in meeting.papers {
            for author in paper.authors { _ = meet(author, known) }
        }
    }

    private mutating func meet(_ name: String, _ known: People) -> Int? {
        if let person = people[name] { return person < 0 ? nil : person }
        let person = known.position(of: name)
        people[name] = person ?? -1
        return person
    }

    private static func add(_ person: Int, _ post: String?, to name: String, _ found: inout [String: Organisation]) {
        let slug = name.slug
        guard !slug.isEmpty else { return }
        var organisation = found[slug] ?? Organisation(name: name, slug: slug)
        if !organisation.people.contains(where: { $0.person == person }) { organisation.people.append(Link(person: person, post: post)) }
        found[slug] = organisation
    }
}
