/// Hands out names, each once: whoever comes later gets a number behind it.
struct CountedNames {
    private let separator: String
    private var taken: Set<String> = []
    /// Where to go on counting, so that a thousand that would have the same name take a thousand steps.
    private var counts: [String: Int] = [:]

    /// - Parameter separator: What stands before the number.
    init(separator: String) { self.separator = separator }

    mutating func unique(_ natural: String) -> String {
        if taken.insert(natural).inserted { return natural }
        var number = counts[natural, default: 1]
        var candidate: String
        repeat {
            number += 1
            candidate = "\(natural)\(separator)\(number)"
        } while !taken.insert(candidate).inserted
        counts[natural] = number
        return candidate
    }
}
