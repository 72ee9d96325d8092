import Diagnostics
import Model

/// The files of which the head of their paper says that somebody looked at them: `unrestricted-files: [finance.xlsx]`.
struct AnsweredFiles {
    /// As sources.
    private let files: Set<String>
    /// Names that no file has.
    let faults: [Diagnostic]

    init(_ archive: Archive) {
        var files: Set<String> = []
        var faults: [Diagnostic] = []
        for meeting in archive.committees.flatMap(\.meetings) {
            let known = (meeting.attachments + meeting.papers.flatMap(\.attachments)).map(\.source)
            for paper in meeting.papers {
                let stem = paper.location.path.hasSuffix(".md") ? String(paper.location.path.dropLast(3)) : paper.location.path
                for name in paper.unrestrictedFiles {
                    let places = [stem + "/" + name.text, SourcePath.folder(stem) + "/" + name.text].filter(known.contains)
                    if places.isEmpty {
                        let names = known.map { SourcePath.name($0) }
                        faults.append(Diagnostic(AttachmentProblem.noSuchFile(name.text, nearest: names.nearest(to: name.text)), at: name.location))
                    }
                    files.formUnion(places.prefix(1))
                }
            }
        }
        (self.files, self.faults) = (files, faults)
    }

    func contains(_ file: Attachment) -> Bool { files.contains(file.source) }
}
