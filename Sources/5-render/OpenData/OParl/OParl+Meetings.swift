import Facts
import Formats
import Linking
import Model

extension OParl {
    /// The twin of a meeting's page.
    package func writeMeeting(_ number: Int, into out: inout [UInt8]) {
        JSONWriter.object(into: &out) { meeting(OParlMeeting(number, self), &$0) }
    }

    /// - Parameter isBrief: Whether it is for a list that says no more than when and where.
    func meeting(_ sitting: OParlMeeting, isBrief: Bool = false, _ json: inout JSONWriter) {
        let meeting = sitting.meeting
        begin("Meeting", at: meeting.address, &json)
        json.member("name", meeting.title ?? name(ofCommittee: meeting.committee))
        let course = meeting.course.stage
        json.member("meetingState", course.state(hasAgenda: meeting.hasAgenda))
        json.member("cancelled", course.isOff)
        json.member("start", dates[sitting.number].start)
        json.member("end", dates[sitting.number].end)
        if let venue = meeting.venue {
            json.object("location") { json in
                begin("Location", at: meeting.address, part: "location", &json)
                json.member("description", venue)
            }
        }
        json.array("organization") { reference(to: Route.committee(meeting.committee).address, &$0) }
        if !isBrief { content(of: sitting, &json) }
        json.member("created", dates[sitting.number].created)
        json.member("modified", dates[sitting.number].modified)
        link("web", to: meeting.address.path, &json)
        facts(of: meeting, &json)
    }

    private func content(of sitting: OParlMeeting, _ json: inout JSONWriter) {
        let meeting = sitting.meeting
        participants(in: meeting, sitting.number, &json)
        if meeting.hasAgenda { json.object("invitation") { invitation(sitting.number, .within, &$0) } }
        if meeting.minutes != nil { json.object("resultsProtocol") { minutesFile(sitting.number, .within, &$0) } }
        let attachments = files.owned(by: meeting.address)
        if meeting.hasAgenda || !attachments.isEmpty {
            json.array("auxiliaryFile") { json in
                if meeting.hasAgenda { json.object { pack(sitting.number, .within, &$0) } }
                for file in attachments { json.object { attachment(file, .within, &$0) } }
            }
        }
        if !sitting.facts.matters.isEmpty {
            json.array("agendaItem") { json in
                for (order, matter) in sitting.facts.matters.enumerated() { json.object { item(matter, order, of: sitting, .within, &$0) } }
            }
        }
        guard !meeting.papers.isEmpty else { return }
        json.array("moot:paper") { json in
            for position in sitting.links?.paperOrder ?? Array(meeting.papers.indices) {
                reference(to: meeting.papers[position].address(in: meeting), &json)
            }
        }
    }

    /// Who was there, each once.
    private func participants(in meeting: Meeting, _ number: Int, _ json: inout JSONWriter) {
        let people = names.attendees(of: number)
        var line = 0
        var present: [Int] = []
        meeting.minutes?.forEachAttendee { capacity, _ in
            let person = Int(people[line])
            line += 1
            if capacity != .apologies, person >= 0, !present.contains(person) { present.append(person) }
        }
        guard !present.isEmpty else { return }
        json.array("participant") { json in
            for person in present { reference(to: addressesOfPeople[person], &json) }
        }
    }

    private func facts(of meeting: Meeting, _ json: inout JSONWriter) {
        json.member("moot:date", meeting.date.iso)
        json.member("moot:kind", meeting.kind.rawValue)
        json.member("moot:access", meeting.access.rawValue)
        json.member("moot:status", meeting.status?.rawValue)
        json.texts("moot:attendance", meeting.attendance.map(\.rawValue))
        json.member("moot:issued", meeting.issued?.iso)
        json.member("moot:urgency", meeting.urgency)
        json.member("moot:webcast", meeting.webcast)
        switch meeting.next {
        case .day(let day): json.member("moot:nextMeeting", day.iso)
        case .text(let text): json.member("moot:nextMeeting", text)
        case nil: break
        }
        contact(meeting.contact, &json)
    }
}

extension MeetingCourse.Stage {
    /// In the words that OParl recommends: planned, called, and done. It has none for a meeting that was not held: of that `cancelled`
    /// speaks, and `moot:status` says more.
    fileprivate func state(hasAgenda: Bool) -> String {
        switch self {
        case .held: "durchgeführt"
        case .called: "eingeladen"
        case .announced: "terminiert"
        case .cancelled, .postponed, .inquorate: hasAgenda ? "eingeladen" : "terminiert"
        }
    }
}
