import Formats
import Linking
import Model
import Registers

extension OpenData {
    package func actionsCSV(into out: inout [UInt8]) {
        var csv = CSV(header: ["date", "committee", "minute", "title", "owner", "action", "due", "state", "answered by", "address"])
        for entry in registers.actions {
            let record = registers.minutes(entry.position)
            csv.append([
                record.meeting.date.iso, record.record.committeeName, record.minuteNumber(entry.position) ?? "", record.minuteTitle(entry.position), entry.action.owner ?? "",
                entry.action.what, entry.action.due?.iso ?? "", entry.state.rawValue, entry.answeredBy.map { url($0.address, $0.fragment) } ?? "",
                url(record.meeting.minutesAddress, record.minuteAnchor(entry.position)),
            ])
        }
        csv.write(into: &out)
    }

    package func actionsJSON(at address: Address, into out: inout [UInt8]) {
        register("Actions", at: address, registers.actions, into: &out) { json, entry in
            let record = registers.minutes(entry.position)
            json.member("name", record.minuteTitle(entry.position))
            json.member("web", url(record.meeting.minutesAddress, record.minuteAnchor(entry.position)))
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
            json.member("moot:minute", record.minuteNumber(entry.position))
            members(of: record.record, into: &json)
            member(item: entry.position.item, of: record.record, into: &json)
        }
    }

    package func declarationsCSV(into out: inout [UInt8]) {
        var csv = CSV(header: ["date", "committee", "minute", "title", "item", "name", "interest", "outcome", "address"])
        for entry in registers.declarations {
            let record = registers.minutes(entry.position)
            let minute = record.minute(entry.position)
            guard case .declaration(let declaration) = minute.parts[entry.part] else { continue }
            csv.append([
                record.meeting.date.iso, record.record.committeeName, minute.number ?? "", minute.title,
                itemWords(entry.position.item, of: record.record), declaration.name, declaration.nature, declaration.outcome?.rawValue ?? "",
                url(record.meeting.minutesAddress, minute.anchor),
            ])
        }
        csv.write(into: &out)
    }

    package func declarationsJSON(at address: Address, into out: inout [UInt8]) {
        register("Declarations of interest", at: address, registers.declarations, into: &out) { json, entry in
            let record = registers.minutes(entry.position)
            let minute = record.minute(entry.position)
            guard case .declaration(let declaration) = minute.parts[entry.part] else { return }
            json.member("name", declaration.name)
            json.member("web", url(record.meeting.minutesAddress, minute.anchor))
            member(person: entry.person, "person", into: &json)
            json.member("moot:interest", declaration.nature)
            json.member("moot:outcome", declaration.outcome?.rawValue)
            json.member("moot:minute", minute.number)
            members(of: record.record, into: &json)
            member(item: entry.position.item, of: record.record, into: &json)
        }
    }
}
