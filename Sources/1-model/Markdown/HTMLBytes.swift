extension HTMLWriter {
    mutating func put(_ markup: StaticString) {
        out.append(contentsOf: Bytes(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
    }

    /// Puts markup at the start of a line.
    mutating func putBlock(_ markup: StaticString) {
        startLine()
        put(markup)
    }

    mutating func startLine() {
        if let last = out.last, last != UInt8(ascii: "\n") { out.append(UInt8(ascii: "\n")) }
    }

    mutating func put(number: Int) { out.append(contentsOf: String(number).utf8) }

    /// Puts an anchor of the document, with the page's prefix.
    mutating func put(anchor: String) {
        out.append(contentsOf: prefix)
        escape(anchor)
    }

    mutating func escape(_ words: String) {
        var words = words
        words.withUTF8 { escape($0) }
    }

    /// Puts words, with the four characters that mean something in HTML written as references.
    mutating func escape(_ words: Bytes) {
        var start = 0
        while let at = HTMLWriter.firstReserved(in: words, from: start) {
            out.append(contentsOf: Bytes(rebasing: words[start..<at]))
            put(HTMLWriter.reference(words[at]))
            start = at + 1
        }
        out.append(contentsOf: Bytes(rebasing: words[start...]))
    }

    /// Where the next of `"`, `&`, `<` and `>` stands. Looks at eight bytes at a time: few texts hold any.
    private static func firstReserved(in words: Bytes, from start: Int) -> Int? {
        var at = start
        if let base = words.baseAddress {
            while at + 8 <= words.count, !holdsReserved(UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self)) { at += 8 }
        }
        while at < words.count {
            if isReserved(words[at]) { return at }
            at += 1
        }
        return nil
    }

    /// `"` and `&` differ in one bit, and so do `<` and `>`.
    private static func isReserved(_ byte: UInt8) -> Bool { byte | 0x04 == UInt8(ascii: "&") || byte | 0x02 == UInt8(ascii: ">") }

    /// The same of any of eight bytes. Sean Eron Anderson, "Bit Twiddling Hacks", "Determine if a word has a zero byte".
    @inline(__always)
    private static func holdsReserved(_ bytes: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let first = (bytes | ones &* 0x04) ^ (ones &* UInt64(UInt8(ascii: "&")))
        let second = (bytes | ones &* 0x02) ^ (ones &* UInt64(UInt8(ascii: ">")))
        return ((first &- ones) & ~first | (second &- ones) & ~second) & (ones &* 0x80) != 0
    }

    private static func reference(_ byte: UInt8) -> StaticString {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        default: "&quot;"
        }
    }

    /// Puts an address into an attribute, escaped as the specification's examples are; beyond them, what the URL
    /// standard forbids in a path or a fragment is escaped too.
    mutating func put(address: some Collection<UInt8>) {
        var isInFragment = false
        var at = address.startIndex
        while at < address.endIndex {
            let byte = address[at]
            let isStray = !isPlain && (byte == UInt8(ascii: "%") && !isEscape(address[at...]) || byte == UInt8(ascii: "#") && isInFragment)
            if byte == UInt8(ascii: "&") {
                put("&amp;")
            } else if byte == UInt8(ascii: "'") {
                put("&#x27;")
            } else if HTMLWriter.isSafe(byte), !isStray {
                out.append(byte)
            } else {
                out.append(UInt8(ascii: "%"))
                out.append(HTMLWriter.hexadecimal(byte >> 4))
                out.append(HTMLWriter.hexadecimal(byte & 15))
            }
            isInFragment = isInFragment || byte == UInt8(ascii: "#")
            at = address.index(after: at)
        }
    }

    private func isEscape(_ rest: some Collection<UInt8>) -> Bool {
        let digits = rest.dropFirst().prefix(2)
        return digits.count == 2 && digits.allSatisfy { $0.isDigit || 0x61...0x66 ~= $0.lowercased }
    }

    private static func isSafe(_ byte: UInt8) -> Bool {
        if byte.isLetter || byte.isDigit { return true }
        switch byte {
        case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "("),
            UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: "-"),
            UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="),
            UInt8(ascii: "?"), UInt8(ascii: "@"), UInt8(ascii: "_"), UInt8(ascii: "~"):
            return true
        default: return false
        }
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt8 {
        digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10
    }
}
