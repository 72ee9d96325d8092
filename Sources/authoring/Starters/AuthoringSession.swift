import Diagnostics
import Platform
import Model
import Reading

/// Where somebody works: the folder of the sources, the folder they are in, and the day.
package struct AuthoringSession: Sendable {
    /// The folder of the sources as paths shown to the user begin; empty where they work in that folder itself.
    let root: String
    /// The folder they are in, from the root of the sources; nil where it is not one of these.
    let folder: String?
    package let today: Day
    let disk: Disk

    /// - Parameters:
    ///   - content: What `--content` says. Where that is not there, the folders above are looked through, so that one can
    ///     work in the folder of a meeting.
    ///   - workingFolder: Where the user is, whole.
    package init(content: String, workingFolder: String, today: Day, disk: Disk = .real) throws(ScaffoldProblem) {
        self.today = today
        self.disk = disk
        let here = (try? disk.resolve(workingFolder)) ?? workingFolder
        if AuthoringSession.holdsSite(content, disk), let whole = try? disk.resolve(content) {
            root = content.count > 1 && content.hasSuffix("/") ? String(content.dropLast()) : content
            folder = AuthoringSession.below(whole, here)
            return
        }
        guard content == "Content", let found = AuthoringSession.search(from: here, disk) else { throw .noContent(content) }
        folder = AuthoringSession.below(found, here)
        root = folder.map { $0.isEmpty ? "." : String(repeating: "../", count: $0.split(separator: "/").count).trimmingSlash } ?? found
    }

    private static func holdsSite(_ folder: String, _ disk: Disk) -> Bool { (try? disk.entry(folder + "/site.yml"))??.kind == .file }

    private static func search(from here: String, _ disk: Disk) -> String? {
        var above = here
        while true {
            if holdsSite(above, disk) { return above }
            if holdsSite(above + "/Content", disk) { return above + "/Content" }
            guard let slash = above.lastIndex(of: "/"), slash > above.startIndex else { return nil }
            above = String(above[..<slash])
        }
    }

    private static func below(_ root: String, _ folder: String) -> String? {
        if folder == root { return "" }
        return folder.hasPrefix(root + "/") ? String(folder.dropFirst(root.count + 1)) : nil
    }

    /// A path of the sources, as the user would type it where they are.
    func path(_ relative: String) -> String {
        if let folder, root.hasPrefix("..") || root == "." {
            if folder.isEmpty { return relative }
            if relative.hasPrefix(folder + "/") { return String(relative.dropFirst(folder.count + 1)) }
        }
        return root + "/" + relative
    }

    /// The path of a source that was read, as the user would type it where they are.
    func shown(_ read: String) -> String { read.hasPrefix(root + "/") ? path(String(read.dropFirst(root.count + 1))) : read }

    func isThere(_ relative: String) -> Bool { ((try? disk.entry(path(relative))) ?? nil) != nil }

    /// The archive as far as it can be read; what is wrong with it is for `moot check` to say.
    func archive() throws(ScaffoldProblem) -> Archive {
        guard let archive = ArchiveReader(disk: disk, versions: .none).read(root).archive else { throw .siteUnreadable }
        return archive
    }

    // MARK: Names, from the folders alone

    /// The slugs of all committees.
    package var committees: [String] {
        folders(SourcePath.committees).filter { isThere(SourcePath.committee($0)) || !meetings(of: $0).isEmpty }
    }

    /// The names of a committee's meetings, oldest first.
    package func meetings(of committee: String) -> [String] {
        folders(SourcePath.folder(ofCommittee: committee)).filter { Day(iso: $0.prefix(10)) != nil }
    }

    private func folders(_ relative: String) -> [String] {
        let entries = (try? disk.entries(path(relative).trimmingSlash)) ?? []
        return entries.filter { $0.kind == .folder && !$0.isLink && $0.name.isSlug && $0.name != "exempt" }.map(\.name).sorted()
    }
}

extension String {
    fileprivate var trimmingSlash: String { hasSuffix("/") ? String(dropLast()) : self }
}
