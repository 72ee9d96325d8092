import Diagnostics
import Model
import Platform
import Text

/// Reads `published.tsv`.
///
/// The file is read in one walk over its bytes: an archive of 3,000 documents has a hundred thousand lines.
package struct RecordReader {
    /// In bytes. At a hundred bytes a line this is two and a half million addresses.
    package static let limit = 256 << 20
    /// After as many faults the file is no record, and the rest would say nothing new.
    private static let faultLimit = 50

    private static let header = Array(RecordWriter.columns.joined(separator: "\t").utf8)

    private let path: String
    private var record = PublishedRecord()
    private var lines: [Line] = []
    private var diagnostics: [Diagnostic] = []
    private var hasCarriageReturns = false

    /// A line cut at its tabs: where its parts begin in the file.
    private struct Line {
        var start: Int
        var addressEnd: Int
        var hash: Int
        var published: UInt32
        var changed: UInt32
        var state: PublishedRecord.State
        var key: AnchorKey?
        var number: Int
    }

    /// Reads the file beside `site.yml`: the record, nil where there is none or anything is wrong with it, and what that is.
    package static func read(content: String, disk: Disk) -> (record: PublishedRecord?, diagnostics: [Diagnostic]) {
        let path = PublishedRecord.path(in: content)
        let fail = { (problem: RecordProblem) in (nil as PublishedRecord?, [Diagnostic(problem, at: SourceLocation(path))]) }
        do {
            guard let entry = try disk.entry(path) else { return (nil, []) }
            guard entry.kind == .file else { return fail(.unreadable(reason: "it is not a file")) }
            guard entry.size <= limit else { return fail(.tooLarge(megabytes: entry.size >> 20, limit: limit >> 20)) }
            return read(try disk.read(path), path: path)
        } catch {
            return fail(.unreadable(reason: error.reason))
        }
    }

    /// The record, nil where anything is wrong with it, and what that is.
    package static func read(_ bytes: [UInt8], path: String) -> (record: PublishedRecord?, diagnostics: [Diagnostic]) {
        var reader = RecordReader(path: path)
        guard reader.isText(bytes) else { return (nil, reader.diagnostics) }
        reader.record.bytes = bytes
        bytes.withUnsafeBufferPointer { reader.cut($0) }
        if reader.diagnostics.contains(where: { $0.severity == .error }) { return (nil, reader.diagnostics) }
        reader.group()
        if reader.hasCarriageReturns { reader.tell(.carriageReturns, line: 1) }
        return (reader.record, reader.diagnostics)
    }

    private init(path: String) { self.path = path }

    private mutating func tell(_ problem: RecordProblem, line: Int, column: Int = 1) {
        diagnostics.append(Diagnostic(problem, at: SourceLocation(path, line: line, column: column)))
    }

    private mutating func isText(_ bytes: [UInt8]) -> Bool {
        guard let fault = bytes.firstInvalidByte else { return true }
        let line = bytes[..<fault].count { $0 == 0x0A } + 1
        diagnostics.append(Diagnostic(RecordProblem.notUTF8, at: SourceLocation(path, line: line), withholdsLine: true))
        return false
    }

    // MARK: Lines

    private mutating func cut(_ bytes: Bytes) {
        var at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var number = 0
        lines.reserveCapacity(bytes.count / 80)
        while at < bytes.count, diagnostics.count < RecordReader.faultLimit {
            number += 1
            let feed = bytes.index(of: 0x0A, from: at, to: bytes.count) ?? bytes.count
            var end = feed
            if end > at, bytes[end - 1] == 0x0D {
                end -= 1
                hasCarriageReturns = true
            }
            if number == 1 {
                checkHeader(bytes[at..<end])
                // Under a first line of another kind, every further line would be called wrong as well.
                if diagnostics.contains(where: { $0.code == RecordProblem.columnsInOtherOrder.code }) { return }
            } else if end > at {
                add(bytes, at..<end, number)
            }
            at = feed + 1
        }
        if number == 0 { tell(.noHeader, line: 1) }
    }

    private mutating func checkHeader(_ line: Slice<Bytes>) {
        if RecordReader.isConflictMark(line) { return tell(.conflictMark, line: 1) }
        let names = line.split(separator: 0x09, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
        if names == RecordWriter.columns { return }
        if names.count == 1, names[0].hasPrefix(RecordWriter.columns[0]) { return tell(.columnsInOtherOrder, line: 1) }
        guard names.contains("address") else { return tell(.noHeader, line: 1) }
        for name in names where !RecordWriter.columns.contains(name) {
            tell(.unknownColumn(name, nearest: RecordWriter.columns.nearest(to: name)), line: 1)
        }
        if diagnostics.isEmpty { tell(.columnsInOtherOrder, line: 1) }
    }

    private static func isConflictMark(_ line: Slice<Bytes>) -> Bool {
        guard let first = line.first, "<=>|".utf8.contains(first), line.count >= 7 else { return false }
        return line.prefix(7).allSatisfy { $0 == first } && (line.count == 7 || line[line.startIndex + 7] == 0x20)
    }

    private mutating func add(_ bytes: Bytes, _ range: Range<Int>, _ number: Int) {
        guard bytes[range.lowerBound] == UInt8(ascii: "/") else {
            // After a mark in the first line, the names of the columns stand further down.
            if bytes[range].elementsEqual(RecordReader.header) { return }
            return tell(RecordReader.isConflictMark(bytes[range]) ? .conflictMark : .brokenLine, line: number)
        }
        guard let first = bytes.index(of: 0x09, from: range.lowerBound, to: range.upperBound),
            let second = bytes.index(of: 0x09, from: first + 1, to: range.upperBound),
            let third = bytes.index(of: 0x09, from: second + 1, to: range.upperBound),
            bytes.index(of: 0x09, from: third + 1, to: range.upperBound) == nil
        else { return tell(.brokenLine, line: number) }
        let hash = bytes.index(of: UInt8(ascii: "#"), from: range.lowerBound, to: first) ?? first
        guard let published = day(bytes, first + 1..<second, number, column: first + 2 - range.lowerBound) else { return }
        var line = Line(
            start: range.lowerBound, addressEnd: first, hash: hash, published: published, changed: published, state: .made, number: number)
        if second + 1 < third {
            guard let changed = day(bytes, second + 1..<third, number, column: second + 2 - range.lowerBound) else { return }
            line.changed = changed
        }
        if line.changed < published { return tell(.changedBeforePublished, line: number, column: second + 2 - range.lowerBound) }
        guard RecordReader.read(bytes[third + 1..<range.upperBound], into: &line), hash == first || hash + 1 < first else {
            return tell(.brokenLine, line: number)
        }
        lines.append(line)
    }

    /// Reads the last column: of a page what stands there, of an anchor what it stands on. False where it is neither.
    private static func read(_ word: Slice<Bytes>, into line: inout Line) -> Bool {
        guard line.hash == line.addressEnd else {
            line.key = Hexadecimal.number(word).map { AnchorKey(value: $0) }
            return line.key != nil || word.isEmpty
        }
        guard let state = state(word) else { return false }
        line.state = state
        return true
    }

    private mutating func day(_ bytes: Bytes, _ range: Range<Int>, _ number: Int, column: Int) -> UInt32? {
        if let day = RecordReader.packedDay(bytes, range) { return day }
        tell(.notADate(String(decoding: bytes[range].prefix(40), as: UTF8.self)), line: number, column: column)
        return nil
    }

    private static func packedDay(_ bytes: Bytes, _ range: Range<Int>) -> UInt32? {
        guard range.count == 10, bytes[range.lowerBound + 4] == UInt8(ascii: "-"), bytes[range.lowerBound + 7] == UInt8(ascii: "-")
        else { return nil }
        var packed: UInt32 = 0
        for at in range where at != range.lowerBound + 4 && at != range.lowerBound + 7 {
            let digit = bytes[at] &- 48
            guard digit < 10 else { return nil }
            packed = packed * 10 + UInt32(digit)
        }
        guard Day(year: Int(packed / 10_000), month: Int(packed / 100 % 100), day: Int(packed % 100)) != nil else { return nil }
        return packed
    }

    private static func state(_ word: Slice<Bytes>) -> PublishedRecord.State? {
        if word.isEmpty { return .made }
        if word.elementsEqual("gone".utf8) { return .gone }
        if word.elementsEqual("moved".utf8) { return .moved }
        if let number = Fingerprint(hexadecimal: word) { return .text(number) }
        return Hexadecimal.number(word).map { .formerText(FormerFingerprint(value: $0)) }
    }

    // MARK: Pages

    /// Puts the lines of each page together. A file that was merged by hand need not be in order.
    private mutating func group() {
        let bytes = record.bytes
        bytes.withUnsafeBufferPointer { bytes in
            let precedes = { (a: Line, b: Line) in bytes[a.start..<a.addressEnd].precedes(bytes[b.start..<b.addressEnd]) }
            if !zip(lines, lines.dropFirst()).allSatisfy({ precedes($0, $1) }) {
                lines.sort { precedes($0, $1) || (!precedes($1, $0) && $0.number < $1.number) }
            }
            record.anchors.reserveCapacity(lines.count)
            var last: Line?
            for line in lines {
                let isSame = last.map { bytes[$0.start..<$0.addressEnd].isEqual(to: bytes[line.start..<line.addressEnd]) } ?? false
                let isOfPage = last.map { bytes[$0.start..<$0.hash].isEqual(to: bytes[line.start..<line.hash]) } ?? false
                if isSame { tell(.twice(firstLine: last!.number), line: line.number) }
                take(line, isSame: isSame, isOfPage: isOfPage, bytes)
                last = line
            }
        }
        lines = []
        record.indexEntries()
    }

    private mutating func take(_ line: Line, isSame: Bool, isOfPage: Bool, _ bytes: Bytes) {
        if !isOfPage {
            let path = String(decoding: bytes[line.start + 1..<line.hash], as: UTF8.self).removingRecordEscapes
            let next = record.anchors.count
            record.entries.append(PublishedRecord.Entry(
                path: path, published: Day(packed: line.published), changed: Day(packed: line.changed), state: line.state,
                line: line.number, anchors: next..<next))
        }
        let at = record.entries.count - 1
        if line.hash < line.addressEnd {
            guard !isSame else {
                // One side of a merge was published before records said what anchors stand on.
                if record.anchors[record.anchors.count - 1].key == nil { record.anchors[record.anchors.count - 1].key = line.key }
                return
            }
            record.anchors.append(PublishedRecord.Anchor(
                start: line.hash + 1, length: line.addressEnd - line.hash - 1, published: line.published, line: line.number, key: line.key))
            record.entries[at].anchors = record.entries[at].anchors.lowerBound..<record.anchors.count
        } else if isSame {
            // Two sides of a merge: what was published first was published then, and the later text stands.
            record.entries[at].published = min(record.entries[at].published, Day(packed: line.published))
            if Day(packed: line.changed) > record.entries[at].changed {
                record.entries[at].changed = Day(packed: line.changed)
                record.entries[at].state = line.state
            }
        }
    }
}
