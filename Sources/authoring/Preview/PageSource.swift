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
    /// What stands at an address; nil for what stands for no one source.
    func source(of page: String) -> SourceOfPage? {
        let parts = page.split(separator: "/")
        switch parts.first {
        case "committees" where parts.count > 1:
            guard let committee = committees.first(where: { $0.slug == parts[1] }) else { return nil }
            return parts.count == 2 ? committee.source : committee.meetings.first { $0.slug == parts[2] }?.source(of: page)
        case "strategies" where parts.count > 1: return strategies.first { $0.slug == parts[1] }?.source(of: page)
        case "people" where parts.count == 2: return nil
        case "glossary": return glossarySource(of: page)
        default:
            guard let free = pages.first(where: { $0.address.path == page }) else { return nil }
            var source = SourceOfPage(free.title, free.location)
            source.add(free.text)
            return source
        }
    }

    private func glossarySource(of page: String) -> SourceOfPage? {
        guard let first = glossary.first else { return nil }
        var source = SourceOfPage("Glossary", SourceLocation(first.location.path))
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
    fileprivate func source(of page: String) -> SourceOfPage? {
        var source: SourceOfPage
        switch page {
        case address.path, packAddress.path: source = agendaSource
        case minutesAddress.path:
            guard let minutes else { return nil }
            source = SourceOfPage("Minutes", minutes.location)
            source.add(minutes.document)
            for minute in minutes.minutes { source.places.append(PageSource(minute.anchor, minute.location)) }
            source.isDraft = minutes.status == .draft
        default:
            guard let paper = papers.first(where: { $0.address(in: self).path == page }) else { return nil }
            source = SourceOfPage(paper.title, paper.location)
            source.add(paper.text)
            source.isDraft = paper.status == .draft
        }
        source.meeting = self
        return source
    }

    private var agendaSource: SourceOfPage {
        var source = SourceOfPage(title ?? "Agenda", location)
        source.add(notice?.document)
        for supplement in supplements { source.add(supplement.notice?.document) }
        for item in everyItem { source.places.append(PageSource(item.anchor, item.location)) }
        return source
    }
}

extension Strategy {
    fileprivate func source(of page: String) -> SourceOfPage? {
        if page == address.path || page == wholeAddress.path {
            var source = SourceOfPage(title, location)
            source.add(cover)
            if contents == .onePage || page == wholeAddress.path { for chapter in chapters { source.add(chapter.text, prefix: chapter.slug + "--") } }
            source.isDraft = status == .draft
            return source
        }
        guard let chapter = chapters.first(where: { address(of: $0).path == page }) else { return nil }
        var source = SourceOfPage(chapter.title, chapter.location)
        source.add(chapter.text)
        source.isDraft = status == .draft
        return source
    }
}
