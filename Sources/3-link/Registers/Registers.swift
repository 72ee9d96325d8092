import Facts
import Linking
import Model
import Platform

/// The registers that are drawn from the whole archive: decisions, actions, people and the like, as plain values.
///
/// What an entry says is not copied: an entry names the place in the archive where it stands.
package final class Registers: Sendable {
    package let facts: ArchiveFacts
    package let linked: LinkedArchive
    /// Newest first.
    package let meetings: [MeetingRecord]
    /// The minutes of those that have any, newest first.
    package let minutes: [MinutesRecord]
    /// Of the newest meeting first; those of one meeting in its order.
    package let decisions: [DecisionEntry]
    /// Open ones first, those longest overdue before the others; answered ones newest first.
    package var actions: [ActionEntry] { dated.value.all }
    private let dated: Lazy<DatedActions>
    /// Of the newest meeting first.
    package let declarations: [DeclarationEntry]
    /// Of the newest meeting first.
    package let votes: [VoteEntry]
    /// Of the newest meeting first.
    package let papers: [PaperEntry]
    /// Papers that an agenda said were to follow, of the newest meeting first.
    package let awaited: [AwaitedPaper]
    /// In the order of `linked.people.all`.
    package let people: [PersonRecord]
    /// By name.
    package let organisations: [Organisation]
    /// For each of `people` the organisations they come from, in `organisations`.
    package let organisationsOfPerson: [Int: [Int]]
    /// From A to Z; first what begins with a number, last what begins with another sign. None is empty.
    package let letters: [IndexLetter]

    package init(_ facts: ArchiveFacts, today: Today) {
        var builder = RegisterBuilder(facts)
        builder.run()
        self.facts = facts
        linked = facts.linked
        meetings = builder.meetings
        minutes = builder.minutes
        decisions = builder.decisions
        dated = Lazy { [actions = builder.actions] in DatedActions(actions, today) }
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

    package var archive: Archive { linked.archive }

    /// What falls to somebody, in `actions`.
    package func actions(ofPerson person: Int) -> [Int] { dated.value.ofPerson[person] ?? [] }

    /// The minutes in which an entry stands.
    package func minutes(_ position: MinutePosition) -> MinutesRecord { minutes[position.minutes] }

    /// The meeting of an entry.
    package func meeting(_ position: MinutePosition) -> MeetingRecord { minutes(position).record }

    package func person(_ position: Int) -> KnownPerson { linked.people.all[position] }
}

/// A meeting, held once for all entries that stand in it.
package final class MeetingRecord: Sendable {
    package let meeting: Meeting
    /// The place of its committee in `Archive.committees`.
    package let committee: Int
    package let committeeName: String
    package let committeeAddress: Address

    init(_ meeting: Meeting, of committee: Committee, at position: Int) {
        self.meeting = meeting
        self.committee = position
        committeeName = committee.name
        committeeAddress = committee.address
    }

    /// Whether its minutes list who was there: attendance is counted from nothing else.
    package var hasAttendance: Bool { meeting.minutes.map { !$0.attendance.isEmpty } ?? false }

    /// What the item at a position of `Meeting.everyItem` is called, without putting them all together.
    package func item(_ position: Int) -> ItemName? {
        var left = position
        for at in meeting.sections.indices {
            if left < meeting.sections[at].items.count { return name(at, left) }
            left -= meeting.sections[at].items.count
        }
        let rest = meeting.supplements.flatMap(\.sections).flatMap(\.items)
        return rest.indices.contains(left) ? ItemName(number: rest[left].number?.printed, title: rest[left].title, anchor: rest[left].anchor) : nil
    }

    /// Takes from the item the three texts alone: all else that it holds would have to be copied with it.
    private func name(_ section: Int, _ item: Int) -> ItemName {
        ItemName(
            number: meeting.sections[section].items[item].number?.printed, title: meeting.sections[section].items[item].title,
            anchor: meeting.sections[section].items[item].anchor)
    }
}

/// The minutes of a meeting, held once for all entries that stand in them.
package final class MinutesRecord: Sendable {
    package let record: MeetingRecord
    package let minutes: Minutes

    init(_ minutes: Minutes, of record: MeetingRecord) {
        self.minutes = minutes
        self.record = record
    }

    package var meeting: Meeting { record.meeting }

    package func minute(_ position: MinutePosition) -> Minute { minutes.minutes[position.minute] }

    package func minuteNumber(_ position: MinutePosition) -> String? { minutes.minutes[position.minute].number }

    package func minuteTitle(_ position: MinutePosition) -> String { minutes.minutes[position.minute].title }

    package func minuteAnchor(_ position: MinutePosition) -> String { minutes.minutes[position.minute].anchor }

    package func part(_ at: Int, of position: MinutePosition) -> MinutePart { minutes.minutes[position.minute].parts[at] }
}

/// What an agenda item is called, and where it stands on the meeting's page.
package struct ItemName: Sendable {
    package let number: String?
    package let title: String
    package let anchor: String

    /// "7. Purchase of land"
    package var numberedTitle: String { number.map { "\($0). \(title)" } ?? title }
}
