import ArgumentParser
import Diagnostics
import Linking
import Machine
import Packs
import Reading
import Rules
import Site

struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks the sources and writes the site.",
        discussion: """
            The new site takes the place of the old one in one step, and only if nothing is wrong.

            EXAMPLE
              moot build
              moot build --content Content --output _site --base-url https://meetings.example.gov.uk/

            EXIT STATUS
              0  the site is written
              1  the sources, templates or static files have errors
              2  the command was not understood
              3  the site cannot be written
            """)

    @OptionGroup var options: SiteOptions

    @Option(help: ArgumentHelp("The folder of the site. Moot replaces it, if it made it.", valueName: "folder"))
    var output = "_site"

    @Flag(help: "Say how long each stage took.")
    var timings = false

    func validate() throws {
        if output.isEmpty { throw ValidationError("--output needs the name of a folder") }
    }

    func run() throws {
        let stopwatch = Stopwatch()
        let progress = TerminalProgress.make(stopwatch)
        let messages = Messages(format: options.format, disk: .real)
        var work = Preparation(options: options, progress: progress)
        let folders = options.folders(output: output)
        guard let linked = work.run() else {
            throw fail(work.diagnostics + SiteBuilder.checkDesign(folders), messages)
        }
        do {
            let built = try SiteBuilder(folders: folders, settings: options.settings(for: linked.archive.authority)).build(linked, progress: progress)
            stopwatch.stop()
            let diagnostics = work.diagnostics + built.warnings
            TerminalProgress.clear()
            messages.show(diagnostics)
            if timings { Console.error(stopwatch.report) }
            if Console.isTerminal { Console.write(summary(built.outcome, linked.archive, diagnostics, stopwatch)) }
        } catch {
            switch error {
            case .sources(let more): throw fail(work.diagnostics + more, messages)
            case .output(let diagnostic):
                TerminalProgress.clear()
                messages.show(work.diagnostics + [diagnostic])
                throw ExitCode(ExitStatus.output)
            }
        }
    }

    private func fail(_ diagnostics: [Diagnostic], _ messages: Messages) -> ExitCode {
        TerminalProgress.clear()
        messages.show(diagnostics)
        if options.format == .text { Console.error("\(Messages.count(diagnostics)). Nothing was written; the site is as it was.") }
        return ExitCode(ExitStatus.sources)
    }

    private func summary(_ outcome: SiteBuilder.Outcome, _ archive: Archive, _ diagnostics: [Diagnostic], _ stopwatch: Stopwatch) -> String {
        let meetings = archive.committees.reduce(0) { $0 + $1.meetings.count }
        let warnings = Set(diagnostics).count
        return "\(outcome.pages) pages, \(meetings) meetings, \(warnings) warnings, \(stopwatch.seconds) s. "
            + "\(outcome.changedFiles) files changed. The site is in \(output).\n"
    }
}

/// Reading and linking: what `build` and `check` do alike.
struct Preparation {
    let options: SiteOptions
    let progress: Progress
    private(set) var diagnostics: [Diagnostic] = []

    init(options: SiteOptions, progress: Progress) {
        self.options = options
        self.progress = progress
    }

    /// The linked archive; nil where there is an error.
    mutating func run() -> LinkedArchive? {
        progress.begin("read")
        let read = ArchiveReader().read(options.content)
        diagnostics = read.diagnostics
        guard let archive = read.archive else { return nil }
        progress.begin("link")
        let linked = LinkedArchive.link(archive)
        diagnostics += linked.diagnostics
        diagnostics += Rules.check(linked.linked, today: options.settings(for: archive.authority).today)
        return diagnostics.contains { $0.severity == .error } ? nil : linked.linked
    }
}
