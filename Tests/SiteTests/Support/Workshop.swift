import Attachments
import Diagnostics
import Foundation
import Linking
import Platform
import Model
import Permalinks
import Reading
import MeetingChecks
import Pages
import Site
import TextChecks

/// A temporary folder with a source tree, and what `moot build` makes of it.
final class Workshop: Sendable {
    let root: String
    var content: String { root + "/Content" }
    var output: String { root + "/_site" }

    /// The least that builds; a test adds to it or puts something else in its place.
    static let base = [
        "site.yml": "name: Testshire\nurl: https://testshire.example/\n",
        "committees/board/committee.md": "---\nname: Test Board\n---\n",
        "committees/board/2026-01-22/agenda.md": "---\n---\n\n## 1. Welcome\n",
    ]

    /// - Parameter sources: Put over the base; an empty text takes a file of the base away.
    init(_ sources: [String: String] = [:], base: [String: String] = Workshop.base) throws {
        root = try Workshop.temporaryFolder()
        for (path, text) in base.merging(sources, uniquingKeysWith: { $1 }) where !text.isEmpty { try write(text, to: path) }
    }

    deinit { try? Disk.real.remove(root) }

    static func temporaryFolder() throws -> String {
        let folder = FileManager.default.temporaryDirectory.path(percentEncoded: false)
        let path = (folder.hasSuffix("/") ? String(folder.dropLast()) : folder) + "/moot-test-" + UUID().uuidString
        try Disk.real.makeFolder(path)
        return try Disk.real.resolve(path)
    }

    func write(_ text: String, to path: String) throws { try write(Array(text.utf8), to: path) }

    func write(_ bytes: [UInt8], to path: String) throws {
        let whole = content + "/" + path
        try Disk.real.makeFolder(String(whole[..<whole.lastIndex(of: "/")!]))
        try Disk.real.write(bytes, whole)
    }

    // MARK: What comes of it

    /// Reads, links and, where nothing is wrong, builds.
    func build(
        content: String? = nil, output: String? = nil, disk: Disk = .real, today: String = "2026-02-01",
        baseURL: String = "https://testshire.example/", publishing: Bool = false, keeping results: SiteResults? = nil
    ) -> Outcome {
        let read = ArchiveReader(disk: disk, isPublication: publishing, store: results?.texts).read(content ?? self.content)
        guard let archive = read.archive else { return outcome(read.diagnostics) }
        let link = LinkedArchive.link(archive)
        results?.book.answer { link.linked.answer(into: &$0) }
        let found = read.diagnostics + link.diagnostics + MeetingRules.check(link.linked, today: Day(iso: today)!) + TextRules.check(link.linked, keeping: results?.book) + files(of: link.linked)
        let folders = SiteBuilder.Folders(
            content: content ?? self.content, templates: Repository.templates, statics: Repository.statics, output: output ?? self.output)
        let builder = SiteBuilder(folders: folders, settings: SiteSettings(today: Day(iso: today)!, baseURL: baseURL), disk: disk)
        guard !found.contains(where: { $0.severity == .error }) else { return outcome(found + builder.checkFaulty(link.linked)) }
        do {
            let built = try builder.build(link.linked, isPublication: publishing, keeping: results, progress: .silent)
            return outcome(found + built.warnings, changed: built.outcome.changedFiles, isBuilt: true, record: built.outcome.record)
        } catch {
            switch error {
            case .sources(let more): return outcome(found + more)
            case .output(let diagnostic): return outcome(found + [diagnostic], failedToWrite: true)
            }
        }
    }

    /// All that “moot check” would say.
    func check(templates: String = Repository.templates, today: String = "2026-02-01") -> [Diagnostic] {
        let folders = SiteBuilder.Folders(content: content, templates: templates, statics: Repository.statics, output: "")
        let read = ArchiveReader().read(content)
        guard let archive = read.archive else { return read.diagnostics + SiteBuilder.checkDesign(folders) }
        let link = LinkedArchive.link(archive)
        let found = read.diagnostics + link.diagnostics + MeetingRules.check(link.linked, today: Day(iso: today)!) + TextRules.check(link.linked) + files(of: link.linked)
        let builder = SiteBuilder(folders: folders, settings: SiteSettings(today: Day(iso: today)!, baseURL: "https://testshire.example/"))
        return found + (found.contains { $0.severity == .error } ? builder.checkFaulty(link.linked) : builder.check(link.linked))
    }

    /// What is wrong with attachments, without the program that reads them.
    private func files(of linked: LinkedArchive) -> [Diagnostic] {
        AttachmentKinds.check(linked, disk: .real) + AttachmentReview(keepingIn: FindingsStore(nil, isKept: false), environment: [:]).check(linked).filter { $0.code != "W550" }
    }

    private func outcome(
        _ diagnostics: [Diagnostic], changed: Int = 0, isBuilt: Bool = false, failedToWrite: Bool = false, record: RecordChange? = nil
    ) -> Outcome {
        Outcome(
            diagnostics: Set(diagnostics).sorted(), root: root, changedFiles: changed, isBuilt: isBuilt, failedToWrite: failedToWrite, record: record)
    }

    /// Every file of the site by its path, markers of Moot's own included.
    func files(in folder: String? = nil) -> [String: [UInt8]] { Tree.files(folder ?? output) }

    /// A page as text; empty where there is none.
    func page(_ path: String) -> String {
        (try? Disk.real.read(output + "/" + path)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}

struct Outcome {
    let diagnostics: [Diagnostic]
    let root: String
    let changedFiles: Int
    let isBuilt: Bool
    let failedToWrite: Bool
    let record: RecordChange?

    /// `path:line:column: error E101: what is wrong → what to do`, paths from the source folder on, sorted by place.
    var messages: [String] {
        diagnostics.map {
            let location = $0.location.line == 0 ? $0.location.path : "\($0.location.path):\($0.location.line):\($0.location.column)"
            return "\(location): \($0.severity.rawValue) \($0.code): \($0.message) → \($0.remedy)".replacing(root + "/", with: "").replacing("Content/", with: "")
        }
    }

    var codes: [String] { diagnostics.map(\.code) }

    /// What a build speaks of.
    var messagesButNotes: [String] { messages.filter { !$0.contains(": note N") } }

    /// All that a terminal, a program and a code host would be shown.
    var everythingSaid: String {
        let text = TextFormat(hasColours: false) { path, number in
            guard let bytes = try? Disk.real.read(path) else { return nil }
            let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n")
            return lines.indices.contains(number - 1) ? lines[number - 1] : nil
        }
        return diagnostics.map(text.text(for:)).joined() + MachineFormat.json(diagnostics) + MachineFormat.github(diagnostics)
    }
}

enum Tree {
    /// Every file below a folder by its path.
    static func files(_ folder: String) -> [String: [UInt8]] {
        var found: [String: [UInt8]] = [:]
        for path in paths(folder) { found[path] = try? Disk.real.read(folder + "/" + path) }
        return found
    }

    static func paths(_ folder: String) -> [String] {
        var found: [String] = []
        var pending = [""]
        while let next = pending.popLast() {
            for entry in (try? Disk.real.entries(folder + "/" + next)) ?? [] {
                let path = next.isEmpty ? entry.name : next + "/" + entry.name
                if entry.kind == .folder { pending.append(path) } else { found.append(path) }
            }
        }
        return found.sorted()
    }

    /// Inode and modification time of every file: what a deployment looks at.
    static func identities(_ folder: String) -> [String: String] {
        var found: [String: String] = [:]
        for path in paths(folder) {
            let about = try? FileManager.default.attributesOfItem(atPath: folder + "/" + path)
            found[path] = "\(about?[.systemFileNumber] ?? "") \((about?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0)"
        }
        return found
    }
}

enum Repository {
    static let root = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL.path(percentEncoded: false)
        .trimmingSuffix("/")
    static let templates = root + "/Templates"
    static let statics = root + "/Public"
    static let sample = root + "/Content"
    static let packs = root + "/../shared/packs"
    static let hasPacks = FileManager.default.fileExists(atPath: packs)
}

extension String {
    func trimmingSuffix(_ suffix: String) -> String { hasSuffix(suffix) ? String(dropLast(suffix.count)) : self }
}
