import Text

/// A tag of raw HTML as the C library found it in a text.
struct RawTag {
    /// In lower case.
    let name: String
    let isClosing: Bool
    /// Values with the common character references undone.
    private(set) var attributes: [(name: String, value: [UInt8])] = []

    /// Nil for what is no tag: a comment, a declaration.
    init?(_ literal: Slice<Bytes>) {
        var at = literal.startIndex + 1
        guard at < literal.endIndex else { return nil }
        isClosing = literal[at] == UInt8(ascii: "/")
        if isClosing { at += 1 }
        let name = literal[at...].prefix { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
        guard let first = name.first, first.isLetter else { return nil }
        self.name = String(decoding: name.map(\.lowercased), as: UTF8.self)
        readAttributes(literal[name.endIndex...])
    }

    func value(of attribute: String) -> [UInt8]? { attributes.first { $0.name == attribute }?.value }

    private mutating func readAttributes(_ text: Slice<Bytes>) {
        var rest = text
        while true {
            rest = rest.drop { $0.isBlank || $0 == UInt8(ascii: "/") }
            let name = rest.prefix { !$0.isBlank && !"=>/".utf8.contains($0) }
            if name.isEmpty { return }
            rest = rest[name.endIndex...].drop(while: \.isBlank)
            var value: Slice<Bytes> = rest.prefix(0)
            if rest.first == UInt8(ascii: "=") { (value, rest) = RawTag.value(rest.dropFirst().drop(while: \.isBlank)) }
            attributes.append((String(decoding: name.map(\.lowercased), as: UTF8.self), RawTag.unescaped(value)))
        }
    }

    private static func value(_ text: Slice<Bytes>) -> (Slice<Bytes>, rest: Slice<Bytes>) {
        guard let quote = text.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            let value = text.prefix { !$0.isBlank && $0 != UInt8(ascii: ">") }
            return (value, text[value.endIndex...])
        }
        let value = text.dropFirst().prefix { $0 != quote }
        return (value, text[value.endIndex...].dropFirst())
    }

    private static let references: [(StaticString, UInt8)] = [
        ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
        ("&quot;", UInt8(ascii: "\"")), ("&apos;", UInt8(ascii: "'")), ("&#39;", UInt8(ascii: "'")),
    ]

    private static func unescaped(_ value: Slice<Bytes>) -> [UInt8] {
        var out: [UInt8] = []
        var rest = value
        while let first = rest.first {
            let reference = references.first { name, _ in rest.starts(with: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)) }
            out.append(reference?.1 ?? (first.isBlank ? UInt8(ascii: " ") : first))
            rest = rest.dropFirst(reference?.0.utf8CodeUnitCount ?? 1)
        }
        return out
    }

    /// The name of what begins here, where its content is nothing to read: a script, a style sheet, a declaration.
    static func nameOfHidden(_ block: Slice<Bytes>) -> String? {
        guard let tag = RawTag(block) else { return block.starts(with: "<!".utf8) ? "!" : block.starts(with: "<?".utf8) ? "?" : nil }
        return ["script", "style"].contains(tag.name) && !tag.isClosing ? tag.name : nil
    }
}

/// A comment at the start of a text, perhaps the mark of a printed page.
struct HTMLComment {
    /// After it.
    let end: Int
    let isUnclosed: Bool
    /// The number in `<!-- page 14 -->`.
    let page: Slice<Bytes>?

    init?(_ text: Slice<Bytes>) {
        guard text.starts(with: "<!--".utf8) else { return nil }
        let start = text.startIndex + 4
        var at = start
        while at < text.endIndex, !text[at...].starts(with: "-->".utf8) { at += 1 }
        isUnclosed = at == text.endIndex
        end = min(at + 3, text.endIndex)
        page = HTMLComment.page(in: text[start..<at].trimmed)
    }

    private static func page(in words: Slice<Bytes>) -> Slice<Bytes>? {
        guard words.prefix(4).map(\.lowercased).elementsEqual("page".utf8) else { return nil }
        let rest = words.dropFirst(4)
        guard let blank = rest.first, blank.isBlank else { return nil }
        let number = rest.trimmed
        let isNumber = number.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
        return !number.isEmpty && number.count <= 12 && isNumber ? number : nil
    }
}
