import Foundation
import Linking
import OpenData
import Model
import Templates

/// What every page knows of the site as a whole.
struct SiteView: Templated {
    let name: String
    let crest: String?
    let language: String
    var isRightToLeft = false
    let contact: ContactView?
    let navigation: [LinkView]
    let otherLanguages: [LanguageLinkView]
    let hasGlossary: Bool
    var hasChanges = false
    /// The way to the root of the site: `../../`.
    let root: String

    static let shape = Shape<SiteView>("site", "The authority and its site, the same on every page.", [
        .text("name", "The authority's name.") { $0.name },
        .optionalText("crest", "The picture beside the name, where `theme` in site.yml names one.") { $0.crest },
        .text("language", "The site's language, for `lang`: `en-GB`.") { $0.language },
        .flag("rightToLeft", "Whether that language is written from right to left.") { $0.isRightToLeft },
        .optional("contact", "Whom to ask.", ContactView.self) { $0.contact },
        .list("navigation", "The free-standing pages of the menu.", LinkView.self) { $0.navigation },
        .flag("hasGlossary", "Whether there is a glossary.") { $0.hasGlossary },
        .flag("hasChanges", "Whether there is a page of what was published and changed.") { $0.hasChanges },
        .flag("hasOtherLanguages", "Whether there is a notice on other formats.") { !$0.otherLanguages.isEmpty },
        .list("otherLanguages", "The languages of the notice on other formats.", LanguageLinkView.self) { $0.otherLanguages },
        .text("root", "The way from this page to the root of the site, ending in a slash: `../../`.") { $0.root },
    ])
}

/// What every page has: its titles, its place in the site.
struct PageView: Templated {
    let title: String
    let fullTitle: String
    let description: String
    var canonical: String
    let crumbs: [LinkView]
    var history: HistoryView?
    var formerParts: [FormerPartView] = []
    let notes: PageNotes
    let linked: LinkedArchive
    /// The way to the glossary.
    let glossary: String
    /// The same as data, from here: most pages have it beside them.
    var data: String? = OParl.file
    var feed: LinkView?

    static let shape = Shape<PageView>("page", "The page itself.", [
        .text("title", "The page's own title, for its first heading.") { $0.title },
        .text("fullTitle", "From the particular to the general, for `<title>`.") { $0.fullTitle },
        .text("description", "A sentence for search engines and previews.") { $0.description },
        .text("canonical", "The page's whole address.") { $0.canonical },
        .optionalText("data", "The same as data: its JSON file, from here.") { $0.data },
        .optional("feed", "The feed of what is new here, beside the whole site's.", LinkView.self) { $0.feed },
        .list("crumbs", "The pages above this one, from the home page down.", LinkView.self) { $0.crumbs },
        .optional("history", "When its text was published and changed; only where it changed.", HistoryView.self) { $0.history },
        .list("formerParts", "Places that links may still lead to, though they are no longer here.", FormerPartView.self) { $0.formerParts },
        .list("terms", "The terms that the page explains, with their meanings; all are known only when its text is written.", TermNoteView.self) { $0.termNotes },
    ])

    private var termNotes: [TermNoteView] {
        notes.terms.map { position in
            let meaning = linked.references.meanings[position]
            let href = meaning.isInGlossary ? glossary + "#" + GlossaryAnchor.make(meaning.term) : nil
            return TermNoteView(anchor: linked.references.anchors[position], meaning: meaning, href: href)
        }
    }
}

/// A term that the page explains.
struct TermNoteView: Templated {
    let anchor: String
    let meaning: TermMeaning
    let href: String?

    static let shape = Shape<TermNoteView>("term note", "A term that a page explains, for a popover.", [
        .text("anchor", "Its anchor, which the buttons in the text name: `term--camhs--child-and-adolescent`.") { $0.anchor },
        .text("term", "The term.") { $0.meaning.term },
        .text("meaning", "What it means there.") { $0.meaning.meaning },
        .optionalText("href", "Its place in the glossary; none where the text itself gives the meaning.") { $0.href },
    ])
}

extension PageView {
    /// The page with another file of data, or with none.
    func with(data: String?) -> PageView {
        var page = self
        page.data = data
        return page
    }
}

/// A link with its words.
struct LinkView: Templated {
    let title: String
    let href: String
    var isCurrent = false

    static let shape = Shape<LinkView>("link", "A link with its words.", [
        .text("title", "The words.") { $0.title },
        .text("href", "The address, relative to the page.") { $0.href },
        .flag("current", "Whether it leads to this very page.") { $0.isCurrent },
    ])
}

/// A language in which the notice on other formats is given.
struct LanguageLinkView: Templated {
    let language: String
    let direction: String
    let name: String
    let href: String

    static let shape = Shape<LanguageLinkView>("language link", "A language of the notice on other formats.", [
        .text("language", "For `lang`: `ur`.") { $0.language },
        .text("direction", "For `dir`: `ltr` or `rtl`.") { $0.direction },
        .text("name", "The language's own name.") { $0.name },
        .text("href", "Where the notice stands.") { $0.href },
    ])
}

struct ContactView: Templated {
    let contact: Contact
    let href: String?

    static let shape = Shape<ContactView>("contact", "Whom to ask.", [
        .optionalText("name", "A person or an office.") { $0.contact.name },
        .optionalText("href", "The person's page, where the name is known.") { $0.href },
        .optionalText("phone", "The number as people write it.") { $0.contact.phone },
        .optionalText("dial", "The number as telephones want it, for `tel:`.") { $0.contact.phone.map(dialled) },
        .optionalText("email", "The mail address.") { $0.contact.email },
    ])

    private static func dialled(_ phone: String) -> String { phone.filter { ("0"..."9").contains($0) || $0 == "+" } }
}

/// A date in its ways of writing.
struct DayView: Templated {
    let day: Day
    let words: DateWords

    static let shape = Shape<DayView>("date", "A date.", [
        .text("iso", "For `datetime`: `2017-03-02`.") { $0.day.iso },
        .text("full", "With the day of the week: Thursday 2 March 2017.") { $0.words.full($0.day) },
        .text("long", "2 March 2017.") { $0.words.long($0.day) },
    ])
}

/// An entry of a contents list.
struct ContentsEntryView: Templated {
    let title: String
    let href: String
    var children: [ContentsEntryView] = []

    static let shape = Shape<ContentsEntryView>("contents entry", "An entry of a contents list.", [
        .text("title", "The heading's words.") { $0.title },
        .text("href", "Where it stands.") { $0.href },
        .flag("hasChildren", "Whether there are headings below it.") { !$0.children.isEmpty },
        .list("children", "The headings below it.", ContentsEntryView.self) { $0.children },
    ])
}
