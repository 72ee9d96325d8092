import Diagnostics
import Machine
import Markdown
import Packs

/// Reads a meeting in two steps: first the agenda, which says what is exempt; then, when all agendas have spoken, the rest.
struct MeetingReader {
    let folder: MeetingFolder
    let disk: Disk
    let report: Report

    /// The meeting with its agenda and supplements, and what these say of exemption.
    func readAgenda() -> (meeting: Meeting, agendas: [(SourceFile, Agenda)])? {
        var meeting = Meeting(
            committee: folder.committee, slug: folder.slug, date: folder.date, place: Place(folder.agenda?.path ?? folder.path))
        var agendas: [(SourceFile, Agenda)] = []
        if let file = folder.agenda {
            guard let text = SourceText(file, disk: disk, report: report) else { return nil }
            readHead(of: &meeting, from: text)
            let agenda = agenda(text)
            meeting.notice = agenda.notice
            meeting.sections = agenda.sections
            meeting.hasAgenda = true
            agendas.append((file, agenda))
        } else if folder.minutes == nil {
            report.add(.noAgendaNorMinutes, at: Place(folder.path))
        }
        for file in folder.supplements {
            guard let read = readSupplement(file) else { continue }
            var supplement = read.0
            let agenda = read.1
            supplement.makeAnchorsUnique(on: meeting)
            meeting.supplements.append(supplement)
            agendas.append((file, agenda))
        }
        return (meeting, agendas)
    }

    /// Adds the minutes and the papers that may be published.
    func readRest(of meeting: inout Meeting, exempt: inout ExemptSources) {
        if let file = folder.minutes, let admission = exempt.admission(of: file, report: report),
            let text = SourceText(file, disk: disk, report: report)
        {
            meeting.minutes = MinutesReader(report: report).read(text, admission: admission)
        }
        // A paper stands before what lies in its folder, so that its own mark is known by then.
        for file in folder.papers.sorted(by: { $0.stem < $1.stem }) {
            if let paper = readPaper(file, exempt: &exempt) { meeting.papers.append(paper) }
        }
        readAttachments(into: &meeting, exempt: exempt)
        if meeting.access == .private {
            for paper in meeting.papers { report.add(.paperInPrivateMeeting, at: paper.place) }
        }
        noteExemptPapers(of: &meeting, exempt: exempt)
    }

    // MARK: Agenda

    private func agenda(_ text: SourceText) -> Agenda {
        guard case .open(let admission) = Marks().ruling() else { preconditionFailure("an agenda has no marks") }
        let body = text.body(admission)
        return AgendaReader(path: text.file.path, bytes: body.bytes, firstLine: body.firstLine, report: report).read()
    }

    private func readHead(of meeting: inout Meeting, from text: SourceText) {
        let head = Head(text.head, report: report)
        meeting.title = head.text("title")
        meeting.kind = head.choice("kind") ?? .ordinary
        meeting.access = head.choice("access") ?? .public
        meeting.status = head.choice("status")
        meeting.starts = head.time("starts")
        meeting.ends = head.time("ends")
        meeting.venue = head.text("venue")
        meeting.attendance = head.choices("attendance")
        meeting.issued = head.day("issued")
        meeting.urgency = head.text("urgency")
        meeting.webcast = webAddress(head.text("webcast"), head)
        meeting.contact = head.contact()
        meeting.next = head.text("next-meeting").map { text in Day(iso: text).map { .day($0) } ?? .text(text) }
        head.finish()
        if let starts = meeting.starts, let ends = meeting.ends, ends < starts {
            report.add(.endsBeforeStart, at: head.place(of: "ends"))
        }
    }

    private func webAddress(_ text: String?, _ head: Head) -> String? {
        guard let text else { return nil }
        if text.hasPrefix("https://") || text.hasPrefix("http://") { return text }
        report.add(.notAnAddress(key: "webcast", value: text), at: head.place(of: "webcast"))
        return nil
    }

    private enum SupplementKind: String, CaseIterable { case supplement }

    private func readSupplement(_ file: SourceFile) -> (Supplement, Agenda)? {
        guard let text = SourceText(file, disk: disk, report: report) else { return nil }
        let head = Head(text.head, report: report)
        if head.node("kind") == nil { _ = head.requiredText("kind") } else { _ = head.choice("kind", of: SupplementKind.self) }
        let title = head.text("title")
        let issued = head.day("issued")
        head.finish()
        let agenda = agenda(text)
        let slug = String(file.stem.dropFirst(folder.relative.count))
        return (Supplement(slug: slug, title: title, issued: issued, notice: agenda.notice, sections: agenda.sections), agenda)
    }

    // MARK: Papers

    private func readPaper(_ file: SourceFile, exempt: inout ExemptSources) -> Paper? {
        var marks = exempt.marks(of: file)
        let isExempt = marks.inExemptFolder || marks.listedByExemptItem
        guard let text = SourceText(file, disk: disk, isExempt: isExempt, report: report) else { return nil }
        // Until the ruling, only this one key of the head is looked at, and no line of the file is shown.
        let silent = Report()
        let yaml = text.head.parse(report: silent)
        let peek = Head(yaml, of: text.head, report: Report())
        marks.classification = peek.choice("classification")
        switch marks.ruling() {
        case .contradiction(let contradiction):
            report.add(.contradiction(contradiction), at: peek.place(of: "classification"), withholdsLine: true)
        case .exempt: exempt.noteExempt(file)
        case .open(let admission):
            report.add(silent.diagnostics)
            let head = Head(yaml, of: text.head, report: report)
            _ = head.choice("classification", of: Marks.Classification.self)
            let slug = String(file.stem.dropFirst(folder.relative.count))
            if slug == "pack" || slug.hasPrefix("minutes/") || slug.hasPrefix("agenda/") {
                report.add(.addressTaken("\(folder.relative)\(slug)/", by: "a page of the meeting"), at: file.place)
            }
            return PaperReader(report: report).read(text, head: head, slug: slug, admission: admission)
        }
        return nil
    }

    /// Gives each other file to the paper in whose folder it lies.
    private func readAttachments(into meeting: inout Meeting, exempt: ExemptSources) {
        for file in folder.attachments {
            guard let admission = exempt.admission(of: file, report: report) else { continue }
            let attachment = Attachment(admission: admission, source: file.path, path: file.relative, size: file.size)
            let own = file.relative.dropFirst(folder.relative.count)
            if let paper = meeting.papers.lastIndex(where: { own.hasPrefix($0.slug + "/") }) {
                meeting.papers[paper].attachments.append(attachment)
            } else {
                meeting.attachments.append(attachment)
            }
        }
    }

    /// Where an open item lists a paper that turns out to be exempt, the link and its words go, and the fact stays.
    private func noteExemptPapers(of meeting: inout Meeting, exempt: ExemptSources) {
        for section in meeting.sections.indices {
            for item in meeting.sections[section].items.indices {
                meeting.sections[section].items[item].business = withoutExempt(meeting.sections[section].items[item], exempt: exempt)
            }
        }
        for supplement in meeting.supplements.indices {
            for section in meeting.supplements[supplement].sections.indices {
                for item in meeting.supplements[supplement].sections[section].items.indices {
                    let old = meeting.supplements[supplement].sections[section].items[item]
                    meeting.supplements[supplement].sections[section].items[item].business = withoutExempt(old, exempt: exempt)
                }
            }
        }
    }

    private func withoutExempt(_ item: AgendaItem, exempt: ExemptSources) -> AgendaItem.Business {
        guard case .open(var business) = item.business else { return item.business }
        let open = business.papers.filter { paper in
            guard case .link(let link) = paper else { return true }
            return !exempt.isExempt(link.destination, from: folder.relative + "agenda.md")
        }
        if open.count < business.papers.count {
            business.papers = open
            business.hasExemptPaper = true
            report.add(.exemptPaperUnderOpenItem, at: item.place)
        }
        return .open(business)
    }
}

extension Supplement {
    /// An item that stands on the agenda already gets an anchor with the supplement's name in front.
    fileprivate mutating func makeAnchorsUnique(on meeting: Meeting) {
        let taken = Set(meeting.everyItem.map(\.anchor))
        for section in sections.indices {
            for item in sections[section].items.indices where taken.contains(sections[section].items[item].anchor) {
                sections[section].items[item].anchor = slug + "-" + sections[section].items[item].anchor
            }
        }
    }
}
