import Diagnostics
import Markdown
import Model
import Text

/// Walks the blocks of an agenda and makes sections and items of them.
struct AgendaBuilder {
    struct Finding {
        let problem: ReadingProblem
        let location: SourceLocation
        let isExempt: Bool
    }

    let document: Document
    let path: String
    /// By the line of the item's heading: what a first walk found. nil on that first walk.
    private let known: [Int: Exemption]?
    /// By number: those of the agenda that this is a supplement to.
    private let inherited: [ItemNumber: Exemption]
    private(set) var exemptions: [Int: Exemption] = [:]
    var findings: [Finding] = []
    /// The headings of its sections and items, in order.
    private(set) var outline: [Heading] = []
    var agenda: Agenda

    /// The heading of a section or an item.
    struct Heading {
        let line: Int
        let isItem: Bool
        let number: String?
        let title: String
        let isExempt: Bool
        /// It says `Public: yes`.
        let isAnswered: Bool

        /// To exclude the public is business of an item, and done in public.
        var isExclusion: Bool { ExemptWords.isExclusion(ExemptWords.words(of: title)) }
        /// For messages.
        var name: String { number ?? title }
    }

    /// True where nobody can say what of the meeting is exempt.
    var isInDoubt: Bool { findings.contains { ReadingProblem.doubts.contains($0.problem.code) } }

    /// One for each item, since numbered ones come first.
    private var wishes: [Anchors.Wish] = []
    private var numberLines: [ItemNumber: Int] = [:]
    private var itemLines: [Int] = []
    private var sectionIsExempt = false

    init(document: Document, path: String, exemptions: [Int: Exemption]?, exemptItems: [AgendaItem]) {
        self.document = document
        self.path = path
        known = exemptions
        let numbered = exemptItems.compactMap { item in item.number.flatMap { number in item.exemption.map { (number, $0) } } }
        inherited = Dictionary(numbered, uniquingKeysWith: { first, _ in first })
        agenda = Agenda(notice: Markup(document, 0..<0))
    }

    mutating func build() {
        let blocks = Array(document.body.blocks)
        let starts = blocks.indices.filter { blocks[$0].kind == .heading && blocks[$0].event.level <= 2 }
        agenda.notice = run(blocks[..<(starts.first ?? blocks.count)])
        for block in blocks[..<(starts.first ?? blocks.count)] where block.isHeadingWithoutBlank || block.opensWithExempt {
            findings.append(Finding(problem: .headingWithoutBlank, location: SourceLocation(path, line: block.line), isExempt: true))
        }
        noteCalledExempt(in: blocks[..<(starts.first ?? blocks.count)])
        for (position, start) in starts.enumerated() {
            let end = position + 1 < starts.count ? starts[position + 1] : blocks.count
            itemLines.append(blocks[start].line)
            if blocks[start].event.level == 1 {
                openSection(blocks[start], blocks[(start + 1)..<end])
            } else {
                addItem(blocks[start], blocks[(start + 1)..<end])
            }
        }
        checkSections()
        if known == nil { checkTextBelowExemptItem() }
        checkFootnotes()
        var anchors = Anchors()
        agenda.sections.nameItems(anchors.unique(wishes).map { ($0, []) })
    }

    /// The lines below the headings of exempt items.
    func exemptLines(through lastLine: Int) -> [Range<Int>] {
        exemptions.keys.sorted().map { line in
            let next = itemLines.first { $0 > line } ?? lastLine + 1
            return line + 1..<max(line + 1, next)
        }
    }

    private mutating func openSection(_ heading: Block, _ blocks: ArraySlice<Block>) {
        let title = heading.plainText.trimmingBlanks()
        let words = title.lowercased().split { !$0.isLetter }
        let answer = blocks.first.flatMap(PublicAnswer.init)
        if let answer { note(answer, isExempt: false) }
        let isAnswered = answer?.isPublic ?? false
        let blocks = blocks.dropFirst(answer == nil ? 0 : 1)
        let saysExempt = words.contains { $0 == "exempt" || $0 == "exempted" }
        sectionIsExempt = !isAnswered && saysExempt && !ExemptWords.isOfExemptThings(title)
        if isAnswered {
            // The author has said so.
        } else if !sectionIsExempt, saysExempt || ExemptLookAlikes.isSection(title) {
            findings.append(Finding(problem: .sectionSoundsExempt, location: SourceLocation(path, line: heading.line), isExempt: true))
        } else if !sectionIsExempt, words.contains(where: ExemptLookAlikes.isSectionWord) {
            findings.append(Finding(problem: .sectionMayBeExempt, location: SourceLocation(path, line: heading.line), isExempt: false))
        }
        checkIntroduction(blocks)
        if !sectionIsExempt { noteCalledExempt(in: blocks) }
        add(Heading(line: heading.line, isItem: false, number: nil, title: title, isExempt: sectionIsExempt, isAnswered: isAnswered))
        agenda.sections.append(AgendaSection(title: title, introduction: run(blocks), items: []))
    }

    /// An item whose heading has too many or too few signs # would be taken for the text of a section.
    private mutating func checkIntroduction(_ blocks: ArraySlice<Block>) {
        for block in blocks {
            let isItem = (block.kind == .heading && ItemHeading(block.plainText, namesItem: false).number != nil) || (block.kind == .list && ItemFields.isFieldList(block)) || block.isHeadingWithoutBlank
            guard isItem || sectionIsExempt && (block.kind != .paragraph && block.kind != .pageMark || block.looksLikeItem) else { continue }
            return findings.append(Finding(problem: .itemWithoutHeading, location: SourceLocation(path, line: block.line), isExempt: true))
        }
    }

    /// A heading below an exempt item that has text and no items may be a part of that item.
    private mutating func checkTextBelowExemptItem() {
        let sections = Dictionary(zip(outline.filter { !$0.isItem }.map(\.line), agenda.sections.filter { $0.title != nil }), uniquingKeysWith: { first, _ in first })
        for (before, heading) in zip(outline, outline.dropFirst()) where before.isItem && before.isExempt && !heading.isItem && !heading.isExempt && !heading.isAnswered {
            guard let section = sections[heading.line], section.items.isEmpty, let text = section.introduction, !text.isEmpty else { continue }
            if findings.contains(where: { $0.location.line == heading.line }) { continue }
            findings.append(Finding(problem: .headingWithinExemptItem, location: SourceLocation(path, line: heading.line), isExempt: true))
        }
    }

    /// A section of exempt items that has none holds them as text, unless it says that there are none.
    private mutating func checkSections() {
        for (heading, section) in zip(outline.filter { !$0.isItem }, agenda.sections.filter { $0.title != nil }) where heading.isExempt && section.items.isEmpty {
            let words = section.introduction.map { ExemptWords.words(of: $0.plainText) } ?? []
            if words.isEmpty || words.contains(where: ["no", "none", "nil", "nothing"].contains) { continue }
            findings.append(Finding(problem: .itemWithoutHeading, location: SourceLocation(path, line: heading.line), isExempt: true))
        }
    }

    /// The text of a note that nothing refers to is published, and may be that of an exempt item.
    private mutating func checkFootnotes() {
        guard known == nil, !exemptions.isEmpty else { return }
        let hidden = exemptLines(through: Int(UInt32.max))
        for note in document.footnotes where note.references == 0 {
            let line = document.events[note.events].first { $0.line > 0 }.map { Int($0.line) } ?? 0
            if hidden.contains(where: { $0.contains(line) }) { continue }
            findings.append(Finding(problem: .noteOfNobody, location: SourceLocation(path, line: line), isExempt: true))
        }
    }

    /// A heading within the text of an exempt item ends it, and what follows would be published.
    private mutating func add(_ heading: Heading) {
        if known == nil, let before = outline.last, before.isItem, before.isExempt, before.number != nil, heading.number == nil, !heading.isExempt,
            heading.isItem && !heading.isAnswered || ExemptLookAlikes.isPartOfReport(heading.title)
        {
            findings.append(Finding(problem: .headingWithinExemptItem, location: SourceLocation(path, line: heading.line), isExempt: true))
        }
        outline.append(heading)
    }

    private mutating func addItem(_ heading: Block, _ blocks: ArraySlice<Block>) {
        let parts = ItemHeading(heading.plainText, namesItem: false)
        let location = SourceLocation(path, line: heading.line)
        wishes.append(parts.anchorWish(in: "item"))
        var fields = ItemFields(path: path)
        if known?[heading.line] == nil { fields.read(blocks) }
        let exemption = known?[heading.line] ?? exemption(of: fields, number: parts.number, at: location)
        for finding in fields.findings {
            findings.append(Finding(problem: finding.problem, location: finding.location, isExempt: exemption != nil))
        }
        for location in fields.longFields where exemption != nil {
            findings.append(Finding(problem: .fieldNotOneLine, location: location, isExempt: true))
        }
        add(Heading(line: heading.line, isItem: true, number: parts.number?.printed, title: parts.title, isExempt: exemption != nil, isAnswered: fields.answer?.isPublic ?? false))
        if let answer = fields.answer {
            note(answer, isExempt: exemption != nil)
            if answer.isPublic { agenda.answeredLines.insert(heading.line) }
        }
        if exemption == nil, !(fields.answer?.isPublic ?? false), ExemptLookAlikes.isTitle(parts.title) {
            findings.append(Finding(problem: .titleSaysExempt, location: location, isExempt: true))
        }
        for block in blocks where exemption == nil && block.isHeadingWithoutBlank {
            findings.append(Finding(problem: .headingWithoutBlank, location: SourceLocation(path, line: block.line), isExempt: false))
        }
        if let number = parts.number {
            if let line = numberLines[number] {
                findings.append(Finding(problem: .itemNumberTwice(number.printed, firstLine: line), location: location, isExempt: false))
            }
            numberLines[number] = heading.line
        }
        let business: AgendaItem.Business
        if let exemption {
            exemptions[heading.line] = exemption
            agenda.exemptLinks += links(in: blocks) + links(in: [heading]) + linksInFootnotes(of: blocks)
            business = .exempt(exemption)
        } else {
            agenda.openLinks += fields.paperLinks
            noteCalledExempt(in: blocks)
            business = .open(fields.business(details: run(blocks.dropFirst(fields.blocksUsed))))
        }
        append(AgendaItem(number: parts.number, title: parts.title, anchor: "", location: location, business: business))
    }

    /// An answer that is none, or that a mark contradicts.
    private mutating func note(_ answer: PublicAnswer, isExempt: Bool) {
        if answer.isPublic, !isExempt {
            if known == nil { findings.append(Finding(problem: .answeredPublic, location: SourceLocation(path, line: answer.line), isExempt: false)) }
            return
        }
        findings.append(Finding(problem: answer.isPublic ? .publicAndExempt : .strayExemptMark, location: SourceLocation(path, line: answer.line), isExempt: true))
    }

    private mutating func exemption(of fields: ItemFields, number: ItemNumber?, at location: SourceLocation) -> Exemption? {
        // What is wrong with it was said of the agenda.
        if !fields.isExempt, let exemption = number.flatMap({ inherited[$0] }) {
            return Exemption(paragraphs: exemption.paragraphs, reason: exemption.reason)
        }
        guard sectionIsExempt || fields.isExempt else { return nil }
        if fields.paragraphs.isEmpty, !fields.isExempt {
            findings.append(Finding(problem: .exemptWithoutParagraphs, location: location, isExempt: true))
        }
        if fields.reason == nil {
            findings.append(Finding(problem: .exemptWithoutReason, location: location, isExempt: true))
        }
        return Exemption(paragraphs: fields.paragraphs, unknownParagraphs: fields.unknownParagraphs, reason: fields.reason)
    }

    private mutating func append(_ item: AgendaItem) {
        if agenda.sections.isEmpty { agenda.sections.append(AgendaSection(title: nil, introduction: nil, items: [])) }
        agenda.sections[agenda.sections.count - 1].items.append(item)
    }

    private func run(_ blocks: ArraySlice<Block>) -> Markup { Markup(document, covering: blocks) }

    /// The links of the notes that an item refers to.
    private func linksInFootnotes(of blocks: ArraySlice<Block>) -> [String] {
        let notes = run(blocks).events.filter { document.events[$0].kind == .footnoteReference }.map { Int(document.events[$0].index) }
        return Set(notes).filter(document.footnotes.indices.contains).flatMap { links(in: document.footnotes[$0].events) }
    }

    /// The links in open text whose words say that what they lead to is exempt.
    private mutating func noteCalledExempt(in blocks: ArraySlice<Block>) {
        for at in run(blocks).events where document.events[at].kind == .link {
            let words = Block(document: document, at: at).plainText
            if ExemptLookAlikes.isTitle(words, isOfPaper: true) { agenda.calledExempt.append(document.links[Int(document.events[at].index)].destination) }
        }
    }

    private func links(in blocks: ArraySlice<Block>) -> [String] { links(in: run(blocks).events) }

    private func links(in events: Range<Int>) -> [String] {
        events.compactMap { at in
            let event = document.events[at]
            return switch event.kind {
            case .link: document.links[Int(event.index)].destination
            case .image: document.images[Int(event.index)].source
            default: nil
            }
        }
    }
}

extension [AgendaSection] {
    /// Gives the items their anchors, in their order.
    mutating func nameItems(_ names: [(anchor: String, others: [String])]) {
        var next = 0
        for section in indices {
            for item in self[section].items.indices {
                self[section].items[item].anchor = names[next].anchor
                self[section].items[item].otherAnchors = names[next].others
                next += 1
            }
        }
    }
}

extension Markup {
    /// The run from the first to the last of some neighbouring blocks.
    init(_ document: Document, covering blocks: ArraySlice<Block>) {
        guard let first = blocks.first, let last = blocks.last else {
            self.init(document, 0..<0)
            return
        }
        self.init(document, first.events.lowerBound..<last.events.upperBound)
    }
}

extension Block {
    /// A paragraph such as "##4. Budget", which was meant as a heading.
    var isHeadingWithoutBlank: Bool {
        guard kind == .paragraph, firstByte == UInt8(ascii: "#") else { return false }
        let text = plainText.drop { $0 == " " }
        let signs = text.prefix { $0 == "#" }
        return !signs.isEmpty && signs.count <= 6 && text.dropFirst(signs.count).first.map { $0.isLetter || $0.isNumber } ?? false
    }

    /// A paragraph such as "**9. Purchase of land**" or "Item 9: Purchase of land".
    fileprivate var looksLikeItem: Bool {
        guard kind == .paragraph else { return false }
        let text = plainText.trimmingBlanks()
        if ItemLabel.opens(text) { return true }
        let inner = Array(children)
        return inner.count == 1 && (inner[0].kind == .strong || inner[0].kind == .emphasis) && !text.hasSuffix(".") && text.count < 120
    }

    /// A paragraph such as "**Exempt items**", which was meant as the heading of a section.
    fileprivate var opensWithExempt: Bool {
        kind == .paragraph && firstByte.map { $0 | 0x20 } == UInt8(ascii: "e") && plainText.count < 60 && ExemptWords.opensWithExempt(plainText)
    }
}
