import Text

/// Something that a result may depend on: a meeting, what refers to a page, the day. A number that is the same in every build and on every machine.
package struct Question: Hashable, Sendable {
    package let key: UInt64

    /// - Parameters:
    ///   - kind: What is asked: "meeting", "links".
    ///   - name: Of what, by a name that stays: a path of the sources or of the site.
    package init(_ kind: StaticString, _ name: String = "") {
        var name = name
        let seed = Question.seed(kind)
        self.init(name.withUTF8 { ContentHash.value(of: $0, seed: seed) })
    }

    /// The same for what has a number that stays.
    package init(_ kind: StaticString, _ number: UInt64) {
        self.init(withUnsafeBytes(of: number.littleEndian) { ContentHash.value(of: $0.bindMemory(to: UInt8.self), seed: Question.seed(kind)) })
    }

    private static func seed(_ kind: StaticString) -> UInt64 { ContentHash.value(of: Bytes(kind)) }

    /// How one of two days stands to the other is asked of so many days that the question says itself which it is.
    private static let daysMark: UInt64 = 0x6D6F_6F74 << 32

    /// Whether the day of the build comes before a day, on it or after it.
    ///
    /// - Parameter day: Counted from 1 January 1970.
    package init(day: Int) { key = Question.daysMark | UInt64(UInt32(truncatingIfNeeded: Int32(clamping: day))) }

    /// The day of which it is asked how it stands to the day of the build.
    var day: Int? { (key >> 32) << 32 == Question.daysMark ? Int(Int32(truncatingIfNeeded: key)) : nil }

    init(_ hash: UInt64) {
        // Zero says that there is none, and some begin as questions of days do.
        key = hash == 0 || (hash >> 32) << 32 == Question.daysMark ? ~hash : hash
    }

    init(key: UInt64) { self.key = key }

    /// Sixteen digits.
    package var hexadecimal: String { ContentHash.name(key) }
}
