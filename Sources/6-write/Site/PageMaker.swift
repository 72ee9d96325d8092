import Diagnostics
import Facts
import Foundation
import Linking
import Platform
import Markdown
import OpenData
import Model
import Permalinks
import Registers
import Text

/// Makes the views of pages: the archive, the words for dates, and the day on which the site is built.
///
/// An object, since its parts are many and are asked for all the time. It makes one page at a time; each thread has its own.
final class PageMaker: Sendable {
    /// What is true of each meeting.
    let facts: ArchiveFacts
    let linked: LinkedArchive
    let archive: Archive
    let authority: Authority
    private let later: Lazy<Registers>
    var registers: Registers { later.value }
    let data: OpenData
    let feeds: Feeds
    let settings: SiteSettings
    let publication: Publication
    /// What was published, changed and withdrawn, newest first.
    let changes: [Change]
    let dates: DateWords
    /// Those of the page that is being made.
    let terms = TermNotes()
    let catalogue: SearchCatalogue
    let pdfs: PDFFiles
    /// Of all committees, oldest first.
    let allMeetings: [Meeting]
    let committees: [String: Committee]
    private let languageNames: [String]
    /// By the address of its page and of its minutes.
    let meetingAt: [Address: Meeting]

    init(_ linked: LinkedArchive, settings: SiteSettings, publication: Publication) {
        let facts = ArchiveFacts(linked)
        self.facts = facts
        self.linked = linked
        archive = linked.archive
        authority = linked.archive.authority
        later = Lazy { Registers(facts, today: settings.today) }
        self.settings = settings
        self.publication = publication
        catalogue = SearchCatalogue()
        pdfs = PDFFiles()
        changes = publication.changes(linked.archive)
        let dates = DateWords(language: linked.archive.authority.language)
        self.dates = dates
        allMeetings = linked.archive.committees.flatMap(\.meetings).sorted {
            ($0.date, $0.committee, $0.slug) < ($1.date, $1.committee, $1.slug)
        }
        data = OpenData(facts, registers: later, meetings: allMeetings, baseURL: settings.baseURL, today: settings.today)
        feeds = Feeds(data, inWords: { dates.full($0) })
        committees = Dictionary(linked.archive.committees.map { ($0.slug, $0) }, uniquingKeysWith: { first, _ in first })
        let meetings = linked.archive.committees.flatMap(\.meetings)
        meetingAt = Dictionary(
            meetings.flatMap { [($0.address, $0), ($0.minutesAddress, $0)] }, uniquingKeysWith: { first, _ in first })
        languageNames = linked.archive.authority.otherFormats.map { PageMaker.ownName(of: $0.language) }
    }

    /// The same for another thread.
    init(like other: PageMaker) {
        facts = other.facts
        linked = other.linked
        archive = other.archive
        authority = other.authority
        later = other.later
        data = other.data
        feeds = other.feeds
        settings = other.settings
        publication = other.publication
        catalogue = other.catalogue
        pdfs = other.pdfs
        changes = other.changes
        dates = other.dates
        allMeetings = other.allMeetings
        committees = other.committees
        languageNames = other.languageNames
        meetingAt = other.meetingAt
    }

    /// The same for an archive that differs from the other's in texts alone.
    init(like other: PageMaker, _ linked: LinkedArchive, changed: [Meeting], publication: Publication) {
        let facts = ArchiveFacts(like: other.facts, linked, changed: changed)
        self.facts = facts
        self.linked = linked
        archive = linked.archive
        let later = Lazy { [today = other.settings.today] in Registers(facts, today: today) }
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
        changes = publication.record == nil ? other.changes : publication.changes(linked.archive)
        catalogue = SearchCatalogue()
        pdfs = PDFFiles()
        (authority, settings, dates, languageNames) = (other.authority, other.settings, other.dates, other.languageNames)
    }

    var today: Day { settings.today }

    // MARK: Frame

    func site(on page: Address) -> SiteView {
        SiteView(
            name: authority.name, crest: authority.theme.crest.map { page.reference(to: Address($0.text)) }, language: authority.language, isRightToLeft: authority.direction == .rtl, contact: contact(authority.contact, on: page),
            navigation: navigation(on: page),
            otherLanguages: zip(authority.otherFormats, languageNames).map { format, name in
                LanguageLinkView(
                    language: format.language, direction: format.direction.rawValue, name: name,
                    href: page.reference(to: PageMaker.otherFormats) + "#" + format.language)
            },
            hasGlossary: !archive.glossary.isEmpty, hasChanges: !changes.isEmpty, root: page.reference(to: .home))
    }

    /// The pages of `navigation`, and the accessibility statement, which the law asks every site to link to.
    private func navigation(on page: Address) -> [LinkView] {
        let named = authority.navigation.compactMap { entry in archive.pages.first { $0.slug == entry.page } }
        var links = named.map { LinkView(title: $0.title, href: page.reference(to: $0.address), isCurrent: page == $0.address) }
        if !named.contains(where: { $0.address == Page.accessibility }) {
            let title = archive.pages.first { $0.address == Page.accessibility }?.title ?? PageMaker.accessibilityTitle
            links.append(LinkView(title: title, href: page.reference(to: Page.accessibility), isCurrent: page == Page.accessibility))
        }
        return links
    }

    func page(
        _ title: String, within: [String] = [], at address: Address, below: [(String, Address)], description: String? = nil, feed: FeedLink? = nil
    ) -> PageView {
        let particular = [title] + within
        let whole = particular + [authority.name]
        return PageView(
            title: title, fullTitle: whole.joined(separator: " – "), description: description ?? whole.joined(separator: ", "),
            canonical: settings.baseURL + address.path.percentEncoded,
            crumbs: [LinkView(title: "Home", href: address.reference(to: .home))]
                + below.map { LinkView(title: $0.0, href: address.reference(to: $0.1)) },
            history: history(of: address), formerParts: formerParts(of: address), terms: terms, linked: linked,
            glossary: address.reference(to: GlossaryAnchor.page), feed: feed.map { LinkView(title: $0.title, href: address.reference(to: $0.path)) })
    }

    static let committees = Route.committees.address
    static let meetings = Route.meetings.address
    static let strategies = Route.strategies.address
    static let otherFormats = OtherFormat.page

    /// What a language calls itself, its country left out: "Polski" for `pl`, "English" for `en-GB`.
    private static func ownName(of language: String) -> String {
        let parts = language.split(separator: "-")
        let withoutCountry = parts.filter { $0 == parts[0] || $0.count == 4 }.joined(separator: "-")
        let name = Locale(identifier: language).localizedString(forIdentifier: withoutCountry)
        return name?.capitalisedFirst ?? language
    }

    // MARK: Small parts

    func day(_ day: Day) -> DayView { DayView(day: day, words: dates) }

    func meeting(_ place: MeetingPosition) -> Meeting { archive.committees[place.committee].meetings[place.meeting] }

    /// The committee in whose folder a meeting lies.
    func committee(of meeting: Meeting) -> Committee {
        committees[meeting.committee] ?? Committee(slug: meeting.committee, location: meeting.location, name: meeting.committee)
    }

    func prose(
        _ markup: Markup?, on page: Address, shift: Int = 0, prefix: String = "", withFootnotes: Bool = false
    ) -> Prose? {
        guard let markup, !markup.isEmpty else { return nil }
        var style = HTMLStyle()
        style.headingShift = shift
        style.anchorPrefix = prefix
        return Prose(markup, on: page, in: self, style: style, withFootnotes: withFootnotes)
    }

    /// A document's contents list: its headings of the two highest levels.
    func contents(of document: Document, prefix: String = "") -> [ContentsEntryView] {
        var entries: [ContentsEntryView] = []
        let top = document.headings.map(\.level).min() ?? 2
        for heading in document.headings where heading.level <= top + 1 {
            let entry = ContentsEntryView(title: heading.title, href: "#" + prefix + heading.anchor)
            if heading.level == top || entries.isEmpty {
                entries.append(entry)
            } else {
                entries[entries.count - 1].children.append(entry)
            }
        }
        return entries
    }
}

/// Where a meeting stands in the archive.
struct MeetingPosition: Sendable, Hashable {
    let committee: Int
    let meeting: Int
}

/// What the command line decides.
package struct SiteSettings: Sendable, Equatable {
    /// Decides what is upcoming.
    package let today: Day
    /// Where the site will stand; ends in `/`.
    package let baseURL: String

    /// The path of `baseURL`: `/`, or `/meetings/`.
    var basePath: String {
        guard let host = baseURL.firstRange(of: "://")?.upperBound, let slash = baseURL[host...].firstIndex(of: "/") else { return "/" }
        return String(baseURL[slash...])
    }

    /// - Parameter baseURL: With or without `/` at its end.
    package init(today: Day, baseURL: String) {
        self.today = today
        self.baseURL = baseURL.hasSuffix("/") ? baseURL : baseURL + "/"
    }

    /// - Parameter baseURL: In place of `url` in `site.yml`.
    package init(for authority: Authority, baseURL: String?, today: Day) {
        self.init(today: today, baseURL: baseURL ?? authority.url)
    }
}
