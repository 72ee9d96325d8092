/// The number of an agenda item or a minute: as it is printed, and as people compare it. `7A`, `7(a)`, `7 a` and `07a.` are one number;
/// `71` and `7.1` are two.
///
/// No two numbers are compared anywhere but by `==` on this type.
package struct ItemNumber: Sendable, CustomStringConvertible, Codable {
    /// `7`, `7a`, `A1`, `7(a)`
    package let printed: String
    /// Small letters and digits, without zeros in front; a point where a sign parts two digits.
    private let key: String

    package init(_ printed: String) {
        self.printed = printed
        key = ItemNumber.key(printed, keepingZeros: false)
    }

    package var description: String { printed }

    /// Its part of an anchor: `7a` of `item-7a`. A number keeps the zeros it is printed with.
    package var anchor: String { ItemNumber.key(printed, keepingZeros: true).replacing(".", with: "-") }

    private static func key(_ printed: String, keepingZeros: Bool) -> String {
        var key: [UInt8] = []
        key.reserveCapacity(printed.utf8.count)
        var isParted = false
        for byte in printed.utf8 {
            let small = (65...90).contains(byte) ? byte | 0x20 : byte
            guard (48...57).contains(small) || (97...122).contains(small) || small >= 0x80 else {
                isParted = true
                continue
            }
            let isDigit = small < 58
            if isParted, isDigit, key.last.map({ $0 < 58 && $0 != point }) ?? false { key.append(point) }
            isParted = false
            // A zero in front of a digit says nothing.
            if !keepingZeros, isDigit, key.last == zero, key.count == 1 || key[key.count - 2] >= 58 || key[key.count - 2] == point { key.removeLast() }
            key.append(small)
        }
        return String(decoding: key, as: UTF8.self)
    }

    private static let zero = UInt8(ascii: "0")
    private static let point = UInt8(ascii: ".")
}

extension ItemNumber: Hashable {
    package static func == (a: ItemNumber, b: ItemNumber) -> Bool { a.key == b.key }
    package func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

extension [AgendaItem] {
    /// The first item of a number.
    package func first(numbered number: ItemNumber) -> AgendaItem? { first { $0.number == number } }
}

/// A title as far as it can be compared: small letters, no signs.
package enum TitleKey {
    package static func make(_ title: String) -> String {
        var key: [UInt8] = []
        var signs = 0
        let bytes = Array(title.lowercased().utf8)
        for (at, byte) in bytes.enumerated() {
            if signs > 0 {
                signs -= 1
            } else if byte == 0xE2, at + 1 < bytes.count, bytes[at + 1] == 0x80 {
                // Dashes and curly quotation marks: U+2000 to U+203F.
                signs = 2
            } else if byte == 0xC2 {
                // The blank that does not break and other signs: U+0080 to U+00BF.
                signs = 1
            } else if (97...122).contains(byte) || (48...57).contains(byte) || byte >= 0x80 {
                key.append(byte)
            }
        }
        return String(decoding: key, as: UTF8.self)
    }
}
