/// A number that stands for a text: the same on every machine and in every version of Moot, and another for other words.
///
/// Each run of blanks and line ends counts as one blank, and none at either end, so that a paragraph that was only wrapped
/// anew is the same text. It is the first half of SHA-256: nobody can make two texts of one number.
@usableFromInline package struct Fingerprint: Hashable, Sendable, Codable {
    package let high: UInt64
    package let low: UInt64

    @usableFromInline package init(high: UInt64, low: UInt64) { (self.high, self.low) = (high, low) }

    private init(_ digest: SHA256.Digest) { self.init(high: digest.words[0], low: digest.words[1]) }

    /// Of a text.
    package init(of text: Bytes) {
        var hash = SHA256()
        hash.update(folding: text)
        self.init(hash.digest())
    }

    /// Of a text that has these values in its head and these parts, in this order: a word that wanders from one to the next
    /// makes another text.
    package init(of values: [String], _ parts: [Fingerprint]) {
        var hash = SHA256()
        for value in values {
            var value = value
            value.withUTF8 { hash.update(folding: $0) }
            // No text holds this byte, since it counts as a blank there.
            hash.update([0])
        }
        for part in parts {
            withUnsafeBytes(of: (part.high.bigEndian, part.low.bigEndian)) { hash.update($0.bindMemory(to: UInt8.self)) }
        }
        self.init(hash.digest())
    }

    /// Of a file that is no text: every byte counts.
    package init(ofFile bytes: [UInt8]) { self.init(SHA256.digest(of: bytes)) }

    /// 32 digits.
    package var hexadecimal: String { Hexadecimal.digits(high) + Hexadecimal.digits(low) }

    /// nil for what is no such number.
    @inlinable package init?(hexadecimal digits: some Collection<UInt8>) {
        guard digits.count == 32, let high = Hexadecimal.number(digits.prefix(16)), let low = Hexadecimal.number(digits.dropFirst(16)) else { return nil }
        self.init(high: high, low: low)
    }
}

extension SHA256 {
    fileprivate mutating func update(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { update($0) } }

    private static let roomSize = 4096

    /// Takes a text with one blank for each run of bytes that are 0x20 or less, and none at either end.
    fileprivate mutating func update(folding text: Bytes) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: SHA256.roomSize + 9) { room in
            var kept = 0
            var at = SHA256.skipBlanks(text, from: 0)
            while at < text.count {
                let end = SHA256.endOfWord(text, from: at)
                while at < end {
                    let length = min(end - at, SHA256.roomSize - kept)
                    (room.baseAddress! + kept).update(from: text.baseAddress! + at, count: length)
                    (at, kept) = (at + length, kept + length)
                    if kept == SHA256.roomSize {
                        update(Bytes(start: room.baseAddress!, count: kept))
                        kept = 0
                    }
                }
                at = SHA256.skipBlanks(text, from: end)
                guard at < text.count else { break }
                room[kept] = 0x20
                kept += 1
                guard kept == SHA256.roomSize else { continue }
                update(Bytes(start: room.baseAddress!, count: kept))
                kept = 0
            }
            update(Bytes(start: room.baseAddress!, count: kept))
        }
    }

    private static func skipBlanks(_ text: Bytes, from start: Int) -> Int {
        var at = start
        while at < text.count, text[at] <= 0x20 { at += 1 }
        return at
    }

    private static func endOfWord(_ text: Bytes, from start: Int) -> Int {
        var at = start
        while at + 8 <= text.count {
            let length = EightBytes(at: text.baseAddress! + at).count(before: 0x21)
            at += length
            if length < 8 { return at }
        }
        while at < text.count, text[at] > 0x20 { at += 1 }
        return at
    }
}
