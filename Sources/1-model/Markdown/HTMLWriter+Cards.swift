extension HTMLWriter {
    /// A table of more columns is scrolled on a narrow screen: as cards its rows could not be compared.
    private static let mostColumnsOfCards = 4

    /// The words at the head of each column, for a table that a narrow screen may show as cards, a card for each row; nil
    /// for all others: those with several head rows, or with cells that several rows share, of which only one card could
    /// have them. Where the table has no head, the words are empty.
    func cardLabels(ofTable at: Int) -> [[UInt8]]? {
        let layout = document.tables[Int(events[at].index)]
        let columns = layout.alignments.count
        guard layout.headRows <= 1, (2...HTMLWriter.mostColumnsOfCards).contains(columns), layout.cells.allSatisfy({ $0.rowSpan == 1 }) else { return nil }
        if layout.headRows == 0 { return Array(repeating: [], count: columns) }
        let heads = headCells(ofTable: at)
        guard heads.count == columns else { return nil }
        let labels = heads.map { document.plainBytes(of: $0..<$0 + Int(events[$0].extent)) }
        return labels.dropFirst().allSatisfy { !$0.isEmpty } ? labels : nil
    }

    private func headCells(ofTable at: Int) -> [Int] {
        let table = at..<at + Int(events[at].extent)
        guard let row = table.first(where: { events[$0].kind == .row }) else { return [] }
        return (row..<row + Int(events[row].extent)).filter { events[$0].kind == .cell }
    }

    /// What a card writes before the cell.
    mutating func label(_ cell: Table.Cell) {
        guard let labels = table.labels, table.section == .body, !cell.isHeader, !labels[cell.column].isEmpty else { return }
        put(" data-label=\"")
        labels[cell.column].withUnsafeBufferPointer { escape($0) }
        put("\"")
    }
}
