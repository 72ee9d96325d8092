import Formats
import Linking
import Model
import Registers

extension OpenData {
    package func papersCSV(_ papers: some Sequence<PaperEntry>, into out: inout [UInt8]) {
        var csv = CSV(header: [
            "meeting date", "committee", "title", "kind", "authors", "item", "pages", "published", "days late", "address",
        ])
        for entry in papers {
            let record = registers.meetings[entry.meeting]
            let paper = record.meeting.papers[entry.paper]
            csv.append([
                record.meeting.date.iso, record.committeeName, paper.title, paper.kind?.rawValue ?? "",
                paper.authors.joined(separator: "; "), itemWords(entry.item, of: record), paper.pages ?? "", entry.published?.iso ?? "",
                entry.daysLate.map(String.init) ?? "", url(paper.address(in: record.meeting)),
            ])
        }
        csv.write(into: &out)
    }

    package func papersJSON(_ name: String, at address: Address, _ papers: some Sequence<PaperEntry>, into out: inout [UInt8]) {
        register(name, at: address, papers, into: &out) { json, entry in
            let record = registers.meetings[entry.meeting]
            let paper = record.meeting.papers[entry.paper]
            json.member("name", paper.title)
            json.member("web", url(paper.address(in: record.meeting)))
            json.member("paperType", paper.kind?.rawValue)
            if case .day(let day) = paper.date { json.member("date", day.iso) }
            json.texts("moot:author", paper.authors)
            json.array("originatorPerson", entry.people) { json, person in oparl.reference(to: registers.person(person).address, &json) }
            json.member("moot:pages", paper.pages)
            json.member("moot:published", entry.published?.iso)
            if let days = entry.daysLate { json.member("moot:daysLate", days) }
            members(of: record, into: &json)
            member(item: entry.item, of: record, into: &json)
        }
    }

    /// Papers that an agenda said were to follow, and when they came.
    package func awaitedCSV(into out: inout [UInt8]) {
        var csv = CSV(header: ["meeting date", "committee", "item", "agenda published", "paper published", "days late", "papers", "address"])
        for entry in registers.awaited {
            let record = registers.meetings[entry.meeting]
            csv.append([
                record.meeting.date.iso, record.committeeName, itemWords(entry.item, of: record), entry.announced?.iso ?? "",
                entry.arrived?.iso ?? "", entry.daysLate.map(String.init) ?? "",
                entry.papers.map { record.meeting.papers[$0].title }.joined(separator: "; "),
                url(record.meeting.address, record.item(entry.item)?.anchor),
            ])
        }
        csv.write(into: &out)
    }
}
