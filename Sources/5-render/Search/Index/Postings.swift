/// Where the words of a batch stand: for each passage and each stem in it, what it counts and its first positions.
struct Postings {
    private var all: [Posting] = []
    private var positions: [UInt32] = []

    /// Adds the words of a passage.
    ///
    /// - Parameter words: How many its text has.
    mutating func add(_ passage: PassageWords, number: Int, words: Int, weight: Double) {
        for slot in passage.stems.indices {
            let kept = Int(passage.kept[slot])
            let first = slot * PassageWords.positionsKept
            all.append(Posting(
                stem: passage.stems[slot], passage: Int32(number), firstPosition: Int32(positions.count), positions: UInt8(kept),
                impact: Weights.impact(
                    frequency: Int(passage.frequencies[slot]), elsewhere: passage.elsewhere[slot], words: words, weight: weight)))
            for at in first..<first + kept { positions.append(passage.positions[at]) }
        }
    }

    func passage(_ posting: Int32) -> Int { Int(all[Int(posting)].passage) }

    /// The places of postings by stem, in the order of passages.
    func byStem(_ stems: Int) -> (starts: [Int], order: [Int32]) {
        var starts = Array(repeating: 0, count: stems + 1)
        for posting in all { starts[Int(posting.stem) + 1] += 1 }
        for stem in 0..<stems { starts[stem + 1] += starts[stem] }
        var next = starts
        var order = [Int32](repeating: 0, count: all.count)
        for (number, posting) in all.enumerated() {
            order[next[Int(posting.stem)]] = Int32(number)
            next[Int(posting.stem)] += 1
        }
        return (starts, order)
    }

    /// Writes the postings of one stem.
    func write(_ own: ArraySlice<Int32>, to out: inout [UInt8]) {
        all.withUnsafeBufferPointer { postings in
            positions.withUnsafeBufferPointer { positions in
                own.withUnsafeBufferPointer { own in
                    for at in own.indices {
                        let before = at > 0 ? postings[Int(own[at - 1])].passage : nil
                        postings[Int(own[at])].write(after: before, positions, to: &out)
                    }
                }
            }
        }
    }
}

private struct Posting {
    let stem: Int32
    let passage: Int32
    let firstPosition: Int32
    let positions: UInt8
    let impact: UInt8

    /// - Parameter before: The passage before; nil for the first, whose number is written elsewhere.
    func write(after before: Int32?, _ all: UnsafeBufferPointer<UInt32>, to out: inout [UInt8]) {
        // A number takes five bytes at most.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 7 + 5 * PassageWords.positionsKept) { room in
            var count = 0
            func put(_ number: UInt32) {
                var rest = number
                while rest >= 0x80 {
                    room[count] = UInt8(truncatingIfNeeded: rest) | 0x80
                    count += 1
                    rest >>= 7
                }
                room[count] = UInt8(rest)
                count += 1
            }
            if let before { put(UInt32(passage - before)) }
            room[count] = impact
            room[count + 1] = positions
            count += 2
            var last: UInt32 = 0
            for position in all[Int(firstPosition)..<Int(firstPosition) + Int(positions)] {
                put(position - last)
                last = position
            }
            out.append(contentsOf: UnsafeBufferPointer(rebasing: room[..<count]))
        }
    }
}
