/// Six words in a row, as one number, while words come.
struct WordRuns {
    /// How many words make a run.
    static let length = 6
    private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    private static let leaving: UInt64 = (0..<length).reduce(1) { power, _ in power &* factor }

    private var words: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0, 0)
    private var value: UInt64 = 0
    private var count = 0

    /// The run that ends with a word; nil while there are fewer.
    @inline(__always) mutating func add(_ word: UInt64) -> UInt64? {
        value = value &* WordRuns.factor &+ word &- words.0 &* WordRuns.leaving
        words = (words.1, words.2, words.3, words.4, words.5, word)
        count += 1
        return count >= WordRuns.length ? value : nil
    }

    mutating func breakOff() { self = WordRuns() }
}
