#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension Disk {
    /// What stands before the path of a built-in file in a message, since there is no such file to open: `built-in Templates/home.mustache`.
    package static let builtInMark = "built-in "

    /// This disk with files behind it that the program carries: where there is no file of that name, the built-in one is read.
    ///
    /// - Parameter files: By path, as the program will ask for them. Folders come from the paths.
    package func backed(by files: [String: [UInt8]]) -> Disk {
        let folders = Disk.folders(of: files)
        var disk = self
        disk.entries = { folder throws(DiskError) in
            let carried = folders[folder] ?? []
            var found: [DiskEntry] = []
            do throws(DiskError) {
                found = try entries(folder)
            } catch where error.number == ENOENT && !carried.isEmpty {}
            let names = Set(found.map(\.name))
            return found + carried.filter { !names.contains($0.name) }
        }
        disk.entry = { path throws(DiskError) in
            if let found = try entry(path) { return found }
            if folders[path] != nil { return DiskEntry(name: path, kind: .folder, isBuiltIn: true) }
            return files[path].map { DiskEntry(name: path, kind: .file, size: $0.count, isBuiltIn: true) }
        }
        disk.read = { path throws(DiskError) in
            if path.hasPrefix(Disk.builtInMark), let bytes = files[String(path.dropFirst(Disk.builtInMark.count))] { return bytes }
            do throws(DiskError) {
                return try read(path)
            } catch where error.number == ENOENT {
                guard let bytes = files[path] else { throw error }
                return bytes
            }
        }
        return disk
    }

    /// Every folder of the paths with what it holds.
    private static func folders(of files: [String: [UInt8]]) -> [String: [DiskEntry]] {
        var folders: [String: [DiskEntry]] = [:]
        for (path, bytes) in files {
            var entry = { DiskEntry(name: $0, kind: .file, size: bytes.count, isBuiltIn: true) }
            var rest = path[...]
            while let slash = rest.lastIndex(of: "/") {
                let folder = rest[..<slash]
                let isKnown = folders[String(folder)] != nil
                folders[String(folder), default: []].append(entry(String(rest[rest.index(after: slash)...])))
                if isKnown { break }
                entry = { DiskEntry(name: $0, kind: .folder, isBuiltIn: true) }
                rest = folder
            }
        }
        return folders
    }
}
