import Diagnostics
import Linking
import Packs

/// Papers that are files to download where they could be pages.
enum PaperFiles {
    /// What word processors write, by the ending of the name.
    private static let kinds = [
        "pdf": "PDF", "doc": "Word document", "docx": "Word document", "odt": "text document", "rtf": "text document",
        "ppt": "presentation", "pptx": "presentation",
    ]

    /// The open items' papers: appendices that a text links to may be plans or forms, which are no pages.
    static func findings(in linked: LinkedArchive) -> [Diagnostic] {
        linked.archive.committees.flatMap(\.meetings).flatMap(\.everyItem).compactMap(\.open).flatMap(\.papers).compactMap { paper in
            guard case .link(let link) = paper, case .file(let path) = linked.destination(of: link), let kind = kinds[path.fileEnding] else { return nil }
            return Diagnostic(WritingProblem.documentForPage(kind: kind), at: link.place)
        }
    }
}

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
    public var attachmentCounts: [AttachmentCount] {
        Dictionary(grouping: attachments) { $0.path.fileEnding }
            .map { AttachmentCount(kind: $0.key.uppercased(), count: $0.value.count, size: $0.value.reduce(0) { $0 + $1.size }) }
            .sorted { ($1.count, $0.kind) < ($0.count, $1.kind) }
    }
}

extension String {
    /// What stands after the last dot of a file's name, in small letters.
    var fileEnding: String {
        let name = SourcePath.name(self)
        return name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
    }
}
