import Diagnostics
import Linking
import Markdown
import Model

/// Where a part of a page stands in the sources.
package struct PageSource: Sendable, Equatable {
    /// nil for the page as a whole.
    package let anchor: String?
    /// As the user would type it.
    package let path: String
    /// Counted from 1.
    package let line: Int

    init(_ anchor: String?, _ location: SourceLocation) {
        self.anchor = anchor
        path = location.path
        line = max(1, location.line)
    }
}

/// What stands at an address: its title, and where it and its parts stand in the sources.
struct SourceOfPage {
    let title: String
    var places: [PageSource]
    /// The texts on it.
    var documents: [Document] = []
    /// The meeting whose page it is: its own, its minutes' or its papers'.
    var meeting: Meeting?
    var isDraft = false

    init(_ title: String, _ location: SourceLocation) {
        self.title = title
        places = [PageSource(nil, location)]
    }

    fileprivate mutating func add(_ document: Document?, prefix: String = "") {
        guard let document else { return }
        documents.append(document)
        for heading in document.headings { places.append(PageSource(prefix + heading.anchor, SourceLocation(document.path, line: heading.line))) }
        for label in document.labels where !label.anchor.isEmpty {
            places.append(PageSource(prefix + label.anchor, SourceLocation(document.path, line: label.line)))
        }
    }
}

extension Archive {
    /// What stands on a page; nil for what stands for no one source.
    func source(of page: Route) -> SourceOfPage? {
        switch page {
        case .committee(let slug): committees.first { $0.slug == slug }?.source
        case .meeting(let id), .pack(let id): meeting(id)?.agendaSource
        case .minutes(let id): meeting(id)?.minutesSource
        case .paper(let id, let slug): meeting(id)?.source(ofPaper: slug)
        case .strategy(let slug): strategies.first { $0.slug == slug }?.source(isWhole: false)
        case .wholeStrategy(let slug): strategies.first { $0.slug == slug }?.source(isWhole: true)
        case .chapter(let strategy, let slug): strategies.first { $0.slug == strategy }?.source(ofChapter: slug)
        case .glossary, .term: glossarySource
        default: freePageSource(at: page.address)
        }
    }

    private func meeting(_ id: MeetingID) -> Meeting? {
        committees.first { $0.slug == id.committee }?.meetings.first { $0.slug == id.slug }
    }

    private func freePageSource(at address: Address) -> SourceOfPage? {
        guard let page = pages.first(where: { $0.address == address }) else { return nil }
        var source = SourceOfPage(page.title, page.location)
        source.add(page.text)
        return source
    }

    private var glossarySource: SourceOfPage? {
        guard let first = glossary.first else { return nil }
        var source = SourceOfPage(Route.glossary.kind, SourceLocation(first.location.path))
        for entry in glossary { source.places.append(PageSource(GlossaryAnchor.make(entry.term), entry.location)) }
        return source
    }
}

extension Committee {
    fileprivate var source: SourceOfPage {
        var source = SourceOfPage(name, location)
        source.add(termsOfReference?.document)
        return source
    }
}

extension Meeting {
    fileprivate var minutesSource: SourceOfPage? {
        guard let minutes else { return nil }
        var source = SourceOfPage(Route.minutes(id).kind, minutes.location)
        source.add(minutes.document)
        for minute in minutes.minutes { source.places.append(PageSource(minute.anchor, minute.location)) }
        source.isDraft = minutes.status == .draft
        source.meeting = self
        return source
    }

    fileprivate func source(ofPaper slug: String) -> SourceOfPage? {
        guard let paper = papers.first(where: { $0.slug == slug }) else { return nil }
        var source = SourceOfPage(paper.title, paper.location)
        source.add(paper.text)
        source.isDraft = paper.status == .draft
        source.meeting = self
        return source
    }

    fileprivate var agendaSource: SourceOfPage {
        var source = SourceOfPage(title ?? "Agenda", location)
        source.add(notice?.document)
        for supplement in supplements { source.add(supplement.notice?.document) }
        for item in everyItem { source.places.append(PageSource(item.anchor, item.location)) }
        source.meeting = self
        return source
    }
}

extension Strategy {
    /// - Parameter isWhole: Whether all chapters stand on the page, besides where they have no pages of their own.
    fileprivate func source(isWhole: Bool) -> SourceOfPage {
        var source = SourceOfPage(title, location)
        source.add(cover)
        if contents == .onePage || isWhole { for chapter in chapters { source.add(chapter.text, prefix: chapter.slug + "--") } }
        source.isDraft = status == .draft
        return source
    }

    fileprivate func source(ofChapter slug: String) -> SourceOfPage? {
        guard let chapter = chapters.first(where: { $0.slug == slug }) else { return nil }
        var source = SourceOfPage(chapter.title, chapter.location)
        source.add(chapter.text)
        source.isDraft = status == .draft
        return source
    }
}
