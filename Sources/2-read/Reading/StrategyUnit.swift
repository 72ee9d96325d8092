import Diagnostics
import Platform
import Model

/// A strategy's folder with what was read of it.
struct StrategyUnit: Sendable {
    var folder: StrategyFolder
    /// nil where it must be read.
    private(set) var read: (strategy: Strategy?, notes: ReadingNotes)?
    private var known = ParseCache()

    init(_ folder: StrategyFolder) { self.folder = folder }

    /// Forgets what some changes can affect.
    ///
    /// - Parameter paths: From the root of the source tree, each within this folder.
    mutating func forget(_ paths: [String]) {
        let sources = Set(folder.files.map(\.relative))
        if paths.contains(where: { !sources.contains($0) }) { known = ParseCache() }
        known.forget(paths)
        read = nil
    }

    func reading(_ disk: Disk, _ exempt: ExemptSources, _ promises: Promises) -> StrategyUnit {
        var unit = self
        let report = Report()
        var reader = StrategyReader(disk: disk, exempt: exempt, report: report, promises: promises, known: known)
        unit.read = (reader.read(folder), ReadingNotes())
        unit.read?.notes = report.notes
        unit.known = reader.known
        return unit
    }

    var diagnostics: [Diagnostic] { folder.faults + (read?.notes.diagnostics ?? []) }
    /// The heads of all its sources, by path.
    var heads: [String: Int] { read?.notes.heads ?? [:] }
}
