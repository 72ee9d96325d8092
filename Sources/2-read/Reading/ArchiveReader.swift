import Diagnostics
import Platform
import Model

/// Reads a whole source tree.
package struct ArchiveReader: Sendable {
    let disk: Disk

    let versions: Versions
    let isPublication: Bool

    /// - Parameter isPublication: Whether it will be recorded what is published.
    package init(disk: Disk = .real, versions: Versions = .git, isPublication: Bool = false) {
        self.disk = disk
        self.versions = versions
        self.isPublication = isPublication
    }

    /// The archive, and all that is wrong with it. Where there is an error the archive is not to be published.
    package func read(_ root: String) -> (archive: Archive?, diagnostics: [Diagnostic]) {
        var live = LiveArchive(root, disk: disk, versions: versions, isPublication: isPublication)
        let (archive, diagnostics, _) = live.read(.everything)
        return (archive, diagnostics)
    }
}
