import Platform
import Text

/// Where a build keeps what it knows for the next one. Whatever is wrong with it, a build does without it.
package struct BuildCache: Sendable {
    package let folder: String
    private let disk: Disk

    package init(_ folder: String, disk: Disk = .real) { (self.folder, self.disk) = (folder, disk) }

    private var file: String { folder + "/last-build" }

    /// Before everything else: by it one knows a file of another form.
    private static let form = "moot last build 1\n"

    /// What the last build kept; nil where there is nothing, or nothing that can be read.
    ///
    /// - Returns: With what is to be said about it, as a sentence.
    package func last() -> (build: LastBuild?, trouble: String?) {
        do {
            guard try disk.entry(file) != nil else { return (nil, nil) }
            let bytes = try disk.read(file)
            guard bytes.starts(with: BuildCache.form.utf8) else { return (nil, unusable("was kept in another form")) }
            let body = bytes.dropFirst(BuildCache.form.utf8.count)
            let content = Array(body.dropFirst(BuildCache.sumLength))
            guard body.prefix(BuildCache.sumLength).elementsEqual(BuildCache.sum(of: content)), let build = LastBuild(content) else {
                return (nil, unusable("is damaged"))
            }
            return (build, nil)
        } catch {
            return (nil, unusable("cannot be read (\(error.reason))"))
        }
    }

    /// Keeps what the next build may use.
    ///
    /// - Returns: What is to be said where that is not possible, as a sentence.
    package func keep(_ build: LastBuild) -> String? {
        let content = build.bytes
        do {
            try disk.makeFolder(folder)
            // Nobody sees it half written.
            let new = folder + "/last-build.new"
            try disk.write(Array(BuildCache.form.utf8) + BuildCache.sum(of: content) + content, new)
            try? disk.remove(file)
            try disk.move(new, file)
            return nil
        } catch {
            return "What the next build could use cannot be kept in \(folder) (\(error.reason)); it will make everything anew."
        }
    }

    /// Removes what was kept.
    package func forget() { if (try? disk.entry(file)) ?? nil != nil { try? disk.remove(file) } }

    private static let sumLength = 64

    private static func sum(of bytes: [UInt8]) -> [UInt8] { Array(SHA256.digest(of: bytes).hexadecimal.utf8) }

    private func unusable(_ fault: String) -> String { "What the last build kept in \(folder) \(fault); everything is made anew." }
}
