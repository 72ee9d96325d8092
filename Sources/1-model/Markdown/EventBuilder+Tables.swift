import CMark
import Diagnostics
import Text

extension EventBuilder {
    /// Writes a table in place of the paragraph or heading that the C library took it for.
    mutating func writeTable(_ table: PipeTable, at node: CNode) {
        let leadIsCaption = writeLead(of: table, at: node)
        let hasHead = isPlain || table.rows[0].cells.contains { $0 != .empty }
        let rows = hasHead ? table.rows : Array(table.rows.dropFirst())
        let headRows = headRows(rows, hasHead: hasHead)
        let layout = TableLayout(rows, headRows: headRows, alignments: table.alignments)
        for (problem, line) in layout.problems { report(problem, SourceLocation(source.path, line: line)) }

        openEvent(.table, line: table.rows[0].line)
        let event = open[open.count - 1]
        events[event].index = UInt32(tables.count)
        if leadIsCaption, let lead = table.lead {
            writeCaption(fragment: lead)
        } else if let caption {
            writeCaption(caption)
        }
        caption = nil
        write(layout, rowHeadersOnly: !hasHead)
        closeEvent()
        if table.endsWithRule {
            appendLeaf(.thematicBreak, node)
            events[events.count - 1].line = UInt32(node.endLine + source.firstLine - 1)
        }
    }

    /// The lines of the paragraph that stand before the table: a paragraph of their own, or the caption.
    private mutating func writeLead(of table: PipeTable, at node: CNode) -> Bool {
        guard let lead = table.lead else { return false }
        if !isPlain, opensCaption(fragmentNodes[lead].firstChild, after: Fragments.opening) { return true }
        openEvent(.paragraph, line: line(of: node))
        walk(fragment: lead)
        closeWords()
        return false
    }

    private mutating func writeCaption(fragment: Int) {
        openEvent(.caption, line: fragments.pieces[fragment].line)
        walk(fragment: fragment, skipping: captionSkip(fragmentNodes[fragment].firstChild, Fragments.opening))
        closeWords()
    }

    private mutating func writeCaption(_ paragraph: CNode) {
        openEvent(.caption, line: line(of: paragraph))
        skip = captionSkip(paragraph.firstChild, 0)
        walk(paragraph)
        closeWords()
    }

    /// The bytes of `Table:` and the blanks after it.
    private func captionSkip(_ child: CNode?, _ offset: Int) -> Int {
        let word = offset + EventBuilder.captionOpening.utf8.count
        guard let literal = child?.literal, literal.count >= word else { return offset }
        return word + literal[word...].prefix(while: \.isBlank).count
    }

    /// The rows that belong to the head: the first, those under it that join a cell to it, and those that hold
    /// nothing but bold words and joined cells.
    private func headRows(_ rows: [PipeTable.Row], hasHead: Bool) -> Int {
        if isPlain { return 1 }
        var count = hasHead ? 1 : 0
        while hasHead, count < rows.count, rows[count].cells.contains(.joinsAbove) { count += 1 }
        return count + rows[count...].prefix(while: isBoldRow).count
    }

    private func isBoldRow(_ row: PipeTable.Row) -> Bool {
        let isBold = row.cells.allSatisfy { $0 == .joinsLeft || $0 == .joinsAbove || isBoldCell($0) }
        return isBold && row.cells.contains(where: isBoldCell)
    }

    private func isBoldCell(_ content: PipeTable.Content) -> Bool {
        guard case .fragment(let fragment) = content else { return false }
        var child = fragmentNodes[fragment].firstChild
        guard child?.literal.elementsEqual(". ".utf8) == true else { return false }
        var hasBold = false
        child = child?.next
        while let node = child {
            switch node.kind {
            case CMARK_NODE_STRONG: hasBold = true
            case CMARK_NODE_EMPH:
                guard node.firstChild?.kind == CMARK_NODE_STRONG, node.firstChild?.next == nil else { return false }
                hasBold = true
            case CMARK_NODE_TEXT: guard node.literal.allSatisfy(\.isBlank) else { return false }
            case CMARK_NODE_HTML_INLINE: guard RawTag(node.literal[...])?.name == "br" else { return false }
            default: return false
            }
            child = node.next
        }
        return hasBold
    }

    private mutating func write(_ layout: TableLayout, rowHeadersOnly: Bool) {
        var cells: [Table.Cell] = []
        cells.reserveCapacity(layout.rows.reduce(0) { $0 + $1.count })
        for (number, row) in layout.rows.enumerated() {
            openEvent(.row, line: layout.lines[number])
            for cell in row {
                let isHead = number < layout.headRows
                let isRowHeader = !isPlain && !isHead && cell.column == 0 && (isBoldCell(cell.content) || rowHeadersOnly)
                let range = write(cell, index: cells.count, line: layout.lines[number])
                let isHeader = (isHead || isRowHeader) && (isPlain || cell.content != .empty)
                if isRowHeader, isHeader {
                    let wish = AnchorFamilies.slug(words(of: range), limit: 60, instead: "row")
                    rowAnchors.append((tables.count, cells.count, wish))
                }
                cells.append(
                    Table.Cell(
                        column: cell.column, columnSpan: cell.columnSpan, rowSpan: cell.rowSpan, isHeader: isHeader,
                        anchor: nil))
            }
            closeEvent()
        }
        let anchor = isPlain ? "" : anchors.unique("table-\(tables.count + 1)")
        tables.append(
            Table(
                alignments: layout.alignments, headRows: layout.headRows, number: tables.count + 1, anchor: anchor,
                cells: cells))
    }

    private mutating func write(_ cell: TableLayout.Cell, index: Int, line: Int) -> Range<Int> {
        openEvent(.cell, line: line)
        let start = open[open.count - 1]
        events[start].index = UInt32(index)
        if case .fragment(let fragment) = cell.content {
            cellDepth = open.count
            walkCell(fragment)
            cellDepth = 0
        }
        closeEvent()
        return start..<events.count
    }

    private mutating func walkCell(_ fragment: Int) {
        let first = fragmentNodes[fragment].firstChild
        cellMayHoldItems = !isPlain && !fragments.pieces[fragment].escapesDash
        let opensItem = cellMayHoldItems && first?.literal.dropFirst(Fragments.opening).starts(with: "- ".utf8) == true
        if opensItem, let first {
            openCellItem(first.literal, dash: Fragments.opening, line: fragments.pieces[fragment].line)
            walk(fragment: fragment, skipping: skip)
        } else {
            walk(fragment: fragment)
        }
        closeRawElements()
        if open.count > cellDepth {
            closeCellItem()
            closeCellList()
        } else if needsSecondLook {
            lookAgain(below: open[open.count - 1])
        }
    }

    // MARK: Lists in cells

    /// Begins a list item where `- ` follows a break in a cell.
    mutating func beginsCellItem(after node: CNode) -> Bool {
        let isTopLevel = open.count == cellDepth || open.count == cellDepth + 3
        guard cellDepth > 0, cellMayHoldItems, isTopLevel, rawElements.isEmpty, node.parent?.kind == CMARK_NODE_PARAGRAPH,
            let next = node.next, next.kind == CMARK_NODE_TEXT
        else { return false }
        let blanks = next.literal.prefix(while: \.isBlank).count
        guard next.literal.dropFirst(blanks).starts(with: "- ".utf8) else { return false }
        openCellItem(next.literal, dash: blanks, line: line(of: node))
        return true
    }

    private mutating func openCellItem(_ literal: Bytes, dash: Int, line: Int) {
        if open.count > cellDepth { closeCellItem() } else { openCellList(line: line) }
        openEvent(.item, line: line)
        skip = dash + 2
        openLists[openLists.count - 1].items += 1
        let rest = Bytes(rebasing: literal[skip...])
        if let label = LegalLabel(rest) {
            openLists[openLists.count - 1].labelled += 1
            skip += label.skip
            _ = give(Array(rest.prefix(label.length)), isDotted: false, to: open[open.count - 1], isAnchored: false)
        }
        openEvent(.paragraph, line: line)
    }

    private mutating func openCellList(line: Int) {
        if needsSecondLook { lookAgain(below: open[open.count - 1]) }
        openEvent(.list, line: line)
        events[events.count - 1].level = 1
        events[events.count - 1].index = UInt32(lists.count)
        openLists.append(OpenList(index: lists.count, number: 0, isOrdered: false, delimiter: UInt8(ascii: ".")))
        lists.append(ListStyle(start: nil, delimiter: UInt8(ascii: "."), isLabelled: false))
    }

    private mutating func closeCellItem() {
        closeRawElements()
        if needsSecondLook { lookAgain(below: open[open.count - 1]) }
        closeEvent()
        closeEvent()
    }

    private mutating func closeCellList() {
        let list = openLists.removeLast()
        if list.labelled == list.items {
            lists[list.index] = ListStyle(start: nil, delimiter: list.delimiter, isLabelled: true)
        }
        closeEvent()
    }
}
