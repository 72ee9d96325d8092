/// Where a word stands, in the whole site.
struct Places {
    /// How many passages a words file names for one word; further ones are in files of their own.
    static let inWordsFile = 2048
    /// How many bytes a file of further places has at most, before it is squeezed.
    static let furtherSize = 40_000

    private(set) var passages = 0
    /// All places in order, as the index has them.
    private(set) var bytes: [UInt8] = []

    init(_ entries: [(entry: RunEntry, base: Int)]) {
        var last = 0
        for (entry, base) in entries where entry.passages > 0 {
            bytes.append(number: entry.first + base - last)
            bytes.append(contentsOf: entry.places)
            last = entry.last + base
            passages += entry.passages
        }
    }

    /// Those that count most, and the others cut into files.
    func split() -> (top: [UInt8], further: [(count: Int, bytes: [UInt8])]) {
        guard passages > Places.inWordsFile else { return (bytes, []) }
        let all = parsed()
        let threshold = Places.threshold(all)
        var room = Places.inWordsFile - all.count { $0.impact > threshold }
        var top = Writer()
        var further: [Writer] = []
        for place in all {
            var isTop = place.impact > threshold
            if place.impact == threshold, room > 0 {
                room -= 1
                isTop = true
            }
            if isTop {
                top.append(place, bytes)
            } else {
                if further.last.map({ $0.bytes.count > Places.furtherSize }) ?? true { further.append(Writer()) }
                further[further.count - 1].append(place, bytes)
            }
        }
        return (top.bytes, further.map { ($0.count, $0.bytes) })
    }

    private struct Place {
        let passage: Int
        let impact: UInt8
        /// From the impact on.
        let rest: Range<Int>
    }

    private struct Writer {
        var bytes: [UInt8] = []
        var count = 0
        private var last = 0

        mutating func append(_ place: Place, _ source: [UInt8]) {
            bytes.append(number: place.passage - last)
            bytes.append(contentsOf: source[place.rest])
            last = place.passage
            count += 1
        }
    }

    private func parsed() -> [Place] {
        var all: [Place] = []
        all.reserveCapacity(passages)
        var at = 0
        var passage = 0
        while at < bytes.count {
            passage += bytes.number(at: &at)
            let start = at
            let impact = bytes[at]
            at += 1
            for _ in 0..<bytes.number(at: &at) { _ = bytes.number(at: &at) }
            all.append(Place(passage: passage, impact: impact, rest: start..<at))
        }
        return all
    }

    /// The impact above which fewer stand than there is room for.
    private static func threshold(_ all: [Place]) -> UInt8 {
        var counts = Array(repeating: 0, count: 256)
        for place in all { counts[Int(place.impact)] += 1 }
        var above = 0
        for impact in stride(from: 255, to: 0, by: -1) {
            if above + counts[impact] > inWordsFile { return UInt8(impact) }
            above += counts[impact]
        }
        return 0
    }
}
