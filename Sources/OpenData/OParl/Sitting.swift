import Linking
import Packs

/// A meeting with what its objects need again and again.
struct Sitting {
    /// Its position in `OParl.meetings`.
    let number: Int
    let meeting: Meeting
    let committee: Committee
    let items: [AgendaItem]
    let links: MeetingLinks?
    let dates: MeetingDates.Entry

    init(_ number: Int, _ oparl: OParl) {
        self.number = number
        meeting = oparl.meetings[number]
        committee = oparl.committee(meeting.committee)
        items = meeting.everyItem
        links = oparl.linked.meetings[meeting.address]
        dates = oparl.dates[number]
    }

    /// The items that have an object of their own: all but those of supplements that add papers to an item of the agenda.
    var ownItems: [Int] { items.indices.filter { items.mainItem(of: $0) == $0 } }

    func minutes(ofItem position: Int) -> [Minute] {
        guard let minutes = meeting.minutes else { return [] }
        return (links?.minutesOfItem[position] ?? []).map { minutes.minutes[$0] }
    }
}

/// Whether an object stands by itself, in a file or list of its own, or within the object that it belongs to; there it does
/// not say to whom it belongs.
enum Standing { case alone, within }
