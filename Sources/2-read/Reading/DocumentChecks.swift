import Diagnostics
import Markdown
import Model
import Text

extension SourceText {
    /// The body of a paper, a chapter or a page, parsed and checked.
    func document(_ admission: Admission, at place: PublishedPlace, report: Report) -> Document {
        let body = body(admission)
        let parsed = place.promises.parser.parse(body.bytes, path: file.path, firstLine: body.firstLine)
        report.add(parsed.diagnostics)
        let checks = DocumentChecks(document: parsed.document, report: report)
        checks.checkHeadings()
        checks.checkDates()
        checks.checkLooseLines()
        checks.checkComments()
        return place.keeping(parsed.document, report: report)
    }
}

/// What is checked in the text of every document. Little of it is a reason not to publish.
struct DocumentChecks {
    let document: Document
    let report: Report

    /// The title of a page stands in its head, so its text has no headings of the first level.
    func checkHeadings() {
        for heading in document.headings where heading.level == 1 {
            report.add(.headingTooHigh, at: SourceLocation(document.path, line: heading.line))
        }
    }

    /// Dates that the calendar does not have, such as 31 April 2026, or that it has on another day of the week.
    func checkDates() {
        let faults = document.text.withUnsafeBufferPointer { text in DateScan(text: text).faults }
        for fault in faults {
            report.add(fault.problem, at: SourceLocation(document.path, line: line(of: fault.offset)))
        }
    }

    /// Comments that hide nothing.
    func checkComments() {
        for line in CommentMarks.lines(in: document) { report.add(.commentNotHidden, at: SourceLocation(document.path, line: line), withholdsLine: true) }
    }

    /// Lines that were meant to stand on their own, and have become part of the paragraph above them.
    func checkLooseLines() {
        document.text.withUnsafeBufferPointer { text in
            for event in document.events where event.kind == .text {
                let end = Int(event.start + event.length)
                var line = Int(event.line)
                var at = Int(event.start)
                while let feed = text.index(of: UInt8(ascii: "\n"), from: at, to: end) {
                    line += 1
                    at = feed + 1
                    if LooseLine.isOne(text[at..<end]) { report.add(.looseLine, at: SourceLocation(document.path, line: line)) }
                }
            }
        }
    }

    private func line(of offset: Int) -> Int {
        let event = document.events.last { $0.kind == .text && $0.start <= offset }
        guard let event else { return 0 }
        return Int(event.line) + document.text[Int(event.start)..<offset].count { $0 == UInt8(ascii: "\n") }
    }
}

/// A line within a paragraph that begins like one of a list, a numbered paragraph or a table.
enum LooseLine {
    static func isOne(_ line: Slice<Bytes>) -> Bool {
        if line.starts(with: [0xE2, 0x80, 0xA2]) || line.first == UInt8(ascii: "|") { return true }
        guard let blank = line.prefix(9).firstIndex(of: UInt8(ascii: " ")) else { return false }
        let label = line[..<blank]
        if label.first == UInt8(ascii: "("), label.last == UInt8(ascii: ")") {
            return (3...5).contains(label.count) && label.dropFirst().dropLast().allSatisfy { $0.isDigit || (97...122).contains($0) }
        }
        let parts = label.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return (2...3).contains(parts.count) && parts.allSatisfy { (1...2).contains($0.count) && $0.allSatisfy(\.isDigit) }
    }
}
