import Diagnostics
import Model
import Platform

/// Places of sources that may be exempt, for logs and other programs: their names say something of what they are. In place of the name stands the folder, and which
/// source of it is meant.
struct ExemptPlaces {
    let disk: Disk

    func hiding(_ diagnostics: [Diagnostic]) -> [Diagnostic] { diagnostics.map(hiding) }

    private func hiding(_ diagnostic: Diagnostic) -> Diagnostic {
        let path = diagnostic.location.path
        guard diagnostic.severity == .error, diagnostic.withholdsLine, let slash = path.lastIndex(of: "/"), !ExemptPlaces.isPublic(String(path[path.index(after: slash)...])) else { return diagnostic }
        let folder = String(path[..<slash])
        guard let position = names(of: folder).firstIndex(of: String(path[path.index(after: slash)...])) else { return diagnostic }
        return diagnostic.hidingName(in: folder, position: position + 1)
    }

    /// The names of agendas, minutes and the like are the same everywhere.
    private static func isPublic(_ name: String) -> Bool {
        [SourcePath.agendaName, SourcePath.minutesName, SourcePath.draftMinutesName, "committee.md", "strategy.md"].contains(name) || name.hasPrefix("supplement-") || name.hasSuffix(".yml")
    }

    private func names(of folder: String) -> [String] {
        ((try? disk.entries(folder)) ?? []).filter { $0.kind == .file && !$0.name.hasPrefix(".") }.map(\.name).sorted()
    }
}
