import Diagnostics
import Model
import Text

/// Looks for what a paper says of itself that nobody may read it, where the report forms of councils say it.
enum ExemptForm {
    /// True for a key of a head that was meant as a mark: `exempt`, `confidential`, `publication`.
    static func isKey(_ key: String) -> Bool {
        if keys.contains(key) { return true }
        // A key of one word in small letters, as nearly all are.
        if key.utf8.allSatisfy(\.isLower), !ExemptWords.mayStand(in: key) { return false }
        let words = ExemptWords.words(of: key)
        return words.joined().holds("exempt") || ExemptWords.holdMark(words) || words.count == 1 && keys.contains(words[0])
    }

    /// The head of a strategy, a chapter, a page or a committee; nil where it, or a line of the text, says that it is exempt, which only a folder can make it. That alone
    /// is told then. `classification: unrestricted` answers for the text.
    static func openHead(of text: SourceText, _ admission: Admission, title: String = "title", report: Report) -> Head? {
        let head = Head(text.head, report: Report())
        let classification: ExemptionMarks.Classification? = head.choice("classification")
        if head.keys.contains("classification"), classification != .unrestricted {
            let value = head.node("classification")?.scalar?.string ?? ""
            report.add(.notAChoice(key: "classification", value: value, choices: [ExemptionMarks.Classification.unrestricted.rawValue], nearest: nil), at: head.location(of: "classification"), withholdsLine: true)
        } else if let key = head.keys.first(where: { $0 != "classification" && isKey($0) }) {
            report.add(.unknownKey(key, nearest: nil, known: [title]), at: head.location(of: key), withholdsLine: true)
        } else if head.text(title).map({ ExemptLookAlikes.isTitle($0, isOfPaper: true) }) ?? false {
            report.add(.chapterTitleSaysExempt, at: head.location(of: title), withholdsLine: true)
        } else if classification == nil, let location = comment(in: text.head) ?? line(of: text, admission, isOfTerms: title == "name") {
            report.add(.textSaysExempt, at: location, withholdsLine: true)
        } else {
            let open = head.again(report: report)
            _ = open.choice("classification", of: ExemptionMarks.Classification.self)
            return open
        }
        return nil
    }

    /// The line of the text that says so.
    static func line(of text: SourceText, _ admission: Admission, isOfTerms: Bool = false) -> SourceLocation? {
        let body = text.body(admission)
        return line(openingOf: body.bytes, isOfTerms: isOfTerms).map { SourceLocation(text.file.path, line: body.firstLine + $0) }
    }

    /// The comment of a head that says so: "# private – do not publish".
    static func comment(in head: HeadText) -> SourceLocation? {
        let lines = head.yaml.split(separator: "\n", omittingEmptySubsequences: false)
        let found = lines.firstIndex { line in
            let words = line.drop { $0 == " " }
            guard words.first == "#" else { return false }
            let said = String(words.drop { "# ".contains($0) })
            if ExemptWords.words(of: said).first.map(ExemptWords.negations.contains) ?? true { return false }
            return ExemptLookAlikes.isTitle(said, isOfPaper: true) || ExemptSentence.says(ExemptWords.words(of: said))
        }
        return found.map { SourceLocation(head.path, line: head.firstLine + $0) }
    }

    private static let keys: Set<String> = ["access", "restricted", "restriction", "publish", "publication", "public", "security", "sensitivity", "marking"]

    /// The row of a form, or the key of the head, that says so.
    static func location(in head: Head) -> SourceLocation? {
        for row in head.heads("properties") where ExemptRow.answer(label: row.text("label") ?? "", value: row.text("value") ?? "") == .isPrivate {
            return row.location(of: "value")
        }
        for key in ["status", "kind", "purpose", "pages", "author", "sponsor", "officer", "wards"] {
            guard let value = head.text(key), ExemptWords.mayStand(in: value) else { continue }
            if ExemptWords.isPhrase(ExemptWords.words(of: value)) || ExemptLookAlikes.hasStampApart(value) { return head.location(of: key) }
        }
        return nil
    }

    /// The first line that says so, counted from 0: a stamp, a row of a form, a sentence, the heading of a part.
    ///
    /// - Parameter isOfTerms: Whether the text is the terms of reference of a committee, which have headings such as "Exempt items".
    static func line(openingOf body: ArraySlice<UInt8>, isOfTerms: Bool = false) -> Int? {
        let lines = body.lines
        var looked = 0
        for at in lines.indices where lines[at].contains(where: \.isLetter) {
            looked += 1
            if isOfTerms, ExemptLine.heading(lines[at]) != nil { continue }
            if ExemptText.saysOfPaper(lines, at, isAmongFirst: looked <= 4) { return at }
        }
        return nil
    }
}
