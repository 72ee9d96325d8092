import Diagnostics
import Markdown
import Model
import Platform
import Results
import Text

/// Texts of one folder that were read before, each by a number for all that decides what is read of it: so that only what has changed is read again.
///
/// Only what may be published is kept: whether a paper is exempt is asked each time, and is part of the number.
struct FolderTexts: Sendable {
    private struct Known: Sendable {
        /// nil while it was not asked for.
        var value: (any Sendable)?
        var notes = ReadingNotes()
        /// As it is kept on the disk; nil where nothing is kept there.
        var bytes: [UInt8]?
    }

    private var known: [UInt64: Known] = [:]
    private var used: [UInt64: Known] = [:]
    /// What every text depends on beside itself: the program; nil where texts are kept in memory alone.
    private let ground: UInt64?

    /// For texts that are kept in memory alone.
    init() { ground = nil }

    /// - Parameter kept: Of another build, each with its number.
    init(_ kept: [KeptText], ground: UInt64) {
        self.ground = ground
        known = Dictionary(kept.map { ($0.number, Known(bytes: $0.bytes)) }, uniquingKeysWith: { first, _ in first })
    }

    /// What is read of a file.
    ///
    /// - Parameters:
    ///   - question: What decides it beside the file.
    ///   - read: Reads it from a disk on which it is as it was when it was asked for; nil where it may not be published, or is at fault.
    mutating func text<Value: Codable & Sendable>(
        of file: SourceFile, on disk: Disk, asking question: some Encodable, report: Report, read: (Disk, Report) -> Value?
    ) -> Value? {
        guard let bytes = try? disk.read(file.path) else { return read(disk, report) }
        let number = Digest.joining([ground ?? 0, Digest.of(bytes: bytes), Digest.of(file.path), Digest.of(question)])
        if let value: Value = take(number, report: report) { return value }
        var same = disk
        same.read = { _ in bytes }
        let own = Report()
        let value = read(same, own)
        report.add(own.notes)
        if let value { used[number] = Known(value: value, notes: own.notes, bytes: ground.map { _ in KeptValue(value: value, notes: own.notes).bytes }) }
        return value
    }

    private mutating func take<Value: Codable & Sendable>(_ number: UInt64, report: Report) -> Value? {
        guard var entry = used[number] ?? known[number] else { return nil }
        if entry.value == nil {
            guard let kept = entry.bytes.flatMap(KeptValue<Value>.init(bytes:)) else { return nil }
            (entry.value, entry.notes) = (kept.value, kept.notes)
        }
        guard let value = entry.value as? Value else { return nil }
        report.add(entry.notes)
        used[number] = entry
        return value
    }

    /// Forgets what was not asked for since the last time.
    ///
    /// - Returns: What is to be kept on the disk, where that is something else than before.
    mutating func finish() -> [KeptText]? {
        let isSame = used.count == known.count && used.keys.allSatisfy { known[$0] != nil }
        (known, used) = (used, [:])
        guard ground != nil, !isSame else { return nil }
        return known.sorted { $0.key < $1.key }.compactMap { number, entry in entry.bytes.map { KeptText(number: number, bytes: $0) } }
    }
}

/// A text as it is kept on the disk.
struct KeptText: Codable {
    let number: UInt64
    let bytes: [UInt8]
}

private struct KeptValue<Value: Codable & Sendable>: Codable {
    let value: Value
    private let diagnostics: [Diagnostic]
    /// A dictionary has no order.
    private let heads: [String]
    private let numbersOfHeads: [Int]

    var notes: ReadingNotes { ReadingNotes(diagnostics: diagnostics, heads: Dictionary(zip(heads, numbersOfHeads), uniquingKeysWith: { first, _ in first })) }

    init(value: Value, notes: ReadingNotes) {
        (self.value, diagnostics) = (value, notes.diagnostics)
        let sorted = notes.heads.sorted { $0.key < $1.key }
        (heads, numbersOfHeads) = (sorted.map(\.key), sorted.map(\.value))
    }

    var bytes: [UInt8] { ValueBytes.of(self, context: KeptDocuments()) }

    init?(bytes: [UInt8]) {
        guard let kept = try? ValueBytes.value(Self.self, from: bytes, context: KeptDocuments()) else { return nil }
        self = kept
    }
}
