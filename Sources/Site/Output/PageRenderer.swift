import Formats
import OpenData
import Packs
import Publication

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Makes the files of a plan and hands them on: pages, the tables on them, the archives of meetings.
struct PageRenderer: Sendable {
    let plan: PagePlan
    let templates: PageTemplates
    let archives: MeetingArchives
    let watch: Watch
    let progress: Progress
    /// Takes a file that is made, with its path in the site.
    let write: @Sendable (_ bytes: [UInt8], _ path: String) throws -> Void

    /// What one thread makes at a time.
    enum Unit: Sendable {
        case job(Int)
        case meeting(PagePlan.MeetingFolder)
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

    /// The jobs of a meeting together, so that no page is made twice; all others one by one.
    var units: [Unit] {
        var units: [Unit] = []
        var next = 0
        for folder in plan.meetings {
            units += (next..<folder.jobs.lowerBound).map(Unit.job)
            units.append(.meeting(folder))
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
        }
    }

    private func render(_ folder: PagePlan.MeetingFolder, archive path: String, on bench: inout Workbench) throws {
        let buffer = bench.archive
        bench.archive = []
        var archive = archives.begin(folder, into: buffer)
        // The meeting's own page gives the size of the archive, and so is written after it.
        var waiting: [UInt8] = []
        for at in folder.jobs {
            let job = plan.pages[at]
            try make(job, on: &bench)
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

    private func make(_ job: PagePlan.Job, on bench: inout Workbench) throws {
        bench.page.removeAll(keepingCapacity: true)
        bench.maker.terms.begin()
        try job.render(templates, bench.maker, &bench.page)
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
        page.withUnsafeBytes { page in
            var rest = page[...]
            while let start = rest.baseAddress, let mark = memchr(start, Int32(detailMark), rest.count) {
                let before = UnsafeRawPointer(mark) - start
                out += rest.prefix(before)
                out += detail.utf8
                rest = rest.dropFirst(before + 1)
            }
            out += rest
        }
        return out
    }
}

extension Slice where Base == UnsafeRawBufferPointer {
    fileprivate var baseAddress: UnsafeRawPointer? { base.baseAddress.map { $0 + startIndex } }
}
