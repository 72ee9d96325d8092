import Linking
import Packs

/// The registers that are drawn from the whole archive: decisions, actions, people and the like, as plain values.
///
/// What an entry says is not copied: an entry names the place in the archive where it stands.
public final class Registers: Sendable {
    public let linked: LinkedArchive
    /// Decides what is overdue.
    public let today: Day
    /// Newest first.
    public let meetings: [MeetingRecord]
    /// Of the newest meeting first; those of one meeting in its order.
    public let decisions: [DecisionEntry]
    /// Open ones first, those longest overdue before the others; answered ones newest first.
    public let actions: [ActionEntry]
    /// Of the newest meeting first.
    public let declarations: [DeclarationEntry]
    /// Of the newest meeting first.
    public let votes: [VoteEntry]
    /// Of the newest meeting first.
    public let papers: [PaperEntry]
    /// Papers that an agenda said were to follow, of the newest meeting first.
    public let awaited: [AwaitedPaper]
    /// In the order of `linked.people.all`.
    public let people: [PersonRecord]
    /// By name.
    public let organisations: [Organisation]
    /// For each of `people` the organisations they come from, in `organisations`.
    public let organisationsOfPerson: [Int: [Int]]
    /// From A to Z; first what begins with a number, last what begins with another sign. None is empty.
    public let letters: [IndexLetter]

    public init(_ linked: LinkedArchive, today: Day) {
        var builder = RegisterBuilder(linked, today: today)
        builder.run()
        self.linked = linked
        self.today = today
        meetings = builder.meetings
        decisions = builder.decisions
        actions = builder.sortActions()
        declarations = builder.declarations
        votes = builder.votes
        papers = builder.papers
        awaited = builder.awaited
        people = builder.people
        organisations = OrganisationBuilder.organisations(builder)
        var bodies: [Int: [Int]] = [:]
        for (at, body) in organisations.enumerated() { for person in body.people { bodies[person, default: []].append(at) } }
        organisationsOfPerson = bodies
        letters = IndexBuilder.letters(builder)
    }

    public var archive: Archive { linked.archive }

    /// The meeting of an entry.
    public func meeting(_ spot: MinuteSpot) -> MeetingRecord { meetings[spot.meeting] }

    public func person(_ position: Int) -> KnownPerson { linked.people.all[position] }
}

/// A meeting, held once for all entries that stand in it.
public final class MeetingRecord: Sendable {
    public let meeting: Meeting
    /// The place of its committee in `Archive.committees`.
    public let committee: Int
    public let committeeName: String
    public let committeeAddress: Address

    init(_ meeting: Meeting, of committee: Committee, at position: Int) {
        self.meeting = meeting
        self.committee = position
        committeeName = committee.name
        committeeAddress = committee.address
    }

    /// Whether its minutes list who was there: attendance is counted from nothing else.
    public var hasAttendance: Bool { meeting.minutes.map { !$0.attendance.isEmpty } ?? false }

    public func minute(_ spot: MinuteSpot) -> Minute { meeting.minutes!.minutes[spot.minute] }

    public func minuteNumber(_ spot: MinuteSpot) -> String? { meeting.minutes!.minutes[spot.minute].number }

    public func minuteTitle(_ spot: MinuteSpot) -> String { meeting.minutes!.minutes[spot.minute].title }

    public func minuteAnchor(_ spot: MinuteSpot) -> String { meeting.minutes!.minutes[spot.minute].anchor }

    public func part(_ at: Int, of spot: MinuteSpot) -> MinutePart { meeting.minutes!.minutes[spot.minute].parts[at] }

    /// What the item at a position of `Meeting.everyItem` is called, without putting them all together.
    public func item(_ position: Int) -> ItemName? {
        var left = position
        for at in meeting.sections.indices {
            if left < meeting.sections[at].items.count { return name(at, left) }
            left -= meeting.sections[at].items.count
        }
        let rest = meeting.supplements.flatMap(\.sections).flatMap(\.items)
        return rest.indices.contains(left) ? ItemName(number: rest[left].number, title: rest[left].title, anchor: rest[left].anchor) : nil
    }

    /// Takes from the item the three texts alone: all else that it holds would have to be copied with it.
    private func name(_ section: Int, _ item: Int) -> ItemName {
        ItemName(
            number: meeting.sections[section].items[item].number, title: meeting.sections[section].items[item].title,
            anchor: meeting.sections[section].items[item].anchor)
    }
}

/// What an agenda item is called, and where it stands on the meeting's page.
public struct ItemName: Sendable {
    public let number: String?
    public let title: String
    public let anchor: String

    /// "7. Purchase of land"
    public var numberedTitle: String { number.map { "\($0). \(title)" } ?? title }
}
