import Formats
import Linking
import Model
import Registers

extension OParl {
    /// The twin of a committee's page.
    package func writeCommittee(_ number: Int, into out: inout [UInt8]) {
        JSONWriter.object(into: &out) { committee(number, &$0) }
    }

    /// The twin of an organisation's page. `number` is the position in `Registers.organisations`.
    package func writeOrganisation(_ number: Int, into out: inout [UInt8]) {
        JSONWriter.object(into: &out) { organisation(number, &$0) }
    }

    /// The twin of the list of committees.
    package func writeCommittees(at address: Address, into out: inout [UInt8]) {
        let count = archive.committees.count
        writeList(address, 1, of: count, pages: 1, web: address, into: &out) { json in
            for number in 0..<count { json.object { committee(number, &$0) } }
        }
    }

    /// Where the list of a committee's meetings stands.
    package static func meetingList(of committee: Committee) -> Address { Route.meetingList(committee: committee.slug).address }

    func committee(_ number: Int, _ json: inout JSONWriter) {
        let committee = archive.committees[number]
        begin("Organization", at: committee.address, &json)
        reference("body", to: OParl.body, &json)
        json.member("name", committee.name)
        let own = seats.ofCommittee[number] ?? []
        if !own.isEmpty {
            json.array("membership") { json in
                for seat in own { reference(to: addressesOfPeople[seats.all[seat].person], part: seats.all[seat].fragment, &json) }
            }
        }
        reference("meeting", to: OParl.meetingList(of: committee), &json)
        json.member("shortName", committee.short)
        if let parent = committee.parent { reference("subOrganizationOf", to: Route.committee(parent).address, &json) }
        // The words of the standard, which every reader of it knows.
        json.member("organizationType", "Gremium")
        json.member("classification", committee.kind == .council ? "Parlament" : committee.kind?.rawValue)
        link("web", to: committee.address.path, &json)
        json.member("moot:kind", committee.kind?.rawValue)
        json.member("moot:quorum", committee.quorum)
        contact(committee.contact, &json)
        json.array("moot:formerName", committee.formerNames) { json, former in
            json.object { json in
                json.member("name", former.name)
                json.member("until", former.until?.iso)
            }
        }
    }

    func organisation(_ number: Int, _ json: inout JSONWriter) {
        let organisation = registers.organisations[number]
        begin("Organization", at: organisation.address, &json)
        reference("body", to: OParl.body, &json)
        json.member("name", organisation.name)
        json.array("membership") { json in
            for person in organisation.people { reference(to: addressesOfPeople[person], part: organisation.fragment, &json) }
        }
        json.member("organizationType", "Institution")
        link("web", to: organisation.address.path, &json)
    }
}

extension Organisation {
    /// What the membership of each of its people is called in their files.
    var fragment: String { "organisation-" + slug }
}
