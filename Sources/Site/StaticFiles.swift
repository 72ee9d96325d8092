import Diagnostics
import Machine

/// The files of `Public/`, published as they are.
enum StaticFiles {
    static func find(_ folder: String, disk: Disk) -> (files: [PagePlan.Copy], diagnostics: [Diagnostic]) {
        var files: [PagePlan.Copy] = []
        var diagnostics: [Diagnostic] = []
        var pending = [""]
        // Where there is no such folder, the first look into it says so.
        let root = try? disk.resolve(folder)
        while let next = pending.popLast() {
            do {
                let whole = next.isEmpty ? folder : folder + "/" + String(next.dropLast())
                for entry in try disk.entries(whole) where !entry.name.hasPrefix(".") {
                    let path = folder + "/" + next + entry.name
                    if entry.isLink, let root, let target = try? disk.resolve(path), !target.hasPrefix(root + "/") {
                        diagnostics.append(Diagnostic(SiteProblem.leadsOutOfStatics, at: Place(path)))
                        continue
                    }
                    switch entry.kind {
                    case .folder: pending.append(next + entry.name + "/")
                    case .file: files.append(PagePlan.Copy(source: path, path: next + entry.name))
                    case .other: diagnostics.append(Diagnostic(SiteProblem.unreadable(reason: "it is not a file"), at: Place(path)))
                    }
                }
            } catch {
                diagnostics.append(Diagnostic(SiteProblem.unreadable(reason: error.reason), at: Place(error.path)))
            }
        }
        return (files.sorted { $0.path < $1.path }, diagnostics)
    }
}
