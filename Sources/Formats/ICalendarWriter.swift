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
        var out = String.UnicodeScalarView()
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": out += ["\\", scalar]
            case "\n": out += ["\\", "n"]
            case "\u{0}"..."\u{1F}", "\u{7F}": break
            default: out.append(scalar)
            }
        }
        return String(out)
    }

    /// Every line after the first begins with a space, which counts.
    private mutating func fold(_ line: String) {
        var room = 75
        for scalar in line.unicodeScalars {
            let character = UTF8.encode(scalar)!
            if character.count > room {
                bytes += [13, 10, 32]
                room = 74
            }
            bytes.append(contentsOf: character)
            room -= character.count
        }
        bytes += [13, 10]
    }
}
