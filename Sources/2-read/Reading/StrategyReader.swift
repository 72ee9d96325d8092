import Diagnostics
import Platform
import Markdown
import Model

/// Reads strategies and free-standing pages.
struct StrategyReader {
    let disk: Disk
    let exempt: ExemptSources
    let report: Report
    let promises: Promises
    /// The texts that were read before.
    var texts = FolderTexts()

    mutating func read(_ folder: StrategyFolder) -> Strategy? {
        guard let cover = folder.cover else {
            report.add(.unreadable(reason: "there is no strategy.md here"), at: SourceLocation(folder.path))
            return nil
        }
        guard let admission = exempt.admission(of: cover, report: report),
            let text = SourceText(cover, disk: disk, report: report)
        else { return nil }
        guard let head = ExemptForm.openHead(of: text, admission, report: report) else { return nil }
        let title = head.requiredText("title")
        let place = PublishedPlace(address: Address(folder.relative), promises: promises)
        var strategy = Strategy(slug: folder.slug, location: cover.location, title: title ?? "", cover: text.document(admission, at: place, report: report))
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
        for file in folder.chapters { if let chapter = readChapter(file, of: strategy) { strategy.chapters.append(chapter) } }
        strategy.attachments = folder.attachments.compactMap { file in
            exempt.admission(of: file, report: report).flatMap {
                Attachment(admission: $0, source: file.path, path: file.relative, size: file.size)
            }
        }
        return title == nil ? nil : strategy
    }

    private mutating func readChapter(_ file: SourceFile, of strategy: Strategy) -> Chapter? {
        guard let admission = exempt.admission(of: file, report: report) else { return nil }
        let question = ChapterQuestion(sharesItsPage: strategy.contents == .onePage, promises: promises.digest)
        return texts.text(of: file, on: disk, asking: question, report: report) { [promises] disk, report in
            StrategyReader.readChapter(file, of: strategy, admission, disk, promises, report: report)
        }
    }

    private static func readChapter(
        _ file: SourceFile, of strategy: Strategy, _ admission: Admission, _ disk: Disk, _ promises: Promises, report: Report
    ) -> Chapter? {
        guard let text = SourceText(file, disk: disk, report: report) else { return nil }
        guard let head = ExemptForm.openHead(of: text, admission, report: report) else { return nil }
        let title = head.requiredText("title")
        let slug = String(file.stem.dropFirst(SourcePath.strategy(strategy.slug).count))
        if case .wholeStrategy? = Route(address: Route.chapter(strategy: strategy.slug, slug).address) {
            report.add(.addressTaken(Route.wholeStrategy(strategy.slug).address.path, by: "the whole strategy on one page"), at: file.location)
        }
        let place = strategy.contents == .onePage
            ? PublishedPlace(address: strategy.address, prefix: slug + "--", promises: promises)
            : PublishedPlace(address: Route.chapter(strategy: strategy.slug, slug).address, promises: promises)
        var chapter = Chapter(slug: slug, location: file.location, title: title ?? "", text: text.document(admission, at: place, report: report))
        chapter.number = head.text("number")
        chapter.pages = head.text("pages")
        head.finish()
        return title == nil ? nil : chapter
    }

    func readPage(_ file: SourceFile) -> Page? {
        guard let admission = exempt.admission(of: file, report: report),
            let text = SourceText(file, disk: disk, report: report)
        else { return nil }
        guard let head = ExemptForm.openHead(of: text, admission, report: report) else { return nil }
        let title = head.requiredText("title")
        head.finish()
        let slug = String(file.stem.dropFirst(SourcePath.pages.count))
        if let first = slug.split(separator: "/").first, Route.reservedFolders.contains(String(first)) {
            report.add(.addressTaken(Route.page(slug).address.path, by: "Moot's own page"), at: file.location)
        }
        let place = PublishedPlace(address: Address(slug + "/"), promises: promises)
        return title.map { Page(slug: slug, location: file.location, title: $0, text: text.document(admission, at: place, report: report)) }
    }
}

/// All that decides what is read of a chapter that is admitted.
private struct ChapterQuestion: Encodable {
    let sharesItsPage: Bool
    let promises: UInt64
}
