/// Words as they stand in a string of JSON (RFC 8259, section 7), without its quotation marks.
@usableFromInline package enum JSONText {
    /// Hands out the words piece by piece: stretches without anything to escape as a whole, and escapes.
    ///
    /// - Parameter forScript: Whether it will stand in a `<script>` of a page, where `<` and the like must not be seen.
    @inlinable package static func write(_ text: Bytes, forScript: Bool = false, _ put: (Bytes) -> Void) {
        var start = 0
        var at = 0
        while at < text.count {
            if !forScript, at + 8 <= text.count, isPlain(EightBytes(at: text.baseAddress! + at)) {
                at += 8
                continue
            }
            let byte = text[at]
            at += 1
            guard byte < 32 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || forScript && isMarkup(byte) else { continue }
            if start < at - 1 { put(Bytes(rebasing: text[start..<at - 1])) }
            start = at
            escape(byte, put)
        }
        if start < text.count { put(Bytes(rebasing: text[start...])) }
    }

    /// Whether none of eight bytes is to be escaped; false, too, for some that need not be.
    @inlinable @inline(__always) static func isPlain(_ bytes: EightBytes) -> Bool {
        bytes.marks(below: 32) | bytes.marks(of: UInt8(ascii: "\"")) | bytes.marks(of: UInt8(ascii: "\\")) == 0
    }

    @inlinable @inline(__always) static func isMarkup(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "&")
    }

    @usableFromInline static func escape(_ byte: UInt8, _ put: (Bytes) -> Void) {
        switch byte {
        case UInt8(ascii: "\""): put(Bytes("\\\""))
        case UInt8(ascii: "\\"): put(Bytes("\\\\"))
        case 10: put(Bytes("\\n"))
        default:
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 6) { escape in
                _ = escape.update(fromContentsOf: "\\u00".utf8)
                escape[4] = Hexadecimal.small(byte >> 4)
                escape[5] = Hexadecimal.small(byte)
                put(Bytes(escape))
            }
        }
    }
}

extension String {
    /// A string of JSON, in its quotation marks.
    package var jsonString: String {
        var text = self
        var out: [UInt8] = [UInt8(ascii: "\"")]
        text.withUTF8 { JSONText.write($0) { out.append(contentsOf: $0) } }
        out.append(UInt8(ascii: "\""))
        return String(decoding: out, as: UTF8.self)
    }
}
