import Text

/// Writes XML 1.0 straight into bytes, one element a line.
package struct XMLWriter: ~Copyable {
    private var out: ByteWriter

    /// Begins with the XML declaration, in a buffer that is used again.
    package init(into buffer: consuming [UInt8] = []) {
        out = ByteWriter(into: buffer)
        put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    }

    /// All that was written, behind what the buffer held.
    package consuming func finish() -> [UInt8] { out.finish() }

    package typealias Attributes = KeyValuePairs<StaticString, String>

    /// An element that holds elements.
    package mutating func element(_ name: StaticString, _ attributes: Attributes = [:], _ content: (inout XMLWriter) -> Void) {
        open(name, attributes)
        put(">\n")
        content(&self)
        close(name)
    }

    /// An element that holds text.
    package mutating func element(_ name: StaticString, _ attributes: Attributes = [:], text: String) {
        open(name, attributes)
        put(">")
        escape(text)
        close(name)
    }

    /// An element that holds nothing.
    package mutating func element(_ name: StaticString, _ attributes: Attributes) {
        open(name, attributes)
        put("/>\n")
    }

    private mutating func open(_ name: StaticString, _ attributes: Attributes) {
        put("<")
        put(name)
        for (key, value) in attributes {
            put(" ")
            put(key)
            put("=\"")
            escape(value)
            put("\"")
        }
    }

    private mutating func close(_ name: StaticString) {
        put("</")
        put(name)
        put(">\n")
    }

    private mutating func put(_ markup: StaticString) { out.append(markup) }

    private mutating func escape(_ text: String) {
        if text.utf8.withContiguousStorageIfAvailable({ escape($0) }) == nil { Array(text.utf8).withUnsafeBufferPointer { escape($0) } }
    }

    /// Stretches without anything to escape are taken as they are. Characters that XML cannot hold at all (section 2.2) are
    /// left out.
    private mutating func escape(_ text: Bytes) {
        var start = 0
        for at in text.indices where XMLWriter.isSpecial(text[at]) {
            let length = text[at] == 0xEF ? XMLWriter.lengthOfNoCharacter(text[at...]) : 1
            if length == 0 { continue }
            out.append(Bytes(rebasing: text[start..<at]))
            start = at + length
            if text[at] >= 32, text[at] < 0x80 { put(MarkupText.reference(text[at])) }
        }
        out.append(Bytes(rebasing: text[start...]))
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case 9, 10: false
        case 0..<32, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), 0xEF: true
        default: false
        }
    }

    /// 3 where a text begins with U+FFFE or U+FFFF, else 0.
    private static func lengthOfNoCharacter(_ text: Slice<Bytes>) -> Int {
        text.starts(with: [0xEF, 0xBF, 0xBE]) || text.starts(with: [0xEF, 0xBF, 0xBF]) ? 3 : 0
    }
}
