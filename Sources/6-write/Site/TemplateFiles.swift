import Diagnostics
import Pages
import Platform
import Results
import Templates

extension PageTemplates {
    /// Reads and resolves all templates of a folder; nil, with diagnostics, where anything is wrong.
    static func load(_ folder: String, disk: Disk) -> (templates: PageTemplates?, diagnostics: [Diagnostic]) {
        let found = TemplateFiles.read(folder, disk: disk)
        if found.files.isEmpty, found.diagnostics.isEmpty {
            return (nil, [Diagnostic(SiteProblem.noTemplates, at: SourceLocation(folder))])
        }
        if !found.diagnostics.isEmpty { return (nil, found.diagnostics) }
        var library = TemplateLibrary.load(found.files)
        let templates = PageTemplates(&library, digest: Digest.joining(found.files.flatMap { [Digest.of($0.path), Digest.of(bytes: $0.bytes)] }))
        // A built-in part that is used no more, since the templates that used it were replaced, is nobody's mistake.
        let diagnostics = library.diagnostics.filter { $0.severity == .error || !$0.location.path.hasPrefix(Disk.builtInMark) }
        return (diagnostics.contains { $0.severity == .error } ? nil : templates, diagnostics)
    }
}

/// Finds the templates of a folder.
enum TemplateFiles {
    static let ending = ".mustache"

    static func read(_ folder: String, disk: Disk) -> (files: [TemplateFile], diagnostics: [Diagnostic]) {
        var files: [TemplateFile] = []
        var diagnostics: [Diagnostic] = []
        var pending = [folder]
        while let next = pending.popLast() {
            do {
                for entry in try disk.entries(next) where !entry.name.hasPrefix(".") {
                    let path = next + "/" + entry.name
                    if entry.kind == .folder { pending.append(path) }
                    if entry.kind == .file, entry.name.hasSuffix(ending) {
                        let mark = entry.isBuiltIn ? Disk.builtInMark : ""
                        files.append(TemplateFile(path: mark + path, under: mark + folder, bytes: try disk.read(path)))
                    }
                }
            } catch {
                diagnostics.append(Diagnostic(SiteProblem.unreadable(reason: error.reason), at: SourceLocation(error.path)))
            }
        }
        return (files.sorted { $0.path < $1.path }, diagnostics)
    }
}
