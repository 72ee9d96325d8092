import Diagnostics
import Platform
import Model
import PublicationRecord

/// A source tree that is read again and again while somebody edits it: what was not changed is not read again.
///
/// What a reading gives is what one reading of everything would give.
package struct LiveArchive: Sendable {
    /// The source folder, as the user named it, without a slash at its end.
    package let root: String
    private let disk: Disk
    private let versions: Versions
    private let isPublication: Bool
    /// Where builds keep texts; nil where they are kept in memory.
    private let store: TextStore?
    private var tree: SourceTree?
    private var treeFaults: [Diagnostic] = []
    /// By folder, from the root of the tree.
    private var meetings: [String: MeetingUnit] = [:]
    private var strategies: [String: StrategyUnit] = [:]
    private var rootSources: RootSources?
    private var sources = SourceNames()
    /// What all agendas say of exemption.
    private var agendas = ExemptSources()
    /// The same, and the papers that say it themselves.
    private var exempt = ExemptSources()
    private var archive: Archive?
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
    package mutating func read(_ changes: SourceChanges) -> (archive: Archive?, diagnostics: [Diagnostic], change: ArchiveChange) {
        if case .paths(let paths) = changes {
            let sorted = SortedChanges(paths, root: root)
            if let change = readTexts(sorted) { return (archive, diagnostics, change) }
            scanTree(forgetting: sorted)
        } else {
            (meetings, strategies) = ([:], [:])
            scanTree(forgetting: SortedChanges([], root: root))
        }
        archive = readAll()
        return (archive, diagnostics, ArchiveChange(isWide: true))
    }

    private var diagnostics: [Diagnostic] {
        treeFaults + recordFaults + (rootSources?.diagnostics ?? []) + meetings.values.flatMap(\.diagnostics) + strategies.values.flatMap(\.diagnostics)
    }

    // MARK: Texts alone

    /// Reads texts of meetings and strategies that were known before; nil where more than that was changed.
    private mutating func readTexts(_ changes: SortedChanges) -> ArchiveChange? {
        guard archive != nil, changes.elsewhere.isEmpty, changes.inMeetings.keys.allSatisfy({ meetings[$0]?.meeting != nil }),
            changes.inStrategies.keys.allSatisfy({ strategies[$0]?.read?.strategy != nil })
        else { return nil }
        var scanner = TreeScanner(root: root, disk: disk, report: Report())
        guard scanner.findRoot() else { return nil }
        var change = ArchiveChange(isWide: false)
        for (folder, paths) in changes.inMeetings {
            guard readTexts(ofMeeting: folder, paths, scanner, &change) else { return nil }
        }
        for (folder, paths) in changes.inStrategies {
            guard readTexts(ofStrategy: folder, paths, scanner, &change) else { return nil }
        }
        let isIncomplete = hasErrors
        archive?.isIncomplete = isIncomplete
        return change
    }

    private mutating func readTexts(ofMeeting folder: String, _ paths: [String], _ scanner: TreeScanner, _ change: inout ArchiveChange) -> Bool {
        guard var unit = meetings[folder], let before = unit.meeting else { return false }
        let (heads, agenda, stems, files) = (unit.heads, unit.agenda?.exempt, unit.rest?.exempt, unit.folder.files)
        unit.folder = scanner.again(unit.folder)
        guard unit.folder.files.map(\.relative) == files.map(\.relative) else { return false }
        unit.forget(paths)
        if unit.agenda == nil { unit = unit.readingAgenda(disk, promises) }
        guard unit.agenda?.exempt == agenda else { return false }
        unit = unit.readingRest(disk, agendas, promises, store)
        guard unit.rest?.exempt == stems else { return false }
        meetings[folder] = unit
        addDrafts([folder])
        meetings[folder]?.finish(exempt)
        guard let now = meetings[folder]?.meeting, let place = place(of: before) else { return false }
        archive?.committees[place.committee].meetings[place.meeting] = now
        change.meetings.append(place)
        if unit.heads != heads { change.isWide = true }
        return true
    }

    private func place(of meeting: Meeting) -> (committee: Int, meeting: Int)? {
        guard let committee = archive?.committees.firstIndex(where: { $0.slug == meeting.committee }),
            let position = archive?.committees[committee].meetings.firstIndex(where: { $0.slug == meeting.slug })
        else { return nil }
        return (committee, position)
    }

    private mutating func readTexts(ofStrategy folder: String, _ paths: [String], _ scanner: TreeScanner, _ change: inout ArchiveChange) -> Bool {
        guard var unit = strategies[folder] else { return false }
        let (heads, files) = (unit.heads, unit.folder.files)
        unit.folder = scanner.again(unit.folder)
        guard unit.folder.files.map(\.relative) == files.map(\.relative) else { return false }
        unit.forget()
        unit = unit.reading(disk, exempt, promises, store)
        strategies[folder] = unit
        guard let now = unit.read?.strategy, let place = archive?.strategies.firstIndex(where: { $0.slug == now.slug }) else { return false }
        archive?.strategies[place] = now
        change.strategies.append(place)
        if unit.heads != heads { change.isWide = true }
        return true
    }

    // MARK: All that is not known

    /// Looks at the whole tree, and keeps what was read of folders in which nothing was changed.
    private mutating func scanTree(forgetting changes: SortedChanges) {
        let report = Report()
        var scanner = TreeScanner(root: root, disk: disk, report: report)
        tree = scanner.scan()
        treeFaults = report.diagnostics
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

    /// Reads what is not known, and puts the archive together anew.
    private mutating func readAll() -> Archive? {
        guard let tree else { return nil }
        let folders = tree.committees.flatMap(\.meetings).map(\.relative)
        let before = exempt
        readMeetings(folders)
        let root = RootSources(tree, exempt: exempt, promises: promises, disk: disk)
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
        archive.isIncomplete = hasErrors
        return archive
    }

    private var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

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
