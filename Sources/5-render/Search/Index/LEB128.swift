extension [UInt8] {
    /// Appends a number in LEB128: seven bits a byte, the lowest first.
    mutating func append(number: Int) {
        var rest = UInt(number)
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        append(UInt8(rest))
    }

    /// Appends a text with its length before it.
    mutating func append(text: some Collection<UInt8>) {
        append(number: text.count)
        append(contentsOf: text)
    }

    /// Reads a number in LEB128, and moves on.
    func number(at: inout Int) -> Int {
        var value = 0
        var shift = 0
        while true {
            let byte = self[at]
            at += 1
            value |= Int(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
    }
}
