import Diagnostics
import Linking
import Platform
import Markdown
import Model
import Permalinks

/// `published.tsv` on the disk.
struct PublishedFile {
    let path: String
    let disk: Disk

    init(content: String, disk: Disk) {
        path = (content.hasSuffix("/") ? content : content + "/") + Publication.fileName
        self.disk = disk
    }

    /// The record; nil where there is none, or something is wrong with it.
    func read() -> (record: PublishedRecord?, diagnostics: [Diagnostic]) {
        do {
            guard let entry = try disk.entry(path) else { return (nil, []) }
            guard entry.kind == .file else { return (nil, [Diagnostic(PublicationProblem.unreadable(reason: "it is not a file"), at: SourceLocation(path))]) }
            guard entry.size <= RecordReader.limit else {
                let problem = PublicationProblem.tooLarge(megabytes: entry.size >> 20, limit: RecordReader.limit >> 20)
                return (nil, [Diagnostic(problem, at: SourceLocation(path))])
            }
            return RecordReader.read(try disk.read(path), path: path)
        } catch {
            return (nil, [Diagnostic(PublicationProblem.unreadable(reason: error.reason), at: SourceLocation(path))])
        }
    }

    /// Puts the new record in the place of the old one in one step; nothing where it is as it was.
    func write(_ bytes: [UInt8]) throws(DiskError) {
        if try disk.entry(path) != nil, try disk.read(path) == bytes { return }
        let folder = SourcePath.folder(path)
        let new = (folder.isEmpty ? "" : folder + "/") + "." + Publication.fileName + ".new"
        try disk.write(bytes, new)
        try disk.move(new, path)
    }

    /// Of all attachments: only a publication reads them for it.
    func fingerprints(of attachments: [Attachment]) -> [String: Fingerprint] {
        let found = attachments.concurrentMap { attachment in (attachment.path, (try? disk.read(attachment.source)).map { Fingerprint(of: $0) }) }
        return Dictionary(found.compactMap { path, fingerprint in fingerprint.map { (path, $0) } }, uniquingKeysWith: { first, _ in first })
    }
}
