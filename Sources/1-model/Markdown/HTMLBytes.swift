import Text

extension HTMLWriter {
    mutating func put(_ markup: StaticString) {
        out.append(contentsOf: Bytes(markup))
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
    mutating func escape(_ words: Bytes) { out.append(markup: words) }

    /// Puts an address into an attribute, escaped as the specification's examples are; beyond them, what the URL
    /// standard forbids in a path or a fragment is escaped too.
    mutating func put(address: some Collection<UInt8>) {
        let safe = HTMLWriter.address
        var isInFragment = false
        var at = address.startIndex
        while at < address.endIndex {
            let byte = address[at]
            let isStray = !isPlain && (byte == UInt8(ascii: "%") && !isEscape(address[at...]) || byte == UInt8(ascii: "#") && isInFragment)
            if byte == UInt8(ascii: "&") {
                put("&amp;")
            } else if byte == UInt8(ascii: "'") {
                put("&#x27;")
            } else if safe.keeps(byte), !isStray {
                out.append(byte)
            } else {
                out.appendEscape(of: byte)
            }
            isInFragment = isInFragment || byte == UInt8(ascii: "#")
            at = address.index(after: at)
        }
    }

    private func isEscape(_ rest: some Collection<UInt8>) -> Bool {
        let digits = rest.dropFirst().prefix(2)
        return digits.count == 2 && digits.allSatisfy { Hexadecimal.value($0) != nil }
    }

    /// All that may stand in an address, and what escapes begin with.
    private static let address = PercentEncoding(keepingUnreservedAnd: "!#$%()*+,/:;=?@")
}
