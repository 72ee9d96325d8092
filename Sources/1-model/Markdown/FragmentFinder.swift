import CMark
import Diagnostics
import Text

/// Looks through the blocks of a document for what has to be read again, and marks the nodes it found.
struct FragmentFinder {
    let source: Source
    let extensions: Extensions
    private let lineStarts: [Int]
    private(set) var fragments = Fragments()
    private(set) var diagnostics: [Diagnostic] = []

    init(_ source: Source, extensions: Extensions) {
        self.source = source
        self.extensions = extensions
        lineStarts = LineIndex(source.bytes, returnsEndLines: true).boundaries
    }

    mutating func look(through root: CNode) {
        var node = root.firstChild
        while let here = node {
            let kind = here.kind
            if kind == CMARK_NODE_PARAGRAPH || kind == CMARK_NODE_HEADING {
                if source.hasPipes { lookForTable(here, isHeading: kind == CMARK_NODE_HEADING) }
            } else if kind == CMARK_NODE_HTML_BLOCK {
                if extensions == .all { takeApart(here) }
            } else if let child = here.firstChild {
                node = child
                continue
            }
            node = following(here, in: root)
        }
    }

    private func following(_ node: CNode, in root: CNode) -> CNode? {
        var here = node
        while here != root {
            if let next = here.next { return next }
            guard let parent = here.parent else { return nil }
            here = parent
        }
        return nil
    }

    // MARK: Tables

    private mutating func lookForTable(_ node: CNode, isHeading: Bool) {
        let last = node.endLine
        guard last > node.line, ((node.line + 1)...last).contains(where: mayBeDelimiterRow) else { return }
        var lines = self.lines(of: node)
        var endsWithRule = false
        if isHeading {
            // A heading of several lines is underlined; under a table, the underline was never meant as one.
            let underline = lines.removeLast()
            endsWithRule = underline.first == UInt8(ascii: "-")
            if !endsWithRule { lines.append(underline) }
        }
        for at in lines.indices.dropFirst() {
            guard let alignments = PipeRow.alignments(of: lines[at]) else { continue }
            guard PipeRow.cells(of: lines[at - 1]).count == alignments.count else { continue }
            take(lines, head: at - 1, alignments, firstLine: node.line, endsWithRule: endsWithRule)
            node.mark = fragments.tables.count
            return
        }
    }

    /// Looks at the first byte of a line that is no blank and no mark of a quote.
    private func mayBeDelimiterRow(_ number: Int) -> Bool {
        let line = source.bytes[lineStarts[number - 1]..<lineStarts[number]]
        let first = line.first { !$0.isBlank && $0 != UInt8(ascii: ">") }
        return first == UInt8(ascii: "|") || first == UInt8(ascii: "-") || first == UInt8(ascii: ":")
    }

    private mutating func take(
        _ lines: [Slice<Bytes>], head: Int, _ alignments: [Table.Alignment], firstLine: Int, endsWithRule: Bool
    ) {
        let first = source.firstLine - 1 + firstLine
        let lead = head > 0 ? fragments.add(lines: Array(lines[..<head]), line: first) : nil
        var rows = [row(lines[head], line: first + head, columns: alignments.count)]
        for at in lines.indices.dropFirst(head + 2) {
            rows.append(row(lines[at], line: first + at, columns: alignments.count))
        }
        fragments.tables.append(
            PipeTable(alignments: alignments, lead: lead, rows: rows, endsWithRule: endsWithRule))
    }

    private mutating func row(_ line: Slice<Bytes>, line number: Int, columns: Int) -> PipeTable.Row {
        var cells = PipeRow.cells(of: line)
        if extensions == .all {
            if cells.count != columns { report(.raggedRow(found: cells.count, expected: columns), line: number) }
            cells = withSurplusJoined(cells, columns: columns)
        }
        let lineStart = lineStarts[number - source.firstLine]
        var contents = cells.prefix(columns).map { content(of: $0, line: number, lineStart: lineStart) }
        contents += Array(repeating: .empty, count: columns - contents.count)
        return PipeTable.Row(line: number, cells: contents)
    }

    /// The last column takes the text of all cells that the row has too many, with the marks between them.
    private func withSurplusJoined(_ cells: [Slice<Bytes>], columns: Int) -> [Slice<Bytes>] {
        guard cells.count > columns else { return cells }
        guard let last = cells.dropFirst(columns).last(where: { !$0.isEmpty }) else { return cells }
        let start = cells[columns - 1].startIndex
        let joined = Slice(base: last.base, bounds: start..<last.endIndex)
        return cells.prefix(columns - 1) + [joined]
    }

    private mutating func content(of cell: Slice<Bytes>, line: Int, lineStart: Int) -> PipeTable.Content {
        if cell.isEmpty { return .empty }
        if extensions == .all {
            if cell.elementsEqual("<<".utf8) { return .joinsLeft }
            if cell.elementsEqual("^^".utf8) { return .joinsAbove }
        }
        let column = cell.startIndex - lineStart + 1
        return .fragment(fragments.add(cell: cell, line: line, column: column))
    }

    /// The lines of a block of text without the marks of the quotes and lists that it stands in.
    private func lines(of node: CNode) -> [Slice<Bytes>] {
        let quotes = quotesAround(node)
        return (node.line...node.endLine).map { number in
            var line = source.bytes[lineStarts[number - 1]..<lineStarts[number]].trimmed
            if number == node.line {
                let start = lineStarts[number - 1] + node.column - 1
                return source.bytes[min(start, line.endIndex)..<line.endIndex].trimmed
            }
            for _ in 0..<quotes where line.first == UInt8(ascii: ">") { line = line.dropFirst().trimmed }
            return line
        }
    }

    private func quotesAround(_ node: CNode) -> Int {
        var count = 0
        var here = node.parent
        while let parent = here {
            if parent.kind == CMARK_NODE_BLOCK_QUOTE { count += 1 }
            here = parent.parent
        }
        return count
    }

    // MARK: HTML blocks

    private mutating func takeApart(_ node: CNode) {
        var block = HTMLBlock()
        var line = source.firstLine - 1 + node.line
        var rest = node.literal[...].trimmed
        while let comment = HTMLComment(rest) {
            if comment.isUnclosed { report(.unclosedComment, line: line) }
            if let page = comment.page { block.parts.append(.pageMark(number: page, line: line)) }
            line += rest[..<comment.end].count { $0 == UInt8(ascii: "\n") }
            rest = rest[comment.end...].trimmed
        }
        if !rest.isEmpty {
            if let name = RawTag.nameOfHidden(rest) {
                report(.rawElement(name: name), line: line)
            } else {
                let lines = rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
                block.parts.append(.words(fragment: fragments.add(lines: lines, line: line)))
            }
        }
        fragments.htmlBlocks.append(block)
        node.mark = fragments.htmlBlocks.count
    }

    private mutating func report(_ problem: MarkdownProblem, line: Int) {
        diagnostics.append(Diagnostic(problem, at: SourceLocation(source.path, line: line)))
    }
}
