import Diagnostics
import Model

/// Everybody who has a page: who holds or held a seat, whom the minutes list, whom `people.yml` names.
///
/// Who appears only as a member of the public has none.
package struct People: Sendable {
    /// By slug.
    package let all: [KnownPerson]
    /// By the key of every spelling, the position in `all`.
    private let positions: [String: Int]
    /// The same by spellings as they are printed, since most names are asked for in one that was met before.
    private let printed: [String: Int]

    /// Whom a name means, in any spelling that is known.
    package func person(named name: String) -> KnownPerson? { position(of: name).map { all[$0] } }

    /// The place in `all` of whom a name means.
    package func position(of name: String) -> Int? { printed[name] ?? positions[PersonKey.make(name)] }

    /// The same for a spelling exactly as members' and attendance lists print it.
    func position(ofPrinted name: String) -> Int? { printed[name] }

    /// Whom a line of an attendance list means; nil for members of the public, and for lines that name nobody.
    package func position(of attendee: Attendee) -> Int? {
        printed[attendee.name].flatMap { attendee.isOfThePublic ? nil : $0 }
    }

    /// By the name in the address, or one that an alias would give.
    package func person(slug: String) -> KnownPerson? { positions[slug].map { all[$0] } }

    /// Every spelling with whom it means, in order.
    var spellings: [String] { (positions.map { "\($0.key)=\($0.value)" } + printed.map { "\($0.key):\($0.value)" }).sorted() }

    /// The spellings that links may use.
    var slugs: [String] { positions.keys.sorted() }

    package static let page = Route.people.address
}

/// Somebody who has a page.
package struct KnownPerson: Sendable, Encodable {
    package let slug: String
    /// As `people.yml` has it, else as the sources print it first.
    package let name: String
    /// Other spellings, in order.
    package internal(set) var aliases: [String] = []
    /// What `people.yml` says.
    package let facts: Person?

    package let address: Address

    init(slug: String, name: String, aliases: [String] = [], facts: Person?) {
        self.slug = slug
        self.name = name
        self.aliases = aliases
        self.facts = facts
        address = Route.person(slug).address
    }
}

extension People {
    init(_ archive: Archive, report: inout [Diagnostic]) {
        var builder = Builder()
        for person in archive.people { builder.add(person, report: &report) }
        for committee in archive.committees {
            for member in committee.members where PersonName.isOne(member.name) { builder.meet(member.name) }
            for list in committee.meetings.compactMap(\.minutes).flatMap(\.attendance) {
                for attendee in list.people where builder.hasMet(attendee.name) || attendee.isPersonOfRecord { builder.meet(attendee.name) }
            }
        }
        self.init(builder)
    }

    private init(_ builder: Builder) {
        let order = builder.people.indices.sorted { builder.people[$0].slug < builder.people[$1].slug }
        var rank = [Int](repeating: 0, count: order.count)
        for (place, old) in order.enumerated() { rank[old] = place }
        all = order.map { builder.people[$0] }
        positions = builder.positions.mapValues { rank[$0] }
        printed = builder.printed.mapValues { rank[$0] }
    }

    private struct Builder {
        var people: [KnownPerson] = []
        var positions: [String: Int] = [:]
        var printed: [String: Int] = [:]

        mutating func add(_ person: Person, report: inout [Diagnostic]) {
            let key = PersonKey.make(person.name)
            // A name of signs alone has no address.
            guard !key.isEmpty else { return }
            if let other = positions[key] {
                report.append(Diagnostic(LinkingProblem.twoPeopleOneName(person.name, other: people[other].name), at: person.location))
                return
            }
            positions[key] = people.count
            people.append(KnownPerson(slug: key, name: person.name, aliases: person.aliases, facts: person))
            for alias in person.aliases {
                let aliasKey = PersonKey.make(alias)
                guard !aliasKey.isEmpty else { continue }
                if let other = positions[aliasKey], other != people.count - 1 {
                    report.append(Diagnostic(LinkingProblem.aliasOfTwo(alias, other: people[other].name), at: person.location))
                } else {
                    positions[aliasKey] = people.count - 1
                }
            }
        }

        func hasMet(_ name: String) -> Bool { printed[name] != nil }

        mutating func meet(_ name: String) {
            guard printed[name] == nil else { return }
            let key = PersonKey.make(name)
            guard !key.isEmpty else { return }
            if let known = positions[key] {
                printed[name] = known
                if people[known].name != name, !people[known].aliases.contains(name) { people[known].aliases.append(name) }
                return
            }
            positions[key] = people.count
            printed[name] = people.count
            people.append(KnownPerson(slug: key, name: name, facts: nil))
        }
    }
}
