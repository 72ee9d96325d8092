import Platform
import Results
import Synchronization
import Text

/// What an index takes over from the one of the last build: batches whose documents say the same, or all of it.
package final class LastIndex: Sendable {
    private let book: ResultBook
    /// Where the words of runs are kept.
    let folder: String
    /// Takes files of the last index over, by their paths in the folder of the search; says whether that was possible.
    private let keep: @Sendable ([String]) -> Bool
    /// All that the index has now.
    private let files = Mutex<Set<String>>([])

    /// What every passage may depend on.
    private let grounds: [Question]

    package init(book: ResultBook, folder: String, of grounds: [Question], keep: @escaping @Sendable ([String]) -> Bool) {
        (self.book, self.folder, self.grounds, self.keep) = (book, folder, grounds, keep)
    }

    /// Makes a run, and tells what was asked for it.
    func recording<Made>(_ make: () throws -> Made) rethrows -> (result: Made, asked: Asked) {
        try Asking.recording {
            grounds.forEach(Asking.note)
            return try make()
        }
    }

    // MARK: All of it

    private struct Whole: Codable {
        let catalogue: String
        let files: [String]
    }

    private func name(ofWhole batches: [SearchIndex.Batch], _ site: SearchSite) -> Question {
        let heads = [Digest.of(site.kinds), Digest.of(site.committees.flatMap { [$0.slug, $0.name] })]
        return Question("search", Digest.joining(heads + batches.map(\.name.key)))
    }

    /// The name of the catalogue, where no batch is another and all files are there.
    func takeWhole(of batches: [SearchIndex.Batch], _ site: SearchSite) -> String? {
        let name = name(ofWhole: batches, site)
        guard let whole = known(name, as: Whole.self), batches.allSatisfy({ book.known($0.name) != nil }), keep(whole.files) else { return nil }
        for name in batches.map(\.name) + [name] { book.take(name) }
        return whole.catalogue
    }

    /// Notes files that the index has.
    func note(_ names: [String]) { files.withLock { $0.formUnion(names) } }

    private func takeFiles(_ names: [String]) -> Bool {
        guard keep(names) else { return false }
        note(names)
        return true
    }

    func keepWhole(of batches: [SearchIndex.Batch], _ site: SearchSite, catalogue: String) {
        keep(Whole(catalogue: catalogue, files: files.withLock { $0.sorted() }), as: name(ofWhole: batches, site), .nothing)
    }

    // MARK: Runs

    /// A run without its words.
    private struct KeptRun: Codable {
        let passages: Int
        let decisions: [Int]
        let passagesOfDocuments: [Int]
        let volume: String
        /// The paths of its records.
        let records: [String]
        /// The names of the files with its words, and the hashes of these.
        let segments: [String]
        let hashes: [UInt64]

        var run: Run { Run(passages: passages, decisions: decisions, passagesOfDocuments: passagesOfDocuments, volume: volume) }
    }

    /// The run of a batch, where nothing that it was made from is another and its words are there as they were kept.
    func takeRun(of batch: SearchIndex.Batch, in store: RunStore) -> StoredRun? {
        guard let kept = known(batch.name, as: KeptRun.self), let segments = segments(kept.segments, kept.hashes, in: store), takeFiles(kept.records) else { return nil }
        book.take(batch.name)
        return StoredRun(run: kept.run, segments: segments)
    }

    func keep(_ stored: StoredRun, records: [String], of batch: SearchIndex.Batch, _ asked: Asked) {
        let run = stored.run
        guard stored.segments.allSatisfy({ $0.name != nil }) else { return }
        let kept = KeptRun(
            passages: run.passages, decisions: run.decisions, passagesOfDocuments: run.passagesOfDocuments, volume: run.volume, records: records,
            segments: stored.segments.compactMap(\.name), hashes: stored.segments.compactMap(\.hash))
        keep(kept, as: batch.name, asked)
    }

    // MARK: Groups of runs

    private struct KeptGroup: Codable {
        let segments: [String]
        let hashes: [UInt64]
    }

    static func name(of group: ArraySlice<SearchIndex.Batch>) -> Question { Question("group", Digest.joining(group.map(\.name.key))) }

    /// Runs that were joined, where none of them is another.
    func takeGroup(_ batches: ArraySlice<SearchIndex.Batch>, in store: RunStore) -> RunGroup? {
        let name = LastIndex.name(of: batches)
        let runs = batches.compactMap { known($0.name, as: KeptRun.self) }
        guard runs.count == batches.count, let kept = known(name, as: KeptGroup.self), let segments = store.segments(kept.segments, kept.hashes),
            takeFiles(runs.flatMap(\.records))
        else { return nil }
        for name in batches.map(\.name) + [name] { book.take(name) }
        return RunGroup(runs: runs.map(\.run), segments: segments, parts: runs.flatMap { zip($0.segments, $0.hashes).map { .kept($0, $1) } })
    }

    func keep(_ group: RunGroup, of batches: ArraySlice<SearchIndex.Batch>) {
        guard group.segments.allSatisfy({ $0.name != nil }) else { return }
        keep(KeptGroup(segments: group.segments.compactMap(\.name), hashes: group.segments.compactMap(\.hash)), as: LastIndex.name(of: batches), .nothing)
    }

    /// Takes a file over whose name says what it holds; false where there is none.
    func take(_ file: String) -> Bool { takeFiles([file]) }

    /// Removes the words of runs that nobody has any more.
    func removeOthers(than groups: [RunGroup], on disk: Disk) {
        let own = Set(groups.flatMap { $0.segments + $0.parts }.compactMap(\.name))
        for entry in (try? disk.entries(folder)) ?? [] where !own.contains(entry.name) { try? disk.remove(folder + "/" + entry.name) }
    }

    private func segments(_ names: [String], _ hashes: [UInt64], in store: RunStore) -> [RunStore.Segment]? {
        let segments = store.segments(names, hashes)
        if segments == nil { book.noteDamage() }
        return segments
    }

    // MARK: Values

    private func known<Value: Decodable>(_ name: Question, as: Value.Type) -> Value? {
        book.known(name).flatMap { try? ValueBytes.value(Value.self, from: $0) }
    }

    private func keep(_ value: some Encodable, as name: Question, _ asked: Asked) {
        book.keep(name, ValueBytes.of(value), asked)
    }
}
