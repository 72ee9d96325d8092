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
        var diagnostics: [Diagnostic] = []
        /// As it is kept on the disk; nil where it is not, or need not be any more.
        var bytes: [UInt8]?
    }

    private var known: [UInt64: Known] = [:]
    private var used: [UInt64: Known] = [:]
    /// What every text depends on beside itself: the program.
    private let ground: UInt64
    /// Whether they are to be kept on the disk.
    private let isKept: Bool

    /// - Parameters:
    ///   - kept: Of a build before, each with its number.
    ///   - isKept: Whether they are to be kept on the disk; else in memory alone.
    init(_ kept: [KeptText] = [], ground: UInt64 = 0, isKept: Bool = false) {
        (self.ground, self.isKept) = (ground, isKept)
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
        let number = Digest.joining([ground, Digest.of(bytes: bytes), Digest.of(file.path), Digest.of(question)])
        if let value: Value = take(number, report: report) { return value }
        var same = disk
        same.read = { _ in bytes }
        let own = Report()
        let value = read(same, own)
        report.add(own.diagnostics)
        if let value {
            used[number] = Known(value: value, diagnostics: own.diagnostics, bytes: isKept ? KeptValue(value: value, diagnostics: own.diagnostics).bytes : nil)
        }
        return value
    }

    private mutating func take<Value: Codable & Sendable>(_ number: UInt64, report: Report) -> Value? {
        guard var entry = used[number] ?? known[number] else { return nil }
        if entry.value == nil {
            guard let kept = entry.bytes.flatMap(KeptValue<Value>.init(bytes:)) else { return nil }
            (entry.value, entry.diagnostics) = (kept.value, kept.diagnostics)
            if !isKept { entry.bytes = nil }
        }
        guard let value = entry.value as? Value else { return nil }
        report.add(entry.diagnostics)
        used[number] = entry
        return value
    }

    /// Forgets what was not asked for since the last time.
    ///
    /// - Returns: What is to be kept on the disk, where that is something else than before.
    mutating func finish() -> [KeptText]? {
        let isSame = used.count == known.count && used.keys.allSatisfy { known[$0] != nil }
        (known, used) = (used, [:])
        guard isKept, !isSame else { return nil }
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
    let diagnostics: [Diagnostic]

    var bytes: [UInt8] { ValueBytes.of(self, context: KeptDocuments()) }

    init(value: Value, diagnostics: [Diagnostic]) { (self.value, self.diagnostics) = (value, diagnostics) }

    init?(bytes: [UInt8]) {
        guard let kept = try? ValueBytes.value(Self.self, from: bytes, context: KeptDocuments()) else { return nil }
        self = kept
    }
}
