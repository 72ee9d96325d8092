import Foundation
import Platform
import Synchronization

/// The folder of what was printed, each print under the name of all that went into it.
final class PrintStore: Sendable {
    struct Kept {
        let document: PrintedDocument
        /// What WeasyPrint said of it.
        let words: [String]
    }

    let folder: String
    let disk: Disk
    private let used = Mutex<Set<String>>([])

    init(_ folder: String, disk: Disk) throws {
        self.folder = folder
        self.disk = disk
        try disk.makeFolder(folder)
        try disk.write(PrintFiles.script, script)
        try disk.write(PrintFiles.sheet, sheet)
    }

    var script: String { folder + "/press.py" }
    var sheet: String { folder + "/pack.css" }
    func html(_ key: String) -> String { folder + "/" + key + ".html" }
    func draft(_ key: String) -> String { folder + "/" + key + ".new" }
    private func pdf(_ key: String) -> String { folder + "/" + key + ".pdf" }
    private func facts(_ key: String) -> String { folder + "/" + key + ".json" }

    func write(_ document: [UInt8], as key: String) throws { try disk.write(document, html(key)) }

    /// What was printed before.
    func known(_ key: String) -> Kept? {
        guard let entry = try? disk.entry(pdf(key)), entry.kind == .file, let bytes = try? disk.read(facts(key)),
            let answer = try? JSONDecoder().decode(PrintWorker.Answer.self, from: Data(bytes))
        else { return nil }
        return remember(key, answer, size: entry.size)
    }

    /// Keeps what was just printed. The facts come last: a print without them is no print.
    func keep(_ key: String, _ answer: PrintWorker.Answer) throws -> Kept {
        try disk.move(draft(key), pdf(key))
        try? disk.remove(html(key))
        try disk.write(Array(JSONEncoder().encode(answer)), facts(key))
        return remember(key, answer, size: try disk.entry(pdf(key))?.size ?? 0)
    }

    private func remember(_ key: String, _ answer: PrintWorker.Answer, size: Int) -> Kept {
        _ = used.withLock { $0.insert(key) }
        let document = PrintedDocument(file: pdf(key), pages: answer.pages ?? 0, size: size, starts: answer.starts ?? [])
        return Kept(document: document, words: answer.words ?? [])
    }

    /// Removes what only the work needed, and prints that nobody asked for.
    func clear(forgetting forgets: Bool) {
        let used = used.withLock { $0 }
        for entry in (try? disk.entries(folder)) ?? [] {
            let parts = entry.name.split(separator: ".")
            let isPrint = parts.count == 2 && ["pdf", "json"].contains(parts[1])
            if isPrint, !forgets || used.contains(String(parts[0])) { continue }
            try? disk.remove(folder + "/" + entry.name)
        }
    }
}
