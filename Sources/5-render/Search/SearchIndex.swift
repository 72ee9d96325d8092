import Formats
import Platform
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
    ///   - write: Takes a file's bytes and its path in the folder of the search. Called from many threads at once.
    /// - Returns: The name of the catalogue, for the page: `catalogue-0123456789abcdef.bin`.
    package func write(temporary: String, to write: @escaping @Sendable ([UInt8], String) throws -> Void) throws -> String {
        let vocabulary = SiteVocabulary(site)
        let compounds = findCompounds()
        let store = RunStore(folder: temporary, disk: disk, limit: limits.memory)
        let results = batches.enumerated().map { ($0, $1) }.concurrentMap(state: { SearchWorkbench(language: site.language, compounds: compounds) }) {
            batch, bench in
            Result { try read(batch.1, number: batch.0, vocabulary, on: bench, store, write) }
        }
        let runs = try results.map { try $0.get() }
        var files = IndexFiles(write: write)
        try join(runs, in: store, to: &files)
        let catalogue = Catalogue(site: site, vocabulary: vocabulary, runs: runs.map(\.run), files: files).bytes
        let name = "catalogue-\(ContentHash.name(of: catalogue)).bin"
        try write(Deflater().deflated(catalogue), name)
        return name
    }

    private var batches: [Range<Int>] {
        var batches: [Range<Int>] = []
        var start = 0
        var size = 0
        for (number, document) in site.documents.enumerated() {
            size += document.size
            guard size >= limits.batch else { continue }
            batches.append(start..<number + 1)
            start = number + 1
            size = 0
        }
        if start < site.documents.count { batches.append(start..<site.documents.count) }
        return batches
    }

    private func findCompounds() -> HashSet {
        let found = site.texts.concurrentMap { text in
            var found: Set<UInt64> = []
            text.withUnsafeBufferPointer { Compounds.find(in: $0, into: &found) }
            return found
        }
        return HashSet(found.reduce(into: []) { $0.formUnion($1) })
    }

    private typealias StoredRun = (run: Run, segments: [RunStore.Segment])

    private func read(
        _ batch: Range<Int>, number: Int, _ vocabulary: SiteVocabulary, on bench: SearchWorkbench, _ store: RunStore,
        _ write: ([UInt8], String) throws -> Void
    ) throws -> StoredRun {
        var indexer = BatchIndexer(vocabulary)
        for document in site.documents[batch] { indexer.read(document, on: bench) }
        var (run, records) = indexer.finished(on: bench)
        for record in records { try write(record.bytes, record.path) }
        let segments = try store.keep(run.segments, ofRun: number)
        run.segments = []
        return (run, segments)
    }

    private func join(_ runs: [StoredRun], in store: RunStore, to files: inout IndexFiles) throws {
        var base = 0
        var cursors: [RunCursor] = []
        for (run, segments) in runs {
            cursors.append(try RunCursor(segments, base: base, in: store))
            base += run.passages
        }
        var merge = RunMerge(cursors)
        cursors = []
        var entries: [(entry: RunEntry, base: Int)] = []
        while true {
            try merge.next(into: &entries)
            if entries.isEmpty { break }
            try files.add(entries)
        }
        try files.finish()
    }
}
