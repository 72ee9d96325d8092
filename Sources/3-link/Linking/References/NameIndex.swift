import Model

/// Every name that texts may use, and the words that open a reference: "minute", "item", "meeting".
struct NameIndex: Sendable {
    enum Opening: Sendable { case minute, minutes, item, items, meeting, appendix, appendices, title }

    /// What a spelling can mean.
    enum Meaning: Sendable {
        case opening(Opening)
        /// A committee, until the day on which it stopped going by that name.
        case committee(Int, until: Day?)
        case strategy(Int)
        case paper(committee: Int, meeting: Int, paper: Int)
        /// A position in `People`.
        case person(Int)
        /// A position in the glossary.
        case term(Int)
    }

    struct Name: Sendable {
        var meanings: [Meaning]
        let isOneWord: Bool
    }

    /// What a byte of a text is to the one who looks for names.
    enum Step {
        static let blank: UInt8 = 0
        static let bracket: UInt8 = 2
        static let punctuation: UInt8 = 4
        static let sign: UInt8 = 16
        /// Of a word.
        static let word: UInt8 = 1
        /// Of a word, and with it a name may begin if it is the first.
        static let opening: UInt8 = 1 | 32
    }

    private(set) var names: [Name] = []
    /// By byte.
    private(set) var steps: [UInt8] = []
    private(set) var trie = NameTrie()
    /// The authority's own name, word by word: "Calderbrook Health and Wellbeing Board" is no other body's.
    private(set) var ownWords: Set<String> = []

    init(_ archive: Archive, people: People) {
        ownWords = Set(archive.authority.name.split(separator: " ").map(String.init))
        addOpenings()
        addCommittees(archive)
        addStrategies(archive)
        addPapers(archive)
        for (position, person) in people.all.enumerated() {
            for spelling in [person.name] + person.aliases { add(spelling, .person(position)) }
        }
        for (position, entry) in archive.glossary.enumerated() {
            for spelling in [entry.term] + entry.also { add(spelling, .term(position), variesFirst: !entry.term.looksLikeAcronym) }
        }
        steps = (UInt8.min...UInt8.max).map(step)
    }

    private func step(_ byte: UInt8) -> UInt8 {
        if byte.isWordByte || (byte >= 0xC3 && byte != 0xE2) { return trie.begins(with: byte) ? Step.opening : Step.word }
        switch byte {
        case UInt8(ascii: "("): return Step.bracket
        case 0xE2: return Step.punctuation
        case 0xC2: return Step.sign
        default: return byte >= 0x80 ? Step.word : Step.blank
        }
    }

    private mutating func addOpenings() {
        let openings: [(String, Opening)] = [
            ("minute", .minute), ("minutes", .minutes), ("item", .item), ("items", .items), ("meeting", .meeting), ("meetings", .meeting),
            ("appendix", .appendix), ("annex", .appendix), ("appendices", .appendices),
        ]
        for (word, opening) in openings {
            add(word, .opening(opening), variesFirst: true)
            add(word.uppercased(), .opening(opening))
        }
        for title in PersonKey.titlesInMinutes { add(title, .opening(.title)) }
    }

    private mutating func addCommittees(_ archive: Archive) {
        for (position, committee) in archive.committees.enumerated() {
            for name in [committee.name, committee.short].compactMap(\.self) { addBody(name, .committee(position, until: nil)) }
            for former in committee.formerNames { addBody(former.name, .committee(position, until: former.until)) }
        }
    }

    /// "The Council" may be the authority or its meeting, "the Board" that of a hospital: such words name nothing.
    private mutating func addBody(_ name: String, _ meaning: Meaning) {
        if Committee.Kind(rawValue: name.lowercased()) != nil, name.lowercased() != "cabinet" { return }
        add(name, meaning)
    }

    private mutating func addStrategies(_ archive: Archive) {
        for (position, strategy) in archive.strategies.enumerated() {
            for name in [strategy.title, strategy.short].compactMap(\.self) + strategy.aliases { add(name, .strategy(position)) }
        }
    }

    /// A title of two words or less is mostly a plain word: "Performance report".
    private mutating func addPapers(_ archive: Archive) {
        for (committee, body) in archive.committees.enumerated() {
            for (meeting, held) in body.meetings.enumerated() {
                for (position, paper) in held.papers.enumerated() where paper.title.utf8.count(where: { $0 == UInt8(ascii: " ") }) >= 2 {
                    add(paper.title, .paper(committee: committee, meeting: meeting, paper: position))
                }
            }
        }
    }

    /// No title is longer, and no walk through a text shall be.
    private static let longest = 300

    /// The name that is spelled so.
    func name(spelled spelling: String) -> Name? { trie.name(spelled: spelling.utf8).map { names[Int($0)] } }

    private mutating func add(_ spelling: String, _ meaning: Meaning, variesFirst: Bool = false) {
        let bytes = Array(spelling.utf8)
        guard (2...NameIndex.longest).contains(bytes.count) else { return }
        let name = trie.insert(bytes, as: NameTrie.Name(names.count))
        if Int(name) < names.count {
            names[Int(name)].meanings.append(meaning)
        } else {
            names.append(Name(meanings: [meaning], isOneWord: !bytes.contains(UInt8(ascii: " "))))
        }
        for variant in NameIndex.variants(of: spelling, variesFirst: variesFirst) { _ = trie.insert(variant.utf8, as: name) }
    }

    /// Other ways to print the same: "&" for "and", a curly apostrophe, another first letter.
    private static func variants(of spelling: String, variesFirst: Bool) -> [String] {
        var found: [String] = []
        if spelling.holds(" and ") { found.append(spelling.replacing(" and ", with: " & ")) }
        if spelling.holds(" & ") { found.append(spelling.replacing(" & ", with: " and ")) }
        for other in [spelling] + found {
            if other.holds("'") { found.append(other.replacing("'", with: "’")) }
            if other.holds("’") { found.append(other.replacing("’", with: "'")) }
        }
        guard variesFirst, let first = spelling.first else { return found }
        for other in [spelling] + found {
            found.append((first.isUppercase ? first.lowercased() : first.uppercased()) + other.dropFirst())
        }
        return found
    }
}

extension String {
    /// Whether it is written in capitals, as "CAMHS" is and "Key decision" is not.
    var looksLikeAcronym: Bool { utf8.dropFirst().contains { $0.isUpper } && !utf8.contains(UInt8(ascii: " ")) }
}
