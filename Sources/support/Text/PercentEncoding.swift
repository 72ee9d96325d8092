/// Which bytes stay as they are where all others are written as `%` and two digits (RFC 3986, section 2.1).
@usableFromInline @frozen package struct PercentEncoding: Sendable {
    @usableFromInline let kept: SIMD4<UInt64>

    /// - Parameter kept: All that stays.
    package init(keeping isKept: (UInt8) -> Bool) {
        var bits = SIMD4<UInt64>()
        for byte in UInt8.min...UInt8.max where isKept(byte) { bits[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }
        kept = bits
    }

    /// What stands for itself in every address (RFC 3986, section 2.3), and signs that have a meaning where this is used.
    package init(keepingUnreservedAnd signs: String) {
        self.init { $0.isLetter || $0.isDigit || "-._~".utf8.contains($0) || signs.utf8.contains($0) }
    }

    /// A path or a fragment: with its slashes (RFC 3986, sections 3.3 and 3.5).
    package static let path = PercentEncoding(keepingUnreservedAnd: "/")
    /// A whole address: with all that has a meaning in one, an escape included.
    package static let address = PercentEncoding(keepingUnreservedAnd: ":/?#[]@!&()*+,=%")

    @inlinable package func keeps(_ byte: UInt8) -> Bool { kept[Int(byte >> 6)] >> UInt64(byte & 63) & 1 == 1 }

    package func encode(_ text: String) -> String {
        var text = text
        if text.withUTF8({ $0.allSatisfy(keeps) }) { return text }
        return String(decoding: encode(text.utf8), as: UTF8.self)
    }

    package func encode(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        for byte in bytes { if keeps(byte) { out.append(byte) } else { out.appendEscape(of: byte) } }
        return out
    }

    /// The text whose escapes these are. What only looks like an escape stays.
    package static func decode(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        let bytes = Array(text.utf8)
        var out: [UInt8] = []
        var at = 0
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "%"), at + 2 < bytes.count, let high = Hexadecimal.value(bytes[at + 1]), let low = Hexadecimal.value(bytes[at + 2]) {
                out.append(high << 4 | low)
                at += 3
            } else {
                out.append(bytes[at])
                at += 1
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}

extension [UInt8] {
    /// `%` and the two digits of a byte.
    package mutating func appendEscape(of byte: UInt8) {
        append(UInt8(ascii: "%"))
        append(Hexadecimal.large(byte >> 4))
        append(Hexadecimal.large(byte))
    }
}

extension String {
    /// A path or fragment with everything escaped that an address may not hold.
    package var percentEncoded: String { PercentEncoding.path.encode(self) }
}
