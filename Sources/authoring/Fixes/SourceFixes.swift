import Linking
import Platform
import Model
import Reading

/// Mends in sources what can be mended without doubt: what the pages made of them do not show.
///
/// A source that is exempt, or an agenda that has an exempt item, is neither touched nor shown.
package enum SourceFixes {
    /// What would be changed, by path. Nothing is written.
    ///
    /// - Parameter linked: An archive without errors: while there are any, nobody can say what is exempt.
    package static func proposals(for linked: LinkedArchive, disk: Disk = .real) -> [SourceFix] {
        sources(of: linked).concurrentMap { path in
            guard let bytes = try? disk.read(path) else { return nil }
            return SourceFix(path: path, before: bytes)
        }.compactMap(\.self)
    }

    /// The files of all texts that are published as a whole.
    private static func sources(of linked: LinkedArchive) -> [String] {
        let meetings = linked.archive.committees.flatMap(\.meetings)
        let withExemptItems = Set(meetings.flatMap(\.everyItem).filter { $0.exemption != nil }.map(\.location.path))
        let all = Set(linked.references.documents.map(\.document.path))
        return all.filter { $0.hasSuffix(".md") && !withExemptItems.contains($0) }.sorted()
    }
}

/// The changes to one source.
package struct SourceFix: Sendable {
    package let path: String
    package let before: [UInt8]
    package let after: [UInt8]

    /// nil where there is nothing to mend.
    init?(path: String, before: [UInt8]) {
        guard let after = SourceFixer.mended(before), after != before else { return nil }
        self.path = path
        self.before = before
        self.after = after
    }

    /// Puts the mended source in the place of the old one, in one step.
    ///
    /// - Returns: False where the file was changed meanwhile; then nothing is written.
    package func write(disk: Disk = .real) throws(DiskError) -> Bool {
        guard try disk.read(path) == before else { return false }
        try disk.replace(after, path)
        return true
    }
}
