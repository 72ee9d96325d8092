import Formats
import Platform
import OpenData
import Model
import Pages
import Results
import Synchronization
import Text

/// Makes the archives of meetings, for reading without a connection.
final class MeetingArchives: Sendable {
    private let plan: PagePlan
    private let disk: Disk
    /// By the address of the meeting.
    private let attachments: [String: [Attachment]]
    private let statics: NameList
    /// Files of the whole site, squeezed when the first meeting needs them.
    private let prepared: Mutex<[Int: ZipArchive.Prepared]>

    /// Attachments beyond this many bytes stay on the site, and links lead there.
    private static let attachmentLimit = 100_000_000

    init(_ plan: PagePlan, disk: Disk) {
        self.plan = plan
        self.disk = disk
        attachments = Dictionary(grouping: plan.context.linked.attachments) { MeetingArchives.meeting(of: $0.path) }
        statics = NameList(plan.statics.map(\.path))
        prepared = Mutex([:])
    }

    /// The first three folders of a path: `committees/cabinet/2026-06-08/`.
    private static func meeting(of path: String) -> String {
        let ends = path.utf8.indices.filter { path.utf8[$0] == UInt8(ascii: "/") }
        return ends.count < 3 ? "" : String(path[...ends[2]])
    }

    /// All but the page of the whole pack, which says everything a second time.
    static func takes(_ job: PagePlan.Job, of meeting: Meeting) -> Bool { job.address != meeting.packAddress }

    /// Begins the archive of a meeting in a buffer that is used again.
    func begin(_ folder: PagePlan.MeetingFolder, into buffer: consuming [UInt8]) -> MeetingArchive {
        let path = folder.meeting.address.path
        let attachments = affordable(attachments[path] ?? [])
        let jobs = folder.jobs.map { plan.pages[$0] }.filter { MeetingArchives.takes($0, of: folder.meeting) }
        let names = jobs.map(\.file) + jobs.flatMap { $0.tables(plan.context) } + attachments.map(\.path.percentEncoded)
        let links = OfflineLinks(
            baseURL: plan.context.settings.baseURL, meeting: path, names: names.lazy.map { $0.below(path) }, shared: statics)
        return MeetingArchive(path: path, links: links, attachments: attachments, date: folder.meeting.date, into: buffer)
    }

    private func affordable(_ attachments: [Attachment]) -> [Attachment] {
        var room = MeetingArchives.attachmentLimit
        return attachments.filter { attachment in
            guard attachment.size <= room else { return false }
            room -= attachment.size
            return true
        }
    }

    static func question(_ attachment: Attachment) -> Question { Question("file", attachment.source) }

    /// Adds what is no page, and ends the archive.
    func finish(_ archive: inout MeetingArchive, with deflater: Deflater) throws {
        for attachment in archive.attachments {
            Asking.note(MeetingArchives.question(attachment))
            archive.add(attachment, try disk.read(attachment.source), with: deflater)
        }
        for place in archive.usedStatics.sorted() { archive.add(plan.statics[place].path, shared: try prepare(place, with: deflater)) }
        archive.finish()
    }

    private func prepare(_ place: Int, with deflater: Deflater) throws -> ZipArchive.Prepared {
        if let known = prepared.withLock({ $0[place] }) { return known }
        let file = ZipArchive.Prepared(try plan.statics[place].read(from: disk), with: deflater)
        prepared.withLock { $0[place] = file }
        return file
    }
}

/// The archive of one meeting while its pages are made.
struct MeetingArchive {
    let attachments: [Attachment]
    private(set) var usedStatics: Set<Int> = []
    private let path: String
    private let links: OfflineLinks
    private var zip: ZipArchive
    /// A page with its links changed.
    private var page: [UInt8] = []

    init(path: String, links: OfflineLinks, attachments: [Attachment], date: Day, into buffer: consuming [UInt8]) {
        self.path = path
        self.links = links
        self.attachments = attachments
        zip = ZipArchive(into: buffer, year: date.year, month: date.month, day: date.day)
    }

    var bytes: [UInt8] { zip.bytes }

    /// Pages are not squeezed: that would take a quarter of the time of a whole build.
    mutating func add(_ job: PagePlan.Job, _ bytes: [UInt8]) {
        guard job.isPage else { return add(job.file, bytes) }
        page.removeAll(keepingCapacity: true)
        var used = usedStatics
        links.rewrite(bytes, at: job.address.path, into: &page) { used.insert($0) }
        usedStatics = used
        add(job.file, page)
    }

    mutating func add(_ file: String, _ bytes: [UInt8], with deflater: Deflater? = nil) {
        zip.add(file.below(path), bytes, with: deflater)
    }

    mutating func add(_ attachment: Attachment, _ bytes: [UInt8], with deflater: Deflater) {
        let isSqueezed = MeetingArchive.squeezedFormats.contains(SourcePath.ending(attachment.name))
        add(attachment.path, bytes, with: isSqueezed ? nil : deflater)
    }

    mutating func add(_ file: String, shared: ZipArchive.Prepared) { zip.add(OfflineLinks.sharedFolder + file, shared) }

    mutating func finish() { zip.finish() }

    /// Formats that are squeezed already.
    private static let squeezedFormats: Set<String> = [
        "pdf", "png", "jpg", "jpeg", "gif", "webp", "zip", "docx", "xlsx", "pptx", "odt", "ods", "odp", "mp3", "mp4",
    ]
}

extension String {
    /// A path from a folder that it lies in.
    fileprivate func below(_ folder: String) -> String { String(self[utf8.index(startIndex, offsetBy: folder.utf8.count)...]) }
}
