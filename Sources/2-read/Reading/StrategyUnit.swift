import Diagnostics
import Platform
import Model

/// A strategy's folder with what was read of it.
struct StrategyUnit: Sendable {
    var folder: StrategyFolder
    /// nil where it must be read.
    private(set) var read: (strategy: Strategy?, diagnostics: [Diagnostic])?
    /// nil where none were read yet.
    private var texts: FolderTexts?

    init(_ folder: StrategyFolder) { self.folder = folder }

    /// Something in it was changed.
    mutating func forget() { read = nil }

    func reading(_ disk: Disk, _ exempt: ExemptSources, _ promises: Promises, _ store: TextStore?) -> StrategyUnit {
        var unit = self
        let report = Report()
        let texts = store.texts(of: folder.relative, after: texts)
        var reader = StrategyReader(disk: disk, exempt: exempt, report: report, promises: promises, texts: texts)
        let strategy = reader.read(folder)
        unit.read = (strategy, report.diagnostics)
        unit.texts = store.keep(reader.texts, of: folder.relative)
        return unit
    }

    var diagnostics: [Diagnostic] { folder.faults + (read?.diagnostics ?? []) }
}
