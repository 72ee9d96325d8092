import Diagnostics
import Facts
import Linking
import Markdown
import OpenData
import Model
import Permalinks
import Registers
import Results
import Text

/// Makes the views of one page after another, from what all of them share.
///
/// An object, since it is asked for all the time. Each thread has its own.
package final class PageBuilder {
    package let context: PageContext
    private let searchFile: String
    /// The file that the search begins with: it is known once the index is written, which is before its page is. Nobody answers for it before,
    /// so the page is made by every build.
    var catalogue: String {
        Asking.note(Question("catalogue"))
        return searchFile
    }
    /// By the address of the page that it is printed from: the PDFs that there are, for the pages that are made now.
    package var prints: [Address: PrintedFile] = [:]
    /// Those of the page that is being made.
    private(set) var notes = PageNotes()

    package init(_ context: PageContext, catalogue: String = "") {
        self.context = context
        searchFile = catalogue
    }

    /// Another page begins.
    func begin() -> PageNotes {
        notes = PageNotes()
        return notes
    }

    var linked: LinkedArchive { context.linked }
    var facts: ArchiveFacts { context.facts }
    var archive: Archive { context.archive }
    var authority: Authority { context.authority }
    package var registers: Registers { context.registers }
    package var data: OpenData { context.data }
    package var feeds: Feeds { context.feeds }
    var settings: SiteSettings { context.settings }
    var publication: Publication { context.publication }
    var changes: [Change] { context.changes }
    var dates: DateWords { context.dates }
    var allMeetings: [Meeting] { context.allMeetings }
    var committees: [String: Committee] { context.committees }
    var meetingAt: [Address: Meeting] { context.meetingAt }
    var today: Today { context.today }

    func committee(of meeting: Meeting) -> Committee { context.committee(of: meeting) }
    func isUpcoming(_ meeting: Meeting) -> Bool { context.isUpcoming(meeting) }
}

extension PageBuilder {
    // MARK: Frame

    func site(on page: Address) -> SiteView {
        SiteView(
            name: authority.name, crest: authority.theme.crest.map { page.reference(to: Address($0.text)) }, language: authority.language, isRightToLeft: authority.direction == .rtl, contact: contact(authority.contact, on: page),
            navigation: navigation(on: page),
            otherLanguages: zip(authority.otherFormats, context.languageNames).map { format, name in
                LanguageLinkView(
                    language: format.language, direction: format.direction.rawValue, name: name,
                    href: page.reference(to: Route.otherFormats.address) + "#" + format.language)
            },
            hasGlossary: !archive.glossary.isEmpty, hasChanges: context.hasChanges, root: page.reference(to: .home))
    }

    /// The pages of `navigation`, and the accessibility statement, which the law asks every site to link to.
    private func navigation(on page: Address) -> [LinkView] {
        let named = authority.navigation.compactMap { entry in archive.pages.first { $0.slug == entry.page } }
        var links = named.map { LinkView(title: $0.title, href: page.reference(to: $0.address), isCurrent: page == $0.address) }
        if !named.contains(where: { $0.address == Page.accessibility }) {
            let title = archive.pages.first { $0.address == Page.accessibility }?.title ?? Route.accessibility.kind
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
            crumbs: [LinkView(title: Route.home.kind, href: address.reference(to: .home))]
                + below.map { LinkView(title: $0.0, href: address.reference(to: $0.1)) },
            history: history(of: address), formerParts: formerParts(of: address), notes: notes, linked: linked,
            glossary: address.reference(to: GlossaryAnchor.page), feed: feed.map { LinkView(title: $0.title, href: address.reference(to: $0.path)) })
    }

    // MARK: Small parts

    func day(_ day: Day) -> DayView { DayView(day: day, words: dates) }

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
