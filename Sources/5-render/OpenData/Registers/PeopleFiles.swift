import Formats
import Linking
import Model
import Registers

extension OpenData {
    package func peopleCSV(into out: inout [UInt8]) {
        var csv = CSV(header: ["name", "other names", "post", "organisation", "ward", "party", "committees", "address"])
        for (at, record) in registers.people.enumerated() {
            let person = registers.person(at)
            csv.append([
                person.name, person.aliases.joined(separator: "; "), person.facts?.post ?? "", record.organisations.joined(separator: "; "),
                person.facts?.ward ?? "", person.facts?.party ?? "",
                record.seats.map { linked.archive.committees[$0.committee].name }.joined(separator: "; "), url(person.address),
            ])
        }
        csv.write(into: &out)
    }

    package func attendanceCSV(into out: inout [UInt8]) {
        var csv = CSV(header: [
            "person", "committee", "year", "meetings with a list", "expected", "present", "apologies", "substitute", "in attendance", "address",
        ])
        for (at, record) in registers.people.enumerated() {
            let person = registers.person(at)
            for row in record.attendance { csv.append([person.name] + cells(of: row) + [url(person.address)]) }
        }
        csv.write(into: &out)
    }

    /// The table on the page of one person.
    package func attendanceCSV(ofPerson at: Int, into out: inout [UInt8]) {
        var csv = CSV(header: ["Committee", "Year", "Meetings", "Expected", "Present", "Apologies", "As a substitute", "In attendance"])
        for row in registers.people[at].attendance { csv.append(cells(of: row)) }
        csv.write(into: &out)
    }

    private func cells(of row: AttendanceRow) -> [String] {
        [linked.archive.committees[row.committee].name]
            + [row.year, row.meetings, row.expected, row.present, row.apologies, row.substitute, row.inAttendance].map(String.init)
    }

    package func peopleJSON(at address: Address, into out: inout [UInt8]) {
        register("People", at: address, registers.people.indices, into: &out) { json, at in
            let (person, record) = (registers.person(at), registers.people[at])
            json.member("name", person.name)
            oparl.reference("id", to: person.address, &json)
            json.member("web", url(person.address))
            json.texts("moot:alias", person.aliases)
            json.member("moot:post", person.facts?.post)
            json.texts("moot:organisations", record.organisations)
            json.member("moot:ward", person.facts?.ward)
            json.member("moot:party", person.facts?.party)
            json.array("membership", record.seats) { json, seat in json.object { write(seat, into: &$0) } }
            json.array("moot:attendance", record.attendance) { json, row in json.object { write(row, into: &$0) } }
        }
    }

    /// A seat in the words of OParl's Membership.
    package func write(_ seat: Seat, into json: inout JSONWriter) {
        let committee = linked.archive.committees[seat.committee]
        let member = committee.members[seat.member]
        oparl.reference("organization", to: committee.address, &json)
        json.member("moot:committee", committee.name)
        json.member("role", member.role)
        if let kind = member.seat { json.member("votingRight", kind == .voting) }
        json.member("onBehalfOf", member.organisation)
        json.member("moot:represents", member.represents)
        json.member("moot:seat", member.seat?.rawValue)
        json.member("startDate", member.from?.iso)
        json.member("endDate", member.to?.iso)
    }

    package func write(_ row: AttendanceRow, into json: inout JSONWriter) {
        let committee = linked.archive.committees[row.committee]
        json.member("moot:committee", committee.name)
        json.member("moot:year", row.year)
        json.member("moot:meetings", row.meetings)
        json.member("moot:expected", row.expected)
        json.member("moot:present", row.present)
        json.member("moot:apologies", row.apologies)
        json.member("moot:substitute", row.substitute)
        json.member("moot:inAttendance", row.inAttendance)
    }
}
