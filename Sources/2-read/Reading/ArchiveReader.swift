import Diagnostics
import Platform
import Model

/// Reads a whole source tree.
package struct ArchiveReader: Sendable {
    let disk: Disk

    let versions: Versions

    package init(disk: Disk = .real, versions: Versions = .git) {
        self.disk = disk
        self.versions = versions
    }

    /// The archive, and all that is wrong with it. Where there is an error the archive is not to be published.
    package func read(_ root: String) -> (archive: Archive?, diagnostics: [Diagnostic]) {
        var live = LiveArchive(root, disk: disk, versions: versions)
        let (archive, diagnostics, _) = live.read(.everything)
        return (archive, diagnostics)
    }
}
