import Foundation

/// Former versions of files, where somebody keeps them: a small injected value like `Disk`.
package struct Versions: Sendable {
    /// The contents that files had, by path, newest first. Nothing is an answer too: there may be no history, or only the
    /// last of it.
    package var contents: @Sendable (_ paths: [String], _ folder: String) -> [String: [[UInt8]]]

    package init(contents: @escaping @Sendable (_ paths: [String], _ folder: String) -> [String: [[UInt8]]]) {
        self.contents = contents
    }

    /// No history.
    package static let none = Versions { _, _ in [:] }

    /// What git has committed. It is asked twice, for all files at once: which versions there are, and what is in them.
    package static let git = Versions { paths, folder in Git(folder: folder)?.contents(of: paths) ?? [:] }
}

/// Asks git, and takes no answer for none: a build must not depend on it.
private struct Git {
    let folder: String
    /// In seconds. A history that takes longer is not worth waiting for.
    static let patience = 20.0
    /// Of one file.
    static let versionLimit = 50
    static let sizeLimit = 16 << 20

    /// nil where the folder is in no work tree.
    init?(folder: String) {
        guard let whole = try? Disk.real.resolve(folder) else { return nil }
        var above = whole
        while (try? Disk.real.entry(above + "/.git")) ?? nil == nil {
            guard let slash = above.lastIndex(of: "/"), above != "/" else { return nil }
            above = slash == above.startIndex ? "/" : String(above[..<slash])
            if above == "/" { return nil }
        }
        self.folder = whole
    }

    func contents(of paths: [String]) -> [String: [[UInt8]]] {
        guard let log = run(["log", "--no-color", "--no-renames", "--no-ext-diff", "--format=%x01%H", "--name-only", "--relative", "-z", "--"] + paths) else { return [:] }
        let versions = Git.versions(in: log, of: Set(paths))
        let names = paths.flatMap { path in (versions[path] ?? []).prefix(Git.versionLimit).map { (path: path, name: "\($0):./\(path)") } }
        guard !names.isEmpty, let batch = run(["cat-file", "--batch"], input: names.map { $0.name + "\n" }.joined()) else { return [:] }
        var found: [String: [[UInt8]]] = [:]
        for (name, content) in zip(names, Git.objects(in: batch)) { if let content { found[name.path, default: []].append(content) } }
        return found
    }

    /// By path: the commits that touched it, newest first.
    private static func versions(in log: [UInt8], of paths: Set<String>) -> [String: [String]] {
        var found: [String: [String]] = [:]
        for commit in log.split(separator: 1) {
            let parts = commit.split { $0 == 0 || $0 == 0x0A }.map { String(decoding: $0, as: UTF8.self) }
            for path in parts.dropFirst() where paths.contains(path) { found[path, default: []].append(parts[0]) }
        }
        return found
    }

    /// What `cat-file --batch` prints: a line with the size, then as many bytes and a line feed; a line alone for what is missing.
    private static func objects(in batch: [UInt8]) -> [[UInt8]?] {
        var found: [[UInt8]?] = []
        var rest = batch[...]
        while let end = rest.firstIndex(of: 0x0A) {
            let head = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ")
            rest = rest[(end + 1)...]
            guard head.count == 3, head[1] == "blob", let size = Int(head[2]), size <= rest.count else {
                found.append(nil)
                continue
            }
            found.append(size <= sizeLimit ? Array(rest.prefix(size)) : nil)
            rest = rest.dropFirst(size + 1)
        }
        return found
    }

    /// What git prints; nil where it fails, is not there or takes too long.
    private func run(_ arguments: [String], input: String = "") -> [UInt8]? {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let settings = ["core.quotePath=false", "log.showSignature=false", "log.follow=false", "core.fsmonitor=false"]
        process.arguments = ["git", "--no-pager", "-C", folder] + settings.flatMap { ["-c", $0] } + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"], uniquingKeysWith: { $1 })
        let (entrance, exit) = (Pipe(), Pipe())
        process.standardInput = entrance
        process.standardOutput = exit
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let watch = DispatchWorkItem { process.terminate() }
        DispatchQueue.global().asyncAfter(deadline: .now() + Git.patience, execute: watch)
        // In its own thread, since git may begin to answer before it has read all.
        DispatchQueue.global().async {
            try? entrance.fileHandleForWriting.write(contentsOf: Data(input.utf8))
            try? entrance.fileHandleForWriting.close()
        }
        let answer = (try? exit.fileHandleForReading.readToEnd()) ?? nil
        process.waitUntilExit()
        watch.cancel()
        return process.terminationStatus == 0 ? Array(answer ?? Data()) : nil
    }
}
