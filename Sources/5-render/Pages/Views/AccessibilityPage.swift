import Diagnostics
import Linking
import Markdown
import Model
import Templates

/// The accessibility statement: what the last test found, in the form that the Public Sector Bodies (Websites and Mobile
/// Applications) (No. 2) Accessibility Regulations 2018 ask for, with words of the authority's own before it.
struct AccessibilityPage: Templated {
    let site: SiteView
    let page: PageView
    let url: String
    let text: Prose?
    let test: AccessibilityTestView?
    let documents: Documents
    let otherFormatsHref: String?

    static let shape = Shape<AccessibilityPage>("accessibility statement", "The accessibility statement, from the last test of the site and the files it publishes.", [
        .record("site", "The site.", SiteView.self) { $0.site },
        .record("page", "The page.", PageView.self) { $0.page },
        .text("url", "The whole address of the site.") { $0.url },
        .flag("hasText", "Whether the authority has words of its own.") { $0.text != nil },
        .html("text", "The authority's own words: `\(SourcePath.page("accessibility"))`.") { $0.text?.write(into: &$1) },
        .optional("test", "The last test; nothing where the site was not tested.", AccessibilityTestView.self) { $0.test },
        .flag("full", "Whether the site was tested and nothing falls short.") { $0.test != nil && !$0.fallsShort && !$0.isExcepted },
        .flag("partial", "Whether the site was tested and something falls short, or is excepted.") { $0.test != nil && ($0.fallsShort || $0.isExcepted) },
        .text("reasons", "Why it is partial: the non-compliances, the exemptions, or both.") { view in
            [view.fallsShort ? "the non-compliances" : nil, view.isExcepted ? "the exemptions" : nil].compactMap(\.self).joinedInWords
        },
        .flag("fallsShort", "Whether something does not meet the standard, or was not tested.") { $0.fallsShort },
        .flag("excepted", "Whether something need not meet the standard.") { $0.isExcepted },
        .optionalText("files", "Documents published as files: 3 PDF documents and 1 spreadsheet.") { $0.documents.current },
        .optionalText("oldFiles", "The same of those of meetings before the regulations applied to them.") { $0.documents.old },
        .optionalText("otherFormatsHref", "Where other formats and languages are offered.") { $0.otherFormatsHref },
    ])

    private var fallsShort: Bool { !(test?.test.failures.isEmpty ?? true) || documents.current != nil }
    private var isExcepted: Bool { !(test?.test.burdens.isEmpty ?? true) || documents.old != nil }

    /// Documents that are published as files, in words; nil where there are none.
    struct Documents {
        let current: String?
        let old: String?
    }
}

/// The last test of the site.
struct AccessibilityTestView: Templated {
    let test: AccessibilityTest
    let dates: DateWords

    static let shape = Shape<AccessibilityTestView>("test of accessibility", "The last test of the site's accessibility: `accessibility.yml`.", [
        .record("tested", "When the site was tested.", DayView.self) { DayView(day: $0.test.tested, words: $0.dates) },
        .text("standard", "What it was tested against: WCAG 2.2 AA.") { $0.test.standard },
        .text("pages", "How many pages were tested: 1 page, 214 pages.") { counted($0.test.pages, "page", "pages") },
        .optionalText("method", "By whom and how, in sentences.") { $0.test.method },
        .optionalText("tools", "What it was tested with: axe-core 4.14 and vnu 26.9.21.") { $0.test.tools.isEmpty ? nil : $0.test.tools.joinedInWords },
        .flag("hasFailures", "Whether something does not meet the standard.") { !$0.test.failures.isEmpty },
        .list("failures", "What does not meet the standard.", AccessibilityFailureView.self) { view in
            view.test.failures.map { AccessibilityFailureView(failure: $0, dates: view.dates) }
        },
        .flag("hasBurdens", "Whether mending something would be a disproportionate burden.") { !$0.test.burdens.isEmpty },
        .texts("burdens", "What that is, in sentences.") { $0.test.burdens },
        .optional("prepared", "When the statement was prepared.", DayView.self) { view in view.test.prepared.map { DayView(day: $0, words: view.dates) } },
        .optional("reviewed", "When it was last reviewed.", DayView.self) { view in view.test.reviewed.map { DayView(day: $0, words: view.dates) } },
    ])
}

/// Something that does not meet the standard.
struct AccessibilityFailureView: Templated {
    let failure: AccessibilityTest.Failure
    let dates: DateWords

    static let shape = Shape<AccessibilityFailureView>("accessibility failure", "Something that does not meet the standard.", [
        .text("criterion", "The criterion that is not met: 1.4.3 Contrast (Minimum).") { $0.failure.criterion },
        .text("what", "What is wrong, in sentences.") { $0.failure.what },
        .optionalText("pages", "On how many pages: 1 page, 7 pages.") { $0.failure.pages.map { counted($0, "page", "pages") } },
        .optional("remedyBy", "When it will be mended.", DayView.self) { view in view.failure.remedyBy.map { DayView(day: $0, words: view.dates) } },
    ])
}

extension PageBuilder {
    /// - Parameter source: The authority's own words; nil where it has none.
    fileprivate func accessibilityPage(_ source: Page?) -> AccessibilityPage {
        let address = Page.accessibility
        let frame = page(source?.title ?? Route.accessibility.kind, at: address, below: [])
        return AccessibilityPage(
            site: site(on: address), page: source == nil ? frame.with(data: nil) : frame, url: settings.baseURL,
            text: source.map { Prose($0.text.body, on: address, in: self, withFootnotes: true) },
            test: archive.accessibility.map { AccessibilityTestView(test: $0, dates: dates) }, documents: documents,
            otherFormatsHref: archive.authority.otherFormats.isEmpty ? nil : address.reference(to: Route.otherFormats.address))
    }

    /// Regulation 4(2)(a) leaves out office file formats published before this day that no service needs.
    private static let firstDayInScope = Day(year: 2018, month: 9, day: 23)!

    /// The kinds of files that are read as documents, by the ending of their names. Pictures stand on pages, and tables
    /// of bare text are for programs.
    private static let documentKinds: [(endings: Set<String>, one: String, many: String)] = [
        (["pdf"], "PDF document", "PDF documents"), (["doc", "docx", "odt", "rtf"], "text document", "text documents"),
        (["xls", "xlsx", "ods"], "spreadsheet", "spreadsheets"), (["ppt", "pptx", "odp"], "presentation", "presentations"),
    ]

    private var documents: AccessibilityPage.Documents {
        let old = linked.attachments.filter { attachment in
            attachment.path.split(separator: "/").contains { part in Day(iso: part.prefix(10)).map { $0 < PageBuilder.firstDayInScope } ?? false }
        }
        let oldPaths = Set(old.map(\.path))
        return AccessibilityPage.Documents(
            current: words(linked.attachments.filter { !oldPaths.contains($0.path) }), old: words(old))
    }

    private func words(_ attachments: [Attachment]) -> String? {
        let words = PageBuilder.documentKinds.compactMap { kind -> String? in
            let count = attachments.count { kind.endings.contains(SourcePath.ending($0.path)) }
            return count == 0 ? nil : counted(count, kind.one, kind.many)
        }
        return words.isEmpty ? nil : words.joinedInWords
    }
}

struct AccessibilityKind: PageKind {
    static let template = "accessibility"
    static let places = Route.accessibility.place()

    /// In `Archive.pages`; nil where the authority has no words of its own.
    let position: Int?

    static func pages(of context: PageContext) -> [AccessibilityKind] {
        [AccessibilityKind(position: context.archive.pages.firstIndex { $0.address == Page.accessibility })]
    }

    var route: Route { .accessibility }

    func location(in context: PageContext) -> SourceLocation? { position.map { context.archive.pages[$0].location } }

    func texts(in context: PageContext) -> [Document?] { position.map { [context.archive.pages[$0].text] } ?? [] }

    func files(in context: PageContext) -> [PageFile] {
        guard let position else { return [] }
        return [.twin(of: route.address) { $0.writePage(position, into: &$1) }]
    }

    func view(by builder: PageBuilder) -> AccessibilityPage { builder.accessibilityPage(position.map { builder.archive.pages[$0] }) }
}
