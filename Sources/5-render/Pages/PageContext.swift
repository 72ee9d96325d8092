import Facts
import Foundation
import Linking
import Platform
import Markdown
import OpenData
import Model
import Permalinks
import Registers
import Results

/// What all pages are made from: the archive, the words for dates, the day on which the site is built. It never changes.
///
/// An object, since its parts are many and are asked for all the time.
package final class PageContext: Sendable {
    /// What is true of each meeting.
    package let facts: ArchiveFacts
    package let linked: LinkedArchive
    package let archive: Archive
    let authority: Authority
    package let later: Lazy<Registers>
    package var registers: Registers { later.value }
    package let data: OpenData
    package let feeds: Feeds
    package let settings: SiteSettings
    package let publication: Publication
    private let told: Lazy<[Change]>
    /// What was published, changed and withdrawn, newest first.
    var changes: [Change] { told.value }
    /// Whether there is any.
    let hasChanges: Bool
    package let dates: DateWords
    /// Of all committees, oldest first.
    package let allMeetings: [Meeting]
    let committees: [String: Committee]
    /// What the languages of the notice on other formats call themselves.
    let languageNames: [String]
    /// By the address of its page and of its minutes.
    let meetingAt: [Address: Meeting]

    package init(_ linked: LinkedArchive, settings: SiteSettings, publication: Publication) {
        let facts = ArchiveFacts(linked)
        self.facts = facts
        self.linked = linked
        archive = linked.archive
        authority = linked.archive.authority
        later = Lazy { Registers(facts, today: Today(settings.today)) }
        self.settings = settings
        self.publication = publication
        let told = Lazy { publication.changes(linked.archive) }
        self.told = told
        hasChanges = Asking.unnoted { !told.value.isEmpty }
        let dates = DateWords(language: linked.archive.authority.language)
        self.dates = dates
        allMeetings = linked.archive.committees.flatMap(\.meetings).sorted {
            ($0.date, $0.committee, $0.slug) < ($1.date, $1.committee, $1.slug)
        }
        data = OpenData(facts, registers: later, meetings: allMeetings, baseURL: settings.baseURL, today: Today(settings.today))
        feeds = Feeds(data, inWords: { dates.full($0) })
        committees = Dictionary(linked.archive.committees.map { ($0.slug, $0) }, uniquingKeysWith: { first, _ in first })
        let meetings = linked.archive.committees.flatMap(\.meetings)
        meetingAt = Dictionary(
            meetings.flatMap { [($0.address, $0), ($0.minutesAddress, $0)] }, uniquingKeysWith: { first, _ in first })
        languageNames = linked.archive.authority.otherFormats.map { PageContext.ownName(of: $0.language) }
    }

    /// The same for an archive that differs from the other's in texts alone.
    package init(like other: PageContext, _ linked: LinkedArchive, changed: [Meeting], publication: Publication) {
        let facts = ArchiveFacts(like: other.facts, linked, changed: changed)
        self.facts = facts
        self.linked = linked
        archive = linked.archive
        let later = Lazy { [today = other.settings.today] in Registers(facts, today: Today(today)) }
        self.later = later
        let meetings = Dictionary(changed.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
        allMeetings = other.allMeetings.map { meetings[$0.address] ?? $0 }
        data = OpenData(like: other.data, facts, registers: later, meetings: allMeetings)
        feeds = Feeds(like: other.feeds, data)
        committees = feeds.committees
        var meetingAt = other.meetingAt
        for meeting in changed { (meetingAt[meeting.address], meetingAt[meeting.minutesAddress]) = (meeting, meeting) }
        self.meetingAt = meetingAt
        self.publication = publication
        told = publication.record == nil ? other.told : Lazy { publication.changes(linked.archive) }
        hasChanges = publication.record == nil ? other.hasChanges : !told.value.isEmpty
        (authority, settings, dates, languageNames) = (other.authority, other.settings, other.dates, other.languageNames)
    }

    /// What a language calls itself, its country left out: "Polski" for `pl`, "English" for `en-GB`.
    private static func ownName(of language: String) -> String {
        let parts = language.split(separator: "-")
        let withoutCountry = parts.filter { $0 == parts[0] || $0.count == 4 }.joined(separator: "-")
        let name = Locale(identifier: language).localizedString(forIdentifier: withoutCountry)
        return name?.capitalisedFirst ?? language
    }

    /// What names all that every page may depend on, beside the archive.
    package var digest: UInt64 {
        Digest.joining([Digest.of([settings.baseURL] + languageNames), hasChanges ? 1 : 0, publication.record == nil ? 0 : 1])
    }

    /// Answers what pages and data may ask, beside what the archive answers.
    package func answer(into answers: inout Answers) {
        today.answer(into: &answers)
        data.answer(into: &answers)
        publication.answer(into: &answers)
    }

    package var today: Today { Today(settings.today) }

    func meeting(_ place: MeetingPosition) -> Meeting { archive.committees[place.committee].meetings[place.meeting] }

    /// The committee in whose folder a meeting lies.
    func committee(of meeting: Meeting) -> Committee {
        committees[meeting.committee] ?? Committee(slug: meeting.committee, location: meeting.location, name: meeting.committee)
    }

    package func isUpcoming(_ meeting: Meeting) -> Bool { meeting.isUpcoming(on: today) }

    var meetingYears: [Int] { Set(allMeetings.map(\.date.year)).sorted() }

    /// Newest first.
    package var changeYears: [Int] { changes.reduce(into: []) { years, change in if years.last != change.day.year { years.append(change.day.year) } } }

    /// Of all committees, in their order.
    var meetingPositions: [(MeetingPosition, Meeting)] {
        archive.committees.enumerated().flatMap { committee, found in
            found.meetings.enumerated().map { (MeetingPosition(committee: committee, meeting: $0), $1) }
        }
    }

    /// By the address of the meeting, its position in `allMeetings`.
    var numbersOfMeetings: [Address: Int] {
        Dictionary(allMeetings.enumerated().map { ($1.address, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
