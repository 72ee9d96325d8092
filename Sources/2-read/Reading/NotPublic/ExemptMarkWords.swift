import Vocabulary

extension ExemptWords {
    // MARK: Marks

    /// Whether "exempt" is among the words, in the sense that is meant here.
    static func holdsExempt(_ text: String) -> Bool {
        let words = words(of: text)
        return words.indices.contains { isExempt(words, $0) }
    }

    /// "Exempt vehicles": what is called exempt there is dealt with in public, most likely.
    static func isOfExemptThings(_ title: String) -> Bool {
        let words = words(of: title)
        return !words.indices.contains { isExempt(words[$0]) && (isExempt(words, $0) || words[$0 + 1] == "from" || words[$0 + 1] == "business") }
    }

    /// "Exempt items", but not "Exempt vehicles" and "Exemption from contract procedure rules".
    static func opensWithExempt(_ text: String) -> Bool {
        let words = words(of: text)
        return !words.isEmpty && isExempt(words, 0)
    }

    /// "Exempt: …", "Exempt 3", "Exempt – paragraph 3", "Exempt under paragraph 3", "Exemption: 3", "Confidential: yes", "This item is exempt".
    static func isMark(_ text: String) -> Bool {
        guard mayStand(in: text) else { return false }
        let opening = String(text.prefix(100))
        let words = words(of: opening)
        guard let first = words.first else { return false }
        if isExempt(first) { return isExemptMark(words, opening) }
        if exemption.contains(first) { return namesParagraph(Array(words.dropFirst())) }
        if opensNotForPublication(words) { return true }
        if let opening = byVirtueOf.first(where: { words.starts(with: $0) }) { return namesParagraph(Array(words.dropFirst(opening.count))) }
        if isConfidential(words, 0) { return hasColon(opening, after: 1) }
        if isPrivate(words, 0) || isRestricted(first) { return hasColon(opening, after: 1) && words.dropFirst().allSatisfy { isYes([$0]) } }
        return isStatement(words) || isStatus(words, opening)
    }

    private static func isExemptMark(_ words: [String], _ text: String) -> Bool {
        if words.count == 1 { return true }
        if hasColon(text, after: 1) { return true }
        if words.count > 1, isNoun(words[1]), hasColon(text, after: 2) {
            let isAside = ["information", "paper", "papers", "document", "documents"].contains(words[1]) || words[1].hasPrefix("append") || words[1].hasPrefix("annex")
            return !isAside || isYes(words.dropFirst(2))
        }
        return namesParagraph(Array(words.dropFirst())) || isYes(words.dropFirst())
    }

    /// Whether a number comes next, with nothing before it but what leads to one.
    private static func namesParagraph(_ words: [String]) -> Bool {
        words.first { !leads.contains($0) }.map(isNumber) ?? false
    }

    private static let leads = Vocabulary.list(.leadsToParagraph)
    private static let exemption = Vocabulary.list(.exemption)
    private static let byVirtueOf = Vocabulary.phrases(.byVirtueOf)

    private static func isYes(_ words: ArraySlice<String>) -> Bool {
        words.first.map { yeses.contains($0) || isNumber($0) || $0.hasPrefix("para") } ?? false
    }

    /// "This item is exempt", "The report is confidential", "Item to be taken in private".
    private static func isStatement(_ words: [String]) -> Bool {
        if words.count <= 8, words.contains(where: subjects.contains), isNotForPublication(words) { return true }
        let own = ["this", "the"].contains(words[0]) ? Array(words.dropFirst()) : words
        guard let first = own.first, subjects.contains(first) else { return false }
        let rest = own.dropFirst(first == "agenda" && own.dropFirst().first == "item" ? 2 : 1)
        guard let verb = rest.first, ["is", "are", "will", "to"].contains(verb) else { return false }
        let said = Array(rest.dropFirst())
        if opensNotForPublication(said) { return true }
        let state = Array(said.drop { manners.contains($0) })
        guard let word = state.first else { return false }
        if word == "in" { return state.dropFirst().first.map { $0 == "private" || isInPrivate($0) } ?? false }
        // An exemption from call-in, or from a tax, is another matter.
        if isExempt(word) { return state.dropFirst().first != "from" || ["publication", "disclosure", "being", "the"].contains(state.dropFirst(2).first ?? "") }
        return isConfidential(state, 0) || isRestricted(word) || word == "private" && isPrivate(state, 0)
    }

    private static let subjects = Vocabulary.list(.mayBeSaidOf)
    private static let manners = Vocabulary.list(.manner)
    static func isManner(_ word: String) -> Bool { manners.contains(word) }

    /// "Status: exempt", "Access: private".
    private static func isStatus(_ words: [String], _ text: String) -> Bool {
        guard words.count > 1, statusKeys.contains(words[0]), hasColon(text, after: 1) else { return false }
        let value = Array(words.dropFirst())
        return isExempt(value[0]) || isConfidential(value, 0) || isRestricted(value[0]) || value[0] == "private" && isPrivate(value, 0)
            || isPart(words[0]) && isSecond(value[0])
    }

    private static let statusKeys = Vocabulary.list(.status)

    /// Whether a colon, or what people write for one, follows a word, counted from 1.
    private static func hasColon(_ text: String, after count: Int) -> Bool {
        var rest = plain(text)[...]
        for _ in 0..<count {
            rest = rest.drop { !$0.isLetter && !$0.isNumber }.drop { $0.isLetter || $0.isNumber }
        }
        return rest.first { !" *_`)]".contains($0) }.map { ":=→?".contains($0) } ?? false
    }
}
