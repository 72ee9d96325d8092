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
    var hasChanges: Bool { hasTold.value }
    private let hasTold: Lazy<Bool>
    package let dates: DateWords
    /// Of all committees, oldest first.
    package var allMeetings: [Meeting] { sorted.value }
    private let sorted: Lazy<[Meeting]>
    let committees: [String: Committee]
    /// What the languages of the notice on other formats call themselves.
    let languageNames: [String]
    /// By the address of its page and of its minutes.
    var meetingAt: [Address: Meeting] { byAddress.value }
    private let byAddress: Lazy<[Address: Meeting]>

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
        hasTold = Lazy.table { publication.hasChanges(linked.archive) }
        let dates = DateWords(language: linked.archive.authority.language)
        self.dates = dates
        let sorted = Lazy.table {
            linked.archive.committees.flatMap(\.meetings).sorted { ($0.date, $0.committee, $0.slug) < ($1.date, $1.committee, $1.slug) }
        }
        self.sorted = sorted
        data = OpenData(facts, registers: later, meetings: sorted, baseURL: settings.baseURL, today: Today(settings.today))
        feeds = Feeds(data, inWords: { dates.full($0) })
        committees = Dictionary(linked.archive.committees.map { ($0.slug, $0) }, uniquingKeysWith: { first, _ in first })
        byAddress = Lazy.table {
            let meetings = linked.archive.committees.flatMap(\.meetings)
            return Dictionary(meetings.flatMap { [($0.address, $0), ($0.minutesAddress, $0)] }, uniquingKeysWith: { first, _ in first })
        }
        languageNames = linked.archive.authority.otherFormats.map { PageContext.ownName(of: $0.language) }
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
