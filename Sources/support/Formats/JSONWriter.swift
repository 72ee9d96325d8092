import Text

/// Writes JSON (RFC 8259) straight into bytes, members in the order in which they are given.
///
///     var json = JSONWriter()
///     json.object { json in
///         json.member("name", "Health and Wellbeing Board")
///         json.array("meeting", meetings) { json, meeting in json.value(meeting.url) }
///     }
package struct JSONWriter: ~Copyable {
    private var out: ByteWriter
    private var needsComma = false
    private let isForScript: Bool

    /// - Parameter forScript: Whether it will stand in a `<script>` of a page, where `<` and the like must not be seen.
    package init(forScript: Bool = false) { self.init(into: [], forScript: forScript) }

    /// Writes behind what a buffer holds.
    package init(into buffer: consuming [UInt8], forScript: Bool = false) {
        out = ByteWriter(into: buffer)
        isForScript = forScript
    }

    /// All that was written, with what the buffer held.
    package consuming func finish() -> [UInt8] { out.finish() }

    /// Writes one object behind what a buffer holds, without a copy of it.
    package static func object(
        into out: inout [UInt8], forScript: Bool = false, _ members: (inout JSONWriter) throws -> Void
    ) rethrows {
        var buffer: [UInt8] = []
        swap(&buffer, &out)
        var json = JSONWriter(into: buffer, forScript: forScript)
        buffer = []
        try json.object(members)
        out = json.finish()
    }

    // MARK: Values

    package mutating func value(_ text: String) {
        separate()
        quote(text)
    }

    /// A text in pieces, written one after the other: an address and what it ends in.
    package mutating func value(joining first: String, _ second: String, _ third: String = "", _ fourth: String = "") {
        separate()
        quote(first, second, third, fourth)
    }

    /// A text in pieces of which only the first may hold something to escape: where a site stands, and a path in it that is
    /// percent-encoded.
    package mutating func value(_ first: String, plain second: String, _ third: String = "", _ fourth: String = "") {
        separate()
        out.append(UInt8(ascii: "\""))
        append(first)
        out.append(second)
        out.append(third)
        if !fourth.isEmpty { out.append(fourth) }
        out.append(UInt8(ascii: "\""))
    }

    /// A text in UTF-8.
    package mutating func value(utf8: [UInt8]) {
        separate()
        out.append(UInt8(ascii: "\""))
        utf8.withUnsafeBufferPointer { append($0) }
        out.append(UInt8(ascii: "\""))
    }

    package mutating func value(_ number: Int) {
        separate()
        out.append(String(number))
    }

    package mutating func value(_ flag: Bool) {
        separate()
        out.append(flag ? "true" : "false" as StaticString)
    }

    package mutating func object(_ members: (inout JSONWriter) throws -> Void) rethrows { try nest("{", "}", members) }

    package mutating func array(_ elements: (inout JSONWriter) throws -> Void) rethrows { try nest("[", "]", elements) }

    // MARK: Members of an object

    package mutating func member(_ name: String, _ text: String) {
        key(name)
        value(text)
    }

    /// A text in pieces, written one after the other: an address and what it ends in.
    package mutating func member(_ name: String, joining first: String, _ second: String, _ third: String = "", _ fourth: String = "") {
        key(name)
        value(joining: first, second, third, fourth)
    }

    /// A text in pieces of which only the first may hold something to escape.
    package mutating func member(_ name: String, _ first: String, plain second: String, _ third: String = "", _ fourth: String = "") {
        key(name)
        value(first, plain: second, third, fourth)
    }

    /// A text in UTF-8.
    package mutating func member(_ name: String, utf8: [UInt8]) {
        key(name)
        value(utf8: utf8)
    }

    /// Left out where there is nothing to say.
    package mutating func member(_ name: String, _ text: String?) {
        if let text { member(name, text) }
    }

    package mutating func member(_ name: String, _ number: Int) {
        key(name)
        value(number)
    }

    package mutating func member(_ name: String, _ flag: Bool) {
        key(name)
        value(flag)
    }

    /// A list that is there even when it is empty.
    package mutating func list(_ name: String, _ elements: (inout JSONWriter) throws -> Void) rethrows {
        key(name)
        try array(elements)
    }

    package mutating func object(_ name: String, _ members: (inout JSONWriter) throws -> Void) rethrows {
        key(name)
        try object(members)
    }

    /// Written even where there are no elements.
    package mutating func array(_ name: String, _ elements: (inout JSONWriter) throws -> Void) rethrows {
        key(name)
        try array(elements)
    }

    /// Left out where there are no elements.
    package mutating func array<Element>(
        _ name: String, _ elements: some Sequence<Element>, _ write: (inout JSONWriter, Element) throws -> Void
    ) rethrows {
        var isEmpty = true
        for element in elements {
            if isEmpty { openArray(name) }
            isEmpty = false
            try write(&self, element)
        }
        if !isEmpty { closeArray() }
    }

    /// Left out where there are no texts.
    package mutating func texts(_ name: String, _ texts: [String]) { array(name, texts) { $0.value($1) } }

    // MARK: Parts

    private mutating func openArray(_ name: String) {
        key(name)
        separate()
        out.append(UInt8(ascii: "["))
        needsComma = false
    }

    private mutating func closeArray() {
        out.append(UInt8(ascii: "]"))
        needsComma = true
    }

    private mutating func nest(_ open: Unicode.Scalar, _ close: Unicode.Scalar, _ content: (inout JSONWriter) throws -> Void) rethrows {
        separate()
        out.append(UInt8(ascii: open))
        needsComma = false
        try content(&self)
        out.append(UInt8(ascii: close))
        needsComma = true
    }

    /// Names are our own, and have nothing to escape.
    private mutating func key(_ name: String) {
        separate()
        out.append(UInt8(ascii: "\""))
        out.append(name)
        out.append("\":")
        needsComma = false
    }

    private mutating func separate() {
        if needsComma { out.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func quote(_ first: String, _ second: String = "", _ third: String = "", _ fourth: String = "") {
        out.append(UInt8(ascii: "\""))
        append(first)
        if !second.isEmpty { append(second) }
        if !third.isEmpty { append(third) }
        if !fourth.isEmpty { append(fourth) }
        out.append(UInt8(ascii: "\""))
    }

    private mutating func append(_ text: String) {
        if text.utf8.withContiguousStorageIfAvailable({ append($0) }) == nil { Array(text.utf8).withUnsafeBufferPointer { append($0) } }
    }

    private mutating func append(_ text: Bytes) { JSONText.write(text, forScript: isForScript) { out.append($0) } }
}
