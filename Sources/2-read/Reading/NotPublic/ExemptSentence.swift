import Text
import Vocabulary

/// Sentences by which a text says of itself that it is not public: "This report contains exempt information", "The following item will be taken in private".
///
/// Such a sentence begins with what it speaks of, and has nothing but words of its kind before the one that says so. A report tells much of other things
/// that are private; of these it uses other words.
enum ExemptSentence {
    /// True for words that say so, whatever stands behind.
    static func says(_ sentence: [String]) -> Bool {
        let words = Array(sentence.drop { ExemptWords.isNumber($0) })
        if excludesForThis(words) || isToBePrivate(words) { return true }
        guard words.count > 2, let at = words.indices.first(where: { isSaid(words, $0) }), (1...16).contains(at) else { return false }
        let before = words[..<at]
        guard before.contains(where: states.contains), before.contains(where: isSubject), before.allSatisfy(isOfStatement) else { return false }
        if before.contains(where: conditions.contains) || before.contains(where: ExemptWords.negations.contains) { return false }
        let tellsOfItself = before.contains(where: itself.contains)
        if !tellsOfItself, before.contains(where: past.contains) || !before.contains(where: papers.contains) { return false }
        return !isOfAppendix(words, at, tellsOfItself) && !isOfOtherThing(words, at) && !words[at...].contains("until")
    }

    /// "To be heard in camera."
    private static func isToBePrivate(_ words: [String]) -> Bool {
        words.count > 3 && words.count < 9 && words[0] == "to" && words[1] == "be" && ExemptWords.saysInPrivate(words) && words.allSatisfy(isOfStatement)
    }

    /// "The public are likely to be excluded for this item."
    private static func excludesForThis(_ words: [String]) -> Bool {
        guard words.contains(where: ExemptWords.isPublicWord), words.contains(where: ExemptWords.isShutOut) else { return false }
        if words.contains(where: { ["if", "whether", "any", "unless", "not", "no", "that", "except", "where", "when", "case", "may"].contains($0) }) { return false }
        return words.indices.dropLast().contains { words[$0] == "this" && ExemptWords.isNoun(words[$0 + 1]) && words[$0 + 1] != "meeting" }
    }

    private static let states = Vocabulary.list(.states)
    private static let itself = Vocabulary.list(.saysOfItself)
    private static let past = Vocabulary.list(.past)
    private static let conditions = Vocabulary.list(.condition)
    private static let register = Vocabulary.list(.inAStatement)
    private static let papers = Vocabulary.list(.mayBeSaidOf)

    /// What such a sentence speaks of: "this report", "the following".
    private static func isSubject(_ word: String) -> Bool { ExemptWords.isNoun(word) || papers.contains(word) || texts.contains(word) || word == "following" }

    private static let texts = Vocabulary.list(.texts)

    private static func isOfStatement(_ word: String) -> Bool {
        register.contains(word) || texts.contains(word) || states.contains(word) || ExemptWords.isOfPhrase(word) || ExemptWords.isManner(word) || ExemptWords.isNumber(word)
    }

    /// Whether a word says it, in the sense that is meant here.
    private static func isSaid(_ words: [String], _ at: Int) -> Bool {
        let next = at + 1 < words.count ? words[at + 1] : ""
        if ExemptWords.opensNotForPublication(words[at...]) { return true }
        if ExemptWords.isExempt(words, at) || ExemptWords.isConfidential(words, at) { return true }
        if ExemptWords.isPrivate(words, at) { return next.isEmpty || ExemptWords.isNoun(next) || ExemptWords.isOfPhrase(next) }
        let before = at > 0 ? words[at - 1] : ""
        if before == "in", ExemptWords.isInPrivate(words[at]) { return true }
        if ExemptWords.isSensitive(words[at]) { return ExemptWords.isSensitiveHow(before) }
        if words[at] == "closed" { return words[at...].prefix(5).contains { ["public", "press", "session"].contains($0) } }
        if ExemptWords.isRestricted(words[at]) { return states.contains(before) && next != "to" }
        return words[at] == "12a" && words[..<at].contains { $0.hasPrefix("para") }
    }

    /// An open report names appendices that are not.
    private static func isOfAppendix(_ words: [String], _ at: Int, _ tellsOfItself: Bool) -> Bool {
        let isThis = tellsOfItself && words.count > 1 && itself.contains(words[0]) && ExemptWords.isAppendix(words[1])
        let behind = words[at...].dropFirst().prefix { ExemptWords.isNoun($0) || ExemptWords.isAppendix($0) || ["and", "or", "set", "out", "contained", "in", "an", "the", "at", "as"].contains($0) }
        return !isThis && (words[..<at].contains(where: ExemptWords.isAppendix) || behind.contains(where: ExemptWords.isAppendix))
    }

    /// "Exempt from call-in".
    private static func isOfOtherThing(_ words: [String], _ at: Int) -> Bool {
        guard ExemptWords.isExempt(words[at]), at + 1 < words.count, words[at + 1] == "from" else { return false }
        return !words[(at + 2)...].prefix(2).contains { ["publication", "disclosure", "being", "public"].contains($0) }
    }
}
