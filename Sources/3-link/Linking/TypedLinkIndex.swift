import Foundation
import Model

/// The things that typed links name: meetings, minutes, items, people, terms.
struct TypedLinkIndex: Sendable {
    private var meetings: [String: Meeting] = [:]
    /// Every spelling, and the term it belongs to.
    let terms: [String: String]

    init(_ archive: Archive) {
        for committee in archive.committees {
            for meeting in committee.meetings { meetings["\(committee.slug)/\(meeting.slug)"] = meeting }
        }
        let spellings = archive.glossary.flatMap { entry in ([entry.term] + entry.also).map { ($0, entry.term) } }
        terms = Dictionary(spellings, uniquingKeysWith: { first, _ in first })
    }

    mutating func replace(_ meeting: Meeting) { meetings["\(meeting.committee)/\(meeting.slug)"] = meeting }

    /// `2017-01-26` of the same committee, or `committee/2017-01-26`.
    func meeting(_ name: String, near meeting: Meeting?) -> Meeting? {
        if name.holds("/") { return meetings[name] }
        return meeting.flatMap { meetings["\($0.committee)/\(name)"] } ?? only(name)
    }

    /// Outside a meeting a date names a meeting where only one committee met on it.
    private func only(_ name: String) -> Meeting? {
        let found = meetings.filter { $0.key.hasSuffix("/" + name) }
        return found.count == 1 ? found.first?.value : nil
    }

    func nearestMeeting(to name: String, near meeting: Meeting?) -> String? {
        let own = meetings.values.filter { $0.committee == meeting?.committee }.map(\.slug)
        return (name.holds("/") ? meetings.keys.sorted() : own.sorted()).nearest(to: name)
    }

    func minute(_ label: String, in meeting: Meeting) -> (Address, String)? {
        guard let minutes = meeting.minutes?.minutes else { return nil }
        let number = ItemNumber(label)
        // Nearly all links write the number as the minutes do.
        let found = minutes.first { $0.number == label } ?? minutes.first { $0.number.map(ItemNumber.init) == number }
        return found.map { (meeting.minutesAddress, $0.anchor) }
    }

    func item(_ label: String, in meeting: Meeting) -> (Address, String)? {
        meeting.everyItem.first(numbered: ItemNumber(label)).map { (meeting.address, $0.anchor) }
    }

    /// The term that a spelling belongs to. Links escape blanks as `%20`.
    func term(_ spelling: String) -> String? { terms[spelling] ?? spelling.removingPercentEncoding.flatMap { terms[$0] } }

    func labels(_ kind: String, in meeting: Meeting) -> [String] {
        kind == "minute" ? meeting.minutes?.minutes.compactMap(\.number) ?? [] : meeting.everyItem.compactMap(\.number?.printed)
    }
}
