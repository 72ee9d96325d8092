#if os(Linux)
import Glibc

/// Has the kernel tell what is changed. Everything after `begin` happens in one thread.
final class InotifyWatch: @unchecked Sendable {
    private let roots: [String]
    private let queue: Int32
    private var folders: [Int32: String] = [:]
    private var numbers: [String: Int32] = [:]
    private var burst = ChangeBurst()
    private var absent: Set<String> = []
    /// Whether the kernel will watch no more folders.
    private var isRefused = false

    /// How often a folder that is not there is looked for, in milliseconds.
    private static let patience = 250
    private static let events = UInt32(
        IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR)

    /// nil where the kernel gives no queue.
    init?(folders: [String]) {
        queue = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
        guard queue >= 0 else { return nil }
        roots = folders
    }

    deinit { close(queue) }

    /// - Returns: False where the kernel watches no more folders.
    func begin() -> Bool {
        for root in roots { watchRoot(root) }
        return !isRefused
    }

    /// - Returns: False where the kernel watches no more folders, true when it was stopped.
    func run(until stop: StopSignal, _ report: @Sendable (FolderWatch.Change) -> Void) -> Bool {
        while !isRefused {
            guard let isReady = stop.wait(for: queue, milliseconds: pause()) else { return true }
            if isReady { readEvents() }
            if !absent.isEmpty { lookForRoots() }
            if let due = burst.due, due <= monotonicMilliseconds() { report(burst.take()) }
        }
        return false
    }

    /// In milliseconds; negative for ever.
    private func pause() -> Int {
        let untilDue = burst.due.map { max(0, $0 - monotonicMilliseconds()) }
        return untilDue ?? (absent.isEmpty ? -1 : InotifyWatch.patience)
    }

    // MARK: Folders

    private func watchRoot(_ root: String) {
        if watch(root, isRoot: true, found: { _ in }) { absent.remove(root) } else { absent.insert(root) }
    }

    private func lookForRoots() {
        for root in absent {
            watchRoot(root)
            if !absent.contains(root) { burst.addEverything(at: monotonicMilliseconds()) }
        }
    }

    /// Watches a folder and all below it, and tells what is in them: that may have been there before the watch.
    @discardableResult
    private func watch(_ folder: String, isRoot: Bool = false, found: (String) -> Void) -> Bool {
        let number = inotify_add_watch(queue, folder, InotifyWatch.events | (isRoot ? 0 : UInt32(IN_DONT_FOLLOW)))
        guard number >= 0 else {
            if errno == ENOSPC || errno == ENOMEM { isRefused = true }
            return false
        }
        if let former = folders[number], former != folder { numbers[former] = nil }
        folders[number] = folder
        numbers[folder] = number
        for name in names(in: folder) where !FolderWatch.isIgnored(name) {
            let path = folder + "/" + name
            found(path)
            if isFolder(path) { watch(path, found: found) }
        }
        return true
    }

    private func isFolder(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Forgets a folder that was moved or removed, and all below it.
    private func forget(_ folder: String) {
        let below = folder + "/"
        for (path, number) in numbers where path == folder || path.hasPrefix(below) {
            inotify_rm_watch(queue, number)
            folders[number] = nil
            numbers[path] = nil
        }
    }

    // MARK: Events

    private func readEvents() {
        withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 8) { buffer in
            while true {
                let count = read(queue, buffer.baseAddress!, buffer.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return }
                take(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            }
        }
    }

    private func take(_ bytes: UnsafeRawBufferPointer) {
        let time = monotonicMilliseconds()
        let head = MemoryLayout<inotify_event>.size
        var at = 0
        while at + head <= bytes.count {
            let event = bytes.loadUnaligned(fromByteOffset: at, as: inotify_event.self)
            let name = bytes[(at + head)..<(at + head + Int(event.len))].prefix { $0 != 0 }
            take(event, name: String(decoding: name, as: UTF8.self), at: time)
            at += head + Int(event.len)
        }
    }

    private func take(_ event: inotify_event, name: String, at time: Int) {
        let kinds = Int32(bitPattern: event.mask)
        if kinds & IN_Q_OVERFLOW != 0 { return startAgain(at: time) }
        guard let folder = folders[event.wd] else { return }
        if kinds & (IN_DELETE_SELF | IN_MOVE_SELF) != 0 { return lost(folder, at: time) }
        guard !name.isEmpty, !FolderWatch.isIgnored(name) else { return }
        let path = folder + "/" + name
        if event.mask & UInt32(IN_ISDIR) != 0 {
            takeFolder(path, kinds, at: time)
        } else {
            let isHalf = kinds & (IN_DELETE | IN_MOVED_FROM) != 0 || (kinds & IN_CREATE != 0 && isBeingWritten(path))
            burst.add(path, isHalf: isHalf, at: time)
        }
    }

    private func takeFolder(_ path: String, _ kinds: Int32, at time: Int) {
        if kinds & (IN_DELETE | IN_MOVED_FROM) != 0 {
            forget(path)
            burst.add(path, isHalf: true, at: time)
        } else if kinds & (IN_CREATE | IN_MOVED_TO) != 0 {
            forget(path)
            burst.add(path, at: time)
            watch(path) { burst.add($0, at: time) }
        }
    }

    /// A plain file that was just made says so once more when it is written; a link does not.
    private func isBeingWritten(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && status.st_nlink == 1
    }

    /// The parent folder tells of all folders but the roots.
    private func lost(_ folder: String, at time: Int) {
        guard roots.contains(folder) else { return }
        forget(folder)
        absent.insert(folder)
        burst.addEverything(at: time)
    }

    /// The kernel could not keep up, so that folders may have been made or moved unseen.
    private func startAgain(at time: Int) {
        for number in folders.keys { inotify_rm_watch(queue, number) }
        folders = [:]
        numbers = [:]
        for root in roots { watchRoot(root) }
        burst.addEverything(at: time)
    }
}
#endif
