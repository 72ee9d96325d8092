import Model

extension Registers {
    package func part(_ at: Int, of position: MinutePosition) -> MinutePart { minutes(position).part(at, of: position) }

    /// The vote taken on a decision.
    package func vote(of entry: DecisionEntry) -> Vote? {
        guard let at = entry.vote, case .vote(let vote) = part(votes[at].part, of: votes[at].position) else { return nil }
        return vote
    }

    /// How many meetings have minutes.
    package var meetingsWithMinutes: Int { minutes.count }

    /// How many meetings have a list of who was there.
    package var meetingsWithAttendance: Int { meetings.count(where: \.hasAttendance) }

    /// Of decisions, newest first.
    package var decisionYears: [Int] { years(decisions.map(\.position.meeting)) }

    /// Of the meetings that papers are for, newest first.
    package var paperYears: [Int] { years(papers.map(\.meeting)) }

    private func years(_ positions: [Int]) -> [Int] {
        var years: [Int] = []
        for at in positions where meetings[at].meeting.date.year != years.last { years.append(meetings[at].meeting.date.year) }
        return years
    }

    package func decisions(in year: Int) -> ArraySlice<DecisionEntry> { slice(decisions, year) { $0.position.meeting } }

    package func papers(in year: Int) -> ArraySlice<PaperEntry> { slice(papers, year) { $0.meeting } }

    /// The entries of one year, which stand side by side.
    private func slice<Entry>(_ entries: [Entry], _ year: Int, _ meeting: (Entry) -> Int) -> ArraySlice<Entry> {
        let own = { (entry: Entry) in self.meetings[meeting(entry)].meeting.date.year == year }
        guard let first = entries.firstIndex(where: own), let last = entries.lastIndex(where: own) else { return [] }
        return entries[first...last]
    }
}
