import Text

/// The bytes of a document as the C library gets them.
///
/// `[^1]` is written as `{`, a control byte, `1}` there, because the library would take `[^1]: text` for the address of
/// a link; and `\~` as a backslash and another control byte, because it would forget the backslash. Every byte keeps
/// its place. Control characters of the source itself are blanked before.
struct Source {
    /// Stands for `^` in a footnote's mark.
    static let footnoteByte: UInt8 = 0x01
    /// Stands for a `~` that was escaped.
    static let tildeByte: UInt8 = 0x02

    let bytes: Bytes
    let path: String
    /// The line of the file that the first byte stands on.
    let firstLine: Int
    /// True where some footnote was marked.
    let hasFootnotes: Bool
    /// True where any of the control bytes stand.
    let hasMarks: Bool
    let hasPipes: Bool
    /// Of the bytes as they came.
    var numbers: TextNumbers?
    let hasAngles: Bool
    let hasTildes: Bool
    /// True where a character reference may have brought a control character into the tree.
    let hasReferences: Bool

    init(_ bytes: Bytes, path: String, firstLine: Int, hasFootnotes: Bool = false, hasMarks: Bool = false) {
        self.bytes = bytes
        self.path = path
        self.firstLine = firstLine
        self.hasFootnotes = hasFootnotes
        self.hasMarks = hasMarks
        hasPipes = bytes.has(UInt8(ascii: "|"))
        hasAngles = bytes.has(UInt8(ascii: "<"))
        hasTildes = bytes.has(UInt8(ascii: "~"))
        hasReferences = bytes.has("&", then: "#")
    }
}

/// What had to be changed before the C library may read a text; nil where nothing was.
struct PreparedBytes {
    var replaced: [UInt8]?
    var hasFootnotes = false
    var hasMarks: Bool { hasFootnotes || hasEscapedTildes }
    private var hasEscapedTildes = false
    var controlCharacters = 0
    /// The first of them.
    var firstControl = 0

    init(_ bytes: Bytes) {
        if holdsControls(bytes) { blankControls(bytes) }
        if bytes.has("[", then: "^") { markFootnotes(bytes) }
        if bytes.has("\\", then: "~") { markTildes(bytes) }
    }

    /// Marks each `~` with an odd number of backslashes before it.
    private mutating func markTildes(_ bytes: Bytes) {
        var at = 0
        while let tilde = bytes.index(of: UInt8(ascii: "~"), from: at) {
            at = tilde + 1
            guard isEscaped(bytes, at: tilde) else { continue }
            if replaced == nil { replaced = Array(bytes) }
            replaced![tilde] = Source.tildeByte
            hasEscapedTildes = true
        }
    }

    private mutating func blankControls(_ bytes: Bytes) {
        var copy = Array(bytes)
        let found = copy.blankControls(from: 0)
        guard let first = found.first else { return }
        (controlCharacters, firstControl) = (found.count, first)
        replaced = copy
    }

    private mutating func markFootnotes(_ bytes: Bytes) {
        var at = 0
        while let open = bytes.index(of: UInt8(ascii: "["), from: at) {
            at = open + 1
            guard at < bytes.count, bytes[at] == UInt8(ascii: "^"), let end = labelEnd(bytes, from: at + 1),
                !isEscaped(bytes, at: open)
            else { continue }
            if replaced == nil { replaced = Array(bytes) }
            replaced![open] = UInt8(ascii: "{")
            replaced![at] = Source.footnoteByte
            replaced![end] = UInt8(ascii: "}")
            hasFootnotes = true
            at = end
        }
    }

    /// Whether a backslash stands before it that is not escaped itself.
    private func isEscaped(_ bytes: Bytes, at: Int) -> Bool {
        bytes[..<at].reversed().prefix { $0 == UInt8(ascii: "\\") }.count % 2 == 1
    }

    /// The place of the `]` after a footnote's label, which is letters, digits, `-`, `_`, `.` or `:`.
    private func labelEnd(_ bytes: Bytes, from start: Int) -> Int? {
        var at = start
        while at < bytes.count, at - start < 100, isLabelByte(bytes[at]) { at += 1 }
        return at > start && at < bytes.count && bytes[at] == UInt8(ascii: "]") ? at : nil
    }
}

private func isLabelByte(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte >= 0x80 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
}

/// A quick look that may cry wolf. Eight bytes at a time, because every byte of every document is looked at.
private func holdsControls(_ bytes: Bytes) -> Bool {
    var at = 0
    while at + 8 <= bytes.count {
        if EightBytes(at: bytes.baseAddress! + at).marksOfControls != 0, holdsControls(bytes, from: at, to: at + 8) { return true }
        at += 8
    }
    return holdsControls(bytes, from: at, to: bytes.count)
}

private func holdsControls(_ bytes: Bytes, from start: Int, to end: Int) -> Bool {
    var at = start
    while at < end {
        if isSuspect(bytes, at) { return true }
        at += 1
    }
    return false
}

private func isSuspect(_ bytes: Bytes, _ at: Int) -> Bool {
    let byte = bytes[at]
    if byte < 0x20 { return byte != 0x0A && byte != 0x0D && byte != 0x09 }
    if byte == 0x7F || byte >= 0xF0 { return true }
    guard byte & 0xC0 == 0x80, at > 0 else { return false }
    let before = bytes[at - 1]
    return before == 0xC2 && byte < 0xA0 || before == 0xEF && (byte == 0xBF || byte == 0xB7)
}

extension Array where Element == UInt8 {
    /// Blanks the characters that HTML forbids, in valid UTF-8 and without moving any byte; gives their places.
    @discardableResult
    mutating func blankControls(from start: Int, keepingMarks: Bool = false) -> [Int] {
        var found: [Int] = []
        var at = start
        while at < count {
            let isMark = keepingMarks && at > start && isMark(at: at)
            let length = isMark ? 0 : lengthOfForbidden(at: at)
            if length > 0 { found.append(at) }
            for blank in at..<at + length { self[blank] = 0x20 }
            at += Swift.max(1, length)
        }
        return found
    }

    private func isMark(at: Int) -> Bool {
        self[at] == Source.footnoteByte && self[at - 1] == UInt8(ascii: "{")
            || self[at] == Source.tildeByte && self[at - 1] == UInt8(ascii: "\\")
    }

    /// Controls of ASCII and Latin-1, and the code points that are no characters.
    private func lengthOfForbidden(at: Int) -> Int {
        switch self[at] {
        case 0x09, 0x0A, 0x0D: return 0
        case 0x00..<0x20, 0x7F: return 1
        case 0xC2: return at + 1 < count && 0x80...0x9F ~= self[at + 1] ? 2 : 0
        case 0xEF where at + 2 < count:
            let isNone = self[at + 1] == 0xBF && self[at + 2] >= 0xBE
            return isNone || self[at + 1] == 0xB7 && 0x90...0xAF ~= self[at + 2] ? 3 : 0
        case 0xF0...0xF4 where at + 3 < count:
            return self[at + 1] & 0x0F == 0x0F && self[at + 2] == 0xBF && self[at + 3] >= 0xBE ? 4 : 0
        default: return 0
        }
    }

    /// Writes `[^1]` and `~` again where their marks turned out to mean nothing.
    mutating func restoreMarks(from start: Int, droppingBackslashes: Bool = false) {
        for at in start..<count where self[at] == Source.footnoteByte {
            self[at] = UInt8(ascii: "^")
            if at > start { self[at - 1] = UInt8(ascii: "[") }
            if let end = self[at...].firstIndex(of: UInt8(ascii: "}")) { self[end] = UInt8(ascii: "]") }
        }
        guard self[start...].contains(Source.tildeByte) else { return }
        if droppingBackslashes {
            let kept = indices.filter { $0 < start || $0 + 1 == count || self[$0 + 1] != Source.tildeByte }
            self = kept.map { self[$0] }
        }
        for at in start..<count where self[at] == Source.tildeByte { self[at] = UInt8(ascii: "~") }
    }
}
