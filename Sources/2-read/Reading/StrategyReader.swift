import Diagnostics
import Platform
import Markdown
import Model

/// Reads strategies and free-standing pages.
struct StrategyReader {
    let disk: Disk
    let exempt: ExemptSources
    let report: Report
    /// The chapters that are as they were when they were read before.
    var known = ParseCache()

    mutating func read(_ folder: StrategyFolder) -> Strategy? {
        guard let cover = folder.cover else {
            report.add(.unreadable(reason: "there is no strategy.md here"), at: SourceLocation(folder.path))
            return nil
        }
        guard let admission = exempt.admission(of: cover, report: report),
            let text = SourceText(cover, disk: disk, report: report)
        else { return nil }
        guard let head = ExemptForm.openHead(of: text, report: report) else { return nil }
        let title = head.requiredText("title")
        var strategy = Strategy(slug: folder.slug, location: cover.location, title: title ?? "", cover: text.document(admission, report: report))
        strategy.short = head.text("short")
        strategy.aliases = head.texts("also-known-as")
        strategy.owner = head.text("owner")
        strategy.from = head.text("from")
        strategy.to = head.text("to")
        strategy.status = head.choice("status")
        strategy.adoptedAt = head.text("adopted-at")
        strategy.supersedes = head.text("supersedes")
        strategy.contents = head.choice("contents") ?? .chapters
        head.finish()
        for file in folder.chapters { if let chapter = readChapter(file, in: folder.slug) { strategy.chapters.append(chapter) } }
        strategy.attachments = folder.attachments.compactMap { file in
            exempt.admission(of: file, report: report).flatMap {
                Attachment(admission: $0, source: file.path, path: file.relative, size: file.size)
            }
        }
        return title == nil ? nil : strategy
    }

    private mutating func readChapter(_ file: SourceFile, in strategy: String) -> Chapter? {
        guard let admission = exempt.admission(of: file, report: report) else { return nil }
        return known.chapter(file, report: report) { [disk] in StrategyReader.readChapter(file, in: strategy, admission, disk, report: $0) }
    }

    private static func readChapter(_ file: SourceFile, in strategy: String, _ admission: Admission, _ disk: Disk, report: Report) -> Chapter? {
        guard let text = SourceText(file, disk: disk, report: report) else { return nil }
        guard let head = ExemptForm.openHead(of: text, report: report) else { return nil }
        let title = head.requiredText("title")
        let slug = String(file.stem.dropFirst(SourcePath.strategy(strategy).count))
        if case .wholeStrategy? = Route(address: Route.chapter(strategy: strategy, slug).address) {
            report.add(.addressTaken(Route.wholeStrategy(strategy).address.path, by: "the whole strategy on one page"), at: file.location)
        }
        var chapter = Chapter(slug: slug, location: file.location, title: title ?? "", text: text.document(admission, report: report))
        chapter.number = head.text("number")
        chapter.pages = head.text("pages")
        head.finish()
        return title == nil ? nil : chapter
    }

    func readPage(_ file: SourceFile) -> Page? {
        guard let admission = exempt.admission(of: file, report: report),
            let text = SourceText(file, disk: disk, report: report)
        else { return nil }
        guard let head = ExemptForm.openHead(of: text, report: report) else { return nil }
        let title = head.requiredText("title")
        head.finish()
        let slug = String(file.stem.dropFirst(SourcePath.pages.count))
        if let first = slug.split(separator: "/").first, Route.reservedFolders.contains(String(first)) {
            report.add(.addressTaken(Route.page(slug).address.path, by: "Moot's own page"), at: file.location)
        }
        return title.map { Page(slug: slug, location: file.location, title: $0, text: text.document(admission, report: report)) }
    }
}
