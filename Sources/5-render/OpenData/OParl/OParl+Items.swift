import Facts
import Formats
import Linking
import Model

extension OParl {
    /// - Parameter order: The item's place among its meeting's, from 0.
    func item(_ matter: Matter, _ order: Int, of sitting: OParlMeeting, _ standing: Nesting, _ json: inout JSONWriter) {
        let item = sitting.items[matter.item]
        begin("AgendaItem", at: sitting.meeting.address, part: item.anchor, &json)
        if standing == .alone { reference("meeting", to: sitting.meeting.address, &json) }
        json.member("number", item.number?.printed)
        json.member("order", order)
        json.member("name", item.title)
        json.member("public", item.exemption == nil)
        switch item.business {
        case .open(let business): open(business, matter, of: sitting, &json)
        case .exempt(let exemption): self.exemption(exemption, &json)
        }
        guard standing == .alone else { return }
        json.member("created", dates.created(sitting.facts.published(matter), of: sitting.number))
        json.member("modified", dates[sitting.number].modified)
        link("web", to: sitting.meeting.address.path, part: item.anchor, &json)
    }

    /// All that may be said of an exempt item beside its number and title.
    private func exemption(_ exemption: Exemption, _ json: inout JSONWriter) {
        json.array("moot:exemptParagraphs") { json in
            for paragraph in exemption.paragraphs { json.value(paragraph) }
        }
        json.member("moot:reason", exemption.reason)
    }

    private func open(_ business: OpenBusiness, _ matter: Matter, of sitting: OParlMeeting, _ json: inout JSONWriter) {
        let own = consultations.ofItem(matter.item, of: sitting.number)
        if let first = own.first { consultationReference("consultation", first, &json) }
        outcome(ofItem: matter.item, sitting, &json)
        attachedFiles(to: matter, &json)
        if own.count > 1 {
            json.array("moot:consultation") { json in
                for number in own { consultationReference(nil, number, &json) }
            }
        }
        json.member("moot:purpose", matter.purpose?.code)
        json.member("moot:presenter", business.presenter)
        if let name = business.contact { contact(Contact(name: name), &json) }
        json.member("moot:wards", business.wards)
        json.member("moot:pages", business.pages)
        json.member("moot:urgent", business.urgent)
        json.member("moot:state", matter.state?.rawValue)
        json.member("moot:reason", matter.reason)
        json.texts("moot:paperState", matter.words.map(\.rawValue))
        if matter.hasExemptPaper { json.member("moot:hasExemptPaper", true) }
        follows(business.follows, &json)
    }

    /// What was decided.
    private func outcome(ofItem position: Int, _ sitting: OParlMeeting, _ json: inout JSONWriter) {
        let minutes = sitting.minutes(ofItem: position)
        guard !minutes.isEmpty else { return }
        decisions(minutes.flatMap(\.decisions), &json)
        let address = sitting.meeting.minutesAddress
        json.array("moot:minute") { json in
            for minute in minutes { reference(to: address, part: minute.anchor, &json) }
        }
    }

    private func decisions(_ decisions: [Decision], _ json: inout JSONWriter) {
        guard let first = decisions.first else { return }
        if decisions.count == 1 {
            json.member("result", first.kind.rawValue)
            json.member("resolutionText", utf8: first.text.plainBytes)
            return
        }
        var kinds: [String] = []
        var text: [UInt8] = []
        for decision in decisions {
            if !kinds.contains(decision.kind.rawValue) { kinds.append(decision.kind.rawValue) }
            if !text.isEmpty { text.append(10) }
            text += decision.text.plainBytes
        }
        json.member("result", kinds.joined(separator: ", "))
        json.member("resolutionText", utf8: text)
    }

    /// Files that the item lists and that are no papers: minutes, spreadsheets.
    private func attachedFiles(to matter: Matter, _ json: inout JSONWriter) {
        var minutes: [Meeting] = []
        var attachments: [FileOwners.Owned] = []
        for link in matter.papers.lazy.filter({ $0.paper == nil }).compactMap(\.link) {
            switch linked.destination(of: link) {
            case .page(let address, _):
                if let other = meeting(at: address), other.minutesAddress == address { minutes.append(other) }
            case .file(let path):
                if let file = files.owned(path) { attachments.append(file) }
            default: break
            }
        }
        guard !minutes.isEmpty || !attachments.isEmpty else { return }
        json.array("auxiliaryFile") { json in
            for meeting in minutes { json.object { minutesFile(of: meeting, &$0) } }
            for file in attachments { json.object { attachment(file, .within, &$0) } }
        }
    }

    private func follows(_ links: [NamedLink], _ json: inout JSONWriter) {
        guard !links.isEmpty else { return }
        json.array("moot:follows") { json in
            for named in links {
                json.object { json in
                    json.member("name", named.title)
                    if case .page(let address, let fragment) = linked.destination(of: named) {
                        link("web", to: address.path, part: fragment ?? "", &json)
                    }
                }
            }
        }
    }
}
