import Diagnostics
import Machine
import Packs

/// Reads a whole source tree.
public struct ArchiveReader: Sendable {
    let disk: Disk

    let versions: Versions

    public init(disk: Disk = .real, versions: Versions = .git) {
        self.disk = disk
        self.versions = versions
    }

    /// The archive, and all that is wrong with it. Where there is an error the archive is not to be published.
    public func read(_ root: String) -> (archive: Archive?, diagnostics: [Diagnostic]) {
        var live = LiveArchive(root, disk: disk, versions: versions)
        let (archive, diagnostics, _) = live.read(.everything)
        return (archive, diagnostics)
    }
}
