import Platform
import Synchronization

/// Keeps runs until they are joined: in memory as long as they are small, else on the disk.
final class RunStore: Sendable {
    /// Where a segment is.
    enum Segment: Sendable {
        case memory([UInt8])
        case file(String)
    }

    private let folder: String
    private let disk: Disk
    /// How many bytes stay in memory.
    private let limit: Int
    private let kept = Mutex(0)

    init(folder: String, disk: Disk, limit: Int) {
        self.folder = folder
        self.disk = disk
        self.limit = limit
    }

    func keep(_ segments: [[UInt8]], ofRun run: Int) throws(DiskError) -> [Segment] {
        let size = segments.reduce(0) { $0 + $1.count }
        let fits = kept.withLock { kept in
            guard kept + size <= limit else { return false }
            kept += size
            return true
        }
        if fits { return segments.map(Segment.memory) }
        var found: [Segment] = []
        for (number, segment) in segments.enumerated() {
            let path = "\(folder)/run-\(run)-\(number)"
            try disk.write(segment, path)
            found.append(.file(path))
        }
        return found
    }

    /// Gives a segment's bytes, and forgets it.
    func take(_ segment: Segment) throws(DiskError) -> [UInt8] {
        switch segment {
        case .memory(let bytes): return bytes
        case .file(let path):
            let bytes = try disk.read(path)
            try disk.remove(path)
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
