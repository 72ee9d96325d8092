import Model
import Text

/// Reads who voted how: "For 8; against 0; abstaining 1.", "Against (2): Councillors Croft and Lumb", "8 for, 2 against", "nem. con.".
struct VoteReader {
    private(set) var counts: [Vote.Count] = []
    /// What nobody could count, as printed, and in which bullet it stands; nil in the paragraph.
    private(set) var unread: [(text: String, bullet: Int?)] = []
    private var bullet: Int?

    /// - Parameters:
    ///   - paragraph: What stands after the word VOTE.
    ///   - bullets: The list under it.
    init(paragraph: String, bullets: [String]) {
        // Above a list anything may stand: "On the amendment".
        read(paragraph, mustCount: bullets.isEmpty)
        for (position, text) in bullets.enumerated() {
            bullet = position
            read(text, mustCount: true)
        }
        if counts.isEmpty, unread.isEmpty { unread = [(paragraph, nil)] }
    }

    private mutating func read(_ text: String, mustCount: Bool) {
        let words = VoteWord.all(in: text)
        guard !words.isEmpty else { return }
        let marks = SideMark.all(in: words)
        for (position, mark) in marks.enumerated() {
            let end = position + 1 < marks.count ? marks[position + 1].words.lowerBound : words.count
            let tail = VoteTail(words[mark.words.upperBound..<end], counted: mark.number)
            add(mark, tail, printed: { VoteWord.text(words[mark.words.lowerBound..<end], of: text) })
        }
        let isSaid = marks.isEmpty && (addUnanimous(words) || addVotesTo(words))
        if marks.isEmpty, !isSaid, mustCount { unread.append((text, bullet)) }
    }

    private mutating func add(_ mark: SideMark, _ tail: VoteTail, printed: () -> String) {
        guard let side = mark.side else { return }
        let isRepeated = counts.contains { $0.side == side }
        if tail.names == nil || isRepeated { unread.append((printed(), bullet)) }
        guard !isRepeated, tail.number != nil || tail.names != nil else { return }
        counts.append(Vote.Count(side: side, number: tail.number, names: tail.names ?? []))
    }

    /// Nobody was against; and where the vote was unanimous, nobody abstained either.
    private mutating func addUnanimous(_ words: [VoteWord]) -> Bool {
        let isUnanimous = words.contains { ["unanimous", "unanimously"].contains($0.lower) }
        guard isUnanimous || words.contains(where: { $0.lower == "nem" || $0.lower == "nemine" }) else { return false }
        if let number = words.lazy.compactMap(\.number).first { counts.append(Vote.Count(side: .for, number: number, names: [])) }
        counts.append(Vote.Count(side: .against, number: 0, names: []))
        if isUnanimous { counts.append(Vote.Count(side: .abstaining, number: 0, names: [])) }
        return true
    }

    /// "Carried by eight votes to two."
    private mutating func addVotesTo(_ words: [VoteWord]) -> Bool {
        guard let to = words.firstIndex(where: { $0.lower == "to" }), to + 1 < words.count, let against = words[to + 1].number else { return false }
        let before = words[..<to].last { $0.lower != "vote" && $0.lower != "votes" }
        guard let number = before?.number else { return false }
        counts += [Vote.Count(side: .for, number: number, names: []), Vote.Count(side: .against, number: against, names: [])]
        return true
    }
}

/// A word, a number or a sign of the text of a vote.
struct VoteWord {
    let text: Substring
    let lower: String

    var isWord: Bool { text.first?.isLetter ?? false }
    var startsSmall: Bool { text.first?.isLowercase ?? false }

    /// Digits, or a number in words; none is 0.
    var number: Int? { Int(text).flatMap { $0 >= 0 ? $0 : nil } ?? EnglishNumbers.values[lower] ?? (EnglishNumbers.none.contains(lower) ? 0 : nil) }

    static func all(in text: String) -> [VoteWord] {
        var words: [VoteWord] = []
        var rest = text[...].drop(while: \.isWhitespace)
        while let first = rest.first {
            var end = rest.index(after: rest.startIndex)
            if first.isLetter {
                end = rest.firstIndex { !$0.isLetter && !"-'’".contains($0) } ?? rest.endIndex
            } else if first.isNumber {
                end = rest.firstIndex { !$0.isNumber } ?? rest.endIndex
            }
            words.append(VoteWord(text: rest[..<end], lower: rest[..<end].lowercased()))
            rest = rest[end...].drop(while: \.isWhitespace)
        }
        return words
    }

    static func text(_ words: ArraySlice<VoteWord>, of text: String) -> String {
        guard let first = words.first, let last = words.last(where: { $0.isWord || $0.number != nil }) else { return "" }
        return String(text[first.text.startIndex..<last.text.endIndex])
    }
}

/// A word that opens the count of one side, with a number before it: "for", "in favour", "8 votes against".
struct SideMark {
    /// nil for those who did not vote.
    let side: Vote.Side?
    let number: Int?
    let words: Range<Int>

    static func all(in words: [VoteWord]) -> [SideMark] {
        var marks: [SideMark] = []
        var numbersStandBefore = false
        for at in words.indices {
            guard let (side, length) = side(words[at...]) else { continue }
            let counted = at > 0 && ["vote", "votes", "voted", "voting", "members", "councillors"].contains(words[at - 1].lower) ? at - 1 : at
            let number = counted > 0 ? words[counted - 1].number : nil
            if marks.isEmpty { numbersStandBefore = number != nil }
            if numbersStandBefore, let number {
                marks.append(SideMark(side: side, number: number, words: counted - 1..<at + length))
            } else if number != nil || counted == 0 || !words[counted - 1].isWord || ["and", "with"].contains(words[counted - 1].lower) {
                marks.append(SideMark(side: side, number: nil, words: at..<at + length))
            }
        }
        return marks
    }

    private static func side(_ words: ArraySlice<VoteWord>) -> (Vote.Side?, Int)? {
        let first = words.first!.lower
        let second = words.dropFirst().first?.lower
        switch (first, second) {
        case ("in", "favour"): return (.for, 2)
        case ("not", "voting"), ("did", "not"): return (nil, 2)
        default: return sides[first].map { ($0, 1) }
        }
    }

    private static let sides: [String: Vote.Side] = [
        "for": .for, "ayes": .for, "against": .against, "noes": .against,
        "abstaining": .abstaining, "abstained": .abstaining, "abstain": .abstaining, "abstention": .abstaining, "abstentions": .abstaining,
    ]
}

/// What stands after the word for a side: a number, names, or both.
struct VoteTail {
    let number: Int?
    /// nil where something stands there that no list of names can be.
    let names: [String]?

    /// - Parameter counted: The number, where it stands before the word for the side.
    init(_ words: ArraySlice<VoteWord>, counted: Int?) {
        var rest = words.drop { $0.startsSmall && $0.number == nil && $0.lower != "no" }
        rest = rest.drop { !$0.isWord && $0.number == nil && $0.text != "." }
        var number = counted ?? rest.first?.number
        if counted == nil, number != nil {
            rest = rest.dropFirst()
        } else if number == nil, rest.first?.lower == "no" || rest.first?.lower == "no-one" {
            number = 0
            rest = rest.drop(while: \.isWord)
        }
        self.number = number
        if number != nil {
            rest = rest.drop { [")", "]", "vote", "votes", "members", "councillors"].contains($0.text) }
            // "For 8. The Chair used her casting vote.", "For 8, including the Chair"
            let isRemark = rest.first?.text == "." || rest.first { $0.isWord }?.startsSmall ?? true
            names = isRemark ? [] : NamesInText.names(rest)
        } else {
            names = NamesInText.names(rest).flatMap { $0.isEmpty ? nil : $0 }
        }
    }
}

/// "Councillors Bains, Croft (Vice-Chair) and Dr Obi": three names, the title given to each that it is meant for.
enum NamesInText {
    private static let particles: Set<String> = ["al", "ap", "bin", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "la", "le", "van", "von", "y", "o"]
    private static let titles: Set<String> = [
        "councillor", "cllr", "dr", "mr", "mrs", "ms", "miss", "mx", "professor", "prof", "sir", "dame", "lord", "lady", "rev", "reverend",
        "superintendent", "supt", "father", "the",
    ]

    /// nil where something stands among them that cannot be a name.
    static func names(_ words: ArraySlice<VoteWord>) -> [String]? {
        var names: [String] = []
        var current: [VoteWord] = []
        var sharedTitle: String?
        var isRole = false
        func close() -> Bool {
            defer { current = [] }
            if current.count > 1, current[0].lower == "the" { current.removeFirst() }
            guard let first = current.first else { return true }
            guard current.count <= 7, !first.startsSmall, current.allSatisfy(isPartOfName) else { return false }
            let isTitled = titles.contains(first.lower)
            if isTitled { sharedTitle = nil }
            names.append([sharedTitle, spelled(current)].compactMap(\.self).joined(separator: " "))
            return true
        }
        for word in words {
            // What stands in brackets after a name is a role; brackets round all of the names were opened before them.
            if "([".contains(word.text) { isRole = !current.isEmpty; continue }
            if ")]".contains(word.text) { isRole = false; continue }
            if isRole { continue }
            switch word.lower {
            case ",", ";", "&", "and", ":", "–", "—", "-": if !close() { return nil }
            case "councillors", "cllrs":
                guard close() else { return nil }
                sharedTitle = "Councillor"
            case ".": if !isAbbreviation(current.last), !close() { return nil }
            default: current.append(word)
            }
        }
        return close() ? names : nil
    }

    private static func isPartOfName(_ word: VoteWord) -> Bool { word.isWord && (!word.startsSmall || particles.contains(word.lower)) }

    /// After "J." and "Dr." a name goes on.
    private static func isAbbreviation(_ word: VoteWord?) -> Bool {
        word.map { $0.text.count == 1 || titles.contains($0.lower) || $0.lower == "st" } ?? false
    }

    private static func spelled(_ words: [VoteWord]) -> String { words.map { String($0.text) }.joined(separator: " ") }
}
