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
              moot check --since 0.1.0

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

    @Option(help: ArgumentHelp("Say what is new in the eyes of a site that an older release made, and how to answer it.", valueName: "release"))
    var since: Release?

    func validate() throws {
        if yes, !fix { throw ValidationError("--yes goes with --fix") }
        if fix || watch, options.format != .text { throw ValidationError("\(fix ? "--fix" : "--watch") speaks to people, so it goes with --format text") }
        if let since {
            if fix || watch || options.format != .text { throw ValidationError("--since is a report of its own: leave --fix, --watch and --format out") }
            guard since >= .first, since <= Moot.release else { throw ValidationError("there is no release \(since): the first is \(Release.first), and this is \(Moot.release)") }
        }
        if fix, watch { throw ValidationError("--fix and --watch do not go together") }
    }

    func run() throws {
        if watch { WatchedCheck(options: options).run() }
        var result = CheckResult(options)
        if let since { return try tell(result, since: since) }
        if fix {
            guard let linked = result.linked else {
                Messages(format: .text, disk: options.disk, showsExemptPaths: options.showExemptPaths).show(result.diagnostics)
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

    private func tell(_ result: CheckResult, since release: Release) throws {
        let messages = Messages(format: .text, disk: options.disk, showsExemptPaths: options.showExemptPaths)
        Console.write(SinceReport(since: release, result.diagnostics, printed: messages.text).text)
        if result.hasErrors { throw ExitCode(ExitStatus.sources) }
    }
}

/// All that is wrong, and the archive if nothing of it is an error.
struct CheckResult {
    let diagnostics: [Diagnostic]
    let linked: LinkedArchive?
    private let disk: Disk
    private let showsExemptPaths: Bool

    init(_ options: SiteOptions) {
        disk = options.disk
        showsExemptPaths = options.showExemptPaths
        var work = CheckedArchive(options: options, progress: .silent, attachments: KeptBuild.attachments())
        let folders = options.folders(output: "")
        linked = work.run()
        let design = linked.map { SiteBuilder(folders: folders, settings: options.settings(for: $0.archive.authority), disk: options.disk).check($0) }
        diagnostics = work.diagnostics + (design ?? work.further(folders))
    }

    var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
    var summary: String { diagnostics.isEmpty ? "Nothing is wrong." : Messages.count(diagnostics) }

    func show(_ format: OutputFormat) {
        Messages(format: format, disk: disk, showsExemptPaths: showsExemptPaths).show(diagnostics)
        if format == .text, Console.isTerminal { Console.write(summary + "\n") }
    }
}
