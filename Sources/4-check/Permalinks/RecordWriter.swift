import Markdown
import Model

/// Writes `published.tsv`: a line an address, sorted by bytes, so that two branches that publish different things can be
/// merged line by line.
struct RecordWriter {
    static let columns = ["address", "published", "changed", "text"]

    private(set) var bytes: [UInt8] = Array((RecordWriter.columns.joined(separator: "\t") + "\n").utf8)

    mutating func append(_ entry: PublishedRecord.Entry) {
        bytes.append(UInt8(ascii: "/"))
        bytes += entry.path.recordEscaped
        append(entry.published)
        append(entry.changed)
        bytes.append(0x09)
        switch entry.state {
        case .text(let fingerprint): append(fingerprint)
        case .made: break
        case .moved: bytes += "moved".utf8
        case .gone: bytes += "gone".utf8
        }
        bytes.append(0x0A)
    }

    /// A place in a page: it changes with the page, so that only the day it was first published is its own.
    mutating func append(anchor: ArraySlice<UInt8>, of path: [UInt8], published: Day) {
        bytes.append(UInt8(ascii: "/"))
        bytes += path
        bytes.append(UInt8(ascii: "#"))
        bytes += anchor
        append(published)
        bytes += [0x09, 0x09, 0x0A]
    }

    private mutating func append(_ day: Day) {
        bytes.append(0x09)
        bytes += day.iso.utf8
    }

    private mutating func append(_ fingerprint: Fingerprint) {
        let digits = Array("0123456789abcdef".utf8)
        for shift in stride(from: 60, through: 0, by: -4) { bytes.append(digits[Int(fingerprint.value >> UInt64(shift) & 15)]) }
    }
}

extension String {
    /// A path as `published.tsv` has it: `%` and two digits for what would end the column or begin an anchor.
    var recordEscaped: [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        guard utf8.contains(where: \.needsRecordEscape) else { return Array(utf8) }
        return utf8.flatMap { $0.needsRecordEscape ? [UInt8(ascii: "%"), digits[Int($0 >> 4)], digits[Int($0 & 15)]] : [$0] }
    }

    var removingRecordEscapes: String {
        guard utf8.contains(UInt8(ascii: "%")) else { return self }
        var out: [UInt8] = []
        var rest = Array(utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16), rest.count >= 2 {
                out.append(value)
                rest = rest.dropFirst(2)
            } else {
                out.append(byte)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}

extension UInt8 {
    /// With the signs before `#`, which would come between a page and its anchors.
    fileprivate var needsRecordEscape: Bool { self <= UInt8(ascii: "#") || self == 0x7F || self == UInt8(ascii: "%") }
}
