import Platform
import Synchronization
import Text

/// Keeps runs until they are joined: in memory as long as they are small, else on the disk; or all of them on the disk, for the next build too.
final class RunStore: Sendable {
    /// Where a segment is.
    enum Segment: Sendable {
        case memory([UInt8])
        case file(String)
        /// By its name and its hash.
        case kept(String, UInt64)

        var name: String? { if case .kept(let name, _) = self { name } else { nil } }
        var hash: UInt64? { if case .kept(_, let hash) = self { hash } else { nil } }
    }

    private let folder: String
    private let disk: Disk
    /// How many bytes stay in memory; nil where all is for the next build too.
    private let limit: Int?
    private let kept = Mutex(0)

    init(folder: String, disk: Disk, limit: Int) { (self.folder, self.disk, self.limit) = (folder, disk, limit) }

    /// For runs that the next build may take over.
    init(keptIn folder: String, disk: Disk) { (self.folder, self.disk, limit) = (folder, disk, nil) }

    /// - Parameter name: Of the run.
    func keep(_ segments: [[UInt8]], as name: String) throws(DiskError) -> [Segment] {
        guard let limit else { return keepAll(segments, as: name) }
        let size = segments.reduce(0) { $0 + $1.count }
        let fits = kept.withLock { kept in
            guard kept + size <= limit else { return false }
            kept += size
            return true
        }
        if fits { return segments.map(Segment.memory) }
        var found: [Segment] = []
        for (number, segment) in segments.enumerated() {
            let path = "\(folder)/\(name)-\(number)"
            try disk.write(segment, path)
            found.append(.file(path))
        }
        return found
    }

    /// Where they cannot be kept, they are for this build alone.
    private func keepAll(_ segments: [[UInt8]], as name: String) -> [Segment] {
        segments.enumerated().map { number, segment in
            let name = "\(name)-\(number)"
            let isKept = (try? disk.write(segment, folder + "/" + name)) != nil
            return isKept ? .kept(name, ContentHash.value(of: segment)) : .memory(segment)
        }
    }

    /// Segments that were kept by another build; nil where they are not as they were then.
    func segments(_ names: [String], _ hashes: [UInt64]) -> [Segment]? {
        let segments = zip(names, hashes).map { Segment.kept($0, $1) }
        return segments.count == names.count && segments.allSatisfy { (try? take($0)) != nil } ? segments : nil
    }

    /// Gives a segment's bytes, and forgets those that are only for this build.
    func take(_ segment: Segment) throws(DiskError) -> [UInt8] {
        switch segment {
        case .memory(let bytes): return bytes
        case .file(let path):
            let bytes = try disk.read(path)
            try disk.remove(path)
            return bytes
        case .kept(let name, let hash):
            let bytes = try disk.read(folder + "/" + name)
            // Somebody has been at it.
            if ContentHash.value(of: bytes) != hash { throw DiskError("read", folder + "/" + name, number: 5) }
            return bytes
        }
    }
}

/// Goes through the entries of a run, one segment in memory at a time.
struct RunCursor {
    private let store: RunStore
    private var segments: ArraySlice<RunStore.Segment>
    private var bytes: [UInt8] = []
    private var at = 0
    /// What is added to the numbers of its passages.
    let base: Int
    private(set) var entry: RunEntry?

    init(_ segments: [RunStore.Segment], base: Int, in store: RunStore) throws(DiskError) {
        self.segments = segments[...]
        self.base = base
        self.store = store
        try advance()
    }

    mutating func advance() throws(DiskError) {
        if at == bytes.count {
            guard let next = segments.popFirst() else { entry = nil; return }
            bytes = try store.take(next)
            at = 0
        }
        entry = RunEntry(bytes, at: &at)
    }
}
