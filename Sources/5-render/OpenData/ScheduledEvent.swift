import Facts
import Formats
import Model

/// A meeting in the terms of schema.org, for search engines and calendars: the text of a `<script>` of type
/// `application/ld+json`, safe to stand there.
package struct ScheduledEvent: Sendable {
    private let meeting: Meeting
    private let committee: Committee
    private let authority: Authority
    private let base: String
    private let clock: ZoneClock

    package init(_ meeting: Meeting, of committee: Committee, in data: OpenData) {
        self.meeting = meeting
        self.committee = committee
        authority = data.linked.archive.authority
        base = data.baseURL
        clock = data.oparl.clock
    }

    package func write(into out: inout [UInt8]) {
        JSONWriter.object(into: &out, forScript: true) { json in
            json.member("@context", "https://schema.org")
            json.member("@type", "Event")
            json.member("@id", joining: base, meeting.address.path)
            json.member("url", joining: base, meeting.address.path)
            json.member("name", meeting.title.map { "\(committee.name): \($0)" } ?? "\(committee.name) meeting")
            json.member("eventStatus", joining: "https://schema.org/", status)
            json.member("startDate", moment(meeting.date, meeting.starts))
            if meeting.starts != nil, let (day, end) = meeting.end { json.member("endDate", clock.stamp(day, end)) }
            if let last = lastMove { json.member("previousStartDate", moment(last.date ?? meeting.date, last.starts ?? meeting.starts)) }
            if let mode { json.member("eventAttendanceMode", joining: "https://schema.org/", mode) }
            location(&json)
            organizer(&json)
            json.member("inLanguage", authority.language)
        }
    }

    private func moment(_ day: Day, _ time: ClockTime?) -> String { time.map { clock.stamp(day, $0) } ?? day.iso }

    /// The last time that its day or hour was changed.
    private var lastMove: Move? { meeting.moves.last { $0.date != nil || $0.starts != nil } }

    /// schema.org has no word for a meeting that too few came to: what counts is that it was not held.
    private var status: String {
        switch meeting.course.stage {
        case .cancelled, .inquorate: "EventCancelled"
        case .postponed: "EventPostponed"
        case .announced, .called, .held: lastMove == nil ? "EventScheduled" : "EventRescheduled"
        }
    }

    /// Where the agenda does not say how one can attend: in the room it names, and where it can be watched.
    private var isInPerson: Bool { meeting.attendance.isEmpty ? meeting.venue != nil : meeting.attendance.contains(.inPerson) }
    private var isOnline: Bool { meeting.attendance.isEmpty ? meeting.webcast != nil : meeting.attendance.contains(.online) }

    private var mode: String? {
        switch (isInPerson, isOnline) {
        case (true, true): "MixedEventAttendanceMode"
        case (true, false): "OfflineEventAttendanceMode"
        case (false, true): "OnlineEventAttendanceMode"
        case (false, false): nil
        }
    }

    private func location(_ json: inout JSONWriter) {
        let venue = isInPerson ? meeting.venue : nil, webcast = isOnline ? meeting.webcast : nil
        guard venue != nil || webcast != nil else { return }
        json.array("location") { json in
            if let venue {
                json.object { json in
                    json.member("@type", "Place")
                    json.member("name", venue)
                    json.member("address", venue)
                }
            }
            if let webcast {
                json.object { json in
                    json.member("@type", "VirtualLocation")
                    json.member("url", webcast)
                }
            }
        }
    }

    private func organizer(_ json: inout JSONWriter) {
        json.object("organizer") { json in
            json.member("@type", "GovernmentOrganization")
            json.member("name", committee.name)
            json.member("url", joining: base, committee.address.path)
            json.object("parentOrganization") { json in
                json.member("@type", "GovernmentOrganization")
                json.member("name", authority.name)
                json.member("url", base)
            }
        }
    }
}
