import Linking
import Model

/// Goes through the archive once and notes where everything stands.
struct RegisterBuilder {
    let linked: LinkedArchive
    let today: Day
    let meetings: [MeetingRecord]
    var decisions: [DecisionEntry] = []
    var actions: [ActionEntry] = []
    var declarations: [DeclarationEntry] = []
    var votes: [VoteEntry] = []
    var papers: [PaperEntry] = []
    var awaited: [AwaitedPaper] = []
    var people: [PersonRecord]
    var lines: PersonLineCache
    private var organisationsMet: [Int: Set<String>] = [:]

    init(_ linked: LinkedArchive, today: Day) {
        self.linked = linked
        self.today = today
        lines = PersonLineCache(linked.people)
        people = [PersonRecord](repeating: PersonRecord(), count: linked.people.all.count)
        meetings = linked.archive.committees.enumerated().flatMap { at, committee in
            committee.meetings.map { MeetingRecord($0, of: committee, at: at) }
        }.sorted {
            ($1.meeting.date, $0.meeting.committee, $0.meeting.slug) < ($0.meeting.date, $1.meeting.committee, $1.meeting.slug)
        }
    }

    mutating func run() {
        addSeats()
        for at in meetings.indices {
            let record = meetings[at]
            let purposes = addItems(of: record, at: at)
            addPapers(of: record, at: at)
            addMinutes(of: record, at: at, purposes)
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

    /// Notes who presents what; says what the items are for.
    private mutating func addItems(of record: MeetingRecord, at: Int) -> [Int: OpenBusiness.Purpose] {
        var purposes: [Int: OpenBusiness.Purpose] = [:]
        var position = 0
        for sections in [record.meeting.sections] + record.meeting.supplements.map(\.sections) {
            for section in sections {
                for item in section.items {
                    let business = item.open
                    if let presenter = business?.presenter {
                        for person in lines.positions(in: presenter) {
                            people[person].presented.append(ItemPosition(meeting: at, item: position))
                        }
                    }
                    purposes[position] = business?.purpose
                    position += 1
                }
            }
        }
        return purposes
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

    /// Open ones first: the overdue ones, those due, those without a day; then the answered ones, newest first.
    mutating func sortActions() -> [ActionEntry] {
        let rank = { (entry: ActionEntry) in
            (entry.state == .answered ? 1 : 0, entry.action.due == nil ? 1 : 0, entry.state == .answered ? 0 : entry.action.due?.daysSince1970 ?? 0)
        }
        let sorted = actions.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
        for (at, entry) in sorted.enumerated() { for owner in entry.owners { people[owner].actions.append(at) } }
        return sorted
    }
}

private func < (a: ((Int, Int, Int), Int), b: ((Int, Int, Int), Int)) -> Bool {
    a.0 != b.0 ? a.0 < b.0 : a.1 < b.1
}
