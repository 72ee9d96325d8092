import ArgumentParser
import Diagnostics
import LastBuild
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
    /// nil where everything is made anew, and what was kept is removed: it may be of papers that are exempt now.
    var cache: CacheOptions?

    func run() throws {
        let stopwatch = Stopwatch()
        let kept = cache.map { KeptBuild(options, output: output, cache: $0) }
        if let last = kept?.unchanged() { return show(last, stopwatch) }
        let progress = TerminalProgress.make(stopwatch)
        let messages = Messages(format: options.format, disk: options.disk, showsExemptPaths: options.showExemptPaths)
        if cache == nil { KeptBuild.forget(output: output) }
        let results = kept?.results()
        let attachments = kept?.attachments ?? KeptBuild.attachments(of: output)
        var work = CheckedArchive(options: options, progress: progress, isPublication: isPublication, results: results, attachments: attachments)
        let folders = options.folders(output: output)
        guard let linked = work.run() else {
            throw fail(work.diagnostics + work.further(folders), messages)
        }
        // The program ends with the build, and the system takes its memory back faster than it is freed piece by piece.
        _ = Unmanaged.passRetained(linked)
        do {
            var site: String?
            let built = try SiteBuilder(folders: folders, settings: options.settings(for: linked.archive.authority), disk: messages.disk).build(
                linked, isPublication: isPublication, printing: pdf.order, keeping: results, progress: progress, settled: { site = kept?.site })
            stopwatch.stop()
            let diagnostics = (work.diagnostics + built.warnings).withoutNotes
            TerminalProgress.clear()
            attachments.forgetOthers()
            kept?.keep(site, linked.archive.authority, pages: built.outcome.pages, meetings: meetings(of: linked.archive), diagnostics, results)
            messages.show(diagnostics)
            if timings { Console.error(stopwatch.report) }
            if Console.isTerminal {
                let changes = "\(built.outcome.changedFiles) files changed."
                Console.write(summary(built.outcome.pages, meetings(of: linked.archive), diagnostics, stopwatch, changes))
            }
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

    /// Where nothing has changed the site stays, and the same is said as before.
    private func show(_ last: LastBuild, _ stopwatch: Stopwatch) {
        Messages(format: options.format, disk: options.disk, showsExemptPaths: options.showExemptPaths).show(last.diagnostics)
        stopwatch.stop()
        if timings { Console.error(stopwatch.report) }
        if Console.isTerminal { Console.write(summary(last.pages, last.meetings, last.diagnostics, stopwatch, "Nothing has changed since the last build.")) }
    }

    private func meetings(of archive: Archive) -> Int { archive.committees.reduce(0) { $0 + $1.meetings.count } }

    private func summary(_ pages: Int, _ meetings: Int, _ diagnostics: [Diagnostic], _ stopwatch: Stopwatch, _ changes: String) -> String {
        "\(pages) pages, \(meetings) meetings, \(Set(diagnostics).count) warnings, \(stopwatch.seconds) s. \(changes) The site is in \(output).\n"
    }

    /// "3 addresses new, 1 changed, 120 unchanged."
    private func words(_ record: RecordChange) -> String {
        let withdrawn = record.withdrawn == 0 ? "" : ", \(record.withdrawn) withdrawn"
        return "\(record.new) \(record.new == 1 ? "address" : "addresses") new, \(record.changed) changed, \(record.unchanged) unchanged\(withdrawn). "
            + "They are recorded in \(options.content)/\(PublishedRecord.fileName); keep it under version control.\n"
    }
}
