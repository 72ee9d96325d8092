import Diagnostics
import Text

/// A template as it was read from the disk.
public struct TemplateFile: Sendable {
    /// The name that other templates call it by: its path in the templates folder, without the extension.
    public let name: String
    /// The path for diagnostics.
    public let path: String
    public let bytes: [UInt8]
    private let lines: LineIndex

    public init(name: String, path: String, bytes: [UInt8]) {
        self.name = name
        self.path = path
        self.bytes = bytes
        lines = bytes.withUnsafeBufferPointer { LineIndex($0) }
    }

    /// A file of a templates folder: `Templates/parts/row.mustache` under `Templates` is named `parts/row`.
    public init(path: String, under folder: String, bytes: [UInt8]) {
        var name = path[...]
        if name.hasPrefix(folder) { name = name.dropFirst(folder.count) }
        name = name.drop { $0 == "/" }
        let lastPart = name.lastIndex(of: "/") ?? name.startIndex
        if let dot = name[lastPart...].lastIndex(of: ".") { name = name[..<dot] }
        self.init(name: String(name), path: path, bytes: bytes)
    }

    /// The place of a byte, as an editor would count it.
    func location(at offset: Int) -> SourceLocation {
        let (line, column) = lines.position(of: offset)
        return SourceLocation(path, line: line + 1, column: column + 1)
    }

    /// The text of some of its bytes.
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

extension UInt8 {
    static let newline = UInt8(ascii: "\n")

    /// A space or a tab: what may stand before a tag that has its line for itself.
    var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

    var isSpace: Bool { isBlank || self == .newline || self == UInt8(ascii: "\r") }
}

extension [UInt8] {
    /// Where a needle next stands at or after an index.
    func firstRange(of needle: [UInt8], from start: Int) -> Range<Int>? {
        var index = start
        while index + needle.count <= count {
            if self[index] == needle[0], self[index..<index + needle.count].elementsEqual(needle) {
                return index..<index + needle.count
            }
            index += 1
        }
        return nil
    }

    /// The range without the white space at its ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var range = range
        while let first = range.first, self[first].isSpace { range = first + 1..<range.upperBound }
        while let last = range.last, self[last].isSpace { range = range.lowerBound..<last }
        return range
    }
}
