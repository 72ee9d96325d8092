/// Hands out the anchors of one document, each once.
///
/// Numbered paragraphs, pages, tables and notes have families of their own (`para-…`, `page-…`), which words never
/// enter; so a heading's anchor depends on the headings before it alone.
struct Anchors {
    private var taken: Set<String> = []

    /// The anchor itself, or with `-2`, `-3` … after it where it is taken.
    mutating func unique(_ natural: String, separator: String = "-") -> String {
        if taken.insert(natural).inserted { return natural }
        var number = counts[natural, default: 1]
        var candidate: String
        repeat {
            number += 1
            candidate = "\(natural)\(separator)\(number)"
        } while !taken.insert(candidate).inserted
        counts[natural] = number
        return candidate
    }

    /// Where to go on counting, so that a thousand headings of the same words take a thousand steps.
    private var counts: [String: Int] = [:]

    /// The anchor that words would like to have: lower case, `-` between them, letters of any script kept.
    static func slug(_ words: some Collection<UInt8>, limit: Int = .max) -> String {
        if words.allSatisfy({ $0 < 0x80 }) { return slug(ofScalars: words.lazy.map(Unicode.Scalar.init), limit: limit) }
        return slug(ofScalars: String(decoding: words, as: UTF8.self).unicodeScalars, limit: limit)
    }

    private static func slug(ofScalars scalars: some Sequence<Unicode.Scalar>, limit: Int) -> String {
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

    /// A slug of words that keeps out of the families of numbered things.
    static func ofWords(_ words: some Collection<UInt8>, limit: Int = .max, instead: String) -> String {
        let slug = slug(words, limit: limit)
        if slug.isEmpty { return instead }
        return isReserved(slug) ? "\(instead)-\(slug)" : slug
    }

    private static let families = ["para-", "minute-", "item-", "page-", "table-", "correction-", "fn-", "fnref-"]

    /// `item-7`, `para-4-a`; not `item-description`.
    private static func isReserved(_ slug: String) -> Bool {
        guard families.contains(where: slug.hasPrefix) else { return false }
        return slug.split(separator: "-" as Character).dropFirst().allSatisfy { $0.utf8.count <= 4 }
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
