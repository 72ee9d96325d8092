import Facts
import Linking
import Markdown
import Model
import Search

extension Passages {
    /// The agenda, the papers in its order, the minutes.
    func documents(of meeting: Meeting, ofCommittee committee: Int) -> [SearchDocument] {
        let detail = "\(archive.committees[committee].name), \(inWords(meeting.date))"
        func document(_ kind: Kind, _ title: String, at address: Address, size: Int, passages: @escaping @Sendable () -> [SearchPassage]) -> SearchDocument {
            self.document(kind, title, at: address, detail: detail, committee: committee, day: meeting.date, size: size, passages: passages)
        }
        var found: [SearchDocument] = []
        if meeting.hasAgenda {
            let title = meeting.title.map { "Agenda: \($0)" } ?? "Agenda"
            found.append(document(.agendaItem, title, at: meeting.address, size: meeting.notice?.document.text.count ?? 0) { [facts = registers.facts] in
                AgendaPassages(meeting, facts).passages
            })
        }
        for at in linked.parts(of: meeting)?.paperOrder ?? [] {
            let paper = meeting.papers[at]
            let kind = paper.kind == .minutes ? Kind.minutes : .paper
            found.append(document(kind, paper.title, at: paper.address(in: meeting), size: paper.text.text.count) {
                PaperPassages.passages(of: meeting.papers[at], in: meeting)
            })
        }
        if let minutes = meeting.minutes {
            found.append(document(.minutes, "Minutes", at: meeting.minutesAddress, size: minutes.document.text.count) {
                meeting.minutes.map(MinutesPassages.passages) ?? []
            })
        }
        return found
    }
}

/// The passages of a meeting's page: its agenda and supplements, item by item.
struct AgendaPassages {
    private let linked: LinkedArchive
    private let facts: MeetingFacts
    private(set) var passages: [SearchPassage] = []
    /// Of the next item, in `Meeting.everyItem`.
    private var position = 0

    init(_ meeting: Meeting, _ facts: ArchiveFacts) {
        linked = facts.linked
        self.facts = facts.of(meeting)
        add(notice: meeting.notice, lead: meeting.venue, sections: meeting.sections, prefix: "", at: "", under: [])
        for supplement in meeting.supplements {
            add(
                notice: supplement.notice, lead: nil, sections: supplement.sections, prefix: supplement.slug + "-", at: supplement.slug,
                under: [supplement.title ?? "Supplement"])
        }
    }

    private mutating func add(notice: Markup?, lead: String?, sections: [AgendaSection], prefix: String, at anchor: String, under headings: [String]) {
        guard let notice else { return }
        var cutter = PassageCutter(notice.document, prefix: prefix)
        cutter.weight = StandingItems.weight
        let lead = PlainWords(lead ?? "")
        if !notice.isEmpty || !lead.isEmpty { cutter.addWhole(notice, lead: lead, at: anchor, under: headings) }
        for (number, section) in sections.enumerated() {
            let path = headings + (section.title.map { [$0] } ?? [])
            if let text = section.introduction, !text.isEmpty {
                cutter.weight = StandingItems.weight
                // A supplement's sections have no anchor.
                cutter.addWhole(text, at: prefix.isEmpty ? "part--\(number + 1)" : anchor, under: path)
            }
            for item in section.items {
                add(item, under: path, to: &cutter)
                position += 1
            }
        }
        passages += cutter.passages
    }

    private func add(_ item: AgendaItem, under headings: [String], to cutter: inout PassageCutter) {
        let path = headings + [item.number.map { "\($0). \(item.title)" } ?? item.title]
        guard let business = item.open else {
            cutter.weight = StandingItems.weight
            return cutter.add(PlainWords("Exempt"), at: item.anchor, under: path)
        }
        cutter.weight = isStanding(item.title, business) ? StandingItems.weight : 1
        cutter.addWhole(business.details, lead: facts(business), at: item.anchor, under: path)
    }

    private func isStanding(_ title: String, _ business: OpenBusiness) -> Bool {
        guard StandingItems.isOnAgenda(title, words: PlainWords(business.details).count) else { return false }
        let matter = facts.matter(ofItem: position)
        let hasPaper = matter.item == position ? !matter.papers.isEmpty : business.papers.contains { $0.link != nil }
        return !hasPaper || title.lowercased().contains("minutes")
    }

    private func facts(_ business: OpenBusiness) -> PlainWords {
        var facts: [String] = []
        if let purpose = business.purpose { facts.append(purpose.words) }
        if let presenter = business.presenter { facts.append("Presented by " + presenter) }
        if let contact = business.contact { facts.append("Contact: " + contact) }
        if let wards = business.wards { facts.append("Wards: " + wards) }
        if let pages = business.pages { facts.append("Pages " + pages) }
        facts += [business.urgent, business.reason].compactMap(\.self)
        facts += business.papers.compactMap(fileTitle)
        return PlainWords(facts.map { $0.last == "." ? $0 : $0 + "." }.joined(separator: " "))
    }

    /// What has a page is found there; a file is found by its title alone.
    private func fileTitle(_ paper: ItemPaper) -> String? {
        guard case .link(let link) = paper, case .file = linked.destination(of: link) else { return nil }
        return link.title
    }
}
