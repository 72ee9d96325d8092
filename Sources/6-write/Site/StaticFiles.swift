import Diagnostics
import Theming
import Platform
import Model
import Reading

/// The files of `Public/`, published as they are, the style sheet with what the theme changes.
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
                        diagnostics.append(Diagnostic(SiteProblem.leadsOutOfStatics, at: SourceLocation(path)))
                        continue
                    }
                    if !entry.isBuiltIn, let fault = SiteValues.fault(ofPublicName: entry.name, isFolder: entry.kind == .folder, at: SourceLocation(path)) {
                        diagnostics.append(fault)
                        continue
                    }
                    switch entry.kind {
                    case .folder: pending.append(next + entry.name + "/")
                    case .file: files.append(PagePlan.Copy(source: path, path: next + entry.name))
                    case .other: diagnostics.append(Diagnostic(SiteProblem.unreadable(reason: "it is not a file"), at: SourceLocation(path)))
                    }
                }
            } catch {
                diagnostics.append(Diagnostic(SiteProblem.unreadable(reason: error.reason), at: SourceLocation(error.path)))
            }
        }
        readSheet(&files, disk: disk, &diagnostics)
        return (files.sorted { $0.path < $1.path }, diagnostics)
    }

    /// The style sheet of every page.
    private static let sheet = Route.styleSheet.file

    private static func readSheet(_ files: inout [PagePlan.Copy], disk: Disk, _ diagnostics: inout [Diagnostic]) {
        guard let at = files.firstIndex(where: { $0.path == sheet }) else { return }
        do {
            files[at].contents = try disk.read(files[at].source)
        } catch {
            diagnostics.append(Diagnostic(SiteProblem.unreadable(reason: error.reason), at: SourceLocation(error.path)))
        }
    }

    /// The files with the style sheet as the theme changes it, and what is wrong with the theme.
    static func themed(_ files: [PagePlan.Copy], by theme: Theme) -> (files: [PagePlan.Copy], diagnostics: [Diagnostic]) {
        var files = files
        var diagnostics: [Diagnostic] = []
        if let crest = theme.crest, !files.contains(where: { $0.path == crest.text }) {
            diagnostics.append(Diagnostic(SiteProblem.noCrest(crest.text, nearest: files.map(\.path).nearest(to: crest.text)), at: crest.location))
        }
        if let at = files.firstIndex(where: { $0.path == sheet }), let contents = files[at].contents {
            let look = ThemedStyle(contents, at: files[at].source, theme: theme)
            files[at].contents = look.sheet
            diagnostics += look.diagnostics
        }
        return (files, diagnostics)
    }
}
