import Diagnostics
import Disclosure
import Platform
import Synchronization
import Text

/// Writes a site beside the one that is there, and puts it in its place in one step.
///
/// Files that are as they were get a second name instead of a copy, so that they keep their modification time and a
/// deployment copies only what changed. Whatever stops a build before `finish` leaves the old site as it was; what it
/// had written is removed by the next build.
final class SiteWriter: Sendable {
    /// Made by Moot in every site, and looked for before a folder is replaced.
    static let marker = ".moot"

    private let output: String
    /// Where the new site lies until it is finished.
    let staging: String
    private let disk: Disk
    private let lock: DiskLock
    private let replacesOldSite: Bool
    private let changed = Mutex(0)
    private let folders = Mutex<Set<Substring>>([])
    /// Looks at all that is written; nil where nothing is withheld.
    private let check: DisclosureCheck?

    /// - Throws: `SiteProblem` where the folder is not Moot's to replace or another build is at it; `DiskError`.
    init(output: String, disk: Disk, check: DisclosureCheck? = nil) throws {
        self.check = check
        let (folder, name) = SiteFolder.split(output)
        let trimmed = folder + name
        guard !["", ".", ".."].contains(name) else { throw SiteProblem.notOurs(output) }
        self.output = trimmed
        self.disk = disk
        replacesOldSite = try SiteWriter.isOurs(trimmed, disk: disk)
        if !folder.isEmpty { try disk.makeFolder(folder.count > 1 ? String(folder.dropLast()) : folder) }
        guard let lock = try disk.lock(folder + "." + name + ".lock") else { throw SiteProblem.busy }
        self.lock = lock
        staging = folder + "." + name + ".new"
        if try disk.entry(staging) != nil {
            guard try disk.entry(staging + "/" + SiteWriter.marker) != nil || disk.entries(staging).isEmpty else {
                throw SiteProblem.notOurs(staging)
            }
            try SiteWriter.clear(staging, disk: disk)
        }
        try disk.makeFolder(staging)
        do {
            try disk.write(SiteWriter.markerText, staging + "/" + SiteWriter.marker)
        } catch {
            abandon()
            throw error
        }
    }

    private static let markerText = Array("This folder was made by Moot, which replaces it with every build.\n".utf8)

    /// Where prints are kept from build to build: beside the site, and no part of it.
    var printFolder: String { staging.dropLast(4) + ".pdf" }

    /// Removes what earlier builds printed.
    func removePrints() throws(DiskError) { try disk.remove(printFolder) }

    /// How many files are not as they were.
    var changedFiles: Int { changed.withLock { $0 } }

    /// What was found of sources that are withheld; nil where nothing was.
    var disclosed: [Diagnostic]? { check.map(\.findings).flatMap { $0.isEmpty ? nil : $0 } }

    /// Makes every folder that some files need, each once.
    func makeFolders(for files: [String]) throws(DiskError) {
        var made: Set<Substring> = []
        for file in files {
            guard let slash = file.lastIndex(of: "/"), made.insert(file[..<slash]).inserted else { continue }
            try disk.makeFolder(staging + "/" + file[..<slash])
        }
    }

    /// Writes a file of the site. May be called from many threads at once.
    func write(_ bytes: [UInt8], to path: String) throws(DiskError) {
        check?.look(at: bytes, path: path)
        let old = output + "/" + path
        if replacesOldSite, let entry = try disk.entry(old), entry.kind == .file, !entry.isLink, entry.size == bytes.count,
            try disk.read(old).isEqual(to: bytes)
        {
            // Some disks have no second names, and some systems refuse them for other people's files.
            if (try? disk.link(old, staging + "/" + path)) != nil { return }
            // What stands there already may be the old site's own file by a second name, into which nothing must be written.
            try disk.remove(staging + "/" + path)
            return try disk.write(bytes, staging + "/" + path)
        }
        try disk.write(bytes, staging + "/" + path)
        changed.withLock { $0 += 1 }
    }

    /// Gives files of the old site a second name in the new one; false, and none of them, where that is not possible: then they must be made.
    func keep(_ files: [String]) -> Bool {
        guard replacesOldSite else { return false }
        for (count, path) in files.enumerated() where (try? disk.link(output + "/" + path, staging + "/" + path)) == nil {
            // What is written next must not be written into the old site.
            for path in files[..<count] { try? disk.remove(staging + "/" + path) }
            return false
        }
        if let check, check.looksAgain { for path in files { check.look(at: (try? disk.read(staging + "/" + path)) ?? [], path: path) } }
        return true
    }

    /// Puts a file into the site that lies on the same disk and does not change any more.
    func place(_ file: String, at path: String) throws(DiskError) {
        let bytes = try disk.read(file)
        let old = output + "/" + path
        var isKnown = false
        if replacesOldSite, try disk.entry(old)?.size == bytes.count { isKnown = try disk.read(old).isEqual(to: bytes) }
        if (try? disk.link(isKnown ? old : file, staging + "/" + path)) == nil { try disk.write(bytes, staging + "/" + path) }
        if !isKnown { changed.withLock { $0 += 1 } }
    }

    /// The same for a file whose path is known only now.
    func writeMakingFolder(_ bytes: [UInt8], to path: String) throws(DiskError) {
        try makeFolder(of: path)
        try write(bytes, to: path)
    }

    /// The same for files whose paths are known only now.
    func keepMakingFolders(_ files: [String]) -> Bool {
        do {
            for file in files { try makeFolder(of: file) }
        } catch {
            return false
        }
        return keep(files)
    }

    /// Takes back all that was written into the folder of a file.
    func removeFolder(of path: String) throws(DiskError) {
        guard let slash = path.lastIndex(of: "/") else { return }
        try disk.remove(staging + "/" + path[..<slash])
        folders.withLock { $0 = [] }
    }

    private func makeFolder(of path: String) throws(DiskError) {
        guard let slash = path.lastIndex(of: "/"), !folders.withLock({ $0.contains(path[..<slash]) }) else { return }
        try disk.makeFolder(staging + "/" + path[..<slash])
        _ = folders.withLock { $0.insert(path[..<slash]) }
    }

    /// Makes a folder for what is needed while the site is written, and is no part of it.
    func makeTemporaryFolder() throws(DiskError) -> String {
        try disk.makeFolder(temporary)
        return temporary
    }

    func removeTemporaryFolder() throws(DiskError) { try disk.remove(temporary) }

    private var temporary: String { staging + "/.work" }

    func copy(_ source: String, to path: String) throws(DiskError) {
        try write(try disk.read(source), to: path)
    }

    /// Puts the new site in the place of the old one.
    func finish() throws {
        guard replacesOldSite else {
            // Moving onto a folder is possible only while that is empty: what came there meanwhile is not Moot's.
            do {
                return try disk.move(staging, output)
            } catch where error.isOccupied {
                throw SiteProblem.notOurs(output)
            }
        }
        do {
            try disk.exchange(staging, output)
        } catch where error.cannotExchange {
            try moveAside()
        }
        // The site is in its place now; what cannot be removed of the old one is removed by the next build.
        try? SiteWriter.clear(staging, disk: disk)
    }

    /// Removes a folder, its marker last: whoever is stopped half way leaves a folder that is still known for Moot's.
    private static func clear(_ folder: String, disk: Disk) throws(DiskError) {
        // What lies one folder deeper is most of all, and is removed on all processors.
        var parts: [String] = []
        for entry in try disk.entries(folder) where entry.name != marker && entry.kind == .folder && !entry.isLink {
            parts += try disk.entries(folder + "/" + entry.name).map { folder + "/" + entry.name + "/" + $0.name }
        }
        let results = parts.concurrentMap { part in
            do throws(DiskError) {
                try disk.remove(part)
                return nil
            } catch {
                return error
            }
        } as [DiskError?]
        if let error = results.compactMap(\.self).first { throw error }
        for entry in try disk.entries(folder) where entry.name != marker { try disk.remove(folder + "/" + entry.name) }
        try disk.remove(folder)
    }

    /// For disks that cannot exchange two folders: the old site is moved away, the new one moved in, and should that
    /// fail, the old one moved back.
    private func moveAside() throws(DiskError) {
        let old = staging + ".old"
        try disk.remove(old)
        try disk.move(output, old)
        do {
            try disk.move(staging, output)
        } catch {
            try disk.move(old, output)
            throw error
        }
        try disk.move(old, staging)
    }

    /// Removes what was written so far.
    func abandon() { try? SiteWriter.clear(staging, disk: disk) }

    /// True for a site to replace, false where there is none.
    private static func isOurs(_ output: String, disk: Disk) throws -> Bool {
        guard let entry = try disk.entry(output) else { return false }
        guard entry.kind == .folder, !entry.isLink else { throw SiteProblem.notOurs(output) }
        if try disk.entry(output + "/" + marker) != nil { return true }
        guard try disk.entries(output).isEmpty else { throw SiteProblem.notOurs(output) }
        return false
    }
}
