import CAssets
import Foundation
import Platform
import Text

/// The Python that looks into files, and its processes: each serves one thread at a time.
struct AttachmentReader: Sendable {
    /// What a user types to get it, once.
    static let installation = "python3 -m venv ~/.local/share/moot/reader && ~/.local/share/moot/reader/bin/pip install pypdfium2 lxml pillow"

    /// The path of a Python; nil where there is none.
    private let python: String?

    /// - Parameter environment: The variables of the process: `MOOT_READER` names a Python, else the one that was installed for Moot is taken, else the first along `PATH`.
    init(environment: [String: String], disk: Disk) {
        let named = environment["MOOT_READER"].flatMap { $0.isEmpty ? nil : $0 }
        let own = environment["HOME"].map { $0 + "/.local/share/moot/reader/bin/python3" }
        let others = (environment["PATH"] ?? "").split(separator: ":").map { String($0) + "/python3" }
        let candidates: [String] = named.map { [$0] } ?? (own.map { [$0] } ?? []) + others
        var found: String?
        for path in candidates where found == nil && AttachmentReader.isFile(path, disk) { found = path }
        python = found
    }

    private static func isFile(_ path: String, _ disk: Disk) -> Bool { (try? disk.entry(path))??.kind == .file }

    /// Begins a process; nil where there is no Python that works.
    func start() -> LineProcess? {
        guard let python, let process = try? LineProcess([python, "-c", AttachmentReader.beginning]) else { return nil }
        do {
            try process.ask(AttachmentReader.modules)
            _ = try process.nextLine()
            return process
        } catch {
            return nil
        }
    }

    /// Takes the modules from the first line, so that no file of them lies anywhere; the folder that the user stands in is none of Python's.
    private static let beginning = """
        import sys
        sys.path[:] = [path for path in sys.path if path not in ("", ".")]
        import importlib.abc, importlib.util, json
        files = json.loads(sys.stdin.buffer.readline())
        class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
            def find_spec(self, name, path, target=None):
                return importlib.util.spec_from_loader(name, self) if name in files else None
            def exec_module(self, module):
                exec(compile(files[module.__name__], module.__name__, "exec"), module.__dict__)
        sys.meta_path.insert(0, Finder())
        import reader
        """

    private static let modules: [String: String] = {
        var modules: [String: String] = [:]
        for at in 0..<moot_reader_file_count() {
            let file = moot_reader_file_at(at)
            modules[String(cString: file.name)] = String(decoding: UnsafeBufferPointer(start: file.bytes, count: file.count), as: UTF8.self)
        }
        return modules
    }()

    /// Tells what this reader says of a file from what another version would say.
    static let edition: String = {
        let texts = modules.keys.sorted().map { modules[$0] ?? "" }
        return ContentHash.name(of: Array((beginning + texts.joined()).utf8))
    }()
}
