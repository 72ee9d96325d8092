import Linking
import Model

/// A body that people come from or papers come from.
package struct Organisation: Sendable {
    package let slug: String
    /// As the sources print it first.
    package let name: String
    /// In `People.all`, in its order.
    package internal(set) var people: [Int] = []
    /// Seats held for it, of the committees in their order: whose, and which.
    package internal(set) var seats: [(person: Int, seat: Seat)] = []
    /// Papers that its people wrote, or that name it as their author: in `Registers.papers`.
    package internal(set) var papers: [Int] = []

    package var address: Address { Route.organisation(slug).address }
    package static let page = Route.organisations.address
}

/// Gathers people and papers by the bodies they come from.
struct OrganisationBuilder {
    private var all: [Organisation] = []
    private var positions: [String: Int] = [:]
    private var slugs: Set<String> = []

    static func organisations(_ registers: RegisterBuilder) -> [Organisation] {
        var builder = OrganisationBuilder()
        builder.addPeople(registers)
        builder.addPapers(registers)
        // "A and B" is no body of its own where A and B are.
        return builder.all.filter { !$0.people.isEmpty || !$0.papers.isEmpty }.sorted { ($0.slug, $0.name) < ($1.slug, $1.name) }
    }

    private mutating func addPeople(_ registers: RegisterBuilder) {
        for record in registers.people { for name in record.organisations { meet(name) } }
        for (person, record) in registers.people.enumerated() {
            for name in record.organisations {
                for body in bodies(of: name) where all[body].people.last != person { all[body].people.append(person) }
            }
            for seat in record.seats {
                let member = registers.linked.archive.committees[seat.committee].members[seat.member]
                for body in member.organisation.map(bodies) ?? [] { all[body].seats.append((person, seat)) }
            }
        }
    }

    private mutating func addPapers(_ registers: RegisterBuilder) {
        var lines = registers.lines
        let bodiesOfPerson = registers.people.map { record in Set(record.organisations.flatMap(bodies)) }
        for (at, entry) in registers.papers.enumerated() {
            var found: Set<Int> = []
            for author in registers.meetings[entry.meeting].meeting.papers[entry.paper].authors {
                for person in lines.positions(in: author) { found.formUnion(bodiesOfPerson[person]) }
                for part in author.split(separator: ",") { if let body = positions[OrganisationBuilder.key(String(part))] { found.insert(body) } }
            }
            for body in found.sorted() { all[body].papers.append(at) }
        }
    }

    private mutating func meet(_ name: String) {
        let key = OrganisationBuilder.key(name)
        guard !key.isEmpty, positions[key] == nil else { return }
        positions[key] = all.count
        all.append(Organisation(slug: slug(key), name: name))
    }

    /// The name's words as far as a file may be called so.
    private mutating func slug(_ key: String) -> String {
        let short = key.utf8.count <= 80 ? key : key.prefix(60) + "-\(all.count)"
        return slugs.insert(short).inserted ? short : short + "--\(all.count)"
    }

    /// The body of that name; "A and B" are two where both are known.
    private func bodies(of name: String) -> [Int] {
        for and in name.ranges(of: " and ") {
            let halves = [name[..<and.lowerBound], name[and.upperBound...]].map { OrganisationBuilder.key(String($0)) }
            if let first = positions[halves[0]], let second = positions[halves[1]] { return [first, second] }
        }
        return positions[OrganisationBuilder.key(name)].map { [$0] } ?? []
    }

    private static func key(_ name: String) -> String { PersonName.slug(name) }
}
