import Formats
import Linking
import Model

extension OParl {
    /// The twin of a person's page. `person` is the position in `People.all`.
    package func writePerson(_ person: Int, into out: inout [UInt8]) {
        JSONWriter.object(into: &out) { json in
            self.person(person, &json)
            records(of: person, &json)
        }
    }

    /// What the lists of people say of somebody; what the records hold stands in the twin alone.
    func person(_ position: Int, _ json: inout JSONWriter) {
        let person = linked.people.all[position]
        begin("Person", at: person.address, &json)
        reference("body", to: OParl.body, &json)
        json.member("name", person.name)
        json.texts("status", [person.facts?.post].compactMap(\.self))
        let own = memberships(of: position)
        if !own.isEmpty {
            json.array("membership") { json in
                for membership in own { json.object { self.membership(membership, .within, &$0) } }
            }
        }
        link("web", to: person.address.path, &json)
        json.texts("moot:alias", person.aliases)
        json.member("moot:ward", person.facts?.ward)
        json.member("moot:party", person.facts?.party)
    }
}

// MARK: Memberships

extension OParl {
    /// Somebody's place in a group: a seat on a committee, or in an organisation.
    enum Membership {
        /// The position in `Memberships.all`.
        case seat(Int)
        /// The position in `Registers.organisations`.
        case organisation(Int, person: Int)
    }

    /// Those of all people, in the order of the people.
    func everyMembership() -> [Membership] { linked.people.all.indices.flatMap(memberships) }

    func memberships(of person: Int) -> [Membership] {
        seats.ofPerson[person].map { .seat($0) } + (seats.organisationsOfPerson[person] ?? []).map { .organisation($0, person: person) }
    }

    func membership(_ membership: Membership, _ standing: Nesting, _ json: inout JSONWriter) {
        switch membership {
        case .seat(let number): seat(seats.all[number], standing, &json)
        case .organisation(let number, let position):
            let organisation = registers.organisations[number], person = linked.people.all[position]
            begin("Membership", at: person.address, part: organisation.fragment, &json)
            if standing == .alone { reference("person", to: person.address, &json) }
            reference("organization", to: organisation.address, &json)
            // The post is one in the organisation that `people.yml` names beside it.
            if let facts = person.facts, facts.organisation == organisation.name { json.member("role", facts.post) }
        }
    }

    private func seat(_ seat: Memberships.Held, _ standing: Nesting, _ json: inout JSONWriter) {
        let person = linked.people.all[seat.person], committee = archive.committees[seat.committee]
        let member = committee.members[seat.member]
        begin("Membership", at: person.address, part: seat.fragment, &json)
        if standing == .alone { reference("person", to: person.address, &json) }
        reference("organization", to: committee.address, &json)
        json.member("role", member.role)
        switch member.seat {
        case .voting: json.member("votingRight", true)
        case .associate, .observer: json.member("votingRight", false)
        // The law gives the seat; whether it has a vote, the source does not say.
        case .statutory, nil: break
        }
        json.member("startDate", member.from?.iso)
        json.member("endDate", member.to?.iso)
        if let organisation = seat.organisation { reference("onBehalfOf", to: registers.organisations[organisation].address, &json) }
        json.member("moot:seat", member.seat?.rawValue)
        json.member("moot:represents", member.represents)
        json.member("moot:substitute", member.substitute)
    }
}
