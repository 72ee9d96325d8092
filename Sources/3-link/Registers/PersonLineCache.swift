import Linking

/// Whom lines of names mean, each line looked up once: authors and presenters come again and again.
struct PersonLineCache {
    private let people: People
    private var found: [String: [Int]] = [:]

    init(_ people: People) { self.people = people }

    /// Positions in `People.all`.
    mutating func positions(in line: String) -> [Int] {
        if let known = found[line] { return known }
        let positions = people.positions(in: line)
        found[line] = positions
        return positions
    }
}
