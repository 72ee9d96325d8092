import Facts
import Model

/// Something that was published, changed or withdrawn on a day.
package struct Change: Sendable {
    package enum Kind: String, Sendable {
        case published, changed, approved, moved, withdrawn
    }

    package let day: Day
    package let kind: Kind
    /// The path in the site.
    package let path: String
    /// What it was; nil for what is no longer there, of which only the address is known.
    package let text: AddressedText?
    /// Where it is now, or why it is gone.
    package let outcome: Redirect.Outcome?
}

extension Publication {
    /// Newest first; of one day, by path. Without a record, what the sources say of themselves.
    package func changes(_ archive: Archive) -> [Change] {
        let all = record.map { recordedChanges($0) } ?? toldChanges(archive)
        return all.sorted { ($0.day, $1.path, $1.kind.rawValue) > ($1.day, $0.path, $0.kind.rawValue) }
    }

    /// Whether there is any: the first is enough.
    package func hasChanges(_ archive: Archive) -> Bool {
        if let record { return !recordedChanges(record).isEmpty }
        return archive.committees.contains { $0.meetings.contains { !toldChanges(of: $0).isEmpty } }
    }

    private func recordedChanges(_ record: PublishedRecord) -> [Change] {
        let outcomes = Dictionary(redirects.filter { $0.fragment == nil }.map { ($0.path.asPagePath, $0.outcome) }, uniquingKeysWith: { first, _ in first })
        var found: [Change] = []
        for (path, text) in texts {
            guard let entry = record[path] else {
                found.append(Change(day: current.day, kind: .published, path: path, text: text, outcome: nil))
                continue
            }
            found.append(Change(day: entry.published, kind: .published, path: path, text: text, outcome: nil))
            let changed = changed(entry, now: .text(text))
            if changed > entry.published { found.append(Change(day: changed, kind: .changed, path: path, text: text, outcome: nil)) }
        }
        for entry in record.entries where texts[entry.path] == nil {
            guard entry.state != .made, let outcome = outcomes[entry.path] else { continue }
            let (kind, presence): (Change.Kind, Publication.Presence) = if case .moved = outcome { (.moved, .moved) } else { (.withdrawn, .gone) }
            found.append(Change(day: changed(entry, now: presence), kind: kind, path: entry.path, text: nil, outcome: outcome))
        }
        return found
    }

    /// The days that heads give: when notices were issued and minutes approved.
    private func toldChanges(_ archive: Archive) -> [Change] {
        archive.committees.flatMap(\.meetings).flatMap(toldChanges)
    }

    private func toldChanges(of meeting: Meeting) -> [Change] {
        var found: [Change] = []
        func tell(_ day: Day?, _ kind: Change.Kind, _ address: Address, _ text: AddressedText) {
            guard let day, day <= current else { return }
            var text = text
            text.meeting = (meeting.committee, meeting.date)
            found.append(Change(day: day, kind: kind, path: address.path, text: text, outcome: nil))
        }
        let days = meeting.days
        tell(days.agenda.stated, .published, meeting.address, AddressedText(.agenda, meeting.title ?? "Agenda and papers", words: [], []))
        for (supplement, day) in zip(meeting.supplements, days.supplements) {
            tell(day.stated, .published, meeting.address, AddressedText(.agenda, supplement.title ?? "Supplementary agenda", words: [], []))
        }
        if meeting.minutes?.status == .approved, let approval = days.minutesChanged, approval.source == .approved {
            tell(approval.day, .approved, meeting.minutesAddress, AddressedText(.minutes, "Minutes", words: [], []))
        }
        return found
    }
}
