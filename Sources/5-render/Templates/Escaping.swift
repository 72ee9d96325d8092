extension [UInt8] {
    /// Appends text so that it is text in HTML, between tags and in quoted attributes.
    mutating func appendEscaped(_ text: String) {
        // Only a string bridged from elsewhere has no contiguous bytes.
        let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { appendEscaped($0) }
        if isDone == nil { Array(text.utf8).withUnsafeBufferPointer { appendEscaped($0) } }
    }

    mutating func append(_ text: String) {
        let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { append(contentsOf: $0) }
        if isDone == nil { append(contentsOf: Array(text.utf8)) }
    }

    /// Copies runs without special characters as a whole: most texts are one run.
    private mutating func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
        var runStart = 0
        for index in 0..<bytes.count where isSpecial(bytes[index]) {
            append(contentsOf: UnsafeBufferPointer(rebasing: bytes[runStart..<index]))
            append(entity(bytes[index]))
            runStart = index + 1
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[runStart...]))
    }
}

@inline(__always)
private func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "<"), UInt8(ascii: ">"): true
    default: false
    }
}

private func entity(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "'"): "&#39;"
    case UInt8(ascii: "<"): "&lt;"
    default: "&gt;"
    }
}
