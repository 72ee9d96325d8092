import Text

extension HTMLWriter {
    // MARK: Paragraphs, lists

    /// Gives true where the paragraph stands in a tight list, which has no `<p>`.
    mutating func openParagraph(_ event: Event) -> Bool {
        let isTight = open.count > 1 && open[open.count - 1].kind == .item && open[open.count - 2].isTight
        if event.length == 0 {
            if !isTight { putBlock("<p>") }
            return isTight
        }
        let anchor = document.labels[Int(event.index)].anchor
        if !isTight {
            putBlock("<p class=\"para\" id=\"")
            put(anchor: anchor)
            put("\">")
        }
        label(event, anchor: anchor, hasAnchor: !isTight)
        return isTight
    }

    /// The printed label, as a link to itself.
    private mutating func label(_ event: Event, anchor: String, hasAnchor: Bool) {
        putOthers(of: anchor)
        if anchor.isEmpty {
            put("<span class=\"label\">")
            escape(bytes(of: event))
            put("</span> ")
            return
        }
        put("<a class=\"label\"")
        if !hasAnchor { attribute(" id=\"", anchor: anchor) }
        attribute(" href=\"#", anchor: anchor)
        put(">")
        escape(bytes(of: event))
        put("</a> ")
    }

    mutating func attribute(_ opening: StaticString, anchor: String) {
        put(opening)
        put(anchor: anchor)
        put("\"")
    }

    mutating func openList(_ event: Event) {
        let list = document.lists[Int(event.index)]
        putBlock(list.start == nil ? "<ul" : "<ol")
        if let start = list.start, start != 1 {
            put(" start=\"")
            put(number: start)
            put("\"")
        }
        put(list.isLabelled ? " class=\"labelled\">\n" : ">\n")
    }

    mutating func openItem(_ event: Event) {
        putBlock("<li")
        guard event.length > 0 else { return put(">") }
        let label = document.labels[Int(event.index)]
        let isOfLabelled = open.last.map { $0.kind == .list && document.lists[Int(events[$0.event].index)].isLabelled }
        if isOfLabelled == false { put(" class=\"labelled\"") }
        if !label.anchor.isEmpty { attribute(" id=\"", anchor: label.anchor) }
        if let number = label.number {
            put(" value=\"")
            put(number: number)
            put("\"")
        }
        put(">")
        self.label(event, anchor: label.anchor, hasAnchor: true)
    }

    // MARK: Headings

    private func level(of event: Event) -> UInt8 { UInt8(min(6, max(isPlain ? 1 : 2, Int(event.level) + style.headingShift))) }

    mutating func openHeading(_ event: Event) {
        putBlock("<h")
        out.append(UInt8(ascii: "0") + level(of: event))
        let anchor = document.headings[Int(event.index)].anchor
        if !anchor.isEmpty { attribute(" id=\"", anchor: anchor) }
        put(">")
        putOthers(of: anchor)
    }

    /// Further anchors that were published for a place.
    mutating func putOthers(of anchor: String) {
        if document.otherAnchors.isEmpty { return }
        for other in document.otherAnchors[anchor] ?? [] {
            attribute("<span id=\"", anchor: other)
            put("></span>")
        }
    }

    mutating func closeHeading(_ frame: Frame) {
        let event = events[frame.event]
        let heading = document.headings[Int(event.index)]
        if !heading.anchor.isEmpty {
            attribute(" <a class=\"anchor\" href=\"#", anchor: heading.anchor)
            put(" aria-label=\"")
            escape(style.words.linkTo)
            put(": ")
            escape(heading.title)
            put("\">#</a>")
        }
        put("</h")
        out.append(UInt8(ascii: "0") + level(of: event))
        put(">\n")
    }

    // MARK: Callouts, code, pages

    mutating func openCallout(_ event: Event) {
        switch Callout(rawValue: event.level) {
        case .draft: putBlock("<div class=\"callout draft\" role=\"note\">\n")
        case .correction:
            putBlock("<div class=\"callout correction\" role=\"note\"")
            attribute(" id=\"", anchor: Callout.anchor(ofCorrection: Int(event.index)))
            put(">\n")
        default: putBlock("<div class=\"callout note\" role=\"note\">\n")
        }
    }

    mutating func codeBlock(_ event: Event) {
        putBlock("<pre><code")
        if event.index > 0 {
            put(" class=\"language-")
            escape(Bytes(rebasing: text[Int(event.start - event.index)..<Int(event.start)]))
            put("\"")
        }
        put(">")
        escape(bytes(of: event))
        put("</code></pre>\n")
    }

    mutating func pageMark(_ event: Event) {
        let isBlock = open.last.map { $0.kind.holdsBlocks } ?? true
        if isBlock { startLine() }
        attribute("<span class=\"page-mark\" id=\"", anchor: document.labels[Int(event.index)].anchor)
        put(">")
        escape(style.words.page)
        put(" ")
        escape(bytes(of: event))
        put("</span>")
        put(isBlock ? "\n" : " ")
    }

    // MARK: Figures

    /// Gives true where there is no figure to speak of: a picture that is missing and has no caption.
    mutating func openFigure(_ at: Int) -> Bool {
        let image = document.images[Int(events[at + 1].index)]
        let isSilent = image.isMissing && image.title.isEmpty
        if !isSilent { putBlock("<figure>\n") }
        return isSilent
    }

    mutating func closeFigure(_ frame: Frame) {
        startLine()
        if frame.isSilent { return }
        let image = document.images[Int(events[frame.event + 1].index)]
        if !image.title.isEmpty {
            put("<figcaption>")
            escape(image.title)
            put("</figcaption>\n")
        }
        put("</figure>\n")
    }
}

extension Event.Kind {
    var holdsBlocks: Bool {
        switch self {
        case .quote, .callout, .list, .item: true
        default: false
        }
    }
}
