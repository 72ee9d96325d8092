import Markdown
import Model

/// A piece of news, made into words only where it is new enough to be told.
struct Entry {
    /// The page of the site it leads to, with its anchor. Names it for ever, too.
    let path: String
    let published: Day
    let updated: Day
    let title: String
    let summary: String
    /// The committee whose news it is; nil for the authority's own.
    let committee: Committee?
}

/// Something that may become an entry: when it was news, and how to put it into words.
struct Candidate {
    let updated: Day
    /// Decides the order of one day's news.
    let path: String
    let entry: () -> Entry
}

extension Feeds {
    /// Enough for a month or two of any authority's news; a reader of feeds asks more often than that.
    static let limit = 50

    /// The newest, newest first.
    func newest(_ candidates: [Candidate]) -> [Entry] {
        let known = candidates.filter { $0.updated <= today }
        return known.sorted { ($0.updated, $0.path) > ($1.updated, $1.path) }.prefix(Feeds.limit).map { $0.entry() }
    }

    /// What was published for the meetings of a committee.
    func news(of committee: Committee) -> [Candidate] {
        committee.meetings.flatMap { news(of: $0, committee) }
    }

    private func news(of meeting: Meeting, _ committee: Committee) -> [Candidate] {
        var found: [Candidate] = []
        if meeting.hasAgenda {
            let published = meeting.issued ?? meeting.moves.first?.changed ?? meeting.date
            let updated = max(published, meeting.moves.last?.changed ?? published)
            found.append(Candidate(updated: updated, path: meeting.address.path) {
                agenda(of: meeting, committee, published: published, updated: updated)
            })
        }
        for supplement in meeting.supplements {
            let day = supplement.issued ?? meeting.issued ?? meeting.date
            let path = meeting.address.path + "#" + supplement.slug
            found.append(Candidate(updated: day, path: path) { entry(supplement, of: meeting, committee, path: path, day: day) })
        }
        if let minutes = meeting.minutes {
            let day = minutes.approvedAt ?? minutes.signed ?? meeting.date
            found.append(Candidate(updated: day, path: meeting.minutesAddress.path) { entry(minutes, of: meeting, committee, updated: day) })
        }
        return found
    }

    private func agenda(of meeting: Meeting, _ committee: Committee, published: Day, updated: Day) -> Entry {
        Entry(
            path: meeting.address.path, published: published, updated: updated,
            title: "\(title(of: meeting)): agenda and papers, \(inWords(meeting.date))", summary: summary(of: meeting.items), committee: committee)
    }

    private func entry(_ supplement: Supplement, of meeting: Meeting, _ committee: Committee, path: String, day: Day) -> Entry {
        Entry(
            path: path, published: day, updated: day, title: "\(title(of: meeting)): supplement to the agenda, \(inWords(meeting.date))",
            summary: summary(of: supplement.sections.flatMap(\.items)), committee: committee)
    }

    private func entry(_ minutes: Minutes, of meeting: Meeting, _ committee: Committee, updated: Day) -> Entry {
        let kind = minutes.status == .draft ? "draft minutes" : "minutes"
        let matters = minutes.minutes.map { numbered($0.number, $0.title) }
        return Entry(
            path: meeting.minutesAddress.path, published: min(meeting.date, updated), updated: updated,
            title: "\(title(of: meeting)): \(kind), \(inWords(meeting.date))",
            summary: matters.isEmpty ? "The minutes of the meeting." : matters.joined(separator: "\n"), committee: committee)
    }

    private func summary(of items: [AgendaItem]) -> String {
        items.isEmpty ? "The notice of the meeting." : items.map { numbered($0.number, $0.title) }.joined(separator: "\n")
    }

    func numbered(_ number: String?, _ title: String) -> String { (number.map { $0 + ". " } ?? "") + title }

    // MARK: Decisions

    /// The decisions of the newest meetings, as many as may be told.
    func decisions() -> [Candidate] {
        let meetings = linked.archive.committees.flatMap(\.meetings).filter { $0.minutes != nil && $0.date <= today }
        var found: [Candidate] = []
        for meeting in meetings.sorted(by: { ($0.date, $0.committee) > ($1.date, $1.committee) }) {
            if found.count >= Feeds.limit { break }
            for minute in meeting.minutes?.minutes ?? [] { found += candidates(minute, of: meeting) }
        }
        return found
    }

    private func candidates(_ minute: Minute, of meeting: Meeting) -> [Candidate] {
        minute.decisions.map { decision in
            let path = meeting.minutesAddress.path + "#" + decision.anchor
            return Candidate(updated: meeting.date, path: path) {
                Entry(
                    path: path, published: meeting.date, updated: meeting.date, title: numbered(minute.number, minute.title),
                    summary: decision.text.plainText, committee: committees[meeting.committee])
            }
        }
    }
}
