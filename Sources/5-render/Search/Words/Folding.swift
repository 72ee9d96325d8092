import Foundation

/// A text made plain: case and accents gone, what looks alike written alike. Capitals of ASCII stay for a moment longer,
/// since "LPS 25" is told from "item 25" by them.
struct Folding {
    /// Stands for – and —, which join numbers.
    static let dash: UInt8 = 0x01
    /// Stand for the signs of currencies that take more than one byte.
    static let pound: UInt8 = 0x02
    static let euro: UInt8 = 0x03

    /// What a character outside of ASCII becomes, kept since texts have few kinds of them.
    private var known: [UInt32: [UInt8]] = [:]

    /// Puts the plain text in the place of what the buffer holds.
    mutating func fold(_ text: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
        out.removeAll(keepingCapacity: true)
        out.reserveCapacity(text.count)
        var at = 0
        while at < text.count {
            let start = at
            while at < text.count, text[at] < 0x80 { at += 1 }
            if at > start { out.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<at])) }
            guard at < text.count else { return }
            let (scalar, length) = Folding.scalar(at: at, in: text)
            at += length
            if let plain = known[scalar] {
                out += plain
            } else {
                let plain = Folding.plain(scalar)
                known[scalar] = plain
                out += plain
            }
        }
    }

    private static func scalar(at start: Int, in text: UnsafeBufferPointer<UInt8>) -> (UInt32, Int) {
        let first = UInt32(text[start])
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard start + length <= text.count else { return (0xFFFD, text.count - start) }
        let begin = length == 4 ? first & 0x07 : length == 3 ? first & 0x0F : first & 0x1F
        return ((1..<length).reduce(begin) { $0 << 6 | UInt32(text[start + $1] & 0x3F) }, length)
    }

    private static func plain(_ scalar: UInt32) -> [UInt8] {
        switch scalar {
        case 0x2018, 0x2019, 0x02BC: return [UInt8(ascii: "'")]
        case 0x2010, 0x2011, 0x2212: return [UInt8(ascii: "-")]
        case 0x2013, 0x2014: return [dash]
        case 0x00AD: return []
        case 0x00A3: return [pound]
        case 0x20AC: return [euro]
        default: break
        }
        guard let scalar = Unicode.Scalar(scalar) else { return [UInt8(ascii: " ")] }
        let parts = String(Character(scalar)).decomposedStringWithCompatibilityMapping.unicodeScalars.filter { !$0.isMark }
        let folded = String(String.UnicodeScalarView(parts)).lowercased()
        return folded.unicodeScalars.flatMap { $0.isASCII || $0.isWordPart ? Array(String(Character($0)).utf8) : [UInt8(ascii: " ")] }
    }
}

extension Unicode.Scalar {
    fileprivate var isMark: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }

    /// A letter or a number.
    fileprivate var isWordPart: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber, .otherNumber: true
        default: false
        }
    }
}
