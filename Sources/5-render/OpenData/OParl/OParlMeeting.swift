import Facts
import Linking
import Model

/// A meeting with what its objects need again and again.
struct OParlMeeting {
    /// Its position in `OParl.meetings`.
    let number: Int
    let meeting: Meeting
    let items: [AgendaItem]
    let facts: MeetingFacts
    let links: MeetingLinks?

    init(_ number: Int, _ oparl: OParl) {
        self.number = number
        meeting = oparl.meetings[number]
        items = meeting.everyItem
        facts = oparl.facts.of(meeting)
        links = oparl.linked.parts(of: meeting)
    }

    /// The minutes of an item, in their order.
    func minutes(ofItem position: Int) -> [Minute] {
        guard let minutes = meeting.minutes else { return [] }
        return (links?.minutesOfItem[position] ?? []).map { minutes.minutes[$0] }
    }
}

/// Whether an object stands by itself, in a file or list of its own, or within the object that it belongs to; there it does
/// not say to whom it belongs.
enum Nesting { case alone, within }
