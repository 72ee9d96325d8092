/// A block that takes the place of a layout's block of the same name.
struct Override: Hashable {
    /// The template in which it is written.
    let template: Int
    let block: Int
    /// The set that holds where it is written: it replaces the blocks within this one.
    let outer: OverrideSets.ID
}

/// The sets of overrides that a page meets, each under one number, so that two equal sets are known as one.
struct OverrideSets {
    typealias ID = Int

    /// The set in which nothing is overridden.
    static let none: ID = 0

    private var sets: [[String: Override]] = [[:]]
    private var numbers: [[String: Override]: ID] = [[:]: none]

    func find(_ name: String, in set: ID) -> Override? { sets[set][name] }

    /// Adds blocks to a set. Those already in it come from further out and win.
    mutating func adding(_ blocks: [(name: String, override: Override)], to set: ID) -> ID {
        var merged = sets[set]
        for (name, override) in blocks where sets[set][name] == nil { merged[name] = override }
        if let known = numbers[merged] { return known }
        sets.append(merged)
        numbers[merged] = sets.count - 1
        return sets.count - 1
    }
}
