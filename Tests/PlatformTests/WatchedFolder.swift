import Foundation
import Platform

/// A folder in a temporary place, and what a watch of it reported.
final class WatchedFolder: Sendable {
    let path: String
    private let changes = Changes()
    private let watching: Watching

    /// - Parameter files: Paths of files that are there before the watch begins.
    init(_ watch: FolderWatch, files: [String] = [], isThere: Bool = true) {
        let path = FileManager.default.temporaryDirectory.path + "/moot-watch-\(UUID().uuidString)"
        self.path = path
        if isThere { try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
        for file in files { WatchedFolder.write("before", path + "/" + file) }
        watching = watch.start([path + "/"]) { [changes] in changes.add($0) }
    }

    deinit {
        watching.stop()
        try? FileManager.default.removeItem(atPath: path)
    }

    func write(_ text: String, to name: String) { WatchedFolder.write(text, path + "/" + name) }

    private static func write(_ text: String, _ file: String) {
        let folder = String(file[..<file.lastIndex(of: "/")!])
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        overwrite(file, text)
    }

    func move(_ name: String, to new: String) { rename(path + "/" + name, path + "/" + new) }

    func remove(_ name: String) { try? FileManager.default.removeItem(atPath: path + "/" + name) }

    /// All names that were reported until these were among them, or a long time had passed.
    func names(until wanted: [String]) async -> Set<String> {
        for _ in 0..<500 {
            if changes.names(below: path).isSuperset(of: wanted) { break }
            try? await Task.sleep(for: .milliseconds(10))
        }
        return changes.names(below: path)
    }

    func forget() { changes.forget() }

    var reports: [FolderWatch.Change] { changes.all }

    /// Waits for a report of everything.
    func reportsEverything() async -> Bool {
        for _ in 0..<500 {
            if changes.all.contains(.everything) { return true }
            try? await Task.sleep(for: .milliseconds(10))
        }
        return false
    }
}

private final class Changes: @unchecked Sendable {
    private let lock = NSLock()
    private var reports: [FolderWatch.Change] = []

    func add(_ change: FolderWatch.Change) { lock.withLock { reports.append(change) } }
    func forget() { lock.withLock { reports = [] } }
    var all: [FolderWatch.Change] { lock.withLock { reports } }

    func names(below folder: String) -> Set<String> {
        var names: Set<String> = []
        for case .paths(let paths) in all {
            for path in paths { names.insert(path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.utf8.count + 1)) : path) }
        }
        return names
    }
}

/// Writes a file in place, as plain editors save.
func overwrite(_ file: String, _ text: String = "1") {
    guard let handle = fopen(file, "w") else { return }
    fputs(text, handle)
    fclose(handle)
}
