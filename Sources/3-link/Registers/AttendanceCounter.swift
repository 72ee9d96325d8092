import Linking
import Model

/// Counts who was at the meetings whose minutes list them.
struct AttendanceCounter {
    private struct Key: Hashable {
        let person: Int
        let committee: Int
        let year: Int
    }

    private struct CountedMeeting: Hashable {
        let committee: Int
        let year: Int
    }

    private let linked: LinkedArchive
    /// For each committee, whom each of its members' names means.
    private let membersOfCommittee: [[Int?]]
    private var rows: [Key: AttendanceRow] = [:]
    private var meetings: [CountedMeeting: Int] = [:]

    static func count(_ records: [MeetingRecord], linked: LinkedArchive, into people: inout [PersonRecord]) {
        var counter = AttendanceCounter(linked: linked)
        for record in records where record.hasAttendance { counter.add(record) }
        for (key, row) in counter.rows {
            var row = row
            row.meetings = counter.meetings[CountedMeeting(committee: key.committee, year: key.year)] ?? 0
            people[key.person].attendance.append(row)
        }
        for at in people.indices { people[at].attendance.sort { ($0.committee, $1.year) < ($1.committee, $0.year) } }
    }

    private init(linked: LinkedArchive) {
        self.linked = linked
        membersOfCommittee = linked.archive.committees.map { committee in
            committee.members.map { PersonName.isOne($0.name) ? linked.people.position(of: $0.name) : nil }
        }
    }

    private mutating func add(_ record: MeetingRecord) {
        let year = record.meeting.date.year
        meetings[CountedMeeting(committee: record.committee, year: year), default: 0] += 1
        var expected: Set<Int> = []
        for (at, member) in linked.archive.committees[record.committee].members.enumerated() where member.serves(on: record.meeting.date) {
            guard let person = membersOfCommittee[record.committee][at] else { continue }
            if expected.insert(person).inserted { change(person, record.committee, year) { $0.expected += 1 } }
        }
        for (person, role) in roles(in: record.meeting.minutes?.attendance ?? []) {
            change(person, record.committee, year) { row in
                switch role {
                case .substitute: row.substitute += 1
                case .present: row.present += 1
                case .apologies: row.apologies += 1
                case .inAttendance: row.inAttendance += 1
                }
            }
        }
    }

    /// In the order in which one goes before another.
    private enum Role: Int {
        case substitute, present, apologies, inAttendance
    }

    private func roles(in lists: [AttendanceList]) -> [Int: Role] {
        var found: [Int: Role] = [:]
        for list in lists {
            for group in list.groups {
                for attendee in group.people {
                    guard let person = linked.people.position(of: attendee) else { continue }
                    let role = AttendanceCounter.role(of: attendee, in: list.capacity)
                    if let other = found[person], other.rawValue <= role.rawValue { continue }
                    found[person] = role
                }
            }
        }
        return found
    }

    private static func role(of attendee: Attendee, in capacity: AttendanceList.Capacity) -> Role {
        switch capacity {
        case .substitutes: .substitute
        case .present: attendee.substituteFor == nil ? .present : .substitute
        case .apologies: .apologies
        case .inAttendance, .observers: .inAttendance
        }
    }

    private mutating func change(_ person: Int, _ committee: Int, _ year: Int, _ change: (inout AttendanceRow) -> Void) {
        change(&rows[Key(person: person, committee: committee, year: year), default: AttendanceRow(committee: committee, year: year)])
    }
}
