/// Writes rows as RFC 4180 has them: commas, CRLF, quotation marks where they are needed.
///
/// A cell that a spreadsheet would take for a formula gets an apostrophe in front, so that opening the file runs nothing
/// (OWASP, "CSV Injection"). Text is never changed otherwise.
package struct CSV: ~Copyable {
    private var out: ByteWriter
    private var isRowBegun = false

    package init() { self.init(into: []) }

    package init(header: [String]) {
        self.init(into: [])
        append(header)
    }

    /// Writes behind what a buffer holds.
    package init(into buffer: consuming [UInt8]) { out = ByteWriter(into: buffer) }

    /// All rows, behind what the buffer held.
    package consuming func finish() -> [UInt8] { out.finish() }

    package mutating func append(_ row: [String]) {
        for cell in row {
            if cell.utf8.withContiguousStorageIfAvailable({ append(cell: $0) }) == nil {
                Array(cell.utf8).withUnsafeBufferPointer { append(cell: $0) }
            }
        }
        endRow()
    }

    /// Writes the next cell of a row; its bytes are UTF-8.
    package mutating func append(cell: UnsafeBufferPointer<UInt8>) {
        if isRowBegun { out.append(UInt8(ascii: ",")) }
        isRowBegun = true
        guard let first = cell.first else { return }
        let needsQuotes = cell.contains(where: CSV.needsQuotes)
        if needsQuotes { out.append(UInt8(ascii: "\"")) }
        if CSV.beginsFormula(first) { out.append(UInt8(ascii: "'")) }
        guard needsQuotes else { return out.append(cell) }
        for byte in cell {
            if byte == UInt8(ascii: "\"") { out.append(byte) }
            out.append(byte)
        }
        out.append(UInt8(ascii: "\""))
    }

    package mutating func endRow() {
        out.append("\r\n")
        isRowBegun = false
    }

    private static func needsQuotes(_ byte: UInt8) -> Bool {
        byte <= UInt8(ascii: ",") && (byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 10 || byte == 13)
    }

    private static func beginsFormula(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 13: true
        default: false
        }
    }
}
