import Diagnostics
import Markdown
import Packs

/// Finds decisions, actions, votes and declarations of interest among the blocks of a minute.
struct MinuteText {
    let document: Document
    /// What anchors of decisions begin with: the minute's own label.
    let label: String
    private var parts: [MinutePart] = []
    private var plain: [Block] = []
    private var decisions = 0

    init(document: Document, label: String) {
        self.document = document
        self.label = label
    }

    mutating func read(_ blocks: ArraySlice<Block>) -> [MinutePart] {
        var at = blocks.startIndex
        while at < blocks.endIndex {
            let block = blocks[at]
            let list = at + 1 < blocks.endIndex && blocks[at + 1].kind == .list ? blocks[at + 1] : nil
            guard let opening = BoldOpening(block) else {
                plain.append(block)
                at += 1
                continue
            }
            let usesList = take(block, opening, list: list)
            at += usesList ? 2 : 1
        }
        flush()
        return parts
    }

    /// Takes a block that opens with a bold word; true where the list under it belongs to it.
    private mutating func take(_ block: Block, _ opening: BoldOpening, list: Block?) -> Bool {
        if let kind = Decision.Kind(rawValue: opening.word) {
            decisions += 1
            let anchor = decisions == 1 ? "decision-\(label)" : "decision-\(label)-\(decisions)"
            let blocks = [block] + (list.map { [$0] } ?? [])
            add(.decision(Decision(kind: kind, anchor: anchor, text: Markup(document, covering: blocks[...]))))
            return list != nil
        }
        switch opening.word {
        case "action": add(.actions([Action(sentence: opening.rest)], block.markup))
        case "actions":
            let bullets = list.map { $0.children.filter { $0.kind == .item } } ?? []
            let own = opening.rest.isEmpty ? [] : [Action(sentence: opening.rest)]
            let blocks = [block] + (list.map { [$0] } ?? [])
            add(.actions(own + bullets.map { Action(sentence: $0.plainText.trimmingBlanks()) }, Markup(document, covering: blocks[...])))
            return list != nil
        case "vote":
            let blocks = [block] + (list.map { [$0] } ?? [])
            add(.vote(Markup(document, covering: blocks[...])))
            return list != nil
        case "declared": add(.declaration(Declaration(sentence: opening.rest, text: block.markup)))
        default: plain.append(block)
        }
        return false
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
    /// In small letters, without a colon.
    let word: String
    /// After any dash or colon.
    let rest: String

    init?(_ block: Block) {
        guard block.kind == .paragraph, let first = block.children.first(where: { _ in true }), first.kind == .strong else { return nil }
        let bold = first.plainText
        let text = block.plainText
        guard let range = text.firstRange(of: bold) else { return nil }
        let separators: (Character) -> Bool = { ":-–—. \n".contains($0) }
        word = bold.lowercased().trimmingBlanks().reversed().drop(while: separators).reversed().map(String.init).joined()
        rest = text[range.upperBound...].drop(while: separators).trimmingBlanks()
    }
}

extension Action {
    /// "Tom Brailsford to circulate the specification by 30 March 2017."
    init(sentence: String) {
        var owner: String?
        if let to = sentence.firstRange(of: " to ") {
            let words = sentence[..<to.lowerBound].split(separator: " ")
            if words.count <= 8, words.first?.first?.isUppercase == true { owner = words.joined(separator: " ") }
        }
        var due: Day?
        if let by = sentence.ranges(of: "by ").last, case .day(let day) = DateInText.find(in: String(sentence[by.upperBound...])).first {
            due = day
        }
        self.init(owner: owner, what: sentence, due: due)
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
