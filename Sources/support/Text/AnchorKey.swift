/// What an anchor stands on, as a number: by it the record of what was published knows again whose an anchor is.
///
/// The first 40 bits are those of SHA-256 of the words of the heading, the other 24 those of what it stands under and of how
/// many of the same words stand there before it. Signs, blanks and capitals do not count, nor does the printed number.
package struct AnchorKey: Hashable, Sendable {
    package let value: UInt64

    package init(value: UInt64) { self.value = value }

    private static let wordsMask: UInt64 = ~0xFF_FFFF

    /// The part that is of the heading's own words.
    package var words: UInt64 { value & AnchorKey.wordsMask }

    fileprivate init(words: UInt64, place: UInt64) {
        value = words & AnchorKey.wordsMask | place >> 40
    }

    /// Makes the keys of the elements of one part of a page, in their order.
    package struct Maker {
        private let part: String
        private var counts: [String: Int] = [:]
        /// Many stand under the same.
        private var lastPlace: (text: String, number: UInt64)?

        /// - Parameter part: What tells it from the other parts of its page, where there are any.
        package init(of part: String = "") { self.part = part }

        /// - Parameters:
        ///   - words: Its heading, without the number.
        ///   - place: The slug of what it stands under; empty where that does not matter.
        package mutating func key(_ words: String, under place: String = "") -> AnchorKey {
            let slug = Slug.make(words)
            return key(ofText: slug.isEmpty ? words : slug, under: place)
        }

        /// For what has no heading of its own.
        package mutating func key(ofText text: String, under place: String) -> AnchorKey {
            let count = counts[text + "\n" + place, default: 0] + 1
            counts[text + "\n" + place] = count
            return AnchorKey(words: AnchorKey.number(of: part.isEmpty ? text : part + "\n" + text), place: number(of: count == 1 ? place : place + "\n\(count)"))
        }

        private mutating func number(of place: String) -> UInt64 {
            if let lastPlace, lastPlace.text == place { return lastPlace.number }
            let number = AnchorKey.number(of: place)
            lastPlace = (place, number)
            return number
        }
    }

    private static func number(of text: String) -> UInt64 { SHA256.digest(of: text.utf8).words[0] }
}
