import Platform
import Model
import Permalinks
import Text

/// `published.tsv` on the disk.
struct PublishedFile {
    let path: String
    let disk: Disk

    init(content: String, disk: Disk) {
        path = PublishedRecord.path(in: content)
        self.disk = disk
    }

    /// Puts the new record in the place of the old one in one step; nothing where it is as it was.
    func write(_ bytes: [UInt8]) throws(DiskError) {
        if try disk.entry(path) != nil, try disk.read(path) == bytes { return }
        let folder = SourcePath.folder(path)
        let new = (folder.isEmpty ? "" : folder + "/") + "." + PublishedRecord.fileName + ".new"
        try disk.write(bytes, new)
        try disk.move(new, path)
    }

    /// Of all attachments: only a publication reads them for it.
    ///
    /// - Parameter record: What was published before: where it has numbers of the former kind, these are made too.
    func numbers(of attachments: [Attachment], record: PublishedRecord) -> [String: FileNumbers] {
        let found = attachments.concurrentMap { [disk] attachment in
            (attachment.path, (try? disk.read(attachment.source)).map { bytes in
                let former = record.hasFormerNumbers ? bytes.withUnsafeBufferPointer { FormerFingerprint(of: $0) } : nil
                return FileNumbers(Fingerprint(ofFile: bytes), former: former)
            })
        }
        return Dictionary(found.compactMap { path, numbers in numbers.map { (path, $0) } }, uniquingKeysWith: { first, _ in first })
    }
}
