import Facts
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
        let days = facts.of(meeting).days
        if meeting.hasAgenda {
            let published = days.agenda.day, updated = days.announced
            found.append(Candidate(updated: updated, path: meeting.address.path) {
                agenda(of: meeting, committee, published: published, updated: updated)
            })
        }
        for (supplement, published) in zip(meeting.supplements, days.supplements) {
            let day = published.day
            let path = meeting.address.path + "#" + supplement.slug
            found.append(Candidate(updated: day, path: path) { entry(supplement, of: meeting, committee, path: path, day: day) })
        }
        if let minutes = meeting.minutes, let published = days.minutes?.day, let updated = days.minutesChanged?.day {
            found.append(Candidate(updated: updated, path: meeting.minutesAddress.path) {
                entry(minutes, of: meeting, committee, published: published, updated: updated)
            })
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

    private func entry(_ minutes: Minutes, of meeting: Meeting, _ committee: Committee, published: Day, updated: Day) -> Entry {
        let kind = minutes.status == .draft ? "draft minutes" : "minutes"
        let matters = minutes.minutes.map { numbered($0.number, $0.title) }
        return Entry(
            path: meeting.minutesAddress.path, published: min(published, updated), updated: updated,
            title: "\(title(of: meeting)): \(kind), \(inWords(meeting.date))",
            summary: matters.isEmpty ? "The minutes of the meeting." : matters.joined(separator: "\n"), committee: committee)
    }

    private func summary(of items: [AgendaItem]) -> String {
        items.isEmpty ? "The notice of the meeting." : items.map { numbered($0.number?.printed, $0.title) }.joined(separator: "\n")
    }

    func numbered(_ number: String?, _ title: String) -> String { (number.map { $0 + ". " } ?? "") + title }

    // MARK: Decisions

    /// The decisions of the newest meetings, as many as may be told.
    func decisions() -> [Candidate] {
        facts.latestDecisions(Feeds.limit, until: today).map { taken in
            let day = taken.meeting.date, path = taken.meeting.minutesAddress.path + "#" + taken.decision.anchor
            return Candidate(updated: day, path: path) {
                Entry(
                    path: path, published: day, updated: day, title: numbered(taken.minute.number, taken.minute.title),
                    summary: taken.decision.text.plainText, committee: committees[taken.meeting.committee])
            }
        }
    }
}
