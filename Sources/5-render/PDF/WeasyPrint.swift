import Platform

/// The WeasyPrint of this machine: the Python that it runs with.
struct WeasyPrint: Sendable {
    /// The oldest whose PDFs pass as PDF/UA-1, and that hands out files in the way the script asks.
    static let oldest = 70

    /// The command that runs a script: `["/home/clerk/weasyprint/bin/python"]`.
    let python: [String]

    /// - Parameters:
    ///   - program: A path of WeasyPrint; nil to look for it in `$WEASYPRINT` and along `$PATH`.
    ///   - environment: The variables of the process.
    init(_ program: String?, environment: [String: String], disk: Disk) throws(PrintingProblem) {
        let named = program ?? environment["WEASYPRINT"].flatMap { $0.isEmpty ? nil : $0 }
        if let named {
            guard let found = WeasyPrint.file(named, disk) else { throw .notFound(named) }
            python = try WeasyPrint.interpreter(of: found, disk)
            return
        }
        let folders = (environment["PATH"] ?? "").split(separator: ":")
        guard let found = folders.lazy.compactMap({ WeasyPrint.file($0 + "/weasyprint", disk) }).first else { throw .noWeasyPrint }
        python = try WeasyPrint.interpreter(of: found, disk)
    }

    private static func file(_ path: String, _ disk: Disk) -> String? { (try? disk.entry(path))??.kind == .file ? path : nil }

    /// What the first line of a script names; pip writes a second one where the path is too long for the first.
    private static func interpreter(of script: String, _ disk: Disk) throws(PrintingProblem) -> [String] {
        guard let bytes = try? disk.read(script), bytes.starts(with: "#!".utf8) else { throw .notPython(script) }
        let lines = bytes.prefix(4096).split(separator: UInt8(ascii: "\n"), maxSplits: 2).prefix(2).map { String(decoding: $0, as: UTF8.self) }
        let first = lines[0].dropFirst(2).split(separator: " ").map(String.init)
        if first.contains(where: { $0.contains("python") || $0.contains("pypy") }) { return first }
        let quoted = lines.dropFirst().first.map { $0.split(separator: "\"") } ?? []
        guard quoted.count > 1, quoted[0].contains("exec"), quoted[1].contains("python") else { throw .notPython(script) }
        return [String(quoted[1])]
    }
}
