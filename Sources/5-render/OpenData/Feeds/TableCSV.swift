import Formats
import Markdown

/// A table of a document as CSV: its rows as printed, the head first.
///
/// A cell over several columns or rows stands in the first of them. Headings are repeated in the others, so that every row
/// and column has its name; figures are not, so that nothing counts twice. The marks of notes and of printed pages are
/// left out, since a reader would take them for a part of the figure before them.
package struct TableCSV: ~Copyable {
    private let document: Document
    private let table: Table
    private var csv: CSV
    /// The words of the row at hand, and of the headings that reach into it from above.
    private var words: [UInt8] = []
    private var columns: [Column]

    private struct Column {
        /// In how many rows, after the one at hand, the cell still stands.
        var rowsBelow = 0
        /// Of a heading that reaches down.
        var heading: [UInt8] = []
    }

    /// Gives the number and the CSV of every table of a document, in order. The buffer is used again for each.
    package static func each(
        of document: Document, buffer: inout [UInt8], _ body: (_ number: Int, _ csv: [UInt8]) throws -> Void
    ) rethrows {
        var at = 0
        while at < document.events.count {
            let event = document.events[at]
            guard event.kind == .table else { at += 1; continue }
            let table = document.tables[Int(event.index)]
            let taken = buffer
            buffer = []
            var writer = TableCSV(document, table, into: taken)
            writer.write(at..<at + Int(event.extent))
            buffer = writer.csv.finish()
            try body(table.number, buffer)
            at += Int(event.extent)
        }
    }

    private init(_ document: Document, _ table: Table, into buffer: consuming [UInt8]) {
        self.document = document
        self.table = table
        columns = Array(repeating: Column(), count: table.alignments.count)
        buffer.removeAll(keepingCapacity: true)
        csv = CSV(into: buffer)
    }

    private mutating func write(_ events: Range<Int>) {
        var at = events.lowerBound
        while at < events.upperBound {
            if document.events[at].kind == .row {
                writeRow(at..<at + Int(document.events[at].extent))
                at += Int(document.events[at].extent)
            } else {
                at += 1
            }
        }
    }

    private mutating func writeRow(_ row: Range<Int>) {
        var column = 0
        var at = row.lowerBound + 1
        while at < row.upperBound - 1 {
            let event = document.events[at]
            let cell = table.cells[Int(event.index)]
            writeFromAbove(column..<cell.column)
            readWords(at..<at + Int(event.extent))
            write(cell)
            column = cell.column + cell.columnSpan
            at += Int(event.extent)
        }
        writeFromAbove(column..<columns.count)
        csv.endRow()
    }

    private mutating func write(_ cell: Table.Cell) {
        for column in cell.column..<cell.column + cell.columnSpan {
            let isShown = cell.isHeader || column == cell.column
            words.withUnsafeBufferPointer { csv.append(cell: isShown ? $0 : UnsafeBufferPointer(rebasing: $0[..<0])) }
            columns[column].rowsBelow = cell.rowSpan - 1
            if cell.rowSpan > 1 { columns[column].heading = cell.isHeader ? words : [] }
        }
    }

    /// What cells of rows above say in this row.
    private mutating func writeFromAbove(_ range: Range<Int>) {
        for column in range {
            let reaches = columns[column].rowsBelow > 0
            (reaches ? columns[column].heading : []).withUnsafeBufferPointer { csv.append(cell: $0) }
            if reaches { columns[column].rowsBelow -= 1 }
        }
    }

    /// The words of a cell, each list item and each line on a line of its own.
    private mutating func readWords(_ cell: Range<Int>) {
        words.removeAll(keepingCapacity: true)
        for at in cell.dropFirst() {
            let event = document.events[at]
            switch event.kind {
            case .text, .code: words += text(of: event)
            case .image: words += document.images[Int(event.index)].alternative.utf8
            case .lineBreak: startLine()
            case .item:
                startLine()
                guard event.length > 0 else { continue }
                words += text(of: event)
                words.append(UInt8(ascii: " "))
            default: break
            }
        }
        while let last = words.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\n") { words.removeLast() }
    }

    private mutating func startLine() {
        if !words.isEmpty { words.append(UInt8(ascii: "\n")) }
    }

    private func text(of event: Event) -> ArraySlice<UInt8> {
        document.text[Int(event.start)..<Int(event.start + event.length)]
    }
}
