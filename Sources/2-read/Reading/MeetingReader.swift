import Diagnostics
import Platform
import Markdown
import Model
import Text

/// Reads a meeting in two steps: first the agenda, which says what is exempt; then, when all agendas have spoken, the rest.
struct MeetingReader {
    let folder: MeetingFolder
    let disk: Disk
    let report: Report
    let promises: Promises
    /// The texts that were read before.
    var texts = FolderTexts()

    /// The meeting with its agenda and supplements, and what these say of exemption.
    func readAgenda() -> (meeting: MeetingDraft, agendas: [(SourceFile, Agenda)])? {
        let own = Report()
        let found = MeetingReader(folder: folder, disk: disk, report: own, promises: promises).readAgendas(isInDoubt: false)
        let clashes = found.map { ExemptClash($0.agendas.map(\.1)).places } ?? []
        guard !clashes.isEmpty else {
            report.add(own.diagnostics)
            return found
        }
        for location in clashes { report.add(.exemptAndOpen, at: location, withholdsLine: true) }
        return readAgendas(isInDoubt: true)
    }

    /// - Parameter isInDoubt: True where they disagree, so that no word of them may go on from here.
    private func readAgendas(isInDoubt: Bool) -> (meeting: MeetingDraft, agendas: [(SourceFile, Agenda)])? {
        var meeting = MeetingDraft(
            committee: folder.committee, slug: folder.slug, date: folder.date, location: SourceLocation(folder.agenda?.path ?? folder.path))
        var agendas: [(SourceFile, Agenda)] = []
        if let file = folder.agenda {
            guard let text = SourceText(file, disk: disk, report: report) else { return nil }
            readHead(of: &meeting, from: text)
            let agenda = agenda(text, exemptItems: [], isInDoubt: isInDoubt)
            meeting.notice = agenda.notice
            meeting.sections = agenda.sections
            meeting.hasAgenda = true
            agendas.append((file, agenda))
        } else if folder.minutes == nil {
            report.add(.noAgendaNorMinutes, at: SourceLocation(folder.path))
        }
        for file in folder.supplements {
            guard let read = readSupplement(file, to: meeting, isInDoubt: isInDoubt) else { continue }
            var supplement = read.0
            let agenda = read.1
            supplement.makeAnchorsUnique(on: meeting)
            meeting.supplements.append(supplement)
            agendas.append((file, agenda))
        }
        if let recorded = promises.anchors(of: meeting.address) { keepAnchors(recorded, of: &meeting) }
        return (meeting, agendas)
    }

    /// Gives the items of the agenda and the supplements the anchors that were published for them.
    private func keepAnchors(_ recorded: RecordedAnchors, of meeting: inout MeetingDraft) {
        let items = AnchoredItems(meeting.sections, meeting.supplements).keeping(recorded)
        let places = meeting.everyItem.map(\.location)
        for at in items.reworded { report.addReworded(items.elements[at].anchor, of: meeting.address, at: (places[at].path, places[at].line)) }
        var rest = items.elements.map { ($0.anchor, items.others[$0.anchor] ?? []) }[...]
        meeting.sections.nameItems(Array(rest))
        rest = rest.dropFirst(meeting.sections.reduce(0) { $0 + $1.items.count })
        for supplement in meeting.supplements.indices {
            meeting.supplements[supplement].sections.nameItems(Array(rest))
            rest = rest.dropFirst(meeting.supplements[supplement].items.count)
        }
    }

    /// The page of the meeting, or another of its pages.
    private func place(_ route: Route? = nil, prefix: String = "") -> PublishedPlace {
        PublishedPlace(address: (route ?? .meeting(folder.id)).address, prefix: prefix, promises: promises)
    }

    /// Adds the minutes and the papers that may be published; no paper where its agenda leaves it in doubt which these are.
    mutating func readRest(of meeting: inout MeetingDraft, isInDoubt: Bool, exempt: inout ExemptSources) {
        if let file = folder.minutes, let admission = exempt.admission(of: file, report: report) {
            meeting.minutes = readMinutes(file, of: meeting, admission: admission)
        }
        if let file = folder.draftMinutes { readDraft(file, into: &meeting, exempt: exempt) }
        guard !isInDoubt, hasAgendaForPapers(exempt) else { return }
        readPapers(of: &meeting, exempt: &exempt)
        readAttachments(into: &meeting, exempt: exempt)
        checkAppendices(of: meeting, exempt: exempt)
        if meeting.access == .private {
            for paper in meeting.papers { report.add(.paperInPrivateMeeting, at: paper.location) }
        }
    }

    /// The minutes of the meeting's exempt items.
    private func exemptMinutes(of meeting: MeetingDraft) -> ExemptMinutes { ExemptMinutes(meeting.everyItem, hasPrivateRecord: folder.hasPrivateMinutes) }

    private mutating func readMinutes(_ file: SourceFile, of meeting: MeetingDraft, admission: Admission) -> Minutes? {
        let (day, exempt) = (meeting.date, exemptMinutes(of: meeting))
        let question = MinutesQuestion(day: day, promises: promises.digest, exempt: exempt)
        return texts.text(of: file, on: disk, asking: question, report: report) { [place = place(.minutes(folder.id))] disk, report in
            guard let text = SourceText(file, disk: disk, report: report) else { return nil }
            let minutes = MinutesReader(report: report, place: place, exempt: exempt).read(text, admission: admission)
            if let approved = minutes?.approvedAt, approved < day {
                report.add(.approvedBeforeMeeting, at: text.head.location(ofKey: "approved-at"))
            }
            return minutes
        }
    }

    /// The former text of minutes, which is shown only beside the text that was approved.
    private func readDraft(_ file: SourceFile, into meeting: inout MeetingDraft, exempt: ExemptSources) {
        guard let admission = exempt.admission(of: file, report: report), let text = SourceText(file, disk: disk, report: report) else { return }
        guard meeting.minutes != nil else { return report.add(.draftWithoutMinutes, at: file.location) }
        guard let draft = MinutesReader(report: report, exempt: exemptMinutes(of: meeting)).readDraft(text, admission: admission) else { return }
        guard draft.status == .draft else { return report.add(.draftNotDraft, at: file.location) }
        meeting.minutes?.draft = draft.document.paragraphs
    }

    /// Papers that no agenda can list are an error: their agenda may lie there under a wrong name.
    private func hasAgendaForPapers(_ exempt: ExemptSources) -> Bool {
        let first = folder.papers.first { if case .open = exempt.marks(of: $0).ruling() { true } else { false } }
        guard folder.agenda == nil, let first else { return true }
        report.add(.papersWithoutAgenda, at: first.location, withholdsLine: true)
        return false
    }

    private mutating func readPapers(of meeting: inout MeetingDraft, exempt: inout ExemptSources) {
        let hasExemptItem = meeting.everyItem.contains { $0.exemption != nil }
        // A paper stands before what lies in its folder, so that its own mark is known by then.
        for file in folder.papers.sorted(by: { $0.stem < $1.stem }) {
            if let paper = readPaper(file, hasExemptItem: hasExemptItem, exempt: &exempt) { meeting.papers.append(paper) }
        }
    }

    // MARK: Agenda

    private func agenda(_ text: SourceText, exemptItems: [AgendaItem], prefix: String = "", isInDoubt: Bool) -> Agenda {
        // No agenda lies in an exempt folder: those are not looked into for agendas.
        guard case .open(let admission) = ExemptionMarks(of: text.file.relative).ruling() else { return .nothing(of: text.file.path) }
        let body = text.body(admission)
        var reader = AgendaReader(
            path: text.file.path, bytes: body.bytes, firstLine: body.firstLine, exemptItems: exemptItems, place: place(prefix: prefix), report: report)
        reader.isInDoubt = isInDoubt
        return reader.read()
    }

    private func readHead(of meeting: inout MeetingDraft, from text: SourceText) {
        let head = Head(text.head, report: report)
        meeting.title = head.text("title")
        if !head.keys.contains("access"), let title = meeting.title, ExemptLookAlikes.isTitle(title) || ExemptWords.isPhrase(ExemptWords.words(of: title)) || ExemptWords.saysInPrivate(ExemptWords.words(of: title)) {
            report.add(.meetingTitleSaysPrivate, at: head.location(of: "title"))
        }
        meeting.kind = head.choice("kind") ?? .ordinary
        meeting.access = head.choice("access") ?? .public
        meeting.status = head.choice("status")
        meeting.starts = head.time("starts")
        meeting.ends = head.time("ends")
        meeting.venue = head.text("venue")
        meeting.attendance = head.choices("attendance")
        meeting.moves = moves(of: meeting, head)
        meeting.issued = head.day("issued")
        meeting.issuedLocation = head.location(of: "issued")
        meeting.urgency = head.text("urgency")
        meeting.webcast = webAddress(head.text("webcast"), head)
        meeting.contact = head.contact()
        meeting.next = head.text("next-meeting").map { text in Day(iso: text).map { .day($0) } ?? .text(text) }
        if case .text(let text) = meeting.next {
            for problem in DateScan.problems(in: text) { report.add(problem, at: head.location(of: "next-meeting")) }
        }
        head.finish()
        if let starts = meeting.starts, let ends = meeting.ends, ends < starts, !ends.isOfTheNight {
            report.add(.endsBeforeStart, at: head.location(of: "ends"))
        }
        if let issued = meeting.issued, issued > meeting.date { report.add(.issuedAfterMeeting, at: head.location(of: "issued")) }
    }

    /// What was announced before, each with something that has changed since.
    private func moves(of meeting: MeetingDraft, _ head: Head) -> [Move] {
        var moves: [Move] = []
        for entry in head.heads("moved") {
            let changed = entry.requiredText("changed") == nil ? nil : entry.day("changed")
            let (date, starts, venue) = (entry.day("date"), entry.time("starts"), entry.text("venue"))
            entry.finish()
            guard let changed else { continue }
            let move = Move(changed: changed, date: date, starts: starts, venue: venue)
            if move.date == nil, move.starts == nil, move.venue == nil { report.add(.nothingMoved, at: entry.location) }
            if let before = moves.last, move.changed < before.changed { report.add(.movesOutOfOrder, at: entry.location) }
            moves.append(move)
        }
        if let last = moves.last, !last.differs(from: meeting) { report.add(.nothingMoved, at: head.location(of: "moved")) }
        return moves
    }

    private func webAddress(_ text: String?, _ head: Head) -> String? {
        guard let text else { return nil }
        if text.hasPrefix("https://") || text.hasPrefix("http://") { return text }
        report.add(.notAnAddress(key: "webcast", value: text), at: head.location(of: "webcast"))
        return nil
    }

    private enum SupplementKind: String, CaseIterable { case supplement }

    private func readSupplement(_ file: SourceFile, to meeting: MeetingDraft, isInDoubt: Bool) -> (Supplement, Agenda)? {
        guard let text = SourceText(file, disk: disk, report: report) else { return nil }
        let head = Head(text.head, report: report)
        if head.node("kind") == nil { _ = head.requiredText("kind") } else { _ = head.choice("kind", of: SupplementKind.self) }
        let title = head.text("title")
        let issued = head.day("issued")
        head.finish()
        let saysExempt = title.map { ExemptLookAlikes.isTitle($0, isOfPaper: true) } ?? false
        if saysExempt { report.add(.titleSaysExempt, at: head.location(of: "title"), withholdsLine: true) }
        let slug = String(file.stem.dropFirst(folder.relative.count))
        let agenda = agenda(text, exemptItems: meeting.everyItem.filter { $0.exemption != nil }, prefix: slug + "-", isInDoubt: isInDoubt || saysExempt)
        return (Supplement(slug: slug, title: saysExempt ? nil : title, issued: issued, notice: agenda.notice, sections: agenda.sections), agenda)
    }

    // MARK: Papers

    private mutating func readPaper(_ file: SourceFile, hasExemptItem: Bool, exempt: inout ExemptSources) -> Paper? {
        let question = PaperQuestion(file, exempt, hasExemptItem: hasExemptItem, promises: promises.digest)
        let reader = self
        return texts.text(of: file, on: disk, asking: question, report: report) { disk, report in
            reader.readPaper(file, hasExemptItem: hasExemptItem, exempt: &exempt, on: disk, report: report)
        }
    }

    private func readPaper(_ file: SourceFile, hasExemptItem: Bool, exempt: inout ExemptSources, on disk: Disk, report: Report) -> Paper? {
        let admitting = PaperAdmission(disk: disk, report: report, hasExemptItem: hasExemptItem)
        guard let (text, head, admission) = admitting.open(file, exempt: &exempt) else { return nil }
        _ = head.choice("classification", of: ExemptionMarks.Classification.self)
        let slug = String(file.stem.dropFirst(folder.relative.count))
        if isTaken(slug) {
            report.add(.addressTaken(Route.paper(folder.id, slug).address.path, by: "a page of the meeting"), at: file.location)
        }
        return PaperReader(report: report, place: place(.paper(folder.id, slug))).read(text, head: head, slug: slug, admission: admission)
    }

    /// Whether a paper would stand at, or below, a page that a meeting has anyway.
    private func isTaken(_ slug: String) -> Bool {
        let paper = Route.paper(folder.id, slug)
        return Route(address: paper.address) != paper || slug.hasPrefix("agenda/")
    }

    /// Gives each other file to the paper in whose folder it lies.
    private func readAttachments(into meeting: inout MeetingDraft, exempt: ExemptSources) {
        for file in folder.attachments {
            guard let admission = exempt.admission(of: file, report: report),
                let attachment = Attachment(admission: admission, source: file.path, path: file.relative, size: file.size)
            else { continue }
            let own = file.relative.dropFirst(folder.relative.count)
            if let paper = meeting.papers.lastIndex(where: { own.hasPrefix($0.slug + "/") }) {
                meeting.papers[paper].attachments.append(attachment)
            } else {
                meeting.attachments.append(attachment)
            }
        }
    }
}

extension Supplement {
    /// An item that stands on the agenda already gets an anchor with the supplement's name in front.
    fileprivate mutating func makeAnchorsUnique(on meeting: MeetingDraft) {
        let taken = Set(meeting.everyItem.map(\.anchor))
        for section in sections.indices {
            for item in sections[section].items.indices where taken.contains(sections[section].items[item].anchor) {
                sections[section].items[item].anchor = slug + "-" + sections[section].items[item].anchor
            }
        }
    }
}

extension Move {
    /// Whether anything that was announced before is not as it is now.
    fileprivate func differs(from meeting: MeetingDraft) -> Bool {
        (date.map { $0 != meeting.date } ?? false) || (starts.map { $0 != meeting.starts } ?? false) || (venue.map { $0 != meeting.venue } ?? false)
    }
}

/// All that decides, beside the file itself, whether a paper may be published and what is read of it.
struct PaperQuestion: Sendable, Encodable {
    private let marks: ExemptionMarks
    private let isListedByOpenItem: Bool
    private let isCalledExempt: Bool
    private let hasExemptItem: Bool
    private let promises: UInt64

    init(_ file: SourceFile, _ exempt: ExemptSources, hasExemptItem: Bool, promises: UInt64) {
        marks = exempt.marks(of: file)
        isListedByOpenItem = exempt.isListedByOpenItem(file)
        isCalledExempt = exempt.isCalledExempt(file)
        self.hasExemptItem = hasExemptItem
        self.promises = promises
    }
}

/// All that decides what is read of minutes that are admitted.
private struct MinutesQuestion: Encodable {
    let day: Day
    let promises: UInt64
    let exempt: ExemptMinutes
}
