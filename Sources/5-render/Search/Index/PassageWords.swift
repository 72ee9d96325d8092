/// The words of the passage that is being read: by stem, how often it has them, and where.
struct PassageWords {
    /// Where in a passage a word stands.
    enum Field { case body, heading(Double), elsewhere(Double) }

    static let positionsKept = 12

    private var number: Int32 = -1
    /// By stem: its place among `stems`, if `numbers` says that it was met in this passage.
    private var slots: [Int32] = []
    private var numbers: [Int32] = []
    private(set) var stems: [Int32] = []
    private(set) var frequencies: [Int32] = []
    private(set) var elsewhere: [Double] = []
    /// For each, room for as many positions as are kept.
    private(set) var positions: [UInt32] = []
    private(set) var kept: [UInt8] = []

    /// - Parameter passage: Its number in the run.
    mutating func begin(_ passage: Int) {
        number = Int32(passage)
        stems.removeAll(keepingCapacity: true)
        frequencies.removeAll(keepingCapacity: true)
        elsewhere.removeAll(keepingCapacity: true)
        positions.removeAll(keepingCapacity: true)
        kept.removeAll(keepingCapacity: true)
    }

    mutating func note(_ stem: Int32, at position: Int, in field: Field) {
        let slot = slot(of: stem)
        switch field {
        case .elsewhere(let weight):
            elsewhere[slot] += weight
            return
        case .heading(let weight): elsewhere[slot] += weight
        case .body: frequencies[slot] += 1
        }
        keep(UInt32(position), in: slot)
    }

    /// Positions come in order, but for those of what is put together from two words or more.
    private mutating func keep(_ position: UInt32, in slot: Int) {
        let before = Int(kept[slot])
        guard before < PassageWords.positionsKept else { return }
        let first = slot * PassageWords.positionsKept
        var at = first + before
        while at > first, positions[at - 1] > position {
            positions[at] = positions[at - 1]
            at -= 1
        }
        positions[at] = position
        kept[slot] += 1
    }

    private mutating func slot(of stem: Int32) -> Int {
        while slots.count <= Int(stem) {
            slots.append(0)
            numbers.append(-1)
        }
        if numbers[Int(stem)] == number { return Int(slots[Int(stem)]) }
        let slot = stems.count
        numbers[Int(stem)] = number
        slots[Int(stem)] = Int32(slot)
        stems.append(stem)
        frequencies.append(0)
        elsewhere.append(0)
        kept.append(0)
        positions.append(contentsOf: repeatElement(0, count: PassageWords.positionsKept))
        return slot
    }
}
