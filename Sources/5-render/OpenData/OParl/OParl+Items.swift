import Formats
import Linking
import Model

extension OParl {
    /// - Parameter order: The item's place among its meeting's, from 0.
    func item(_ position: Int, _ order: Int, of sitting: OParlMeeting, _ standing: Nesting, _ json: inout JSONWriter) {
        let item = sitting.items[position]
        begin("AgendaItem", at: sitting.meeting.address, part: item.anchor, &json)
        if standing == .alone { reference("meeting", to: sitting.meeting.address, &json) }
        json.member("number", item.number)
        json.member("order", order)
        json.member("name", item.title)
        json.member("public", item.exemption == nil)
        switch item.business {
        case .open(let business): open(business, at: position, of: sitting, &json)
        case .exempt(let exemption): self.exemption(exemption, &json)
        }
        guard standing == .alone else { return }
        json.member("created", dates[sitting.number].created)
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

    private func open(_ business: OpenBusiness, at position: Int, of sitting: OParlMeeting, _ json: inout JSONWriter) {
        let own = consultations.ofItem(position, of: sitting.number)
        if let first = own.first { consultationReference("consultation", first, &json) }
        outcome(ofItem: position, sitting, &json)
        attachedFiles(to: position, sitting, &json)
        if own.count > 1 {
            json.array("moot:consultation") { json in
                for number in own { consultationReference(nil, number, &json) }
            }
        }
        json.member("moot:purpose", business.purpose?.text)
        json.member("moot:presenter", business.presenter)
        if let name = business.contact { contact(Contact(name: name), &json) }
        json.member("moot:wards", business.wards)
        json.member("moot:pages", business.pages)
        json.member("moot:urgent", business.urgent)
        json.member("moot:state", business.state?.rawValue)
        json.member("moot:reason", business.reason)
        json.texts("moot:paperState", business.papers.compactMap(\.state))
        if business.hasExemptPaper { json.member("moot:hasExemptPaper", true) }
        follows(business.follows, &json)
    }

    /// What was decided.
    private func outcome(ofItem position: Int, _ sitting: OParlMeeting, _ json: inout JSONWriter) {
        let minutes = sitting.minutes(ofItem: position)
        guard !minutes.isEmpty else { return }
        decisions(minutes.flatMap { sitting.meeting.minutes!.minutes[$0].decisions }, &json)
        let address = sitting.meeting.minutesAddress
        json.array("moot:minute") { json in
            for minute in minutes { reference(to: address, part: sitting.meeting.minutes!.minutes[minute].anchor, &json) }
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
    private func attachedFiles(to position: Int, _ sitting: OParlMeeting, _ json: inout JSONWriter) {
        var minutes: [Meeting] = []
        var attachments: [FileOwners.Owned] = []
        for item in sitting.items.indices where sitting.mains[item] == position {
            for case .link(let link) in sitting.items[item].open?.papers ?? [] {
                switch linked.destination(of: link) {
                case .page(let address, _):
                    if let other = meeting(at: address), other.minutesAddress == address { minutes.append(other) }
                case .file(let path):
                    if let file = files.owned(path) { attachments.append(file) }
                default: break
                }
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

extension OpenBusiness.Purpose {
    var text: String {
        switch self {
        case .decision: "decision"
        case .consideration: "consideration"
        case .information: "information"
        case .other(let text): text
        }
    }
}

extension ItemPaper {
    /// What stands in place of a paper, as sources write it.
    fileprivate var state: String? {
        switch self {
        case .link: nil
        case .toFollow: "to follow"
        case .verbal: "verbal"
        case .presentation: "presentation"
        case .toBeTabled: "to be tabled"
        }
    }
}
