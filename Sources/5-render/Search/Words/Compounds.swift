import Results
import Text

/// What a site writes with a hyphen somewhere: "well-being" lets "well being" be found as one word too.
enum Compounds {
    /// Adds the hashes of all compounds of two words of letters in a text.
    static func find(in text: Bytes, into found: inout Set<UInt64>) {
        var from = 1
        while let at = text.index(of: UInt8(ascii: "-"), from: from) {
            from = at + 1
            guard at + 1 < text.count, text[at - 1].isLetter, text[at + 1].isLetter else { continue }
            var (start, end) = (at, at + 1)
            while start > 0, text[start - 1].isLetter { start -= 1 }
            while end < text.count, text[end].isLetter { end += 1 }
            guard at - start > 1, end - at > 2 else { continue }
            let (first, second) = (WordHash(text[start..<at].lazy.map { $0 | 0x20 }), WordHash(text[at + 1..<end].lazy.map { $0 | 0x20 }))
            found.insert(first.followed(by: second))
        }
    }
}

/// A set of numbers that are hashes already, and so are put where they say.
struct HashSet: Sendable {
    private var slots: [UInt64]

    var digest: UInt64 { Digest.joining(slots) }

    init(_ hashes: Set<UInt64>) {
        var size = 64
        while size < hashes.count * 4 { size *= 2 }
        slots = Array(repeating: 0, count: size)
        for hash in hashes.sorted() {
            var slot = Int(truncatingIfNeeded: hash) & (size - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = hash
        }
    }

    func contains(_ hash: UInt64) -> Bool {
        slots.withUnsafeBufferPointer { slots in
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] != 0 {
                if slots[slot] == hash { return true }
                slot = (slot + 1) & (slots.count - 1)
            }
            return false
        }
    }
}
