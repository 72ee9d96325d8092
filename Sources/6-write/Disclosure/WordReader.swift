import Text

/// Takes the words of a file one by one, each as a number.
protocol WordTaker {
    mutating func take(_ word: UInt64, letters: Int, end: Int)
    /// What stands behind does not belong to the same paragraph, row or cell.
    mutating func breakOff()
    /// Whether what follows stands within a tag.
    mutating func setTag(_ isInside: Bool)
    /// A slash, behind which a part of an address may stand.
    mutating func slash(_ bytes: Bytes, at: Int)
}

extension WordTaker {
    mutating func setTag(_ isInside: Bool) {}
    mutating func slash(_ bytes: Bytes, at: Int) {}
}

/// Reads the words of sources and of finished files alike: in small letters, whatever signs, tags and entities stand around them.
///
/// Every byte of a site is looked at, so there is no String in it.
enum WordReader {
    enum Form { case markdown, markup, calendar, plain }

    /// What the bytes of words count for, capitals as small letters; 0 for all that is no part of a word.
    private static let folded: [UInt8] = (0...255).map { (value: Int) -> UInt8 in
        let byte = UInt8(value)
        if byte.isLetter || byte.isDigit { return byte.lowercased }
        return byte < 0x80 || [0xC2, 0xE2, 0xEF].contains(byte) ? 0 : byte
    }

    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
    static let prime: UInt64 = 0x100_0000_01B3

    /// The number of a word in small letters.
    static func number(of word: String) -> UInt64 { word.utf8.reduce(seed) { ($0 ^ UInt64($1)) &* prime } }

    static func read<Taker: WordTaker>(_ bytes: Bytes, as form: Form, into taker: inout Taker) {
        folded.withUnsafeBufferPointer { folded in read(bytes, form, folded, &taker) }
    }

    private static func read<Taker: WordTaker>(_ bytes: Bytes, _ form: Form, _ folded: Bytes, _ taker: inout Taker) {
        let end = bytes.count
        var at = 0
        var (hash, letters, isInTag) = (seed, 0, false)
        while at < end {
            let byte = bytes[at]
            let own = folded[Int(byte)]
            if own != 0 {
                hash = (hash ^ UInt64(own)) &* prime
                letters += 1
                at += 1
                continue
            }
            // Lines of calendars are cut within words.
            if form == .calendar, byte == 0x0D, at + 2 < end, bytes[at + 1] == 0x0A, bytes[at + 2] == 0x20 {
                at += 3
                continue
            }
            if letters > 0 {
                taker.take(hash, letters: letters, end: at)
                (hash, letters) = (seed, 0)
            }
            at += 1
            switch byte {
            case 0x20: break
            case UInt8(ascii: "<"):
                guard form == .markup || form == .markdown, at < end, opensTag(bytes[at]) else { break }
                isInTag = true
                taker.setTag(true)
            case UInt8(ascii: ">"):
                guard isInTag else { break }
                isInTag = false
                taker.setTag(false)
            case UInt8(ascii: "&"):
                guard form == .markup || form == .markdown, let length = entity(bytes, at) else { break }
                // Feeds hold pages in which the signs of tags are written so.
                if form == .markup, length == 3, bytes[at + 1] == UInt8(ascii: "t") {
                    isInTag = bytes[at] == UInt8(ascii: "l")
                    taker.setTag(isInTag)
                }
                at += length
            case UInt8(ascii: "/"): if isInTag || form == .plain || form == .calendar { taker.slash(bytes, at: at) }
            case UInt8(ascii: "\\"): if form == .plain, at < end { at += bytes[at] == UInt8(ascii: "u") ? min(5, end - at) : 1 }
            case UInt8(ascii: "]"): if form == .markdown, at < end, bytes[at] == UInt8(ascii: "(") { at = behindDestination(bytes, at) }
            case UInt8(ascii: "|"): taker.breakOff()
            case 0x0A: if form == .markdown, breaksOff(bytes, at) { taker.breakOff() }
            case 0xC2: at += 1
            case 0xE2, 0xEF: at += 2
            default: break
            }
        }
        if letters > 0 { taker.take(hash, letters: letters, end: end) }
    }

    private static func opensTag(_ byte: UInt8) -> Bool { byte.isLetter || "/!?".utf8.contains(byte) }

    /// The length of an entity with its semicolon.
    private static func entity(_ bytes: Bytes, _ start: Int) -> Int? {
        let limit = min(bytes.count, start + 10)
        return (start..<limit).first { bytes[$0] == UInt8(ascii: ";") }.map { $0 - start + 1 }
    }

    private static func behindDestination(_ bytes: Bytes, _ start: Int) -> Int {
        var at = start
        while at < bytes.count, bytes[at] != UInt8(ascii: ")"), bytes[at] != 0x0A { at += 1 }
        return at
    }

    /// Whether a line begins a paragraph, a heading, a bullet, a row: a blank line, or a sign before the words.
    private static func breaksOff(_ bytes: Bytes, _ start: Int) -> Bool {
        guard start < bytes.count else { return true }
        return !(bytes[start].isLetter || bytes[start] >= 0x80)
    }
}
