import Diagnostics
import Platform
import Model
import PublicationRecord

/// The folder of the sources, which may be read again and again while somebody edits it: what was not changed is not read again.
///
/// What a reading gives is what the first reading of everything would give.
package struct SourceFolder: Sendable {
    /// As the user named it, without a slash at its end.
    package let root: String
    private let disk: Disk
    private let versions: Versions
    private let isPublication: Bool
    /// Where builds keep texts; nil where they are kept in memory alone.
    private let store: TextStore?
    private var tree: SourceTree?
    private var treeFaults: [Diagnostic] = []
    /// By folder, from the root of the tree.
    private var meetings: [String: MeetingUnit] = [:]
    private var strategies: [String: StrategyUnit] = [:]
    /// nil where it must be read.
    private var rootSources: RootSources?
    private var sources = SourceNames()
    /// What all agendas say of exemption.
    private var agendas = ExemptSources()
    /// The same, and the papers that say it themselves.
    private var exempt = ExemptSources()
    private var promises = Promises.none
    private var recordFaults: [Diagnostic] = []

    /// - Parameters:
    ///   - root: The source folder, as the user named it.
    ///   - isPublication: Whether it will be recorded what is published: texts have numbers then, even if nothing was recorded before.
    package init(_ root: String, disk: Disk = .real, versions: Versions = .git, isPublication: Bool = false, store: TextStore? = nil) {
        self.root = root.count > 1 && root.hasSuffix("/") ? String(root.dropLast()) : root
        self.disk = disk
        self.versions = versions
        self.isPublication = isPublication
        self.store = store
    }

    /// Reads what was changed.
    ///
    /// - Returns: The archive and all that is wrong with it. Where there is an error the archive is not to be published.
    package mutating func read(_ changes: SourceChanges = .everything) -> (archive: Archive?, diagnostics: [Diagnostic]) {
        switch changes {
        case .everything:
            (meetings, strategies) = ([:], [:])
            scanTree(forgetting: SortedChanges([], root: root))
        case .paths(let paths):
            let sorted = SortedChanges(paths, root: root)
            if !lookAgain(sorted) { scanTree(forgetting: sorted) }
        }
        let archive = readAll()
        return (archive, diagnostics)
    }

    private var diagnostics: [Diagnostic] {
        treeFaults + recordFaults + (rootSources?.diagnostics ?? []) + meetings.values.flatMap(\.diagnostics) + strategies.values.flatMap(\.diagnostics)
    }

    // MARK: What lies there

    /// Looks into the folders alone in which something was changed; false where files came or went, or anything beside meetings and strategies
    /// was changed.
    private mutating func lookAgain(_ changes: SortedChanges) -> Bool {
        var scanner = TreeScanner(root: root, disk: disk, report: Report())
        guard tree != nil, changes.elsewhere.isEmpty, scanner.findRoot() else { return false }
        for (folder, paths) in changes.inMeetings {
            guard let known = meetings[folder]?.folder, let now = scanner.again(known, same: known.files) else { return false }
            meetings[folder]?.folder = now
            meetings[folder]?.forget(paths)
        }
        for folder in changes.inStrategies.keys {
            guard let known = strategies[folder]?.folder, let now = scanner.again(known, same: known.files) else { return false }
            strategies[folder]?.folder = now
            strategies[folder]?.forget()
        }
        return true
    }

    /// Looks at the whole tree, and keeps what was read of folders in which nothing was changed.
    private mutating func scanTree(forgetting changes: SortedChanges) {
        let report = Report()
        var scanner = TreeScanner(root: root, disk: disk, report: report)
        tree = scanner.scan()
        treeFaults = report.diagnostics
        rootSources = nil
        readRecord()
        let (oldMeetings, oldStrategies) = (meetings, strategies)
        (meetings, strategies, sources) = ([:], [:], SourceNames())
        for folder in tree?.committees.flatMap(\.meetings) ?? [] {
            var unit = oldMeetings[folder.relative] ?? MeetingUnit(folder)
            if unit.folder != folder || changes.concernsWhole(folder.relative) {
                unit = MeetingUnit(folder)
            } else if let paths = changes.inMeetings[folder.relative] {
                unit.forget(paths)
            }
            meetings[folder.relative] = unit
        }
        for folder in tree?.strategies ?? [] {
            var unit = oldStrategies[folder.relative] ?? StrategyUnit(folder)
            if unit.folder != folder || changes.concernsWhole(folder.relative) {
                unit = StrategyUnit(folder)
            } else if changes.inStrategies[folder.relative] != nil {
                unit.forget()
            }
            strategies[folder.relative] = unit
        }
        tree?.files.forEach { sources.insert($0.relative) }
    }

    /// What was published decides how the places of all texts are called: where it is another than before, all are read again.
    private mutating func readRecord() {
        let read = tree?.record == nil ? (record: nil, diagnostics: []) : RecordReader.read(content: root, disk: disk)
        recordFaults = read.diagnostics
        let redirects = read.record == nil ? nil : tree?.redirects.map(SiteReader(disk: disk, report: Report()).redirects)
        let now = Promises(record: read.record, redirects: redirects ?? [], isPublication: isPublication)
        if now != promises { (meetings, strategies) = ([:], [:]) }
        promises = now
    }

    // MARK: What it says

    /// Reads what is not known, and puts the archive together.
    private mutating func readAll() -> Archive? {
        guard let tree else { return nil }
        let folders = tree.committees.flatMap(\.meetings).map(\.relative)
        let before = exempt
        readMeetings(folders)
        let root = (exempt == before ? rootSources : nil) ?? RootSources(tree, exempt: exempt, promises: promises, disk: disk)
        rootSources = root
        let strategyFolders = tree.strategies.map(\.relative)
        let unread = strategyFolders.compactMap { strategies[$0] }.filter { exempt != before || $0.read == nil }
        for unit in unread.concurrentMap({ [disk, exempt, promises, store] in $0.reading(disk, exempt, promises, store) }) { strategies[unit.folder.relative] = unit }
        guard let authority = root.authority else { return nil }
        var archive = Archive(authority: authority)
        (archive.glossary, archive.people, archive.redirects) = (root.glossary, root.people, root.redirects)
        archive.accessibility = root.accessibility
        archive.published = promises.record
        (archive.pages, archive.attachments, archive.sources) = (root.pages, root.attachments, sources)
        archive.committees = tree.committees.compactMap { folder in
            var committee = root.committees[folder.slug]
            committee?.meetings = folder.meetings.compactMap { meetings[$0.relative]?.meeting }.sorted { ($0.date, $0.slug) < ($1.date, $1.slug) }
            return committee
        }.sorted { ($0.name, $0.slug) < ($1.name, $1.slug) }
        archive.strategies = strategyFolders.compactMap { strategies[$0]?.read?.strategy }.sorted { ($0.title, $0.slug) < ($1.title, $1.slug) }
        archive.isIncomplete = diagnostics.contains { $0.severity == .error }
        return archive
    }

    /// All agendas come before any other text: they say what is exempt.
    private mutating func readMeetings(_ folders: [String]) {
        let before = exempt
        let withoutAgenda = folders.compactMap { meetings[$0] }.filter { $0.agenda == nil }
        for unit in withoutAgenda.concurrentMap({ [disk, promises] in $0.readingAgenda(disk, promises) }) { meetings[unit.folder.relative] = unit }
        agendas = ExemptSources()
        for folder in folders { if let agenda = meetings[folder]?.agenda { agendas.formUnion(agenda.exempt) } }
        for path in agendas.differences(from: before) { forgetRest(ofSource: path) }
        let withoutRest = folders.compactMap { meetings[$0] }.filter { $0.rest == nil }
        for unit in withoutRest.concurrentMap({ [disk, agendas, promises, store] in $0.readingRest(disk, agendas, promises, store) }) { meetings[unit.folder.relative] = unit }
        exempt = agendas
        for folder in folders { if let rest = meetings[folder]?.rest { exempt.formUnion(rest.exempt) } }
        if exempt != before { for folder in folders { meetings[folder]?.forgetLinks() } }
        let unfinished = folders.filter { meetings[$0]?.meeting == nil }
        addDrafts(unfinished)
        for folder in unfinished { meetings[folder]?.finish(exempt) }
    }

    /// Of the meeting to which a source belongs.
    private mutating func forgetRest(ofSource path: String) {
        let parts = path.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        if parts.count == 4 { meetings[parts[..<3].joined(separator: "/") + "/"]?.forgetRest() }
    }

    private mutating func addDrafts(_ folders: [String]) {
        let drafts = folders.compactMap { meetings[$0]?.rest?.meeting ?? nil }
        for (folder, text) in FormerMinutes(disk: disk, versions: versions, root: root).texts(of: drafts) { meetings[folder]?.add(draft: text) }
    }
}
