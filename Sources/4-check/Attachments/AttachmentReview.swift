import Diagnostics
import Foundation
import Linking
import Model
import Platform
import Reading
import Synchronization

/// Looks into the files that are to be published. Those of exempt papers are none of them, and are not even opened.
package struct AttachmentReview: Sendable {
    private let store: FindingsStore
    private let reader: AttachmentReader
    private let disk: Disk

    package init(keepingIn store: FindingsStore, environment: [String: String] = ProcessInfo.processInfo.environment, disk: Disk = .real) {
        self.store = store
        self.disk = disk
        reader = AttachmentReader(environment: environment, disk: disk)
    }

    /// - Parameter isWanted: Asked before each file; once the answer is no longer wanted, what is given is not all.
    package func check(_ linked: LinkedArchive, while isWanted: @escaping @Sendable () -> Bool = { true }) -> [Diagnostic] {
        let isStrict = linked.archive.authority.attachments.isStrict
        let answered = AnsweredFiles(linked.archive)
        let processes = Mutex<[LineProcess]>([])
        let found = linked.attachments.concurrentMap { file -> (attachment: Attachment, found: FileFindings)? in
            guard isWanted(), !AttachmentKinds.isText(file.path) || file.size < AttachmentReview.longestText, let bytes = try? disk.read(file.source) else { return nil }
            return (file, self.findings(bytes, of: file, processes))
        }.compactMap(\.self)
        for process in processes.withLock({ $0 }) { process.end() }
        var diagnostics: [Diagnostic] = []
        let unread = found.filter { $0.found.isForWantOfReader }
        if let first = unread.first {
            let problem = AttachmentProblem.noReader(count: unread.count, reason: AttachmentReview.reason(unread.map(\.found)), isStrict: isStrict)
            diagnostics.append(Diagnostic(problem, at: SourceLocation(first.attachment.source)))
        }
        for (file, found) in found where !found.isForWantOfReader {
            let problems = FileVerdict(found, isStrict: isStrict, isAnswered: answered.contains(file)).problems
            diagnostics += problems.map { Diagnostic($0, at: SourceLocation(file.source)) }
        }
        return diagnostics + answered.faults
    }

    /// Text is read by Moot itself; a table may be of any length, in bytes.
    private static let longestText = 64 << 20

    private static func reason(_ found: [FileFindings]) -> String {
        let packages = Set(found.compactMap(\.error).filter { $0.hasPrefix(FileFindings.missing) }.flatMap { $0.dropFirst(FileFindings.missing.count).components(separatedBy: ", ") }).filter { !$0.isEmpty }
        if packages.isEmpty { return "there is no Python here that could do it" }
        return "Python has no " + packages.sorted().joined(separator: ", no ") + " here"
    }

    private func findings(_ bytes: [UInt8], of file: Attachment, _ processes: borrowing Mutex<[LineProcess]>) -> FileFindings {
        if AttachmentKinds.isText(file.path) { return FileFindings(text: bytes) }
        let name = FindingsStore.name(of: bytes)
        if let known = store.findings(name) { return known }
        guard let process = processes.withLock({ $0.popLast() }) ?? reader.start() else { return FileFindings(error: FileFindings.missing) }
        let question = ["file": path(file.source), "kind": SourcePath.ending(file.path)]
        guard let found = answer(process, question) else { return FileFindings(error: "it is broken, or made to do harm") }
        processes.withLock { $0.append(process) }
        if !found.isForWantOfReader { store.keep(found, as: name) }
        return found
    }

    private func answer(_ process: LineProcess, _ question: [String: String]) -> FileFindings? {
        do {
            try process.ask(question)
            return try JSONDecoder().decode(FileFindings.self, from: process.nextLine())
        } catch {
            return nil
        }
    }

    private func path(_ source: String) -> String { (try? disk.resolve(source)) ?? source }
}
