/// Phrases that stand for a single word: where a text says "Child and Adolescent Mental Health Services", the word CAMHS is put
/// there too, so that either finds both.
///
/// Of three words and more the order does not matter: "employment, education or training" is "education, employment or training".
struct Phrases {
    private struct Phrase {
        /// All its words; sorted where their order does not matter.
        let words: [Int]
        /// The words that it stands for.
        let singles: [Int]

        var isOrdered: Bool { words.count < 3 }
    }

    /// By the number of a word, the phrases that may end with it.
    private var byLast: [[Phrase]] = []
    /// The last sixteen words that are in the index, with their positions, each at the last four bits of its number.
    private var recent: [(word: Int, position: Int)] = Array(repeating: (0, 0), count: 16)
    private var count = 0
    private var last = -1

    /// - Parameters:
    ///   - groups: Phrases that mean the same, as stems without stop words.
    ///   - number: Gives a stem its number. Those of phrases come first of all.
    init(_ groups: [[[[UInt8]]]], number: ([UInt8]) -> Int) {
        for group in groups {
            let singles = group.filter { $0.count == 1 }.map { number($0[0]) }
            for phrase in group where phrase.count > 1 && !singles.isEmpty { add(phrase.map(number), singles) }
        }
    }

    private mutating func add(_ words: [Int], _ singles: [Int]) {
        let isOrdered = words.count < 3
        let phrase = Phrase(words: isOrdered ? words : words.sorted(), singles: singles)
        while byLast.count <= words.max()! { byLast.append([]) }
        for last in isOrdered ? [words[words.count - 1]] : Set(words).sorted() { byLast[last].append(phrase) }
    }

    mutating func begin() {
        count = 0
        last = -1
    }

    /// Takes the next word of a text; says which words the phrase stands for that ends with it, and where it began.
    mutating func take(_ word: Int, at position: Int) -> (singles: [Int], start: Int)? {
        guard last != position else { return nil }
        last = position
        recent[count & 15] = (word, position)
        count += 1
        guard word < byLast.count, !byLast[word].isEmpty else { return nil }
        for phrase in byLast[word] where phrase.words.count <= min(count, 12) {
            let own = (count - phrase.words.count..<count).map { recent[$0 & 15] }
            let isThere = phrase.isOrdered ? own.map(\.word) == phrase.words : Phrases.holds(own, phrase.words)
            if isThere { return (phrase.singles, own[0].position) }
        }
        return nil
    }

    private static func holds(_ own: [(word: Int, position: Int)], _ sorted: [Int]) -> Bool {
        // Most often the word before is none of the phrase.
        guard sorted.contains(own[own.endIndex - 2].word) else { return false }
        return own.map(\.word).sorted() == sorted
    }
}
