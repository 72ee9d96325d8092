/// Writes XML 1.0 straight into bytes, one element a line.
public struct XMLWriter {
    public private(set) var bytes: [UInt8] = []

    /// Begins with the XML declaration, in a buffer that is used again.
    public init(into buffer: consuming [UInt8] = []) {
        bytes = buffer
        put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    }

    public typealias Attributes = KeyValuePairs<StaticString, String>

    /// An element that holds elements.
    public mutating func element(_ name: StaticString, _ attributes: Attributes = [:], _ content: (inout XMLWriter) -> Void) {
        open(name, attributes)
        put(">\n")
        content(&self)
        close(name)
    }

    /// An element that holds text.
    public mutating func element(_ name: StaticString, _ attributes: Attributes = [:], text: String) {
        open(name, attributes)
        put(">")
        escape(text)
        close(name)
    }

    /// An element that holds nothing.
    public mutating func element(_ name: StaticString, _ attributes: Attributes) {
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

    private mutating func put(_ markup: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
    }

    /// Characters that XML cannot hold at all (section 2.2) are left out.
    private mutating func escape(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": put("&amp;")
            case "<": put("&lt;")
            case ">": put("&gt;")
            case "\"": put("&quot;")
            case "\t", "\n": bytes.append(UInt8(scalar.value))
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
            default: bytes.append(contentsOf: UTF8.encode(scalar)!)
            }
        }
    }
}
