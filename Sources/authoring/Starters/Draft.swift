import Platform

/// Something new: files to write, and a line to change. Nothing is on the disk yet.
package struct Draft: Sendable {
    package struct File: Sendable {
        /// As the user would type it.
        package let path: String
        package let bytes: [UInt8]
    }

    /// A file that is there, with one place in it changed.
    package struct Edit: Sendable {
        package let path: String
        package let bytes: [UInt8]
        /// What the user is shown of it.
        package let shown: String
    }

    package internal(set) var files: [File] = []
    package internal(set) var edits: [Edit] = []
    /// What it was copied from, and what is to be done now; sentences.
    package internal(set) var notes: [String] = []
    /// What looks wrong, and is no reason not to write it; sentences.
    package internal(set) var warnings: [String] = []

    mutating func add(_ path: String, _ text: String) { files.append(File(path: path, bytes: Array(text.utf8))) }

    /// Writes everything; nothing, where a file is there already.
    package func write(to disk: Disk = .real) throws {
        for file in files where try disk.entry(file.path) != nil { throw ScaffoldProblem.isThere(file.path) }
        for file in files {
            if let slash = file.path.lastIndex(of: "/"), slash > file.path.startIndex { try disk.makeFolder(String(file.path[..<slash])) }
            try disk.write(file.bytes, file.path)
        }
        for edit in edits { try disk.write(edit.bytes, edit.path) }
    }
}
