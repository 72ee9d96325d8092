import Text

/// Finds in bytes whether a word may be one of those that are looked for. Most words and lines have none of them, and are looked at no further.
///
/// Of nearly all words the first two letters, or the last two, are enough to tell.
package struct WordSignals: Sendable {
    fileprivate struct Entry: Sendable {
        let letters: [UInt8]
        /// Whether it must be the whole word; else the word may go on.
        var isWhole = true
        /// The word that stands before it, in a phrase.
        var before: [UInt8] = []
    }

    /// Entries by two of their letters.
    fileprivate struct Table: Sendable {
        private var isKnown = [Bool](repeating: false, count: 1 << 10)
        private var entries: [[Entry]] = Array(repeating: [], count: 1 << 10)

        mutating func add(_ entry: Entry, _ first: UInt8, _ second: UInt8) {
            isKnown[Table.key(first, second)] = true
            entries[Table.key(first, second)].append(entry)
        }

        @inline(__always) func holds(_ first: UInt8, _ second: UInt8) -> Bool { isKnown[Table.key(first, second)] }

        func of(_ first: UInt8, _ second: UInt8) -> [Entry] { entries[Table.key(first, second)] }

        private static func key(_ first: UInt8, _ second: UInt8) -> Int { Int(first & 0x1F) << 5 | Int(second & 0x1F) }
    }

    private var openings = Table()
    /// Those that may stand within a word.
    private var stems = Table()
    /// Those that may be misspelt, by their first two letters and by their last two: one of them is right.
    private var misspelt = Table()
    private var misspeltEnds = Table()

    /// - Parameters:
    ///   - lists: Words to be found.
    ///   - phrases: Of each two words in a row are looked for, those that tell most of it.
    package init(_ lists: [WordList], phrases: [[String]]) {
        for word in lists.flatMap(\.words) { add(word) { $0.openings.add(Entry(letters: $1), $1[0], $1[1]) } }
        for phrase in phrases {
            let pairs = phrase.count < 2 ? phrase.map { ("", $0) } : Array(zip(phrase, phrase.dropFirst()))
            guard let (before, word) = pairs.max(by: { $0.0.utf8.count + $0.1.utf8.count < $1.0.utf8.count + $1.1.utf8.count }) else { continue }
            add(word) { $0.openings.add(Entry(letters: $1, before: Array(before.utf8)), $1[0], $1[1]) }
            if word.utf8.count > 7, !before.isEmpty { addMisspelt(word, before: Array(before.utf8)) }
        }
        for word in lists.flatMap(\.openings) { add(word) { $0.openings.add(Entry(letters: $1, isWhole: false), $1[0], $1[1]) } }
        for word in lists.flatMap(\.stems) { add(word) { $0.stems.add(Entry(letters: $1, isWhole: false), $1[0], $1[1]) } }
        for word in lists.flatMap(\.wordsOfAnySpelling) { addMisspelt(word) }
    }

    private mutating func addMisspelt(_ word: String, before: [UInt8] = []) {
        add(word) {
            $0.misspelt.add(Entry(letters: $1, before: before), $1[0], $1[1])
            $0.misspeltEnds.add(Entry(letters: $1, before: before), $1[$1.count - 2], $1[$1.count - 1])
        }
    }

    /// Words with other letters than those of ASCII are looked at in another way.
    private mutating func add(_ word: String, _ add: (inout WordSignals, [UInt8]) -> Void) {
        let letters = Array(word.utf8)
        if letters.count > 1, letters.allSatisfy(\.isLetter) { add(&self, letters) }
    }

    /// - Parameters:
    ///   - word: Letters of ASCII, large or small.
    ///   - before: The word before it.
    package func mayBe(_ word: Bytes, after before: Bytes) -> Bool {
        guard word.count > 1 else { return false }
        let (first, second, last) = (word[0], word[1], word[word.count - 1])
        if openings.holds(first, second), openings.of(first, second).contains(where: { $0.stands(in: word, at: 0) && $0.follows(before) }) { return true }
        guard word.count > 4 else { return false }
        if misspelt.holds(first, second), misspelt.of(first, second).contains(where: { $0.isNearly(word) && $0.follows(before) }) { return true }
        let lastButOne = word[word.count - 2]
        if misspeltEnds.holds(lastButOne, last), misspeltEnds.of(lastButOne, last).contains(where: { $0.isNearly(word) && $0.follows(before) }) { return true }
        for at in 0..<word.count - 4 where stems.holds(word[at], word[at + 1]) {
            if stems.of(word[at], word[at + 1]).contains(where: { $0.stands(in: word, at: at) }) { return true }
        }
        return false
    }
}

extension WordSignals.Entry {
    fileprivate func stands(in word: Bytes, at start: Int) -> Bool {
        let rest = word.count - start
        guard isWhole ? rest == letters.count : rest >= letters.count else { return false }
        return letters.indices.allSatisfy { word[start + $0] | 0x20 == letters[$0] }
    }

    fileprivate func follows(_ word: Bytes) -> Bool {
        before.isEmpty || word.count == before.count && before.indices.allSatisfy { word[$0] | 0x20 == before[$0] }
    }

    fileprivate func isNearly(_ word: Bytes) -> Bool { letters.withUnsafeBufferPointer { NearWord.isNearly(word, $0) } }
}
