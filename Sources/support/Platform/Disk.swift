/// The disk, as one small value: everything Moot does to files goes through these closures, so that a test can make
/// any of them fail.
package struct Disk: Sendable {
    /// The entries of a folder in any order, without `.` and `..`.
    package var entries: @Sendable (_ folder: String) throws(DiskError) -> [DiskEntry]
    /// What is at a path, links followed; nil when nothing is.
    package var entry: @Sendable (_ path: String) throws(DiskError) -> DiskEntry?
    /// The path without links, `.` and `..`.
    package var resolve: @Sendable (_ path: String) throws(DiskError) -> String
    /// A file's bytes.
    package var read: @Sendable (_ file: String) throws(DiskError) -> [UInt8]
    /// Makes a file, or replaces what it held.
    package var write: @Sendable (_ bytes: [UInt8], _ file: String) throws(DiskError) -> Void
    /// Gives a file that is there other bytes in one step that nobody can see half done. Who may read and write it stays as it is.
    package var replace: @Sendable (_ bytes: [UInt8], _ file: String) throws(DiskError) -> Void
    /// Makes a folder and those above it; one that is there already is no error.
    package var makeFolder: @Sendable (_ folder: String) throws(DiskError) -> Void
    /// Gives a file a second name, without copying it.
    package var link: @Sendable (_ file: String, _ newName: String) throws(DiskError) -> Void
    /// Moves a file or folder to a name that is free.
    package var move: @Sendable (_ path: String, _ newPath: String) throws(DiskError) -> Void
    /// Exchanges two folders in one step that nobody can see half done.
    package var exchange: @Sendable (_ path: String, _ other: String) throws(DiskError) -> Void
    /// Removes a file, or a folder with all it holds. A link is removed, not what it leads to.
    package var remove: @Sendable (_ path: String) throws(DiskError) -> Void
    /// Takes a lock that ends with the process or with the value; nil when another process holds it.
    package var lock: @Sendable (_ file: String) throws(DiskError) -> DiskLock?
}

/// One entry of a folder.
package struct DiskEntry: Sendable, Equatable {
    package enum Kind: Sendable { case file, folder, other }

    package let name: String
    /// What it is, or what a link leads to; `other` for a link that leads nowhere, a device or a socket.
    package let kind: Kind
    /// True for a symbolic link.
    package let isLink: Bool
    /// In bytes.
    package let size: Int
    /// True where nothing is on the disk, and the program carries it.
    package let isBuiltIn: Bool
    /// nil where the disk does not tell.
    package let stamp: FileStamp?

    package init(name: String, kind: Kind, isLink: Bool = false, size: Int = 0, isBuiltIn: Bool = false, stamp: FileStamp? = nil) {
        self.name = name
        self.kind = kind
        self.isLink = isLink
        self.size = size
        self.isBuiltIn = isBuiltIn
        self.stamp = stamp
    }
}

/// By what a file that was changed, or exchanged for another, is told without reading it.
package struct FileStamp: Sendable, Equatable {
    /// The file's number on its disk (inode).
    package let number: UInt64
    /// When it was written last, in nanoseconds since 1970.
    package let modified: Int64
    /// When anything of it was changed last, names and rights included, in nanoseconds since 1970. Nobody can set it back.
    package let changed: Int64

    package init(number: UInt64, modified: Int64, changed: Int64) { (self.number, self.modified, self.changed) = (number, modified, changed) }
}

/// Why the disk refused.
package struct DiskError: Error, Sendable, Equatable {
    /// What was attempted, as a verb: "read", "write".
    package let action: String
    package let path: String
    /// The system's error number.
    package let number: Int32

    package init(_ action: String, _ path: String, number: Int32) {
        self.action = action
        self.path = path
        self.number = number
    }
}

/// Held as long as the value lives.
package final class DiskLock: Sendable {
    private let release: @Sendable () -> Void
    package init(release: @escaping @Sendable () -> Void) { self.release = release }
    deinit { release() }
}
