import Text

/// Words that belong together, some of them by how they begin or by what they hold.
package struct WordList: Sendable {
    /// In small letters, without accents.
    package private(set) var words: Set<String> = []
    private(set) var openings: [String] = []
    private(set) var stems: [String] = []
    /// Those that count where they are misspelt, too.
    private(set) var wordsOfAnySpelling: [String] = []

    /// - Parameter entries: `word`, `~word` also where it is misspelt, `stem*` for each word that begins so, `*stem*` for each that holds it.
    init(_ entries: [String]) {
        for entry in entries {
            let stem = entry.filter { $0 != "*" && $0 != "~" }
            if entry.hasPrefix("*") { stems.append(stem) } else if entry.hasSuffix("*") { openings.append(stem) } else { words.insert(stem) }
            if entry.hasPrefix("~") { wordsOfAnySpelling.append(stem) }
        }
    }

    package func contains(_ word: String) -> Bool {
        if words.contains(word) { return true }
        return !(openings.isEmpty && stems.isEmpty) && word.withBytes { word in
            openings.contains { $0.withBytes { word.starts(with: $0) } } || stems.contains { $0.withBytes { word.holds($0) } }
        }
    }

    /// The same for words that may be misspelt.
    package func nearlyContains(_ word: String) -> Bool {
        contains(word) || word.withBytes { word in wordsOfAnySpelling.contains { $0.withBytes { NearWord.isNearly(word, $0) } } }
    }
}

/// Words that are misspelt by one letter.
enum NearWord {
    static func isNearly(_ word: [UInt8], _ wanted: [UInt8]) -> Bool { word.withUnsafeBufferPointer { word in wanted.withUnsafeBufferPointer { isNearly(word, $0) } } }

    /// True where one letter is missing, too many or another, or two neighbours have changed places.
    static func isNearly(_ word: Bytes, _ wanted: Bytes) -> Bool {
        guard abs(word.count - wanted.count) <= 1 else { return false }
        let shorter = min(word.count, wanted.count)
        var head = 0
        while head < shorter, word[head] | 0x20 == wanted[head] { head += 1 }
        var tail = 0
        while tail < shorter - head, word[word.count - 1 - tail] | 0x20 == wanted[wanted.count - 1 - tail] { tail += 1 }
        let (ours, theirs) = (word[head..<word.count - tail], wanted[head..<wanted.count - tail])
        if ours.count <= 1, theirs.count <= 1 { return true }
        return ours.count == 2 && theirs.count == 2 && ours.first! | 0x20 == theirs.last && ours.last! | 0x20 == theirs.first
    }
}

extension String {
    /// Words come from texts and lie in one piece.
    fileprivate func withBytes<Result>(_ body: (Bytes) -> Result) -> Result {
        if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
        return Array(utf8).withUnsafeBufferPointer(body)
    }
}

extension Bytes {
    fileprivate func holds(_ other: Bytes) -> Bool {
        guard count >= other.count else { return false }
        return (0...count - other.count).contains { start in other.indices.allSatisfy { self[start + $0] == other[$0] } }
    }
}
