import Model
import Text

/// Writes `published.tsv`: a line an address, sorted by bytes, so that two branches that publish different things can be
/// merged line by line.
package struct RecordWriter {
    package static let columns = ["address", "published", "changed", "text"]

    package private(set) var bytes: [UInt8] = Array((RecordWriter.columns.joined(separator: "\t") + "\n").utf8)

    package init() {}

    package mutating func append(_ entry: PublishedRecord.Entry) {
        bytes.append(UInt8(ascii: "/"))
        bytes += entry.path.recordEscaped
        append(entry.published)
        append(entry.changed)
        bytes.append(0x09)
        switch entry.state {
        case .text(let number): bytes += number.hexadecimal.utf8
        case .formerText(let number): bytes += Hexadecimal.digits(number.value).utf8
        case .made: break
        case .moved: bytes += "moved".utf8
        case .gone: bytes += "gone".utf8
        }
        bytes.append(0x0A)
    }

    /// A place in a page: it changes with the page, so that only the day it was first published is its own, and what it
    /// stands on.
    package mutating func append(anchor: ArraySlice<UInt8>, of path: [UInt8], published: Day, key: AnchorKey?) {
        bytes.append(UInt8(ascii: "/"))
        bytes += path
        bytes.append(UInt8(ascii: "#"))
        bytes += anchor
        append(published)
        bytes += [0x09, 0x09]
        if let key { bytes += Hexadecimal.digits(key.value).utf8 }
        bytes.append(0x0A)
    }

    private mutating func append(_ day: Day) {
        bytes.append(0x09)
        bytes += day.iso.utf8
    }
}

extension String {
    /// A path as `published.tsv` has it: escaped is what would end the column or begin an anchor, with the signs before `#`,
    /// which would come between a page and its anchors.
    package var recordEscaped: [UInt8] { RecordWriter.escapes.encode(utf8) }

    var removingRecordEscapes: String { PercentEncoding.decode(self) }
}

extension RecordWriter {
    fileprivate static let escapes = PercentEncoding { $0 > UInt8(ascii: "#") && $0 != 0x7F && $0 != UInt8(ascii: "%") }
}
