import Text

/// One line of a pipe table, taken apart by the rules of GitHub Flavored Markdown.
enum PipeRow {
    /// The cells' texts with the blanks around them taken off. `\|` is part of a cell.
    static func cells(of line: Slice<Bytes>) -> [Slice<Bytes>] {
        let line = line.trimmed
        guard var start = line.indices.first else { return [] }
        if line[start] == UInt8(ascii: "|") { start += 1 }
        var cells: [Slice<Bytes>] = []
        var at = start
        while at < line.endIndex {
            switch line[at] {
            case UInt8(ascii: "\\"): at += 1
            case UInt8(ascii: "|"):
                cells.append(line[start..<at].trimmed)
                start = at + 1
            default: break
            }
            at += 1
        }
        if start < line.endIndex { cells.append(line[start..<line.endIndex].trimmed) }
        return cells
    }

    /// The columns' alignments, where the line is the one of dashes under a table's head.
    static func alignments(of line: Slice<Bytes>) -> [Table.Alignment]? {
        let start = line.trimmed
        guard let first = start.first, "|:-".utf8.contains(first), start.count > 1 else { return nil }
        guard start.allSatisfy({ "|:- \t".utf8.contains($0) }) else { return nil }
        guard start.contains(where: { "|:".utf8.contains($0) }) else { return nil }
        var alignments: [Table.Alignment] = []
        for cell in cells(of: start) {
            guard let alignment = alignment(cell) else { return nil }
            alignments.append(alignment)
        }
        return alignments.isEmpty ? nil : alignments
    }

    private static func alignment(_ cell: Slice<Bytes>) -> Table.Alignment? {
        guard let first = cell.first, let last = cell.last else { return nil }
        let isLeft = first == UInt8(ascii: ":")
        let isRight = last == UInt8(ascii: ":")
        let dashes = cell.dropFirst(isLeft ? 1 : 0).dropLast(isRight ? 1 : 0)
        guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
        switch (isLeft, isRight) {
        case (true, true): return .center
        case (true, false): return .left
        case (false, true): return .right
        case (false, false): return Table.Alignment.none
        }
    }
}

/// For those who set tables, not read them.
package enum TableRow {
    /// The texts of the cells of a line, as they are written.
    package static func cells(of line: [UInt8]) -> [[UInt8]] {
        line.withUnsafeBufferPointer { PipeRow.cells(of: $0[...]).map(Array.init) }
    }
}
