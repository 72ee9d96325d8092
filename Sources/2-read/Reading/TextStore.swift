import Platform
import Results
import Synchronization
import Text

/// Where a build keeps the texts that it read, a file for each folder of the sources. What is damaged, or of another form, is done without.
package final class TextStore: Sendable {
    private let folder: String
    private let ground: UInt64
    private let disk: Disk
    private let onDamage: @Sendable () -> Void
    private let seen = Mutex<Set<String>>([])

    private static let form = "moot texts 1\n"

    /// - Parameters:
    ///   - folder: The folder in which they lie.
    ///   - ground: What every text depends on beside itself: the program.
    ///   - onDamage: Called where a file is not as it was left.
    package init(_ folder: String, ground: UInt64, disk: Disk = .real, onDamage: @escaping @Sendable () -> Void) {
        (self.folder, self.ground, self.disk, self.onDamage) = (folder, ground, disk, onDamage)
        try? disk.makeFolder(folder)
    }

    private func name(_ source: String) -> String { ContentHash.name(of: Array(source.utf8)) }

    /// What was kept of a folder of the sources.
    func texts(of source: String) -> FolderTexts {
        let name = name(source)
        _ = seen.withLock { $0.insert(name) }
        return FolderTexts((try? disk.read(folder + "/" + name)).flatMap(kept) ?? [], ground: ground)
    }

    private func kept(_ bytes: [UInt8]) -> [KeptText]? {
        let texts = (try? KeptFile.body(of: bytes, form: TextStore.form)).flatMap { try? ValueBytes.value([KeptText].self, from: $0) }
        if texts == nil { onDamage() }
        return texts
    }

    /// Keeps what was read of a folder; nil where that is what was kept before.
    func keep(_ texts: [KeptText]?, of source: String) {
        guard let texts else { return }
        let path = folder + "/" + name(source)
        // Whatever cannot be kept is read again; what is old must go.
        guard (try? disk.entry(path)) ?? nil == nil || (try? disk.remove(path)) != nil, !texts.isEmpty else { return }
        try? disk.write(KeptFile.bytes(ValueBytes.of(texts), form: TextStore.form), path)
    }

    /// Removes what was kept of folders that are no longer there.
    package func finish() {
        let seen = seen.withLock { $0 }
        for entry in (try? disk.entries(folder)) ?? [] where !seen.contains(entry.name) { try? disk.remove(folder + "/" + entry.name) }
    }
}
