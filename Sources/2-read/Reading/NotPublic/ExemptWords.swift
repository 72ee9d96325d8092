import Text

/// The words by which people say that something is exempt, whether they spell them well or not.
///
/// All functions take words as `words(of:)` gives them.
enum ExemptWords {
    // MARK: One word

    /// "exempt", "exempted" and words that hold it, or are a letter off; not "exemption" and "except", which mean other things.
    static func isExempt(_ word: some StringProtocol) -> Bool {
        word.utf8.withContiguousStorageIfAvailable(isExempt) ?? isExempt(String(word))
    }

    /// - Parameter word: In small letters.
    static func isExempt(_ word: Bytes) -> Bool {
        guard (5...60).contains(word.count) else { return false }
        if holdsExempt(word) { return true }
        return word.count <= 9 && exemptForms.contains { isNearly(word, $0) } && !likeExempt.contains(String(decoding: word, as: UTF8.self))
    }

    private static let exemptForms: [StaticString] = ["exempt", "exempts", "exempted"]
    private static let likeExempt: Set<String> = ["except", "excepts", "excepted", "excerpt", "excerpts"]

    private static func holdsExempt(_ word: Bytes) -> Bool {
        let exempt = Bytes("exempt" as StaticString)
        var at = 0
        while let found = word.index(of: exempt[0], from: at), found + exempt.count <= word.count {
            at = found + 1
            if word[found...].starts(with: exempt), !word[(found + exempt.count)...].starts(with: "ion".utf8) { return true }
        }
        return false
    }

    /// True where one letter is missing, too many or another, or two neighbours have changed places.
    static func isNearly(_ word: some StringProtocol, _ wanted: StaticString) -> Bool {
        word.utf8.withContiguousStorageIfAvailable { isNearly($0, wanted) } ?? isNearly(String(word), wanted)
    }

    private static func isNearly(_ word: Bytes, _ wanted: StaticString) -> Bool {
        let wanted = Bytes(wanted)
        guard abs(word.count - wanted.count) <= 1 else { return false }
        let shorter = min(word.count, wanted.count)
        var head = 0
        while head < shorter, word[head] == wanted[head] { head += 1 }
        var tail = 0
        while tail < shorter - head, word[word.count - 1 - tail] == wanted[wanted.count - 1 - tail] { tail += 1 }
        let (ours, theirs) = (word[head..<word.count - tail], wanted[head..<wanted.count - tail])
        if ours.count <= 1, theirs.count <= 1 { return true }
        return ours.count == 2 && theirs.count == 2 && ours.first == theirs.last && ours.last == theirs.first
    }

    /// "confidential", save where it belongs to something that councils deal with in public: confidential waste.
    static func isConfidential(_ words: [String], _ at: Int) -> Bool {
        let word = words[at]
        guard word.hasPrefix("con") || word.hasPrefix("co"), !word.hasPrefix("confidentialit"), word != "confidentially" else { return false }
        guard word.contains("confidential") || isNearly(word, "confidential") else { return false }
        return !(at + 1 < words.count && publicConfidences.contains(words[at + 1]))
    }

    private static let publicConfidences: Set<String> = ["reporting", "waste", "enquiry", "enquiries", "inquiry", "inquiries", "helpline", "counselling"]

    /// "private", save where it belongs to something that councils deal with in public: private hire, the public and the private sector.
    static func isPrivate(_ words: [String], _ at: Int) -> Bool {
        let word = words[at]
        guard word == "private" || !likePrivate.contains(word) && !word.hasPrefix("private") && isNearly(word, "private") else { return false }
        if at + 1 < words.count, publicMatters.contains(words[at + 1]) { return false }
        let before = words[..<at].last { $0 != "and" && $0 != "or" }
        return before != "public"
    }

    private static let likePrivate: Set<String> = ["primate", "privat", "pirate"]
    private static let publicMatters: Set<String> = [
        "public", "hire", "sector", "sectors", "rented", "rent", "rents", "rental", "rentals", "renting", "renters", "landlord", "landlords", "letting",
        "lettings", "tenant", "tenants", "tenancy", "tenancies", "housing", "dwelling", "dwellings", "household", "households", "water", "sewer", "sewers",
        "sewage", "drain", "drains", "drainage", "finance", "financing", "equity", "member", "members", "bill", "bills", "act", "acts", "fostering",
        "school", "schools", "nursery", "nurseries", "education", "tuition", "street", "streets", "road", "roads", "burial", "burials", "wire", "hospital",
        "hospitals", "healthcare", "dentist", "dentists", "dentistry", "provider", "providers", "operator", "operators", "owner", "owners", "ownership",
        "vehicle", "vehicles", "partnership", "prosecution", "prosecutions", "law", "limited", "enterprise", "garden", "gardens", "trees", "woodland",
        "forestry", "accommodation", "parking", "car", "cars",
    ]

    // MARK: Some words

    /// Whether "exempt", "confidential" or "private" is among them, in the sense that is meant here.
    static func holdMark(_ words: [String]) -> Bool {
        words.indices.contains { isExempt(words[$0]) || isConfidential(words, $0) || isPrivate(words, $0) }
    }

    /// "Part II", "Part 2", "Part B": with many councils the part that is not public.
    static func opensPartTwo(_ words: [String]) -> Bool { words.count > 1 && words[0] == "part" && ["ii", "2", "two", "b"].contains(words[1]) }

    /// "Exclusion of the press and public".
    static func isExclusion(_ words: [String]) -> Bool {
        words.contains { $0.hasPrefix("exclu") } && words.contains { $0 == "public" || $0 == "press" }
    }

    static func isNotForPublication(_ words: [String]) -> Bool {
        words.indices.contains { words[$0] == "not" && words[$0...].starts(with: ["not", "for", "publication"]) }
    }

    /// In Welsh, German and French.
    static func isForeign(_ words: [String]) -> Bool {
        words.indices.contains { at in
            foreign.contains { words[at].hasPrefix($0) } || words[at] == "nicht" && words[(at + 1)...].first?.hasPrefix("offentlich") ?? false
                || words[at...].starts(with: ["huis", "clos"])
        }
    }

    private static let foreign = ["eithriedig", "cyfrinachol", "nichtoffentlich", "nichtoeffentlich", "vertraulich", "confidentiel"]

    /// True for words that say, as a heading or a stamp does, that something is exempt, and nothing else: "Exempt items",
    /// "Part II", "Private session", "Items containing confidential information", "Exclusion of the press and public".
    static func isPhrase(_ words: [String]) -> Bool {
        if words.starts(with: ["not", "for", "publication"]) { return true }
        let own = Array(words.drop { isNumber($0) })
        guard !own.isEmpty, own.count <= 14, !own.contains(where: negations.contains) else { return false }
        let tellsOfItems = nouns.contains(own[0]) && own.count > 1 && ["which", "that"].contains(own[1])
        if hasVerb(own), !tellsOfItems { return false }
        if isForeign(own) { return own.count <= 4 }
        guard own.indices.allSatisfy({ isOfPhrase(own, $0) }) else { return false }
        return opensPartTwo(own) && own.count == 2 || saysPrivate(own)
    }

    private static func isOfPhrase(_ words: [String], _ at: Int) -> Bool {
        let word = words[at]
        if nouns.contains(word) || links.contains(word) || verbs.contains(word) || isNumber(word) || word.hasPrefix("exclu") { return true }
        return ["restricted", "closed", "pink", "reserved", "executive"].contains(word) || isExempt(word) || isConfidential(words, at) || isPrivate(words, at)
    }

    private static func saysPrivate(_ words: [String]) -> Bool {
        let hasNoun = words.contains(where: nouns.contains)
        return words.indices.contains { at in
            let next = at + 1 < words.count ? words[at + 1] : ""
            switch words[at] {
            case "restricted": return words.count == 1 || nouns.contains(next)
            case "closed": return sessions.contains(next) || words.contains("public") || words.contains("press")
            case "reserved": return ["business", "items", "item", "session", "part"].contains(next)
            case "executive": return next == "session"
            case "pink": return nouns.contains(next) || next == "pages"
            case "camera", "confidence": return at > 0 && words[at - 1] == "in"
            case "sensitive": return at > 0 && ["official", "commercially"].contains(words[at - 1])
            default:
                if isPrivate(words, at) { return words.count == 1 || hasNoun || at > 0 && words[at - 1] == "in" }
                return isExempt(words[at]) || isConfidential(words, at)
            }
        } || isExclusion(words)
    }

    static func isNumber(_ word: String) -> Bool { word.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } || ["i", "ii", "iii", "iv", "v", "vi", "vii"].contains(word) }

    /// A sentence tells of something; a heading or a stamp says what the thing below it is.
    static func hasVerb(_ words: [String]) -> Bool {
        words.indices.contains { verbs.contains(words[$0]) && !(words[$0] == "be" && $0 > 0 && words[$0 - 1] == "to") }
    }

    static let negations: Set<String> = ["no", "not", "none", "nil", "nothing", "without", "non"]
    private static let verbs: Set<String> = [
        "is", "are", "was", "were", "will", "would", "be", "been", "may", "might", "can", "could", "shall", "should", "must", "has", "have", "had", "do", "does", "did",
    ]
    private static let sessions: Set<String> = ["session", "sessions", "meeting", "part", "business", "minutes", "agenda", "section", "items", "reports", "papers"]
    /// What may be exempt.
    static let nouns: Set<String> = sessions.union([
        "item", "report", "information", "matter", "matters", "paper", "appendix", "appendices", "annex", "annexes", "annexe", "minute", "document",
        "documents", "attachment", "attachments", "proceedings", "material", "content", "contents", "discussion", "addendum", "supplement", "briefing", "note",
        "notes", "copy", "version",
    ])
    private static let links: Set<String> = [
        "and", "or", "the", "a", "an", "all", "any", "of", "for", "to", "in", "be", "with", "containing", "contains", "contain", "under", "by", "from", "on", "as", "only",
        "this", "these", "following", "other", "further", "considered", "taken", "held", "heard", "discussed", "dealt", "press", "public", "publication", "consideration",
        "strictly", "wholly", "fully", "likely", "disclosure", "virtue", "paragraph", "paragraphs", "para", "paras", "schedule", "12a", "local", "government", "act", "1972",
        "pursuant", "defined", "within", "marked", "status", "classification", "confidence", "camera", "commercial", "commercially", "sensitive", "official", "members",
        "resolution", "motion", "which", "that", "if", "follow", "follows", "part", "b", "two",
    ]
}
