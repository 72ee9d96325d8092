import Formats
import Platform
import Text

/// Writes the words files and the spelling files as the merge goes on.
struct IndexFiles {
    /// Where in the alphabet a file begins, and its hash.
    typealias Stretch = (first: [UInt8], hash: String)

    /// How large a words file grows before it is squeezed, if no single word takes more.
    static let wordsSize = 24_000
    static let spellingSize = 40_000

    private(set) var words: [Stretch] = []
    private(set) var spelling: [Stretch] = []

    private var file: [UInt8] = []
    private var first: [UInt8] = []
    private var before: [UInt8] = []
    private var sounds: [(key: [UInt8], word: [UInt8], count: Int)] = []
    private var waiting: [(name: String, bytes: [UInt8])] = []
    private let write: @Sendable ([UInt8], String) throws -> Void
    /// Takes a file of the last index over, whose name says what it holds; false where there is none.
    private let take: @Sendable (String) -> Bool

    init(write: @escaping @Sendable ([UInt8], String) throws -> Void, taking take: @escaping @Sendable (String) -> Bool) { (self.write, self.take) = (write, take) }

    mutating func add(_ entries: [(entry: RunEntry, base: Int)]) throws {
        let word = Array(entries[0].entry.word)
        let places = Places(entries)
        note(word, entries.reduce(0) { $0 + $1.entry.occurrences })
        if places.passages > 0 {
            try begin(word)
            file.append(number: places.passages)
            try append(places)
        } else if let stem = entries.first(where: { !$0.entry.stem.isEmpty })?.entry.stem {
            try begin(word)
            file.append(number: 0)
            let shared = IndexFiles.shared(word, Array(stem))
            file.append(number: shared)
            file.append(text: stem.dropFirst(shared))
        }
    }

    private mutating func append(_ places: Places) throws {
        let (top, further) = places.split()
        file.append(text: top)
        file.append(number: further.count)
        for part in further {
            let hash = ContentHash.value(of: part.bytes)
            withUnsafeBytes(of: hash.bigEndian) { file.append(contentsOf: $0) }
            file.append(number: part.count)
            try put("more-\(ContentHash.name(hash))", part.bytes)
        }
    }

    private mutating func begin(_ word: [UInt8]) throws {
        if file.count > IndexFiles.wordsSize { try closeWords() }
        if file.isEmpty {
            // The first file takes what would come before its first word too.
            first = words.isEmpty ? [] : word
            before = []
        }
        let shared = IndexFiles.shared(before, word)
        file.append(number: shared)
        file.append(text: word[shared...])
        before = word
    }

    private static func shared(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var count = 0
        while count < a.count, count < b.count, a[count] == b[count] { count += 1 }
        return count
    }

    private mutating func closeWords() throws {
        if file.isEmpty { return }
        let hash = ContentHash.name(of: file)
        words.append((first, hash))
        try put("words-\(hash)", file)
        file = []
    }

    // MARK: Spelling

    private mutating func note(_ word: [UInt8], _ count: Int) {
        guard count > 0, word.count > 2, word.allSatisfy({ UInt8(ascii: "a") <= $0 && $0 <= UInt8(ascii: "z") }) else { return }
        sounds.append((SoundKey.of(word), word, count))
    }

    private mutating func writeSpelling() throws {
        sounds.sort { $0.key != $1.key ? $0.key[...].precedes($1.key[...]) : $0.word[...].precedes($1.word[...]) }
        var lines: [UInt8] = []
        var start: [UInt8] = []
        func close(_ files: inout IndexFiles) throws {
            let hash = ContentHash.name(of: lines)
            files.spelling.append((start, hash))
            try files.put("spelling-\(hash)", lines)
            lines = []
        }
        var key: [UInt8] = []
        for sound in sounds {
            // Words of one key stay together.
            if lines.count > IndexFiles.spellingSize, sound.key != key {
                try close(&self)
                start = sound.key
            }
            key = sound.key
            lines += sound.word
            lines.append(UInt8(ascii: " "))
            lines += Array(String(sound.count).utf8)
            lines.append(UInt8(ascii: "\n"))
        }
        if !lines.isEmpty { try close(&self) }
        sounds = []
    }

    // MARK: Writing

    /// Squeezing takes longer than joining, so files wait until there is work for all processors.
    private mutating func put(_ name: String, _ bytes: [UInt8]) throws {
        waiting.append(("\(name).bin", bytes))
        if waiting.count == 32 { try flush() }
    }

    private mutating func flush() throws {
        let results = waiting.concurrentMap(state: { Deflater() }) { [write, take] file, deflater in
            Result { if !take(file.name) { try write(deflater.deflated(file.bytes), file.name) } }
        }
        waiting.removeAll(keepingCapacity: true)
        for result in results { try result.get() }
    }

    mutating func finish() throws {
        try closeWords()
        try writeSpelling()
        try flush()
    }
}

/// How a word sounds, roughly: words with one key may have been meant for each other.
enum SoundKey {
    static func of(_ word: [UInt8]) -> [UInt8] {
        var key: [UInt8] = []
        var at = 0
        while at < word.count {
            var letter = word[at]
            if letter == UInt8(ascii: "p"), at + 1 < word.count, word[at + 1] == UInt8(ascii: "h") {
                letter = UInt8(ascii: "f")
                at += 1
            }
            at += 1
            switch letter {
            case UInt8(ascii: "c"), UInt8(ascii: "q"): letter = UInt8(ascii: "k")
            case UInt8(ascii: "z"): letter = UInt8(ascii: "s")
            default: break
            }
            if key.isEmpty {
                key.append(vowels.contains(letter) ? UInt8(ascii: "a") : letter)
            } else if !silent.contains(letter), key.last != letter {
                key.append(letter)
            }
        }
        return key
    }

    private static let vowels = Array("aeiou".utf8)
    private static let silent = Array("aeiouyhw".utf8)
}
