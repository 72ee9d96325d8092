import Linking
import Model
import Registers
import Templates

/// The index from A to Z, or one letter of it.
struct IndexPage: Templated {
    let site: SiteView
    let page: PageView
    let downloads: DownloadsView
    let letters: [LetterLinkView]
    let sections: [IndexSectionView]

    static let shape = Shape<IndexPage>("index page", "All items, papers, strategies, committees, people and terms by letter: the whole, or one letter.", [
        .record("site", "The site.", SiteView.self) { $0.site },
        .record("page", "The page.", PageView.self) { $0.page },
        .record("downloads", "The same as files.", DownloadsView.self) { $0.downloads },
        .list("letters", "The letters that have entries.", LetterLinkView.self) { $0.letters },
        .list("sections", "The letters that stand on this page.", IndexSectionView.self) { $0.sections },
    ])
}

struct LetterLinkView: Templated {
    let letter: String
    let href: String
    let isCurrent: Bool

    static let shape = Shape<LetterLinkView>("letter", "A letter of the index.", [
        .text("letter", "A, 0–9, Other.") { $0.letter },
        .text("href", "Where its entries stand.") { $0.href },
        .flag("current", "Whether it is this very page.") { $0.isCurrent },
    ])
}

struct IndexSectionView: Templated {
    let letter: String
    let anchor: String
    let entries: [IndexEntryView]

    static let shape = Shape<IndexSectionView>("letter with its entries", "A letter of the index with its entries.", [
        .text("letter", "A, 0–9, Other.") { $0.letter },
        .text("anchor", "Its anchor: `letter-a`.") { $0.anchor },
        .list("entries", "The entries in alphabetical order.", IndexEntryView.self) { $0.entries },
    ])
}

struct IndexEntryView: Templated {
    let title: String
    let places: [IndexPlaceView]
    let further: Int

    static let shape = Shape<IndexEntryView>("entry of the index", "Everything of one title.", [
        .text("title", "The title; people with their surname first.") { $0.title },
        .optional("only", "Where it leads, if to one place.", IndexPlaceView.self) { $0.places.count == 1 && $0.further == 0 ? $0.places[0] : nil },
        .list("places", "Where it leads, newest first.", IndexPlaceView.self) { $0.places },
        .optionalText("further", "How many older places are not shown.") { $0.further > 0 ? String($0.further) : nil },
    ])
}

struct IndexPlaceView: Templated {
    let detail: String
    let href: String

    static let shape = Shape<IndexPlaceView>("place in the index", "Where an entry of the index leads.", [
        .text("detail", "What it is: “Item, Cabinet, 2 March 2017”.") { $0.detail },
        .text("href", "Where it is.") { $0.href },
    ])
}

extension PageBuilder {
    /// What comes up at every meeting is shown with its latest places only.
    private static let placesShown = 6

    private var splitsIndex: Bool { IndexKind.isSplit(registers.letters) }

    func address(of letter: IndexLetter) -> Address { Route.index(letter: letter.slug).address }

    fileprivate func indexPage() -> IndexPage {
        let address = Route.index().address
        return IndexPage(
            site: site(on: address), page: page(Route.index().kind, at: address, below: []),
            downloads: DownloadsView("the whole index", of: .index(), on: address),
            letters: letterLinks(on: address), sections: splitsIndex ? [] : registers.letters.map { section($0, on: address) })
    }

    fileprivate func indexPage(_ letter: IndexLetter) -> IndexPage {
        let address = address(of: letter)
        return IndexPage(
            site: site(on: address), page: page("A to Z: \(letter.name)", at: address, below: [Route.index().named]).with(data: address.reference(to: Route.data(of: .index()).file)),
            downloads: DownloadsView("the whole index", of: .index(), on: address),
            letters: letterLinks(on: address), sections: [section(letter, on: address)])
    }

    private func letterLinks(on page: Address) -> [LetterLinkView] {
        registers.letters.map { letter in
            let own = address(of: letter)
            return LetterLinkView(
                letter: letter.name, href: splitsIndex ? page.reference(to: own) : "#letter-" + letter.slug, isCurrent: own == page)
        }
    }

    private func section(_ letter: IndexLetter, on page: Address) -> IndexSectionView {
        IndexSectionView(letter: letter.name, anchor: "letter-" + letter.slug, entries: letter.entries.map { entry in
            let shown = entry.referenceTargets.prefix(PageBuilder.placesShown)
            return IndexEntryView(title: entry.title, places: toldApart(shown.map { place($0, on: page) }), further: entry.referenceTargets.count - shown.count)
        })
    }

    /// Places of one description get numbers.
    private func toldApart(_ places: [IndexPlaceView]) -> [IndexPlaceView] {
        let counts = places.reduce(into: [:]) { counts, place in counts[place.detail, default: 0] += 1 }
        var seen: [String: Int] = [:]
        return places.map { place in
            guard counts[place.detail]! > 1 else { return place }
            seen[place.detail, default: 0] += 1
            return IndexPlaceView(detail: "\(place.detail) (\(seen[place.detail]!))", href: place.href)
        }
    }

    /// What a person or a term is, where that is known.
    private func words(_ referenceTarget: IndexSubject) -> String? {
        switch referenceTarget {
        case .person(let at): registers.person(at).facts?.post
        case .term(let at): "Term: " + archive.glossary[at].meaning.shortened(to: 70)
        case .committee(let at): archive.committees[at].kind?.words
        default: nil
        }
    }

    private func place(_ referenceTarget: IndexSubject, on page: Address) -> IndexPlaceView {
        let kind = words(referenceTarget)
        let referenceTarget = data.indexed(referenceTarget)
        let meeting = referenceTarget.meeting.map { [$0.committeeName, dates.long($0.meeting.date)] } ?? []
        return IndexPlaceView(
            detail: ([kind ?? referenceTarget.kind.capitalisedFirst] + meeting).joined(separator: ", "),
            href: page.reference(to: referenceTarget.address) + (referenceTarget.anchor.map { "#" + $0 } ?? ""))
    }
}

/// The whole index, or what begins with a letter.
struct IndexKind: PageKind {
    static let template = "index"
    static let places = Route.index().place() + ", " + Route.index(letter: "<letter>").place()

    /// In `Registers.letters`, and its slug.
    let letter: (position: Int, slug: String)?

    /// Up to this many entries the whole index stands on one page.
    private static let entriesOnOnePage = 300

    static func isSplit(_ letters: [IndexLetter]) -> Bool { letters.reduce(0) { $0 + $1.entries.count } > entriesOnOnePage }

    static func pages(of context: PageContext) -> [IndexKind] {
        let letters = context.registers.letters
        return [IndexKind(letter: nil)] + (isSplit(letters) ? letters.enumerated().map { IndexKind(letter: ($0, $1.slug)) } : [])
    }

    var route: Route { .index(letter: letter?.slug) }

    func files(in context: PageContext) -> [PageFile] {
        guard letter == nil else { return [] }
        let page = route.address
        return [
            PageFile(.table(of: route)) { $0.data.indexCSV($0.registers.letters, into: &$1) },
            PageFile(.data(of: route)) { $0.data.indexJSON(Route.index().kind, at: page, $0.registers.letters, into: &$1) },
        ]
    }

    func view(by builder: PageBuilder) -> IndexPage {
        letter.map { builder.indexPage(builder.registers.letters[$0.position]) } ?? builder.indexPage()
    }
}
