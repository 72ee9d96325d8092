import Diagnostics
import Linking
import Markdown
import Model
import Templates

/// A free-standing page.
struct FreePage: Templated {
    let site: SiteView
    let page: PageView
    let contents: [ContentsEntryView]
    let text: Prose

    static let shape = Shape<FreePage>("free-standing page", "A page such as the accessibility statement.", [
        .record("site", "The site.", SiteView.self) { $0.site },
        .record("page", "The page.", PageView.self) { $0.page },
        .flag("hasContents", "Whether there is a contents list.") { !$0.contents.isEmpty },
        .list("contents", "Its headings; none where there are too few to need a list.", ContentsEntryView.self) { $0.contents },
        .html("text", "Its text, with its notes.") { $0.text.write(into: &$1) },
    ])
}

/// The notice that documents can be had in other formats and languages.
struct OtherFormatsPage: Templated {
    let site: SiteView
    let page: PageView
    let formats: [OtherFormatView]

    static let shape = Shape<OtherFormatsPage>("other formats page", "How to get a document in another format or language.", [
        .record("site", "The site.", SiteView.self) { $0.site },
        .record("page", "The page.", PageView.self) { $0.page },
        .list("formats", "The notice in each language.", OtherFormatView.self) { $0.formats },
    ])
}

struct OtherFormatView: Templated {
    let format: OtherFormat

    static let shape = Shape<OtherFormatView>("other format", "The notice in one language.", [
        .text("language", "For `lang`, and its anchor.") { $0.format.language },
        .text("direction", "For `dir`: `ltr` or `rtl`.") { $0.format.direction.rawValue },
        .texts("paragraphs", "Its text.") { $0.format.paragraphs },
    ])
}

/// The page for an address that does not exist. It may be shown at any depth, so its links begin at the root.
struct NotFoundPage: Templated {
    let site: SiteView
    let page: PageView

    static let shape = Shape<NotFoundPage>("not found page", "Shown where there is no page.", [
        .record("site", "The site; its addresses begin with a slash here.", SiteView.self) { $0.site },
        .record("page", "The page.", PageView.self) { $0.page },
    ])
}

/// What stands at an old address.
struct RedirectPage: Templated {
    let site: SiteView
    let page: PageView
    let target: LinkView?
    let reason: String?

    static let shape = Shape<RedirectPage>("redirect page", "What stands at an old address: the new one, or why it is gone.", [
        .record("site", "The site.", SiteView.self) { $0.site },
        .record("page", "The page.", PageView.self) { $0.page },
        .optional("target", "What is there now, and where; its address, where it has no title.", LinkView.self) { $0.target },
        .optionalText("reason", "Why the page is gone.") { $0.reason },
    ])
}

extension PageBuilder {
    fileprivate func freePage(_ source: Page) -> FreePage {
        let address = source.address
        return FreePage(
            site: site(on: address), page: page(source.title, at: address, below: []),
            contents: source.text.headings.count > 5 ? contents(of: source.text) : [],
            text: Prose(source.text.body, on: address, in: self, withFootnotes: true))
    }

    fileprivate func otherFormatsPage() -> OtherFormatsPage {
        let address = Route.otherFormats.address
        return OtherFormatsPage(
            site: site(on: address), page: page(Route.otherFormats.kind, at: address, below: []).with(data: nil),
            formats: authority.otherFormats.map(OtherFormatView.init))
    }

    fileprivate func notFoundPage() -> NotFoundPage {
        let site = site(on: .home)
        let whole = { (href: String) in self.settings.basePath + (href.hasPrefix("./") ? String(href.dropFirst(2)) : href) }
        return NotFoundPage(
            site: SiteView(
                name: site.name, crest: site.crest.map(whole), language: site.language, isRightToLeft: site.isRightToLeft, contact: site.contact,
                navigation: site.navigation.map { LinkView(title: $0.title, href: whole($0.href)) },
                otherLanguages: site.otherLanguages.map {
                    LanguageLinkView(language: $0.language, direction: $0.direction, name: $0.name, href: whole($0.href))
                }, hasGlossary: site.hasGlossary, hasChanges: site.hasChanges, root: settings.basePath),
            page: page(Route.notFound.kind, at: .home, below: []).with(data: nil))
    }

    fileprivate func redirectPage(_ redirect: Redirect) -> RedirectPage {
        let address = Address(redirect.path.asPagePath)
        switch redirect.outcome {
        case .moved(let to):
            var frame = page("This page has moved", at: address, below: []).with(data: nil)
            // Search engines are told of the new address alone.
            frame.canonical = wholeAddress(to)
            return RedirectPage(
                site: site(on: address), page: frame, target: LinkView(title: title(at: to) ?? wholeAddress(to), href: href(to: to, on: address)), reason: nil)
        case .gone(let why):
            return RedirectPage(site: site(on: address), page: page("This page is gone", at: address, below: []).with(data: nil), target: nil, reason: why)
        }
    }

    /// What `to` of a redirect says, as an address that can be used anywhere.
    func wholeAddress(_ to: String) -> String {
        if to.contains("://") { return to }
        let (path, fragment) = SourcePath.split(to)
        return settings.baseURL + path.asPagePath.percentEncoded + (fragment.map { "#" + $0 } ?? "")
    }

    /// What stands at an address of this site, with what it belongs to; nil where it has no title of its own.
    func title(at to: String) -> String? {
        if to.contains("://") { return nil }
        let address = Address(SourcePath.split(to).0.asPagePath)
        if let committee = archive.committees.first(where: { $0.address == address }) { return committee.name }
        if let strategy = archive.strategies.first(where: { $0.address == address }) { return strategy.title }
        if let page = archive.pages.first(where: { $0.address == address }) { return page.title }
        guard let meeting = allMeetings.first(where: { address.path.hasPrefix($0.address.path) }) else { return nil }
        let about = "\(committee(of: meeting).name), \(dates.long(meeting.date))"
        if address == meeting.address { return about }
        if address == meeting.minutesAddress { return "Minutes, " + about }
        return meeting.papers.first { $0.address(in: meeting) == address }.map { "\($0.title), \(about)" }
    }
}

struct FreePageKind: PageKind {
    static let template = "page"
    static let places = Route.page("<page>").place()

    /// In `Archive.pages`.
    let position: Int
    let slug: String

    static func pages(of context: PageContext) -> [FreePageKind] {
        context.archive.pages.enumerated().filter { $1.address != Page.accessibility }.map { FreePageKind(position: $0, slug: $1.slug) }
    }

    var route: Route { .page(slug) }

    func location(in context: PageContext) -> SourceLocation? { context.archive.pages[position].location }

    func texts(in context: PageContext) -> [Document?] { [context.archive.pages[position].text] }

    func files(in context: PageContext) -> [PageFile] {
        let position = position
        return [.twin(of: route.address) { $0.writePage(position, into: &$1) }]
    }

    func view(by builder: PageBuilder) -> FreePage { builder.freePage(builder.archive.pages[position]) }
}

struct OtherFormatsKind: PageKind {
    static let template = "other-formats"
    static let places = Route.otherFormats.place()

    static func pages(of context: PageContext) -> [OtherFormatsKind] { context.authority.otherFormats.isEmpty ? [] : [OtherFormatsKind()] }

    var route: Route { .otherFormats }

    func view(by builder: PageBuilder) -> OtherFormatsPage { builder.otherFormatsPage() }
}

struct NotFoundKind: PageKind {
    static let template = "not-found"
    static let places = Route.notFound.place()

    static func pages(of context: PageContext) -> [NotFoundKind] { [NotFoundKind()] }

    var route: Route { .notFound }
    var isListed: Bool { false }

    func view(by builder: PageBuilder) -> NotFoundPage { builder.notFoundPage() }
}

/// What stands at an old address. Which of them can have a page is known once all others are planned.
struct RedirectKind: PageKind {
    static let template = "redirect"
    static let places = "Old addresses, from `redirects.yml`"

    let redirect: Redirect

    static func pages(of context: PageContext) -> [RedirectKind] { [] }

    var route: Route { .file(redirect.path.asPagePath) }
    var isListed: Bool { false }

    func location(in context: PageContext) -> SourceLocation? { redirect.location }

    func view(by builder: PageBuilder) -> RedirectPage { builder.redirectPage(redirect) }
}
