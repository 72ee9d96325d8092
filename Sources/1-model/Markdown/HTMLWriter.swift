import Text

extension Markup {
    /// Writes the run as HTML.
    ///
    /// - Parameters:
    ///   - out: the bytes are put after what is there.
    ///   - links: where a link of `document.links` leads, by its place there. An address that a browser could run, or
    ///     one with an unknown scheme, is never written, whatever this says: the link's words stay words.
    ///   - images: the same for a picture of `document.images`.
    ///   - marked: stretches of the document's text that are written in a way of their own.
    package func writeHTML(
        into out: inout [UInt8], style: HTMLStyle = HTMLStyle(), links: (Int) -> LinkTarget, images: (Int) -> LinkTarget,
        marked: MarkedText = .none
    ) {
        document.write(into: &out, style: style, marked: marked) { writer in
            writer.write(events, links: links, images: images)
        }
    }

    /// As above, with pictures at the addresses that the source gives.
    package func writeHTML(into out: inout [UInt8], style: HTMLStyle = HTMLStyle(), links: (Int) -> LinkTarget) {
        writeHTML(into: &out, style: style, links: links) { .address(Array(document.images[$0].source.utf8)) }
    }

    /// As above, with every address as the source gives it.
    package func writeHTML(into out: inout [UInt8], style: HTMLStyle = HTMLStyle()) {
        writeHTML(into: &out, style: style) { .address(Array(document.links[$0].destination.utf8)) }
    }
}

extension Document {
    /// Writes the footnotes' texts, with links back to where the text refers to them; nothing where there are none.
    package func writeFootnotes(
        into out: inout [UInt8], style: HTMLStyle = HTMLStyle(), links: (Int) -> LinkTarget, images: (Int) -> LinkTarget,
        marked: MarkedText = .none
    ) {
        if footnotes.isEmpty { return }
        write(into: &out, style: style, marked: marked) { writer in writer.writeFootnotes(links: links, images: images) }
    }

    /// As above, with pictures at the addresses that the source gives.
    package func writeFootnotes(into out: inout [UInt8], style: HTMLStyle = HTMLStyle(), links: (Int) -> LinkTarget) {
        writeFootnotes(into: &out, style: style, links: links) { .address(Array(images[$0].source.utf8)) }
    }

    fileprivate func write(
        into out: inout [UInt8], style: HTMLStyle, marked: MarkedText = .none, _ body: (inout HTMLWriter) -> Void
    ) {
        events.withUnsafeBufferPointer { events in
            text.withUnsafeBufferPointer { text in
                var writer = HTMLWriter(self, events: events, text: text, style: style, marked: marked)
                swap(&writer.out, &out)
                body(&writer)
                swap(&writer.out, &out)
            }
        }
    }
}

/// Writes events as HTML bytes, in one loop.
struct HTMLWriter {
    let document: Document
    let events: UnsafeBufferPointer<Event>
    let text: Bytes
    let style: HTMLStyle
    let prefix: [UInt8]
    /// Exactly as the specification's examples are written.
    let isPlain: Bool
    var out: [UInt8] = []
    var open: [Frame] = []
    /// Links that are open: another may not begin in them.
    var linkDepth = 0
    var table = TableState()
    let marked: MarkedText
    /// The first of `marked` that is not written yet, and the event that it stands in.
    var nextMark = 0
    var nextMarkedEvent = Int.max

    /// What is open, and how it ends.
    struct Frame {
        let kind: Event.Kind
        let event: Int
        /// True where nothing was written for it.
        var isSilent = false
        /// For a list: whether its paragraphs are written without `<p>`.
        var isTight = false
    }

    init(_ document: Document, events: UnsafeBufferPointer<Event>, text: Bytes, style: HTMLStyle, marked: MarkedText) {
        self.document = document
        self.events = events
        self.text = text
        self.style = style
        prefix = Array(style.anchorPrefix.utf8)
        isPlain = document.extensions != .all
        self.marked = marked
    }

    mutating func write(_ range: Range<Int>, links: (Int) -> LinkTarget, images: (Int) -> LinkTarget) {
        if !marked.stretches.isEmpty { findMark(from: range.lowerBound) }
        for at in range {
            let event = events[at]
            switch event.kind {
            case .text: at == nextMarkedEvent ? writeMarked(at, event) : escape(bytes(of: event))
            case .close: if let frame = open.popLast() { close(frame) }
            case .link: openLink(at, event, links(Int(event.index)))
            case .image: image(event, images(Int(event.index)))
            default: event.kind.isContainer ? openContainer(at, event) : leaf(event)
            }
        }
    }

    private mutating func openContainer(_ at: Int, _ event: Event) {
        var frame = Frame(kind: event.kind, event: at)
        switch event.kind {
        case .paragraph: frame.isSilent = openParagraph(event)
        case .strong: put("<strong>")
        case .emphasis: put("<em>")
        case .item: openItem(event)
        case .list:
            openList(event)
            frame.isTight = event.level == 1
        case .heading: openHeading(event)
        case .quote: putBlock("<blockquote>\n")
        case .callout: openCallout(event)
        case .figure: frame.isSilent = openFigure(at)
        case .table: openTable(at, event)
        case .caption: openCaption()
        case .row: openRow(at)
        case .cell: openCell(event)
        case .deleted: put("<del>")
        case .subscript: put("<sub>")
        case .superscript: put("<sup>")
        case .abbreviation: openAbbreviation(event)
        case .span: openSpan(event)
        default: break
        }
        open.append(frame)
    }

    private mutating func close(_ frame: Frame) {
        switch frame.kind {
        case .paragraph: if !frame.isSilent { put("</p>\n") }
        case .strong: put("</strong>")
        case .emphasis: put("</em>")
        case .item: put("</li>\n")
        case .list: put(document.lists[Int(events[frame.event].index)].start == nil ? "</ul>\n" : "</ol>\n")
        case .heading: closeHeading(frame)
        case .quote: putBlock("</blockquote>\n")
        case .callout: putBlock("</div>\n")
        case .figure: closeFigure(frame)
        case .table: closeTable()
        case .caption: closeCaption()
        case .row: put("</tr>\n")
        case .cell: closeCell(frame)
        case .deleted: put("</del>")
        case .subscript: put("</sub>")
        case .superscript: put("</sup>")
        case .abbreviation: put("</abbr>")
        case .span: put("</span>")
        case .link: closeLink(frame)
        default: break
        }
    }

    private mutating func leaf(_ event: Event) {
        switch event.kind {
        case .code:
            put("<code>")
            escape(bytes(of: event))
            put("</code>")
        case .lineBreak: put(isPlain ? "<br />\n" : "<br>\n")
        case .codeBlock: codeBlock(event)
        case .thematicBreak: putBlock(isPlain ? "<hr />\n" : "<hr>\n")
        case .html: out.append(contentsOf: bytes(of: event))
        case .htmlBlock:
            startLine()
            out.append(contentsOf: bytes(of: event))
            startLine()
        case .pageMark: pageMark(event)
        case .footnoteReference: footnoteReference(event)
        default: break
        }
    }

    func bytes(of event: Event) -> Bytes {
        Bytes(rebasing: text[Int(event.start)..<Int(event.start + event.length)])
    }
}
