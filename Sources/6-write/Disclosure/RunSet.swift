/// Runs of words that must not stand in a site, each with the source that it is of.
struct RunSet: Sendable {
    private(set) var sources: [UInt64: Int32] = [:]
    /// One bit for the last bits of each run: most words of a site end no run that is looked for, and are told so without a search.
    private var bits: [UInt64] = []
    private var mask: UInt64 = 0

    var isEmpty: Bool { sources.isEmpty }
    /// Another where other runs are looked for.
    var number: UInt64 { sources.keys.reduce(UInt64(sources.count)) { $0 &+ $1 } }

    mutating func insert(_ run: UInt64, of source: Int) { if sources[run] == nil { sources[run] = Int32(source) } }

    mutating func remove(_ runs: some Sequence<UInt64>) { for run in runs { sources[run] = nil } }

    /// Makes it ready to be asked.
    mutating func prepare() {
        var size: UInt64 = 1 << 12
        while size < UInt64(sources.count) * 16 { size *= 2 }
        bits = Array(repeating: 0, count: Int(size / 64))
        mask = size - 1
        for run in sources.keys { bits[Int((run & mask) >> 6)] |= 1 << (run & 63) }
    }

    /// The source that a run is of; nil for nearly all.
    @inline(__always) func source(of run: UInt64) -> Int? {
        guard bits[Int((run & mask) >> 6)] & (1 << (run & 63)) != 0 else { return nil }
        return sources[run].map(Int.init)
    }
}
