/// The number that stood for a text before `Fingerprint`, in 64 bits and without any blanks: records that have it are compared
/// by it until the next publication. It never changes.
package struct FormerFingerprint: Hashable, Sendable, Codable {
    package let value: UInt64

    package init(value: UInt64) { self.value = value }

    package init(of bytes: Bytes) { value = FormerFingerprint.make(bytes) }

    package init(of text: String) {
        var text = text
        self = text.withUTF8 { FormerFingerprint(of: $0) }
    }

    /// Of this text and another after it.
    package func followed(by other: FormerFingerprint) -> FormerFingerprint {
        FormerFingerprint(value: FormerFingerprint.finished(FormerFingerprint.mixed(value, other.value)))
    }

    // MARK: How it is made

    private static let seed: UInt64 = 0x243F_6A88_85A3_08D3
    private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    private static let chunk = 4096

    /// Takes the text in chunks, each without its blanks, eight bytes at a time.
    private static func make(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = seed
        var length: UInt64 = 0
        withUnsafeTemporaryAllocation(byteCount: chunk + 16, alignment: 8) { kept in
            let start = kept.baseAddress!
            var count = 0
            var at = 0
            while at < bytes.count {
                let taken = copyWord(bytes, from: at, to: start + count)
                at += taken.read
                count += taken.kept
                guard count >= chunk else { continue }
                mix(kept, chunk, into: &hash)
                length &+= UInt64(chunk)
                count -= chunk
                kept.storeBytes(of: kept.load(fromByteOffset: chunk, as: UInt64.self), as: UInt64.self)
            }
            for spare in count..<count + 8 { kept[spare] = 0 }
            mix(kept, count, into: &hash)
            length &+= UInt64(count)
        }
        return finished(mixed(hash, length))
    }

    /// Copies what comes before the next blank, at most eight bytes. What is written behind that does not count.
    private static func copyWord(
        _ bytes: UnsafeBufferPointer<UInt8>, from at: Int, to kept: UnsafeMutableRawPointer
    ) -> (read: Int, kept: Int) {
        guard at + 8 <= bytes.count else {
            kept.storeBytes(of: bytes[at], as: UInt8.self)
            return (1, bytes[at] > 0x20 ? 1 : 0)
        }
        let word = UnsafeRawPointer(bytes.baseAddress! + at).loadUnaligned(as: UInt64.self)
        kept.storeBytes(of: word, as: UInt64.self)
        let length = EightBytes(at: bytes.baseAddress! + at).count(before: 0x21)
        return (min(length + 1, 8), length)
    }

    private static func mix(_ kept: UnsafeMutableRawBufferPointer, _ count: Int, into hash: inout UInt64) {
        for at in stride(from: 0, to: count, by: 8) {
            hash = mixed(hash, UInt64(littleEndian: kept.load(fromByteOffset: at, as: UInt64.self)))
        }
    }

    /// Multiplies to 128 bits and folds the halves together, as wyhash does (Wang Yi, "Modern Non-Cryptographic Hash
    /// Function and Pseudorandom Number Generator").
    private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        let (high, low) = (hash ^ word ^ factor).multipliedFullWidth(by: factor ^ (hash << 23 | hash >> 41) | 1)
        return high ^ low
    }

    /// The last steps of MurmurHash3 (Austin Appleby), which let every bit count in every other.
    private static func finished(_ hash: UInt64) -> UInt64 {
        var hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
        hash = (hash ^ (hash >> 33)) &* 0xC4CE_B9FE_1A85_EC53
        return hash ^ (hash >> 33)
    }
}
