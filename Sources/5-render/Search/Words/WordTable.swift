import Text

/// Gives each different word a number, counted from 0.
struct WordTable {
    private var slots: [Int32]
    private var hashes: [UInt64] = []
    private var starts: [Int32] = [0]
    private var bytes: [UInt8] = []

    init() { slots = Array(repeating: -1, count: 1 << 12) }

    var count: Int { hashes.count }

    func word(_ number: Int) -> ArraySlice<UInt8> { bytes[Int(starts[number])..<Int(starts[number + 1])] }

    /// The word's number, and whether it is new.
    mutating func number(of word: UnsafeBufferPointer<UInt8>, _ hash: WordHash) -> (number: Int, isNew: Bool) {
        let hash = hash.value
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 29) & (slots.count - 1)
        while slots[slot] >= 0 {
            let known = Int(slots[slot])
            if hashes[known] == hash, isWord(known, word) { return (known, false) }
            slot = (slot + 1) & (slots.count - 1)
        }
        let number = hashes.count
        slots[slot] = Int32(number)
        hashes.append(hash)
        bytes.append(contentsOf: word)
        starts.append(Int32(bytes.count))
        if hashes.count * 2 > slots.count { grow() }
        return (number, true)
    }

    mutating func number(of word: UnsafeBufferPointer<UInt8>) -> Int { number(of: word, WordHash(word)).number }

    private func isWord(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(starts[number])
        return bytes.withUnsafeBufferPointer { Bytes(rebasing: $0[start..<Int(starts[number + 1])]).isEqual(to: word) }
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for number in hashes.indices {
            var slot = Int(truncatingIfNeeded: hashes[number] ^ hashes[number] >> 29) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(number)
        }
    }
}
