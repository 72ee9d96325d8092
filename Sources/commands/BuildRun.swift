import ArgumentParser
import Diagnostics
import Linking
import Platform
import Model
import PDF
import Permalinks
import Site

/// A build, or a publication, from the sources to the words at its end.
struct BuildRun {
    let options: SiteOptions
    let output: String
    let timings: Bool
    /// Whether what was published is recorded.
    let isPublication: Bool
    let pdf: PDFOptions

    func run() throws {
        let stopwatch = Stopwatch()
        let progress = TerminalProgress.make(stopwatch)
        let messages = Messages(format: options.format, disk: options.disk)
        var work = CheckedArchive(options: options, progress: progress, isPublication: isPublication)
        let folders = options.folders(output: output)
        guard let linked = work.run() else {
            throw fail(work.diagnostics + work.further(folders), messages)
        }
        // The program ends with the build, and the system takes its memory back faster than it is freed piece by piece.
        _ = Unmanaged.passRetained(linked)
        do {
            let built = try SiteBuilder(folders: folders, settings: options.settings(for: linked.archive.authority), disk: messages.disk).build(
                linked, isPublication: isPublication, printing: pdf.order, progress: progress)
            stopwatch.stop()
            let diagnostics = (work.diagnostics + built.warnings).withoutNotes
            TerminalProgress.clear()
            messages.show(diagnostics)
            if timings { Console.error(stopwatch.report) }
            if Console.isTerminal { Console.write(summary(built.outcome, linked.archive, diagnostics, stopwatch)) }
            if let record = built.outcome.record, options.format == .text { Console.write(words(record)) }
        } catch {
            switch error {
            case .sources(let more): throw fail(work.diagnostics + more, messages)
            case .output(let diagnostic):
                TerminalProgress.clear()
                messages.show((work.diagnostics + [diagnostic]).withoutNotes)
                throw ExitCode(ExitStatus.output)
            }
        }
    }

    private func fail(_ diagnostics: [Diagnostic], _ messages: Messages) -> ExitCode {
        let diagnostics = diagnostics.withoutNotes
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

    /// "3 addresses new, 1 changed, 120 unchanged."
    private func words(_ record: RecordChange) -> String {
        let withdrawn = record.withdrawn == 0 ? "" : ", \(record.withdrawn) withdrawn"
        return "\(record.new) \(record.new == 1 ? "address" : "addresses") new, \(record.changed) changed, \(record.unchanged) unchanged\(withdrawn). "
            + "They are recorded in \(options.content)/\(PublishedRecord.fileName); keep it under version control.\n"
    }
}
