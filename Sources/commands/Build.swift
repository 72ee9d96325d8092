import ArgumentParser
import Attachments
import Diagnostics
import Linking
import Platform
import Model
import Reading
import MeetingChecks
import Site
import TextChecks

struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks the sources and writes the site.",
        discussion: """
            The new site takes the place of the old one in one step, and only if nothing is wrong.

            EXAMPLE
              moot build
              moot build --content Content --output _site --base-url https://meetings.example.gov.uk/
              moot build --pdf --weasyprint weasyprint/bin/weasyprint

            PDF
            With --pdf every pack is printed as pack.pdf and every strategy as strategy.pdf, accessible (PDF/UA-1) and with
            page numbers in the agenda, and the pages link to them. This needs WeasyPrint 70, which pip installs:
              python3 -m venv weasyprint && weasyprint/bin/pip install weasyprint==70.0
            and on Debian libpango-1.0-0, libpangoft2-1.0-0, libharfbuzz-subset0 and fonts-noto-core. Only packs that changed
            are printed again; prints are kept beside the site, in ._site.pdf. Without WeasyPrint the site is built without PDFs.

            CACHE
            A build keeps beside the site, in ._site.cache, what the next one may take over: where nothing has changed it says the same
            and leaves the site as it is, else it makes anew what may be another. The folder holds texts that are published, and none
            that are exempt; it may be deleted at any time, and belongs neither on the web server nor under version control. With
            --pdf and --no-cache everything is made anew, and what was kept is removed.

            EXIT STATUS
              0  the site is written, or is as it would be
              1  the sources, templates or static files have errors
              2  the command was not understood
              3  the site cannot be written
            """)

    @OptionGroup var options: SiteOptions

    @Option(help: ArgumentHelp("The folder of the site. Moot replaces it, if it made it.", valueName: "folder"), completion: .directory)
    var output = "_site"

    @OptionGroup(title: "PDF") var pdf: PDFOptions

    @OptionGroup(title: "CACHE") var cache: CacheOptions

    @Flag(help: "Say how long each stage took.")
    var timings = false

    func validate() throws {
        if output.isEmpty { throw ValidationError("--output needs the name of a folder") }
    }

    func run() throws { try BuildRun(options: options, output: output, timings: timings, isPublication: false, pdf: pdf, cache: cache.isOff || pdf.pdf ? nil : cache).run() }
}

/// Reading and linking: what `build` and `check` do alike.
struct CheckedArchive {
    let options: SiteOptions
    let progress: Progress
    /// Whether it will be recorded what is published.
    let isPublication: Bool
    /// The results of the last build; nil where all is made anew.
    let results: SiteResults?
    /// What is known of files that are published as they are.
    let attachments: FindingsStore
    private(set) var diagnostics: [Diagnostic] = []
    /// What was linked, though there may be errors in it.
    private(set) var faulty: LinkedArchive?

    init(options: SiteOptions, progress: Progress, isPublication: Bool = false, results: SiteResults? = nil, attachments: FindingsStore) {
        self.options = options
        self.progress = progress
        self.isPublication = isPublication
        self.results = results
        self.attachments = attachments
    }

    /// The linked archive; nil where there is an error.
    mutating func run() -> LinkedArchive? {
        progress.begin("read")
        let read = ArchiveReader(isPublication: isPublication, store: results?.texts).read(options.content)
        diagnostics = read.diagnostics
        guard let archive = read.archive else { return nil }
        progress.begin("link")
        let linked = LinkedArchive.link(archive)
        diagnostics += linked.diagnostics
        faulty = linked.linked
        diagnostics += MeetingRules.check(linked.linked, today: options.settings(for: archive.authority).today)
        results?.book.answer { linked.linked.answer(into: &$0) }
        diagnostics += TextRules.check(linked.linked, keeping: results?.book)
        progress.begin("attachments")
        diagnostics += AttachmentKinds.check(linked.linked, disk: options.disk)
        diagnostics += AttachmentReview(keepingIn: attachments, disk: options.disk).check(linked.linked)
        return diagnostics.contains { $0.severity == .error } ? nil : linked.linked
    }

    /// What else is wrong, where `run` gave nothing.
    func further(_ folders: SiteBuilder.Folders) -> [Diagnostic] {
        guard let faulty else { return SiteBuilder.checkDesign(folders, disk: options.disk) }
        return SiteBuilder(folders: folders, settings: options.settings(for: faulty.archive.authority), disk: options.disk).checkFaulty(faulty)
    }
}
