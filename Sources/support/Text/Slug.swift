/// Words as they stand in anchors and addresses: small letters with `-` between them, letters of any script kept,
/// apostrophes left out. “Children’s services – update” is `childrens-services-update`.
@usableFromInline package enum Slug {
    /// - Parameter limit: After as many bytes no further word begins.
    @usableFromInline package static func make(_ words: Bytes, limit: Int = .max) -> String {
        if words.allSatisfy({ $0 < 0x80 }) { return make(ofScalars: words.lazy.map(Unicode.Scalar.init), limit: limit) }
        return make(ofScalars: String(decoding: words, as: UTF8.self).unicodeScalars, limit: limit)
    }

    @inlinable package static func make(_ words: some Collection<UInt8>, limit: Int = .max) -> String {
        words.withContiguousStorageIfAvailable { make($0, limit: limit) } ?? Array(words).withUnsafeBufferPointer { make($0, limit: limit) }
    }

    package static func make(_ words: String, limit: Int = .max) -> String {
        var words = words
        return words.withUTF8 { make($0, limit: limit) }
    }

    private static func make(ofScalars scalars: some Sequence<Unicode.Scalar>, limit: Int) -> String {
        var out: [UInt8] = []
        var isGap = false
        for scalar in scalars {
            if scalar.isASCII, let byte = asciiLetter(scalar), !isGap {
                out.append(byte)
                continue
            }
            guard let kept = letters(of: scalar) else {
                isGap = isGap || !isApostrophe(scalar)
                continue
            }
            if isGap, !out.isEmpty {
                if out.count >= limit { break }
                out.append(UInt8(ascii: "-"))
            }
            isGap = false
            out += kept
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func letters(of scalar: Unicode.Scalar) -> [UInt8]? {
        if scalar.isASCII { return asciiLetter(scalar).map { [$0] } }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .nonspacingMark, .spacingMark:
            return Array(scalar.properties.lowercaseMapping.utf8)
        default: return nil
        }
    }

    private static func asciiLetter(_ scalar: Unicode.Scalar) -> UInt8? {
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        return byte.isLetter || byte.isDigit ? byte.lowercased : nil
    }

    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool { scalar == "'" || scalar == "\u{2019}" }
}
