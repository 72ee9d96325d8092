import CMark
import Diagnostics
import Text

/// Writes a document's events while the C library's tree is walked.
struct EventBuilder {
    /// How deep lists, quotes and emphasis may stand in each other.
    static let depthLimit = 100

    let source: Source
    let extensions: Extensions
    let scope: ParagraphScope
    var fragments = Fragments()
    /// The paragraphs that the C library made of the fragments.
    var fragmentNodes: [CNode] = []
    var diagnostics: [Diagnostic] = []

    var events: [Event] = []
    var text: [UInt8] = []
    var headings: [Heading] = []
    var lists: [ListStyle] = []
    var labels: [Label] = []
    var links: [Link] = []
    var images: [Image] = []
    var tables: [Table] = []
    var footnotes = FootnoteTable()

    /// The opening events of what is open.
    var open: [Int] = []
    /// Containers that were not opened, because they stand too deep.
    var suppressed = 0
    /// Places in `open` of elements of raw HTML.
    var rawElements: [Int] = []
    var openLists: [OpenList] = []
    /// The anchors of the list items that are open; empty for an item without a label.
    var itemAnchors: [String] = []
    /// The numbers of the headings that the text stands under, by level.
    var headingNumbers = [String](repeating: "", count: 7)
    var anchors = Anchors()
    /// One for each heading, since numbered ones come first.
    var headingWishes: [Anchors.Wish] = []
    /// Row headers whose anchors are chosen last, so that headings come first: table, cell, wish.
    var rowAnchors: [(table: Int, cell: Int, wish: String)] = []
    /// Where the source's lines begin; found when first needed.
    var lineStarts: [Int] = []

    /// Bytes of the next text that were taken as a label.
    var skip = 0
    /// True where the words of the block hold marks that the C library does not know.
    var needsSecondLook = false
    /// The paragraph that is the caption of the table after it.
    var caption: CNode?
    /// The depth at which a cell's words stand; 0 outside of tables.
    var cellDepth = 0
    /// Whether `- ` begins a list in the cell that is open.
    var cellMayHoldItems = true
    /// Where the words come from: added to the tree's lines and columns.
    var lineOffset: Int
    var columnOffset = 0

    /// How many corrections there were so far.
    var corrections = 0

    init(_ source: Source, extensions: Extensions, scope: ParagraphScope) {
        self.source = source
        self.extensions = extensions
        self.scope = scope
        lineOffset = source.firstLine - 1
        events.reserveCapacity(source.bytes.count / 16 + 16)
        text.reserveCapacity(source.bytes.count + 16)
    }

    var isPlain: Bool { extensions != .all }

    /// Walks what stands below a node.
    mutating func walk(_ root: CNode) {
        let iterator = cmark_iter_new(root.pointer)
        defer { cmark_iter_free(iterator) }
        while true {
            let step = cmark_iter_next(iterator)
            if step == CMARK_EVENT_DONE { return }
            guard let pointer = cmark_iter_get_node(iterator) else { return }
            let node = CNode(pointer: pointer)
            if node == root { continue }
            if step == CMARK_EVENT_EXIT {
                leave(node)
            } else if enter(node) == .over {
                cmark_iter_reset(iterator, pointer, CMARK_EVENT_EXIT)
            }
        }
    }

    enum Step { case into, over }

    private mutating func enter(_ node: CNode) -> Step {
        let kind = node.kind
        switch kind {
        case CMARK_NODE_TEXT: appendText(node.literal, node)
        case CMARK_NODE_SOFTBREAK: appendSoftBreak(node)
        case CMARK_NODE_PARAGRAPH: return enterParagraph(node)
        case CMARK_NODE_STRONG: openContainer(.strong, node)
        case CMARK_NODE_EMPH: openContainer(.emphasis, node)
        case CMARK_NODE_LINK: openLink(node)
        case CMARK_NODE_CODE: appendLeaf(.code, node.literal, node)
        case CMARK_NODE_LINEBREAK: lineBreak(node)
        case CMARK_NODE_IMAGE:
            image(node)
            return .over
        case CMARK_NODE_HTML_INLINE: inlineHTML(node)
        case CMARK_NODE_HEADING: return enterHeading(node)
        case CMARK_NODE_LIST: openList(node)
        case CMARK_NODE_ITEM: openItem(node)
        case CMARK_NODE_BLOCK_QUOTE: openQuote(node)
        case CMARK_NODE_CODE_BLOCK: codeBlock(node)
        case CMARK_NODE_HTML_BLOCK: htmlBlock(node)
        case CMARK_NODE_THEMATIC_BREAK: appendLeaf(.thematicBreak, node)
        default: break
        }
        return .into
    }

    private mutating func leave(_ node: CNode) {
        switch node.kind {
        case CMARK_NODE_PARAGRAPH: closeWords()
        case CMARK_NODE_HEADING: closeHeading()
        case CMARK_NODE_LIST: closeList()
        case CMARK_NODE_ITEM: closeItem()
        case CMARK_NODE_STRONG, CMARK_NODE_EMPH, CMARK_NODE_LINK, CMARK_NODE_BLOCK_QUOTE: closeContainer()
        default: break
        }
    }

    // MARK: Events

    func line(of node: CNode) -> Int { node.line + lineOffset }

    func location(of node: CNode) -> SourceLocation {
        SourceLocation(source.path, line: line(of: node), column: max(0, node.column + columnOffset))
    }

    mutating func report(_ problem: MarkdownProblem, _ location: SourceLocation) {
        diagnostics.append(Diagnostic(problem, at: location))
    }

    mutating func openEvent(_ kind: Event.Kind, line: Int) {
        var event = Event(kind)
        event.line = UInt32(truncatingIfNeeded: line)
        open.append(events.count)
        events.append(event)
    }

    mutating func closeEvent() {
        let start = open.removeLast()
        var event = Event(.close)
        event.line = events[start].line
        events.append(event)
        events[start].extent = UInt32(events.count - start)
    }

    /// Opens what may nest: refused below the limit, because no reader could follow and some programs would not.
    mutating func openContainer(_ kind: Event.Kind, _ node: CNode, room: Int = 1) {
        if suppressed > 0 || !isPlain && open.count + room > EventBuilder.depthLimit {
            if suppressed == 0, !diagnostics.contains(where: { $0.code == "E202" }) {
                report(.nestedTooDeeply(limit: EventBuilder.depthLimit), location(of: node))
            }
            suppressed += 1
            return
        }
        openEvent(kind, line: line(of: node))
    }

    mutating func closeContainer() {
        if suppressed > 0 {
            suppressed -= 1
            return
        }
        closeRawElements()
        closeEvent()
    }

    mutating func appendLeaf(_ kind: Event.Kind, _ node: CNode) {
        var event = Event(kind)
        event.line = UInt32(truncatingIfNeeded: line(of: node))
        events.append(event)
    }

    mutating func appendLeaf(_ kind: Event.Kind, _ literal: Bytes, _ node: CNode) {
        appendLeaf(kind, node)
        events[events.count - 1].start = UInt32(text.count)
        let start = text.count
        text.append(contentsOf: literal)
        if source.hasMarks { text.restoreMarks(from: start) }
        events[events.count - 1].length = UInt32(text.count - start)
    }

    /// Adds to the text before it, or begins one.
    mutating func appendText(_ literal: Bytes, _ node: CNode) {
        var literal = literal
        if skip > 0 {
            literal = Bytes(rebasing: literal[min(skip, literal.count)...])
            skip = 0
        }
        if literal.isEmpty { return }
        beginText(node)
        let start = text.count
        text.append(contentsOf: literal)
        if !isPlain { lookAgain(from: start) }
        events[events.count - 1].length += UInt32(text.count - start)
    }

    mutating func appendSoftBreak(_ node: CNode) {
        // A line that held nothing but a dropped element.
        if !isPlain, events.last?.kind == .paragraph { return }
        beginText(node)
        text.append(UInt8(ascii: "\n"))
        events[events.count - 1].length += 1
    }

    private mutating func beginText(_ node: CNode) {
        if let last = events.last, last.kind == .text, Int(last.start + last.length) == text.count { return }
        appendLeaf(.text, node)
        events[events.count - 1].start = UInt32(text.count)
    }

    private mutating func lookAgain(from start: Int) {
        if source.hasReferences { text.blankControls(from: start, keepingMarks: source.hasMarks) }
        guard source.hasTildes || source.hasMarks else { return }
        for at in start..<text.count {
            let byte = text[at]
            if byte == UInt8(ascii: "~") || byte == Source.footnoteByte || byte == Source.tildeByte { needsSecondLook = true }
        }
    }

    func string(_ bytes: Bytes) -> String {
        var copy = Array(bytes)
        if source.hasMarks { copy.restoreMarks(from: 0, droppingBackslashes: true) }
        if source.hasReferences, !isPlain { copy.blankControls(from: 0) }
        return String(decoding: copy, as: UTF8.self)
    }
}

/// A list that is being written.
struct OpenList {
    let index: Int
    var items = 0
    var labelled = 0
    /// The number of the last item of an ordered list.
    var number: Int
    let isOrdered: Bool
    let delimiter: UInt8
}
