import Foundation

/// The words by which people say that something is exempt, whether they spell them well or not.
///
/// All functions take words as `words(of:)` gives them.
enum ExemptWords {
    /// The words of a text in small letters: runs of letters and digits.
    static func words(of text: some StringProtocol) -> [String] {
        plain(text).lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// A text whose blanks are all of one kind, without accents, ligatures and what cannot be seen: an editor or a PDF may
    /// have put any of these into a word.
    static func plain(_ text: some StringProtocol) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.decomposedStringWithCompatibilityMapping.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .format: continue
            case .control, .spaceSeparator, .lineSeparator, .paragraphSeparator: out.append(" ")
            default: out.append(fillers.contains(scalar) ? " " : scalar)
            }
        }
        return String(out)
    }

    /// Letters and signs that show nothing.
    private static let fillers: Set<Unicode.Scalar> = ["\u{115F}", "\u{1160}", "\u{2800}", "\u{3164}", "\u{FFA0}"]

    // MARK: One word

    /// "exempt", "exempted" and words that hold it, or are a letter off; not "exemption" and "except", which mean other things.
    static func isExempt(_ word: some StringProtocol) -> Bool { isExempt(Array(word.utf8)[...]) }

    static func isExempt(_ word: ArraySlice<UInt8>) -> Bool {
        guard (5...60).contains(word.count) else { return false }
        if holdsExempt(word) { return true }
        guard word.count <= 9, !likeExempt.contains(Array(word)) else { return false }
        return exemptForms.contains { isNearly(word, $0) }
    }

    private static let exemptForms = ["exempt", "exempts", "exempted"].map { Array($0.utf8) }
    private static let likeExempt = Set(["except", "excepts", "excepted", "excerpt", "excerpts"].map { Array($0.utf8) })

    private static func holdsExempt(_ word: ArraySlice<UInt8>) -> Bool {
        let wanted = exemptForms[0]
        guard word.count >= wanted.count else { return false }
        return (word.startIndex...word.endIndex - wanted.count).contains { at in
            word[at] == wanted[0] && word[at...].starts(with: wanted) && !word[(at + wanted.count)...].starts(with: "ion".utf8)
        }
    }

    /// True where one letter is missing, too many or another, or two neighbours have changed places.
    static func isNearly(_ word: ArraySlice<UInt8>, _ wanted: [UInt8]) -> Bool {
        guard abs(word.count - wanted.count) <= 1 else { return false }
        let head = zip(word, wanted).prefix { $0.0 == $0.1 }.count
        let tail = min(zip(word.reversed(), wanted.reversed()).prefix { $0.0 == $0.1 }.count, min(word.count, wanted.count) - head)
        let (ours, theirs) = (word.dropFirst(head).dropLast(tail), wanted.dropFirst(head).dropLast(tail))
        if ours.count <= 1, theirs.count <= 1 { return true }
        return ours.count == 2 && theirs.count == 2 && ours.first == theirs.last && ours.last == theirs.first
    }

    /// "confidential", save where it belongs to something that councils deal with in public: confidential waste.
    static func isConfidential(_ words: [String], _ at: Int) -> Bool {
        let word = words[at]
        guard word.hasPrefix("con") || word.hasPrefix("co"), !word.hasPrefix("confidentialit"), word != "confidentially" else { return false }
        guard word.contains("confidential") || isNearly(Array(word.utf8)[...], confidential) else { return false }
        return !(at + 1 < words.count && publicConfidences.contains(words[at + 1]))
    }

    private static let confidential = Array("confidential".utf8)
    private static let publicConfidences: Set<String> = ["reporting", "waste", "enquiry", "enquiries", "inquiry", "inquiries", "helpline", "counselling"]

    /// "private", save where it belongs to something that councils deal with in public: private hire, the public and the private sector.
    static func isPrivate(_ words: [String], _ at: Int) -> Bool {
        let word = words[at]
        guard word == "private" || !likePrivate.contains(word) && !word.hasPrefix("private") && isNearly(Array(word.utf8)[...], privately) else { return false }
        if at + 1 < words.count, publicMatters.contains(words[at + 1]) { return false }
        let before = words[..<at].last { $0 != "and" && $0 != "or" }
        return before != "public"
    }

    private static let privately = Array("private".utf8)
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

    // MARK: A quick look

    /// Whether one of the words may stand in some bytes. Most lines have none of them, and are looked at no further.
    static func mayStand(in bytes: ArraySlice<UInt8>) -> Bool {
        var start = bytes.startIndex
        for at in bytes.indices {
            let byte = bytes[at]
            if byte.isLetter { continue }
            if byte >= 0x80, mayHideLetters(bytes[at...]) { return true }
            if at - start > 3, mayBe(bytes[start..<at]) { return true }
            start = at + 1
        }
        return bytes.endIndex - start > 3 && mayBe(bytes[start...])
    }

    /// Whether some bytes begin with a ligature, a wide letter, a Roman number, an accent of its own or a sign that cannot be seen.
    private static func mayHideLetters(_ bytes: ArraySlice<UInt8>) -> Bool {
        let next = Array(bytes.dropFirst().prefix(2))
        guard let first = bytes.first, let second = next.first, let third = next.last else { return false }
        switch first {
        case 0xEF, 0xCC, 0xCD, 0xE1, 0xE3: return true
        case 0xC2: return second == 0xAD
        case 0xE2: return second == 0x81 || second == 0x85 || second == 0xA0 || second == 0x80 && (0x8B...0x8F ~= third || third >= 0xAA)
        default: return false
        }
    }

    private static func mayBe(_ word: ArraySlice<UInt8>) -> Bool {
        let (first, second) = (word.first! | 0x20, word.dropFirst().first! | 0x20)
        let x = UInt8(ascii: "x")
        if first == UInt8(ascii: "e") || first == x || second == x || word.count > 8 && word.contains(where: { $0 | 0x20 == x }) {
            if isExempt(word.map { $0 | 0x20 }[...]) { return true }
        }
        return seeds[Int(first & 0x1F)].contains { seed in word.count >= seed.count && zip(word, seed).allSatisfy { $0 | 0x20 == $1 } }
    }

    /// How the words begin, by their first letter.
    private static let seeds: [[[UInt8]]] = {
        var seeds: [[[UInt8]]] = Array(repeating: [], count: 32)
        let words = [
            "conf", "cofi", "coni", "cnfi", "cyfrin", "camera", "clos", "priv", "priat", "prvat", "pivat", "rivat", "prvi", "pirv", "publication", "pink", "part", "exclu",
            "executive", "restrict", "reserved", "virtue", "vertraul", "nicht", "huis", "eithr", "sensitive", "exemption", "condf",
        ]
        for word in words { seeds[Int(word.utf8.first! & 0x1F)].append(Array(word.utf8)) }
        return seeds
    }()
}

extension ExemptWords {
    // MARK: Marks

    /// "Exempt: …", "Exempt 3", "Exempt – paragraph 3", "Exempt under paragraph 3", "Exemption: 3", "Confidential: yes", "This item is exempt".
    static func isMark(_ text: String) -> Bool {
        let opening = String(text.prefix(100))
        let words = words(of: opening)
        guard let first = words.first else { return false }
        if isExempt(first) { return isExemptMark(words, opening) }
        if first == "exemption" || first == "exemptions" { return namesParagraph(Array(words.dropFirst())) }
        if words.starts(with: ["not", "for", "publication"]) { return true }
        if first == "by", words.dropFirst().first == "virtue", words.dropFirst(2).first == "of" { return namesParagraph(Array(words.dropFirst(3))) }
        if isConfidential(words, 0) { return hasColon(opening, after: 1) }
        if isPrivate(words, 0) || first == "restricted" { return hasColon(opening, after: 1) && words.dropFirst().allSatisfy { isYes([$0]) } }
        return isStatement(words) || isStatus(words, opening)
    }

    private static func isExemptMark(_ words: [String], _ text: String) -> Bool {
        if words.count == 1 { return true }
        if hasColon(text, after: 1) { return true }
        if words.count > 1, nouns.contains(words[1]), hasColon(text, after: 2) {
            let isAside = ["information", "paper", "papers", "document", "documents"].contains(words[1]) || words[1].hasPrefix("append") || words[1].hasPrefix("annex")
            return !isAside || isYes(words.dropFirst(2))
        }
        return namesParagraph(Array(words.dropFirst())) || isYes(words.dropFirst())
    }

    /// Whether a number comes next, with nothing before it but what leads to one.
    private static func namesParagraph(_ words: [String]) -> Bool {
        words.first { !leads.contains($0) }.map(isNumber) ?? false
    }

    private static let leads: Set<String> = [
        "under", "by", "para", "paras", "paragraph", "paragraphs", "of", "from", "publication", "in", "the", "virtue", "schedule", "12a", "part", "category", "categories", "item",
        "items", "report", "information", "as", "per", "pursuant", "to", "and",
    ]

    private static func isYes(_ words: ArraySlice<String>) -> Bool {
        words.first.map { ["yes", "y", "true", "wholly", "fully", "x"].contains($0) || isNumber($0) || $0.hasPrefix("para") } ?? false
    }

    /// "This item is exempt", "The report is confidential", "Item to be taken in private".
    private static func isStatement(_ words: [String]) -> Bool {
        let own = ["this", "the"].contains(words[0]) ? Array(words.dropFirst()) : words
        guard let first = own.first, ["item", "report", "paper", "matter", "business", "document", "agenda", "section", "part"].contains(first) else { return false }
        let rest = own.dropFirst(first == "agenda" && own.dropFirst().first == "item" ? 2 : 1)
        guard let verb = rest.first, ["is", "are", "will", "to"].contains(verb) else { return false }
        let said = Array(rest.dropFirst())
        if said.starts(with: ["not", "for", "publication"]) { return true }
        let state = Array(said.drop { manners.contains($0) })
        guard let word = state.first else { return false }
        if word == "in" { return ["private", "camera", "confidence"].contains(state.dropFirst().first ?? "") }
        // An exemption from call-in, or from a tax, is another matter.
        if isExempt(word) { return state.dropFirst().first != "from" || ["publication", "disclosure", "being", "the"].contains(state.dropFirst(2).first ?? "") }
        return isConfidential(state, 0) || word == "restricted" || word == "private" && isPrivate(state, 0)
    }

    private static let manners: Set<String> = ["to", "be", "therefore", "strictly", "wholly", "fully", "considered", "taken", "held", "heard", "dealt", "with", "discussed"]

    /// "Status: exempt", "Access: private".
    private static func isStatus(_ words: [String], _ text: String) -> Bool {
        guard words.count > 1, statusKeys.contains(words[0]), hasColon(text, after: 1) else { return false }
        let value = Array(words.dropFirst())
        return isExempt(value[0]) || isConfidential(value, 0) || value[0] == "restricted" || value[0] == "private" && isPrivate(value, 0)
            || words[0] == "part" && ["ii", "2", "two", "b"].contains(value[0])
    }

    private static let statusKeys: Set<String> = ["status", "classification", "access", "publication", "category", "security", "marking", "restriction", "sensitivity", "purpose", "type", "part"]

    /// Whether a colon, or what people write for one, follows a word, counted from 1.
    private static func hasColon(_ text: String, after count: Int) -> Bool {
        var rest = plain(text)[...]
        for _ in 0..<count {
            rest = rest.drop { !$0.isLetter && !$0.isNumber }.drop { $0.isLetter || $0.isNumber }
        }
        return rest.first { !" *_`)]".contains($0) }.map { ":=→?".contains($0) } ?? false
    }
}
