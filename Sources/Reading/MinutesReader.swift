import Diagnostics
import Markdown
import Packs

/// Reads minutes: who was there, and what was said and decided.
struct MinutesReader {
    let report: Report

    func read(_ text: SourceText, admission: Admission) -> Minutes? {
        let head = Head(text.head, report: report)
        let status: Minutes.Status? = head.choice("status")
        if status == nil, head.node("status") == nil { _ = head.requiredText("status") }
        let body = text.body(admission)
        let parsed = MarkdownParser().parse(body.bytes, path: text.file.path, firstLine: body.firstLine, scope: .minutes)
        report.add(parsed.diagnostics)
        DocumentChecks(document: parsed.document, report: report).checkDates()
        var minutes = Minutes(place: text.file.place, status: status ?? .draft, document: parsed.document)
        minutes.approvedAt = head.day("approved-at")
        minutes.approvedWithChanges = head.flag("approved-with-changes")
        minutes.started = head.time("started")
        minutes.ended = head.time("ended")
        minutes.chair = head.text("chair")
        minutes.signed = head.day("signed")
        minutes.notes = head.text("notes")
        head.finish()
        var builder = MinutesBuilder(minutes: minutes, path: text.file.path, report: report)
        builder.build()
        return status == nil ? nil : builder.minutes
    }
}

/// Walks the blocks of minutes.
struct MinutesBuilder {
    private(set) var minutes: Minutes
    let path: String
    let report: Report
    private var anchors = Anchors()
    private var numberLines: [String: Int] = [:]
    private var lastNumber: Int?

    init(minutes: Minutes, path: String, report: Report) {
        self.minutes = minutes
        self.path = path
        self.report = report
    }

    mutating func build() {
        let blocks = Array(minutes.document.body.blocks)
        let parts = blocks.indices.filter { blocks[$0].kind == .heading && blocks[$0].event.level == 1 }
        minutes.introduction = run(blocks[..<(parts.first ?? blocks.count)])
        for (position, start) in parts.enumerated() {
            let end = position + 1 < parts.count ? parts[position + 1] : blocks.count
            addPart(blocks[start], blocks[(start + 1)..<end])
        }
    }

    private mutating func addPart(_ heading: Block, _ blocks: ArraySlice<Block>) {
        let title = heading.plainText.trimmingBlanks()
        let capacities = AttendanceList.Capacity.allCases
        if let capacity = capacities.first(where: { $0.rawValue.lowercased() == title.lowercased() }) {
            minutes.attendance.append(attendance(capacity, blocks))
        } else if title.lowercased() == "minutes" {
            addMinutes(blocks)
        } else {
            if let nearest = (capacities.map(\.rawValue) + ["Minutes"]).nearest(to: title) {
                report.add(.unknownPart(title, nearest: nearest), at: Place(path, line: heading.line))
            }
            minutes.others.append((title, run(blocks)))
        }
    }

    private func attendance(_ capacity: AttendanceList.Capacity, _ blocks: ArraySlice<Block>) -> AttendanceList {
        let lists = blocks.filter { $0.kind == .list }
        let people = lists.flatMap { $0.children.filter { $0.kind == .item } }.map { Attendee(line: $0.plainText) }
        return AttendanceList(capacity: capacity, people: people, notes: blocks.filter { $0.kind != .list }.map(\.markup))
    }

    private mutating func addMinutes(_ blocks: ArraySlice<Block>) {
        let starts = blocks.indices.filter { blocks[$0].kind == .heading && blocks[$0].event.level == 2 }
        minutes.preamble = run(blocks[..<(starts.first ?? blocks.endIndex)])
        for (position, start) in starts.enumerated() {
            let end = position + 1 < starts.count ? starts[position + 1] : blocks.endIndex
            addMinute(blocks[start], blocks[(start + 1)..<end])
        }
    }

    private mutating func addMinute(_ heading: Block, _ blocks: ArraySlice<Block>) {
        let parts = ItemHeading(heading.plainText, namesItem: true)
        let place = Place(path, line: heading.line)
        if let number = parts.number { checkSeries(number, at: place) }
        let anchor = anchors.make(parts.number.map { "minute-" + $0.lowercased() } ?? "minute-" + parts.title.slug)
        var text = MinuteText(document: minutes.document, label: String(anchor.dropFirst("minute-".count)))
        let minute = Minute(
            number: parts.number, title: parts.title, anchor: anchor, item: parts.item, place: place, parts: text.read(blocks))
        minutes.minutes.append(minute)
    }

    /// A number used twice or skipped is a fault of the printed minutes, and no reason not to publish them.
    private mutating func checkSeries(_ number: String, at place: Place) {
        if let line = numberLines[number] {
            report.add(.minuteNumberTwice(number, firstLine: line), at: place)
        } else if let this = Int(number), let last = lastNumber, this != last + 1 {
            report.add(.minuteNumberSkipped(from: last, to: this), at: place)
        }
        numberLines[number] = place.line
        lastNumber = Int(number) ?? lastNumber
    }

    private func run(_ blocks: ArraySlice<Block>) -> Markup { Markup(minutes.document, covering: blocks) }
}
