import Diagnostics
import Markdown
import Model
import Text

/// An agenda, or a supplement to one, taken apart.
struct Agenda {
    var notice: Markup
    var sections: [AgendaSection] = []
    /// Where the links of exempt items lead: what they name is exempt too.
    var exemptLinks: [String] = []
    /// Where the papers of open items are.
    var openLinks: [String] = []
    /// The lines of its source that belong to exempt items.
    var withheldLines: [Range<Int>] = []
    /// Where items are that say `Public: yes`.
    var answeredLines: Set<Int> = []
    /// Where links of open text lead whose words say "exempt".
    var calledExempt: [String] = []

    /// One without a word.
    static func nothing(of path: String) -> Agenda {
        Agenda(notice: Markup(MarkdownParser().parse([], path: path, firstLine: 1, scope: .items).document, 0..<0))
    }

    /// The same where it is in doubt what is exempt: how it is divided, and none of its words.
    ///
    /// - Parameter lines: Those of headings that may be no headings.
    func withoutWords(except lines: Set<Int>) -> Agenda {
        var bare = self
        let nothing = Markup(notice.document, 0..<0)
        bare.notice = nothing
        bare.sections = sections.map { section in
            let items = section.items.filter { !lines.contains($0.location.line) }.map { item in
                var item = item
                if item.exemption == nil { item.business = .open(OpenBusiness(details: nothing)) }
                return item
            }
            return AgendaSection(title: section.title, introduction: section.introduction == nil ? nil : nothing, items: items)
        }
        return bare
    }
}

/// Reads the body of an agenda.
///
/// What belongs to an exempt item is needed once, to learn what else is exempt. Then its lines are blanked and the text
/// is parsed again, so that no document that goes on from here holds a word of them.
struct AgendaReader {
    let path: String
    let bytes: ArraySlice<UInt8>
    let firstLine: Int
    /// Those of the agenda that this is a supplement to.
    let exemptItems: [AgendaItem]
    var place = PublishedPlace.nowhere
    /// True where another agenda of the meeting says otherwise of what is exempt.
    var isInDoubt = false
    let report: Report

    func read() -> Agenda {
        let parser = place.promises.parser
        let whole = parser.parse(bytes, path: path, firstLine: firstLine, scope: .items)
        let survey = survey(whole.document)
        if isInDoubt || survey.isInDoubt { return withheld(survey, whole.diagnostics) }
        guard survey.exemptions.isEmpty == false else {
            report.add(whole.diagnostics)
            DocumentChecks(document: whole.document, report: report).checkDates()
            survey.findings.forEach { report.add($0.problem, at: $0.location, withholdsLine: $0.isExempt) }
            let kept = place.keeping(whole.document, report: report)
            if kept === whole.document { return survey.agenda }
            var builder = AgendaBuilder(document: kept, path: path, exemptions: nil, exemptItems: exemptItems)
            builder.build()
            return builder.agenda
        }
        for finding in survey.findings where finding.isExempt {
            report.add(finding.problem.withoutWords, at: finding.location, withholdsLine: true)
        }
        let redacted = parser.parse(openText(whole.document, survey)[...], path: path, firstLine: firstLine, scope: .items)
        report.add(redacted.diagnostics)
        if !survey.findings.contains(where: \.isExempt) { DocumentChecks(document: redacted.document, report: report).checkDates() }
        let kept = place.keeping(redacted.document, report: report)
        var builder = AgendaBuilder(document: kept, path: path, exemptions: survey.exemptions, exemptItems: exemptItems)
        builder.build()
        for line in survey.exemptions.keys where builder.exemptions[line] == nil {
            report.add(.exemptNotSeparable, at: SourceLocation(path, line: line))
        }
        for finding in builder.findings where !finding.isExempt { report.add(finding.problem, at: finding.location) }
        builder.agenda.exemptLinks = survey.agenda.exemptLinks
        builder.agenda.withheldLines = hiddenLines(whole.document, survey)
        return builder.agenda
    }

    /// A first walk, which finds out what is exempt, and where that is in doubt.
    private func survey(_ whole: Document) -> AgendaBuilder {
        var survey = AgendaBuilder(document: whole, path: path, exemptions: nil, exemptItems: exemptItems)
        survey.build()
        let hidden = hiddenLines(whole, survey)
        survey.findings += ExemptLines(bytes: bytes, firstLine: firstLine, path: path, document: whole, survey: survey, hidden: hidden, exemptItems: exemptItems).findings()
        return survey
    }

    /// Where it is in doubt what is exempt that alone is told, and no word goes on from here.
    private func withheld(_ survey: AgendaBuilder, _ faults: [Diagnostic]) -> Agenda {
        for finding in survey.findings { report.add(finding.problem.withoutWords, at: finding.location, withholdsLine: true) }
        for fault in faults where fault.code == MarkdownCodes.unclosedComment { report.add([fault.withholdingLine]) }
        return survey.agenda.withoutWords(except: Set(survey.findings.filter(\.isExempt).map(\.location.line)))
    }

    private enum MarkdownCodes { static let unclosedComment = "E207" }

    /// The text with empty lines in place of what belongs to exempt items.
    private func openText(_ whole: Document, _ survey: AgendaBuilder) -> [UInt8] { blank(hiddenLines(whole, survey)) }

    /// The lines of what belongs to exempt items.
    private func hiddenLines(_ whole: Document, _ survey: AgendaBuilder) -> [Range<Int>] {
        if survey.exemptions.isEmpty { return [] }
        let lines = bytes.lines
        let lastLine = firstLine + lines.count
        let items = survey.exemptLines(through: lastLine).map { belowUnderline($0, lines) }
        let notes = FootnoteLines(whole, lastLine: lastLine).belonging(to: items)
        return items + notes.map { withParagraphs($0, lines) }
    }

    /// The lines of a note with those of its further paragraphs, which are indented.
    private func withParagraphs(_ note: Range<Int>, _ lines: [ArraySlice<UInt8>]) -> Range<Int> {
        var end = note.upperBound
        while end - firstLine < lines.count, lines[end - firstLine].first.map({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == 0xC2 }) ?? true { end += 1 }
        return note.lowerBound..<end
    }

    /// The same for those who copy from it; nil where it is in doubt what is exempt.
    func openText() -> [UInt8]? {
        let whole = MarkdownParser().parse(bytes, path: path, firstLine: firstLine, scope: .items).document
        let survey = survey(whole)
        return isInDoubt || survey.findings.contains(where: \.isExempt) ? nil : openText(whole, survey)
    }

    /// The lines below a heading, without those that make it one: a heading can be underlined instead of marked with ##.
    private func belowUnderline(_ lines: Range<Int>, _ all: [ArraySlice<UInt8>]) -> Range<Int> {
        let heading = all[lines.lowerBound - 1 - firstLine].drop { $0 == UInt8(ascii: " ") }
        guard heading.first != UInt8(ascii: "#") else { return lines }
        let isUnderline = { (line: Int) in
            let words = all[line - firstLine].filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
            return words.first.map { first in [UInt8(ascii: "-"), UInt8(ascii: "=")].contains(first) && words.allSatisfy { $0 == first } } ?? false
        }
        guard let underline = lines.first(where: { $0 - firstLine < all.count && isUnderline($0) }) else { return lines }
        return underline + 1..<max(underline + 1, lines.upperBound)
    }

    /// The text with empty lines in place of those given, so that what follows keeps its place.
    private func blank(_ lines: [Range<Int>]) -> [UInt8] {
        var parts = bytes.lines
        for range in lines {
            for at in range.clamped(to: firstLine..<firstLine + parts.count) { parts[at - firstLine] = [] }
        }
        return Array(parts.joined(separator: "\n".utf8))
    }
}
