import Diagnostics
import Packs

/// Everybody who has a page: who holds or held a seat, whom the minutes list, whom `people.yml` names.
///
/// Who appears only as a member of the public has none.
public struct People: Sendable {
    /// By slug.
    public let all: [KnownPerson]
    /// By the key of every spelling, the position in `all`.
    private let positions: [String: Int]

    /// Whom a name means, in any spelling that is known.
    public func person(named name: String) -> KnownPerson? { position(of: name).map { all[$0] } }

    /// The place in `all` of whom a name means.
    public func position(of name: String) -> Int? { positions[PersonKey.make(name)] }

    /// By the name in the address, or one that an alias would give.
    public func person(slug: String) -> KnownPerson? { positions[slug].map { all[$0] } }

    /// The spellings that links may use.
    var slugs: [String] { positions.keys.sorted() }

    static let page = Address("people/")
}

/// Somebody who has a page.
public struct KnownPerson: Sendable {
    public let slug: String
    /// As `people.yml` has it, else as the sources print it first.
    public let name: String
    /// Other spellings, in order.
    public internal(set) var aliases: [String] = []
    /// What `people.yml` says.
    public let facts: Person?

    public var address: Address { Address("people/\(slug)/") }
}

extension People {
    init(_ archive: Archive, report: inout [Diagnostic]) {
        var builder = Builder()
        for person in archive.people { builder.add(person, report: &report) }
        for committee in archive.committees {
            for member in committee.members { builder.meet(member.name) }
            for list in committee.meetings.compactMap(\.minutes).flatMap(\.attendance) {
                for attendee in list.people where !attendee.isOfThePublic { builder.meet(attendee.name) }
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
    }

    private struct Builder {
        var people: [KnownPerson] = []
        var positions: [String: Int] = [:]

        mutating func add(_ person: Person, report: inout [Diagnostic]) {
            let key = PersonKey.make(person.name)
            if let other = positions[key] {
                report.append(Diagnostic(LinkingProblem.twoPeopleOneName(person.name, other: people[other].name), at: person.place))
                return
            }
            positions[key] = people.count
            people.append(KnownPerson(slug: key, name: person.name, aliases: person.aliases, facts: person))
            for alias in person.aliases {
                let aliasKey = PersonKey.make(alias)
                if let other = positions[aliasKey], other != people.count - 1 {
                    report.append(Diagnostic(LinkingProblem.aliasOfTwo(alias, other: people[other].name), at: person.place))
                } else {
                    positions[aliasKey] = people.count - 1
                }
            }
        }

        mutating func meet(_ name: String) {
            let key = PersonKey.make(name)
            guard !key.isEmpty else { return }
            if let known = positions[key] {
                if people[known].name != name, !people[known].aliases.contains(name) { people[known].aliases.append(name) }
                return
            }
            positions[key] = people.count
            people.append(KnownPerson(slug: key, name: name, facts: nil))
        }
    }
}

extension Attendee {
    /// Whether somebody came as a member of the public, with a question or a petition.
    public var isOfThePublic: Bool {
        let words = [name, role, organisation].compactMap(\.self).joined(separator: " ").lowercased()
        return ["member of the public", "members of the public", "petitioner", "questioner", "public speaker", "resident"].contains { words.contains($0) }
    }
}

/// The name by which links know a person: in small letters, joined by hyphens, without titles; but a surname alone keeps
/// its title, since "Councillor Hill" and "Dr Hill" are two people.
enum PersonKey {
    private static let titles = [
        "dr": "dr", "mr": "mr", "mrs": "mrs", "ms": "ms", "miss": "miss", "cllr": "councillor", "councillor": "councillor", "prof": "professor",
        "professor": "professor", "sir": "sir", "dame": "dame", "supt": "superintendent", "superintendent": "superintendent", "rev": "reverend",
        "reverend": "reverend", "lord": "lord", "lady": "lady", "the": "the",
    ]

    static func make(_ name: String) -> String {
        let words = name.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" && $0 != "-" }
        let kept = words.drop { titles[String($0)] != nil }
        let title = words.first.flatMap { titles[String($0)] }
        let bare = kept.map { $0.filter { $0 != "'" && $0 != "’" } }
        return (bare.count == 1 ? [title].compactMap(\.self) + bare : bare).joined(separator: "-")
    }
}
