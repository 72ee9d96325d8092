import Foundation
import Platform
import Results
import Synchronization
import Text

/// What is known of files, by the SHA-256 of their bytes and the version of the reader: nothing is looked into twice.
package final class FindingsStore: Sendable {
    /// nil where nothing is on the disk.
    private let folder: String?
    private let isKept: Bool
    private let disk: Disk
    private let known = Mutex<[String: FileFindings]>([:])
    private let asked = Mutex<Set<String>>([])

    private static let form = "moot attachment 1\n"

    /// - Parameters:
    ///   - folder: Where findings lie, a file each; nil for memory alone.
    ///   - isKept: Whether new ones are written there.
    package init(_ folder: String?, isKept: Bool, disk: Disk = .real) { (self.folder, self.isKept, self.disk) = (folder, isKept, disk) }

    static func name(of bytes: [UInt8]) -> String { SHA256.digest(of: bytes).hexadecimal + "-" + AttachmentReader.edition }

    func findings(_ name: String) -> FileFindings? {
        _ = asked.withLock { $0.insert(name) }
        if let known = known.withLock({ $0[name] }) { return known }
        guard let folder, let bytes = try? disk.read(folder + "/" + name), let body = try? KeptFile.body(of: bytes, form: FindingsStore.form),
            let found = try? JSONDecoder().decode(FileFindings.self, from: Data(body))
        else { return nil }
        known.withLock { $0[name] = found }
        return found
    }

    func keep(_ found: FileFindings, as name: String) {
        known.withLock { $0[name] = found }
        guard let folder, isKept, let body = try? JSONEncoder().encode(found) else { return }
        // Whoever cannot keep it looks again.
        try? disk.makeFolder(folder)
        try? disk.write(KeptFile.bytes(Array(body), form: FindingsStore.form), folder + "/" + name)
    }

    /// Removes what nobody asked for: a file may be exempt now.
    package func forgetOthers() {
        guard let folder, isKept else { return }
        let asked = asked.withLock { $0 }
        for entry in (try? disk.entries(folder)) ?? [] where !asked.contains(entry.name) { try? disk.remove(folder + "/" + entry.name) }
    }
}
