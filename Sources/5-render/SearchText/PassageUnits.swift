import Markdown

/// The smallest part of a section that is not cut.
struct PassageUnit {
    let events: Range<Int>
    let text: PlainWords
    /// The last place with an anchor on the page before its first word.
    let anchor: String
    /// Whether that place is its own beginning.
    let opensPlace: Bool
    let isDecision: Bool
}

/// Takes the blocks of a section apart as far as is needed.
struct PassageUnits {
    private(set) var all: [PassageUnit] = []
    /// Tables with a caption, which are passages of their own.
    private(set) var tables: [Block] = []

    private let document: Document
    private let prefix: String
    private let decisions: [(events: Range<Int>, anchor: String)]
    private var anchor: String
    /// Whether that anchor stands directly before what comes next.
    private var isFresh = false

    /// - Parameter anchor: Where the section begins.
    init(_ document: Document, prefix: String, at anchor: String, decisions: [(events: Range<Int>, anchor: String)]) {
        self.document = document
        self.prefix = prefix
        self.anchor = anchor
        self.decisions = decisions
    }

    /// Words that come from no block.
    mutating func add(_ words: PlainWords) {
        if words.isEmpty { return }
        all.append(PassageUnit(events: 0..<0, text: words, anchor: anchor, opensPlace: false, isDecision: false))
    }

    mutating func add(_ block: Block, in table: Block? = nil) {
        if block.kind == .table, document.hasCaption(block) {
            tables.append(block)
            return
        }
        let text = PlainWords(block.markup)
        if text.count > PassageCutter.longest, block.kind.canBeCut {
            note(anchor(at: block.at, in: table))
            for child in block.children { add(child, in: block.kind == .table ? block : table) }
            return
        }
        append(block, text, in: table)
    }

    private mutating func append(_ block: Block, _ text: PlainWords, in table: Block?) {
        var isOpening = true
        var later: String?
        for decision in decisions where decision.events.lowerBound == block.at { note(decision.anchor) }
        var inner = table
        for at in block.events {
            let event = document.events[at]
            if event.kind == .table { inner = Block(document: document, at: at) }
            if let found = anchor(at: at, in: inner) { if isOpening { note(found) } else { later = found } }
            if event.kind.holdsWords { isOpening = false }
        }
        if !text.isEmpty {
            let isDecision = decisions.contains { $0.events.overlaps(block.events) }
            all.append(PassageUnit(events: block.events, text: text, anchor: anchor, opensPlace: isFresh, isDecision: isDecision))
            isFresh = false
        }
        if let later { anchor = prefix + later }
    }

    /// The first of several anchors at one place is kept.
    private mutating func note(_ found: String?) {
        guard let found, !isFresh else { return }
        anchor = prefix + found
        isFresh = true
    }

    /// The anchor that the page has for an event.
    private func anchor(at: Int, in table: Block?) -> String? {
        let event = document.events[at]
        let found: String? =
            switch event.kind {
            case .heading: document.headings[Int(event.index)].anchor
            case .paragraph, .item, .pageMark: event.length > 0 ? document.labels[Int(event.index)].anchor : nil
            case .table: document.tables[Int(event.index)].anchor
            case .cell: table.flatMap { document.tables[Int($0.event.index)].cells[Int(event.index)].anchor }
            case .callout: event.level == Callout.correction.rawValue ? Callout.anchor(ofCorrection: Int(event.index)) : nil
            default: nil
            }
        return found?.isEmpty == false ? found : nil
    }
}

extension Document {
    fileprivate func hasCaption(_ table: Block) -> Bool { table.children.first { _ in true }?.kind == .caption }
}

extension Event.Kind {
    /// Whether it holds blocks, so that a passage may end between two of them.
    fileprivate var canBeCut: Bool {
        switch self {
        case .quote, .callout, .list, .item, .table: true
        default: false
        }
    }

    fileprivate var holdsWords: Bool {
        switch self {
        case .text, .code, .codeBlock, .image: true
        default: false
        }
    }
}
