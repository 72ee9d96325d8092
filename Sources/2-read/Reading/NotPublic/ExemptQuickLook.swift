import Text
import Vocabulary

extension ExemptWords {
    /// Whether one of the words may stand in a text. Most texts and lines have none of them, and are looked at no further.
    static func mayStand(in text: some StringProtocol) -> Bool {
        text.utf8.withContiguousStorageIfAvailable(mayStand) ?? mayStand(in: String(text))
    }

    /// Whether a line may begin with one of the words: what stands far within a paragraph is prose. References and tags may be of any length.
    static func mayOpen(_ line: ArraySlice<UInt8>) -> Bool {
        ExemptLine.fromFirstWord(line).withUnsafeBufferPointer { bytes in
            let isLong = bytes.count > openingLength && !bytes.has(UInt8(ascii: "&")) && !bytes.has(UInt8(ascii: "<"))
            return mayStand(in: isLong ? Bytes(rebasing: bytes[..<openingLength]) : bytes)
        }
    }

    /// The same for a whole line.
    static func mayStand(inLine line: ArraySlice<UInt8>) -> Bool { line.withUnsafeBufferPointer(mayStand) }

    /// In bytes: four for each of the hundred characters that `isMark` reads.
    private static let openingLength = 400

    private static func mayStand(in bytes: Bytes) -> Bool { signals.mayStand(in: bytes) }
}

extension WordSignals {
    /// Whether one of the words may stand among some bytes.
    func mayStand(in bytes: Bytes) -> Bool {
        var start = 0
        var before = Bytes(rebasing: bytes[..<0])
        var single = 0
        for at in bytes.indices {
            let byte = bytes[at]
            if byte.isLetter { continue }
            if byte >= 0x80 ? WordSignals.mayHideLetters(bytes, at) : WordSignals.isWithinWord(bytes, at) { return true }
            if at > start {
                let word = Bytes(rebasing: bytes[start..<at])
                if mayBe(word, after: before) { return true }
                before = word
                // "E X E M P T"
                single = word.count == 1 ? single + 1 : 0
                if single >= 5 { return true }
            }
            start = at + 1
        }
        return single >= 4 && bytes.count - start == 1 || mayBe(Bytes(rebasing: bytes[start...]), after: before)
    }

    /// Whether emphasis or code begins or ends in the middle of a word, which `ExemptLine` reads as one.
    private static func isWithinWord(_ bytes: Bytes, _ at: Int) -> Bool {
        guard isEmphasis(bytes[at]), at > 0, bytes[at - 1].isLetter else { return false }
        return bytes[at...].first { !isEmphasis($0) }?.isLetter ?? false
    }

    private static func isEmphasis(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "*") || byte == UInt8(ascii: "`") }

    /// Whether a letter of another script, one with an accent, a ligature, a wide, circled or mathematical letter, a Roman number, an accent of its own or a sign that cannot
    /// be seen begins at a byte: whatever `plain` may make a letter of.
    private static func mayHideLetters(_ bytes: Bytes, _ at: Int) -> Bool {
        guard at + 1 < bytes.count else { return false }
        let second = bytes[at + 1]
        let third = at + 2 < bytes.count ? bytes[at + 2] : second
        switch bytes[at] {
        case 0xC3...0xD4, 0xE1, 0xE3, 0xEF, 0xF0...0xF4: return true
        case 0xC2: return [0xAA, 0xAD, 0xBA].contains(second)
        case 0xE2: return [0x81, 0x84, 0x85, 0x92, 0x93, 0xA0, 0xB1].contains(second) || second == 0x80 && (0x8B...0x8F ~= third || third >= 0xAA)
        default: return false
        }
    }
}
