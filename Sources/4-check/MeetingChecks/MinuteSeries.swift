import Diagnostics
import Facts
import Model

/// The numbers of a committee's minutes, where one series runs through all its meetings. Within one meeting they were
/// looked at when they were read.
struct MinuteSeries {
    let committee: Committee

    init(_ committee: Committee) { self.committee = committee }

    var findings: [Diagnostic] {
        guard committee.minuteNumbering == .continuous else { return [] }
        var findings: [Diagnostic] = []
        var taken: [Int: Day] = [:]
        var last: (number: Int, day: Day)?
        for meeting in committee.meetings where meeting.mayHaveMinutes {
            let numbered = (meeting.minutes?.minutes ?? []).compactMap { minute in minute.number.flatMap { Int($0) }.map { (number: $0, location: minute.location) } }
            guard let first = numbered.first, let final = numbered.last else {
                // Its minutes are not published, so nobody knows how far they went.
                last = nil
                continue
            }
            // A series that begins anew with 1 does so on purpose, at the start of a municipal year.
            if first.number == 1 { taken = [:] }
            if let day = taken[first.number] {
                findings.append(Diagnostic(RuleProblem.minuteRepeated(first.number, at: day), at: first.location))
            } else if let last, first.number != 1, first.number != last.number + 1 {
                findings.append(Diagnostic(RuleProblem.minutesSkipped(from: last.number, at: last.day, to: first.number), at: first.location))
            }
            for minute in numbered { taken[minute.number] = meeting.date }
            last = (final.number, meeting.date)
        }
        return findings
    }
}

extension Meeting {
    /// Whether there can be minutes that are not published yet.
    fileprivate var mayHaveMinutes: Bool { minutes != nil || (!course.stage.isCalledOff && kind != .development) }
}
