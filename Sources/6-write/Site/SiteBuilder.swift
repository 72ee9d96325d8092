import Diagnostics
import Disclosure
import Linking
import Platform
import Markdown
import Model
import PDF
import Pages
import Permalinks
import Results

/// Makes the site of a linked archive.
package struct SiteBuilder: Sendable {
    /// The folders it works with, as the user named them.
    package struct Folders: Sendable {
        package let content: String
        package let templates: String
        package let statics: String
        package let output: String

        package init(content: String, templates: String, statics: String, output: String) {
            self.content = content
            self.templates = templates
            self.statics = statics
            self.output = output
        }
    }

    /// What a build did.
    package struct Outcome: Sendable {
        /// Web pages; feeds, style sheets and attachments are not counted.
        package let pages: Int
        /// Files that are not as they were in the site before.
        package let changedFiles: Int
        /// What a publication did to the record; nil for a build that was no publication.
        package let record: RecordChange?
    }

    /// Why there is no new site. The old one is as it was.
    package enum Failure: Error, Sendable {
        /// Sources, templates or static files are at fault.
        case sources([Diagnostic])
        /// The disk, or somebody else at work.
        case output(Diagnostic)
    }

    let folders: Folders
    let settings: SiteSettings
    let disk: Disk

    package init(folders: Folders, settings: SiteSettings, disk: Disk = .real) {
        self.folders = folders
        self.settings = settings
        self.disk = disk
    }

    /// Looks at all that a build needs beside the sources, without writing anything.
    package func check(_ linked: LinkedArchive) -> [Diagnostic] {
        let design = SiteDesign.load(folders, disk: disk)
        let plan = plan(linked, with: design)
        let disclosure = DisclosureCheck(of: linked.archive, designs: [], disk: disk, keeping: nil)
        return design.diagnostics + plan.faults + (disclosure?.runs.copies ?? []) + lostPlaces(in: plan, with: design.templates)
    }

    /// The same where the sources have errors already: what can be said all the same.
    package func checkFaulty(_ linked: LinkedArchive) -> [Diagnostic] {
        let design = SiteDesign.load(folders, disk: disk)
        return design.diagnostics + faultsOfRedirects(linked, with: design)
    }

    /// What is wrong with `redirects.yml`, where the sources have errors.
    package func faultsOfRedirects(_ linked: LinkedArchive, with design: SiteDesign) -> [Diagnostic] {
        guard !linked.archive.redirects.isEmpty else { return [] }
        return PagePlan(context(linked, nil), statics: design.statics, isFaulty: true).faultsOfRedirects
    }

    /// What every page may show: the templates and the static texts.
    private func designs(_ statics: [PagePlan.Copy]) -> [[UInt8]] {
        let texts = statics.filter { [".html", ".js", ".svg", ".txt", ".css"].contains(where: $0.path.hasSuffix) }
        return TemplateFiles.read(folders.templates, disk: disk).files.map(\.bytes) + texts.compactMap { try? $0.read(from: disk) }
    }

    /// Nothing can be said of places while it is not clear which page stands where.
    private func lostPlaces(in plan: PagePlan, with templates: PageTemplates?) -> [Diagnostic] {
        guard let templates, !plan.clashes.contains(where: { $0.severity == .error }) else { return [] }
        return plan.lostPlaces(with: templates)
    }

    /// The plan of a site that is not to be published now.
    ///
    /// - Parameter memory: Where it stays for as long as only texts change.
    func plan(_ linked: LinkedArchive, with design: SiteDesign, keeping memory: Memory? = nil) -> PagePlan {
        let context = context(linked, linked.archive.published)
        let plan = memory.value(of: Question("plan"), from: PagePlan.inputs(context, statics: design.statics)) { PagePlan(context, statics: design.statics) }
        // Whether a text that stood at a lost address stands elsewhere now, its words decide.
        return plan.brokenPromises.isEmpty ? plan.saying(context) : PagePlan(context, statics: design.statics)
    }

    private func context(_ linked: LinkedArchive, _ record: PublishedRecord?) -> PageContext {
        PageContext(linked, settings: settings, publication: publication(linked, record))
    }

    private func publication(_ linked: LinkedArchive, _ record: PublishedRecord?, files: [String: FileNumbers] = [:]) -> Publication {
        Publication(
            linked.archive, record: record, path: PublishedRecord.path(in: folders.content),
            attachments: linked.attachments, files: files, today: settings.today)
    }

    /// Looks at the templates and the static files alone, for when the sources have errors already.
    package static func checkDesign(_ folders: Folders, disk: Disk = .real) -> [Diagnostic] {
        SiteDesign.load(folders, disk: disk).diagnostics
    }

    /// Writes the whole site beside the old one and puts it in its place.
    ///
    /// - Parameters:
    ///   - isPublication: Whether it is recorded in `published.tsv`, once it is in its place, what was published.
    ///   - order: What packs and strategies are printed with; nil where no PDF is wanted.
    ///   - results: Those of the last build; nil where everything is to be made anew and nothing kept.
    ///   - settled: Called when the site is in its place and no other build can be at it yet.
    package func build(
        _ linked: LinkedArchive, isPublication: Bool = false, printing order: PDFPrinter.Order? = nil, keeping results: SiteResults? = nil, progress: Progress,
        settled: () -> Void = {}
    ) throws(Failure) -> (outcome: Outcome, warnings: [Diagnostic]) {
        progress.begin("templates")
        let statics = StaticFiles.find(folders.statics, disk: disk)
        let file = PublishedFile(content: folders.content, disk: disk)
        let record = linked.archive.published ?? (isPublication ? PublishedRecord() : nil)
        let files = isPublication ? file.numbers(of: linked.attachments, record: record ?? PublishedRecord()) : [:]
        let publication = publication(linked, record, files: files)
        let (loaded, plan) = inParallel(
            { PageTemplates.load(folders.templates, disk: disk) },
            { PagePlan(PageContext(linked, settings: settings, publication: publication), statics: statics.files, isPrinted: order != nil) })
        var all = loaded.diagnostics + statics.diagnostics + plan.faults + plan.clashesWithPDFs
        let audit = PermalinkAudit(publication, collects: isPublication)
        // All that is wrong is said in one run, and so that which finished pages alone can tell.
        guard let templates = loaded.templates, !all.contains(where: { $0.severity == .error }) else {
            throw .sources(all + lostPlaces(in: plan, with: loaded.templates))
        }
        let disclosure = DisclosureCheck(of: linked.archive, designs: designs(statics.files), disk: disk, keeping: results)
        all += disclosure?.runs.copies ?? []
        if all.contains(where: { $0.severity == .error }) { throw .sources(all) }
        do {
            try refuseToReplaceSources()
            let writer = try SiteWriter(output: folders.output, disk: disk, check: disclosure)
            do {
                try write(plan, with: templates, printing: order, keeping: results, to: writer, audit: audit, saying: &all, progress: progress)
            } catch {
                writer.abandon()
                throw error
            }
            withExtendedLifetime(writer) { settled() }
            let recorded = isPublication ? try self.record(plan, audit, in: file) : nil
            return (Outcome(pages: plan.pages.count(where: \.isPage), changedFiles: writer.changedFiles, record: recorded), all)
        } catch let failure as Failure {
            throw failure
        } catch let problem as SiteProblem {
            throw .output(Diagnostic(problem, at: SourceLocation(folders.output)))
        } catch let error as DiskError {
            throw .output(Diagnostic(SiteProblem.cannotWrite(reason: error.reason), at: SourceLocation(error.path)))
        } catch {
            throw .output(Diagnostic(SiteProblem.notRendered("\(error)"), at: SourceLocation(folders.templates)))
        }
    }

    /// Writes every file beside the old site, and then all of them in its place.
    private func write(
        _ plan: PagePlan, with templates: PageTemplates, printing order: PDFPrinter.Order?, keeping results: SiteResults?, to writer: SiteWriter,
        audit: PermalinkAudit, saying diagnostics: inout [Diagnostic], progress: Progress
    ) throws {
        progress.begin("search")
        let book = results?.book
        book?.answer { plan.answer(into: &$0, with: templates, disk: disk) }
        let catalogue = try SiteIndexer(context: plan.context, disk: disk).write(to: writer, keeping: results)
        let colour = plan.context.archive.authority.theme.colour?.text
        let printer = try order.flatMap { try openPrinter($0, for: writer, colour: colour, into: &diagnostics) }
        defer { printer?.close(forgetting: false) }
        try render(plan, with: templates, catalogue: catalogue, to: writer, audit: audit, printer: printer, book: book, progress: progress)
        diagnostics += printer?.diagnostics ?? []
        guard audit.lost.isEmpty else { throw Failure.sources(diagnostics + audit.lost) }
        if let disclosed = writer.disclosed { throw Failure.sources(diagnostics + disclosed) }
        progress.begin("swap")
        // Prints of an earlier build may hold papers that are exempt now. What cannot be removed must keep the old site in its place.
        if printer == nil { try writer.removePrints() }
        try writer.finish()
        printer?.close(forgetting: true)
    }

    /// nil where nothing can be printed on this machine: the site is made without PDFs then.
    private func openPrinter(
        _ order: PDFPrinter.Order, for writer: SiteWriter, colour: String?, into diagnostics: inout [Diagnostic]
    ) throws -> PDFPrinter? {
        do {
            return try PDFPrinter(
                order, site: PDFPrinter.Site(folder: writer.staging, address: settings.baseURL, colour: colour), keepingIn: writer.printFolder, disk: disk)
        } catch let problem as PrintingProblem {
            diagnostics.append(Diagnostic(problem, at: SourceLocation(folders.output)))
            return nil
        }
    }

    private func record(_ plan: PagePlan, _ audit: PermalinkAudit, in file: PublishedFile) throws(Failure) -> RecordChange {
        let change = plan.context.publication.recording(plan.promisedAddresses, ways: plan.ways, anchors: audit.anchors)
        do {
            try file.write(change.bytes)
        } catch {
            throw .output(Diagnostic(PublicationProblem.notRecorded(reason: error.reason), at: SourceLocation(file.path)))
        }
        return change
    }

    private func refuseToReplaceSources() throws {
        guard let output = try? place(of: folders.output) else { return }
        for folder in [folders.content, folders.templates, folders.statics] {
            guard let source = try? disk.resolve(folder) + "/" else { continue }
            if source.hasPrefix(output) || output.hasPrefix(source) { throw SiteProblem.outputHoldsSources }
        }
    }

    /// Where a folder is or will be, without links, ending in a slash: the part of its path that is there, resolved, and
    /// the rest.
    private func place(of folder: String) throws -> String {
        var there = folder
        while there.count > 1, there.hasSuffix("/") { there.removeLast() }
        var rest = ""
        while try disk.entry(there.isEmpty ? "." : there) == nil {
            rest = SourcePath.name(there) + "/" + rest
            there = SourcePath.folder(there)
        }
        let resolved = try disk.resolve(there.isEmpty ? "." : there)
        return (resolved == "/" ? "/" : resolved + "/") + rest
    }

    private func render(
        _ plan: PagePlan, with templates: PageTemplates, catalogue: String, to writer: SiteWriter, audit: PermalinkAudit, printer: PDFPrinter?,
        book: ResultBook?, progress: Progress
    ) throws {
        try writer.makeFolders(for: plan.pages.map(\.file) + plan.copies.map(\.path))
        // Before the pages: what is printed shows pictures.
        progress.begin("copy", of: plan.copies.count)
        for copy in plan.copies {
            if let contents = copy.contents { try writer.write(contents, to: copy.path) } else { try writer.copy(copy.source, to: copy.path) }
            progress.step()
        }
        progress.begin("render", of: plan.pages.count)
        let renderer = PageRenderer(
            plan: plan, templates: templates, archives: MeetingArchives(plan, disk: disk), audit: audit, progress: progress,
            printer: printer, write: { try writer.write($0, to: $1) }, place: { try writer.place($0, at: $1) })
        let failures = renderer.units.concurrentMap(state: { PageRenderer.Workbench(plan.context, catalogue: catalogue) }) { unit, bench -> Error? in
            do {
                try renderer.make(unit, on: &bench, book, keeping: { writer.keep($0) })
            } catch {
                return error
            }
            return nil
        }
        for case let failure? in failures { throw failure }
        for file in plan.texts { try writer.write(file.bytes, to: file.path) }
    }
}

/// Told how far a build has come.
package struct Progress: Sendable {
    /// A stage begins; `of` is how many steps it has, 0 where that is not known.
    private let onBegin: @Sendable (_ stage: String, _ of: Int) -> Void
    private let onStep: @Sendable () -> Void

    package init(begin: @escaping @Sendable (_ stage: String, _ of: Int) -> Void, step: @escaping @Sendable () -> Void) {
        onBegin = begin
        onStep = step
    }

    package static let silent = Progress(begin: { _, _ in }, step: {})

    package func begin(_ stage: String, of count: Int = 0) { onBegin(stage, count) }
    package func step() { onStep() }
}
