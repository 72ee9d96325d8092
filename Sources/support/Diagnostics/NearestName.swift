extension Collection where Element == String {
    /// The name that was probably meant: the one with the fewest letters to insert, delete, replace or swap,
    /// if these are at most a third of the word.
    public func nearest(to name: String) -> String? {
        let wanted = Array(name.lowercased().utf8)
        // Nobody misspells a name of a hundred letters, and the time grows with the square of them.
        guard wanted.count <= 100 else { return nil }
        let limit = Swift.max(1, wanted.count / 3)
        var best: (name: String, distance: Int)?
        for candidate in self {
            guard abs(candidate.utf8.count - wanted.count) <= limit else { continue }
            let distance = editDistance(wanted, Array(candidate.lowercased().utf8))
            if distance <= limit, distance < best?.distance ?? Int.max {
                best = (candidate, distance)
            }
        }
        return best?.name
    }
}

/// Optimal string alignment distance (Damerau–Levenshtein with each pair of letters swapped at most once).
func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
        var row = [i + 1]
        row.reserveCapacity(b.count + 1)
        for j in b.indices {
            let replaced = last[j] + (a[i] == b[j] ? 0 : 1)
            var cost = Swift.min(replaced, last[j + 1] + 1, row[j] + 1)
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                cost = Swift.min(cost, beforeLast[j - 1] + 1)
            }
            row.append(cost)
        }
        beforeLast = last
        last = row
    }
    return last[b.count]
}
