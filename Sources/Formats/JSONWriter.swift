/// Writes JSON (RFC 8259) straight into bytes, members in the order in which they are given.
///
///     var json = JSONWriter()
///     json.object { json in
///         json.member("name", "Health and Wellbeing Board")
///         json.array("meeting", meetings) { json, meeting in json.value(meeting.url) }
///     }
public struct JSONWriter {
    public private(set) var bytes: [UInt8] = []
    private var needsComma = false

    public init() {}

    /// Writes into a buffer that is used again.
    public init(into buffer: consuming [UInt8]) { bytes = buffer }

    // MARK: Values

    public mutating func value(_ text: String) {
        separate()
        quote(text)
    }

    public mutating func value(_ number: Int) {
        separate()
        bytes += String(number).utf8
    }

    public mutating func value(_ flag: Bool) {
        separate()
        bytes += (flag ? "true" : "false").utf8
    }

    public mutating func object(_ members: (inout JSONWriter) throws -> Void) rethrows { try nest("{", "}", members) }

    public mutating func array(_ elements: (inout JSONWriter) throws -> Void) rethrows { try nest("[", "]", elements) }

    // MARK: Members of an object

    public mutating func member(_ name: String, _ text: String) {
        key(name)
        value(text)
    }

    /// Left out where there is nothing to say.
    public mutating func member(_ name: String, _ text: String?) {
        if let text { member(name, text) }
    }

    public mutating func member(_ name: String, _ number: Int) {
        key(name)
        value(number)
    }

    public mutating func member(_ name: String, _ flag: Bool) {
        key(name)
        value(flag)
    }

    /// A list that is there even when it is empty.
    public mutating func list(_ name: String, _ elements: (inout JSONWriter) throws -> Void) rethrows {
        key(name)
        try array(elements)
    }

    public mutating func object(_ name: String, _ members: (inout JSONWriter) throws -> Void) rethrows {
        key(name)
        try object(members)
    }

    /// Left out where there are no elements.
    public mutating func array<Element>(
        _ name: String, _ elements: some Sequence<Element>, _ write: (inout JSONWriter, Element) throws -> Void
    ) rethrows {
        var isEmpty = true
        for element in elements {
            if isEmpty { openArray(name) }
            isEmpty = false
            try write(&self, element)
        }
        if !isEmpty { closeArray() }
    }

    /// Left out where there are no texts.
    public mutating func texts(_ name: String, _ texts: [String]) { array(name, texts) { $0.value($1) } }

    // MARK: Parts

    private mutating func openArray(_ name: String) {
        key(name)
        separate()
        bytes.append(UInt8(ascii: "["))
        needsComma = false
    }

    private mutating func closeArray() {
        bytes.append(UInt8(ascii: "]"))
        needsComma = true
    }

    private mutating func nest(_ open: Unicode.Scalar, _ close: Unicode.Scalar, _ content: (inout JSONWriter) throws -> Void) rethrows {
        separate()
        bytes.append(UInt8(ascii: open))
        needsComma = false
        try content(&self)
        bytes.append(UInt8(ascii: close))
        needsComma = true
    }

    private mutating func key(_ name: String) {
        separate()
        quote(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 10: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
            case 0..<32: bytes += Array("\\u00".utf8) + [JSONWriter.hex[Int(byte >> 4)], JSONWriter.hex[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static let hex = Array("0123456789abcdef".utf8)
}
