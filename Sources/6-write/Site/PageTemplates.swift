import Diagnostics
import Platform
import Templates

/// The compiled template of every page kind.
struct PageTemplates: Sendable {
    let home: PageTemplate<HomePage>
    let committees: PageTemplate<CommitteesPage>
    let committee: PageTemplate<CommitteePage>
    let meeting: PageTemplate<MeetingPage>
    let minutes: PageTemplate<MinutesPage>
    let paper: PageTemplate<PaperPage>
    let pack: PageTemplate<PackPage>
    let meetings: PageTemplate<MeetingsPage>
    let meetingYear: PageTemplate<MeetingYearPage>
    let strategies: PageTemplate<StrategiesPage>
    let strategy: PageTemplate<StrategyPage>
    let chapter: PageTemplate<ChapterPage>
    let wholeStrategy: PageTemplate<WholeStrategyPage>
    let glossary: PageTemplate<GlossaryPage>
    let page: PageTemplate<FreePage>
    let accessibility: PageTemplate<AccessibilityPage>
    let otherFormats: PageTemplate<OtherFormatsPage>
    let notFound: PageTemplate<NotFoundPage>
    let redirect: PageTemplate<RedirectPage>
    let changes: PageTemplate<ChangesPage>
    let search: PageTemplate<SearchPage>
    let registers: RegisterTemplates

    /// Reads and resolves all templates of a folder; nil, with diagnostics, where anything is wrong.
    static func load(_ folder: String, disk: Disk) -> (templates: PageTemplates?, diagnostics: [Diagnostic]) {
        let found = TemplateFiles.read(folder, disk: disk)
        if found.files.isEmpty, found.diagnostics.isEmpty {
            return (nil, [Diagnostic(SiteProblem.noTemplates, at: SourceLocation(folder))])
        }
        if !found.diagnostics.isEmpty { return (nil, found.diagnostics) }
        var library = TemplateLibrary.load(found.files)
        let templates = PageTemplates(&library)
        // A built-in part that is used no more, since the templates that used it were replaced, is nobody's mistake.
        let diagnostics = library.diagnostics.filter { $0.severity == .error || !$0.location.path.hasPrefix(Disk.builtInMark) }
        return (diagnostics.contains { $0.severity == .error } ? nil : templates, diagnostics)
    }

    /// Compiles every kind before it gives up on any, so that all that is wrong is said in one run.
    private init?(_ library: inout TemplateLibrary) {
        let home = library.compile("home", for: HomePage.self)
        let committees = library.compile("committees", for: CommitteesPage.self)
        let committee = library.compile("committee", for: CommitteePage.self)
        let meeting = library.compile("meeting", for: MeetingPage.self)
        let minutes = library.compile("minutes", for: MinutesPage.self)
        let paper = library.compile("paper", for: PaperPage.self)
        let pack = library.compile("pack", for: PackPage.self)
        let meetings = library.compile("meetings", for: MeetingsPage.self)
        let meetingYear = library.compile("meeting-year", for: MeetingYearPage.self)
        let strategies = library.compile("strategies", for: StrategiesPage.self)
        let strategy = library.compile("strategy", for: StrategyPage.self)
        let chapter = library.compile("chapter", for: ChapterPage.self)
        let wholeStrategy = library.compile("whole-strategy", for: WholeStrategyPage.self)
        let glossary = library.compile("glossary", for: GlossaryPage.self)
        let page = library.compile("page", for: FreePage.self)
        let accessibility = library.compile("accessibility", for: AccessibilityPage.self)
        let otherFormats = library.compile("other-formats", for: OtherFormatsPage.self)
        let notFound = library.compile("not-found", for: NotFoundPage.self)
        let redirect = library.compile("redirect", for: RedirectPage.self)
        let changes = library.compile("changes", for: ChangesPage.self)
        let search = library.compile("search", for: SearchPage.self)
        let registers = RegisterTemplates(&library)
        guard let home, let committees, let committee, let meeting, let minutes, let paper, let pack, let meetings, let meetingYear,
            let strategies, let strategy, let chapter, let wholeStrategy, let glossary, let page, let accessibility, let otherFormats, let notFound, let redirect, let changes, let search, let registers
        else { return nil }
        self.home = home
        self.committees = committees
        self.committee = committee
        self.meeting = meeting
        self.minutes = minutes
        self.paper = paper
        self.pack = pack
        self.meetings = meetings
        self.meetingYear = meetingYear
        self.strategies = strategies
        self.strategy = strategy
        self.chapter = chapter
        self.wholeStrategy = wholeStrategy
        self.glossary = glossary
        self.page = page
        self.accessibility = accessibility
        self.otherFormats = otherFormats
        self.notFound = notFound
        self.redirect = redirect
        self.changes = changes
        self.search = search
        self.registers = registers
    }
}

/// Finds the templates of a folder.
enum TemplateFiles {
    static let ending = ".mustache"

    static func read(_ folder: String, disk: Disk) -> (files: [TemplateFile], diagnostics: [Diagnostic]) {
        var files: [TemplateFile] = []
        var diagnostics: [Diagnostic] = []
        var pending = [folder]
        while let next = pending.popLast() {
            do {
                for entry in try disk.entries(next) where !entry.name.hasPrefix(".") {
                    let path = next + "/" + entry.name
                    if entry.kind == .folder { pending.append(path) }
                    if entry.kind == .file, entry.name.hasSuffix(ending) {
                        let mark = entry.isBuiltIn ? Disk.builtInMark : ""
                        files.append(TemplateFile(path: mark + path, under: mark + folder, bytes: try disk.read(path)))
                    }
                }
            } catch {
                diagnostics.append(Diagnostic(SiteProblem.unreadable(reason: error.reason), at: SourceLocation(error.path)))
            }
        }
        return (files.sorted { $0.path < $1.path }, diagnostics)
    }
}
