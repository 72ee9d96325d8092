import Linking
import Model
import Templates
import Text

/// A term of the glossary: what it means, and every document that uses it.
struct TermPage: Templated {
    let site: SiteView
    let page: PageView
    let spellings: String?
    let meanings: [TermMeaningView]

    static let shape = Shape<TermPage>("term page", "A term of the glossary: what it means, and every document that uses it.", [
        .record("site", "The site.", SiteView.self) { $0.site },
        .record("page", "The page.", PageView.self) { $0.page },
        .optionalText("spellings", "Other spellings, joined by commas.") { $0.spellings },
        .list("meanings", "What it means, in each place.", TermMeaningView.self) { $0.meanings },
    ])
}

struct TermMeaningView: Templated {
    let meaning: MeaningView
    let backlinks: BacklinksView?

    static let shape = Shape<TermMeaningView>("meaning with its uses", "What a term means, and which documents use it so.", [
        .record("meaning", "The meaning.", MeaningView.self) { $0.meaning },
        .optional("backlinks", "The documents that use it, each at the place where it stands first.", BacklinksView.self) { $0.backlinks },
    ])
}

extension PageBuilder {
    fileprivate func termPage(at address: Address, _ entries: [Int]) -> TermPage {
        var titles: [String] = []
        for entry in entries where !titles.contains(archive.glossary[entry].term) { titles.append(archive.glossary[entry].term) }
        let also = entries.flatMap { archive.glossary[$0].also }
        return TermPage(
            site: site(on: address), page: page(titles.joined(separator: ", "), within: ["Glossary"], at: address, below: [Route.glossary.named]),
            spellings: also.isEmpty ? nil : also.joined(separator: ", "),
            meanings: entries.map { entry in
                let uses = linked.references.uses(of: linked.references.meaning(ofEntry: entry))
                return TermMeaningView(meaning: meaning(of: entry, on: address), backlinks: backlinks(uses, on: address))
            })
    }
}

struct TermKind: PageKind {
    static let template = "term"
    static let places = Route.term("<term>").place()

    let slug: String
    /// In `Archive.glossary`: those whose terms differ in signs alone share a page.
    let entries: [Int]

    static func pages(of context: PageContext) -> [TermKind] {
        let glossary = context.archive.glossary
        let bySlug = Dictionary(grouping: glossary.indices) { Slug.make(glossary[$0].term) }
        return bySlug.keys.sorted().filter { !$0.isEmpty }.map { TermKind(slug: $0, entries: bySlug[$0] ?? []) }
    }

    var route: Route { .term(slug) }

    func files(in context: PageContext) -> [PageFile] {
        let (page, entries) = (route.address, entries)
        return [PageFile(.data(of: route)) { $0.data.termJSON(entries, at: page, into: &$1) }]
    }

    func view(by builder: PageBuilder) -> TermPage { builder.termPage(at: route.address, entries) }
}
