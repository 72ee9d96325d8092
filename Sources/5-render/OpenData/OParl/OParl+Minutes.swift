import Formats
import Linking
import Model

extension OParl {
    /// The twin of the minutes' page: the file that records the meeting, with what was decided.
    package func writeMinutes(_ meeting: Int, into out: inout [UInt8]) {
        let sitting = OParlMeeting(meeting, self)
        guard let minutes = sitting.meeting.minutes else { return }
        JSONWriter.object(into: &out) { json in
            minutesFile(meeting, .alone, &json)
            link("web", to: sitting.meeting.minutesAddress.path, &json)
            facts(of: minutes, &json)
            attendance(minutes, names.attendees(of: meeting), &json)
            guard !minutes.minutes.isEmpty else { return }
            json.array("moot:minute") { json in
                for position in minutes.minutes.indices { json.object { minute(position, of: minutes, sitting, &$0) } }
            }
        }
    }

    private func facts(of minutes: Minutes, _ json: inout JSONWriter) {
        json.member("moot:approvedAt", minutes.approvedAt?.iso)
        if let changed = minutes.approvedWithChanges { json.member("moot:approvedWithChanges", changed) }
        json.member("moot:started", minutes.started?.text)
        json.member("moot:ended", minutes.ended?.text)
        json.member("moot:chair", minutes.chair)
        json.member("moot:signed", minutes.signed?.iso)
        json.member("moot:notes", minutes.notes)
    }

    /// - Parameter people: Whom each line means.
    private func attendance(_ minutes: Minutes, _ people: [Int32], _ json: inout JSONWriter) {
        guard !people.isEmpty else { return }
        var line = 0
        json.array("moot:attendance") { json in
            minutes.forEachAttendee { capacity, attendee in
                json.object { self.attendee(attendee, capacity, Int(people[line]), &$0) }
                line += 1
            }
        }
    }

    private func attendee(_ attendee: Attendee, _ capacity: AttendanceList.Capacity, _ person: Int, _ json: inout JSONWriter) {
        json.member("capacity", capacity.rawValue)
        json.member("name", attendee.name)
        if person >= 0 { reference("person", to: addressesOfPeople[person], &json) }
        json.member("role", attendee.role)
        json.member("organisation", attendee.organisation)
        json.member("substituteFor", attendee.substituteFor)
        json.member("items", attendee.items)
    }

    private func minute(_ position: Int, of minutes: Minutes, _ sitting: OParlMeeting, _ json: inout JSONWriter) {
        let minute = minutes.minutes[position]
        reference("id", to: sitting.meeting.minutesAddress, part: minute.anchor, &json)
        json.member("type", "moot:Minute")
        json.member("number", minute.number)
        json.member("name", minute.title)
        if let item = sitting.links?.itemOfMinute[position] {
            reference("agendaItem", to: sitting.meeting.address, part: sitting.items[item].anchor, &json)
        }
        link("web", to: sitting.meeting.minutesAddress.path, part: minute.anchor, &json)
        decisions(of: minute, sitting, &json)
        json.array("action", minute.actions) { json, action in
            json.object { json in
                json.member("owner", action.owner)
                json.member("what", action.what)
                json.member("due", action.due?.iso)
            }
        }
        json.array("vote", minute.votes) { json, vote in json.object { self.vote(vote, &$0) } }
        json.array("declaration", minute.declarations) { json, declaration in json.object { self.declaration(declaration, &$0) } }
    }

    private func decisions(of minute: Minute, _ sitting: OParlMeeting, _ json: inout JSONWriter) {
        json.array("decision", minute.decisions) { json, decision in
            json.object { json in
                reference("id", to: sitting.meeting.minutesAddress, part: decision.anchor, &json)
                json.member("type", "moot:Decision")
                json.member("kind", decision.kind.rawValue)
                json.member("text", utf8: decision.text.plainBytes)
            }
        }
    }

    private func vote(_ vote: Vote, _ json: inout JSONWriter) {
        json.member("text", utf8: vote.text.plainBytes)
        json.array("count", vote.counts) { json, count in
            json.object { json in
                json.member("side", count.side.rawValue)
                json.member("number", count.total)
                json.texts("name", count.names)
            }
        }
    }

    private func declaration(_ declaration: Declaration, _ json: inout JSONWriter) {
        json.member("name", declaration.name)
        if let person = names.person(declaration.name) { reference("person", to: addressesOfPeople[person], &json) }
        json.member("nature", declaration.nature)
        json.member("outcome", declaration.outcome?.rawValue)
    }
}

extension Minute {
    var actions: [Action] { parts.flatMap { if case .actions(let actions, _) = $0 { actions } else { [Action]() } } }
    var votes: [Vote] { parts.compactMap { if case .vote(let vote) = $0 { vote } else { nil } } }
    var declarations: [Declaration] { parts.compactMap { if case .declaration(let declaration) = $0 { declaration } else { nil } } }
}

extension ClockTime {
    /// `15:15`
    var text: String { (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)" }
}
