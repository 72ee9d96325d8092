import Diagnostics
import Formats
import Model
import Synchronization
import Text

/// Looks through the files of a site, before it is put in its place, for words and names of sources that are withheld. May be asked by many threads at once.
package final class DisclosureCheck: Sendable {
    /// What is looked for.
    package let runs: WithheldRuns
    /// Whether files must be looked at that the last build looked at already: they were looked at for something else.
    package let looksAgain: Bool
    private let found = Mutex<[Int: Set<String>]>([:])

    package init(_ runs: WithheldRuns, looksAgain: Bool) { (self.runs, self.looksAgain) = (runs, looksAgain) }

    /// Looks at a file.
    ///
    /// - Parameter path: In the site.
    package func look(at bytes: [UInt8], path: String) {
        if let source = runs.names.source(inPath: path) { note(source, path) }
        guard let form = DisclosureCheck.form(of: path) else { return }
        let text = path.hasSuffix(".bin") ? Inflater.inflated(bytes) ?? [] : bytes
        var taker = SiteRuns(runs.runs, runs.names)
        text.withUnsafeBufferPointer { WordReader.read($0, as: form, into: &taker) }
        for source in taker.found { note(source, path) }
    }

    /// nil for what holds no text of sources: pictures, archives, whose entries were looked at as pages, and the lists of single words of the search.
    private static func form(of path: String) -> WordReader.Form? {
        guard let dot = path.lastIndex(of: ".") else { return .plain }
        switch path[path.index(after: dot)...] {
        case "html", "xml", "atom", "rss", "xhtml", "svg", "htm": return .markup
        case "ics": return .calendar
        case "json", "csv", "tsv", "txt", "md", "webmanifest", "yml": return .plain
        case "bin": return path.contains("/records/") || path.contains("catalogue") ? .plain : nil
        default: return nil
        }
    }

    private func note(_ source: Int, _ path: String) { found.withLock { _ = $0[source, default: []].insert(path) } }

    /// What was found: one for each source, with the first file, and without any of its words.
    package var findings: [Diagnostic] {
        found.withLock { $0 }.sorted { $0.key < $1.key }.map { source, files in
            let own = runs.sources[source]
            return Diagnostic(DisclosureProblem.disclosed(file: files.sorted()[0], others: files.count - 1), at: SourceLocation(own.path, line: own.lines.first?.lowerBound ?? 0), withholdsLine: true)
        }
    }
}

/// The words of a file of the site, those between tags and those within them each for themselves.
private struct SiteRuns: WordTaker {
    private(set) var found: Set<Int> = []
    private let wanted: RunSet
    private let names: NamePairs
    private let looksForRuns: Bool
    private let looksForNames: Bool
    private var text = WordRuns()
    private var tag = WordRuns()
    private var isInTag = false
    /// The part of an address that was read last, and where it ends.
    private var folder: (number: UInt64, end: Int) = (0, -1)

    init(_ wanted: RunSet, _ names: NamePairs) {
        (self.wanted, self.names) = (wanted, names)
        looksForRuns = !wanted.isEmpty
        looksForNames = !names.isEmpty
    }

    @inline(__always) mutating func take(_ word: UInt64, letters: Int, end: Int) {
        guard looksForRuns, let run = isInTag ? tag.add(word) : text.add(word), let source = wanted.source(of: run) else { return }
        found.insert(source)
    }

    mutating func breakOff() {}
    mutating func setTag(_ isInside: Bool) { isInTag = isInside }

    mutating func slash(_ bytes: Bytes, at start: Int) {
        guard looksForNames else { return }
        var (number, end, stem) = (WordReader.seed, start, UInt64?.none)
        while end < bytes.count, !SiteRuns.ends(bytes[end]) {
            if bytes[end] == UInt8(ascii: "."), stem == nil { stem = number }
            number = (number ^ UInt64(bytes[end].lowercased)) &* WordReader.prime
            end += 1
        }
        if folder.end == start - 1, let source = names.source(of: NamePairs.pair(folder.number, stem ?? number)) { found.insert(source) }
        folder = (number, end)
    }

    private static func ends(_ byte: UInt8) -> Bool { byte <= 0x20 || "/\"'#?<>&,\\".utf8.contains(byte) }
}
