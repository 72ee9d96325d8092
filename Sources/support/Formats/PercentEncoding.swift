extension String {
    /// A path or fragment with everything escaped that an address may not hold (RFC 3986, sections 3.3 and 3.5).
    package var percentEncoded: String {
        var text = self
        return text.withUTF8 { $0.allSatisfy(String.isPlain) } ? text : text.escaped
    }

    private var escaped: String {
        var out: [UInt8] = []
        let hex = Array("0123456789ABCDEF".utf8)
        for byte in utf8 {
            if String.isPlain(byte) { out.append(byte) } else { out += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]] }
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 97...122, 65...90, 45...57, UInt8(ascii: "_"), UInt8(ascii: "~"): true
        default: false
        }
    }
}
