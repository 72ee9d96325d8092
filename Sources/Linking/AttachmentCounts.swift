import Packs

/// The files of one kind that a site publishes as they are.
public struct AttachmentCount: Sendable, Equatable {
    /// The ending of their names in capitals, `PDF`; empty for names without one.
    public let kind: String
    public let count: Int
    /// Of all of them, in bytes.
    public let size: Int
}

extension LinkedArchive {
    /// How many files of each kind are published, the most frequent first: what an accessibility statement has to tell.
    public var attachmentCounts: [AttachmentCount] { LinkedArchive.counts(of: attachments) }

    /// The same of some of its files.
    public static func counts(of attachments: [Attachment]) -> [AttachmentCount] {
        Dictionary(grouping: attachments) { $0.path.fileEnding }
            .map { AttachmentCount(kind: $0.key.uppercased(), count: $0.value.count, size: $0.value.reduce(0) { $0 + $1.size }) }
            .sorted { ($1.count, $0.kind) < ($0.count, $1.kind) }
    }
}

extension String {
    /// What stands after the last dot of a file's name, in small letters.
    package var fileEnding: String {
        let name = SourcePath.name(self)
        return name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
    }
}
