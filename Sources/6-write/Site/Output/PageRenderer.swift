import Formats
import Linking
import OpenData
import Model
import PDF
import Pages
import Permalinks
import Results

/// Makes the files of a plan and hands them on: pages, the tables on them, the archives of meetings.
struct PageRenderer: Sendable {
    let plan: PagePlan
    let templates: PageTemplates
    let archives: MeetingArchives
    let audit: PermalinkAudit
    let progress: Progress
    /// Prints packs and strategies; nil where no PDF is wanted.
    var printer: PDFPrinter?
    /// Takes a file that is made, with its path in the site.
    let write: @Sendable (_ bytes: [UInt8], _ path: String) throws -> Void
    /// Takes a file that lies on the disk, with its path in the site.
    var place: @Sendable (_ file: String, _ path: String) throws -> Void = { _, _ in }

    /// What one thread makes at a time.
    enum Unit: Sendable {
        case job(Int)
        case meeting(PagePlan.MeetingFolder)
        case strategy(PagePlan.StrategyFolder)
    }

    /// What one thread works with, used again for all its units.
    struct Workbench {
        fileprivate var page = RenderedPage()
        fileprivate var table: [UInt8] = []
        fileprivate var archive: [UInt8] = []
        fileprivate let deflater = Deflater()
        fileprivate let builder: PageBuilder
        /// The paths of what was written last, for whoever wants to know.
        fileprivate(set) var written: [String] = []

        /// - Parameter catalogue: The file that the search begins with.
        init(_ context: PageContext, catalogue: String) { builder = PageBuilder(context, catalogue: catalogue) }
    }

    /// The jobs of a meeting together, so that no page is made twice, and those of a strategy that is printed; all others one by one.
    var units: [Unit] {
        let isPrinting = printer != nil
        let together = Set(plan.meetings.flatMap(\.jobs) + (isPrinting ? plan.strategies.flatMap(\.jobs) : []))
        return plan.meetings.map(Unit.meeting) + (isPrinting ? plan.strategies.map(Unit.strategy) : [])
            + plan.pages.indices.filter { !together.contains($0) }.map(Unit.job)
    }

    /// What is made together, as results name it.
    func name(of unit: Unit) -> Question {
        switch unit {
        case .job(let at): Question("job", plan.pages[at].file)
        case .meeting(let folder): Question("meeting", folder.meeting.address.path)
        case .strategy(let folder): Question("strategy", folder.strategy.address.path)
        }
    }

    /// The jobs of a unit.
    func jobs(of unit: Unit) -> [Int] {
        switch unit {
        case .job(let at): [at]
        case .meeting(let folder): folder.jobs
        case .strategy(let folder): folder.jobs
        }
    }

    /// Makes a unit, or takes it over from the last build where nothing that was asked for it is another now.
    ///
    /// - Parameter keep: Takes files over from the old site; says whether that was possible.
    func make(_ unit: Unit, on bench: inout Workbench, _ book: ResultBook?, keeping keep: ([String]) -> Bool) throws {
        guard let book else { return try render(unit, on: &bench) }
        let name = name(of: unit)
        if let known = book.known(name), keep(known.paths) {
            book.take(name)
            return jobs(of: unit).forEach { _ in progress.step() }
        }
        let (files, asked) = try recorded(unit, on: &bench)
        book.keep(name, files.content, asked)
    }

    /// Makes a unit and tells what it wrote and what was asked for it.
    private func recorded(_ unit: Unit, on bench: inout Workbench) throws -> (files: [String], asked: Asked) {
        bench.written = []
        let asked = try Asking.recording {
            Asking.note(LinkedArchive.question)
            Asking.note(PagePlan.designQuestion)
            for job in jobs(of: unit) { plan.pages[job].asked.map(Asking.notePart) }
            try render(unit, on: &bench)
        }.asked
        return (bench.written, asked)
    }

    private func put(_ bytes: [UInt8], _ path: String, _ bench: inout Workbench) throws {
        try write(bytes, path)
        bench.written.append(path)
    }

    func render(_ unit: Unit, on bench: inout Workbench) throws {
        switch unit {
        case .job(let at):
            try make(plan.pages[at], on: &bench)
            try put(bench.page.bytes, plan.pages[at].file, &bench)
            try writeTables(of: plan.pages[at], on: &bench, to: nil)
        case .meeting(let folder):
            if let path = FeedPath.archive(of: folder.meeting) { return try render(folder, archive: path, on: &bench) }
            for at in folder.jobs { try render(.job(at), on: &bench) }
        case .strategy(let folder):
            _ = try print(plan.pdf(of: folder), on: &bench)
            for at in folder.jobs { try render(.job(at), on: &bench) }
        }
    }

    /// Prints a page before it is made for good, since it says how long its print is. It has a link to its PDF already
    /// while it is printed, so that it has the same blocks afterwards.
    private func print(_ pdf: PagePlan.PDF?, on bench: inout Workbench) throws -> PrintedDocument? {
        bench.builder.prints = [:]
        guard let printer, let pdf else { return nil }
        let job = plan.pages[pdf.job]
        bench.builder.prints = [job.address: PrintedFile(path: pdf.path)]
        try fill(job, on: &bench)
        guard let printed = printer.print(bench.page.bytes, at: job.address.path) else {
            bench.builder.prints = [:]
            return nil
        }
        try place(printed.file, pdf.path)
        bench.builder.prints = [job.address: PrintedFile(path: pdf.path, pages: printed.pages, size: printed.size)]
        return pdf.isMarked ? printed : nil
    }

    private func render(_ folder: PagePlan.MeetingFolder, archive path: String, on bench: inout Workbench) throws {
        let buffer = bench.archive
        bench.archive = []
        var archive = archives.begin(folder, into: buffer)
        // The meeting's own page gives the size of the archive, and so is written after it.
        var own = RenderedPage()
        let pdf = plan.pdf(of: folder)
        let printed = try print(pdf, on: &bench)
        for at in folder.jobs {
            let job = plan.pages[at]
            try make(job, on: &bench)
            if at == pdf?.job, let printed { bench.page.bytes = printed.marking(bench.page.bytes) }
            if at == folder.jobs[0] {
                swap(&own, &bench.page)
                archive.add(job, own.saying(archiveOf: nil))
            } else {
                try put(bench.page.bytes, job.file, &bench)
                if MeetingArchives.takes(job, of: folder.meeting) { archive.add(job, bench.page.bytes) }
            }
            try writeTables(of: job, on: &bench) { archive.add($0, $1) }
        }
        try archives.finish(&archive, with: bench.deflater)
        try put(archive.bytes, path, &bench)
        try put(own.saying(archiveOf: archive.bytes.count), plan.pages[folder.jobs[0]].file, &bench)
        bench.archive = archive.bytes
    }

    private func fill(_ job: PagePlan.Job, on bench: inout Workbench) throws {
        // The room of the page before is used again.
        var page = RenderedPage()
        swap(&page, &bench.page)
        switch job.content {
        case .page(let kind): bench.page = try templates.render(kind, by: bench.builder, into: page.bytes)
        case .file(let write):
            bench.page.bytes = page.bytes
            page = RenderedPage()
            bench.page.bytes.removeAll(keepingCapacity: true)
            write(bench.builder, &bench.page.bytes)
        }
    }

    private func make(_ job: PagePlan.Job, on bench: inout Workbench) throws {
        try fill(job, on: &bench)
        if job.isPage, !job.isWayOn { audit.look(at: job.address, bench.page.bytes) }
        progress.step()
    }

    private func writeTables(of job: PagePlan.Job, on bench: inout Workbench, to archive: ((String, [UInt8]) -> Void)?) throws {
        var written: [String] = []
        for case let document? in job.texts(plan.context) where !document.tables.isEmpty {
            try TableCSV.each(of: document, buffer: &bench.table) { number, csv in
                guard let path = plan.context.linked.path(ofTable: number, in: document) else { return }
                try write(csv, path)
                written.append(path)
                archive?(path, csv)
            }
        }
        bench.written += written
    }
}

extension Array<String> {
    /// Paths as a result keeps them.
    fileprivate var content: [UInt8] { [UInt8](joined(separator: "\n").utf8) }
}

extension [UInt8] {
    fileprivate var paths: [String] { split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) } }
}
