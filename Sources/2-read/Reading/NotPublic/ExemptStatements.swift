import Diagnostics
import Text
import Vocabulary

/// What the open text of an agenda says of other items: "that the public be excluded for item 9", "the following item will be taken in private",
/// "items marked * in private". Each item that is meant must be marked.
struct ExemptStatements {
    let lines: [ArraySlice<UInt8>]
    let firstLine: Int
    let outline: [AgendaBuilder.Heading]

    /// The places of statements of which an item is open, each with that item's number or title.
    ///
    /// - Parameter isKnown: Whether a line belongs to an exempt item, or something was said of it already.
    func findings(except isKnown: (Int) -> Bool) -> [(line: Int, item: String)] {
        lines.indices.flatMap { at -> [(line: Int, item: String)] in
            guard !isKnown(at), ExemptStatements.mayBe(lines[at]) else { return [] }
            let open = ExemptSentences.cut(lines, at, where: ExemptStatements.mayBe).filter { saysPrivate(ExemptWords.words(of: $0)) }.flatMap { meant(by: $0, at) }.filter(isOpen)
            return open.first.map { [(firstLine + at, $0.name)] } ?? []
        }
    }

    private func isOpen(_ heading: AgendaBuilder.Heading) -> Bool { heading.isItem && !heading.isExempt && !heading.isAnswered && !heading.isExclusion }

    // MARK: What a sentence says

    /// Whether it says that the public is shut out, or that something is not public: as a fact, not as a possibility.
    private func saysPrivate(_ words: [String]) -> Bool {
        if words.contains(where: ExemptStatements.conditions.contains) || words.first == "should" { return false }
        if words.contains(where: ExemptWords.isPublicWord), words.contains(where: ExemptWords.isShutOut) || ExemptWords.isExclusion(words) {
            return !words.contains(where: ["not", "no"].contains)
        }
        if ExemptWords.isNotForPublication(words) || ExemptWords.saysInPrivate(words) { return true }
        return words.contains { ["is", "are", "contain", "contains"].contains($0) } && ExemptWords.holdMark(words) && !words.contains(where: ExemptWords.isAppendix)
    }

    /// "May" leaves it open only with "if": that the public may be excluded for item 9 is what the notice has to say.
    private static let conditions: Set<String> = ["if", "whether", "any", "unless", "os", "wenn", "falls", "ob", "si"]

    // MARK: What it speaks of

    private func meant(by sentence: String, _ at: Int) -> [AgendaBuilder.Heading] {
        let numbers = ExemptStatements.numbers(in: sentence)
        if !numbers.isEmpty { return outline.filter { heading in heading.number.flatMap(ItemLabel.plain).map(numbers.contains) ?? false } }
        if let sign = ExemptStatements.sign(in: sentence, of: String(decoding: lines[at], as: UTF8.self)) { return outline.filter { $0.isItem && hasSign(sign, $0) } }
        let words = ExemptWords.words(of: sentence)
        guard words.contains("into") || words.indices.contains(where: { speaksOfNext(words, $0) }) else { return [] }
        return outline.first { $0.isItem && $0.line > firstLine + at }.map { [$0] } ?? []
    }

    /// "the following items", "the next item", "the remainder of the meeting".
    private func speaksOfNext(_ words: [String], _ at: Int) -> Bool {
        if ["following", "next", "remaining"].contains(words[at]) { return words[at...].dropFirst().prefix(2).contains { ["item", "items", "business", "matter", "matters", "report", "reports"].contains($0) } }
        return ["remainder", "rest"].contains(words[at]) && words[at...].prefix(4).contains { ["meeting", "agenda", "business"].contains($0) }
    }

    private func hasSign(_ sign: String, _ heading: AgendaBuilder.Heading) -> Bool {
        guard lines.indices.contains(heading.line - firstLine) else { return false }
        return String(decoding: lines[heading.line - firstLine], as: UTF8.self).contains(sign)
    }

    /// The sign of "Items marked *", "Items marked (E)".
    ///
    /// - Parameter line: With the signs that the sentence was stripped of.
    private static func sign(in sentence: String, of line: String) -> String? {
        guard sentence.contains(/(?i)\b(marked|denoted|indicated|asterisk)/) else { return nil }
        if sentence.contains(/(?i)asterisk/) { return "*" }
        if let letter = line.firstMatch(of: /(?i:marked|denoted|indicated)(?: (?i:with|by|as))?(?: (?i:an?|the letter))? [(\["“‘']?([A-Z]{1,2})[)\]"”’']?\b/) { return "(" + letter.output.1 + ")" }
        return line.first { "*†‡§".contains($0) }.map(String.init)
    }

    /// The numbers of "items 9, 10 and 12 to 14", as `ItemLabel.plain` writes them.
    static func numbers(in sentence: String) -> Set<String> {
        var found: Set<String> = []
        guard sentence.utf8.dropFirst(4).contains(where: \.isDigit) else { return found }
        for match in sentence.matches(of: /(?i)\b(?:items?|tops?|eitem|eitemau|points?)\s+(?:nos?\.?\s*|numbers?\s*)?\(?([0-9]{1,3}[a-z]?(?:\)?\s*(?:,|and|&|to|a|und|bis|et|[-–])\s*\(?[0-9]{1,3}[a-z]?)*)/) {
            let labels = match.output.1.split { !$0.isLetter && !$0.isNumber }.map(String.init)
            found.formUnion(labels.compactMap(ItemLabel.plain))
            for part in match.output.1.matches(of: /([0-9]{1,3})\)?\s*(?:to|bis|-|–)\s*\(?([0-9]{1,3})/) {
                guard let first = Int(part.output.1), let last = Int(part.output.2), first < last, last - first < 50 else { continue }
                found.formUnion((first...last).map(String.init))
            }
        }
        return found
    }

    // MARK: A look at bytes

    private static func mayBe(_ line: ArraySlice<UInt8>) -> Bool { line.withUnsafeBufferPointer { signals.mayStand(in: $0) } }

    private static let signals = WordSignals(
        [.exclusion, .shutOut, .private, .exempt, .confidential, .inPrivate, .closed].map(Vocabulary.list), phrases: Vocabulary.phrases(.notForPublication) + Vocabulary.phrases(.sittingInPrivate))
}
