extension UnsafeBufferPointer where Element == UInt8 {
    /// Whether these bytes are UTF-8. Stretches of ASCII, which most texts are made of, are passed eight bytes at a time.
    package var isUTF8: Bool {
        var at = 0
        while at < count {
            if at + 8 <= count, EightBytes(at: baseAddress! + at).isASCII {
                at += 8
            } else if self[at] < 0x80 {
                at += 1
            } else {
                let start = at
                while at < count, self[at] >= 0x80 { at += 1 }
                guard UnsafeBufferPointer(rebasing: self[start..<at]).isUTF8AsAWhole else { return false }
            }
        }
        return true
    }

    private var isUTF8AsAWhole: Bool {
        do {
            _ = try UTF8Span(validating: span)
            return true
        } catch { return false }
    }
}

extension [UInt8] {
    /// Where the first bytes stand that are no UTF-8; nil where all are.
    package var firstInvalidByte: Int? {
        if withUnsafeBufferPointer(\.isUTF8) { return nil }
        var iterator = makeIterator()
        var parser = Unicode.UTF8.ForwardParser()
        var offset = 0
        while true {
            switch parser.parseScalar(from: &iterator) {
            case .valid(let scalar): offset += scalar.count
            case .error: return offset
            case .emptyInput: return nil
            }
        }
    }
}
