import Diagnostics
import Markdown
import Model

/// Finds decisions, actions, votes and declarations of interest among the blocks of a minute.
struct MinuteText {
    let document: Document
    /// What anchors of decisions begin with: the minute's own label.
    let label: String
    private var parts: [MinutePart] = []
    private var plain: [Block] = []
    private var decisions = 0
    /// The lines of what reads like a decision and is none.
    private(set) var missed: [Int] = []
    /// What stands in votes and nobody could count, each with its line.
    private(set) var uncounted: [(line: Int, text: String)] = []

    init(document: Document, label: String) {
        self.document = document
        self.label = label
    }

    mutating func read(_ blocks: ArraySlice<Block>) -> [MinutePart] {
        var at = blocks.startIndex
        while at < blocks.endIndex {
            let block = blocks[at]
            guard let opening = BoldOpening(block) else {
                if DecisionLookAlike.isOne(block) { missed.append(block.line) }
                plain.append(block)
                at += 1
                continue
            }
            at += take(opening, blocks[at...])
        }
        flush()
        return parts
    }

    /// Takes a block that opens with a bold word; says how many of the blocks belong to it.
    private mutating func take(_ opening: BoldOpening, _ blocks: ArraySlice<Block>) -> Int {
        let first = blocks.first!
        let belonging = opening.isDecision || opening.word != "action" ? MinuteText.belonging(to: blocks) : 1
        let text = Markup(document, covering: blocks.prefix(belonging))
        if let kind = Decision.Kind(rawValue: opening.word) {
            decisions += 1
            let anchor = decisions == 1 ? "decision-\(label)" : "decision-\(label)--\(decisions)"
            add(.decision(Decision(kind: kind, anchor: anchor, text: text)))
            return belonging
        }
        switch opening.word {
        case "action":
            add(.actions([Action(sentence: opening.rest)], first.markup))
            return 1
        case "actions":
            let bullets = blocks.prefix(belonging).dropFirst().flatMap { $0.children.filter { $0.kind == .item } }
            let own = opening.rest.isEmpty ? [] : [Action(sentence: opening.rest)]
            add(.actions(own + bullets.map { Action(sentence: $0.plainText.trimmingBlanks()) }, text))
            return belonging
        case "vote":
            add(.vote(vote(opening.rest, blocks.prefix(belonging), text)))
            return belonging
        case "declared":
            add(.declaration(Declaration(sentence: opening.rest, text: first.markup)))
            return 1
        default:
            plain.append(first)
            return 1
        }
    }

    private mutating func vote(_ sentence: String, _ blocks: ArraySlice<Block>, _ text: Markup) -> Vote {
        let bullets = blocks.dropFirst().flatMap { $0.kind == .list ? $0.children.filter { $0.kind == .item } : [$0] }
        let reader = VoteReader(paragraph: sentence, bullets: bullets.map(\.plainText))
        uncounted += reader.unread.map { unread in (unread.bullet.map { bullets[$0].line } ?? blocks.first!.line, unread.text) }
        return Vote(counts: reader.counts, text: text)
    }

    /// The paragraph itself, the list under it, and paragraphs with labels: "(a) that …", "(b) that …".
    private static func belonging(to blocks: ArraySlice<Block>) -> Int {
        let rest = blocks.dropFirst()
        if rest.first?.kind == .list { return 2 }
        return 1 + rest.prefix { $0.kind == .paragraph && $0.label != nil && BoldOpening($0) == nil }.count
    }

    private mutating func add(_ part: MinutePart) {
        flush()
        parts.append(part)
    }

    private mutating func flush() {
        guard !plain.isEmpty else { return }
        parts.append(.text(Markup(document, covering: plain[...])))
        plain = []
    }
}

/// The bold word that a paragraph opens with, and what follows it.
struct BoldOpening {
    /// In small letters, without a colon. For a decision the first word counts: **RESOLVED – That** is one.
    let word: String
    /// After any dash or colon.
    let rest: String

    var isDecision: Bool { Decision.Kind(rawValue: word) != nil }

    init?(_ block: Block) {
        guard block.kind == .paragraph, let first = block.children.first(where: { _ in true }), first.kind == .strong else { return nil }
        let words = first.plainText.lowercased().unicodeScalars.split(whereSeparator: BoldOpening.separates).map { String($0) }
        if let first = words.first, Decision.Kind(rawValue: first) != nil {
            word = first
        } else {
            word = words.joined(separator: " ")
        }
        let after = Markup(block.document, first.events.upperBound..<block.content.events.upperBound).plainText
        rest = String(after.unicodeScalars.drop(while: BoldOpening.separates)).trimmingBlanks()
    }

    private static func separates(_ sign: Unicode.Scalar) -> Bool {
        switch sign {
        case ":", "-", "–", "—", ".", " ", "\n": true
        default: false
        }
    }
}

/// Text that reads like a decision but does not open with the bold word alone.
enum DecisionLookAlike {
    static func isOne(_ block: Block) -> Bool {
        if block.kind == .list { return block.children.contains { $0.children.first { $0.kind == .paragraph }.map(isOne) ?? false } }
        guard block.kind == .paragraph, block.firstByte.map({ (65...90).contains($0) }) ?? false else { return false }
        if let opening = BoldOpening(block) { return opening.isDecision || opening.word.hasSuffix("resolved") }
        guard let first = block.document.events[block.events].first(where: { $0.kind == .text }) else { return false }
        let opening = String(decoding: block.document.text[Int(first.start)..<Int(first.start + first.length)].prefix { $0.isLetter }, as: UTF8.self)
        return opening == opening.uppercased() && Decision.Kind(rawValue: opening.lowercased()) != nil
    }
}

extension Action {
    /// "Hannah Streeter to circulate the specification by 30 March 2017."
    init(sentence: String) {
        var due: Day?
        if let by = sentence.ranges(of: "by ").last { due = DateInText.first(in: String(sentence[by.upperBound...])) }
        self.init(owner: Action.owner(in: sentence), what: sentence, due: due)
    }

    /// Who stands before the first "to" that a verb follows: in "The Clerk to the Council to write to the Minister" it is the second.
    /// nil where something is to be done, and it is not said by whom.
    private static func owner(in sentence: String) -> String? {
        let words = sentence.split(separator: " ")
        guard words.first?.first?.isUppercase == true else { return nil }
        let to = words.indices.dropFirst().first { at in
            words[at] == "to" && at + 1 < words.count && !articles.contains(String(words[at + 1])) && words[at + 1].first?.isUppercase != true
        }
        guard let to, to <= 8, !isPassive(words[(to + 1)...]) else { return nil }
        return words[..<to].joined(separator: " ")
    }

    private static let articles: Set<String> = ["the", "a", "an", "all", "any", "each", "every", "its", "their", "his", "her", "our", "this", "that", "these", "those"]

    /// "be circulated", "be sent".
    private static func isPassive(_ words: ArraySlice<Substring>) -> Bool {
        guard words.first == "be", let participle = words.dropFirst().first?.prefix(while: \.isLetter) else { return false }
        return participle.hasSuffix("ed") || participle.hasSuffix("en") || ["sent", "made", "brought", "held", "put", "set", "shown", "told", "drawn"].contains(participle)
    }
}

extension Declaration {
    /// "Name – nature of the interest – withdrew"
    init(sentence: String, text: Markup) {
        let parts = sentence.split(separator: " – ").flatMap { $0.split(separator: " — ") }.flatMap { $0.split(separator: " - ") }
            .map { $0.trimmingBlanks() }
        let outcome = parts.last.flatMap { Outcome(rawValue: $0.lowercased().filter { $0 != "." }) }
        let nature = parts.dropFirst().dropLast(outcome == nil ? 0 : 1).joined(separator: " – ")
        self.init(name: parts.first ?? sentence, nature: nature, outcome: outcome, text: text)
    }
}
