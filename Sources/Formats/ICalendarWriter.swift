/// Writes iCalendar (RFC 5545) straight into bytes: content lines folded at 75 octets, never within a character.
public struct ICalendarWriter {
    public private(set) var bytes: [UInt8] = []

    /// Writes into a buffer that is used again.
    public init(into buffer: consuming [UInt8] = []) { bytes = buffer }

    public mutating func component(_ name: String, _ content: (inout ICalendarWriter) -> Void) {
        property("BEGIN", name)
        content(&self)
        property("END", name)
    }

    /// A property whose value is written as it is: a number, a date, an address. `parameters` come with their semicolon:
    /// `;VALUE=DATE`.
    public mutating func property(_ name: String, parameters: String = "", _ value: String) {
        fold(name + parameters + ":" + value)
    }

    /// A property whose value is a text (section 3.3.11).
    public mutating func text(_ name: String, _ value: String) {
        fold(name + ":" + ICalendarWriter.escaped(value))
    }

    /// A parameter's value in quotation marks, as RFC 6868 escapes it: `"Health & “Wellbeing”"`.
    public static func quoted(_ value: String) -> String {
        let escaped = value.filter { $0 >= " " || $0 == "\n" }
            .replacing("^", with: "^^").replacing("\n", with: "^n").replacing("\"", with: "^'")
        return "\"\(escaped)\""
    }

    private static func escaped(_ value: String) -> String {
        guard value.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || "\\;,".utf8.contains($0) }) else { return value }
        var out: [UInt8] = []
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","): out += [UInt8(ascii: "\\"), byte]
            case UInt8(ascii: "\n"): out += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
            case 0..<0x20, 0x7F: break
            default: out.append(byte)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// Every line after the first begins with a space, which counts.
    private mutating func fold(_ line: String) {
        var room = 75
        for byte in line.utf8 {
            if ICalendarWriter.length(ofCharacter: byte) > room {
                bytes += [13, 10, 32]
                room = 74
            }
            bytes.append(byte)
            room -= 1
        }
        bytes += [13, 10]
    }

    /// How many bytes a character has that begins with this one; 0 within a character.
    private static func length(ofCharacter first: UInt8) -> Int {
        switch first {
        case 0..<0x80: 1
        case 0x80..<0xC0: 0
        case 0xC0..<0xE0: 2
        case 0xE0..<0xF0: 3
        default: 4
        }
    }
}
