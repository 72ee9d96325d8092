import Foundation
import Text
import Vocabulary

/// Titles and headings by which people mean "exempt" without the mark that counts. A build that is not sure publishes
/// nothing.
enum ExemptLookAlikes {
    // MARK: Titles

    /// True for the title of an item or a paper that says of itself that it is exempt: "Purchase of land (exempt)",
    /// "EXEMPT: purchase of land", "Purchase of land – Confidential", "Purchase of land – not for publication".
    ///
    /// - Parameter isOfPaper: A paper may be the second part of a longer one.
    static func isTitle(_ title: String, isOfPaper: Bool = false) -> Bool {
        guard ExemptWords.mayStand(in: title) || title.lowercased().holds("12a") else { return false }
        let plain = ExemptWords.plain(title)
        let words = ExemptWords.words(of: plain)
        if ExemptWords.isStandingItem(words) || ExemptWords.isAnnouncement(words) { return false }
        if ExemptWords.isNotForPublication(words) || plain.lowercased().contains("exempt under") || plain.contains("🔒") || plain.contains("🔐") { return true }
        if ExemptWords.opensPartTwo(words), words.count > 2, words.dropFirst(2).allSatisfy(ExemptWords.isNoun) { return true }
        if !words.isEmpty, ExemptWords.isExempt(words, 0) { return true }
        if opensWithStamp(plain.lowercased(), words) || endsInPrivate(words) { return true }
        let parts = parts(of: plain)
        if parts.contains(where: { $0.isBracketed ? isInBrackets($0.words) : isStamp($0.words) }) { return true }
        return endsWithStamp(words, parts) || hasCapitalMark(plain) || endsWithPartTwo(words, parts, isOfPaper)
    }

    /// "Confidential: purchase of land", "Private – purchase of land".
    private static func opensWithStamp(_ title: String, _ words: [String]) -> Bool {
        guard let first = words.first, ExemptWords.isConfidential(words, 0) || ExemptWords.isPrivate(words, 0) || ExemptWords.mayBeClosed(first) && title.drop(while: { !$0.isLetter }).dropFirst(first.count).hasPrefix(":") else { return false }
        if ExemptWords.isConfidential(words, 0), words.prefix(3).dropFirst().contains(where: ExemptWords.isNoun) { return true }
        guard let start = title.range(of: first)?.upperBound else { return false }
        return title[start...].first.map { ":–-".contains($0) } ?? false
    }

    /// "Purchase of land in private session".
    private static func endsInPrivate(_ words: [String]) -> Bool {
        guard let at = words.lastIndex(of: "in"), at > 0, at + 1 < words.count else { return false }
        return ExemptWords.isPhrase(Array(words[at...]))
    }

    /// True where brackets or a dash set a stamp apart from the words beside it: "Appendix B (exempt)", "CONFIDENTIAL – page 3". The words of things that are private
    /// and public may stand at both sides of a dash: "Schools – private".
    static func hasStampApart(_ text: String) -> Bool {
        let plain = ExemptWords.plain(text)
        let parts = parts(of: plain, signs: ["–", "—", "-"])
        let whole = parts.flatMap(\.words)
        guard parts.count > 1, ExemptWords.holdMark(whole) || !whole.contains(where: ExemptWords.isPrivateWord) else { return false }
        return parts.contains { isStamp($0.words) || $0.isBracketed && isInBrackets($0.words) }
    }

    private static func isInBrackets(_ words: [String]) -> Bool {
        isStamp(words) || ExemptWords.isExclusion(words) || words.contains(where: ExemptWords.isPublicWord) && words.contains(where: ExemptWords.isShutOut) || words.count == 1 && (ExemptWords.mayBeClosed(words[0]) || ExemptWords.isPink(words[0])) || words.contains { $0.hasPrefix("exempt") } || words.indices.contains { ExemptWords.isExempt(words[$0]) || ExemptWords.isConfidential(words, $0) }
    }

    /// Words that stand apart and say nothing else. To exclude the public is business of an item, and done in public.
    static func isStamp(_ words: [String]) -> Bool {
        ExemptWords.isPhrase(words) && !ExemptWords.isExclusion(words) && !ExemptWords.opensPartTwo(words)
    }

    /// "Purchase of land EXEMPT", "Purchase of land exempt item", but not "Which dwellings are exempt".
    private static func endsWithStamp(_ words: [String], _ parts: [Part]) -> Bool {
        let own = words.reversed().drop { ExemptWords.isNoun($0) || ExemptWords.isNumber($0) }
        guard words.count > 1, let last = own.first, ExemptWords.isExempt(last) else { return false }
        return !(own.dropFirst().first.map { otherExemptions.contains($0) || ExemptWords.hasVerb([$0]) } ?? false)
    }

    private static let otherExemptions = Vocabulary.list(.exemptFromOtherThings)

    /// EXEMPT in capitals within a title that is not in capitals.
    private static func hasCapitalMark(_ title: String) -> Bool {
        guard title.contains(where: \.isLowercase) else { return false }
        return title.split { !$0.isLetter }.contains { word in
            word.allSatisfy(\.isUppercase) && (ExemptWords.isExempt(word.lowercased()) || ["CONFIDENTIAL", "RESTRICTED", "PRIVATE"].contains(word))
        }
    }

    /// "Purchase of land (Part II)", but not "Local Plan (Part 2)".
    private static func endsWithPartTwo(_ words: [String], _ parts: [Part], _ isOfPaper: Bool) -> Bool {
        guard let last = parts.last?.words, ExemptWords.opensPartTwo(last) else { return false }
        guard last.count == 2 || ExemptWords.isPhrase(Array(last.dropFirst(2))) else { return false }
        if isOfPaper, parts.count == 1 || last[1] != "ii" { return false }
        return !words.contains(where: inParts.contains)
    }

    /// What comes in parts itself.
    private static let inParts = Vocabulary.list(.inParts)

    private struct Part {
        var words: [String]
        var isBracketed: Bool
    }

    /// What stands between brackets, and between some signs.
    private static func parts(of title: String, signs separators: Set<Character> = [":", ";", ",", "/", "|", "–", "—", "•", "·", "*", ".", "-"]) -> [Part] {
        var parts: [Part] = []
        var own = ""
        var depth = 0
        func close() {
            let words = ExemptWords.words(of: own)
            if !words.isEmpty { parts.append(Part(words: words, isBracketed: depth > 0)) }
            own = ""
        }
        let signs = Array(title)
        for (at, sign) in signs.enumerated() {
            let isApart = at == 0 || signs[at - 1] == " " || at + 1 == signs.count || signs[at + 1] == " "
            switch sign {
            case "(", "[", "{", "⟨", "〈":
                close()
                depth += 1
            case ")", "]", "}", "⟩", "〉":
                close()
                depth = max(0, depth - 1)
            case "-": if isApart, separators.contains(sign) { close() } else { own.append(sign) }
            case _ where separators.contains(sign): close()
            default: own.append(sign)
            }
        }
        close()
        return parts
    }

    // MARK: Sections

    /// True for the heading of a section, or of a part of minutes, by which some authorities mean that it is exempt. The word "exempt" itself is no
    /// matter of doubt in an agenda.
    static func isSection(_ title: String) -> Bool {
        guard ExemptWords.mayStand(in: title) || title.lowercased().holds("public") || title.lowercased().holds("12a") else { return false }
        let words = ExemptWords.words(of: title)
        if ExemptWords.isAnnouncement(words) { return false }
        if ExemptWords.holdMark(words) || words.contains(where: ExemptWords.isPublicWord) && words.contains(where: ExemptWords.isShutOut) { return true }
        if words.count > 2, words[0].hasPrefix("para"), ExemptWords.isNumber(words[1]), words.dropFirst(2).allSatisfy(ExemptWords.isNoun) { return true }
        if ExemptWords.isPhrase(words) || ExemptWords.isExclusion(words) || ExemptWords.isNotForPublication(words) { return true }
        let own = Array(words.drop { ExemptWords.isNumber($0) })
        if own.starts(with: ["non", "public"]) || own.starts(with: ["not", "public"]) { return true }
        return own.indices.contains { isClosed(own, $0) } || own.count < 8 && !own.contains(where: inParts.contains) && ExemptWords.namesPartTwo(own)
    }

    /// "Closed session", "Restricted items", "In camera": sessions, but no landfill sites and no byways.
    private static func isClosed(_ words: [String], _ at: Int) -> Bool {
        guard ExemptWords.mayBeClosed(words[at]) else { return false }
        return [words[at...].prefix(2), words[at...], at > 0 ? words[...at].suffix(2) : []].contains { ExemptWords.isPhrase(Array($0)) }
    }

    /// True for the heading of a part of minutes that is not for the public. That it was excluded is part of what happened.
    static func isPartOfMinutes(_ title: String) -> Bool {
        isSection(title) && !ExemptWords.isExclusion(ExemptWords.words(of: title))
    }

    /// True for a line of minutes by which people say that what stands there is not public: "**Exempt minutes**", "## 2. Purchase of land (exempt)",
    /// "NOT FOR PUBLICATION". That the public was excluded is part of what happened.
    static func marksMinutes(_ lines: [ArraySlice<UInt8>], _ at: Int) -> Bool {
        if lines[at].contains(UInt8(ascii: "<")), ExemptText.hidesByTag(String(decoding: lines[at], as: UTF8.self)) { return true }
        if lines[at].count >= 400, !ExemptWords.mayOpen(lines[at]) { return ExemptText.hasSentence(lines, at) }
        guard ExemptWords.mayStand(inLine: lines[at]), let line = ExemptLine(lines, at), !ExemptWords.isExclusion(line.words) else { return false }
        if ExemptRow.mayBe(lines[at]), let answer = ExemptRow.answer(inLine: line.text, raw: lines[at]) { return answer == .isPrivate }
        if ExemptText.hasSentence(lines, at) || line.endsWithStamp || line.opensWithStamp { return true }
        guard ExemptLine.mayBeHeadline(lines[at]), ExemptWords.mayOpen(lines[at]) else { return false }
        if let title = ExemptLine.heading(lines[at]).map({ ItemHeading($0, namesItem: true).title }), isTitle(title) || ExemptWords.isPhrase(ExemptWords.words(of: title)) { return true }
        return line.isHeadline || line.isMark && !line.isLegal
    }

    /// True for a heading that reports have within them: "Background", "Financial implications".
    static func isPartOfReport(_ title: String) -> Bool {
        let words = ExemptWords.words(of: title)
        if let first = words.first, first.hasPrefix("append") || first.hasPrefix("annex") { return true }
        if words.starts(with: ["report", "of"]) || words.starts(with: ["report", "by"]) { return true }
        return partsOfReports.contains(words.joined(separator: " ")) || words.last.map { $0 == "implications" || $0.hasPrefix("recommendation") } ?? false
    }

    private static let partsOfReports: Set<String> = [
        "background", "summary", "executive summary", "purpose", "purpose of report", "purpose of the report", "introduction", "report", "details", "detail", "the report",
        "options", "options considered", "conclusion", "conclusions", "price", "the price", "terms", "heads of terms", "proposal", "proposals", "the proposal", "reasons",
        "reason for decision", "reasons for decision", "reasons for recommendations", "implications", "risks", "risk", "legal", "finance", "financial", "costs", "valuation",
        "next steps", "decision", "decision required", "background papers", "note", "notes", "context", "issues", "key points", "considerations", "consultation", "discussion", "advice",
    ]

    /// True for words of a section's heading that may mean the same, and mostly mean something else.
    static func isSectionWord(_ word: Substring) -> Bool { sectionWords.contains(word) }

    private static let sectionWords: Set<Substring> = ["confidential", "private", "excluded", "exclusion", "closed", "publication"]
}
