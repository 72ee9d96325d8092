import Facts
import Formats
import Linking
import Model

extension OParl {
    /// The twin of a paper's page.
    package func writePaper(_ position: Int, of meeting: Int, into out: inout [UInt8]) {
        JSONWriter.object(into: &out) { paper(position, of: meeting, &$0) }
    }

    func paper(_ position: Int, of number: Int, _ json: inout JSONWriter) {
        let paper = meetings[number].papers[position]
        let address = paper.address(in: meetings[number])
        begin("Paper", at: address, &json)
        reference("body", to: OParl.body, &json)
        json.member("name", paper.title)
        if case .day(let day) = paper.date { json.member("date", day.iso) }
        json.member("paperType", paper.kind?.rawValue)
        relations(of: paper, in: number, &json)
        json.object("mainFile") { mainFile(of: position, number, .within, &$0) }
        if !paper.attachments.isEmpty {
            json.array("auxiliaryFile") { json in
                for file in files.owned(by: address) { json.object { attachment(file, .within, &$0) } }
            }
        }
        originators(of: paper, &json)
        let own = consultations.ofPaper(position, of: number)
        if !own.isEmpty {
            json.array("consultation") { json in
                for other in own { json.object { consultation(other, .within, &$0) } }
            }
        }
        stamps(of: position, in: number, &json)
        link("web", to: address.path, &json)
        reference("moot:meeting", to: meetings[number].address, &json)
        facts(of: paper, &json)
    }

    private func relations(of paper: Paper, in number: Int, _ json: inout JSONWriter) {
        let slugs = meetings[number].papers.map(\.slug)
        guard slugs.contains(where: { $0.utf8.contains(UInt8(ascii: "/")) }) else { return }
        if let parent = paper.parent, slugs.contains(parent) {
            json.array("superordinatedPaper") { reference(to: Route.paper(meetings[number].id, parent).address, &$0) }
        }
        let below = meetings[number].papers.filter { $0.parent == paper.slug }
        guard !below.isEmpty else { return }
        json.array("subordinatedPaper") { json in
            for other in below { reference(to: other.address(in: meetings[number]), &json) }
        }
    }

    private func originators(of paper: Paper, _ json: inout JSONWriter) {
        let people = paper.authors.compactMap(names.person)
        if !people.isEmpty {
            json.array("originatorPerson") { json in
                for person in people { reference(to: addressesOfPeople[person], &json) }
            }
        }
    }

    private func facts(of paper: Paper, _ json: inout JSONWriter) {
        if case .text(let text) = paper.date { json.member("moot:date", text) }
        json.texts("moot:author", paper.authors)
        json.member("moot:sponsor", paper.sponsor)
        json.member("moot:officer", paper.officer)
        json.member("moot:purpose", paper.purpose?.code)
        json.member("moot:wards", paper.wards)
        if let isKey = paper.keyDecision { json.member("moot:keyDecision", isKey) }
        json.member("moot:pages", paper.pages)
        json.member("moot:status", paper.status?.rawValue)
        guard !paper.properties.isEmpty else { return }
        json.array("moot:property") { json in
            for property in paper.properties {
                json.object { json in
                    json.member("label", property.label)
                    if let value = property.value { json.member("value", utf8: value.body.plainBytes) }
                }
            }
        }
    }
}

// MARK: Consultations

extension OParl {
    func consultation(_ consultation: Consultations.Consultation, _ standing: Nesting, _ json: inout JSONWriter) {
        let meeting = consultation.meetingAddress, paper = consultation.paperAddress
        begin("Consultation", at: paper, part: consultation.fragment, &json)
        reference("paper", to: paper, &json)
        reference("agendaItem", to: meeting, part: consultation.anchor, &json)
        reference("meeting", to: meeting, &json)
        json.array("organization") { reference(to: consultation.committeeAddress, &$0) }
        let purpose = consultation.purpose ?? meetings[consultation.home].papers[consultation.paper].purpose
        switch purpose {
        case .decision: json.member("authoritative", true)
        case .consideration, .information: json.member("authoritative", false)
        case .other, nil: break
        }
        json.member("role", purpose?.code)
        if standing == .alone {
            json.member("created", dates.created(consultation.published, of: consultation.meeting))
            json.member("modified", dates[consultation.meeting].modified)
        }
    }

    /// A consultation's id; without a name, as an element of a list.
    func consultationReference(_ name: String?, _ consultation: Consultations.Consultation, _ json: inout JSONWriter) {
        if let name {
            reference(name, to: consultation.paperAddress, part: consultation.fragment, &json)
        } else {
            reference(to: consultation.paperAddress, part: consultation.fragment, &json)
        }
    }
}
