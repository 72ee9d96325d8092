import Facts
import Foundation
import Linking
import Model
import Platform

/// What feeds and calendars are made from.
package struct Feeds: Sendable {
    let facts: ArchiveFacts
    var linked: LinkedArchive { facts.linked }
    /// Where the site stands; ends in `/`.
    let baseURL: String
    /// Nothing that is dated later is news yet.
    let today: Today
    var clock: ZoneClock { time.value }
    private let time: Lazy<ZoneClock>
    /// "Thursday 2 March 2017"
    let inWords: @Sendable (Day) -> String
    /// By slug.
    package let committees: [String: Committee]

    package init(_ data: OpenData, inWords: @escaping @Sendable (Day) -> String) {
        let linked = data.linked
        facts = data.facts
        baseURL = data.baseURL
        today = data.today
        self.inWords = inWords
        committees = Dictionary(linked.archive.committees.map { ($0.slug, $0) }, uniquingKeysWith: { first, _ in first })
        // The clock of a longer time says the same of each day.
        time = Lazy.table { [today] in ZoneClock(linked.archive.authority.timezone, days: Feeds.days(of: linked.archive, today: today.day)) }
    }

    var authority: Authority { linked.archive.authority }

    /// What names a thing for ever: its address on the site as `site.yml` gives it, wherever this build is shown.
    func id(_ path: String) -> String { authority.url + path }

    func url(_ path: String) -> String { baseURL + path }

    func contact(of meeting: Meeting) -> Contact? { meeting.contact ?? committees[meeting.committee]?.contact ?? authority.contact }

    private static func days(of archive: Archive, today: Day) -> ClosedRange<Day> {
        var first = today
        var last = today
        for committee in archive.committees {
            for meeting in committee.meetings {
                let days = meeting.days
                first = min(first, meeting.date, days.agenda.day)
                last = max(last, meeting.date, days.changed)
            }
        }
        return first...last
    }
}

/// Where feeds and calendars stand in the site.
package enum FeedPath {
    package static let site = Route.feed(of: .home).file
    package static let decisions = Route.feed(of: .decisions()).file
    package static let calendar = Route.calendar(of: .meetings).file
    package static func feed(of committee: Committee) -> String { Route.feed(of: .committee(committee.slug)).file }
    package static func feed(of strategy: Strategy) -> String { Route.feed(of: .strategy(strategy.slug)).file }
    package static func calendar(of committee: Committee) -> String { Route.calendar(of: .committee(committee.slug)).file }
    package static func event(of meeting: Meeting) -> String { Route.event(meeting.id).file }
    /// nil where there is nothing to take along yet.
    package static func archive(of meeting: Meeting) -> String? {
        guard meeting.hasAgenda || meeting.minutes != nil else { return nil }
        return Route.archive(meeting.id).file
    }
}
