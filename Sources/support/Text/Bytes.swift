#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Bytes that lie somewhere in memory: what texts are looked through as.
@usableFromInline package typealias Bytes = UnsafeBufferPointer<UInt8>

/// Bytes of ASCII.
extension UInt8 {
    @inlinable package var isDigit: Bool { UInt8(ascii: "0") <= self && self <= UInt8(ascii: "9") }
    @inlinable package var isLower: Bool { UInt8(ascii: "a") <= self && self <= UInt8(ascii: "z") }
    @inlinable package var isUpper: Bool { UInt8(ascii: "A") <= self && self <= UInt8(ascii: "Z") }
    /// A capital differs from its small letter in one bit.
    @inlinable package var isLetter: Bool { (self | 0x20).isLower }
    /// Blank, tab or line end.
    @inlinable package var isBlank: Bool { self == 0x20 || 0x09 <= self && self <= 0x0D }
    @inlinable package var lowercased: UInt8 { isUpper ? self + 0x20 : self }
}

extension Slice where Base == UnsafeBufferPointer<UInt8> {
    /// Without blanks on either side.
    package var trimmed: Self {
        var range = startIndex..<endIndex
        while let first = range.first, self[first].isBlank { range = first + 1..<range.upperBound }
        while let last = range.last, self[last].isBlank { range = range.lowerBound..<last }
        return self[range]
    }
}

// MARK: Finding

extension UnsafeBufferPointer where Element == UInt8 {
    @inlinable package init(_ text: StaticString) { self.init(start: text.utf8Start, count: text.utf8CodeUnitCount) }

    /// Where a byte stands first in a stretch.
    @inlinable package func index(of byte: UInt8, from start: Int, to end: Int) -> Int? {
        guard start < end, let base = baseAddress, let found = memchr(base + start, Int32(byte), end - start) else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    /// Where a byte stands first from some place on.
    @inlinable package func index(of byte: UInt8, from start: Int) -> Int? { index(of: byte, from: start, to: count) }

    @inlinable package func has(_ byte: UInt8) -> Bool { index(of: byte, from: 0) != nil }

    /// How often two characters of ASCII stand side by side.
    package func count(of first: Unicode.Scalar, then second: Unicode.Scalar) -> Int {
        var count = 0
        var at = 0
        while let found = index(of: UInt8(ascii: first), from: at) {
            at = found + 1
            if at < self.count, self[at] == UInt8(ascii: second) { count += 1 }
        }
        return count
    }

    /// Whether two characters of ASCII stand side by side anywhere.
    package func has(_ first: Unicode.Scalar, then second: Unicode.Scalar) -> Bool {
        var at = 0
        while let found = index(of: UInt8(ascii: first), from: at) {
            at = found + 1
            if at < count, self[at] == UInt8(ascii: second) { return true }
        }
        return false
    }

    /// Whether these words stand in it.
    package func holds(_ words: UnsafeBufferPointer<UInt8>) -> Bool {
        var at = 0
        while let found = index(of: words[0], from: at), found + words.count <= count {
            if memcmp(baseAddress! + found, words.baseAddress!, words.count) == 0 { return true }
            at = found + 1
        }
        return false
    }
}

extension StringProtocol {
    /// Whether these words stand in it, byte for byte. Foundation's `contains` copies both texts into another form first.
    package func holds(_ words: StaticString) -> Bool {
        utf8.withContiguousStorageIfAvailable { $0.holds(Bytes(words)) } ?? String(self).holds(words)
    }
}

extension ArraySlice<UInt8> {
    /// The lines of a text, without the line feeds that end them; after a last line feed an empty one.
    package var lines: [ArraySlice<UInt8>] {
        let starts = withUnsafeBufferPointer { LineIndex($0).starts }.map { startIndex + $0 }
        return zip(starts, starts.dropFirst().map { $0 - 1 } + [endIndex]).map { self[$0..<$1] }
    }
}

// MARK: Comparing

extension UnsafeBufferPointer where Element == UInt8 {
    @inlinable package func isEqual(to other: UnsafeBufferPointer<UInt8>) -> Bool {
        count == other.count && (isEmpty || memcmp(baseAddress!, other.baseAddress!, count) == 0)
    }

    /// By their bytes, the shorter first where one begins with the other.
    @inlinable package func precedes(_ other: UnsafeBufferPointer<UInt8>) -> Bool { order(to: other) < 0 }

    /// Below 0 where it precedes another, above 0 where the other precedes it.
    @inlinable package func order(to other: UnsafeBufferPointer<UInt8>) -> Int {
        let shared = Swift.min(count, other.count)
        let order = shared == 0 ? 0 : Int(memcmp(baseAddress!, other.baseAddress!, shared))
        return order != 0 ? order : count - other.count
    }
}

extension [UInt8] {
    /// The same as `==`, which compares byte by byte.
    @inlinable package func isEqual(to other: [UInt8]) -> Bool {
        withUnsafeBufferPointer { own in other.withUnsafeBufferPointer { own.isEqual(to: $0) } }
    }
}

extension Slice where Base == UnsafeBufferPointer<UInt8> {
    @inlinable package func isEqual(to other: Self) -> Bool { Bytes(rebasing: self).isEqual(to: Bytes(rebasing: other)) }

    /// By their bytes, the shorter first where one begins with the other.
    @inlinable package func precedes(_ other: Self) -> Bool { Bytes(rebasing: self).precedes(Bytes(rebasing: other)) }
}

extension ArraySlice<UInt8> {
    /// By their bytes, the shorter first where one begins with the other.
    @inlinable @inline(__always) package func precedes(_ other: ArraySlice<UInt8>) -> Bool {
        withUnsafeBufferPointer { own in other.withUnsafeBufferPointer { own.precedes($0) } }
    }
}
