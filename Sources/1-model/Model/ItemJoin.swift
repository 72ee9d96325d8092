/// Which items of a meeting's agenda and supplements are one and the same.
///
/// An item of a supplement belongs to the first item of its number in the agenda, or in a supplement before. Where one of the two has no
/// number, the same title joins them, if only one item has it. What is open never belongs to what is exempt, nor the other way round.
package struct ItemJoin: Sendable, Equatable {
    /// By position in `Meeting.everyItem`: the item that each belongs to; empty where each stands by itself.
    private var mains: [Int] = []

    /// - Parameters:
    ///   - items: Those of the agenda, then those of the supplements.
    ///   - counts: How many of them stand in the agenda, and in each supplement.
    package init(_ items: [AgendaItem], in counts: [Int]) {
        guard counts.count > 1 else { return }
        var mains = Array(items.indices)
        var start = 0
        for count in counts {
            for position in start..<start + count {
                if let other = ItemJoin.match(items[position], in: items[..<start]) { mains[position] = mains[other] }
            }
            start += count
        }
        if mains.indices.contains(where: { mains[$0] != $0 }) { self.mains = mains }
    }

    /// The item that one belongs to: itself, save where one of a supplement adds to another. Both are positions in `Meeting.everyItem`.
    package func main(of item: Int) -> Int { mains.isEmpty ? item : mains[item] }

    /// Whether an item belongs to no other.
    package func isOwn(_ item: Int) -> Bool { main(of: item) == item }

    /// An item with those that belong to it, in their order.
    package func parts(of main: Int) -> [Int] {
        mains.isEmpty ? [main] : mains.indices.filter { mains[$0] == main }
    }

    private static func match(_ item: AgendaItem, in earlier: ArraySlice<AgendaItem>) -> Int? {
        if let number = item.number, let same = earlier.firstIndex(where: { $0.number == number }) {
            return (earlier[same].open == nil) == (item.open == nil) ? same : nil
        }
        let title = TitleKey.make(item.title)
        guard !title.isEmpty else { return nil }
        let same = earlier.indices.filter { at in
            (earlier[at].number == nil || item.number == nil) && (earlier[at].open == nil) == (item.open == nil) && TitleKey.make(earlier[at].title) == title
        }
        return same.count == 1 ? same[0] : nil
    }
}

extension Meeting {
    /// That an item was put off or taken off, and why: what was said last, on the agenda or in a supplement.
    ///
    /// - Parameter main: The item's position in `everyItem`.
    package func state(ofItem main: Int) -> (state: OpenBusiness.State, reason: String?)? {
        let said = join.parts(of: main).compactMap { everyItem[$0].open }.last { $0.state != nil }
        return said.flatMap { business in business.state.map { ($0, business.reason) } }
    }
}
