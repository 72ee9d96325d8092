import Platform
import Results
import Synchronization
import Text

/// Where a build keeps the texts that it read, a file for each folder of the sources. What is damaged, or of another form, is done without.
package final class TextStore: Sendable {
    private let folder: String
    private let ground: UInt64
    private let disk: Disk
    /// Whether what is read is kept here, too; else it is taken from here and left as it is.
    fileprivate let isKept: Bool
    private let onDamage: @Sendable () -> Void
    private let seen = Mutex<Set<String>>([])

    private static let form = "moot texts 2\n"

    /// - Parameters:
    ///   - folder: The folder in which they lie.
    ///   - ground: What every text depends on beside itself: the program.
    ///   - isKept: Whether what is read is kept here, too; else it is taken from here and left as it is.
    ///   - onDamage: Called where a file is not as it was left.
    package init(_ folder: String, ground: UInt64, disk: Disk = .real, isKept: Bool = true, onDamage: @escaping @Sendable () -> Void = {}) {
        (self.folder, self.ground, self.disk, self.isKept, self.onDamage) = (folder, ground, disk, isKept, onDamage)
        if isKept { try? disk.makeFolder(folder) }
    }

    private func name(_ source: String) -> String { ContentHash.name(of: Array(source.utf8)) }

    /// What was kept of a folder of the sources.
    fileprivate func texts(of source: String) -> FolderTexts {
        let name = name(source)
        _ = seen.withLock { $0.insert(name) }
        return FolderTexts((try? disk.read(folder + "/" + name)).flatMap(kept) ?? [], ground: ground, isKept: isKept)
    }

    private func kept(_ bytes: [UInt8]) -> [KeptText]? {
        let texts = (try? KeptFile.body(of: bytes, form: TextStore.form)).flatMap { try? ValueBytes.value([KeptText].self, from: $0) }
        if texts == nil { onDamage() }
        return texts
    }

    /// Keeps what was read of a folder; nil where that is what was kept before.
    fileprivate func keep(_ texts: [KeptText]?, of source: String) {
        guard isKept, let texts else { return }
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

extension TextStore? {
    /// What is known of the texts of a folder.
    ///
    /// - Parameter texts: Those that are in memory still.
    func texts(of source: String, after texts: FolderTexts?) -> FolderTexts { texts ?? self?.texts(of: source) ?? FolderTexts() }

    /// Takes what was read of a folder, and gives what stays in memory of it: nothing where it is kept on the disk.
    func keep(_ texts: FolderTexts, of source: String) -> FolderTexts? {
        var texts = texts
        let kept = texts.finish()
        guard let self, self.isKept else { return texts }
        self.keep(kept, of: source)
        return nil
    }
}
