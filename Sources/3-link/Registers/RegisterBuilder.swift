import Facts
import Linking
import Model

/// Goes through the archive once and notes where everything stands.
struct RegisterBuilder {
    let facts: ArchiveFacts
    let linked: LinkedArchive
    let meetings: [MeetingRecord]
    var minutes: [MinutesRecord] = []
    var decisions: [DecisionEntry] = []
    var actions: [ActionEntry] = []
    var declarations: [DeclarationEntry] = []
    var votes: [VoteEntry] = []
    var papers: [PaperEntry] = []
    var awaited: [AwaitedPaper] = []
    var people: [PersonRecord]
    var lines: PersonLineCache
    private var organisationsMet: [Int: Set<String>] = [:]

    init(_ facts: ArchiveFacts) {
        let linked = facts.linked
        self.facts = facts
        self.linked = linked
        lines = PersonLineCache(linked.people)
        people = [PersonRecord](repeating: PersonRecord(), count: linked.people.all.count)
        meetings = linked.archive.committees.enumerated().flatMap { at, committee in
            committee.meetings.map { MeetingRecord($0, of: committee, at: at) }
        }.sorted { $0.meeting.isNewer(than: $1.meeting) }
    }

    mutating func run() {
        addSeats()
        for at in meetings.indices {
            let record = meetings[at]
            addItems(of: record, at: at)
            addPapers(of: record, at: at)
            addMinutes(of: record, at: at)
            noteOrganisations(of: record)
        }
        AttendanceCounter.count(meetings, linked: linked, into: &people)
    }

    private mutating func addSeats() {
        for (at, person) in linked.people.all.enumerated() { note(person.facts?.organisation, of: at) }
        for (committee, of) in linked.archive.committees.enumerated() {
            for (position, member) in of.members.enumerated() {
                guard PersonName.isOne(member.name), let person = linked.people.position(of: member.name) else { continue }
                people[person].seats.append(Seat(committee: committee, member: position))
                note(member.organisation, of: person)
            }
        }
    }

    /// Notes whom somebody comes for.
    mutating func note(_ organisation: String?, of person: Int) {
        guard let organisation, organisationsMet[person, default: []].insert(organisation).inserted else { return }
        people[person].organisations.append(organisation)
    }

    /// Notes who presents what. An item is presented once, whichever source says so.
    private mutating func addItems(of record: MeetingRecord, at: Int) {
        let meeting = record.meeting
        var position = 0
        var presented: [Int: Set<Int>] = [:]
        for sections in [meeting.sections] + meeting.supplements.map(\.sections) {
            for section in sections {
                for item in section.items {
                    defer { position += 1 }
                    guard let presenter = item.open?.presenter else { continue }
                    let main = meeting.join.main(of: position)
                    for person in lines.positions(in: presenter) {
                        if !meeting.supplements.isEmpty, !presented[main, default: []].insert(person).inserted { continue }
                        people[person].presented.append(ItemPosition(meeting: at, item: main))
                    }
                }
            }
        }
    }

    private mutating func noteOrganisations(of record: MeetingRecord) {
        for list in record.meeting.minutes?.attendance ?? [] {
            for group in list.groups {
                for attendee in group.people where attendee.organisation != nil {
                    if let person = linked.people.position(of: attendee) { note(attendee.organisation, of: person) }
                }
            }
        }
    }
}
