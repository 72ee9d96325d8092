import Diagnostics
import Linking
import Markdown
import Model
import OpenData
import Templates

/// The list of strategies.
struct StrategiesPage: Templated {
    let site: SiteView
    let page: PageView
    let picture: TimeLanesView?
    let strategies: [StrategySummaryView]

    static let shape = Shape<StrategiesPage>("strategies page", "The list of strategies.", [
        .record("site", "The site.", SiteView.self) { $0.site },
        .record("page", "The page.", PageView.self) { $0.page },
        .optional("picture", "The times for which they are made; nothing where that is known of less than two.", TimeLanesView.self) { $0.picture },
        .flag("hasStrategies", "Whether there are any.") { !$0.strategies.isEmpty },
        .list("strategies", "By title.", StrategySummaryView.self) { $0.strategies },
    ])
}

struct StrategySummaryView: Templated {
    let title: String
    let href: String
    let status: String?
    let years: String?

    static let shape = Shape<StrategySummaryView>("strategy in a list", "A strategy as a row of a list.", [
        .text("title", "Its title.") { $0.title },
        .text("href", "Its page.") { $0.href },
        .optionalText("status", "Draft, Adopted, Superseded.") { $0.status },
        .optionalText("years", "2017 to 2021.") { $0.years },
    ])
}

/// The cover of a strategy, or the whole of it where it is short.
struct StrategyPage: Templated {
    let site: SiteView
    let page: PageView
    let facts: StrategyFactsView
    let cover: Prose
    let chapters: [ChapterLinkView]
    let wholeHref: String?
    let parts: [ChapterView]
    let contents: [ContentsEntryView]
    let timeline: StrategyTimelineView?
    let backlinks: BacklinksView?

    static let shape = Shape<StrategyPage>("strategy page", "The cover of a strategy with its contents, or the whole of it.", [
        .record("site", "The site.", SiteView.self) { $0.site },
        .record("page", "The page.", PageView.self) { $0.page },
        .record("strategy", "The strategy.", StrategyFactsView.self) { $0.facts },
        .html("cover", "The cover's text.") { $0.cover.write(into: &$1) },
        .flag("hasChapters", "Whether it has chapters.") { !$0.chapters.isEmpty },
        .list("chapters", "Its chapters.", ChapterLinkView.self) { $0.chapters },
        .optionalText("wholeHref", "The whole on one page.") { $0.wholeHref },
        .list("parts", "The chapters' texts, where they stand on this page.", ChapterView.self) { $0.parts },
        .flag("hasContents", "Whether there is a contents list.") { !$0.contents.isEmpty },
        .list("contents", "The headings of the cover.", ContentsEntryView.self) { $0.contents },
        .optional("timeline", "What happened to it, and when; nothing where less than two things are known.", StrategyTimelineView.self) { $0.timeline },
        .optional("backlinks", "Where it is referred to.", BacklinksView.self) { $0.backlinks },
    ])
}

struct StrategyFactsView: Templated {
    let summary: StrategySummaryView
    let owner: LinkView?
    let ownerName: String?
    let adoptedAt: LinkView?
    let supersedes: LinkView?
    let supersededBy: LinkView?
    let otherNames: String?
    let pdf: PDFView?

    static let shape = Shape<StrategyFactsView>("strategy", "What a strategy says of itself.", [
        .record("summary", "As lists show it.", StrategySummaryView.self) { $0.summary },
        .optionalText("otherNames", "What else it is called, joined by commas.") { $0.otherNames },
        .optional("owner", "The committee it belongs to.", LinkView.self) { $0.owner },
        .optionalText("ownerName", "Whom it belongs to, where that is no committee.") { $0.ownerName },
        .optional("adoptedAt", "The meeting that adopted it.", LinkView.self) { $0.adoptedAt },
        .optional("supersedes", "The strategy it replaces.", LinkView.self) { $0.supersedes },
        .optional("supersededBy", "The strategy that replaces it.", LinkView.self) { $0.supersededBy },
        .optional("pdf", "The whole of it as PDF.", PDFView.self) { $0.pdf },
    ])
}

/// A bare number stands before a title as it is; words such as "Appendix A" need a colon.
private func numberInWords(_ number: String) -> String { number.contains { $0.isLetter } ? number + ":" : number }

struct ChapterLinkView: Templated {
    let number: String?
    let title: String
    let href: String
    let isCurrent: Bool

    static let shape = Shape<ChapterLinkView>("chapter in a list", "A chapter as an entry of the contents.", [
        .optionalText("number", "With what stands after it: “4”, “Appendix A:”.") { $0.number.map(numberInWords) },
        .text("title", "Its title.") { $0.title },
        .text("href", "Where it stands.") { $0.href },
        .flag("current", "Whether it is this very page.") { $0.isCurrent },
    ])
}

/// The text of a chapter.
struct ChapterView: Templated {
    let number: String?
    let title: String
    let anchor: String
    let pages: String?
    let readingTime: String?
    let text: Prose

    static let shape = Shape<ChapterView>("chapter", "A chapter with its text.", [
        .optionalText("number", "With what stands after it: “4”, “Appendix A:”.") { $0.number.map(numberInWords) },
        .text("title", "Its title.") { $0.title },
        .text("anchor", "Its anchor where it shares a page.") { $0.anchor },
        .optionalText("pages", "The pages of the printed strategy: pages 11-30.") { $0.pages.map(pagesInWords) },
        .optionalText("readingTime", "How long it takes to read: 6 minutes; nothing for the shortest.") { $0.readingTime },
        .html("text", "Its text, with its notes.") { $0.text.write(into: &$1) },
    ])
}

/// A chapter on a page of its own.
struct ChapterPage: Templated {
    let site: SiteView
    let page: PageView
    let strategy: LinkView
    let chapter: ChapterView
    let contents: [ContentsEntryView]
    let chapters: [ChapterLinkView]
    let previous: ChapterLinkView?
    let next: ChapterLinkView?
    let backlinks: BacklinksView?

    static let shape = Shape<ChapterPage>("chapter page", "A chapter of a strategy.", [
        .record("site", "The site.", SiteView.self) { $0.site },
        .record("page", "The page.", PageView.self) { $0.page },
        .record("strategy", "The strategy.", LinkView.self) { $0.strategy },
        .record("chapter", "The chapter.", ChapterView.self) { $0.chapter },
        .flag("hasContents", "Whether there is a contents list.") { !$0.contents.isEmpty },
        .list("contents", "Its headings; none where there are too few to need a list.", ContentsEntryView.self) { $0.contents },
        .list("chapters", "All chapters.", ChapterLinkView.self) { $0.chapters },
        .optional("backlinks", "Where it is referred to.", BacklinksView.self) { $0.backlinks },
        .flag("hasNeighbours", "Whether there is another chapter.") { $0.previous != nil || $0.next != nil },
        .optional("previous", "The chapter before.", ChapterLinkView.self) { $0.previous },
        .optional("next", "The chapter after.", ChapterLinkView.self) { $0.next },
    ])
}

/// A whole strategy on one page.
struct WholeStrategyPage: Templated {
    let site: SiteView
    let page: PageView
    let facts: StrategyFactsView
    let cover: Prose
    let parts: [ChapterView]

    static let shape = Shape<WholeStrategyPage>("whole strategy page", "A whole strategy on one page.", [
        .record("site", "The site.", SiteView.self) { $0.site },
        .record("page", "The page.", PageView.self) { $0.page },
        .record("strategy", "The strategy.", StrategyFactsView.self) { $0.facts },
        .html("cover", "The cover's text.") { $0.cover.write(into: &$1) },
        .list("parts", "Its chapters, each whole.", ChapterView.self) { $0.parts },
    ])
}

extension PageBuilder {
    fileprivate func strategiesPage() -> StrategiesPage {
        let address = Route.strategies.address
        return StrategiesPage(
            site: site(on: address), page: page(Route.strategies.kind, at: address, below: []),
            picture: timelineOfStrategies(), strategies: archive.strategies.map { summary($0, on: address) })
    }

    func summary(_ strategy: Strategy, on page: Address) -> StrategySummaryView {
        StrategySummaryView(
            title: strategy.title, href: page.reference(to: strategy.address), status: strategy.status?.words, years: spanInWords(strategy))
    }

    fileprivate func strategyPage(_ strategy: Strategy) -> StrategyPage {
        let address = strategy.address
        let isOnePage = strategy.contents == .onePage
        return StrategyPage(
            site: site(on: address), page: page(strategy.title, at: address, below: [Route.strategies.named], feed: FeedLink(of: strategy)),
            facts: facts(strategy, on: address), cover: whole(strategy.cover, on: address),
            chapters: isOnePage ? onePageLinks(strategy) : chapterLinks(strategy, on: address),
            wholeHref: isOnePage || strategy.chapters.isEmpty ? nil : address.reference(to: strategy.wholeAddress),
            parts: isOnePage ? strategy.chapters.map { chapter($0, on: address, anchored: true) } : [],
            contents: strategy.chapters.isEmpty && strategy.cover.headings.count > 3 ? contents(of: strategy.cover) : [],
            timeline: timeline(of: strategy, on: address), backlinks: backlinks(toAllOf: strategy))
    }

    /// With those to its chapters, where these stand on its page.
    private func backlinks(toAllOf strategy: Strategy) -> BacklinksView? {
        let anchors = strategy.contents == .onePage ? strategy.chapters.map { "chapter--" + $0.slug } : []
        let referenceTargets = ([nil] + anchors).compactMap { linked.references.referenceTargets.number(at: strategy.address, $0) }
        return backlinks(referenceTargets.flatMap(linked.references.backlinks), on: strategy.address)
    }

    fileprivate func chapterPage(_ chapter: Chapter, of strategy: Strategy) -> ChapterPage {
        let address = strategy.address(of: chapter)
        let links = chapterLinks(strategy, on: address)
        let at = strategy.chapters.firstIndex { $0.slug == chapter.slug } ?? 0
        return ChapterPage(
            site: site(on: address),
            page: page(
                chapter.title, within: [strategy.title], at: address,
                below: [Route.strategies.named, (strategy.title, strategy.address)], feed: FeedLink(of: strategy)),
            strategy: LinkView(title: strategy.title, href: address.reference(to: strategy.address)),
            chapter: self.chapter(chapter, on: address, anchored: false),
            contents: chapter.text.headings.count > 3 ? contents(of: chapter.text) : [], chapters: links,
            previous: at > 0 ? links[at - 1] : nil, next: at + 1 < links.count ? links[at + 1] : nil,
            backlinks: backlinks(to: linked.references.referenceTargets.number(at: address, nil), on: address))
    }

    fileprivate func wholeStrategyPage(_ strategy: Strategy) -> WholeStrategyPage {
        let address = strategy.wholeAddress
        return WholeStrategyPage(
            site: site(on: address),
            page: page(
                "\(strategy.title), the whole on one page", at: address,
                below: [Route.strategies.named, (strategy.title, strategy.address)], feed: FeedLink(of: strategy)
            ).with(data: "../" + OParl.file),
            facts: facts(strategy, on: address), cover: whole(strategy.cover, on: address, prefix: "cover--"),
            parts: strategy.chapters.map { chapter($0, on: address, anchored: true) })
    }

    private func facts(_ strategy: Strategy, on page: Address) -> StrategyFactsView {
        let owner = archive.committees.first { $0.slug == strategy.owner }
        let adopted = adoption(of: strategy)
        return StrategyFactsView(
            summary: summary(strategy, on: page),
            owner: owner.map { LinkView(title: $0.name, href: page.reference(to: $0.address)) },
            ownerName: owner == nil ? strategy.owner : nil,
            adoptedAt: adopted.map { LinkView(title: "\(committee(of: $0).name), \(dates.long($0.date))", href: page.reference(to: $0.address)) },
            supersedes: predecessor(of: strategy).map { link(to: $0, on: page) },
            supersededBy: successor(of: strategy).map { link(to: $0, on: page) },
            otherNames: otherNames(of: strategy), pdf: pdf(of: strategy.printedAddress, on: page))
    }

    private func otherNames(of strategy: Strategy) -> String? {
        let names = [strategy.short].compactMap(\.self) + strategy.aliases
        return names.isEmpty ? nil : names.joined(separator: ", ")
    }

    func predecessor(of strategy: Strategy) -> Strategy? { archive.strategies.first { $0.slug == strategy.supersedes } }
    func successor(of strategy: Strategy) -> Strategy? { archive.strategies.first { $0.supersedes == strategy.slug } }

    func link(to strategy: Strategy, on page: Address) -> LinkView {
        LinkView(title: strategy.title, href: page.reference(to: strategy.address))
    }

    private func chapterLinks(_ strategy: Strategy, on page: Address) -> [ChapterLinkView] {
        strategy.chapters.map { chapter in
            let address = strategy.address(of: chapter)
            return ChapterLinkView(number: chapter.number, title: chapter.title, href: page.reference(to: address), isCurrent: address == page)
        }
    }

    private func onePageLinks(_ strategy: Strategy) -> [ChapterLinkView] {
        strategy.chapters.map { ChapterLinkView(number: $0.number, title: $0.title, href: "#chapter--" + $0.slug, isCurrent: false) }
    }

    private func chapter(_ chapter: Chapter, on page: Address, anchored: Bool) -> ChapterView {
        var style = HTMLStyle()
        style.headingShift = anchored ? 1 : 0
        style.anchorPrefix = anchored ? chapter.slug + "--" : ""
        style.title = anchored ? chapter.title : nil
        return ChapterView(
            number: chapter.number, title: chapter.title, anchor: "chapter--" + chapter.slug, pages: chapter.pages,
            readingTime: ReadingTime.words(for: chapter.text), text: Prose(chapter.text.body, on: page, in: self, style: style, withFootnotes: true))
    }

    /// - Parameter prefix: Put before its anchors where they might be those of a chapter on the same page.
    private func whole(_ document: Document, on page: Address, prefix: String = "") -> Prose {
        var style = HTMLStyle()
        style.anchorPrefix = prefix
        return Prose(document.body, on: page, in: self, style: style, withFootnotes: true)
    }
}

struct StrategiesKind: PageKind {
    static let template = "strategies"
    static let places = Route.strategies.place()

    static func pages(of context: PageContext) -> [StrategiesKind] { [StrategiesKind()] }

    var route: Route { .strategies }

    func files(in context: PageContext) -> [PageFile] { [.twin(of: route.address) { $0.writeStrategies(into: &$1) }] }

    func view(by builder: PageBuilder) -> StrategiesPage { builder.strategiesPage() }
}

struct StrategyKind: PageKind {
    static let template = "strategy"
    static let places = Route.strategy("<strategy>").place()

    /// In `Archive.strategies`.
    let position: Int
    let slug: String

    static func pages(of context: PageContext) -> [StrategyKind] {
        context.archive.strategies.enumerated().map { StrategyKind(position: $0, slug: $1.slug) }
    }

    var route: Route { .strategy(slug) }
    var folder: PageFolder? { .strategy(position) }

    func location(in context: PageContext) -> SourceLocation? { context.archive.strategies[position].location }

    func texts(in context: PageContext) -> [Document?] {
        let strategy = context.archive.strategies[position]
        return [strategy.cover] + (strategy.contents == .onePage ? strategy.chapters.map(\.text) : [])
    }

    func files(in context: PageContext) -> [PageFile] {
        let position = position
        return [
            .twin(of: route.address) { $0.writeStrategy(position, into: &$1) },
            PageFile(.feed(of: route)) { $0.feeds.feed(of: $0.archive.strategies[position], into: &$1) },
        ]
    }

    func view(by builder: PageBuilder) -> StrategyPage { builder.strategyPage(builder.archive.strategies[position]) }
}

struct ChapterKind: PageKind {
    static let template = "chapter"
    static let places = Route.chapter(strategy: "<strategy>", "<chapter>").place()

    /// In `Archive.strategies`.
    let position: Int
    let strategy: String
    /// In `Strategy.chapters`.
    let chapter: Int
    let slug: String

    static func pages(of context: PageContext) -> [ChapterKind] {
        context.archive.strategies.enumerated().filter { $1.contents == .chapters }.flatMap { position, strategy in
            strategy.chapters.enumerated().map { ChapterKind(position: position, strategy: strategy.slug, chapter: $0, slug: $1.slug) }
        }
    }

    var route: Route { .chapter(strategy: strategy, slug) }
    var folder: PageFolder? { .strategy(position) }

    func location(in context: PageContext) -> SourceLocation? { context.archive.strategies[position].chapters[chapter].location }

    func texts(in context: PageContext) -> [Document?] { [context.archive.strategies[position].chapters[chapter].text] }

    func files(in context: PageContext) -> [PageFile] {
        let (position, chapter) = (position, chapter)
        return [.twin(of: route.address) { $0.writeChapter(chapter, of: position, into: &$1) }]
    }

    func view(by builder: PageBuilder) -> ChapterPage {
        let strategy = builder.archive.strategies[position]
        return builder.chapterPage(strategy.chapters[chapter], of: strategy)
    }
}

/// All chapters on one page, where they have pages of their own.
struct WholeStrategyKind: PageKind {
    static let template = "whole-strategy"
    static let places = Route.wholeStrategy("<strategy>").place()

    /// In `Archive.strategies`.
    let position: Int
    let slug: String

    static func pages(of context: PageContext) -> [WholeStrategyKind] {
        context.archive.strategies.enumerated().filter { $1.contents == .chapters && !$1.chapters.isEmpty }.map {
            WholeStrategyKind(position: $0, slug: $1.slug)
        }
    }

    var route: Route { .wholeStrategy(slug) }
    var folder: PageFolder? { .strategy(position) }

    func view(by builder: PageBuilder) -> WholeStrategyPage { builder.wholeStrategyPage(builder.archive.strategies[position]) }
}
