import Text

extension [UInt8] {
    /// Appends text so that it is text in HTML, between tags and in quoted attributes.
    mutating func appendEscaped(_ text: String) { append(markup: text, .withApostrophe) }

    mutating func append(_ text: String) {
        // Only a string bridged from elsewhere has no contiguous bytes.
        let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { append(contentsOf: $0) }
        if isDone == nil { append(contentsOf: Array(text.utf8)) }
    }
}
