import Diagnostics
import Model
import Text

/// What a report says of its appendices: that one of them is not public. It may not lie beside the report then, where it would be published.
struct ExemptAppendices {
    struct Claim {
        /// "b" of "Appendix B"; nil where it does not say which.
        let label: String?
        let location: SourceLocation
    }

    let claims: [Claim]

    init(_ text: SourceText, _ admission: Admission) {
        let head = Head(text.head, report: Report())
        if head.choice("classification", of: ExemptionMarks.Classification.self) == .unrestricted {
            claims = []
            return
        }
        let rows = head.heads("properties").compactMap { row in
            ExemptAppendices.claim(label: row.text("label") ?? "", value: row.text("value") ?? "").map { Claim(label: $0.label, location: row.location(of: "value")) }
        }
        let body = text.body(admission)
        let lines = body.bytes.lines
        claims = rows + lines.indices.flatMap { at -> [Claim] in
            let location = SourceLocation(text.file.path, line: body.firstLine + at)
            return ExemptSentences.telling(lines, at).compactMap { ExemptAppendices.claim(in: ExemptWords.words(of: $0)) }.map { Claim(label: $0.label, location: location) }
        }
    }

    /// Whether a claim means a file or paper of the report's folder.
    ///
    /// - Parameter name: Below that folder, without its ending.
    static func means(_ claim: Claim, _ name: String) -> Bool {
        guard let label = claim.label else { return true }
        let words = ExemptNames.words(of: name)
        return words.last == label || words.indices.dropLast().contains { (words[$0].hasPrefix("app") || words[$0] == "annex") && words[$0 + 1] == label }
    }

    // MARK: What is said

    private struct Said { let label: String? }

    /// "Exempt appendices: Appendix B".
    private static func claim(label: String, value: String) -> Said? {
        let asked = ExemptWords.words(of: label)
        let said = ExemptWords.words(of: value)
        guard asked.contains(where: ExemptWords.isAppendix), ExemptWords.holdMark(asked), let first = said.first else { return nil }
        if ExemptWords.negations.contains(first) || first == "n" || first == "na" { return nil }
        return Said(label: self.label(said, after: said.firstIndex(where: ExemptWords.isAppendix) ?? -1))
    }

    /// "Appendix B is exempt", "Appendix 2 (not for publication)".
    private static func claim(in words: [String]) -> Said? {
        guard let at = words.firstIndex(where: ExemptWords.isAppendix), words.count < 40, let label = label(words, after: at) else { return nil }
        let rest = Array(words[(at + 2)...].prefix(8))
        if ExemptWords.isNotForPublication(rest) { return Said(label: label) }
        guard !rest.contains(where: ExemptWords.negations.contains) else { return nil }
        guard let said = rest.indices.first(where: { ExemptWords.isExempt(rest, $0) || ExemptWords.isConfidential(rest, $0) }) else { return nil }
        return rest[..<said].allSatisfy { ExemptWords.isOfPhrase($0) || ExemptWords.isManner($0) || ["contains", "contain", "to", "this", "report"].contains($0) } ? Said(label: label) : nil
    }

    private static func label(_ words: [String], after at: Int) -> String? {
        guard words.indices.contains(at + 1), words[at + 1].count <= 3, words[at + 1].count == 1 || words[at + 1].first!.isNumber || ExemptWords.isNumber(words[at + 1]) else { return nil }
        return words[at + 1]
    }
}

extension MeetingReader {
    /// Reports that call an appendix exempt which lies beside them and would be published.
    func checkAppendices(of meeting: MeetingDraft, exempt: ExemptSources) {
        let attachments = meeting.attachments + meeting.papers.flatMap(\.attachments)
        for paper in meeting.papers {
            let beside = paper.slug + "/"
            let names = meeting.papers.map(\.slug).filter { $0.hasPrefix(beside) } + attachments.map { String($0.path.dropFirst(folder.relative.count)) }.filter { $0.hasPrefix(beside) }
            guard !names.isEmpty, let file = folder.papers.first(where: { $0.stem == folder.relative + paper.slug }), let claims = claims(file, exempt) else { continue }
            for claim in claims {
                guard let name = names.first(where: { ExemptAppendices.means(claim, String($0.dropFirst(beside.count))) }) else { continue }
                report.add(.appendixSaysExempt(SourcePath.name(name)), at: claim.location, withholdsLine: true)
            }
        }
    }

    private func claims(_ file: SourceFile, _ exempt: ExemptSources) -> [ExemptAppendices.Claim]? {
        guard case .open(let admission) = exempt.marks(of: file).ruling(), let text = SourceText(file, disk: disk, report: Report()) else { return nil }
        return ExemptAppendices(text, admission).claims
    }
}
