import Model
import Registers

extension PageBuilder {
    /// The decisions of each year; nil where there is one year alone.
    ///
    /// - Parameter committee: In `Archive.committees`; all of them, where it is nil.
    func chartOfDecisions(of committee: Int? = nil) -> BarsView? {
        let years = registers.decisions.lazy.map { self.registers.meeting($0.position) }.filter { committee == nil || $0.committee == committee }.map(\.meeting.date.year)
        let counts = years.reduce(into: [Int: Int]()) { $0[$1, default: 0] += 1 }
        guard counts.count > 1, let first = counts.keys.min(), let last = counts.keys.max() else { return nil }
        let bars = (first...last).map { Bar(label: String($0), amount: String(counts[$0] ?? 0), value: counts[$0] ?? 0) }
        let most = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }!
        let total = counts.values.reduce(0, +)
        return BarsView(
            id: "decisions-by-year", title: "Decisions by year",
            description: "\(counted(total, "decision", "decisions")) from \(first) to \(last); most of them in \(most.key): \(most.value).",
            caption: "Decisions in the minutes of each year", heads: ["Year", "Decisions"], bars: bars)
    }

    /// How often those who hold a seat were there, of the meetings since they held it; nil where less than two meetings say who was there.
    ///
    /// - Parameter committee: In `Archive.committees`.
    func chartOfAttendance(of committee: Int) -> BarsView? {
        let meetings = registers.meetings.filter { $0.committee == committee && $0.hasAttendance }.map(\.meeting.date)
        guard meetings.count > 1 else { return nil }
        var seen: Set<Int> = []
        let bars = archive.committees[committee].members.compactMap { member -> Bar? in
            guard member.serves(on: today), let person = linked.people.position(of: member.name), seen.insert(person).inserted else { return nil }
            let rows = registers.people[person].attendance.filter { $0.committee == committee }
            let expected = rows.reduce(0) { $0 + $1.expected }
            // Somebody may have come before they held the seat, too.
            let present = rows.reduce(0) { $0 + min($1.present, $1.expected) }
            return expected == 0 ? nil : Bar(label: member.name, amount: "\(present) of \(expected)", value: present, whole: expected)
        }
        guard !bars.isEmpty else { return nil }
        let span = "from \(dates.long(meetings.min()!)) to \(dates.long(meetings.max()!))"
        let attended = bars.reduce(0) { $0 + $1.value }, possible = bars.reduce(0) { $0 + $1.whole! }
        return BarsView(
            id: "attendance", title: "Attendance of the members",
            description: "Together they were there \(attended) of \(possible) times, \(span). A line around each bar shows how often they could have been.",
            caption: "Meetings that members attended, \(span): counted over \(counted(meetings.count, "meeting", "meetings")) whose minutes list who was there",
            heads: ["Member", "Attended", "Possible"], bars: bars)
    }
}
