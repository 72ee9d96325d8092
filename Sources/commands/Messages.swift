import Diagnostics
import Platform
import Reading

/// Says what is wrong, all of it, sorted by place.
struct Messages {
    let format: OutputFormat
    let disk: Disk
    var showsExemptPaths = false

    func show(_ diagnostics: [Diagnostic]) {
        let isForPeople = format == .text && Console.hasReader
        let told = isForPeople || showsExemptPaths ? diagnostics : ExemptPlaces(disk: disk).hiding(diagnostics)
        let sorted = Set(told).sorted()
        switch format {
        case .json: Console.write(MachineFormat.json(sorted))
        case .github: Console.write(MachineFormat.github(sorted))
        case .sarif: Console.write(SARIF(version: Moot.release.description, explanations: Explanations.all, root: Console.folder).log(of: sorted))
        case .text:
            for diagnostic in sorted { Console.error(text(of: diagnostic) + "\n") }
            if let first = sorted.min(by: { $0.severity < $1.severity }) { Console.error("“moot explain \(first.code)” tells more.") }
        }
    }

    /// A message with the line of the source that it is about.
    func text(of diagnostic: Diagnostic) -> String {
        let lines = LineFinder(disk: disk)
        return TextFormat(hasColours: Console.hasColours, line: { lines.line($1, of: $0) }).text(for: diagnostic)
    }

    /// "2 errors, 1 warning"
    static func count(_ diagnostics: [Diagnostic]) -> String {
        let unique = Set(diagnostics)
        let errors = unique.count { $0.severity == .error }
        let notes = unique.count { $0.severity == .note }
        return [plural(errors, "error"), plural(unique.count - errors - notes, "warning"), plural(notes, "note")].compactMap(\.self).joined(separator: ", ")
    }

    private static func plural(_ count: Int, _ word: String) -> String? {
        count == 0 ? nil : "\(count) \(word)" + (count == 1 ? "" : "s")
    }
}

extension [Diagnostic] {
    /// What a build speaks of.
    var withoutNotes: [Diagnostic] { filter { $0.severity != .note } }
}

/// Finds the lines of sources that messages show.
struct LineFinder: Sendable {
    let disk: Disk

    func line(_ number: Int, of path: String) -> String? {
        (try? disk.read(path)).flatMap { SourceLines.line(number, of: $0) }
    }
}
