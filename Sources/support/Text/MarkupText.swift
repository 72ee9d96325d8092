/// Words written so that they are words in HTML and XML, between tags and in quoted attributes.
@usableFromInline package enum MarkupText {
    /// Which signs are written as references: an apostrophe means something only between single quotation marks, which
    /// templates may use.
    @usableFromInline package enum Signs { case four, withApostrophe }

    /// Hands out the words piece by piece: stretches without any of the signs as a whole, since most words are one, and
    /// references.
    @inlinable package static func write(_ words: Bytes, _ signs: Signs = .four, _ put: (Bytes) -> Void) {
        var start = 0
        while let at = firstReserved(in: words, from: start, signs) {
            if at > start { put(Bytes(rebasing: words[start..<at])) }
            put(Bytes(reference(words[at])))
            start = at + 1
        }
        if start < words.count { put(Bytes(rebasing: words[start...])) }
    }

    /// Where the next of `"`, `&`, `<`, `>` and perhaps `'` stands.
    @inlinable static func firstReserved(in words: Bytes, from start: Int, _ signs: Signs) -> Int? {
        // Each has a loop of its own, which is the one that nearly all bytes of a site go through.
        signs == .four ? first(in: words, from: start, .four) : first(in: words, from: start, .withApostrophe)
    }

    /// Looks at eight bytes at a time: few texts hold any.
    @inlinable @inline(__always) static func first(in words: Bytes, from start: Int, _ signs: Signs) -> Int? {
        var at = start
        if let base = words.baseAddress {
            while at + 8 <= words.count, !holdsReserved(EightBytes(at: base + at), signs) { at += 8 }
        }
        while at < words.count {
            if isReserved(words[at], signs) { return at }
            at += 1
        }
        return nil
    }

    /// `"` and `&` differ in one bit, and so do `<` and `>`, and `'` from `&`.
    @inlinable @inline(__always) static func isReserved(_ byte: UInt8, _ signs: Signs) -> Bool {
        byte | 0x04 == UInt8(ascii: "&") || byte | 0x02 == UInt8(ascii: ">") || signs == .withApostrophe && byte == UInt8(ascii: "'")
    }

    @inlinable @inline(__always) static func holdsReserved(_ bytes: EightBytes, _ signs: Signs) -> Bool {
        let four = bytes.marks(of: UInt8(ascii: "&"), setting: 0x04) | bytes.marks(of: UInt8(ascii: ">"), setting: 0x02)
        return (signs == .four ? four : four | bytes.marks(of: UInt8(ascii: "'"))) != 0
    }

    /// What stands for one of the signs.
    @usableFromInline package static func reference(_ byte: UInt8) -> StaticString {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "'"): "&#39;"
        default: "&quot;"
        }
    }
}

extension [UInt8] {
    /// Appends words as words of HTML or XML.
    @inlinable package mutating func append(markup words: Bytes, _ signs: MarkupText.Signs = .four) {
        MarkupText.write(words, signs) { append(contentsOf: $0) }
    }

    /// Appends words as words of HTML or XML.
    @inlinable package mutating func append(markup words: String, _ signs: MarkupText.Signs = .four) {
        // Only a string bridged from elsewhere has no contiguous bytes.
        if words.utf8.withContiguousStorageIfAvailable({ append(markup: $0, signs) }) == nil {
            Array(words.utf8).withUnsafeBufferPointer { append(markup: $0, signs) }
        }
    }
}
