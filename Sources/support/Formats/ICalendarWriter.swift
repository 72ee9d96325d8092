/// Writes iCalendar (RFC 5545) straight into bytes: content lines folded at 75 octets, never within a character.
package struct ICalendarWriter: ~Copyable {
    private var out: ByteWriter
    /// The content line at hand, before it is folded.
    private var line: [UInt8] = []

    /// Writes behind what a buffer holds.
    package init(into buffer: consuming [UInt8] = []) { out = ByteWriter(into: buffer) }

    /// All that was written, behind what the buffer held.
    package consuming func finish() -> [UInt8] { out.finish() }

    package mutating func component(_ name: String, _ content: (inout ICalendarWriter) -> Void) {
        property("BEGIN", name)
        content(&self)
        property("END", name)
    }

    /// A property whose value is written as it is: a number, a date, an address. `parameters` come with their semicolon:
    /// `;VALUE=DATE`.
    package mutating func property(_ name: String, parameters: String = "", _ value: String) {
        line += name.utf8
        line += parameters.utf8
        line.append(UInt8(ascii: ":"))
        line += value.utf8
        endLine()
    }

    /// A property whose value is a text (section 3.3.11).
    package mutating func text(_ name: String, _ value: String) {
        line += name.utf8
        line.append(UInt8(ascii: ":"))
        for byte in value.utf8 { escape(byte) }
        endLine()
    }

    /// A parameter's value in quotation marks, as RFC 6868 escapes it: `"Health & “Wellbeing”"`.
    package static func quoted(_ value: String) -> String {
        let escaped = value.filter { $0 >= " " || $0 == "\n" }
            .replacing("^", with: "^^").replacing("\n", with: "^n").replacing("\"", with: "^'")
        return "\"\(escaped)\""
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","):
            line.append(UInt8(ascii: "\\"))
            line.append(byte)
        case UInt8(ascii: "\n"):
            line.append(UInt8(ascii: "\\"))
            line.append(UInt8(ascii: "n"))
        case 0..<0x20, 0x7F: break
        default: line.append(byte)
        }
    }

    /// Writes the line at hand. Every part of it after the first begins with a space, which counts.
    private mutating func endLine() {
        line.withUnsafeBufferPointer { line in
            var start = 0
            var room = 75
            while line.count - start > room {
                var end = start + room
                while ICalendarWriter.isWithinCharacter(line[end]) { end -= 1 }
                out.append(UnsafeBufferPointer(rebasing: line[start..<end]))
                out.append("\r\n ")
                start = end
                room = 74
            }
            out.append(UnsafeBufferPointer(rebasing: line[start...]))
        }
        out.append("\r\n")
        line.removeAll(keepingCapacity: true)
    }

    private static func isWithinCharacter(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
