import Facts
import Formats
import Model

extension Feeds {
    /// All meetings of all committees.
    package func calendar(into out: inout [UInt8]) {
        write(linked.archive.committees.flatMap(current), name: authority.name, into: &out)
    }

    /// All meetings of a committee.
    package func calendar(of committee: Committee, into out: inout [UInt8]) {
        write(current(committee), name: "\(committee.name), \(authority.name)", into: &out)
    }

    /// One meeting; where it took place on another day, that.
    package func calendar(of meeting: Meeting, into out: inout [UInt8]) {
        let committee = committees[meeting.committee]
        write([committee.flatMap { successor(of: meeting, in: $0) } ?? meeting], name: nil, into: &out)
    }

    // MARK: Which meetings

    /// The meetings as they are to be held: not those put off whose new day is known.
    private func current(_ committee: Committee) -> [Meeting] {
        committee.meetings.filter { successor(of: $0, in: committee) == nil }
    }

    /// The meeting that was announced for the day of one put off.
    private func successor(of meeting: Meeting, in committee: Committee) -> Meeting? {
        guard meeting.course.stage == .postponed else { return nil }
        return committee.meetings.first { later in later !== meeting && later.moves.contains { $0.date == meeting.date } }
    }

    // MARK: Components

    private func write(_ meetings: [Meeting], name: String?, into out: inout [UInt8]) {
        var writer = ICalendarWriter(into: out)
        writer.component("VCALENDAR") { writer in
            writer.property("VERSION", "2.0")
            writer.property("PRODID", "-//Moot//Moot//EN")
            if let name {
                writer.text("NAME", name)
                writer.text("X-WR-CALNAME", name)
                writer.property("REFRESH-INTERVAL", parameters: ";VALUE=DURATION", "P1D")
            }
            let timed = meetings.filter { $0.starts != nil }.map(\.date)
            if let first = timed.min(), let last = timed.max() { writeZone(first...last, to: &writer) }
            for meeting in meetings { write(meeting, to: &writer) }
        }
        out = writer.finish()
    }

    private func write(_ meeting: Meeting, to writer: inout ICalendarWriter) {
        writer.component("VEVENT") { writer in
            writer.property("UID", uid(of: meeting))
            writer.property("DTSTAMP", instant(clock.instant(meeting.days.announced, .midnight)))
            writer.property("SEQUENCE", String(meeting.timesChanged))
            writeTimes(of: meeting, to: &writer)
            writer.text("SUMMARY", title(of: meeting))
            writer.property("STATUS", meeting.calendarStatus.rawValue)
            if let venue = meeting.venue { writer.text("LOCATION", venue) }
            writer.text("DESCRIPTION", description(of: meeting))
            writer.property("URL", url(meeting.address.path))
            if let contact = contact(of: meeting), let email = contact.email {
                let name = contact.name.map { ";CN=" + ICalendarWriter.quoted($0) } ?? ""
                writer.property("ORGANIZER", parameters: name, "mailto:" + email)
            }
        }
    }

    private func writeTimes(of meeting: Meeting, to writer: inout ICalendarWriter) {
        guard let starts = meeting.starts else { return writer.property("DTSTART", parameters: ";VALUE=DATE", compact(meeting.date)) }
        let zone = ";TZID=" + clock.name
        writer.property("DTSTART", parameters: zone, local(meeting.date, starts))
        // What the minutes say of the end is no appointment.
        if let end = meeting.announcedEnd, end.time != starts { writer.property("DTEND", parameters: zone, local(end.day, end.time)) }
    }

    /// The clock's changes, each kind once with all its days.
    private func writeZone(_ days: ClosedRange<Day>, to writer: inout ICalendarWriter) {
        let changes = clock.changes(for: days)
        writer.component("VTIMEZONE") { writer in
            writer.property("TZID", clock.name)
            var seen: [ZoneClock.Change] = []
            for change in changes where !seen.contains(where: change.isSameKind) {
                seen.append(change)
                let same = changes.filter(change.isSameKind)
                writer.component(change.isSummerTime ? "DAYLIGHT" : "STANDARD") { writer in
                    writer.property("DTSTART", moment(same[0].instant + same[0].before))
                    if same.count > 1 {
                        writer.property("RDATE", same.dropFirst().map { moment($0.instant + $0.before) }.joined(separator: ","))
                    }
                    writer.property("TZOFFSETFROM", offset(change.before))
                    writer.property("TZOFFSETTO", offset(change.after))
                }
            }
        }
    }

    // MARK: Values

    /// The day for which it was first announced stays in the name, whatever it was moved to.
    private func uid(of meeting: Meeting) -> String {
        let firstDay = meeting.moves.compactMap(\.date).first ?? meeting.date
        let host = authority.url.split(separator: "/").dropFirst().first.map(String.init) ?? authority.url
        return "\(firstDay.iso)\(meeting.slug.dropFirst(meeting.date.iso.count)).\(meeting.committee)@\(host)"
    }

    func title(of meeting: Meeting) -> String {
        let name = committees[meeting.committee]?.name ?? meeting.committee
        let state = meeting.course.stage.word.map { $0 + ": " } ?? ""
        return state + name + (meeting.title.map { ": " + $0 } ?? "")
    }

    private func description(of meeting: Meeting) -> String {
        var lines = [(meeting.hasAgenda ? "Agenda and papers: " : "More: ") + url(meeting.address.path)]
        if meeting.starts == nil, meeting.calendarStatus == .tentative { lines.append("The time is to be confirmed.") }
        if meeting.course.stage == .inquorate { lines.append("Too few members came, so it was not held.") }
        if meeting.access == .private { lines.append("The public is not admitted.") }
        if let webcast = meeting.webcast { lines.append("Watch the meeting: " + webcast) }
        return lines.joined(separator: "\n")
    }

    private func compact(_ day: Day) -> String { String(decoding: day.iso.utf8.filter { $0 != UInt8(ascii: "-") }, as: UTF8.self) }
    private func local(_ day: Day, _ time: ClockTime) -> String { "\(compact(day))T\(twoDigits(time.hour))\(twoDigits(time.minute))00" }
    private func instant(_ seconds: Int) -> String { moment(seconds) + "Z" }

    /// Seconds since 1970 as date and time, in whatever zone they are meant.
    private func moment(_ seconds: Int) -> String {
        let days = Int((Double(seconds) / 86400).rounded(.down))
        let rest = seconds - days * 86400
        return "\(compact(Day(daysSince1970: days)))T\(twoDigits(rest / 3600))\(twoDigits(rest / 60 % 60))\(twoDigits(rest % 60))"
    }

    private func offset(_ seconds: Int) -> String {
        let size = abs(seconds)
        return (seconds < 0 ? "-" : "+") + twoDigits(size / 3600) + twoDigits(size / 60 % 60) + (size % 60 == 0 ? "" : twoDigits(size % 60))
    }
}

extension ZoneClock.Change {
    fileprivate func isSameKind(_ other: ZoneClock.Change) -> Bool {
        before == other.before && after == other.after && isSummerTime == other.isSummerTime
    }
}

extension Meeting {
    /// How often what a calendar shows was changed since it was first announced.
    fileprivate var timesChanged: Int { moves.count + (course.stage.isOff ? 1 : 0) }

    /// A meeting that was not held on its day is cancelled in a calendar, which has no other word; what became of it stands in its title. For
    /// the new day of one put off there is another.
    fileprivate var calendarStatus: CalendarStatus {
        let stage = course.stage
        if stage.isOff { return .cancelled }
        return stage != .held && starts == nil ? .tentative : .confirmed
    }
}

/// RFC 5545, section 3.8.1.11.
private enum CalendarStatus: String {
    case tentative = "TENTATIVE"
    case confirmed = "CONFIRMED"
    case cancelled = "CANCELLED"
}
