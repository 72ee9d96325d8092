import Formats
import Platform
import Results
import Text

/// Makes the index of a site, as `Documentation/search-index.md` lays it out.
///
/// The documents are read in batches on all processors. Each batch gives a sorted run, and the runs are joined into the
/// files; runs that do not fit into memory wait on the disk, so that memory does not grow with the site.
package struct SearchIndex: Sendable {
    /// How the work is cut.
    package struct Limits: Sendable {
        /// About how many bytes of text a batch has. It also decides which records lie in one folder, so it is the same for every site.
        package var batch = 1 << 20
        /// How many bytes of runs stay in memory.
        package var memory = 24 << 20

        package init() {}
    }

    let site: SearchSite
    let disk: Disk
    let limits: Limits

    package init(_ site: SearchSite, disk: Disk, limits: Limits = Limits()) {
        self.site = site
        self.disk = disk
        self.limits = limits
    }

    /// Writes the files of the index.
    ///
    /// - Parameters:
    ///   - temporary: A folder for what does not stay in memory; what is put there is removed again.
    ///   - last: The index of the last build, where what has not changed is to be taken over.
    ///   - write: Takes a file's bytes and its path in the folder of the search. Called from many threads at once.
    /// - Returns: The name of the catalogue, for the page: `catalogue-0123456789abcdef.bin`.
    package func write(
        temporary: String, taking last: LastIndex? = nil, to write: @escaping @Sendable ([UInt8], String) throws -> Void
    ) throws -> String {
        let vocabulary = SiteVocabulary(site)
        let compounds = findCompounds()
        let batches = batches(vocabulary, compounds, areNamed: last != nil)
        guard let last else {
            return try join(batches, vocabulary, compounds, nil, RunStore(folder: temporary, disk: disk, limit: limits.memory), to: write)
        }
        if let whole = last.takeWhole(of: batches, site) { return whole }
        let catalogue = try join(batches, vocabulary, compounds, last, RunStore(keptIn: last.folder, disk: disk)) { bytes, name in
            try write(bytes, name)
            last.note([name])
        }
        last.keepWhole(of: batches, site, catalogue: catalogue)
        return catalogue
    }

    /// Documents that give a run together.
    struct Batch: Sendable {
        let documents: Range<Int>
        /// Names all that decides what its run is, beside what is asked when its passages are made.
        let name: Question
    }

    private func batches(_ vocabulary: SiteVocabulary, _ compounds: HashSet, areNamed: Bool) -> [Batch] {
        let words = areNamed ? Digest.joining([Digest.of(site.language), Digest.of(vocabulary.synonyms), compounds.digest]) : 0
        return ranges.map { documents in
            Batch(documents: documents, name: Question("batch", areNamed ? Digest.joining([words] + site.documents[documents].map(\.digest)) : 0))
        }
    }

    private var ranges: [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        var size = 0
        for (number, document) in site.documents.enumerated() {
            size += document.size
            guard size >= limits.batch else { continue }
            ranges.append(start..<number + 1)
            start = number + 1
            size = 0
        }
        if start < site.documents.count { ranges.append(start..<site.documents.count) }
        return ranges
    }

    private func findCompounds() -> HashSet {
        let found = site.texts.concurrentMap { text in
            var found: Set<UInt64> = []
            text.withUnsafeBufferPointer { Compounds.find(in: $0, into: &found) }
            return found
        }
        return HashSet(found.reduce(into: []) { $0.formUnion($1) })
    }

    /// Makes the runs and joins them, first those of each group, then the groups.
    private func join(
        _ batches: [Batch], _ vocabulary: SiteVocabulary, _ compounds: HashSet, _ last: LastIndex?, _ store: RunStore,
        to write: @escaping @Sendable ([UInt8], String) throws -> Void
    ) throws -> String {
        let groups = stride(from: 0, to: batches.count, by: RunGroup.size).map { batches[$0..<min($0 + RunGroup.size, batches.count)] }
        var joined = groups.concurrentMap { last?.takeGroup($0, in: store) }
        let open = joined.indices.filter { joined[$0] == nil }
        let work = open.flatMap { groups[$0].map(\.self) }
        let runs = try work.concurrentMap(state: { SearchWorkbench(language: site.language, compounds: compounds) }) { batch, bench in
            Result { try run(of: batch, vocabulary, last, on: bench, store, write) }
        }.map { try $0.get() }
        let starts = open.indices.map { at in open[..<at].reduce(0) { $0 + groups[$1].count } }
        let made = try zip(open, starts).map { ($0, $1) }.concurrentMap { group, start in
            Result { try RunGroup(Array(runs[start..<start + groups[group].count]), as: last == nil ? "group-\(group)" : LastIndex.name(of: groups[group]).hexadecimal, in: store) }
        }.map { try $0.get() }
        for (group, joinedNow) in zip(open, made) {
            joined[group] = joinedNow
            last?.keep(joinedNow, of: groups[group])
        }
        let all = joined.compactMap(\.self)
        last?.removeOthers(than: all, on: disk)
        var files = IndexFiles(write: write, taking: { name in last?.take(name) ?? false })
        try join(all, in: store, to: &files)
        let catalogue = Catalogue(site: site, vocabulary: vocabulary, runs: all.flatMap(\.runs), files: files).bytes
        let name = "catalogue-\(ContentHash.name(of: catalogue)).bin"
        try write(Deflater().deflated(catalogue), name)
        return name
    }

    /// The run of a batch, as it was kept or made anew.
    private func run(
        of batch: Batch, _ vocabulary: SiteVocabulary, _ last: LastIndex?, on bench: SearchWorkbench, _ store: RunStore,
        _ write: ([UInt8], String) throws -> Void
    ) throws -> StoredRun {
        guard let last else { return try read(batch, as: "run-\(batch.documents.lowerBound)", vocabulary, on: bench, store, write).run }
        if let known = last.takeRun(of: batch, in: store) { return known }
        let (made, asked) = try last.recording { try read(batch, as: batch.name.hexadecimal, vocabulary, on: bench, store, write) }
        last.keep(made.run, records: made.records, of: batch, asked)
        return made.run
    }

    private func read(
        _ batch: Batch, as name: String, _ vocabulary: SiteVocabulary, on bench: SearchWorkbench, _ store: RunStore, _ write: ([UInt8], String) throws -> Void
    ) throws -> (run: StoredRun, records: [String]) {
        var indexer = BatchIndexer(vocabulary)
        for document in site.documents[batch.documents] { indexer.read(document, on: bench) }
        var (run, records) = indexer.finished(on: bench)
        for record in records { try write(record.bytes, record.path) }
        let segments = try store.keep(run.segments, as: name)
        run.segments = []
        return (StoredRun(run: run, segments: segments), records.map(\.path))
    }

    private func join(_ groups: [RunGroup], in store: RunStore, to files: inout IndexFiles) throws {
        var merge = try RunMerge(groups.map { ($0.segments, $0.passages) }, in: store)
        var entries: [(entry: RunEntry, base: Int)] = []
        while true {
            try merge.next(into: &entries)
            if entries.isEmpty { break }
            try files.add(entries)
        }
        try files.finish()
    }
}

/// A run whose words lie in a store.
struct StoredRun: Sendable {
    let run: Run
    let segments: [RunStore.Segment]
}

extension SearchDocument {
    /// Of all but its passages.
    fileprivate var digest: UInt64 {
        Digest.joining([Digest.of([title, address, detail]), UInt64(kind), UInt64(committee.map { $0 + 1 } ?? 0), UInt64(bitPattern: Int64(day ?? .min)), UInt64(size)])
    }
}
