import Diagnostics
import Platform
import Model

/// A strategy's folder with what was read of it.
struct StrategyUnit: Sendable {
    var folder: StrategyFolder
    /// nil where it must be read.
    private(set) var read: (strategy: Strategy?, notes: ReadingNotes)?
    private var texts = FolderTexts()

    init(_ folder: StrategyFolder) { self.folder = folder }

    /// Something in it was changed.
    mutating func forget() { read = nil }

    func reading(_ disk: Disk, _ exempt: ExemptSources, _ promises: Promises, _ store: TextStore?) -> StrategyUnit {
        var unit = self
        let report = Report()
        var reader = StrategyReader(disk: disk, exempt: exempt, report: report, promises: promises, texts: store?.texts(of: folder.relative) ?? texts)
        unit.read = (reader.read(folder), ReadingNotes())
        unit.read?.notes = report.notes
        let kept = reader.texts.finish()
        if let store { store.keep(kept, of: folder.relative) } else { unit.texts = reader.texts }
        return unit
    }

    var diagnostics: [Diagnostic] { folder.faults + (read?.notes.diagnostics ?? []) }
    /// The heads of all its sources, by path.
    var heads: [String: Int] { read?.notes.heads ?? [:] }
}
