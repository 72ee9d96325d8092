import Platform
import Text

/// The states by which a build tells that nothing has changed.
package enum BuildState {
    /// Of all that a site is made from.
    ///
    /// - Parameters:
    ///   - words: Options, as the user wrote them.
    ///   - folders: Of sources, templates and static files.
    ///   - files: The program and its libraries.
    /// - Returns: nil where it cannot be told, or where something was changed so shortly before the moment `now`, in nanoseconds since 1970, that
    ///   a further change could have the same time.
    package static func inputs(_ words: [String], folders: [String], files: [String], disk: Disk, now: Int64) -> String? {
        var state = DiskState(disk: disk, times: .changes)
        words.forEach { state.add($0) }
        folders.forEach { state.add(folder: $0) }
        for file in files + ["/usr/share/zoneinfo/tzdata.zi"] { state.add(file: file) }
        folders.first.map { addHistory(of: $0, disk, &state) }
        guard !state.isUnclear, state.latest < now - coarseness else { return nil }
        return SHA256.digest(of: state.lines).hexadecimal
    }

    /// Of a site.
    package static func site(_ folder: String, disk: Disk) -> String? {
        var state = DiskState(disk: disk, times: .writings)
        state.add(folder: folder)
        return state.isUnclear ? nil : SHA256.digest(of: state.lines).hexadecimal
    }

    /// In nanoseconds. Disks count in steps of up to two seconds (FAT).
    private static let coarseness: Int64 = 2_000_000_000

    /// Where minutes were approved, the draft before is read from git: by these files a commit, a branch and a deeper history are told.
    private static func addHistory(of folder: String, _ disk: Disk, _ state: inout DiskState) {
        guard var above = try? disk.resolve(folder) else { return }
        while true {
            let git = above + "/.git"
            if let entry = try? disk.entry(git) {
                // The file of a work tree names a folder elsewhere.
                guard entry.kind == .folder else { return state.add(folder: git) }
                for name in ["HEAD", "packed-refs", "shallow", "logs/HEAD"] { state.add(file: git + "/" + name) }
                return state.add(folder: git + "/refs/heads")
            }
            guard let slash = above.lastIndex(of: "/"), slash > above.startIndex else { return }
            above = String(above[..<slash])
        }
    }
}
