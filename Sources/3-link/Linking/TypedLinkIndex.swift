import Foundation
import Model

/// The things that typed links name: meetings, minutes, items, people, terms.
struct TypedLinkIndex: Sendable {
    /// Where each stands in the archive, by `committee/2017-01-26`.
    private var meetings: [String: (committee: Int, meeting: Int)] = [:]
    /// Every spelling, and the term it belongs to.
    let terms: [String: String]

    init(_ archive: Archive) {
        for (position, committee) in archive.committees.enumerated() {
            for (place, meeting) in committee.meetings.enumerated() { meetings["\(committee.slug)/\(meeting.slug)"] = (position, place) }
        }
        let spellings = archive.glossary.flatMap { entry in ([entry.term] + entry.also).map { ($0, entry.term) } }
        terms = Dictionary(spellings, uniquingKeysWith: { first, _ in first })
    }

    /// `2017-01-26` of the same committee, or `committee/2017-01-26`.
    func meeting(_ name: String, near meeting: Meeting?, in archive: Archive) -> Meeting? {
        let place = name.holds("/") ? meetings[name] : meeting.flatMap { meetings["\($0.committee)/\(name)"] } ?? only(name)
        return place.map { archive.committees[$0.committee].meetings[$0.meeting] }
    }

    /// Outside a meeting a date names a meeting where only one committee met on it.
    private func only(_ name: String) -> (committee: Int, meeting: Int)? {
        let found = meetings.filter { $0.key.hasSuffix("/" + name) }
        return found.count == 1 ? found.first?.value : nil
    }

    func nearestMeeting(to name: String, near meeting: Meeting?, in archive: Archive) -> String? {
        if name.holds("/") { return meetings.keys.sorted().nearest(to: name) }
        let own = archive.committees.filter { $0.slug == meeting?.committee }.flatMap(\.meetings)
        return own.map(\.slug).sorted().nearest(to: name)
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
