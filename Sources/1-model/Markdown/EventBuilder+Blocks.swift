import CMark
import Diagnostics
import Text

extension EventBuilder {
    // MARK: Paragraphs

    mutating func enterParagraph(_ node: CNode) -> Step {
        if node == caption { return .over }
        if node.mark > 0 {
            writeTable(fragments.tables[node.mark - 1], at: node)
            return .over
        }
        if !isPlain {
            if isCaption(node) {
                caption = node
                return .over
            }
            if isFigure(node) {
                openEvent(.figure, line: line(of: node))
                return .into
            }
        }
        openEvent(.paragraph, line: line(of: node))
        if !isPlain { takeLabel(ofParagraph: node) }
        return .into
    }

    /// An image that is alone in a paragraph, unless it has nothing to tell.
    private func isFigure(_ node: CNode) -> Bool {
        guard let child = node.firstChild, child.kind == CMARK_NODE_IMAGE, child.next == nil else { return false }
        return !child.title.elementsEqual(EventBuilder.decorative.utf8)
    }

    static let decorative = "Decorative"
    static let captionOpening = "Table:"

    /// `Table: …` directly before a table.
    private func isCaption(_ node: CNode) -> Bool {
        guard let next = node.next, next.mark > 0, next.kind != CMARK_NODE_HTML_BLOCK else { return false }
        guard fragments.tables[next.mark - 1].lead == nil else { return false }
        return opensCaption(node.firstChild)
    }

    func opensCaption(_ child: CNode?, after offset: Int = 0) -> Bool {
        guard let child, child.kind == CMARK_NODE_TEXT else { return false }
        return child.literal.dropFirst(offset).starts(with: EventBuilder.captionOpening.utf8)
    }

    /// Closes a paragraph or a figure, once the marks that the C library does not know are found in its words.
    mutating func closeWords() {
        closeRawElements()
        if needsSecondLook { lookAgain(below: open[open.count - 1]) }
        closeEvent()
        dropIfEmpty()
    }

    /// A paragraph that held only page marks, comments or notes is none.
    private mutating func dropIfEmpty() {
        guard !isPlain, events.count >= 2, events[events.count - 2].kind == .paragraph else { return }
        let paragraph = events[events.count - 2]
        if paragraph.length == 0 { events.removeLast(2) }
    }

    // MARK: Headings

    mutating func enterHeading(_ node: CNode) -> Step {
        if node.mark > 0 {
            writeTable(fragments.tables[node.mark - 1], at: node)
            return .over
        }
        openEvent(.heading, line: line(of: node))
        events[events.count - 1].level = UInt8(cmark_node_get_heading_level(node.pointer))
        return .into
    }

    mutating func closeHeading() {
        closeRawElements()
        let start = open[open.count - 1]
        if needsSecondLook { lookAgain(below: start) }
        let level = Int(events[start].level)
        let title = words(of: start + 1..<events.count)
        let number = isPlain ? nil : HeadingNumber.find(in: title)
        for deeper in level..<7 { headingNumbers[deeper] = "" }
        headingNumbers[level] = number.map { Slug.make($0) } ?? ""
        events[start].index = UInt32(headings.count)
        headings.append(
            Heading(
                level: level, title: String(decoding: title, as: UTF8.self),
                number: number.map { String(decoding: $0, as: UTF8.self) },
                anchor: "", line: Int(events[start].line), event: start))
        if !isPlain { headingWishes.append(wish(ofHeading: title, level: level)) }
        closeEvent()
    }

    private func wish(ofHeading title: [UInt8], level: Int) -> Anchors.Wish {
        let number = headingNumbers[level]
        if number.isEmpty { return Anchors.Wish(AnchorFamilies.slug(title, instead: "section"), isNumbered: false) }
        return Anchors.Wish(scope.anchor(ofHeading: number, level: level), isNumbered: true)
    }

    /// The words of a run of events, in one line.
    func words(of range: Range<Int>) -> [UInt8] {
        var out: [UInt8] = []
        for event in events[range] {
            switch event.kind {
            case .text, .code: out += text[Int(event.start)..<Int(event.start + event.length)]
            case .lineBreak: out.append(UInt8(ascii: " "))
            case .image: out += Array(images[Int(event.index)].alternative.utf8)
            default: break
            }
        }
        for at in out.indices where out[at] == UInt8(ascii: "\n") { out[at] = UInt8(ascii: " ") }
        return out.withUnsafeBufferPointer { Array($0[...].trimmed) }
    }

    // MARK: Quotes, code, HTML

    mutating func openQuote(_ node: CNode) {
        let callout = isPlain ? nil : callout(of: node)
        let before = events.count
        openContainer(callout == nil ? .quote : .callout, node)
        guard let callout, events.count > before else { return }
        events[before].level = callout.rawValue
        guard callout == .correction else { return }
        corrections += 1
        events[before].index = UInt32(corrections)
    }

    private func callout(of node: CNode) -> Callout? {
        guard let paragraph = node.firstChild, paragraph.kind == CMARK_NODE_PARAGRAPH, paragraph.mark == 0,
            let strong = paragraph.firstChild, strong.kind == CMARK_NODE_STRONG,
            let words = strong.firstChild, words.kind == CMARK_NODE_TEXT
        else { return nil }
        let isEnded = words.literal.last == UInt8(ascii: ":") || strong.next?.literalStarts(with: ":") == true
        guard isEnded else { return nil }
        let word = String(decoding: words.literal.prefix(while: \.isLetter).map(\.lowercased), as: UTF8.self)
        switch word {
        case "note": return .note
        case "draft": return .draft
        case "correction": return .correction
        default: return nil
        }
    }

    mutating func codeBlock(_ node: CNode) {
        let language = node.fenceInfo.prefix { !$0.isBlank }
        let start = text.count
        text.append(contentsOf: language)
        if source.hasMarks { text.restoreMarks(from: start) }
        if source.hasReferences, !isPlain { text.blankControls(from: start) }
        appendLeaf(.codeBlock, node.literal, node)
        events[events.count - 1].index = UInt32(language.count)
    }

    mutating func htmlBlock(_ node: CNode) {
        if isPlain { return appendLeaf(.htmlBlock, node.literal, node) }
        for part in fragments.htmlBlocks[node.mark - 1].parts {
            switch part {
            case .pageMark(let number, let line): pageMark(number, line: line)
            case .words(let fragment):
                openEvent(.paragraph, line: fragments.pieces[fragment].line)
                walk(fragment: fragment)
                closeWords()
            }
        }
    }

    mutating func pageMark(_ number: Slice<Bytes>, line: Int) {
        var event = Event(.pageMark)
        event.line = UInt32(truncatingIfNeeded: line)
        event.start = UInt32(text.count)
        event.length = UInt32(number.count)
        event.index = UInt32(labels.count)
        text.append(contentsOf: number)
        let anchor = anchors.unique("page-\(Slug.make(number))")
        labels.append(Label(anchor: anchor, number: nil, line: line))
        events.append(event)
    }

    /// Walks the words of a fragment, as part of what is open.
    mutating func walk(fragment: Int, skipping opening: Int = Fragments.opening) {
        let piece = fragments.pieces[fragment]
        let node = fragmentNodes[fragment]
        let outer = (lineOffset, columnOffset)
        lineOffset = piece.line - node.line
        columnOffset = piece.column == 0 ? Int.min / 2 : piece.column - 1 - Fragments.opening
        skip = opening
        walk(node)
        (lineOffset, columnOffset) = outer
    }
}

extension CNode {
    func literalStarts(with prefix: String) -> Bool { kind == CMARK_NODE_TEXT && literal.starts(with: prefix.utf8) }
}

/// The number printed before a heading's words: `3.1 Early intervention`, `4. Title`, `7a. Title`, `A1. Title`, and
/// without a dot up to 99: `3 Eating disorders`, but not `2017 in figures`.
enum HeadingNumber {
    static func find(in title: [UInt8]) -> ArraySlice<UInt8>? {
        let word = title.prefix { !$0.isBlank }
        guard word.count <= 12, word.count < title.count || word.last == UInt8(ascii: ".") else { return nil }
        if !word.contains(UInt8(ascii: ".")) { return word.count <= 2 && word.allSatisfy(\.isDigit) ? word : nil }
        let number = word.last == UInt8(ascii: ".") ? word.dropLast() : word
        guard !number.isEmpty, number.contains(where: \.isDigit) else { return nil }
        let parts = number.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.allSatisfy(isPart) ? number : nil
    }

    /// Digits, with a letter before or after them at most.
    private static func isPart(_ part: ArraySlice<UInt8>) -> Bool {
        let letters = part.count { $0.isLetter }
        let digits = part.count { $0.isDigit }
        guard letters + digits == part.count, letters <= 1, 1...4 ~= digits else { return false }
        return letters == 0 || part.first!.isLetter || part.last!.isLetter
    }
}
