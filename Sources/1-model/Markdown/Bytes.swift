/// Bytes of ASCII.
extension UInt8 {
    @inlinable package var isDigit: Bool { UInt8(ascii: "0") <= self && self <= UInt8(ascii: "9") }
    @inlinable package var isLower: Bool { UInt8(ascii: "a") <= self && self <= UInt8(ascii: "z") }
    @inlinable package var isUpper: Bool { UInt8(ascii: "A") <= self && self <= UInt8(ascii: "Z") }
    /// A capital differs from its small letter in one bit.
    @inlinable package var isLetter: Bool { (self | 0x20).isLower }
    /// Blank, tab or line end.
    var isBlank: Bool { self == 0x20 || 0x09 <= self && self <= 0x0D }
    var lowercased: UInt8 { isUpper ? self + 0x20 : self }
}

typealias Bytes = UnsafeBufferPointer<UInt8>

extension Slice where Base == UnsafeBufferPointer<UInt8> {
    /// Without blanks on either side.
    var trimmed: Self {
        var range = startIndex..<endIndex
        while let first = range.first, self[first].isBlank { range = first + 1..<range.upperBound }
        while let last = range.last, self[last].isBlank { range = range.lowerBound..<last }
        return self[range]
    }
}

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension UnsafeBufferPointer where Element == UInt8 {
    func index(of byte: UInt8, from start: Int) -> Int? {
        guard start < count, let base = baseAddress else { return nil }
        guard let found = memchr(base + start, Int32(byte), count - start) else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    func has(_ byte: UInt8) -> Bool { index(of: byte, from: 0) != nil }

    /// How often two characters of ASCII stand side by side.
    func count(of first: Unicode.Scalar, then second: Unicode.Scalar) -> Int {
        var count = 0
        var at = 0
        while let found = index(of: UInt8(ascii: first), from: at) {
            at = found + 1
            if at < self.count, self[at] == UInt8(ascii: second) { count += 1 }
        }
        return count
    }

    /// Whether two characters of ASCII stand side by side anywhere.
    func has(_ first: Unicode.Scalar, then second: Unicode.Scalar) -> Bool {
        var at = 0
        while let found = index(of: UInt8(ascii: first), from: at) {
            at = found + 1
            if at < count, self[at] == UInt8(ascii: second) { return true }
        }
        return false
    }
}

extension StringProtocol {
    /// Whether these words stand in it, byte for byte. Foundation's `contains` copies both texts into another form first.
    package func holds(_ words: StaticString) -> Bool {
        let sought = Bytes(start: words.utf8Start, count: words.utf8CodeUnitCount)
        return utf8.withContiguousStorageIfAvailable { $0.holds(sought) } ?? String(self).holds(words)
    }
}

extension UnsafeBufferPointer where Element == UInt8 {
    fileprivate func holds(_ words: Bytes) -> Bool {
        var at = 0
        while let found = index(of: words[0], from: at), found + words.count <= count {
            if memcmp(baseAddress! + found, words.baseAddress!, words.count) == 0 { return true }
            at = found + 1
        }
        return false
    }
}
