/// Writes rows as RFC 4180 has them: commas, CRLF, quotation marks where they are needed.
///
/// A cell that a spreadsheet would take for a formula gets an apostrophe in front, so that opening the file runs nothing
/// (OWASP, "CSV Injection"). Text is never changed otherwise.
public struct CSV: Sendable {
    public private(set) var bytes: [UInt8] = []
    private var isRowBegun = false

    public init() {}

    public init(header: [String]) { append(header) }

    /// Writes into a buffer that is used again.
    public init(into buffer: consuming [UInt8]) { bytes = buffer }

    public mutating func append(_ row: [String]) {
        for cell in row {
            var cell = cell
            cell.withUTF8 { append(cell: $0) }
        }
        endRow()
    }

    /// Writes the next cell of a row; its bytes are UTF-8.
    public mutating func append(cell: UnsafeBufferPointer<UInt8>) {
        if isRowBegun { bytes.append(UInt8(ascii: ",")) }
        isRowBegun = true
        let needsApostrophe = cell.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
        guard cell.contains(where: CSV.needsQuotes) else {
            if needsApostrophe { bytes.append(UInt8(ascii: "'")) }
            bytes.append(contentsOf: cell)
            return
        }
        bytes.append(UInt8(ascii: "\""))
        if needsApostrophe { bytes.append(UInt8(ascii: "'")) }
        for byte in cell {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    public mutating func endRow() {
        bytes.append(13)
        bytes.append(10)
        isRowBegun = false
    }

    private static func needsQuotes(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 10 || byte == 13
    }
}
