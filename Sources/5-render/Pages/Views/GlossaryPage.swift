import Linking
import OpenData
import Model
import Templates
import Text

/// The glossary.
struct GlossaryPage: Templated {
    let site: SiteView
    let page: PageView
    let terms: [TermView]
    let downloads: DownloadsView

    static let shape = Shape<GlossaryPage>("glossary page", "Acronyms and terms with their meanings.", [
        .record("site", "The site.", SiteView.self) { $0.site },
        .record("page", "The page.", PageView.self) { $0.page },
        .list("terms", "By term.", TermView.self) { $0.terms },
        .record("downloads", "The same as files.", DownloadsView.self) { $0.downloads },
    ])
}

struct TermView: Templated {
    let term: String
    let anchor: String?
    let otherAnchors: [String]
    let spellings: String?
    let href: String?
    let uses: Int
    let meanings: [MeaningView]

    static let shape = Shape<TermView>("term", "An acronym or term.", [
        .text("term", "The term.") { $0.term },
        .optionalText("anchor", "Its anchor: `term-camhs`; none where a term before it has the same.") { $0.anchor },
        .texts("otherAnchors", "Further anchors that were published for it.") { $0.otherAnchors },
        .optionalText("spellings", "Other spellings, joined by commas.") { $0.spellings },
        .optionalText("href", "Its own page, which lists where it is used.") { $0.href },
        .text("uses", "How many documents use it.") { counted($0.uses, "document", "documents") },
        .flag("used", "Whether any does.") { $0.uses > 0 },
        .list("meanings", "What it means.", MeaningView.self) { $0.meanings },
    ])
}

struct MeaningView: Templated {
    let meaning: String
    let within: LinkView?
    let withinName: String?
    /// Where the texts use it first in this meaning.
    var firstUse: LinkView?

    static let shape = Shape<MeaningView>("meaning", "What a term means, and where.", [
        .text("meaning", "The meaning.") { $0.meaning },
        .optional("within", "The page where it has this meaning.", LinkView.self) { $0.within },
        .optionalText("withinName", "Where it has this meaning, if that has no page of its own.") { $0.withinName },
        .optional("firstUse", "Where the texts use it first in this meaning.", LinkView.self) { $0.firstUse },
    ])
}

extension PageBuilder {
    fileprivate func glossaryPage() -> GlossaryPage {
        let address = GlossaryAnchor.page
        let byTerm = Dictionary(grouping: archive.glossary.indices) { archive.glossary[$0].term }
        var anchors: Set<String> = []
        return GlossaryPage(
            site: site(on: address), page: page(Route.glossary.kind, at: address, below: []),
            terms: archive.glossaryTerms.map { term in
                let entries = byTerm[term]!
                let also = entries.flatMap { archive.glossary[$0].also }
                let anchor = anchors.insert(GlossaryAnchor.make(term)).inserted ? GlossaryAnchor.make(term) : nil
                return TermView(
                    term: term, anchor: anchor, otherAnchors: anchor.flatMap { publication.glossary.others[$0] } ?? [],
                    spellings: also.isEmpty ? nil : also.joined(separator: ", "),
                    href: Slug.make(term).isEmpty ? nil : address.reference(to: GlossaryAnchor.termPage(term)), uses: uses(ofEntries: entries),
                    meanings: entries.map { meaning(of: $0, on: address) })
            },
            downloads: DownloadsView("the glossary", of: .glossary, on: address))
    }

    private func uses(ofEntries entries: [Int]) -> Int {
        Set(entries.map(linked.references.meaning)).reduce(0) { $0 + linked.references.uses(of: $1).count }
    }

    func meaning(of position: Int, on page: Address) -> MeaningView {
        let entry = archive.glossary[position]
        let place = entry.within.flatMap { name in
            archive.strategies.first { $0.slug == name }.map { ($0.title, $0.address) }
                ?? archive.committees.first { $0.slug == name }.map { ($0.name, $0.address) } ?? meetingOrPaper(name)
        }
        return MeaningView(
            meaning: entry.meaning, within: place.map { LinkView(title: $0.0, href: page.reference(to: $0.1)) },
            withinName: place == nil ? entry.within : nil, firstUse: firstUse(ofEntry: position, on: page))
    }

    /// In the oldest of the meetings' texts that use it; else in a strategy or a page.
    private func firstUse(ofEntry position: Int, on page: Address) -> LinkView? {
        let uses = linked.references.uses(of: linked.references.meaning(ofEntry: position))
        let documents = linked.references.documents
        let age = { (use: Backlink) in self.meeting(of: documents[Int(use.document)])?.date.daysSince1970 ?? Int.max }
        guard let first = uses.map({ ($0, age($0)) }).min(by: { $0.1 < $1.1 })?.0, let group = backlinks([first], on: page)?.groups.first,
            let entry = group.entries.first
        else { return nil }
        return LinkView(title: "\(group.title): \(entry.title)", href: entry.href)
    }

    /// Of each entry of the glossary, for the files.
    fileprivate var firstUses: [OpenData.FirstUse?] {
        archive.glossary.indices.map { position in
            firstUse(ofEntry: position, on: .home).map { OpenData.FirstUse(title: $0.title, address: settings.baseURL + $0.href) }
        }
    }

    /// The newest of that slug.
    private func meetingOrPaper(_ slug: String) -> (String, Address)? {
        for meeting in allMeetings.reversed() {
            if meeting.slug == slug { return ("\(committee(of: meeting).name), \(dates.long(meeting.date))", meeting.address) }
            if let paper = meeting.papers.first(where: { SourcePath.name($0.slug) == slug }) { return (paper.title, paper.address(in: meeting)) }
        }
        return nil
    }
}

struct GlossaryKind: PageKind {
    static let template = "glossary"
    static let places = Route.glossary.place()

    static func pages(of context: PageContext) -> [GlossaryKind] { context.archive.glossary.isEmpty ? [] : [GlossaryKind()] }

    var route: Route { .glossary }

    func files(in context: PageContext) -> [PageFile] {
        [
            PageFile(.table(of: .glossary)) { $0.data.glossaryCSV(firstUses: $0.firstUses, into: &$1) },
            PageFile(.data(of: .glossary)) { $0.data.glossaryJSON(firstUses: $0.firstUses, at: GlossaryAnchor.page, into: &$1) },
        ]
    }

    func view(by builder: PageBuilder) -> GlossaryPage { builder.glossaryPage() }
}
