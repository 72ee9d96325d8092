/// Phrases that stand for a single word: where a text says "Child and Adolescent Mental Health Services", the word CAMHS is put
/// there too, so that either finds both.
struct Phrases {
    /// By the number of a phrase's last word: the words before it, the nearest first, and the words that it stands for.
    private var byLast: [[(before: [Int], singles: [Int])]] = []
    /// The words so far that are in the index, with their positions, the last ones only.
    private var recent: [(word: Int, position: Int)] = []

    /// - Parameters:
    ///   - groups: Phrases that mean the same, as stems without stop words.
    ///   - number: Gives a stem its number. Those of phrases come first of all.
    init(_ groups: [[[[UInt8]]]], number: ([UInt8]) -> Int) {
        for group in groups {
            let singles = group.filter { $0.count == 1 }.map { number($0[0]) }
            for phrase in group where phrase.count > 1 && !singles.isEmpty {
                let numbers = phrase.map(number)
                while byLast.count <= numbers.max()! { byLast.append([]) }
                byLast[numbers.last!].append((Array(numbers.dropLast().reversed()), singles))
            }
        }
    }

    mutating func begin() { recent.removeAll(keepingCapacity: true) }

    /// Takes the next word of a text; gives those that the phrase stands for which ends with it, and where it began.
    mutating func take(_ word: Int, at position: Int, _ give: (Int, Int) -> Void) {
        guard recent.last?.position != position else { return }
        if word < byLast.count {
            for phrase in byLast[word] where phrase.before.count <= recent.count {
                let start = recent.count - phrase.before.count
                let isThere = phrase.before.indices.allSatisfy { recent[recent.count - 1 - $0].word == phrase.before[$0] }
                if isThere { phrase.singles.forEach { give($0, recent[start].position) } }
            }
        }
        if recent.count > 64 { recent.removeFirst(48) }
        recent.append((word, position))
    }
}
