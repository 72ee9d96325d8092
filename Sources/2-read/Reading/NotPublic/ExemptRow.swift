import Text
import Vocabulary

/// A row of a form that asks whether something may be read by all, and what it answers: "Exempt? No", "Public or private: Private",
/// "Reason for exemption: commercial interests", "| For publication | No – paragraph 3 |".
enum ExemptRow {
    enum Answer { case isPrivate, isPublic }

    // MARK: A row

    /// What a line answers; nil where it asks something else, or nothing.
    ///
    /// - Parameters:
    ///   - line: Without the signs that stand around its words.
    ///   - raw: With them.
    static func answer(inLine line: String, raw: ArraySlice<UInt8>) -> Answer? {
        guard line.utf8.count < 400 else { return nil }
        if mayHaveBox(raw), let answer = checkbox(String(decoding: raw, as: UTF8.self)) { return answer }
        if line.utf8.contains(UInt8(ascii: "|")) {
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmingBlanks() }.filter { !$0.isEmpty }
            let all = line.split(separator: "|", omittingEmptySubsequences: false)
            guard cells.count == 2 || cells.count == 1 && all.count > 2 else { return nil }
            if cells.count == 1, ExemptWords.words(of: cells[0]).contains(where: ExemptWords.isNoun) { return nil }
            return answer(label: cells[0], value: cells.count == 2 ? cells[1] : "")
        }
        guard let end = line.firstIndex(where: { ":?=→".contains($0) }) else { return nil }
        let value = String(line[line.index(after: end)...])
        // With nothing behind it, it is the heading of what follows.
        return value.trimmingBlanks() != "-" && !value.contains(where: { $0.isLetter || $0.isNumber || "✓✔☑☒✗✘×–—".contains($0) }) ? nil : answer(label: String(line[..<end]), value: value)
    }

    /// "Private ☒ Public ☐", "[x] Private [ ] Public".
    private static func checkbox(_ line: String) -> Answer? {
        guard let mark = ["☒", "☑", "✔", "✓", "[x]", "[X]"].lazy.compactMap({ line.firstRange(of: $0) }).first else { return nil }
        let words = ExemptWords.words(of: String(line[mark.upperBound...].prefix { !"☐☒☑✔✓[".contains($0) }))
        return words.count < 8 && (ExemptWords.isPhrase(words) || ExemptWords.isNotForPublication(words)) ? .isPrivate : nil
    }

    /// Whether a box that is ticked may stand in a line.
    private static func mayHaveBox(_ line: ArraySlice<UInt8>) -> Bool {
        line.indices.dropLast(2).contains { line[$0] == 0xE2 && (line[$0 + 1] == 0x98 || line[$0 + 1] == 0x9C) || line[$0] == UInt8(ascii: "[") && line[$0 + 1] | 0x20 == UInt8(ascii: "x") && line[$0 + 2] == UInt8(ascii: "]") }
    }

    static func answer(label: String, value: String) -> Answer? {
        let asked = ExemptWords.words(of: label)
        guard (1...16).contains(asked.count) else { return nil }
        if asked.contains(where: ExemptWords.isAppendix) { return ExemptWords.holdMark(asked) && Value(value).isNothing ? .isPublic : nil }
        guard asked.indices.allSatisfy({ isOfQuestion(asked, $0) }) else { return nil }
        let said = Value(value)
        if said.namesSchedule { return .isPrivate }
        if said.isEmpty, ExemptWords.opensNotForPublication(asked) { return .isPrivate }
        let asksPrivate = asked.indices.contains { asksWhetherPrivate(asked, $0) }
        let asksPublic = asked.contains(where: asksPublicWords.contains)
        if asksPrivate, !asksPublic || asked.contains("from") { return said.toPrivate(asked) }
        if asksPublic, !asksPrivate, !ExemptWords.isPart(asked[0]) { return said.toPublic(asked) }
        if said.opensPartTwo { return .isPrivate }
        return asksPrivate || asksPublic || asked.contains(where: statusWords.contains) || asked.contains(where: ExemptWords.isPart) ? said.toStatus(asked) : nil
    }

    private static func asksWhetherPrivate(_ words: [String], _ at: Int) -> Bool {
        asksPrivateWords.contains(words[at]) || ExemptWords.isExempt(words, at) || ExemptWords.isConfidential(words, at) || ExemptWords.isPrivate(words, at)
            || ExemptWords.isRestricted(words[at]) || ExemptWords.isSensitive(words[at]) || ExemptWords.isInPrivate(words[at])
            || ExemptWords.isExempt(words[at]) && words.contains(where: asksPublicWords.contains)
    }

    private static func isOfQuestion(_ words: [String], _ at: Int) -> Bool {
        let word = words[at]
        return questionWords.contains(word) || statusWords.contains(word) || asksPublicWords.contains(word) || ExemptWords.isNoun(word) || ExemptWords.isNumber(word)
            || ExemptWords.isPink(word) || ExemptWords.isSensitiveHow(word) || asksWhetherPrivate(words, at)
    }

    private static let asksPrivateWords = Vocabulary.list(.asksWhetherPrivate)
    private static let asksPublicWords = Vocabulary.list(.asksWhetherPublic)
    private static let statusWords = Vocabulary.list(.asksForStatus)
    private static let questionWords = Vocabulary.list(.ofAQuestion)

    // MARK: A look at bytes

    /// Whether a line may be such a row: few lines are, and are looked at closer.
    static func mayBe(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.count < 400, line.contains(where: { ":|?=[".utf8.contains($0) || $0 >= 0xE2 }) else { return false }
        return line.withUnsafeBufferPointer { signals.mayStand(in: $0) }
    }

    private static let signals = WordSignals(
        [asksPrivateWords, asksPublicWords, statusWords] + [.part, .exempt, .confidential, .private, .restricted, .sensitive, .inPrivate, .shutOut].map(Vocabulary.list), phrases: [])
}

/// What a row of a form answers.
private struct Value {
    private let words: [String]
    private let text: String

    init(_ text: String) {
        self.text = text
        words = ExemptWords.words(of: text)
    }

    /// Nothing, or a line for nothing.
    var isEmpty: Bool { words.isEmpty && !isTicked }

    /// "None", "0", "–".
    var isNothing: Bool { isEmpty || isNo }

    /// "LGA 1972 Schedule 12A paragraph 3".
    var namesSchedule: Bool { words.count < 16 && words.contains("12a") && words.contains { $0.hasPrefix("para") } && !isNo }

    var opensPartTwo: Bool { words.count == 2 && ExemptWords.opensPartTwo(words) }

    private var isTicked: Bool { words.isEmpty && text.contains { "✓✔☑☒✗✘×".contains($0) } }

    private var isNo: Bool {
        guard let first = words.first, !ExemptWords.isNotForPublication(words) else { return false }
        return ExemptWords.negations.contains(first) || ["n", "na", "nac", "neither", "0"].contains(first)
    }

    private var isYes: Bool { isTicked || words.first.map(ExemptWords.yeses.contains) ?? false }

    private var namesParagraph: Bool { words.first?.hasPrefix("para") ?? false }

    private var isPublic: Bool {
        guard let first = words.first else { return false }
        return Value.publicWords.contains(first) && !saysPrivate || first == "i" || first == "1" || first == "a"
    }

    private static let publicWords = Vocabulary.list(.public)

    /// "Private", "In private (paragraph 3)", "OFFICIAL-SENSITIVE", "Pink", "Not open to the public".
    private var saysPrivate: Bool {
        guard !words.isEmpty, words.count < 16 else { return false }
        if ExemptWords.isNotForPublication(words) || ExemptWords.isPhrase(words) { return true }
        if ExemptWords.negations.contains(words[0]) { return false }
        if words.count < 3, ExemptWords.isShutOut(words[0]) { return true }
        if words.count < 4, ExemptWords.mayBeClosed(words[0]) || ExemptWords.isPink(words[0]) || ExemptWords.isStamp(words[0]) { return true }
        return words.prefix(5).indices.contains { ExemptWords.isExempt(words, $0) || ExemptWords.isConfidential(words, $0) || ExemptWords.isPrivate(words, $0) }
    }

    /// To "Exempt?", "Confidential information", "Reason for exemption".
    func toPrivate(_ asked: [String]) -> ExemptRow.Answer? {
        if isEmpty || isNo || isPublic && !saysPrivate { return .isPublic }
        if isYes || namesParagraph || saysPrivate { return .isPrivate }
        // A single word may be the beginning of many things: "Private: 14".
        let isAmong = { (word: String) in ExemptWords.isExempt(word) || ExemptWords.words(of: word) == ["exemption"] }
        if asked.count == 1, asked[0] == "embargo" { return .isPrivate }
        if asked.count == 1, !isAmong(asked[0]) { return nil }
        if words.allSatisfy(ExemptWords.isNumber) { return words.allSatisfy { (Int($0) ?? 1) < 8 } ? .isPrivate : nil }
        return words.count < 20 && asked.count > 1 && !words.contains(where: ExemptWords.isAppendix) ? .isPrivate : nil
    }

    /// To "For publication?", "Open to the public".
    func toPublic(_ asked: [String]) -> ExemptRow.Answer? {
        if saysPrivate || namesParagraph { return .isPrivate }
        guard isNo else { return isYes ? .isPublic : nil }
        // "Public: none" may count who came.
        return asked.count > 1 || words.first == "not" || words.count == 1 && (words[0] == "no" || words[0] == "n" || words[0] == "nein" || words[0] == "non") ? .isPrivate : nil
    }

    /// To "Public or private", "Status", "Part".
    func toStatus(_ asked: [String]) -> ExemptRow.Answer? {
        if saysPrivate || namesParagraph && words.contains("12a") { return .isPrivate }
        if asked.contains(where: ExemptWords.isPart), let first = words.first, ExemptWords.isSecond(first) || words.count > 1 && ExemptWords.opensPartTwo(words) { return .isPrivate }
        return isPublic || isNo ? .isPublic : nil
    }
}
