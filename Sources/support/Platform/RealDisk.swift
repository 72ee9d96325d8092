import CSystem

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension Disk {
    /// The disk of this machine.
    package static let real = Disk(
        entries: { folder throws(DiskError) in try list(folder) },
        entry: { path throws(DiskError) in try examine(path, name: path) },
        resolve: { path throws(DiskError) in try canonical(path) },
        read: { file throws(DiskError) in try readWhole(file) },
        write: { bytes, file throws(DiskError) in try writeWhole(bytes, file) },
        replace: { bytes, file throws(DiskError) in try replaceWhole(bytes, file) },
        makeFolder: { folder throws(DiskError) in try makeFolders(folder) },
        link: { file, name throws(DiskError) in try check(hardLink(file, name), "link", name) },
        move: { path, new throws(DiskError) in try check(rename(path, new), "move", path) },
        exchange: { path, other throws(DiskError) in try swapPaths(path, other) },
        remove: { path throws(DiskError) in try removeTree(path) },
        lock: { file throws(DiskError) in try takeLock(file) })
}

private func hardLink(_ file: String, _ name: String) -> Int32 { link(file, name) }

private func check(_ result: Int32, _ action: String, _ path: String) throws(DiskError) {
    if result != 0 { throw DiskError(action, path, number: errno) }
}

private func list(_ folder: String) throws(DiskError) -> [DiskEntry] {
    guard let handle = opendir(folder) else { throw DiskError("read the folder", folder, number: errno) }
    defer { closedir(handle) }
    var found: [DiskEntry] = []
    while let next = readdir(handle) {
        let name = withUnsafePointer(to: &next.pointee.d_name) {
            $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name == "." || name == ".." { continue }
        if let entry = try examine(folder + "/" + name, name: name) { found.append(entry) }
    }
    return found
}

private func examine(_ path: String, name: String) throws(DiskError) -> DiskEntry? {
    var status = stat()
    guard lstat(path, &status) == 0 else {
        if errno == ENOENT || errno == ENOTDIR { return nil }
        throw DiskError("look at", path, number: errno)
    }
    let isLink = status.st_mode & S_IFMT == S_IFLNK
    if isLink, stat(path, &status) != 0 { return DiskEntry(name: name, kind: .other, isLink: true) }
    let kind: DiskEntry.Kind =
        switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        default: .other
        }
    return DiskEntry(name: name, kind: kind, isLink: isLink, size: Int(status.st_size), stamp: stamp(of: status))
}

private func stamp(of status: stat) -> FileStamp {
    #if canImport(Glibc)
    let (modified, changed) = (status.st_mtim, status.st_ctim)
    #else
    let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
    #endif
    let nanoseconds = { (time: timespec) in Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec) }
    return FileStamp(number: UInt64(status.st_ino), modified: nanoseconds(modified), changed: nanoseconds(changed))
}

private func canonical(_ path: String) throws(DiskError) -> String {
    guard let resolved = realpath(path, nil) else { throw DiskError("find", path, number: errno) }
    defer { free(resolved) }
    return String(cString: resolved)
}

private func readWhole(_ file: String) throws(DiskError) -> [UInt8] {
    let handle = open(file, O_RDONLY | O_CLOEXEC)
    guard handle >= 0 else { throw DiskError("read", file, number: errno) }
    defer { close(handle) }
    var status = stat()
    guard fstat(handle, &status) == 0 else { throw DiskError("read", file, number: errno) }
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
        while count < buffer.count {
            let got = readSome(handle, buffer.baseAddress! + count, buffer.count - count)
            if got < 0, errno == EINTR { continue }
            if got < 0 { failure = errno }
            if got <= 0 { break }
            count += got
        }
    }
    if failure != 0 { throw DiskError("read", file, number: failure) }
    return bytes
}

func readSome(_ handle: Int32, _ buffer: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
    read(handle, buffer, count)
}

private func writeWhole(_ bytes: [UInt8], _ file: String) throws(DiskError) {
    let handle = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard handle >= 0 else { throw DiskError("write", file, number: errno) }
    var failure: Int32 = 0
    bytes.withUnsafeBytes { buffer in
        var done = 0
        while done < buffer.count {
            let wrote = write(handle, buffer.baseAddress! + done, buffer.count - done)
            if wrote < 0, errno == EINTR { continue }
            if wrote < 0 {
                failure = errno
                return
            }
            done += wrote
        }
    }
    if close(handle) != 0, failure == 0 { failure = errno }
    if failure != 0 { throw DiskError("write", file, number: failure) }
}

/// Writes beside the file and takes its name, with its rights.
private func replaceWhole(_ bytes: [UInt8], _ file: String) throws(DiskError) {
    var status = stat()
    guard stat(file, &status) == 0 else { throw DiskError("write", file, number: errno) }
    let folder = file.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(file[...$0]) } ?? ""
    let beside = "\(folder).moot-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    do {
        try writeWhole(bytes, beside)
        try check(chmod(beside, status.st_mode & 0o7777), "write", file)
        _ = chown(beside, status.st_uid, status.st_gid)
        try check(rename(beside, file), "write", file)
    } catch {
        _ = unlink(beside)
        throw error
    }
}

private func makeFolders(_ folder: String) throws(DiskError) {
    if mkdir(folder, 0o755) == 0 { return }
    switch errno {
    case EEXIST:
        guard try examine(folder, name: folder)?.kind == .folder else {
            throw DiskError("make the folder", folder, number: ENOTDIR)
        }
    case ENOENT:
        guard let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")), slash != folder.startIndex else {
            throw DiskError("make the folder", folder, number: ENOENT)
        }
        try makeFolders(String(folder[..<slash]))
        // Another thread may have made it meanwhile.
        if mkdir(folder, 0o755) != 0, errno != EEXIST { throw DiskError("make the folder", folder, number: errno) }
    default: throw DiskError("make the folder", folder, number: errno)
    }
}

private func swapPaths(_ path: String, _ other: String) throws(DiskError) {
    #if os(Linux)
    try check(renameat2(AT_FDCWD, path, AT_FDCWD, other, MOOT_RENAME_EXCHANGE), "exchange", path)
    #else
    try check(renamex_np(path, other, UInt32(RENAME_SWAP)), "exchange", path)
    #endif
}

private func removeTree(_ path: String) throws(DiskError) {
    guard let entry = try examine(path, name: path) else { return }
    guard entry.kind == .folder, !entry.isLink else { return try check(unlink(path), "remove", path) }
    for child in try list(path) { try removeTree(path + "/" + child.name) }
    try check(rmdir(path), "remove", path)
}

private func takeLock(_ file: String) throws(DiskError) -> DiskLock? {
    let handle = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard handle >= 0 else { throw DiskError("write", file, number: errno) }
    guard flock(handle, LOCK_EX | LOCK_NB) == 0 else {
        let number = errno
        close(handle)
        if number == EWOULDBLOCK { return nil }
        throw DiskError("lock", file, number: number)
    }
    return DiskLock { close(handle) }
}
