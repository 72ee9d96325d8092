/// The name of a file by what it holds, and a number to tell names apart by. No defence against somebody who wants two to be
/// one: for that there is `SHA256`.
@usableFromInline package enum ContentHash {
    /// Sixteen hexadecimal digits.
    package static func name(of bytes: [UInt8]) -> String { name(value(of: bytes)) }

    package static func name(_ value: UInt64) -> String { Hexadecimal.digits(value) }

    package static func value(of bytes: [UInt8], seed: UInt64 = 0x243F_6A88_85A3_08D3) -> UInt64 {
        bytes.withUnsafeBufferPointer { value(of: $0, seed: seed) }
    }

    /// Multiplies to 128 bits and folds the halves together, as wyhash does (Wang Yi, "Modern Non-Cryptographic Hash
    /// Function and Pseudorandom Number Generator").
    package static func value(of bytes: Bytes, seed: UInt64 = 0x243F_6A88_85A3_08D3) -> UInt64 {
        let bytes = UnsafeRawBufferPointer(bytes)
        var hash = seed ^ UInt64(bytes.count)
        var at = 0
        while at + 8 <= bytes.count {
            hash = mixed(hash, UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
            at += 8
        }
        var rest: UInt64 = 0
        while at < bytes.count {
            rest = rest << 8 | UInt64(bytes[at])
            at += 1
        }
        return mixed(mixed(hash, rest), 0x9E37_79B9_7F4A_7C15)
    }

    /// A number after others.
    @inlinable @inline(__always) package static func value(of number: UInt64, after hash: UInt64) -> UInt64 { mixed(hash, number) }

    @inlinable @inline(__always) static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        let (high, low) = (hash ^ word ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93 ^ (hash << 23 | hash >> 41) | 1)
        return high ^ low
    }
}
