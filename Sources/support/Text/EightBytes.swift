/// Eight bytes of a text in one number, to be looked at in one step: the first byte is the lowest.
///
/// The tests are those of Sean Eron Anderson, "Bit Twiddling Hacks", "Determine if a word has a byte less than n" and "… a
/// byte equal to n". They miss nothing; for which bytes they may cry wolf is said with each.
@usableFromInline @frozen package struct EightBytes {
    @usableFromInline let word: UInt64
    @usableFromInline static let ones: UInt64 = 0x0101_0101_0101_0101

    @inlinable @inline(__always) package init(at pointer: UnsafeRawPointer) {
        word = UInt64(littleEndian: pointer.loadUnaligned(as: UInt64.self))
    }

    /// Whether each is below 0x80.
    @inlinable @inline(__always) package var isASCII: Bool { word & 0x8080_8080_8080_8080 == 0 }

    /// A mark for each byte that is less than `limit` (at most 0x80): exact for the lowest of them.
    @inlinable @inline(__always) package func marks(below limit: UInt8) -> UInt64 {
        (word &- EightBytes.ones &* UInt64(limit)) & ~word & 0x8080_8080_8080_8080
    }

    /// A mark for each byte that is `byte`: exact for the lowest of them.
    @inlinable @inline(__always) package func marks(of byte: UInt8) -> UInt64 {
        let difference = word ^ (EightBytes.ones &* UInt64(byte))
        return (difference &- EightBytes.ones) & ~difference & 0x8080_8080_8080_8080
    }

    /// A mark for each byte that is `byte` once `bit` is set in it: for two signs that differ in one bit.
    @inlinable @inline(__always) package func marks(of byte: UInt8, setting bit: UInt8) -> UInt64 {
        let difference = (word | EightBytes.ones &* UInt64(bit)) ^ (EightBytes.ones &* UInt64(byte))
        return (difference &- EightBytes.ones) & ~difference & 0x8080_8080_8080_8080
    }

    /// A mark for each byte that is below 0x20 or above 0x7E; for some others too, where one of these stands before them.
    @inlinable @inline(__always) package var marksOfControls: UInt64 {
        ((word &- 0x2020_2020_2020_2020) & ~word | (word &+ EightBytes.ones) | word) & 0x8080_8080_8080_8080
    }

    /// How many bytes come before the first that is less than `limit`.
    @inlinable @inline(__always) package func count(before limit: UInt8) -> Int { marks(below: limit).trailingZeroBitCount / 8 }
}
