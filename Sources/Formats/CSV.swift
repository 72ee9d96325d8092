/// Writes rows as RFC 4180 has them: commas, CRLF, quotation marks where they are needed.
///
/// A cell that a spreadsheet would take for a formula gets an apostrophe in front, so that opening the file runs nothing
/// (OWASP, "CSV Injection"). Text is never changed otherwise.
public struct CSV: Sendable {
    public private(set) var bytes: [UInt8] = []

    public init(header: [String]) { append(header) }

    public mutating func append(_ row: [String]) {
        for (position, cell) in row.enumerated() {
            if position > 0 { bytes.append(UInt8(ascii: ",")) }
            append(cell)
        }
        bytes += [13, 10]
    }

    private mutating func append(_ cell: String) {
        var cell = cell
        cell.withUTF8 { append($0) }
    }

    private mutating func append(_ cell: UnsafeBufferPointer<UInt8>) {
        guard let first = cell.first else { return }
        let needsQuotes = cell.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 10 || $0 == 13 }
        if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
        if CSV.formulaSigns.contains(first) { bytes.append(UInt8(ascii: "'")) }
        if needsQuotes {
            for byte in cell {
                if byte == UInt8(ascii: "\"") { bytes.append(byte) }
                bytes.append(byte)
            }
            bytes.append(UInt8(ascii: "\""))
        } else {
            bytes.append(contentsOf: cell)
        }
    }

    private static let formulaSigns = Array("=+-@\t\r".utf8)
}
