import Diagnostics
import Markdown
import Model
import Text

/// Reads minutes: who was there, and what was said and decided.
struct MinutesReader {
    let report: Report
    var place = PublishedPlace.nowhere
    var exempt = ExemptMinutes.none

    func read(_ text: SourceText, admission: Admission) -> Minutes? {
        let head = Head(text.head, report: report)
        if let location = saysExempt(text.head) {
            report.add(.exemptMinutes, at: location, withholdsLine: true)
            return nil
        }
        let status: Minutes.Status? = head.choice("status")
        if status == nil, head.node("status") == nil { _ = head.requiredText("status") }
        let body = text.body(admission)
        let parsed = openText(body.bytes, body.firstLine, text.file.path)
        if saysExempt(parsed.document, parsed.bytes, body.firstLine) { return nil }
        report.add(parsed.diagnostics)
        let checks = DocumentChecks(document: parsed.document, report: report)
        checks.checkDates()
        checks.checkLooseLines()
        checks.checkComments()
        var minutes = Minutes(location: text.file.location, status: status ?? .draft, document: place.keeping(parsed.document, report: report))
        minutes.withheldLines = parsed.withheld
        minutes.approvedAt = head.day("approved-at")
        minutes.approvedWithChanges = head.flag("approved-with-changes")
        minutes.started = head.time("started")
        minutes.ended = head.time("ended")
        minutes.chair = head.text("chair")
        minutes.signed = head.day("signed")
        minutes.notes = head.text("notes")
        head.finish()
        var builder = MinutesBuilder(minutes: minutes, path: text.file.path, place: place, report: report)
        builder.build()
        return status == nil ? nil : builder.minutes
    }
}

extension MinutesReader {
    /// The text without the minutes of exempt items.
    private func openText(_ bytes: ArraySlice<UInt8>, _ firstLine: Int, _ path: String) -> (document: Document, bytes: ArraySlice<UInt8>, withheld: [Range<Int>], diagnostics: [Diagnostic]) {
        let parser = place.promises.parser
        let whole = parser.parse(bytes, path: path, firstLine: firstLine, scope: .minutes)
        guard let open = exempt.withoutPrivateMinutes(bytes, whole.document, firstLine: firstLine) else { return (whole.document, bytes, [], whole.diagnostics) }
        for line in open.headings { report.add(.minuteNotPublished, at: SourceLocation(path, line: line)) }
        let parsed = parser.parse(open.bytes[...], path: path, firstLine: firstLine, scope: .minutes)
        return (parsed.document, open.bytes[...], open.withheld, parsed.diagnostics)
    }

    /// The key or the comment of the head that says so.
    private func saysExempt(_ text: HeadText) -> SourceLocation? {
        let head = Head(text, report: Report())
        let key = ["chair", "notes"].first { head.text($0).map { ExemptLookAlikes.isTitle($0, isOfPaper: true) } ?? false }
        return key.map(head.location) ?? ExemptForm.comment(in: text)
    }

    /// Whether a part is headed as exempt, or code that is never closed hides where parts begin. That alone is told then.
    private func saysExempt(_ document: Document, _ bytes: ArraySlice<UInt8>, _ firstLine: Int) -> Bool {
        let lines = bytes.lines
        let (answered, refused) = PublicAnswer.lines(in: document, through: firstLine + lines.count)
        let parts = document.body.blocks.filter { $0.kind == .heading && $0.event.level == 1 && ExemptLookAlikes.isPartOfMinutes($0.plainText) }
        let stray = lines.indices.filter { ExemptLookAlikes.marksMinutes(lines, $0) }.map { firstLine + $0 }
        let found = Set((parts.map(\.line) + stray).filter { line in !answered.contains { $0.contains(line) } } + refused)
        for range in answered where found.isEmpty { report.add(.answeredPublic, at: SourceLocation(document.path, line: range.lowerBound)) }
        for line in found.sorted() { report.add(.exemptMinutes, at: SourceLocation(document.path, line: line), withholdsLine: true) }
        let fence = OpenFence.line(lines, firstLine: firstLine, document)
        if let fence { report.add(.fenceNotClosed, at: SourceLocation(document.path, line: fence), withholdsLine: true) }
        return !found.isEmpty || fence != nil
    }

    /// Reads a former text. Errors in it are errors, since its words are published; what is merely odd in it was mended
    /// or let pass when it was approved.
    func readDraft(_ text: SourceText, admission: Admission) -> Minutes? {
        let own = Report()
        let minutes = MinutesReader(report: own, exempt: exempt).read(text, admission: admission)
        let errors = own.diagnostics.filter { $0.severity == .error }
        report.add(errors)
        return errors.isEmpty ? minutes : nil
    }
}

/// Walks the blocks of minutes.
struct MinutesBuilder {
    private(set) var minutes: Minutes
    let path: String
    let place: PublishedPlace
    let report: Report
    /// The anchors of the minutes, in their order: as they would be if nothing had been published, and as they are.
    private var names: [(heading: ItemHeading, natural: String, anchor: String, others: [String])] = []
    private var numberLines: [ItemNumber: Int] = [:]
    private var lastNumber: Int?
    private var hasMinutes = false

    init(minutes: Minutes, path: String, place: PublishedPlace, report: Report) {
        self.minutes = minutes
        self.path = path
        self.place = place
        self.report = report
    }

    mutating func build() {
        let blocks = Array(minutes.document.body.blocks)
        let parts = blocks.indices.filter { blocks[$0].kind == .heading && blocks[$0].event.level == 1 }
        minutes.introduction = run(blocks[..<(parts.first ?? blocks.count)])
        nameMinutes(blocks, parts)
        for (position, start) in parts.enumerated() {
            let end = position + 1 < parts.count ? parts[position + 1] : blocks.count
            addPart(blocks[start], blocks[(start + 1)..<end])
        }
        if let recorded = place.promises.anchors(of: place.address) {
            nameDecisions(recorded)
            keepAnchorsOfWithheldMinutes(recorded)
        }
        if !hasMinutes, !blocks.isEmpty { report.add(.noMinutesPart, at: SourceLocation(path, line: blocks[0].line)) }
    }

    /// Gives the minutes of all parts their anchors, since numbered ones come first.
    private mutating func nameMinutes(_ blocks: [Block], _ parts: [Int]) {
        var headings: [(heading: ItemHeading, line: Int)] = []
        for (position, start) in parts.enumerated() where MinutesBuilder.holdsMinutes(blocks[start].plainText.trimmingBlanks()) {
            let end = position + 1 < parts.count ? parts[position + 1] : blocks.count
            for block in blocks[(start + 1)..<end] where block.kind == .heading && block.event.level == 2 {
                headings.append((ItemHeading(block.plainText, namesItem: true), block.line))
            }
        }
        var anchors = Anchors()
        let natural = anchors.unique(headings.map { $0.heading.anchorWish(in: "minute") })
        names = zip(headings, natural).map { ($0.heading, $1, $1, []) }
        guard let recorded = place.promises.anchors(of: place.address) else { return }
        let items = AnchoredItems(ofMinutes: names.map { ($0.heading.number?.printed, $0.heading.title, $0.natural) }).keeping(recorded)
        for (at, element) in items.elements.enumerated() { (names[at].anchor, names[at].others) = (element.anchor, items.others[element.anchor] ?? []) }
        for at in items.reworded { report.addReworded(names[at].anchor, of: place.address, at: (path, headings[at].line)) }
    }

    private static func holdsMinutes(_ title: String) -> Bool { title.lowercased().hasPrefix("minutes") }

    private mutating func nameDecisions(_ recorded: RecordedAnchors) {
        let items = AnchoredItems(ofDecisionsIn: minutes).keeping(recorded)
        var next = 0
        for minute in minutes.minutes.indices {
            for part in minutes.minutes[minute].parts.indices {
                guard case .decision(var decision) = minutes.minutes[minute].parts[part] else { continue }
                decision.anchor = items.elements[next].anchor
                decision.otherAnchors = items.others[decision.anchor] ?? []
                minutes.minutes[minute].parts[part] = .decision(decision)
                next += 1
            }
        }
    }

    /// A minute that is not published any more keeps the anchors of the decisions that it had.
    private mutating func keepAnchorsOfWithheldMinutes(_ recorded: RecordedAnchors) {
        for at in minutes.minutes.indices {
            let line = minutes.minutes[at].location.line
            guard minutes.withheldLines.contains(where: { (line + 1...line + 2).contains($0.lowerBound) }) else { continue }
            let decision = "decision-" + names[at].natural.dropFirst("minute-".count)
            minutes.minutes[at].otherAnchors += recorded.entries.map(\.name).filter { $0 == decision || $0.hasPrefix(decision + "--") }
        }
    }

    private mutating func addPart(_ heading: Block, _ blocks: ArraySlice<Block>) {
        let blocks = PublicAnswer.without(blocks)
        let title = heading.plainText.trimmingBlanks()
        let capacities = AttendanceList.Capacity.allCases
        if let capacity = capacities.first(where: { $0.rawValue.lowercased() == title.lowercased() }) {
            minutes.attendance.append(attendance(capacity, blocks))
        } else if MinutesBuilder.holdsMinutes(title) {
            hasMinutes = true
            addMinutes(blocks)
        } else {
            if let nearest = (capacities.map(\.rawValue) + ["Minutes"]).nearest(to: title) {
                report.add(.unknownPart(title, nearest: nearest), at: SourceLocation(path, line: heading.line))
            }
            minutes.others.append(OtherPart(title: title, text: run(blocks)))
        }
    }

    /// Each list of people with what stands above it: "Voting members:", then their names.
    private func attendance(_ capacity: AttendanceList.Capacity, _ blocks: ArraySlice<Block>) -> AttendanceList {
        var groups: [AttendanceList.Group] = []
        var notes: [Block] = []
        for block in blocks {
            guard block.kind == .list else { notes.append(block); continue }
            let names = block.children.filter { $0.kind == .item && !$0.plainText.trimmingBlanks().isEmpty }
            groups.append(AttendanceList.Group(note: run(notes[...]), people: names.map(attendee)))
            notes = []
        }
        if !notes.isEmpty { groups.append(AttendanceList.Group(note: run(notes[...]), people: [])) }
        return AttendanceList(capacity: capacity, groups: groups)
    }

    private func attendee(_ bullet: Block) -> Attendee {
        var attendee = Attendee(sentence: bullet.plainText)
        attendee.line = bullet.line
        return attendee
    }

    private mutating func addMinutes(_ blocks: ArraySlice<Block>) {
        let starts = blocks.indices.filter { blocks[$0].kind == .heading && blocks[$0].event.level == 2 }
        let preamble = run(blocks[..<(starts.first ?? blocks.endIndex)])
        if minutes.preamble.isEmpty { minutes.preamble = preamble } else { minutes.others.append(OtherPart(title: "Minutes", text: preamble)) }
        for (position, start) in starts.enumerated() {
            let end = position + 1 < starts.count ? starts[position + 1] : blocks.endIndex
            addMinute(blocks[start], blocks[(start + 1)..<end])
        }
    }

    private mutating func addMinute(_ heading: Block, _ blocks: ArraySlice<Block>) {
        let name = names[minutes.minutes.count]
        let parts = name.heading
        let location = SourceLocation(path, line: heading.line)
        if let number = parts.number { checkSeries(number, at: location) }
        var text = MinuteText(document: minutes.document, label: String(name.natural.dropFirst("minute-".count)))
        let content = text.read(PublicAnswer.without(blocks))
        for line in text.missed { report.add(.decisionNotMarked, at: SourceLocation(path, line: line)) }
        for vote in text.uncounted { report.add(.voteNotCounted(vote.text), at: SourceLocation(path, line: vote.line)) }
        for block in blocks where block.kind == .heading || block.isHeadingWithoutBlank {
            let isMinute = block.isHeadingWithoutBlank || ItemHeading(block.plainText, namesItem: true).item != nil
            if isMinute { report.add(.minuteWithoutHeading, at: SourceLocation(path, line: block.line)) }
        }
        var minute = Minute(
            number: parts.number?.printed, title: parts.title, anchor: name.anchor, item: parts.item, location: location, parts: content)
        minute.otherAnchors = name.others
        minutes.minutes.append(minute)
    }

    /// A number used twice or skipped is a fault of the printed minutes, and no reason not to publish them.
    private mutating func checkSeries(_ number: ItemNumber, at location: SourceLocation) {
        if let line = numberLines[number] {
            report.add(.minuteNumberTwice(number.printed, firstLine: line), at: location)
        } else if let this = Int(number.printed), let last = lastNumber, this != last + 1 {
            report.add(.minuteNumberSkipped(from: last, to: this), at: location)
        }
        numberLines[number] = location.line
        lastNumber = Int(number.printed) ?? lastNumber
    }

    private func run(_ blocks: ArraySlice<Block>) -> Markup { Markup(minutes.document, covering: blocks) }
}
