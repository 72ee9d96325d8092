import Platform

/// Joins runs: gives every word once, in order, with what each run has of it, in the order of runs.
struct RunMerge {
    private var cursors: [RunCursor]
    /// A heap of the cursors that are not at their end, the one with the first word on top.
    private var heap: [Int] = []

    /// - Parameter runs: The words of each, and how many passages it has.
    init(_ runs: [(segments: [RunStore.Segment], passages: Int)], in store: RunStore) throws(DiskError) {
        var cursors: [RunCursor] = []
        var base = 0
        for run in runs {
            cursors.append(try RunCursor(run.segments, base: base, in: store))
            base += run.passages
        }
        self.cursors = cursors
        for cursor in cursors.indices where cursors[cursor].entry != nil {
            heap.append(cursor)
            rise(heap.count - 1)
        }
    }

    /// The entries of the next word, each with what is added to its passages; empty at the end.
    mutating func next(into entries: inout [(entry: RunEntry, base: Int)]) throws(DiskError) {
        entries.removeAll(keepingCapacity: true)
        guard let top = heap.first, let word = cursors[top].entry?.word else { return }
        while let top = heap.first, let entry = cursors[top].entry, entry.word.elementsEqual(word) {
            entries.append((entry, cursors[top].base))
            try cursors[top].advance()
            if cursors[top].entry == nil {
                heap[0] = heap[heap.count - 1]
                heap.removeLast()
            }
            sink()
        }
    }

    private func isBefore(_ a: Int, _ b: Int) -> Bool {
        guard let first = cursors[a].entry?.word, let second = cursors[b].entry?.word else { return false }
        if first.precedes(second) { return true }
        return first.elementsEqual(second) && a < b
    }

    private mutating func rise(_ start: Int) {
        var at = start
        while at > 0, isBefore(heap[at], heap[(at - 1) / 2]) {
            heap.swapAt(at, (at - 1) / 2)
            at = (at - 1) / 2
        }
    }

    private mutating func sink() {
        var at = 0
        while true {
            var first = at
            for child in [2 * at + 1, 2 * at + 2] where child < heap.count && isBefore(heap[child], heap[first]) { first = child }
            if first == at { return }
            heap.swapAt(at, first)
            at = first
        }
    }
}
