import Platform

/// Some runs joined to one, as if their documents were one batch: so that all processors join, and a build joins anew what has changed.
struct RunGroup: Sendable {
    static let size = 8

    /// Those that it was made of, without their words.
    let runs: [Run]
    /// The words of all together.
    let segments: [RunStore.Segment]
    /// Where the words of each run are kept.
    let parts: [RunStore.Segment]

    var passages: Int { runs.reduce(0) { $0 + $1.passages } }

    init(runs: [Run], segments: [RunStore.Segment], parts: [RunStore.Segment]) { (self.runs, self.segments, self.parts) = (runs, segments, parts) }

    /// Joins runs.
    init(_ stored: [StoredRun], as name: String, in store: RunStore) throws {
        runs = stored.map(\.run)
        parts = stored.flatMap(\.segments)
        var merge = try RunMerge(stored.map { ($0.segments, $0.run.passages) }, in: store)
        var entries: [(entry: RunEntry, base: Int)] = []
        var segments: [[UInt8]] = []
        var out: [UInt8] = []
        while true {
            try merge.next(into: &entries)
            if entries.isEmpty { break }
            RunEntry.append(joining: entries, to: &out)
            if out.count > Run.segmentSize {
                segments.append(out)
                out = []
            }
        }
        if !out.isEmpty { segments.append(out) }
        self.segments = try store.keep(segments, as: name)
    }
}

extension RunEntry {
    /// What several runs have of one word.
    fileprivate static func append(joining entries: [(entry: RunEntry, base: Int)], to out: inout [UInt8]) {
        guard entries.count > 1 || entries[0].base > 0 else {
            let entry = entries[0].entry
            return append(
                word: entry.word, occurrences: entry.occurrences, stem: entry.stem, passages: entry.passages, first: entry.first, last: entry.last,
                places: entry.places, to: &out)
        }
        let standing = entries.filter { $0.entry.passages > 0 }
        var places: [UInt8] = []
        var last = 0
        for (entry, base) in standing {
            if last > 0 || !places.isEmpty { places.append(number: entry.first + base - last) }
            places.append(contentsOf: entry.places)
            last = entry.last + base
        }
        append(
            word: entries[0].entry.word, occurrences: entries.reduce(0) { $0 + $1.entry.occurrences },
            stem: entries.first { !$0.entry.stem.isEmpty }?.entry.stem ?? [], passages: standing.reduce(0) { $0 + $1.entry.passages },
            first: standing.first.map { $0.entry.first + $0.base } ?? 0, last: last, places: places, to: &out)
    }
}
