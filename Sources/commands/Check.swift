import ArgumentParser
import Diagnostics
import Linking
import Platform
import Site

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Says all that is wrong with the sources, and writes nothing.",
        discussion: """
            EXAMPLE
              moot check
              moot check --content Content --format github
              moot check --references
              moot check --glossary
              moot check --fix
              moot check --watch

            EXIT STATUS
              0  no errors, though perhaps warnings
              1  errors
              2  the command was not understood
            """)

    @OptionGroup var options: SiteOptions

    @Flag(help: "List the references in plain words that could mean several things, or lead nowhere.")
    var references = false

    @Flag(help: "Propose a glossary from what the texts explain themselves, and list the acronyms that nobody explains.")
    var glossary = false

    @Flag(help: "Mend what can be mended without doubt: tabs, blanks and empty lines at ends, tables, numbers typed twice. Shows what changes, and asks.")
    var fix = false

    @Flag(help: "With --fix: write without asking.")
    var yes = false

    @Flag(help: "Check again whenever something is saved.")
    var watch = false

    func validate() throws {
        if yes, !fix { throw ValidationError("--yes goes with --fix") }
        if fix || watch, options.format != .text { throw ValidationError("\(fix ? "--fix" : "--watch") speaks to people, so it goes with --format text") }
        if fix, watch { throw ValidationError("--fix and --watch do not go together") }
    }

    func run() throws {
        if watch { WatchedCheck(options: options).run() }
        var result = CheckResult(options)
        if fix {
            guard let linked = result.linked else {
                Messages(format: .text, disk: options.disk).show(result.diagnostics)
                Console.error("Mend the errors first: while there are any, nobody can say what is exempt. Nothing was written.")
                throw ExitCode(ExitStatus.sources)
            }
            try Fixing(writes: yes).run(on: linked)
            if yes || Console.canAsk { result = CheckResult(options) }
        }
        result.show(options.format)
        if let linked = result.linked {
            if references { Console.write(linked.references.report) }
            if glossary { Console.write(GlossarySurvey(linked).report) }
        }
        if result.hasErrors { throw ExitCode(ExitStatus.sources) }
    }
}

/// All that is wrong, and the archive if nothing of it is an error.
struct CheckResult {
    let diagnostics: [Diagnostic]
    let linked: LinkedArchive?
    private let disk: Disk

    init(_ options: SiteOptions) {
        disk = options.disk
        var work = CheckedArchive(options: options, progress: .silent)
        let folders = options.folders(output: "")
        linked = work.run()
        let design = linked.map { SiteBuilder(folders: folders, settings: options.settings(for: $0.archive.authority), disk: options.disk).check($0) }
        diagnostics = work.diagnostics + (design ?? work.further(folders))
    }

    var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
    var summary: String { diagnostics.isEmpty ? "Nothing is wrong." : Messages.count(diagnostics) }

    func show(_ format: OutputFormat) {
        Messages(format: format, disk: disk).show(diagnostics)
        if format == .text, Console.isTerminal { Console.write(summary + "\n") }
    }
}
