import Diagnostics
import Linking
import Model

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
            guard case .link(let link) = paper, case .file(let path) = linked.destination(of: link), let kind = kinds[SourcePath.ending(path)] else { return nil }
            return Diagnostic(WritingProblem.documentForPage(kind: kind), at: link.location)
        }
    }
}
