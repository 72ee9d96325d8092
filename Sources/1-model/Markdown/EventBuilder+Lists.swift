import CMark
import Diagnostics
import Text

extension EventBuilder {
    mutating func openList(_ node: CNode) {
        let isOrdered = cmark_node_get_list_type(node.pointer) == CMARK_ORDERED_LIST
        let isPeriod = cmark_node_get_list_delim(node.pointer) == CMARK_PERIOD_DELIM
        let start = Int(cmark_node_get_list_start(node.pointer))
        let before = events.count
        openContainer(.list, node, room: 2)
        if events.count > before {
            events[before].level = cmark_node_get_list_tight(node.pointer) != 0 ? 1 : 0
            events[before].index = UInt32(lists.count)
        }
        let delimiter = isPeriod ? UInt8(ascii: ".") : UInt8(ascii: ")")
        openLists.append(
            OpenList(index: lists.count, number: start - 1, isOrdered: isOrdered, delimiter: delimiter))
        lists.append(ListStyle(start: isOrdered ? start : nil, delimiter: delimiter, isLabelled: isOrdered && !isPlain))
    }

    mutating func closeList() {
        let list = openLists.removeLast()
        if !list.isOrdered, list.items > 0, list.labelled == list.items {
            lists[list.index] = ListStyle(start: nil, delimiter: list.delimiter, isLabelled: true)
        }
        closeContainer()
    }

    mutating func openItem(_ node: CNode) {
        let before = events.count
        openContainer(.item, node)
        openLists[openLists.count - 1].items += 1
        var anchor = ""
        if !isPlain, events.count > before {
            let list = openLists[openLists.count - 1]
            if list.isOrdered {
                anchor = giveNumber(node, to: before)
            } else if let first = node.firstChild, let label = legalLabel(of: first) {
                openLists[openLists.count - 1].labelled += 1
                anchor = give(label, of: first, to: before)
            }
        }
        itemAnchors.append(anchor)
    }

    mutating func closeItem() {
        itemAnchors.removeLast()
        closeContainer()
    }

    /// The number that is printed in the source where it is higher than the one before, as in a list that skips one;
    /// else the next number.
    private mutating func giveNumber(_ node: CNode, to event: Int) -> String {
        let list = openLists[openLists.count - 1]
        let next = list.number + 1
        let printed = printedNumber(of: node)
        let number = max(printed ?? next, next)
        openLists[openLists.count - 1].number = number
        events[event].start = UInt32(text.count)
        text.append(contentsOf: String(number).utf8)
        let digits = text[Int(events[event].start)...]
        let anchor = labelAnchor(Array(digits), isPlainNumber: true, isDotted: false)
        text.append(list.delimiter)
        finishLabel(event, anchor: anchor, number: number == next ? nil : number)
        return anchor
    }

    private mutating func printedNumber(of node: CNode) -> Int? {
        let start = offset(of: node)
        let digits = source.bytes[start...].prefix { $0.isDigit }
        return digits.count <= 9 ? Int(String(decoding: digits, as: UTF8.self)) : nil
    }

    /// Where a block begins in the source.
    private mutating func offset(of node: CNode) -> Int {
        if lineStarts.isEmpty { lineStarts = LineIndex(source.bytes, returnsEndLines: true).boundaries }
        return min(lineStarts[node.line - 1] + node.column - 1, source.bytes.count)
    }

    /// A paragraph's own label, where it is not already the label of the bullet before it.
    mutating func takeLabel(ofParagraph node: CNode) {
        let event = open[open.count - 1]
        let isFirst = event > 0 && events[event - 1].kind == .item
        if isFirst, events[event - 1].length > 0, !openLists[openLists.count - 1].isOrdered { return }
        guard let label = legalLabel(of: node) else { return }
        _ = give(label, of: node, to: event)
    }

    private mutating func legalLabel(of node: CNode) -> LegalLabel? {
        guard node.kind == CMARK_NODE_PARAGRAPH, node.mark == 0, let words = node.firstChild,
            words.kind == CMARK_NODE_TEXT, let label = LegalLabel(words.literal)
        else { return nil }
        guard label.skip < words.literal.count || words.next != nil else { return nil }
        // A label that was escaped with a backslash is none.
        let written = source.bytes[offset(of: node)...].prefix(label.length)
        return written.elementsEqual(words.literal.prefix(label.length)) ? label : nil
    }

    private mutating func give(_ label: LegalLabel, of paragraph: CNode, to event: Int) -> String {
        guard let words = paragraph.firstChild?.literal else { return "" }
        let bytes = Array(words.prefix(label.length))
        skip = label.skip
        return give(bytes, isDotted: label.isDotted, to: event, isAnchored: true)
    }

    /// Makes bytes the label of a paragraph or item.
    mutating func give(_ label: [UInt8], isDotted: Bool, to event: Int, isAnchored: Bool) -> String {
        let anchor = isAnchored ? labelAnchor(label, isPlainNumber: isDotted, isDotted: isDotted) : ""
        events[event].start = UInt32(text.count)
        text += label
        finishLabel(event, anchor: anchor, number: nil)
        return anchor
    }

    private mutating func finishLabel(_ event: Int, anchor: String, number: Int?) {
        events[event].length = UInt32(text.count) - events[event].start
        events[event].index = UInt32(labels.count)
        labels.append(Label(anchor: anchor, number: number, line: Int(events[event].line)))
    }

    /// `para-5`, `para-4-a`, `minute-62-a`.
    private mutating func labelAnchor(_ label: [UInt8], isPlainNumber: Bool, isDotted: Bool) -> String {
        let slug = Slug.make(label)
        if !isDotted, let item = itemAnchors.last(where: { !$0.isEmpty }) {
            return anchors.unique("\(item)-\(slug)")
        }
        if let word = scope.word, !headingNumbers[2].isEmpty {
            return anchors.unique("\(word)-\(headingNumbers[2])-\(slug)")
        }
        let number = isPlainNumber ? nil : headingNumbers.last { !$0.isEmpty }
        return anchors.unique(number.map { "para-\($0)-\(slug)" } ?? "para-\(slug)")
    }
}
