import Platform
import Results
import Synchronization
import Testing

/// What stays in memory is what would be made anew.
@Suite struct MemoryTests {
    private let memory: Memory? = Memory()
    private let name = Question("sum")

    @Test func isMadeAgainWhereAnInputIsAnother() {
        var made = 0
        let sum = { (inputs: [UInt64]) in
            memory.value(of: name, from: inputs) { () -> UInt64 in
                made += 1
                return inputs.reduce(0, +)
            }
        }
        #expect(sum([1, 2]) == 3)
        #expect(sum([1, 2]) == 3)
        #expect(made == 1)
        #expect(sum([1, 3]) == 4)
        #expect(sum([1, 2]) == 3)
        #expect(made == 3)
    }

    @Test func isForgottenWhereNobodyAsked() {
        var made = 0
        let ask = { (name: StaticString) in memory.value(of: Question(name), from: []) { made += 1 } }
        ask("kept")
        ask("left")
        memory?.forgetUnused()
        ask("kept")
        memory?.forgetUnused()
        ask("kept")
        #expect(made == 2)
        ask("left")
        #expect(made == 3)
    }

    @Test func withoutAMemoryAllIsMade() {
        let none: Memory? = nil
        var made = 0
        for _ in 0..<3 { none.value(of: name, from: []) { made += 1 } }
        #expect(made == 3)
    }

    /// Each word says how long the word is that it names; what it asked is noted.
    @Test func ofAListThatIsMadeAgainWhichAskedForWhatIsAnother() {
        let made = Mutex<[Int]>([])
        func lengths(_ words: [(names: Int, word: String)], versions: [UInt64]) -> [Int] {
            let question = { @Sendable (place: Int) in Question("word", UInt64(place)) }
            return memory.values(
                of: name, from: [], each: versions,
                answer: { asked in words.indices.first { question($0) == asked }.map { UInt64(words[$0].word.count) } ?? 0 }
            ) { place in
                made.withLock { $0.append(place) }
                Asking.note(question(words[place].names))
                return words[words[place].names].word.count
            }
        }
        #expect(lengths([(1, "a"), (2, "bb"), (0, "ccc")], versions: [1, 2, 3]) == [2, 3, 1])
        #expect(made.withLock { $0.sorted() } == [0, 1, 2])
        // A word of the same length: whoever named it need not be made again, and the word itself is of another version.
        made.withLock { $0 = [] }
        #expect(lengths([(1, "a"), (2, "dd"), (0, "ccc")], versions: [1, 4, 3]) == [2, 3, 1])
        #expect(made.withLock { $0 } == [1])
        made.withLock { $0 = [] }
        #expect(lengths([(1, "a"), (2, "eeee"), (0, "ccc")], versions: [1, 5, 3]) == [4, 3, 1])
        #expect(made.withLock { $0.sorted() } == [0, 1])
        #expect(lengths([(1, "a"), (0, "eeee")], versions: [1, 5]) == [4, 1])
        #expect(lengths([(1, "a"), (0, "eeee"), (0, "f")], versions: [1, 5, 9]) == [4, 1, 1])
    }

    private struct Words: Gathered, Equatable {
        var counts: [String: Int] = [:]

        mutating func add(_ part: [String], at place: Int) { for word in part { counts[word, default: 0] += place + 1 } }

        mutating func remove(_ part: [String], at place: Int) {
            for word in part {
                counts[word]! -= place + 1
                if counts[word] == 0 { counts[word] = nil }
            }
        }
    }

    @Test func whatIsGatheredFromOtherPartsIsAsIfItWereGatheredAnew() {
        var random = SystemRandomNumberGenerator()
        var parts: [[String]] = (1...20).map { ["\($0 % 3)", "all"] }
        for _ in 0..<50 {
            parts[Int.random(in: 0..<parts.count, using: &random)] = ["\(Int.random(in: 0..<9, using: &random))"]
            if Int.random(in: 0..<10, using: &random) == 0 { parts.removeLast() }
            let version = { (part: [String]) in Digest.of(part) }
            let kept = memory.gathered(of: name, from: [], parts, each: version) { Words() }
            var fresh = Words()
            for (place, part) in parts.enumerated() { fresh.add(part, at: place) }
            #expect(kept == fresh)
        }
    }
}
