import Formats
import OpenData
import Model
import PDF
import Permalinks
import Text

/// Makes the files of a plan and hands them on: pages, the tables on them, the archives of meetings.
struct PageRenderer: Sendable {
    let plan: PagePlan
    let templates: PageTemplates
    let archives: MeetingArchives
    let watch: PermalinkAudit
    let progress: Progress
    /// Prints packs and strategies; nil where no PDF is wanted.
    var press: PDFPrinter?
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
        fileprivate var page: [UInt8] = []
        fileprivate var table: [UInt8] = []
        fileprivate var archive: [UInt8] = []
        fileprivate let deflater = Deflater()
        fileprivate let maker: PageMaker

        init(_ maker: PageMaker) { self.maker = PageMaker(like: maker) }
    }

    /// The jobs of a meeting together, so that no page is made twice, and those of a strategy that is printed; all others one by one.
    var units: [Unit] {
        var folders = plan.meetings.map { (jobs: $0.jobs, unit: Unit.meeting($0)) }
        if press != nil { folders += plan.strategies.map { (jobs: $0.jobs, unit: Unit.strategy($0)) } }
        var units: [Unit] = []
        var next = 0
        for folder in folders {
            units += (next..<folder.jobs.lowerBound).map(Unit.job)
            units.append(folder.unit)
            next = folder.jobs.upperBound
        }
        return units + (next..<plan.pages.count).map(Unit.job)
    }

    func render(_ unit: Unit, on bench: inout Workbench) throws {
        switch unit {
        case .job(let at):
            try make(plan.pages[at], on: &bench)
            try write(bench.page, plan.pages[at].file)
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
        guard let press, let pdf else { return nil }
        let job = plan.pages[pdf.job]
        plan.maker.pdfs[job.address] = PDFFiles.File(path: pdf.path, detail: "")
        try fill(job, on: &bench)
        guard let printed = press.print(bench.page, at: job.address.path) else {
            plan.maker.pdfs[job.address] = nil
            return nil
        }
        try place(printed.file, pdf.path)
        plan.maker.pdfs[job.address] = PDFFiles.File(path: pdf.path, detail: "PDF, \(counted(printed.pages, "page", "pages")), \(sizeInWords(printed.size))")
        return pdf.isMarked ? printed : nil
    }

    private func render(_ folder: PagePlan.MeetingFolder, archive path: String, on bench: inout Workbench) throws {
        let buffer = bench.archive
        bench.archive = []
        var archive = archives.begin(folder, into: buffer)
        // The meeting's own page gives the size of the archive, and so is written after it.
        var waiting: [UInt8] = []
        let pdf = plan.pdf(of: folder)
        let printed = try print(pdf, on: &bench)
        for at in folder.jobs {
            let job = plan.pages[at]
            try make(job, on: &bench)
            if at == pdf?.job, let printed { bench.page = printed.marking(bench.page) }
            if at == folder.jobs.lowerBound {
                waiting = bench.page
                archive.add(job, OfflineCopyView.fill(waiting, "ZIP"))
            } else {
                try write(bench.page, job.file)
                if MeetingArchives.takes(job, of: folder.meeting) { archive.add(job, bench.page) }
            }
            try writeTables(of: job, on: &bench) { archive.add($0, $1) }
        }
        try archives.finish(&archive, with: bench.deflater)
        try write(archive.bytes, path)
        try write(OfflineCopyView.fill(waiting, "ZIP, " + sizeInWords(archive.bytes.count)), plan.pages[folder.jobs.lowerBound].file)
        bench.archive = archive.bytes
    }

    private func fill(_ job: PagePlan.Job, on bench: inout Workbench) throws {
        bench.page.removeAll(keepingCapacity: true)
        bench.maker.terms.begin()
        try job.render(templates, bench.maker, &bench.page)
    }

    private func make(_ job: PagePlan.Job, on bench: inout Workbench) throws {
        try fill(job, on: &bench)
        if job.isPage, !job.isWayOn { watch.look(at: job.address, bench.page) }
        progress.step()
    }

    private func writeTables(of job: PagePlan.Job, on bench: inout Workbench, to archive: ((String, [UInt8]) -> Void)?) throws {
        for case let document? in job.texts(bench.maker) where !document.tables.isEmpty {
            try TableCSV.each(of: document, buffer: &bench.table) { number, csv in
                guard let path = plan.maker.linked.tableFiles.path(ofTable: number, in: document) else { return }
                try write(csv, path)
                archive?(path, csv)
            }
        }
    }
}

extension OfflineCopyView {
    /// A page with what is said of the archive in its place.
    static func fill(_ page: [UInt8], _ detail: String) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(page.count + 32)
        page.withUnsafeBufferPointer { page in
            var start = 0
            while let mark = page.index(of: detailMark, from: start) {
                out.append(contentsOf: page[start..<mark])
                out += detail.utf8
                start = mark + 1
            }
            out.append(contentsOf: page[start...])
        }
        return out
    }
}
