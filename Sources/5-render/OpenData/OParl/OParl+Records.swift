import Formats
import Linking
import Model
import Registers

// What the records hold of a person, as the page shows it. What has an id is named by it; what has none by its minute and
// the few words that tell it from others there.

extension OParl {
    func records(of position: Int, _ json: inout JSONWriter) {
        let record = registers.people[position]
        json.array("moot:attendance", record.attendance) { json, row in json.object { attendance(row, &$0) } }
        presented(record.presented, &json)
        json.array("moot:moved", record.moved) { json, at in decision(at, nil, &json) }
        json.array("moot:seconded", record.seconded) { json, at in decision(at, nil, &json) }
        json.array("moot:votes", record.votes) { json, vote in json.object { self.vote(vote.vote, vote.side, &$0) } }
        json.array("moot:declarations", record.declarations) { json, at in json.object { declaration(registers.declarations[at], &$0) } }
        json.array("moot:actions", registers.actions(ofPerson: position)) { json, at in json.object { action(registers.actions[at], &$0) } }
        json.array("moot:papers", record.papers) { json, at in
            let entry = registers.papers[at], meeting = registers.meetings[entry.meeting].meeting
            reference(to: meeting.papers[entry.paper].address(in: meeting), &json)
        }
    }

    private func attendance(_ row: AttendanceRow, _ json: inout JSONWriter) {
        reference("organization", to: archive.committees[row.committee].address, &json)
        json.member("year", row.year)
        json.member("meetings", row.meetings)
        json.member("expected", row.expected)
        json.member("present", row.present)
        json.member("apologies", row.apologies)
        json.member("substitute", row.substitute)
        json.member("inAttendance", row.inAttendance)
    }

    private func presented(_ spots: [ItemPosition], _ json: inout JSONWriter) {
        let items = spots.compactMap(object)
        json.array("moot:presented", items) { json, item in reference(to: Address(item.path), part: item.anchor, &json) }
    }

    private func object(of position: ItemPosition) -> (path: String, anchor: String)? {
        let record = registers.meetings[position.meeting]
        return record.item(position.item).map { (record.meeting.address.path, $0.anchor) }
    }

    /// - Parameter name: nil for an element of a list.
    private func decision(_ at: Int, _ name: String?, _ json: inout JSONWriter) {
        let entry = registers.decisions[at]
        guard case .decision(let decision) = registers.part(entry.part, of: entry.position) else { return }
        let minutes = registers.meeting(entry.position).meeting.minutesAddress
        if let name { reference(name, to: minutes, part: decision.anchor, &json) } else { reference(to: minutes, part: decision.anchor, &json) }
    }

    private func vote(_ at: Int, _ side: Vote.Side, _ json: inout JSONWriter) {
        let entry = registers.votes[at]
        if let at = entry.decision { decision(at, "decision", &json) } else { minute(entry.position, &json) }
        json.member("side", side.rawValue)
    }

    private func declaration(_ entry: DeclarationEntry, _ json: inout JSONWriter) {
        minute(entry.position, &json)
        guard case .declaration(let declaration) = registers.part(entry.part, of: entry.position) else { return }
        json.member("nature", declaration.nature)
        json.member("outcome", declaration.outcome?.rawValue)
    }

    private func action(_ entry: ActionEntry, _ json: inout JSONWriter) {
        minute(entry.position, &json)
        json.member("what", entry.action.what)
        json.member("due", entry.action.due?.iso)
        json.member("state", entry.state.rawValue)
    }

    private func minute(_ position: MinutePosition, _ json: inout JSONWriter) {
        let record = registers.minutes(position)
        reference("minute", to: record.meeting.minutesAddress, part: record.minuteAnchor(position), &json)
    }
}
