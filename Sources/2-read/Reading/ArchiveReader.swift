import Diagnostics
import Platform
import Model

/// Reads a whole source tree, once.
package struct ArchiveReader: Sendable {
    let disk: Disk

    let versions: Versions
    let isPublication: Bool
    let store: TextStore?

    /// - Parameters:
    ///   - isPublication: Whether it will be recorded what is published.
    ///   - store: Where builds keep the texts that they read; nil where all is read anew.
    package init(disk: Disk = .real, versions: Versions = .git, isPublication: Bool = false, store: TextStore? = nil) {
        self.disk = disk
        self.versions = versions
        self.isPublication = isPublication
        self.store = store
    }

    /// The archive, and all that is wrong with it. Where there is an error the archive is not to be published.
    package func read(_ root: String) -> (archive: Archive?, diagnostics: [Diagnostic]) {
        var folder = SourceFolder(root, disk: disk, versions: versions, isPublication: isPublication, store: store)
        let read = folder.read()
        store?.finish()
        return read
    }
}
