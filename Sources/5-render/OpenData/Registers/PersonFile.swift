import Formats
import Linking
import Model
import Registers

extension OpenData {
    /// All that is held of one person, a row for each thing.
    package func personCSV(_ at: Int, into out: inout [UInt8]) {
        let record = registers.people[at]
        var csv = CSV(header: [
            "what", "committee", "date or year", "until", "title", "detail", "meetings with a list", "expected", "present", "apologies", "substitute",
            "in attendance", "address",
        ])
        for seat in record.seats { csv.append(row(of: seat)) }
        for row in record.attendance {
            let committee = linked.archive.committees[row.committee]
            let counts = [row.meetings, row.expected, row.present, row.apologies, row.substitute, row.inAttendance].map(String.init)
            csv.append(["attendance", committee.name, String(row.year), "", "", ""] + counts + [url(committee.address)])
        }
        for position in record.presented {
            let meeting = registers.meetings[position.meeting]
            csv.append(row("item presented", meeting, title: itemWords(position.item, of: meeting), at: url(meeting.meeting.address, meeting.item(position.item)?.anchor)))
        }
        for paper in record.papers.map({ registers.papers[$0] }) {
            let meeting = registers.meetings[paper.meeting]
            let own = meeting.meeting.papers[paper.paper]
            csv.append(row("paper", meeting, title: own.title, detail: own.kind?.rawValue ?? "", at: url(own.address(in: meeting.meeting))))
        }
        for position in record.moved.map({ registers.decisions[$0].position }) { csv.append(row("decision moved", position, detail: "")) }
        for position in record.seconded.map({ registers.decisions[$0].position }) { csv.append(row("decision seconded", position, detail: "")) }
        for entry in record.declarations.map({ registers.declarations[$0] }) {
            guard case .declaration(let declaration) = registers.part(entry.part, of: entry.position) else { continue }
            let words = [declaration.nature, declaration.outcome?.rawValue].compactMap(\.self).joined(separator: " – ")
            csv.append(row("declaration of interest", entry.position, detail: words))
        }
        for (vote, side) in record.votes { csv.append(row("vote", registers.votes[vote].position, detail: side.rawValue)) }
        csv.write(into: &out)
    }

    private func row(of seat: Seat) -> [String] {
        let committee = linked.archive.committees[seat.committee]
        let member = committee.members[seat.member]
        return [
            "seat", committee.name, member.from?.iso ?? "", member.to?.iso ?? "", member.role ?? "", member.seat?.rawValue ?? "", "", "", "", "", "", "",
            url(committee.address),
        ]
    }

    private func row(_ what: String, _ position: MinutePosition, detail: String) -> [String] {
        let record = registers.minutes(position)
        let minute = record.minute(position)
        let title = (minute.number.map { $0 + ". " } ?? "") + minute.title
        return row(what, record.record, title: title, detail: detail, at: url(record.meeting.minutesAddress, minute.anchor))
    }

    private func row(_ what: String, _ record: MeetingRecord, title: String, detail: String = "", at url: String) -> [String] {
        [what, record.committeeName, record.meeting.date.iso, "", title, detail, "", "", "", "", "", "", url]
    }

    package func organisationCSV(_ organisation: Organisation, into out: inout [UInt8]) {
        var csv = CSV(header: ["what", "name", "committee", "date", "until", "detail", "address"])
        for person in organisation.people.map(registers.person) {
            csv.append(["person", person.name, "", "", "", person.facts?.post ?? "", url(person.address)])
        }
        for (person, seat) in organisation.seats {
            let committee = linked.archive.committees[seat.committee]
            let member = committee.members[seat.member]
            csv.append([
                "seat", registers.person(person).name, committee.name, member.from?.iso ?? "", member.to?.iso ?? "", member.seat?.rawValue ?? "",
                url(committee.address),
            ])
        }
        for paper in organisation.papers.map({ registers.papers[$0] }) {
            let record = registers.meetings[paper.meeting]
            let own = record.meeting.papers[paper.paper]
            csv.append([
                "paper", own.title, record.committeeName, record.meeting.date.iso, "", own.kind?.rawValue ?? "",
                url(own.address(in: record.meeting)),
            ])
        }
        csv.write(into: &out)
    }

    package func organisationsCSV(into out: inout [UInt8]) {
        var csv = CSV(header: ["name", "people", "seats", "papers", "address"])
        for body in registers.organisations {
            csv.append([body.name, String(body.people.count), String(body.seats.count), String(body.papers.count), url(body.address)])
        }
        csv.write(into: &out)
    }

    package func organisationsJSON(at address: Address, into out: inout [UInt8]) {
        register("Organisations", at: address, registers.organisations, into: &out) { json, body in
            json.member("name", body.name)
            json.member("web", url(body.address))
            json.array("person", body.people) { json, person in oparl.reference(to: registers.person(person).address, &json) }
            json.member("moot:seats", body.seats.count)
            json.member("moot:papers", body.papers.count)
        }
    }
}
