import Diagnostics
import Facts
import Linking
import Markdown
import Model
import Site

/// Something about a page that its readers do not see on it.
package enum PageNotice: Sendable, Equatable {
    /// The source says that it is a draft.
    case draft
    /// So many items of the meeting say that a paper is still to follow.
    case papersToFollow(Int)
    /// It is not in `published.tsv`, though that is there; or its notice is dated later than today.
    case notPublished
    /// The text is another than the one that was published.
    case changedSincePublication
}

/// One version of the site, with what an editor asks about its pages.
struct ShownPages: Sendable {
    let linked: LinkedArchive
    let files: SiteFiles
    /// The source folder, as the user named it.
    let content: String

    func places(on page: String) -> [PageSource] {
        let page = Route(path: page)
        if let source = page.flatMap(linked.archive.source) { return source.places }
        return [PageSource(nil, page.flatMap(person)?.location ?? SourceLocation(content + "/site.yml"))]
    }

    private func person(on page: Route) -> Person? {
        guard case .person(let slug) = page else { return nil }
        return linked.people.all.first { $0.slug == slug }?.facts
    }

    func notices(on page: String) -> [PageNotice] {
        guard let page = Route(path: page), let source = linked.archive.source(of: page) else { return [] }
        var notices: [PageNotice] = source.isDraft ? [.draft] : []
        if let meeting = source.meeting, page == .meeting(meeting.id) {
            let awaited = files.facts.of(meeting).matters.count(where: \.isAwaiting)
            if awaited > 0 { notices.append(.papersToFollow(awaited)) }
        }
        let isAnnounced = source.meeting?.days.agenda.stated.map { $0 <= files.today } ?? true
        switch files.publication(of: page.address) {
        case .new?: notices.append(.notPublished)
        case .changed?: notices.append(.changedSincePublication)
        case .same?, nil: if !isAnnounced { notices.append(.notPublished) }
        }
        return notices
    }

    /// The pages on which some sources stand.
    ///
    /// - Parameters:
    ///   - paths: From the root of the source tree.
    ///   - before: What was shown before, to find the part that was changed.
    func edited(_ paths: [String], since before: ShownPages?) -> [PreviewSite.EditedPage] {
        var pages: [PreviewSite.EditedPage] = []
        for path in paths.reversed() {
            guard let page = page(ofSource: path), !pages.contains(where: { $0.address == page.address.path }), let source = linked.archive.source(of: page)
            else { continue }
            pages.append(PreviewSite.EditedPage(address: page.address.path, title: source.title, anchor: source.changedPart(since: before?.linked.archive.source(of: page))))
        }
        return pages
    }

    private func page(ofSource path: String) -> Route? {
        Route(source: path) { slug in linked.archive.strategies.first { $0.slug == slug }?.contents == .onePage }
    }
}

extension SourceOfPage {
    /// The anchor of the part in which the first word stands that is another now; nil at the top of the page.
    fileprivate func changedPart(since before: SourceOfPage?) -> String? {
        guard let before else { return nil }
        for (new, old) in zip(documents, before.documents) where new !== old {
            let same = zip(new.text, old.text).prefix { $0 == $1 }.count
            guard same < max(new.text.count, old.text.count) else { continue }
            let line = new.events.last { $0.line > 0 && $0.kind == .text && $0.start <= same }?.line ?? 0
            return places.filter { $0.path == new.path && $0.anchor != nil && $0.line <= Int(line) }.max { $0.line < $1.line }?.anchor
        }
        return nil
    }
}
