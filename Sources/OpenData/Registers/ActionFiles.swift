import Formats
import Linking
import Packs
import Registers

extension OpenData {
    public func actionsCSV(into out: inout [UInt8]) {
        var csv = CSV(header: ["date", "committee", "minute", "title", "owner", "action", "due", "state", "answered by", "address"])
        for entry in registers.actions {
            let record = registers.meeting(entry.spot)
            csv.append([
                record.meeting.date.iso, record.committeeName, record.minuteNumber(entry.spot) ?? "", record.minuteTitle(entry.spot), entry.action.owner ?? "",
                entry.action.what, entry.action.due?.iso ?? "", entry.state.rawValue, entry.answeredBy.map { url($0.address, $0.fragment) } ?? "",
                url(record.meeting.minutesAddress, record.minuteAnchor(entry.spot)),
            ])
        }
        csv.write(into: &out)
    }

    public func actionsJSON(at address: Address, into out: inout [UInt8]) {
        register("Actions", at: address, registers.actions, into: &out) { json, entry in
            let record = registers.meeting(entry.spot)
            json.member("name", record.minuteTitle(entry.spot))
            json.member("web", url(record.meeting.minutesAddress, record.minuteAnchor(entry.spot)))
            json.member("moot:action", entry.action.what)
            json.member("moot:owner", entry.action.owner)
            json.array("person", entry.owners) { json, owner in oparl.reference(to: registers.person(owner).address, &json) }
            json.member("moot:due", entry.action.due?.iso)
            json.member("moot:state", entry.state.rawValue)
            if let answer = entry.answeredBy {
                json.object("moot:answeredBy") { json in
                    json.member("moot:kind", answer.kind.rawValue)
                    json.member("moot:date", answer.date?.iso)
                    json.member("web", url(answer.address, answer.fragment))
                }
            }
            json.member("moot:minute", record.minuteNumber(entry.spot))
            members(of: record, into: &json)
            member(item: entry.spot.item, of: record, into: &json)
        }
    }

    public func declarationsCSV(into out: inout [UInt8]) {
        var csv = CSV(header: ["date", "committee", "minute", "title", "item", "name", "interest", "outcome", "address"])
        for entry in registers.declarations {
            let record = registers.meeting(entry.spot)
            let minute = record.minute(entry.spot)
            guard case .declaration(let declaration) = minute.parts[entry.part] else { continue }
            csv.append([
                record.meeting.date.iso, record.committeeName, minute.number ?? "", minute.title,
                itemWords(entry.spot.item, of: record), declaration.name, declaration.nature, declaration.outcome?.rawValue ?? "",
                url(record.meeting.minutesAddress, minute.anchor),
            ])
        }
        csv.write(into: &out)
    }

    public func declarationsJSON(at address: Address, into out: inout [UInt8]) {
        register("Declarations of interest", at: address, registers.declarations, into: &out) { json, entry in
            let record = registers.meeting(entry.spot)
            let minute = record.minute(entry.spot)
            guard case .declaration(let declaration) = minute.parts[entry.part] else { return }
            json.member("name", declaration.name)
            json.member("web", url(record.meeting.minutesAddress, minute.anchor))
            member(person: entry.person, "person", into: &json)
            json.member("moot:interest", declaration.nature)
            json.member("moot:outcome", declaration.outcome?.rawValue)
            json.member("moot:minute", minute.number)
            members(of: record, into: &json)
            member(item: entry.spot.item, of: record, into: &json)
        }
    }
}
