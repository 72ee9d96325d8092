#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What a look at folders finds.
struct FolderSnapshot: Sendable {
    /// What tells one state of a file from another.
    struct Entry: Equatable, Sendable {
        let isFolder: Bool
        let size: Int
        let modified: Int
        let modifiedNanoseconds: Int
        /// A file saved by rename is another file.
        let number: UInt64
    }

    private(set) var entries: [String: Entry] = [:]

    init(_ folders: [String]) {
        for folder in folders { look(at: folder, follows: true) }
    }

    private mutating func look(at path: String, follows: Bool) {
        var status = stat()
        guard (follows ? stat(path, &status) : lstat(path, &status)) == 0 else { return }
        let isFolder = status.st_mode & S_IFMT == S_IFDIR
        #if os(Linux)
        let modified = status.st_mtim
        #else
        let modified = status.st_mtimespec
        #endif
        // A folder's time changes with each file that is made in it, and that file is reported itself.
        entries[path] = Entry(
            isFolder: isFolder, size: isFolder ? 0 : Int(status.st_size), modified: isFolder ? 0 : Int(modified.tv_sec),
            modifiedNanoseconds: isFolder ? 0 : Int(modified.tv_nsec), number: UInt64(status.st_ino))
        guard isFolder else { return }
        for name in names(in: path) where !FolderWatch.isIgnored(name) { look(at: path + "/" + name, follows: false) }
    }

    /// What is not as it was in another look.
    func changes(since old: FolderSnapshot) -> [String] {
        var changed = entries.filter { old.entries[$0.key] != $0.value }.map(\.key)
        changed += old.entries.keys.filter { entries[$0] == nil }
        return changed.sorted()
    }
}

/// The names in a folder, without `.` and `..`; none where it cannot be read.
func names(in folder: String) -> [String] {
    guard let handle = opendir(folder) else { return [] }
    defer { closedir(handle) }
    var names: [String] = []
    while let next = readdir(handle) {
        let name = withUnsafePointer(to: &next.pointee.d_name) {
            $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { names.append(name) }
    }
    return names
}

/// Looks at everything again and again.
struct PollingWatch: Sendable {
    let folders: [String]
    /// In seconds.
    let interval: Double
    let last: FolderSnapshot

    func run(until stop: StopSignal, _ report: @Sendable (FolderWatch.Change) -> Void) {
        var last = last
        var pause = Int(interval * 1000)
        while stop.wait(milliseconds: pause) != nil {
            let start = monotonicMilliseconds()
            let now = FolderSnapshot(folders)
            let changes = now.changes(since: last)
            last = now
            pause = max(Int(interval * 1000), 4 * (monotonicMilliseconds() - start))
            if !changes.isEmpty { report(.paths(changes)) }
        }
    }
}
