import Foundation
import Text
import Vocabulary

/// A line of a text as a reader sees it: its words without the signs that stand around them.
struct ExemptLine {
    /// In small letters.
    var words: [String] { ExemptWords.words(of: text) }
    /// True after a bullet of any kind, also one that Markdown does not know.
    private(set) var isBullet = false
    /// As it is written, without the signs around it.
    let text: String
    let hasLink: Bool
    /// Without the words of links.
    var withoutLinks: String { hasLink ? text.split(separator: "[", omittingEmptySubsequences: false).enumerated().map { $0 == 0 ? String($1) : String($1.drop { $0 != "]" }.dropFirst()) }.joined(separator: " ") : text }
    /// True where emphasis stands around it.
    private(set) var isBold = false
    /// True where it is in bold, in capitals, a heading or a quotation.
    private var standsOut = false
    /// True where nothing before it runs on into it.
    private let beginsAnew: Bool
    /// True where it does not run on into what follows.
    private let ends: Bool

    /// nil where it has no words.
    init?(_ lines: [ArraySlice<UInt8>], _ at: Int) {
        hasLink = ExemptLine.holdsLink(lines[at])
        let own = ExemptLine.readable(String(decoding: lines[at], as: UTF8.self))
        let whole = hasLink ? ExemptLine.withoutDestinations(own) : own
        var signs = Signs(whole)
        signs.strip()
        let text = String(decoding: signs.rest.utf8.filter { $0 != UInt8(ascii: "*") && $0 != UInt8(ascii: "`") }, as: UTF8.self)
        guard text.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
        self.text = text
        isBullet = signs.isBullet
        isBold = signs.isEmphasised
        let closes = whole.last { !" \\.:#|)]".contains($0) }.map { "*_>".contains($0) } ?? false
        standsOut = signs.isHeading || signs.isQuoted || signs.isEmphasised && closes || ExemptLine.isInCapitals(text)
        beginsAnew = isBullet || at == lines.startIndex || ExemptLine.closes(lines[at - 1])
        ends = at + 1 == lines.endIndex || ExemptLine.opens(lines[at + 1])
    }

    /// Links with their words alone.
    private static func withoutDestinations(_ text: String) -> String {
        text.components(separatedBy: "](").enumerated().map { at, part in at == 0 ? part : "]" + part.drop { $0 != ")" }.dropFirst() }.joined()
    }

    /// The words of the links that lead to other sources.
    static func links(in text: String) -> [String] {
        let parts = text.components(separatedBy: "](")
        return zip(parts, parts.dropFirst()).compactMap { before, after in
            let destination = after.prefix { $0 != ")" }
            guard !destination.contains(":"), !destination.hasPrefix("#"), let open = before.lastIndex(of: "[") else { return nil }
            return String(before[before.index(after: open)...])
        }
    }

    private static func holdsLink(_ line: ArraySlice<UInt8>) -> Bool {
        line.indices.dropLast().contains { line[$0] == UInt8(ascii: "]") && line[$0 + 1] == UInt8(ascii: "(") }
    }

    private static func isInCapitals(_ text: String) -> Bool {
        if text.utf8.contains(where: \.isLower) { return false }
        let letters = text.filter(\.isLetter)
        return letters.count > 3 && letters.allSatisfy(\.isUppercase)
    }

    // MARK: What it says

    /// "Exempt: 3", "Exempt under paragraph 3", "This item is exempt". Within a paragraph a line of prose may begin with such words by chance.
    var isMark: Bool {
        guard ExemptWords.isMark(text) else { return false }
        return beginsAnew || standsOut || hasColon || text.first { $0.isLetter }?.isUppercase ?? false
    }

    private var hasColon: Bool { text.drop { !$0.isLetter }.drop { $0.isLetter }.first { $0 != " " }.map { ":=→".contains($0) } ?? false }

    /// The words of the law, as they stand where it is decided to exclude the public.
    var isLegal: Bool {
        let words = words
        return words.first == "by" || ExemptWords.opensNotForPublication(words) || !hasColon && words.contains("schedule")
    }

    /// "Exempt items", "Part II", "Exclusion of the press and public", standing alone or in bold.
    var isHeadline: Bool {
        guard text.utf8.count < 400, text.count < 100 else { return false }
        let words = words
        guard !words.starts(with: ["to"]), !words.starts(with: ["that"]) else { return false }
        if ExemptLine.appendices.contains(words[0]) || !standsOut && words.count > 2 && words.contains(where: ExemptLine.appendices.contains) { return false }
        let isAlone = beginsAnew && ends && !(text.hasSuffix(".") && words.count > 3)
        if ExemptWords.isPhrase(words) { return (standsOut || isAlone) && !(isRow && ExemptWords.opensPartTwo(words)) }
        guard words.contains(where: { ExemptWords.isExempt($0) }), !ExemptWords.hasVerb(words), !words.contains(where: ExemptWords.negations.contains) else { return false }
        let namesItems = words.contains { ["items", "business", "section", "part", "session"].contains($0) }
        let opens = ExemptWords.isExempt(words[0]) && words.count > 1 && ExemptWords.isNoun(words[1])
        return text.count < 60 && (standsOut && namesItems || (standsOut || isAlone) && opens)
    }

    /// "NOT FOR PUBLICATION", "**Private and confidential**", "[Exempt information begins]": what is put on each page of a paper, or where a part of it begins, and
    /// says nothing else.
    var isStamp: Bool {
        guard text.utf8.count < 120 else { return false }
        let words = words
        if isHeadline, ExemptWords.opensNotForPublication(words) { return true }
        guard standsOut || beginsAnew && ends && (ExemptWords.holdMark(words) || ExemptWords.saysInPrivate(words)), words.count < 8, !words.contains("public") else { return false }
        if ExemptWords.isExclusion(words) || ExemptWords.opensPartTwo(words) { return false }
        return ExemptWords.isPhrase(words) && text.split(separator: "|").count(where: { $0.contains(where: \.isLetter) }) < 2
    }

    /// "The price is 100,000 pounds (exempt)."
    var endsWithStamp: Bool {
        let text = withoutLinks
        let end = text.reversed().drop { " .".contains($0) }
        guard end.first.map({ ")]}".contains($0) }) ?? false else { return false }
        return isStamp(inBrackets: String(end.dropFirst().prefix { !"()[]{}".contains($0) }.reversed()))
    }

    /// "(Confidential) The price is …"
    var opensWithStamp: Bool {
        let inner = text.prefix { !"()[]{}".contains($0) }
        guard inner.endIndex < text.endIndex, ")]}".contains(text[inner.endIndex]) else { return false }
        return isStamp(inBrackets: String(inner))
    }

    private func isStamp(inBrackets text: String) -> Bool {
        (3...60).contains(text.utf8.count) && ExemptWords.mayStand(in: text) && ExemptLookAlikes.isStamp(ExemptWords.words(of: text)) && !words.contains(where: ExemptWords.isAppendix)
    }

    /// Whether a line is short enough, without looking at what it says: 99 characters, as many accents and as many signs around them. References and
    /// tags may be of any length.
    static func mayBeHeadline(_ line: ArraySlice<UInt8>) -> Bool {
        let line = fromFirstWord(line)
        if line.count < 300 || line.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<") }) { return true }
        return line.count { $0 & 0xC0 != 0x80 && $0 != UInt8(ascii: "*") } < 300
    }

    /// Without blanks and signs of ASCII before the words, and no-break spaces.
    static func fromFirstWord(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        line.drop { !$0.isLetter && $0 != UInt8(ascii: "&") && $0 != UInt8(ascii: "<") && $0 < 0xC3 }
    }

    private static let appendices = Vocabulary.list(.appendix)

    private var isRow: Bool { text.contains("|") }

    // MARK: Lines around it

    /// True for a line without words, and for one that another line does not run on from.
    private static func closes(_ line: ArraySlice<UInt8>) -> Bool {
        let first = line.first { $0 != UInt8(ascii: " ") }
        if isBlank(line) || first == UInt8(ascii: "#") || line.suffix(2) == [0x20, 0x20] || line.allSatisfy({ "-= ".utf8.contains($0) }) { return true }
        let last = line.last { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
        return last.map { ".:;!?|>*_\\`~".utf8.contains($0) } ?? true
    }

    private static func opens(_ line: ArraySlice<UInt8>) -> Bool {
        isBlank(line) || line.first { $0 != UInt8(ascii: " ") }.map { "#-*+>|<`~=".utf8.contains($0) || $0.isDigit || $0 >= 0x80 } ?? true
    }

    /// True where nothing can be seen in a line.
    static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
        if line.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) { return true }
        return line.count < 40 && ExemptWords.plain(String(decoding: line, as: UTF8.self)).allSatisfy { $0 == " " }
    }

    /// The words after the signs # with which a line begins, and a blank of any kind; nil where it does not.
    static func heading(_ line: ArraySlice<UInt8>) -> String? {
        // Nearly all lines begin with a letter.
        guard let first = line.first, !first.isLetter, line.contains(UInt8(ascii: "#")) else { return nil }
        let text = readable(String(decoding: line, as: UTF8.self)).drop { " >".contains($0) }
        let own = text.first.map { "-*+•".contains($0) } ?? false ? text.dropFirst().drop { $0 == " " } : text
        let signs = own.prefix { $0 == "#" }
        let rest = own.dropFirst(signs.count)
        guard (1...6).contains(signs.count), rest.first == " ", rest.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
        return rest.trimmingBlanks()
    }

    /// A line with blanks of one kind, and without tags and comments; a comment that is the whole line is read.
    static func readable(_ line: String) -> String {
        var text = ExemptWords.plain(line)
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<") }) else { return text }
        // What is written by its number or its name: most are blanks and bullets.
        if text.utf8.contains(UInt8(ascii: "&")) { text = text.replacing(/&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});/) { ExemptLine.sign($0.output.1) } }
        let trimmed = text.trimmingBlanks()
        if trimmed.hasPrefix("<!--"), trimmed.hasSuffix("-->"), trimmed.count > 7, !trimmed.dropFirst(4).dropLast(3).contains("<!--") {
            return String(trimmed.dropFirst(4).dropLast(3))
        }
        guard text.utf8.contains(UInt8(ascii: "<")) else { return text }
        let bold = text.replacing(/<!--.*?-->/, with: "").replacing(/<\/?(b|strong|u|h[1-6])(\s[^>]*)?>/, with: "**")
        return bold.replacing(/<\/?[A-Za-z][^>]*>/, with: " ")
    }

    private static func sign(_ reference: Substring) -> String {
        guard reference.hasPrefix("#") else { return " " }
        let digits = reference.dropFirst()
        let number = digits.first?.lowercased() == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return number.flatMap(Unicode.Scalar.init).map { $0.properties.isAlphabetic ? String(Character($0)) : " " } ?? " "
    }

    /// The signs before the words of a line.
    private struct Signs {
        private(set) var rest: Substring
        private(set) var isBullet = false
        private(set) var isHeading = false
        private(set) var isQuoted = false
        private(set) var isEmphasised = false

        /// With those of word processors.
        private static let bullets: Set<Character> = [
            "-", "+", "•", "·", "‣", "▪", "◦", "●", "○", "■", "□", "–", "—", "−", "‐", "∙", "⁃", "►", "➢", "\u{F0B7}", "\u{F0A7}", "\u{F0D8}", "\u{F0FC}",
        ]

        init(_ line: String) { rest = line[...] }

        mutating func strip() {
            while let sign = rest.first {
                let run = rest.prefix { $0 == sign }
                let after = rest.dropFirst(run.count).first
                switch sign {
                case " ": break
                case "#": isHeading = true
                case ">": isQuoted = true
                case "*", "_":
                    if after == " " || after == nil { isBullet = true } else { isEmphasised = true }
                case _ where Signs.bullets.contains(sign): isBullet = true
                case "o" where run.count == 1 && after == " ": isBullet = true
                case _ where sign.isLetter || sign.isNumber:
                    guard dropLabel() else { return }
                    continue
                default: break
                }
                rest = rest.dropFirst(run.count)
            }
        }

        /// Takes off "9.", "(a)", "iv)", "9.1", "[x]"; false where the words begin.
        private mutating func dropLabel() -> Bool {
            guard let end = ItemLabel.end(rest.utf8) else { return false }
            rest = rest[end...].drop { $0 == " " }
            return !rest.isEmpty
        }
    }
}
