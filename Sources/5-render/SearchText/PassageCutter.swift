import Markdown
import Search

/// Cuts the text of one document into passages.
///
/// A section is a passage. One that is longer than a result can use is cut between its blocks, between the items of a
/// long list and the rows of a long table, preferably before a place that has an anchor.
struct PassageCutter {
    /// In words. Longer sections are cut …
    static let longest = 250
    /// … into passages of at least so many.
    static let shortest = 100

    let document: Document
    /// What stands before its anchors on the page.
    let prefix: String
    /// How much what is added from now on counts.
    var weight = 1.0
    /// Decisions that stand in the text: where, and the anchors that the page gives them.
    var decisions: [(events: Range<Int>, anchor: String)] = []
    private(set) var passages: [SearchPassage] = []
    private var noted: Set<Int> = []

    init(_ document: Document, prefix: String = "") {
        self.document = document
        self.prefix = prefix
    }

    /// Adds a text as one passage with all its headings in it; section by section where it is long.
    mutating func addWhole(_ markup: Markup, lead: PlainWords = PlainWords(), at anchor: String, under headings: [String]) {
        var text = lead
        text.append(PlainWords(markup))
        guard text.count > PassageCutter.longest else {
            addNotes(of: markup.events, to: &text)
            return add(text, at: anchor, under: headings, isDecision: decisions.contains { $0.events.overlaps(markup.events) })
        }
        addSections(of: markup, lead: lead, at: anchor, under: headings)
    }

    /// Adds each section of a text.
    ///
    /// - Parameters:
    ///   - lead: Words that stand before the text on the page.
    ///   - anchor: The place of what stands before the first heading.
    mutating func addSections(of markup: Markup, lead: PlainWords = PlainWords(), at anchor: String, under headings: [String]) {
        let sections = document.sections(of: markup)
        if !lead.isEmpty, sections.first?.heading != nil || sections.isEmpty { add(lead, at: anchor, under: headings) }
        for (position, section) in sections.enumerated() {
            let isParent = position + 1 < sections.count && sections[position + 1].breadcrumb.count > section.breadcrumb.count
            add(section, lead: section.heading == nil ? lead : PlainWords(), at: anchor, under: headings, isParent: isParent)
        }
    }

    private mutating func add(_ section: Section, lead: PlainWords, at anchor: String, under headings: [String], isParent: Bool) {
        let place = section.heading.map { prefix + $0.anchor } ?? anchor
        let path = headings + section.breadcrumb + (section.heading.map { [$0.title] } ?? [])
        var units = PassageUnits(document, prefix: prefix, at: place, decisions: decisions)
        units.add(lead)
        for block in section.content.blocks { units.add(block) }
        let first = section.heading.map { $0.event..<section.content.events.lowerBound }
        if units.all.isEmpty {
            var notes = PlainWords()
            if let first { addNotes(of: first, to: &notes) }
            if first != nil, !notes.isEmpty || !isParent && units.tables.isEmpty { add(notes, at: place, under: path) }
        } else {
            add(units.all, at: place, under: path, heading: first)
        }
        for table in units.tables { add(table, under: path) }
    }

    /// A table with a caption, which is its heading.
    private mutating func add(_ table: Block, under headings: [String]) {
        let place = prefix + document.tables[Int(table.event.index)].anchor
        var rows = PassageUnits(document, prefix: prefix, at: place, decisions: [])
        var path = headings
        for child in table.children {
            if child.kind == .caption { path.append(String(decoding: PlainWords(child.markup).bytes, as: UTF8.self)) } else { rows.add(child, in: table) }
        }
        add(rows.all, at: place, under: path, heading: table.events.lowerBound..<table.events.lowerBound)
    }

    /// Makes passages of units, the first at a place of its own.
    private mutating func add(_ units: [PassageUnit], at place: String, under headings: [String], heading: Range<Int>?) {
        var rest = units[...]
        var anchor = place
        var events = heading
        while !rest.isEmpty {
            let length = rest.passageLength
            let taken = rest.prefix(length)
            rest = rest.dropFirst(length)
            var text = PlainWords()
            for unit in taken { text.append(unit.text) }
            if let own = events { addNotes(of: own, to: &text) }
            for unit in taken { addNotes(of: unit.events, to: &text) }
            add(text, at: anchor, under: headings, isDecision: taken.contains(where: \.isDecision))
            anchor = rest.first?.anchor ?? place
            events = nil
        }
    }

    mutating func add(_ text: PlainWords, at anchor: String, under headings: [String], isDecision: Bool = false) {
        var passage = SearchPassage(anchor: anchor, headings: headings, text: text.bytes)
        passage.isDecision = isDecision
        passage.weight = weight
        passages.append(passage)
    }

    // MARK: Footnotes

    /// The footnotes that a stretch refers to before any other does.
    private mutating func addNotes(of events: Range<Int>, to text: inout PlainWords) {
        if document.footnotes.isEmpty { return }
        for at in events where document.events[at].kind == .footnoteReference {
            let note = Int(document.events[at].index)
            guard document.footnotes.indices.contains(note), noted.insert(note).inserted else { continue }
            text.append(PlainWords(Markup(document, document.footnotes[note].events)))
        }
    }

    /// Puts the footnotes that no passage has so far with the last one.
    mutating func addOtherNotes() {
        let others = document.footnotes.indices.filter { !noted.contains($0) }
        guard !others.isEmpty else { return }
        var text = PlainWords()
        for note in others { text.append(PlainWords(Markup(document, document.footnotes[note].events))) }
        guard let last = passages.popLast() else { return add(text, at: "", under: []) }
        var longer = SearchPassage(anchor: last.anchor, headings: last.headings, text: last.text + [UInt8(ascii: " ")] + text.bytes)
        longer.isDecision = last.isDecision
        longer.weight = last.weight
        passages.append(longer)
    }
}

extension ArraySlice<PassageUnit> {
    /// How many units the first passage takes.
    fileprivate var passageLength: Int {
        if reduce(0, { $0 + $1.text.count }) <= PassageCutter.longest { return count }
        var words = 0
        for (taken, unit) in enumerated() {
            let isEnough = words >= PassageCutter.shortest && (unit.opensPlace || words + unit.text.count > PassageCutter.longest)
            if isEnough, !isShort(from: taken) { return taken }
            words += unit.text.count
        }
        return count
    }

    /// Whether what is left after some units is too little for a passage.
    private func isShort(from taken: Int) -> Bool {
        var words = 0
        for unit in dropFirst(taken) {
            words += unit.text.count
            if words * 2 >= PassageCutter.shortest { return false }
        }
        return true
    }
}
