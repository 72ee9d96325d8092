import Foundation

/// A colour of the sRGB space, without transparency.
package struct Colour: Sendable, Equatable {
    /// Each from 0 to 255.
    let red, green, blue: UInt8

    static let white = Colour(red: 255, green: 255, blue: 255)
    static let black = Colour(red: 0, green: 0, blue: 0)

    init(red: UInt8, green: UInt8, blue: UInt8) {
        (self.red, self.green, self.blue) = (red, green, blue)
    }

    /// - Parameter text: `#rgb` or `#rrggbb`; nil for anything else.
    package init?(_ text: some StringProtocol) {
        let digits = text.utf8.dropFirst().map { UInt8(String(UnicodeScalar($0)), radix: 16) }
        guard text.utf8.first == UInt8(ascii: "#"), digits.allSatisfy({ $0 != nil }), [3, 6].contains(digits.count) else { return nil }
        let values = digits.map { $0! }
        let bytes = values.count == 3 ? values.map { $0 * 17 } : stride(from: 0, to: 6, by: 2).map { values[$0] * 16 + values[$0 + 1] }
        self.init(red: bytes[0], green: bytes[1], blue: bytes[2])
    }

    var hex: String {
        "#" + [red, green, blue].map { String(UInt16($0) + 256, radix: 16).dropFirst() }.joined()
    }

    /// From 0 for black to 1 for white. Source: "relative luminance" in WCAG 2.2.
    private var luminance: Double {
        func linear(_ value: UInt8) -> Double {
            let part = Double(value) / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// From 1 for equal colours to 21 for black on white. Source: "contrast ratio" in WCAG 2.2.
    func contrast(to other: Colour) -> Double {
        let (lighter, darker) = (max(luminance, other.luminance), min(luminance, other.luminance))
        return (lighter + 0.05) / (darker + 0.05)
    }

    /// A mixture: 0 is this colour, 1 the other.
    func mixed(with other: Colour, _ share: Double) -> Colour {
        func mix(_ own: UInt8, _ other: UInt8) -> UInt8 { UInt8((Double(own) * (1 - share) + Double(other) * share).rounded()) }
        return Colour(red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
    }

    /// The nearest shade of this colour that has a contrast of at least `ratio` to all grounds: darker on light ones, lighter on dark ones.
    func shade(readableOn grounds: [Colour], ratio: Double) -> Colour? {
        let end = grounds.allSatisfy { $0.contrast(to: .black) >= $0.contrast(to: .white) } ? Colour.black : .white
        return stride(from: 0.0, through: 1, by: 0.02).lazy.map { mixed(with: end, $0) }.first { shade in
            grounds.allSatisfy { shade.contrast(to: $0) >= ratio }
        }
    }
}
