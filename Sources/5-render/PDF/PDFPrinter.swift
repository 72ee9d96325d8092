import Diagnostics
import Dispatch
import Foundation
import Platform
import Synchronization
import Text

/// Prints finished pages as PDF, each once: what was printed before and is the same is taken from a folder beside the site.
///
/// Several pages may be printed at the same time, from as many threads; each print then has a process of its own.
package final class PDFPrinter: Sendable {
    /// What is printed, and with what.
    package struct Order: Sendable {
        /// A path of WeasyPrint; nil to look for it.
        let program: String?
        /// The variables of the process.
        let environment: [String: String]

        package init(program: String?, environment: [String: String] = ProcessInfo.processInfo.environment) {
            self.program = program
            self.environment = environment
        }
    }

    /// The site that pages belong to while it is made.
    package struct Site: Sendable {
        /// Where its files lie now.
        let folder: String
        /// Where it will stand on the web; ends in `/`.
        let address: String
        /// The authority's own, `#rrggbb` or `#rgb`; nil for none.
        let colour: String?

        package init(folder: String, address: String, colour: String? = nil) {
            self.folder = folder
            self.address = address
            self.colour = colour
        }
    }

    private let python: [String]
    private let site: Site
    private let store: PrintStore
    /// What all prints have in common, as it counts for their names.
    private let edition: String
    private let idle: Mutex<[PrintWorker]>
    private let free: DispatchSemaphore
    private let found = Mutex<[Diagnostic]>([])

    /// One print of a very long pack takes up to so much memory, in bytes.
    private static let memory: UInt64 = 1 << 30

    /// - Parameter folder: Where prints are kept from build to build.
    /// - Throws: `PrintingProblem` where nothing can be printed here; `DiskError`.
    package init(_ order: Order, site: Site, keepingIn folder: String, disk: Disk) throws {
        let python = try WeasyPrint(order.program, environment: order.environment, disk: disk).python
        self.python = python
        self.site = site
        store = try PrintStore(folder, disk: disk)
        let first = try PDFPrinter.begin(python, script: store.script)
        edition = first.version + ContentHash.name(of: PrintFiles.script) + ContentHash.name(of: PrintFiles.sheet)
        idle = Mutex([first.worker])
        let byMemory = max(1, ProcessInfo.processInfo.physicalMemory / PDFPrinter.memory)
        free = DispatchSemaphore(value: min(ProcessInfo.processInfo.activeProcessorCount, Int(byMemory)))
    }

    private static func begin(_ python: [String], script: String) throws -> (worker: PrintWorker, version: String) {
        guard let worker = try? PrintWorker(python, script: script) else { throw PrintingProblem.notFound(python[0]) }
        guard let greeting = try? worker.greeting() else { throw PrintingProblem.unusable(reason: "it ended at once") }
        let version = greeting.version ?? ""
        if let major = version.split(separator: ".").first.flatMap({ Int($0) }), major < WeasyPrint.oldest { throw PrintingProblem.tooOld(version) }
        if let reason = greeting.error { throw PrintingProblem.unusable(reason: reason) }
        return (worker, version)
    }

    /// What went wrong so far.
    package var diagnostics: [Diagnostic] { found.withLock { $0 }.sorted { $0.location.path < $1.location.path } }

    /// Prints a page, or finds it printed; nil where that fails, which `diagnostics` tells.
    ///
    /// - Parameters:
    ///   - page: Its bytes.
    ///   - path: Its address in the site, without a slash before it, ending in one.
    package func print(_ page: [UInt8], at path: String) -> PrintedDocument? {
        guard let text = PageText(page) else { return report(.noDocument, path) }
        let document = text.document(in: site.colour)
        let key = self.key(of: document, text.pictures, at: path)
        if let known = store.known(key) {
            if !known.words.isEmpty { report(.remarks(known.words), path) }
            return known.document
        }
        free.wait()
        defer { free.signal() }
        do {
            try store.write(document, as: key)
            let answer = try ask(PrintWorker.Work(
                html: store.html(key), css: store.sheet, address: site.address + encoded(path), site: site.address, folder: site.folder,
                pdf: store.draft(key), key: key))
            if let reason = answer.error { return report(.notPrinted(reason: reason), path) }
            let kept = try store.keep(key, answer)
            if !kept.words.isEmpty { report(.remarks(kept.words), path) }
            return kept.document
        } catch let problem as PrintingProblem {
            return report(problem, path)
        } catch let problem as DiskError {
            return report(.notPrinted(reason: problem.reason), path)
        } catch is LineProcess.Gone {
            return report(.notPrinted(reason: "it ended without a word, perhaps for want of memory"), path)
        } catch {
            return report(.notPrinted(reason: "its answer cannot be read"), path)
        }
    }

    private func ask(_ work: PrintWorker.Work) throws -> PrintWorker.Answer {
        let worker = try idle.withLock { $0.popLast() } ?? PDFPrinter.begin(python, script: store.script).worker
        let answer = try worker.answer(to: work)
        idle.withLock { $0.append(worker) }
        return answer
    }

    /// Names a print by all that goes into it.
    private func key(of document: [UInt8], _ pictures: [String], at path: String) -> String {
        var parts = Array((edition + site.address + path + "\n").utf8) + document
        for picture in pictures {
            let file = site.folder + "/" + path + (picture.removingPercentEncoding ?? picture)
            parts += ContentHash.name(of: (try? store.disk.read(file)) ?? []).utf8
        }
        return ContentHash.name(of: parts) + ContentHash.name(ContentHash.value(of: parts, seed: 1))
    }

    private func encoded(_ path: String) -> String { path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path }

    @discardableResult private func report(_ problem: PrintingProblem, _ path: String) -> PrintedDocument? {
        found.withLock { $0.append(Diagnostic(problem, at: SourceLocation(path))) }
        return nil
    }

    /// Ends the processes.
    ///
    /// - Parameter forgets: Whether prints that were not asked for are removed: those of pages that are no more as they were.
    package func close(forgetting forgets: Bool) {
        for worker in idle.withLock({ $0 }) { worker.end() }
        idle.withLock { $0 = [] }
        store.clear(forgetting: forgets)
    }
}
