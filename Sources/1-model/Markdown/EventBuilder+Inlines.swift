import CMark
import Diagnostics

extension EventBuilder {
    // MARK: Links and pictures

    mutating func openLink(_ node: CNode) {
        let before = events.count
        openContainer(.link, node)
        guard events.count > before else { return }
        events[before].index = UInt32(links.count)
        let link = Link(destination: string(node.address), title: string(node.title), location: location(of: node))
        if !isPlain { judge(link.destination, LinkScheme.judge(link.destination.utf8), link.location) }
        links.append(link)
    }

    private mutating func judge(_ address: String, _ verdict: LinkScheme.Verdict, _ location: SourceLocation) {
        switch verdict {
        case .allowed: break
        case .schemeNotAllowed(let scheme): report(.addressNotAllowed(scheme: scheme), location)
        case .noHost: report(.addressWithoutHost, location)
        }
    }

    mutating func image(_ node: CNode) {
        skip = 0
        appendLeaf(.image, node)
        events[events.count - 1].index = UInt32(images.count)
        let source = string(node.address)
        let alternative = alternative(of: node)
        let title = string(node.title)
        let isDecorative = !isPlain && alternative.isEmpty && title == EventBuilder.decorative
        let isMissing = !isPlain && (source == "missing" || source.isEmpty)
        let image = Image(
            source: source, alternative: alternative, title: title, location: location(of: node),
            isDecorative: isDecorative, isMissing: isMissing)
        images.append(image)
        if isPlain { return }
        if alternative.utf8.allSatisfy(\.isBlank), !isDecorative { report(.pictureWithoutText, image.location) }
        if !isMissing { judgePicture(image) }
    }

    private mutating func judgePicture(_ image: Image) {
        if LinkScheme.mayBeShown(image.source.utf8) { return }
        let verdict = LinkScheme.judge(image.source.utf8)
        let scheme = image.source.utf8.prefix { $0 != UInt8(ascii: ":") }
        let named = String(decoding: scheme.map(\.lowercased), as: UTF8.self)
        judge(image.source, verdict == .allowed ? .schemeNotAllowed(named) : verdict, image.location)
    }

    /// The words in the square brackets, without any marks.
    private func alternative(of node: CNode) -> String {
        var words: [UInt8] = []
        let iterator = cmark_iter_new(node.pointer)
        defer { cmark_iter_free(iterator) }
        while cmark_iter_next(iterator) != CMARK_EVENT_DONE {
            guard cmark_iter_get_event_type(iterator) == CMARK_EVENT_ENTER else { continue }
            guard let inner = cmark_iter_get_node(iterator).map(CNode.init) else { continue }
            switch inner.kind {
            case CMARK_NODE_TEXT, CMARK_NODE_CODE: words.append(contentsOf: inner.literal)
            case CMARK_NODE_HTML_INLINE: if isPlain { words.append(contentsOf: inner.literal) }
            case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: words.append(UInt8(ascii: " "))
            default: break
            }
        }
        return words.withUnsafeBufferPointer { string($0) }
    }

    // MARK: Breaks

    mutating func lineBreak(_ node: CNode) {
        if beginsCellItem(after: node) { return }
        appendLeaf(.lineBreak, node)
    }

    // MARK: Raw HTML

    mutating func inlineHTML(_ node: CNode) {
        let literal = node.literal
        if isPlain { return appendLeaf(.html, literal, node) }
        if let comment = HTMLComment(literal[...]) {
            if let number = comment.page { pageMark(number, line: line(of: node)) }
            return
        }
        guard let tag = RawTag(literal[...]) else {
            return report(.rawElement(name: literal.count > 1 && literal[1] == UInt8(ascii: "?") ? "?" : "!"), location(of: node))
        }
        switch tag.name {
        case "br": lineBreak(node)
        case "sub": element(.subscript, tag, node)
        case "sup": element(.superscript, tag, node)
        case "abbr": element(.abbreviation, tag, node)
        case "span": element(.span, tag, node)
        default: if !tag.isClosing { report(.rawElement(name: tag.name), location(of: node)) }
        }
    }

    private mutating func element(_ kind: Event.Kind, _ tag: RawTag, _ node: CNode) {
        if suppressed > 0 { return }
        if tag.isClosing { return closeElement(kind, tag, node) }
        reportAttributes(of: tag, node)
        guard open.count < EventBuilder.depthLimit else { return report(.rawElement(name: tag.name), location(of: node)) }
        var event = Event(kind)
        event.line = UInt32(truncatingIfNeeded: line(of: node))
        event.start = UInt32(text.count)
        if kind == .abbreviation { text += tag.value(of: "title") ?? [] }
        if kind == .span {
            text += tag.language ?? []
            event.level = tag.direction.rawValue
        }
        if source.hasMarks { text.restoreMarks(from: Int(event.start)) }
        event.length = UInt32(text.count) - event.start
        rawElements.append(open.count)
        open.append(events.count)
        events.append(event)
    }

    private mutating func reportAttributes(of tag: RawTag, _ node: CNode) {
        for attribute in tag.attributes where !tag.keeps(attribute.name) {
            report(.droppedAttribute(element: tag.name, attribute: attribute.name), location(of: node))
        }
    }

    private mutating func closeElement(_ kind: Event.Kind, _ tag: RawTag, _ node: CNode) {
        guard let opened = innermostElement(kind) else { return report(.strayEndTag(name: tag.name), location(of: node)) }
        while open.count > opened + 1 { closeUnclosedElement() }
        rawElements.removeLast()
        closeEvent()
    }

    /// The place in `open` of the innermost element of a kind, if nothing but such elements stands in it.
    private func innermostElement(_ kind: Event.Kind) -> Int? {
        var expected = open.count - 1
        for at in rawElements.reversed() {
            guard at == expected else { return nil }
            if events[open[at]].kind == kind { return at }
            expected -= 1
        }
        return nil
    }

    /// Closes the elements that were opened in the innermost container and not closed there.
    mutating func closeRawElements() {
        while let last = rawElements.last, last == open.count - 1 { closeUnclosedElement() }
    }

    private mutating func closeUnclosedElement() {
        let event = events[open[open.count - 1]]
        report(.unclosedElement(name: event.kind.elementName), SourceLocation(source.path, line: Int(event.line)))
        rawElements.removeLast()
        closeEvent()
    }
}

extension Event.Kind {
    /// The element of raw HTML that it was written as.
    fileprivate var elementName: String {
        switch self {
        case .subscript: "sub"
        case .superscript: "sup"
        case .abbreviation: "abbr"
        default: "span"
        }
    }
}

extension RawTag {
    /// A language code such as `ur` or `zh-Hant`.
    var language: [UInt8]? {
        guard let value = value(of: "lang") else { return nil }
        let parts = value.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard let first = parts.first, 2...3 ~= first.count, first.allSatisfy(\.isLetter) else { return nil }
        let isCode = parts.dropFirst().allSatisfy { 2...8 ~= $0.count && $0.allSatisfy { $0.isLetter || $0.isDigit } }
        return isCode ? value : nil
    }

    var direction: WritingDirection {
        switch value(of: "dir").map({ String(decoding: $0.map(\.lowercased), as: UTF8.self) }) {
        case "ltr": .ltr
        case "rtl": .rtl
        case "auto": .auto
        default: .unsaid
        }
    }

    /// Whether an attribute is published.
    func keeps(_ attribute: String) -> Bool {
        switch (name, attribute) {
        case ("abbr", "title"): true
        case ("span", "lang"): language != nil
        case ("span", "dir"): direction != .unsaid
        default: false
        }
    }
}
