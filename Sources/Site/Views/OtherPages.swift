import Linking
import Markdown
import Packs
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
    let target: String?
    let reason: String?

    static let shape = Shape<RedirectPage>("redirect page", "What stands at an old address: the new one, or why it is gone.", [
        .record("site", "The site.", SiteView.self) { $0.site },
        .record("page", "The page.", PageView.self) { $0.page },
        .optionalText("target", "The new address.") { $0.target },
        .optionalText("reason", "Why the page is gone.") { $0.reason },
    ])
}

extension PageMaker {
    func freePage(_ source: Page) -> FreePage {
        let address = source.address
        return FreePage(
            site: site(on: address), page: page(source.title, at: address, below: []),
            contents: source.text.headings.count > 5 ? contents(of: source.text) : [],
            text: Prose(source.text.body, on: address, in: self, withFootnotes: true))
    }

    func otherFormatsPage() -> OtherFormatsPage {
        let address = PageMaker.otherFormats
        return OtherFormatsPage(
            site: site(on: address), page: page("Other formats and languages", at: address, below: []).with(data: nil),
            formats: authority.otherFormats.map(OtherFormatView.init))
    }

    func notFoundPage() -> NotFoundPage {
        let site = site(on: .home)
        let whole = { (href: String) in self.settings.basePath + (href.hasPrefix("./") ? String(href.dropFirst(2)) : href) }
        return NotFoundPage(
            site: SiteView(
                name: site.name, language: site.language, contact: site.contact,
                navigation: site.navigation.map { LinkView(title: $0.title, href: whole($0.href)) },
                otherLanguages: site.otherLanguages.map {
                    LanguageLinkView(language: $0.language, direction: $0.direction, name: $0.name, href: whole($0.href))
                }, hasGlossary: site.hasGlossary, hasChanges: site.hasChanges, root: settings.basePath),
            page: page("Page not found", at: .home, below: []).with(data: nil))
    }

    func redirectPage(_ redirect: Redirect) -> RedirectPage {
        let address = Address(redirect.path.asPagePath)
        var target: String?
        var reason: String?
        switch redirect.outcome {
        case .moved(let to): target = href(to: to, on: address)
        case .gone(let why): reason = why
        }
        return RedirectPage(
            site: site(on: address), page: page(target == nil ? "This page is gone" : "This page has moved", at: address, below: []).with(data: nil),
            target: target, reason: reason)
    }
}
