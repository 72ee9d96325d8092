import Diagnostics
import Model
import Platform
import Text
import Vocabulary

/// What of the sources that are withheld would be known again in a site: each six words in a row of them that stand in nothing that is published, and their names.
package struct WithheldRuns: Sendable {
    private(set) var runs = RunSet()
    private(set) var names = NamePairs()
    let sources: [WithheldSources.Source]
    /// Sources that are published and hold 25 words in a row of one that is not.
    package private(set) var copies: [Diagnostic] = []

    /// Another where something else is looked for.
    package var number: UInt64 { runs.number &+ names.number }
    package var isEmpty: Bool { runs.isEmpty && names.isEmpty }

    /// - Parameters:
    ///   - shown: What pages show beside sources: templates, static files, the reasons why items are exempt.
    ///   - published: Paths that were published before, or that redirects name: their names are known.
    package init(_ withheld: WithheldSources, shown: [[UInt8]], published: [String], disk: Disk) {
        sources = withheld.sources
        if sources.isEmpty { return }
        let texts = sources.map(\.self).concurrentMap { source in WithheldRuns.text(of: source, disk: disk, isOpen: false).map(WithheldRuns.secretRuns) ?? [] }
        for (at, own) in texts.enumerated() { for run in own { runs.insert(run, of: at) } }
        for (at, source) in sources.enumerated() where source.lines.isEmpty { names.insert(source.relative, of: at) }
        for source in withheld.open { names.remove(source.relative) }
        for path in published { names.remove(path.hasSuffix("/") ? String(path.dropLast()) : path) }
        runs.prepare()
        let seen = withheld.open.concurrentMap { [runs] source in OpenText(of: source, runs, disk: disk) }
        copies = copies(in: seen, withheld.open, secret: texts)
        for text in seen { runs.remove(text.shared) }
        for text in shown + Schedule12A.texts { runs.remove(text.withUnsafeBufferPointer { SharedRuns.found(in: $0, .markup, runs) }) }
        runs.prepare()
    }

    /// The bytes of a source that are published, or that are not.
    fileprivate static func text(of source: WithheldSources.Source, disk: Disk, isOpen: Bool) -> [UInt8]? {
        guard isText(source.relative), let bytes = try? disk.read(source.path), bytes.count < 32 << 20 else { return nil }
        if source.lines.isEmpty { return isOpen ? bytes : withoutHead(bytes) }
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let isWithheld = { (number: Int) in source.lines.contains { $0.contains(number) } }
        // An empty line in place of each, so that lines keep their numbers.
        let kept = lines.enumerated().map { isWithheld($0 + 1) == isOpen ? [] : $1 }
        return Array(kept.joined(separator: CollectionOfOne(UInt8(ascii: "\n"))))
    }

    private static func isText(_ name: String) -> Bool {
        [".md", ".txt", ".csv", ".tsv", ".json", ".xml", ".html", ".htm", ".yml", ".yaml", ".ics"].contains { name.lowercased().hasSuffix($0) }
    }

    /// Of a head only the title: names and days stand in many places.
    private static func withoutHead(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.starts(with: "---".utf8) else { return bytes }
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard let end = lines.dropFirst().firstIndex(where: { $0.starts(with: "---".utf8) }) else { return bytes }
        let title = lines[..<end].filter { $0.starts(with: "title:".utf8) }.map { $0.dropFirst(6) }
        return Array((title + [[]] + lines[(end + 1)...]).joined(separator: CollectionOfOne(UInt8(ascii: "\n"))))
    }

    private static func secretRuns(_ bytes: [UInt8]) -> [UInt64] {
        var taker = SecretRuns()
        bytes.withUnsafeBufferPointer { WordReader.read($0, as: .markdown, into: &taker) }
        return taker.found
    }

    // MARK: Copies

    /// What stands in three texts or more is a form of words, and nobody's secret.
    private func copies(in seen: [OpenText], _ open: [WithheldSources.Source], secret: [[UInt64]]) -> [Diagnostic] {
        let candidates = zip(open, seen).flatMap { source, text in text.copies.map { (source, $0.line, $0.run) } }
        if candidates.isEmpty { return [] }
        let wanted = Set(candidates.map(\.2))
        var counts: [UInt64: Int] = [:]
        for own in secret { for run in wanted.intersection(own) { counts[run, default: 0] += 1 } }
        for text in seen { for run in wanted.intersection(text.shared) { counts[run, default: 0] += 1 } }
        return candidates.filter { counts[$0.2, default: 0] < 3 }.map { source, line, _ in
            Diagnostic(DisclosureProblem.copied, at: SourceLocation(source.path, line: line), withholdsLine: true)
        }
    }
}

/// What a published source has in common with those that are withheld.
private struct OpenText: Sendable {
    var shared: Set<UInt64> = []
    /// Where 25 words in a row are the same, and the author has not said that all may read them.
    var copies: [(line: Int, run: UInt64)] = []

    init(of source: WithheldSources.Source, _ runs: RunSet, disk: Disk) {
        guard let bytes = WithheldRuns.text(of: source, disk: disk, isOpen: true) else { return }
        var taker = SharedRuns(runs)
        bytes.withUnsafeBufferPointer { WordReader.read($0, as: .markdown, into: &taker) }
        shared = taker.found
        if taker.longEnds.isEmpty || OpenAnswer.isUnrestricted(bytes) { return }
        copies = taker.longEnds.filter { !OpenAnswer.stands(above: $0.end, in: bytes) }.map { end, run in (bytes[..<end].count { $0 == UInt8(ascii: "\n") } + 1, run) }
    }
}

/// Whether the author of a published text has said that all may read it.
private enum OpenAnswer {
    static func isUnrestricted(_ bytes: [UInt8]) -> Bool {
        let head = String(decoding: bytes.prefix(4000), as: UTF8.self)
        return head.hasPrefix("---") && head.split(separator: "\n").contains { $0.hasPrefix("classification:") && $0.contains("unrestricted") }
    }

    /// `Public: yes` directly below the heading above a place.
    static func stands(above end: Int, in bytes: [UInt8]) -> Bool {
        let lines = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\n")
        guard let heading = lines.lastIndex(where: { $0.hasPrefix("#") }) else { return false }
        return lines[(heading + 1)...].prefix(8).contains { line in
            line.lowercased().drop { !$0.isLetter }.hasPrefix("public: yes")
        }
    }
}

/// The runs of a withheld text that would be known again: within a paragraph, without days and the words of the law, and with three words of four letters or more.
private struct SecretRuns: WordTaker {
    private(set) var found: [UInt64] = []
    private var runs = WordRuns()
    private var telling: [Bool] = []

    mutating func take(_ word: UInt64, letters: Int, end: Int) {
        if SecretRuns.breaking.contains(word) { return breakOff() }
        telling.append(letters > 3)
        if let run = runs.add(word), telling.suffix(WordRuns.length).count(where: \.self) > 2 { found.append(run) }
    }

    mutating func breakOff() {
        runs.breakOff()
        telling.removeAll(keepingCapacity: true)
    }

    /// Days, and what the law calls things, are put together with other words on pages of any meeting.
    private static let breaking = Set((Vocabulary.list(.monthsAndDays).words.union(Vocabulary.list(.ofTheLaw).words)).map(WordReader.number))
}

/// The runs of a published text that a withheld one has too.
private struct SharedRuns: WordTaker {
    private(set) var found: Set<UInt64> = []
    /// Where 25 words in a row that are the same end, and the last run of them.
    private(set) var longEnds: [(end: Int, run: UInt64)] = []
    private let wanted: RunSet
    private var runs = WordRuns()
    private var inARow = 0
    private var missed = 0

    init(_ wanted: RunSet) { self.wanted = wanted }

    mutating func take(_ word: UInt64, letters: Int, end: Int) {
        guard let run = runs.add(word), wanted.source(of: run) != nil else {
            // Within a copy there are runs of short words, which are not looked for.
            missed += 1
            if missed > 4 { inARow = 0 } else if inARow > 0 { inARow += 1 }
            return
        }
        missed = 0
        found.insert(run)
        inARow += 1
        if inARow == 25 - WordRuns.length + 1 { longEnds.append((end, run)) }
    }

    mutating func breakOff() {}

    static func found(in bytes: Bytes, _ form: WordReader.Form, _ wanted: RunSet) -> Set<UInt64> {
        var taker = SharedRuns(wanted)
        WordReader.read(bytes, as: form, into: &taker)
        return taker.found
    }
}

extension Schedule12A {
    fileprivate static var texts: [[UInt8]] { (1...7).compactMap { meaning(of: $0).map { Array($0.utf8) } } }
}
