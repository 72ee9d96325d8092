import Markdown

/// A table as rows and columns. Joined cells stand where the first of them stands.
struct TableGrid {
    struct Cell {
        /// Its opening event.
        let block: Block
        let isHeader: Bool
        let columnSpan: Int

        var text: String { block.content.plainText }
    }

    let table: Table
    private let block: Block

    init(_ block: Block) {
        self.block = block
        table = block.document.tables[Int(block.event.index)]
    }

    var columnCount: Int { table.alignments.count }

    /// How many columns there are, where nothing heads them. Two columns are a list of names and values.
    var columnsWithoutHead: Int? { table.headRows == 0 && columnCount > 2 ? columnCount : nil }

    /// Whether the word "total" stands in it: most tables need no further look.
    var mentionsTotal: Bool {
        let document = block.document
        return document.events[block.events].contains { event in
            guard event.kind == .text, event.length >= 5 else { return false }
            return document.bytes(of: event).containsTotal
        }
    }

    /// By row, then by column.
    func rows() -> [(line: Int, cells: [Cell?])] {
        block.children.filter { $0.kind == .row }.map { row in
            var cells = [Cell?](repeating: nil, count: columnCount)
            for cell in row.children where cell.kind == .cell {
                let about = table.cells[Int(cell.event.index)]
                cells[about.column] = Cell(block: cell, isHeader: about.isHeader, columnSpan: about.columnSpan)
            }
            return (row.line, cells)
        }
    }
}

extension ArraySlice<UInt8> {
    /// "total", in any case.
    var containsTotal: Bool {
        guard count >= 5 else { return false }
        for at in startIndex...(endIndex - 5) where self[at] | 0x20 == UInt8(ascii: "t") {
            if zip(self[at..<at + 5], "total".utf8).allSatisfy({ $0 | 0x20 == $1 }) { return true }
        }
        return false
    }
}
