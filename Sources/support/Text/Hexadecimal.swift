/// Numbers in digits of base 16.
@usableFromInline package enum Hexadecimal {
    @usableFromInline static let small: StaticString = "0123456789abcdef"
    @usableFromInline static let large: StaticString = "0123456789ABCDEF"

    /// `0`…`9`, `a`…`f`.
    @inlinable package static func small(_ digit: UInt8) -> UInt8 { small.utf8Start[Int(digit & 15)] }
    /// `0`…`9`, `A`…`F`.
    @inlinable package static func large(_ digit: UInt8) -> UInt8 { large.utf8Start[Int(digit & 15)] }

    /// The value of a digit; nil for what is none. Capitals count only where they are asked for.
    @inlinable package static func value(_ digit: UInt8, allowsCapitals: Bool = true) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x61...0x66: digit - 0x57
        case 0x41...0x46: allowsCapitals ? digit - 0x37 : nil
        default: nil
        }
    }

    /// Sixteen digits.
    package static func digits(_ value: UInt64) -> String {
        String(unsafeUninitializedCapacity: 16) { digits in
            for at in 0..<16 { digits[at] = small(UInt8(truncatingIfNeeded: value >> UInt64(60 - 4 * at))) }
            return 16
        }
    }

    /// The number of sixteen small digits; nil for all else.
    @inlinable package static func number(_ digits: some Collection<UInt8>) -> UInt64? {
        guard digits.count == 16 else { return nil }
        var number: UInt64 = 0
        for digit in digits {
            guard let value = value(digit, allowsCapitals: false) else { return nil }
            number = number << 4 | UInt64(value)
        }
        return number
    }
}
