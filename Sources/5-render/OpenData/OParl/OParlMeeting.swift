import Linking
import Model

/// A meeting with what its objects need again and again.
struct OParlMeeting {
    /// Its position in `OParl.meetings`.
    let number: Int
    let meeting: Meeting
    let items: [AgendaItem]
    /// For each item, that which it belongs to: itself, save where one of a supplement adds papers to another.
    let mains: [Int]
    let links: MeetingLinks?

    init(_ number: Int, _ oparl: OParl) {
        self.number = number
        meeting = oparl.meetings[number]
        items = meeting.everyItem
        mains = meeting.mainItems(items)
        links = oparl.linked.meetings[meeting.address]
    }

    /// The items that have an object of their own.
    var ownItems: [Int] { items.indices.filter { mains[$0] == $0 } }

    /// The minutes of an item, by their positions.
    func minutes(ofItem position: Int) -> [Int] { meeting.minutes == nil ? [] : links?.minutesOfItem[position] ?? [] }
}

extension Meeting {
    /// For each item the one it belongs to. An item of a supplement adds papers to the first item of its number, if that is
    /// open as it is itself.
    func mainItems(_ items: [AgendaItem]) -> [Int] {
        var mains = Array(items.indices)
        guard !supplements.isEmpty else { return mains }
        for position in sections.reduce(0, { $0 + $1.items.count })..<items.count {
            guard let number = items[position].number, let first = items.firstIndex(where: { $0.number == number }) else { continue }
            if items[first].open != nil, items[position].open != nil { mains[position] = first }
        }
        return mains
    }
}

/// Whether an object stands by itself, in a file or list of its own, or within the object that it belongs to; there it does
/// not say to whom it belongs.
enum Nesting { case alone, within }
