import Diagnostics
import Platform
import Model

/// What belongs to no one meeting and no one strategy: the files of the root, the committees themselves, the pages.
struct RootSources: Sendable {
    private(set) var authority: Authority?
    private(set) var glossary: [GlossaryEntry] = []
    private(set) var people: [Person] = []
    private(set) var redirects: [Redirect] = []
    private(set) var accessibility: AccessibilityTest?
    /// By slug, without their meetings.
    private(set) var committees: [String: Committee] = [:]
    private(set) var pages: [Page] = []
    private(set) var attachments: [Attachment] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(_ tree: SourceTree, exempt: ExemptSources, promises: Promises, disk: Disk) {
        let report = Report()
        defer { diagnostics = report.diagnostics }
        let site = SiteReader(disk: disk, report: report)
        guard let file = tree.site, let authority = site.authority(file) else { return }
        self.authority = authority
        glossary = tree.glossary.map(site.glossary) ?? []
        people = tree.people.map(site.people) ?? []
        redirects = tree.redirects.map(site.redirects) ?? []
        accessibility = tree.accessibility.flatMap(site.accessibility)
        let reader = CommitteeReader(disk: disk, exempt: exempt, report: report, promises: promises)
        for folder in tree.committees {
            committees[folder.slug] = reader.read(folder, authority: authority, isOnly: tree.committees.count == 1)
        }
        let texts = StrategyReader(disk: disk, exempt: exempt, report: report, promises: promises)
        pages = tree.pages.compactMap { texts.readPage($0) }
        attachments = tree.attachments.compactMap { file in
            exempt.admission(of: file, report: report).flatMap {
                Attachment(admission: $0, source: file.path, path: Route.published(file.relative), size: file.size)
            }
        }
    }
}
