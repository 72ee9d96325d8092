import Text
import Vocabulary

/// The words by which people say that something is exempt, whether they spell them well or not. The words themselves are in `Vocabulary/Words`, one file
/// for each language; what they mean together is here.
///
/// All functions take words as `words(of:)` gives them.
enum ExemptWords {
    // MARK: One word

    private static let exempt = Vocabulary.list(.exempt)
    private static let notExempt = Vocabulary.list(.notExempt)

    /// "exempt", "exempted" and words that hold it, or are a letter off; not "exemption" and "except", which mean other things.
    static func isExempt(_ word: some StringProtocol) -> Bool {
        let word = String(word)
        guard (5...60).contains(word.utf8.count), !notExempt.contains(word) else { return false }
        return exempt.nearlyContains(word)
    }

    private static let exemptAndPublic = Vocabulary.list(.exemptAndPublic)

    /// The same, save where it belongs to something that councils deal with in public: exempt accommodation.
    static func isExempt(_ words: [String], _ at: Int) -> Bool {
        isExempt(words[at]) && !(at + 1 < words.count && exemptAndPublic.contains(words[at + 1]))
    }

    private static let confidential = Vocabulary.list(.confidential)
    private static let notConfidential = Vocabulary.list(.notConfidential)
    private static let confidentialAndPublic = Vocabulary.list(.confidentialAndPublic)

    /// "confidential", save where it belongs to something that councils deal with in public: confidential waste.
    static func isConfidential(_ words: [String], _ at: Int) -> Bool {
        let word = words[at]
        guard !notConfidential.contains(word), confidential.nearlyContains(word) else { return false }
        return !isBeside(confidentialAndPublic, words, at)
    }

    /// Whether a word of a list stands directly after a place or, as in Welsh and French, before it.
    private static func isBeside(_ list: WordList, _ words: [String], _ at: Int) -> Bool {
        at + 1 < words.count && list.contains(words[at + 1]) || at > 0 && list.contains(words[at - 1])
    }

    private static let privates = Vocabulary.list(.private)
    private static let notPrivate = Vocabulary.list(.notPrivate)
    private static let privateAndPublic = Vocabulary.list(.privateAndPublic)
    private static let publics = Vocabulary.list(.whoIsExcluded)

    /// "private", save where it belongs to something that councils deal with in public: private hire, the public and the private sector.
    static func isPrivate(_ words: [String], _ at: Int) -> Bool {
        let word = words[at]
        guard privates.contains(word) || !notPrivate.contains(word) && privates.nearlyContains(word) else { return false }
        if isBeside(privateAndPublic, words, at) { return false }
        let before = words[..<at].last { $0 != "and" && $0 != "or" }
        return before != "public"
    }

    /// Whatever stands beside it.
    static func isPrivateWord(_ word: String) -> Bool { privates.contains(word) }

    // MARK: Some words

    /// Whether "exempt", "confidential" or "private" is among them, in the sense that is meant here.
    static func holdMark(_ words: [String]) -> Bool {
        words.indices.contains { isExempt(words, $0) || isConfidential(words, $0) || isPrivate(words, $0) }
    }

    private static let part = Vocabulary.list(.part)
    private static let second = Vocabulary.list(.second)

    /// "Part II", "Part 2", "Part B": with many councils the part that is not public.
    static func opensPartTwo(_ words: [String]) -> Bool { words.count > 1 && part.contains(words[0]) && isSecond(words[1]) }

    /// Whether "Part II" stands among them, and nothing says that it is the public's: "Part II: Property", "Agenda – Part B". With a plain 2 parts of
    /// many things are counted, so that no other word may stand beside it that tells of one.
    static func namesPartTwo(_ words: [String]) -> Bool {
        guard !words.contains(where: { publics.contains($0) || ["open", "one", "1", "i", "a"].contains($0) }) else { return false }
        return words.indices.contains { at in
            guard opensPartTwo(Array(words[at...].prefix(2))) else { return false }
            return words[at + 1] != "2" || (words[..<at] + words[(at + 2)...]).allSatisfy { isNoun($0) || links.contains($0) }
        }
    }

    static func isPart(_ word: String) -> Bool { part.contains(word) }
    static func isSecond(_ word: String) -> Bool { second.contains(word) }

    private static let exclusion = Vocabulary.list(.exclusion)

    /// "Exclusion of the press and public".
    static func isExclusion(_ words: [String]) -> Bool { words.contains(where: exclusion.contains) && words.contains(where: publics.contains) }

    private static let phrases = Vocabulary.phrases(.notForPublication)
    private static let phrasesByFirstWord = Dictionary(grouping: phrases, by: \.[0])

    /// The phrase with which words begin.
    private static func phrase(opening words: ArraySlice<String>) -> [String]? {
        guard let first = words.first, let some = phrasesByFirstWord[first] else { return nil }
        return some.first { Vocabulary.opens(words, $0) }
    }

    /// "Not for publication", "huis clos", "nicht öffentlich" somewhere among them.
    static func isNotForPublication(_ words: [String]) -> Bool {
        words.indices.contains { phrase(opening: words[$0...]) != nil }
    }

    private static let sittingsInPrivate = Vocabulary.phrases(.sittingInPrivate)

    /// "In camera", "Séance à huis clos": one of the phrases, and beside it nothing but what is said of sittings.
    private static func isSittingInPrivate(_ words: [String]) -> Bool {
        words.indices.contains { at in
            sittingsInPrivate.contains { phrase in
                words[at...].starts(with: phrase) && (words[..<at] + words[(at + phrase.count)...]).allSatisfy { isNoun($0) || links.contains($0) }
            }
        }
    }

    /// "the public", "the press".
    static func isPublicWord(_ word: String) -> Bool { publics.contains(word) }

    /// "in private", "in closed session", "in confidence" somewhere among them.
    static func saysInPrivate(_ words: [String]) -> Bool {
        words.indices.contains { at in (words[at] == "in" || words[at] == "into") && (2...3).contains { isPhrase(["in"] + words[at...].dropFirst().prefix($0 - 1)) } }
    }

    static func opensNotForPublication(_ words: ArraySlice<String>) -> Bool { phrase(opening: words) != nil }
    static func opensNotForPublication(_ words: [String]) -> Bool { opensNotForPublication(words[...]) }

    /// True for words that say, as a heading or a stamp does, that something is exempt, and nothing else: "Exempt items",
    /// "Part II", "Private session", "Items containing confidential information", "Exclusion of the press and public".
    static func isPhrase(_ words: [String]) -> Bool {
        if opensNotForPublication(words) { return true }
        let whole = Array(words.drop { isNumber($0) })
        let own = withoutNotForPublication(whole)
        guard !own.isEmpty, own.count <= 14, !own.contains(where: negations.contains) else { return false }
        let tellsOfItems = isNoun(own[0]) && own.count > 1 && ["which", "that"].contains(own[1])
        if hasVerb(own), !tellsOfItems { return false }
        if isSittingInPrivate(own) { return true }
        guard own.indices.allSatisfy({ isOfPhrase(own, $0) }) else { return false }
        return own.count < whole.count || opensPartTwo(own) && own.count == 2 || saysPrivate(own)
    }

    /// Without "not for publication" and the like.
    private static func withoutNotForPublication(_ words: [String]) -> [String] {
        for at in words.indices {
            if let phrase = phrase(opening: words[at...]) { return Array(words[..<at] + words[(at + phrase.count)...]) }
        }
        return words
    }

    private static func isOfPhrase(_ words: [String], _ at: Int) -> Bool {
        let word = words[at]
        if isNoun(word) || links.contains(word) || verbs.contains(word) || yeses.contains(word) || isNumber(word) || exclusion.contains(word) { return true }
        return adjectives.contains { $0.nearlyContains(word) } || isExempt(word) || isConfidential(words, at) || isPrivate(words, at)
    }

    private static let closed = Vocabulary.list(.closed)
    private static let restricted = Vocabulary.list(.restricted)
    private static let reserved = Vocabulary.list(.reserved)
    private static let executive = Vocabulary.list(.executive)
    private static let pink = Vocabulary.list(.pink)
    private static let inPrivate = Vocabulary.list(.inPrivate)
    private static let sensitive = Vocabulary.list(.sensitive)
    private static let sensitiveHow = Vocabulary.list(.sensitiveHow)
    private static let adjectives = [closed, restricted, reserved, executive, pink, stamps]

    private static let stamps = Vocabulary.list(.stamp)

    /// "secret", "withheld": only where nothing else stands beside it.
    static func isStamp(_ word: String) -> Bool { stamps.contains(word) }
    static func isShutOut(_ word: String) -> Bool { shutOut.contains(word) }
    private static let shutOut = Vocabulary.list(.shutOut)
    static func isPink(_ word: String) -> Bool { pink.contains(word) }
    static func isSensitive(_ word: String) -> Bool { sensitive.contains(word) }
    static func isSensitiveHow(_ word: String) -> Bool { sensitiveHow.contains(word) }
    static func isAppendix(_ word: String) -> Bool { appendices.contains(word) }
    /// What stands between other words of such a heading or sentence.
    /// Without "the", "of" and the like.
    static func telling(_ words: [String]) -> [String] { words.filter { !links.contains($0) } }
    static func isOfPhrase(_ word: String) -> Bool { isNoun(word) || links.contains(word) || verbs.contains(word) }

    private static let appendices = Vocabulary.list(.appendix)

    static func isRestricted(_ word: String) -> Bool { restricted.nearlyContains(word) }
    static func isInPrivate(_ word: String) -> Bool { inPrivate.contains(word) }
    /// "closed", "restricted" and the like: of sessions, but also of landfill sites and byways.
    static func mayBeClosed(_ word: String) -> Bool { [closed, restricted, reserved, executive].contains { $0.nearlyContains(word) } }

    private static func saysPrivate(_ words: [String]) -> Bool {
        let hasNoun = words.contains(where: isNoun)
        return words.indices.contains { at in
            let (word, next, before) = (words[at], at + 1 < words.count ? words[at + 1] : "", at > 0 ? words[at - 1] : "")
            if isExempt(words, at) || isConfidential(words, at) || stamps.contains(word) { return true }
            if word == "12a", before == "schedule" || before == "sch" { return true }
            if isPrivate(words, at) { return words.count == 1 || hasNoun || before == "in" || words.count == 2 && ["begin", "end", "start"].contains(before) }
            if restricted.nearlyContains(word) { return words.count == 1 || isNoun(next) }
            if closed.nearlyContains(word), words.count == 2, isNoun(next) { return true }
            if closed.nearlyContains(word) { return sittings.contains(next) || sittings.contains(before) && !before.isEmpty || words.contains("public") || words.contains("press") }
            if reserved.contains(word) { return ["business", "items", "item", "session", "part"].contains(next) }
            if executive.nearlyContains(word) { return next.hasPrefix("ses") }
            if pink.contains(word) { return isNoun(next) || next == "pages" }
            if inPrivate.contains(word) { return before == "in" }
            return sensitive.contains(word) && sensitiveHow.contains(before)
        } || isExclusion(words)
    }

    static func isNumber(_ word: String) -> Bool { word.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } || ["i", "ii", "iii", "iv", "v", "vi", "vii"].contains(word) }

    /// A sentence tells of something; a heading or a stamp says what the thing below it is.
    static func hasVerb(_ words: [String]) -> Bool {
        words.indices.contains { verbs.contains(words[$0]) && !(words[$0] == "be" && $0 > 0 && words[$0 - 1] == "to") }
    }

    static let negations = Vocabulary.list(.no)
    private static let verbs = Vocabulary.list(.verb)
    private static let links = Vocabulary.list(.link)
    static let yeses = Vocabulary.list(.yes)
    private static let things = Vocabulary.list(.what)
    private static let sittings = Vocabulary.list(.sitting)

    /// Of what may be exempt: "item", "report", "session".
    static func isNoun(_ word: String) -> Bool { things.contains(word) || sittings.nearlyContains(word) }

    /// "Bekanntgabe nichtöffentlicher Beschlüsse": tells in public of what was decided in private.
    static func isAnnouncement(_ words: [String]) -> Bool { words.first.map(announcements.contains) ?? false }
    private static let announcements = Vocabulary.list(.announcement)

    /// "Confidential or exempt information": the standing item at which a council considers whether there is any.
    static func isStandingItem(_ words: [String]) -> Bool {
        words.contains { isExempt($0) } && words.contains("confidential") && words.contains("information") && words.count < 8 && !words.contains(where: isNumber)
    }

    // MARK: A look at bytes

    /// All words of which one at least stands in whatever says that something is not public.
    static let signals: WordSignals = {
        let marks = [exempt, confidential, privates, closed, restricted, reserved, executive, pink, stamps, inPrivate, sensitive, exclusion, part, Vocabulary.list(.exemption)]
        let telling = phrases + sittingsInPrivate + Vocabulary.phrases(.ofSchedule12A) + Vocabulary.phrases(.byVirtueOf)
        return WordSignals(marks, phrases: telling)
    }()
}
