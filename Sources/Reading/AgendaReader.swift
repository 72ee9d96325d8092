import Diagnostics
import Markdown
import Packs

/// An agenda, or a supplement to one, taken apart.
struct Agenda {
    var notice: Markup
    var sections: [AgendaSection] = []
    /// Where the links of exempt items lead: what they name is exempt too.
    var exemptLinks: [String] = []
    /// Where the papers of open items are.
    var openLinks: [String] = []
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
    let report: Report

    func read() -> Agenda {
        let parser = MarkdownParser()
        let whole = parser.parse(bytes, path: path, firstLine: firstLine, scope: .items)
        var survey = AgendaBuilder(document: whole.document, path: path, exemptions: nil, exemptItems: exemptItems)
        survey.build()
        guard survey.exemptions.isEmpty == false else {
            report.add(whole.diagnostics)
            // Where it is in doubt what is exempt, no line is shown for a mere date.
            if !survey.findings.contains(where: \.isExempt) { DocumentChecks(document: whole.document, report: report).checkDates() }
            survey.findings.forEach { report.add($0.problem, at: $0.place, withholdsLine: $0.isExempt) }
            return survey.agenda
        }
        for finding in survey.findings where finding.isExempt {
            report.add(finding.problem.withoutWords, at: finding.place, withholdsLine: true)
        }
        let redacted = parser.parse(openText(whole.document, survey)[...], path: path, firstLine: firstLine, scope: .items)
        report.add(redacted.diagnostics)
        if !survey.findings.contains(where: \.isExempt) { DocumentChecks(document: redacted.document, report: report).checkDates() }
        var builder = AgendaBuilder(document: redacted.document, path: path, exemptions: survey.exemptions, exemptItems: exemptItems)
        builder.build()
        for line in survey.exemptions.keys where builder.exemptions[line] == nil {
            report.add(.exemptNotSeparable, at: Place(path, line: line))
        }
        for finding in builder.findings where !finding.isExempt { report.add(finding.problem, at: finding.place) }
        builder.agenda.exemptLinks = survey.agenda.exemptLinks
        return builder.agenda
    }

    /// The text with empty lines in place of what belongs to exempt items.
    private func openText(_ whole: Document, _ survey: AgendaBuilder) -> [UInt8] {
        let lastLine = firstLine + bytes.count { $0 == UInt8(ascii: "\n") } + 1
        let items = survey.exemptLines(through: lastLine).map(belowUnderline)
        return blank(items + FootnoteLines(whole, lastLine: lastLine).belonging(to: items))
    }

    /// The same for those who copy from it; nil where it is in doubt what is exempt.
    func openText() -> [UInt8]? {
        let whole = MarkdownParser().parse(bytes, path: path, firstLine: firstLine, scope: .items).document
        var survey = AgendaBuilder(document: whole, path: path, exemptions: nil, exemptItems: exemptItems)
        survey.build()
        return survey.findings.contains(where: \.isExempt) ? nil : openText(whole, survey)
    }

    /// The lines below a heading, without those that make it one: a heading can be underlined instead of marked with ##.
    private func belowUnderline(_ lines: Range<Int>) -> Range<Int> {
        let all = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
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
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var line = firstLine
        for part in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if line > firstLine { out.append(UInt8(ascii: "\n")) }
            if !lines.contains(where: { $0.contains(line) }) { out += part }
            line += 1
        }
        return out
    }
}
