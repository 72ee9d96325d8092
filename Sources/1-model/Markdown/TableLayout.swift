/// Which cells of a table are joined, and which of its rows are its head.
struct TableLayout {
    struct Cell {
        let content: PipeTable.Content
        let row: Int
        var column: Int
        var columnSpan = 1
        var rowSpan = 1
    }

    /// Only the cells that stand for themselves, row by row. A row without any is left out.
    private(set) var rows: [[Cell]] = []
    private(set) var lines: [Int] = []
    private(set) var headRows: Int
    private(set) var alignments: [Table.Alignment]
    private(set) var problems: [(problem: MarkdownProblem, line: Int)] = []
    /// Which cell covers each column: of the row at hand, and of the one above.
    private var owners: [(row: Int, at: Int)] = []
    private var above: [(row: Int, at: Int)] = []

    /// Lays out the rows; `headRows` of them are the head.
    init(_ table: [PipeTable.Row], headRows: Int, alignments: [Table.Alignment]) {
        self.headRows = headRows
        self.alignments = alignments
        for (number, row) in table.enumerated() { lay(row, number: number, isFirst: number == 0 || number == headRows) }
        dropEmptyRows(table)
        dropEmptyColumns()
    }

    private mutating func lay(_ row: PipeTable.Row, number: Int, isFirst: Bool) {
        rows.append([])
        above = isFirst ? [] : owners
        owners = []
        var column = 0
        while column < row.cells.count {
            switch row.cells[column] {
            case .joinsAbove: column = joinAbove(row, number: number, column: column)
            case .joinsLeft: column = joinLeft(row, number: number, column: column)
            case .empty, .fragment: column = place(row.cells[column], number: number, column: column)
            }
        }
    }

    private mutating func place(_ content: PipeTable.Content, number: Int, column: Int) -> Int {
        owners.append((number, rows[number].count))
        rows[number].append(Cell(content: content, row: number, column: column))
        return column + 1
    }

    /// Joins a cell to the one above, over its whole width.
    private mutating func joinAbove(_ row: PipeTable.Row, number: Int, column: Int) -> Int {
        guard !above.isEmpty else {
            problems.append((.nothingToJoin(mark: "^^", direction: "above"), row.line))
            return place(.empty, number: number, column: column)
        }
        let owner = above[column]
        let cell = rows[owner.row][owner.at]
        let end = cell.column + cell.columnSpan
        let isWhole = cell.column == column && row.cells[column..<end].allSatisfy { $0 == .joinsAbove || $0 == .joinsLeft }
        guard isWhole else {
            problems.append((.unevenJoin(mark: "^^"), row.line))
            return place(.empty, number: number, column: column)
        }
        rows[owner.row][owner.at].rowSpan += 1
        for _ in column..<end { owners.append(owner) }
        return end
    }

    private mutating func joinLeft(_ row: PipeTable.Row, number: Int, column: Int) -> Int {
        guard let owner = owners.last else {
            problems.append((.nothingToJoin(mark: "<<", direction: "to the left of"), row.line))
            return place(.empty, number: number, column: column)
        }
        guard owner.row == number else {
            problems.append((.unevenJoin(mark: "<<"), row.line))
            return place(.empty, number: number, column: column)
        }
        rows[owner.row][owner.at].columnSpan += 1
        owners.append(owner)
        return column + 1
    }

    /// A row in which no cell begins cannot be written in HTML.
    private mutating func dropEmptyRows(_ table: [PipeTable.Row]) {
        for number in rows.indices where rows[number].isEmpty {
            for row in rows[..<number].indices {
                for at in rows[row].indices where row + rows[row][at].rowSpan > number { rows[row][at].rowSpan -= 1 }
            }
        }
        lines = rows.indices.filter { !rows[$0].isEmpty }.map { table[$0].line }
        headRows = rows[..<headRows].count { !$0.isEmpty }
        rows = rows.filter { !$0.isEmpty }
    }

    /// Nor can a column in which no cell begins.
    private mutating func dropEmptyColumns() {
        var begins = [Bool](repeating: false, count: alignments.count)
        for row in rows { for cell in row { begins[cell.column] = true } }
        if begins.allSatisfy({ $0 }) { return }
        for row in rows.indices {
            for at in rows[row].indices {
                let cell = rows[row][at]
                rows[row][at].columnSpan = begins[cell.column..<cell.column + cell.columnSpan].count { $0 }
                rows[row][at].column = begins[..<cell.column].count { $0 }
            }
        }
        alignments = zip(alignments, begins).filter(\.1).map(\.0)
    }
}
