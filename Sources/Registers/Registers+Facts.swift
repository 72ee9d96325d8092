import Packs

extension Registers {
    public func part(_ at: Int, of spot: MinuteSpot) -> MinutePart { meeting(spot).part(at, of: spot) }

    /// The vote taken on a decision.
    public func vote(of entry: DecisionEntry) -> Vote? {
        guard let at = entry.vote, case .vote(let vote) = part(votes[at].part, of: votes[at].spot) else { return nil }
        return vote
    }

    /// How many meetings have minutes.
    public var meetingsWithMinutes: Int { meetings.count { $0.meeting.minutes != nil } }

    /// How many meetings have a list of who was there.
    public var meetingsWithAttendance: Int { meetings.count(where: \.hasAttendance) }

    /// Of decisions, newest first.
    public var decisionYears: [Int] { years(decisions.map(\.spot.meeting)) }

    /// Of the meetings that papers are for, newest first.
    public var paperYears: [Int] { years(papers.map(\.meeting)) }

    private func years(_ positions: [Int]) -> [Int] {
        var years: [Int] = []
        for at in positions where meetings[at].meeting.date.year != years.last { years.append(meetings[at].meeting.date.year) }
        return years
    }

    public func decisions(in year: Int) -> ArraySlice<DecisionEntry> { slice(decisions, year) { $0.spot.meeting } }

    public func papers(in year: Int) -> ArraySlice<PaperEntry> { slice(papers, year) { $0.meeting } }

    /// The entries of one year, which stand side by side.
    private func slice<Entry>(_ entries: [Entry], _ year: Int, _ meeting: (Entry) -> Int) -> ArraySlice<Entry> {
        let own = { (entry: Entry) in self.meetings[meeting(entry)].meeting.date.year == year }
        guard let first = entries.firstIndex(where: own), let last = entries.lastIndex(where: own) else { return [] }
        return entries[first...last]
    }
}
