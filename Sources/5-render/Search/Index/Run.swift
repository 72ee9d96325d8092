/// What a batch of documents gives to the index: its words in order, and where each stands.
///
/// Bytes, entry by entry: the word, how often it is written so, the stem that it is an alias of, and its places, the number of
/// the first one apart, so that they can be joined to those of other batches as they are.
struct Run: Sendable {
    /// In pieces of whole entries.
    var segments: [[UInt8]] = []
    var passages = 0
    var decisions: [Int] = []
    /// How many passages each document has.
    var passagesOfDocuments: [Int] = []
    /// The folder of its records.
    var volume = ""

    static let segmentSize = 1 << 18
}

/// One entry of a run.
struct RunEntry {
    let word: ArraySlice<UInt8>
    /// How often texts have this very word.
    let occurrences: Int
    /// The stem that stands for it in the index; empty where it is one itself.
    let stem: ArraySlice<UInt8>
    /// In how many passages it stands.
    let passages: Int
    let first: Int
    let last: Int
    /// Its places, without the number of the first passage.
    let places: ArraySlice<UInt8>

    static func append(
        word: some Collection<UInt8>, occurrences: Int, stem: some Collection<UInt8>, passages: Int = 0, first: Int = 0, last: Int = 0,
        places: some Collection<UInt8>, to out: inout [UInt8]
    ) {
        out.append(text: word)
        out.append(number: occurrences)
        out.append(text: stem)
        out.append(number: passages)
        guard passages > 0 else { return }
        out.append(number: first)
        out.append(number: last)
        out.append(text: places)
    }

    init(_ bytes: [UInt8], at: inout Int) {
        func text() -> ArraySlice<UInt8> {
            let count = bytes.number(at: &at)
            defer { at += count }
            return bytes[at..<at + count]
        }
        word = text()
        occurrences = bytes.number(at: &at)
        stem = text()
        passages = bytes.number(at: &at)
        first = passages > 0 ? bytes.number(at: &at) : 0
        last = passages > 0 ? bytes.number(at: &at) : 0
        places = passages > 0 ? text() : []
    }
}
