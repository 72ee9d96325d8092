/// Reads the passages of a batch of documents, and makes their run and their records.
struct BatchIndexer {
    private var words = WordTable()
    /// By word: its stem's number; -1 for a stop word.
    private var stemOfWord: [Int32] = []
    /// By word: how often texts have it.
    private var occurrences: [Int32] = []
    private var stems = WordTable()
    private var phrases: Phrases
    private var postings: [Posting] = []
    private var positions: [UInt32] = []
    private var passage = Passage()
    private var run = Run()
    private(set) var records = Records()

    private struct Posting {
        let stem: Int32
        let passage: Int32
        let firstPosition: Int32
        let positions: UInt8
        let impact: UInt8

        /// - Parameter before: The passage before; nil for the first, whose number is written elsewhere.
        func write(after before: Int32?, _ all: UnsafeBufferPointer<UInt32>, to out: inout [UInt8]) {
            // A number takes five bytes at most.
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 7 + 5 * BatchIndexer.positionsKept) { room in
                var count = 0
                func put(_ number: UInt32) {
                    var rest = number
                    while rest >= 0x80 {
                        room[count] = UInt8(truncatingIfNeeded: rest) | 0x80
                        count += 1
                        rest >>= 7
                    }
                    room[count] = UInt8(rest)
                    count += 1
                }
                if let before { put(UInt32(passage - before)) }
                room[count] = impact
                room[count + 1] = positions
                count += 2
                var last: UInt32 = 0
                for position in all[Int(firstPosition)..<Int(firstPosition) + Int(positions)] {
                    put(position - last)
                    last = position
                }
                out.append(contentsOf: UnsafeBufferPointer(rebasing: room[..<count]))
            }
        }
    }

    /// What is known so far of the passage that is being read.
    private struct Passage {
        /// By stem: its place among `stems`, if `number` says that it was met in this passage.
        var slots: [Int32] = []
        var numbers: [Int32] = []
        var stems: [Int32] = []
        var frequencies: [Int32] = []
        var elsewhere: [Double] = []
        /// For each, room for as many positions as are kept.
        var positions: [UInt32] = []
        var kept: [UInt8] = []
    }

    static let positionsKept = 12

    private let site: SearchSite
    private let stop: Set<[UInt8]>

    init(_ vocabulary: SiteVocabulary) {
        site = vocabulary.site
        stop = vocabulary.stop
        var stems = WordTable()
        phrases = Phrases(vocabulary.synonyms) { word in word.withUnsafeBufferPointer { stems.number(of: $0) } }
        self.stems = stems
    }

    mutating func read(_ document: SearchDocument, on bench: SearchWorkbench) {
        let title = Array(document.title.utf8)
        let detail = Array(document.detail.utf8)
        var count = 0
        records.begin(document)
        for passage in document.passages() {
            begin()
            phrases.begin()
            _ = add(title, Weights.title, on: bench)
            _ = add(detail, Weights.detail, on: bench)
            let position = add(passage.headings, on: bench)
            phrases.begin()
            let end = add(passage.text, in: .body, from: position + 100, on: bench)
            finish(words: end - position - 100, weight: passage.weight)
            if passage.isDecision { run.decisions.append(run.passages) }
            records.add(passage, on: bench)
            run.passages += 1
            count += 1
        }
        run.passagesOfDocuments.append(count)
    }

    private mutating func add(_ headings: [String], on bench: SearchWorkbench) -> Int {
        var position = 0
        for (level, heading) in headings.enumerated() {
            let isOwn = level == headings.count - 1
            position = add(Array(heading.utf8), in: .heading(isOwn ? Weights.heading : Weights.outerHeading), from: position, on: bench)
        }
        return position
    }

    private mutating func add(_ text: [UInt8], _ weight: Double, on bench: SearchWorkbench) -> Int {
        add(text, in: .elsewhere(weight), from: 0, on: bench)
    }

    private enum Field { case body, heading(Double), elsewhere(Double) }

    private mutating func add(_ text: [UInt8], in field: Field, from first: Int, on bench: SearchWorkbench) -> Int {
        bench.scan(text, from: first) { word, hash, position in take(word, hash, at: position, in: field) { bench.stemmer.stem($0, $1) } }
    }

    // MARK: Words

    private mutating func take(
        _ word: UnsafeBufferPointer<UInt8>, _ hash: WordHash, at position: Int, in field: Field,
        stemming: (UnsafeBufferPointer<UInt8>, (UnsafeBufferPointer<UInt8>) -> Int) -> Int
    ) {
        let (number, isNew) = words.number(of: word, hash)
        if isNew { addWord(word, stemming) }
        occurrences[number] += 1
        let stem = stemOfWord[number]
        guard stem >= 0 else { return }
        note(stem, at: position, in: field)
        guard let found = phrases.take(Int(stem), at: position) else { return }
        for single in found.singles { note(Int32(single), at: found.start, in: field) }
    }

    private mutating func addWord(
        _ word: UnsafeBufferPointer<UInt8>, _ stemming: (UnsafeBufferPointer<UInt8>, (UnsafeBufferPointer<UInt8>) -> Int) -> Int
    ) {
        stemOfWord.append(stemNumber(of: word, stemming))
        occurrences.append(0)
    }

    private mutating func stemNumber(
        of word: UnsafeBufferPointer<UInt8>, _ stemming: (UnsafeBufferPointer<UInt8>, (UnsafeBufferPointer<UInt8>) -> Int) -> Int
    ) -> Int32 {
        if stop.contains(Array(word)) { return -1 }
        if word.contains(where: \.isDigit) { return Int32(stems.number(of: word)) }
        var stems = WordTable()
        swap(&stems, &self.stems)
        let number = stemming(word) { stems.number(of: $0) }
        swap(&stems, &self.stems)
        return Int32(number)
    }

    // MARK: Passages

    private mutating func begin() {
        passage.stems.removeAll(keepingCapacity: true)
        passage.frequencies.removeAll(keepingCapacity: true)
        passage.elsewhere.removeAll(keepingCapacity: true)
        passage.positions.removeAll(keepingCapacity: true)
        passage.kept.removeAll(keepingCapacity: true)
    }

    private mutating func note(_ stem: Int32, at position: Int, in field: Field) {
        let slot = slot(of: stem)
        switch field {
        case .elsewhere(let weight):
            passage.elsewhere[slot] += weight
            return
        case .heading(let weight): passage.elsewhere[slot] += weight
        case .body: passage.frequencies[slot] += 1
        }
        keep(UInt32(position), in: slot)
    }

    /// Positions come in order, but for those of what is put together from two words or more.
    private mutating func keep(_ position: UInt32, in slot: Int) {
        let kept = Int(passage.kept[slot])
        guard kept < BatchIndexer.positionsKept else { return }
        let first = slot * BatchIndexer.positionsKept
        var at = first + kept
        while at > first, passage.positions[at - 1] > position {
            passage.positions[at] = passage.positions[at - 1]
            at -= 1
        }
        passage.positions[at] = position
        passage.kept[slot] += 1
    }

    private mutating func slot(of stem: Int32) -> Int {
        while passage.slots.count <= Int(stem) {
            passage.slots.append(0)
            passage.numbers.append(-1)
        }
        if passage.numbers[Int(stem)] == Int32(run.passages) { return Int(passage.slots[Int(stem)]) }
        let slot = passage.stems.count
        passage.numbers[Int(stem)] = Int32(run.passages)
        passage.slots[Int(stem)] = Int32(slot)
        passage.stems.append(stem)
        passage.frequencies.append(0)
        passage.elsewhere.append(0)
        passage.kept.append(0)
        passage.positions.append(contentsOf: repeatElement(0, count: BatchIndexer.positionsKept))
        return slot
    }

    private mutating func finish(words: Int, weight: Double) {
        for slot in passage.stems.indices {
            let kept = Int(passage.kept[slot])
            let first = slot * BatchIndexer.positionsKept
            postings.append(Posting(
                stem: passage.stems[slot], passage: Int32(run.passages), firstPosition: Int32(positions.count), positions: UInt8(kept),
                impact: Weights.impact(
                    frequency: Int(passage.frequencies[slot]), elsewhere: passage.elsewhere[slot], words: words, weight: weight)))
            for at in first..<first + kept { positions.append(passage.positions[at]) }
        }
    }

    // MARK: The run

    /// The run of all that was read, and its records squeezed, each with its path in the volume.
    consuming func finished(on bench: SearchWorkbench) -> (run: Run, records: [(path: String, bytes: [UInt8])]) {
        records.finish(on: bench)
        run.volume = records.volume
        writeEntries()
        return (run, records.groups.enumerated().map { ("search/records/\(records.volume)/\($0.offset).bin", $0.element) })
    }

    private mutating func writeEntries() {
        let byStem = postingsByStem()
        var out: [UInt8] = []
        var places: [UInt8] = []
        for (word, isStem) in entriesInOrder() {
            if isStem {
                places.removeAll(keepingCapacity: true)
                let own = byStem.order[byStem.starts[word.stem]..<byStem.starts[word.stem + 1]]
                guard let first = own.first, let last = own.last else { continue }
                write(own, to: &places)
                RunEntry.append(
                    word: stems.word(word.stem), occurrences: word.word < 0 ? 0 : Int(occurrences[word.word]), stem: [],
                    passages: own.count, first: Int(postings[Int(first)].passage), last: Int(postings[Int(last)].passage), places: places, to: &out)
            } else {
                RunEntry.append(
                    word: words.word(word.word), occurrences: Int(occurrences[word.word]), stem: stems.word(word.stem), places: [], to: &out)
            }
            if out.count > Run.segmentSize {
                run.segments.append(out)
                out = []
            }
        }
        if !out.isEmpty { run.segments.append(out) }
    }

    private typealias Entry = (word: Int, stem: Int)

    /// Every stem with the word that is written like it, and every other word with its stem, sorted by their bytes.
    private mutating func entriesInOrder() -> [(Entry, isStem: Bool)] {
        var wordOfStem = Array(repeating: -1, count: stems.count)
        var entries: [(key: ArraySlice<UInt8>, entry: Entry, isStem: Bool)] = []
        for word in 0..<words.count where stemOfWord[word] >= 0 {
            let stem = Int(stemOfWord[word])
            if words.word(word).elementsEqual(stems.word(stem)) {
                wordOfStem[stem] = word
            } else {
                entries.append((words.word(word), (word, stem), false))
            }
        }
        for stem in 0..<stems.count { entries.append((stems.word(stem), (wordOfStem[stem], stem), true)) }
        entries.sort { $0.key.isBefore($1.key) }
        return entries.map { ($0.entry, $0.isStem) }
    }

    /// The places of postings by stem, in the order of passages.
    private func postingsByStem() -> (starts: [Int], order: [Int32]) {
        var starts = Array(repeating: 0, count: stems.count + 1)
        for posting in postings { starts[Int(posting.stem) + 1] += 1 }
        for stem in 0..<stems.count { starts[stem + 1] += starts[stem] }
        var next = starts
        var order = [Int32](repeating: 0, count: postings.count)
        for (number, posting) in postings.enumerated() {
            order[next[Int(posting.stem)]] = Int32(number)
            next[Int(posting.stem)] += 1
        }
        return (starts, order)
    }

    private func write(_ own: ArraySlice<Int32>, to out: inout [UInt8]) {
        postings.withUnsafeBufferPointer { postings in
            positions.withUnsafeBufferPointer { positions in
                own.withUnsafeBufferPointer { own in
                    for at in own.indices {
                        let before = at > 0 ? postings[Int(own[at - 1])].passage : nil
                        postings[Int(own[at])].write(after: before, positions, to: &out)
                    }
                }
            }
        }
    }
}

extension ArraySlice<UInt8> {
    func isBefore(_ other: ArraySlice<UInt8>) -> Bool {
        withUnsafeBytes { own in
            other.withUnsafeBytes { other in
                let order = memcmp(own.baseAddress ?? other.baseAddress!, other.baseAddress ?? own.baseAddress!, Swift.min(own.count, other.count))
                return order != 0 ? order < 0 : own.count < other.count
            }
        }
    }
}

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
