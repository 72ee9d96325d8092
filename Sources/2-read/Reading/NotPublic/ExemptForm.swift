import Diagnostics
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

    /// The head of a strategy, a chapter or a page; nil where it says that the text is exempt, which only a folder can make it. That alone is told then.
    static func openHead(of text: SourceText, report: Report) -> Head? {
        let head = Head(text.head, report: Report())
        if let key = head.keys.first(where: { $0 == "classification" || isKey($0) }) {
            report.add(.unknownKey(key, nearest: nil, known: ["title"]), at: head.location(of: key), withholdsLine: true)
        } else if head.text("title").map({ ExemptLookAlikes.isTitle($0, isOfPaper: true) }) ?? false {
            report.add(.chapterTitleSaysExempt, at: head.location(of: "title"), withholdsLine: true)
        } else {
            return head.again(report: report)
        }
        return nil
    }

    private static let keys: Set<String> = ["access", "restricted", "restriction", "publish", "publication", "public", "security", "sensitivity", "marking"]

    /// The row of a form, or the key of the head, that says so.
    static func location(in head: Head) -> SourceLocation? {
        for row in head.heads("properties") where says(row.text("label") ?? "", row.text("value") ?? "") { return row.location(of: "value") }
        for key in ["status", "kind", "purpose"] {
            guard let value = head.text(key), ExemptWords.mayStand(in: value), ExemptWords.isPhrase(ExemptWords.words(of: value)) else { continue }
            return head.location(of: key)
        }
        return nil
    }

    /// "Classification: Exempt – paragraph 3", "Confidential report? Yes", but not "Exempt appendices: Appendix 2" and "Exempt from call-in: Yes".
    private static func says(_ label: String, _ value: String) -> Bool {
        guard ExemptWords.mayStand(in: label + " " + value) else { return false }
        let words = ExemptWords.words(of: value)
        let asked = ExemptWords.words(of: label)
        let isOfPart = words.contains { $0.hasPrefix("append") || $0.hasPrefix("annex") || $0.hasPrefix("part") && $0 != "part" }
        guard let first = words.first, !isOfPart else { return false }
        if words.contains(where: ExemptWords.negations.contains), !ExemptWords.isNotForPublication(words) { return false }
        if asked.count == 1, ExemptWords.isPart(asked[0]), ExemptWords.isSecond(first) { return true }
        if ExemptWords.isPhrase(words) || ExemptWords.isMark(value) { return true }
        guard ExemptWords.holdMark(asked) else { return false }
        let isYes = ["yes", "y", "true"].contains(first) || ExemptWords.isNumber(first) || first.hasPrefix("para")
        return isYes && !asked.contains(where: otherQuestions.contains)
    }

    /// Words of questions that are about something else: the forward plan lists key decisions and private reports.
    private static let otherQuestions: Set<String> = ["decision", "decisions", "plan", "public", "call", "key", "appendix", "appendices", "annex", "tax", "vat"]

    /// One of the first lines with words that says so, or a stamp further down, counted from 0: "NOT FOR PUBLICATION by virtue of paragraph 3", "Exempt report".
    static func line(openingOf body: ArraySlice<UInt8>) -> Int? {
        let lines = body.lines
        var looked = 0
        for at in lines.indices {
            guard lines[at].contains(where: \.isLetter), !lines[at].starts(with: "<!--".utf8) else { continue }
            looked += 1
            guard ExemptWords.mayOpen(lines[at]), let line = ExemptLine(lines, at) else { continue }
            let isHeading = ExemptLine.heading(lines[at]) != nil
            if looked <= 4 ? says(line, isHeading) : !isHeading && line.isStamp { return at }
        }
        return nil
    }

    private static let papers: Set<String> = ["report", "paper", "appendix", "document", "publication", "annex"]

    /// A heading "Exempt information" may be that of a part in which it says that there is none.
    private static func says(_ line: ExemptLine, _ isHeading: Bool) -> Bool {
        if isHeading { return line.isHeadline && (line.words.count == 1 || line.words.contains(where: papers.contains)) }
        return line.isMark || line.isHeadline && !ExemptWords.isExclusion(line.words) && !(ExemptWords.opensPartTwo(line.words) && line.words.count == 2)
    }
}
