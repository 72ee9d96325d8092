/// Reads the passages of a batch of documents, and makes their run and their records.
struct BatchIndexer {
    private var words = WordTable()
    /// By word: its stem's number; -1 for a stop word.
    private var stemOfWord: [Int32] = []
    /// By word: how often texts have it.
    private var occurrences: [Int32] = []
    private var stems = WordTable()
    private var phrases: Phrases
    private var postings = Postings()
    private var passage = PassageWords()
    private var run = Run()
    private(set) var records = Records()

    private let stop: Set<[UInt8]>

    init(_ vocabulary: SiteVocabulary) {
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
            self.passage.begin(run.passages)
            phrases.begin()
            _ = add(title, Weights.title, on: bench)
            _ = add(detail, Weights.detail, on: bench)
            let position = add(passage.headings, on: bench)
            phrases.begin()
            let end = add(passage.text, in: .body, from: position + 100, on: bench)
            postings.add(self.passage, number: run.passages, words: end - position - 100, weight: passage.weight)
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

    private mutating func add(_ text: [UInt8], in field: PassageWords.Field, from first: Int, on bench: SearchWorkbench) -> Int {
        bench.scan(text, from: first) { word, hash, position in take(word, hash, at: position, in: field) { bench.stemmer.stem($0, $1) } }
    }

    // MARK: Words

    private mutating func take(
        _ word: UnsafeBufferPointer<UInt8>, _ hash: WordHash, at position: Int, in field: PassageWords.Field,
        stemming: (UnsafeBufferPointer<UInt8>, (UnsafeBufferPointer<UInt8>) -> Int) -> Int
    ) {
        let (number, isNew) = words.number(of: word, hash)
        if isNew { addWord(word, stemming) }
        occurrences[number] += 1
        let stem = stemOfWord[number]
        guard stem >= 0 else { return }
        passage.note(stem, at: position, in: field)
        guard let found = phrases.take(Int(stem), at: position) else { return }
        for single in found.singles { passage.note(Int32(single), at: found.start, in: field) }
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

    // MARK: The run

    /// The run of all that was read, and its records squeezed, each with its path in the volume.
    consuming func finished(on bench: SearchWorkbench) -> (run: Run, records: [(path: String, bytes: [UInt8])]) {
        records.finish(on: bench)
        run.volume = records.volume
        writeEntries()
        return (run, records.groups.enumerated().map { ("records/\(records.volume)/\($0.offset).bin", $0.element) })
    }

    private mutating func writeEntries() {
        let byStem = postings.byStem(stems.count)
        var out: [UInt8] = []
        var places: [UInt8] = []
        for (word, isStem) in entriesInOrder() {
            if isStem {
                places.removeAll(keepingCapacity: true)
                let own = byStem.order[byStem.starts[word.stem]..<byStem.starts[word.stem + 1]]
                guard let first = own.first, let last = own.last else { continue }
                postings.write(own, to: &places)
                RunEntry.append(
                    word: stems.word(word.stem), occurrences: word.word < 0 ? 0 : Int(occurrences[word.word]), stem: [],
                    passages: own.count, first: postings.passage(first), last: postings.passage(last), places: places, to: &out)
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
        var entries: [(opening: UInt64, key: ArraySlice<UInt8>, entry: Entry, isStem: Bool)] = []
        func add(_ key: ArraySlice<UInt8>, _ entry: Entry, isStem: Bool) { entries.append((opening(of: key), key, entry, isStem)) }
        for word in 0..<words.count where stemOfWord[word] >= 0 {
            let stem = Int(stemOfWord[word])
            if words.word(word).elementsEqual(stems.word(stem)) {
                wordOfStem[stem] = word
            } else {
                add(words.word(word), (word, stem), isStem: false)
            }
        }
        for stem in 0..<stems.count { add(stems.word(stem), (wordOfStem[stem], stem), isStem: true) }
        entries.sort { $0.opening != $1.opening ? $0.opening < $1.opening : $0.key.precedes($1.key) }
        return entries.map { ($0.entry, $0.isStem) }
    }

    /// The first eight bytes of a word, by which nearly all are told apart in one step.
    private func opening(of word: ArraySlice<UInt8>) -> UInt64 {
        word.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } << UInt64(8 * max(0, 8 - word.count))
    }
}
