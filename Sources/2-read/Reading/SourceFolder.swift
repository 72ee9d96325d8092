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
    private var meetings = UnitList<MeetingUnit>()
    private var strategies = UnitList<StrategyUnit>()
    /// Whether there are other folders than when all was read last.
    private var hasOtherFolders = true
    /// nil where it must be read.
    private var rootSources: RootSources?
    private var sources = SourceNames()
    /// What all agendas say of exemption.
    private var agendas = ExemptSources()
    /// The same, and the papers that say it themselves.
    private var exempt = ExemptSources()
    private var promises = Promises.none
    private var recordFaults: [Diagnostic] = []
    /// What the authority's own words of privacy find.
    private var privateWords: [Diagnostic] = []

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
            (meetings, strategies) = (UnitList(), UnitList())
            scanTree(forgetting: SortedChanges([], root: root))
        case .paths(let paths):
            let sorted = SortedChanges(paths, root: root)
            if !lookAgain(sorted) { scanTree(forgetting: sorted) }
        }
        let archive = readAll()
        return (archive, diagnostics)
    }

    private var diagnostics: [Diagnostic] {
        treeFaults + recordFaults + privateWords + (rootSources?.diagnostics ?? []) + meetings.units.flatMap(\.diagnostics) + strategies.units.flatMap(\.diagnostics)
    }

    // MARK: What lies there

    /// Looks into the folders alone in which something was changed; false where files came or went, or anything beside meetings and strategies
    /// was changed.
    private mutating func lookAgain(_ changes: SortedChanges) -> Bool {
        var scanner = TreeScanner(root: root, disk: disk, report: Report())
        guard tree != nil, changes.elsewhere.isEmpty, scanner.findRoot() else { return false }
        for (folder, paths) in changes.inMeetings {
            guard let place = meetings.position(of: folder), let now = scanner.again(meetings.units[place].folder) else { return false }
            meetings.units[place].folder = now
            meetings.units[place].forget(paths)
        }
        for folder in changes.inStrategies.keys {
            guard let place = strategies.position(of: folder), let now = scanner.again(strategies.units[place].folder) else { return false }
            strategies.units[place].folder = now
            strategies.units[place].forget()
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
        (meetings, strategies, sources) = (UnitList(), UnitList(), SourceNames())
        hasOtherFolders = true
        for folder in tree?.committees.flatMap(\.meetings) ?? [] {
            var unit = oldMeetings[folder.relative] ?? MeetingUnit(folder)
            if unit.folder != folder || changes.concernsWhole(folder.relative) {
                unit = MeetingUnit(folder)
            } else if let paths = changes.inMeetings[folder.relative] {
                unit.forget(paths)
            }
            meetings.append(unit, of: folder.relative)
        }
        for folder in tree?.strategies ?? [] {
            var unit = oldStrategies[folder.relative] ?? StrategyUnit(folder)
            if unit.folder != folder || changes.concernsWhole(folder.relative) {
                unit = StrategyUnit(folder)
            } else if changes.inStrategies[folder.relative] != nil {
                unit.forget()
            }
            strategies.append(unit, of: folder.relative)
        }
        tree?.files.forEach { sources.insert($0.relative) }
    }

    /// What was published decides how the places of all texts are called: where it is another than before, all are read again.
    private mutating func readRecord() {
        let read = tree?.record == nil ? (record: nil, diagnostics: []) : RecordReader.read(content: root, disk: disk)
        recordFaults = read.diagnostics
        let redirects = read.record == nil ? nil : tree?.redirects.map(SiteReader(disk: disk, report: Report()).redirects)
        let now = Promises(record: read.record, redirects: redirects ?? [], isPublication: isPublication)
        if now != promises { (meetings, strategies) = (UnitList(), UnitList()) }
        promises = now
    }

    // MARK: What it says

    /// Reads what is not known, and puts the archive together.
    private mutating func readAll() -> Archive? {
        guard let tree else { return nil }
        let before = exempt
        readMeetings()
        let root = (exempt == before ? rootSources : nil) ?? RootSources(tree, exempt: exempt, promises: promises, disk: disk)
        rootSources = root
        let isOther = exempt != before
        let unread = strategies.units.indices.filter { isOther || strategies.units[$0].read == nil }
        strategies.replace(unread) { [disk, exempt, promises, store] in $0.reading(disk, exempt, promises, store) }
        guard let authority = root.authority else { return nil }
        var archive = Archive(authority: authority)
        (archive.glossary, archive.people, archive.redirects) = (root.glossary, root.people, root.redirects)
        archive.accessibility = root.accessibility
        archive.published = promises.record
        (archive.pages, archive.attachments, archive.sources) = (root.pages, root.attachments, sources)
        archive.committees = committees(root, tree)
        archive.strategies = strategies.units.compactMap { $0.read?.strategy }.sorted { ($0.title, $0.slug) < ($1.title, $1.slug) }
        archive.withheld = withheld(tree)
        privateWords = PrivateWords(authority.privateWords).findings(in: archive.withheld.open, disk: disk)
        archive.isIncomplete = diagnostics.contains { $0.severity == .error }
        return archive
    }

    /// What of all the sources is not published.
    private func withheld(_ tree: SourceTree) -> WithheldSources {
        var all = WithheldSources()
        for unit in meetings.units { unit.note(in: &all) }
        let others = tree.committees.compactMap(\.committee) + tree.strategies.flatMap(\.files) + tree.pages + tree.attachments
        for file in others + [tree.site, tree.glossary, tree.people, tree.redirects, tree.accessibility].compactMap(\.self) {
            let source = WithheldSources.Source(path: file.path, relative: file.relative)
            if case .open = exempt.marks(of: file).ruling() { all.open.append(source) } else { all.sources.append(source) }
        }
        return all
    }

    private func committees(_ root: RootSources, _ tree: SourceTree) -> [Committee] {
        var rest = meetings.units[...]
        return tree.committees.compactMap { folder in
            defer { rest = rest.dropFirst(folder.meetings.count) }
            var committee = root.committees[folder.slug]
            committee?.meetings = rest.prefix(folder.meetings.count).compactMap(\.meeting).sorted { ($0.date, $0.slug) < ($1.date, $1.slug) }
            return committee
        }.sorted { ($0.name, $0.slug) < ($1.name, $1.slug) }
    }

    /// All agendas come before any other text: they say what is exempt.
    private mutating func readMeetings() {
        let before = exempt
        let withoutAgenda = meetings.units.indices.filter { meetings.units[$0].agenda == nil }
        meetings.replace(withoutAgenda) { [disk, promises] in $0.readingAgenda(disk, promises) }
        let hasOtherAgendas = hasOtherFolders || !withoutAgenda.isEmpty
        if hasOtherAgendas {
            agendas = meetings.units.reduce(into: ExemptSources()) { all, unit in unit.agenda.map { all.formUnion($0.exempt) } }
            for path in agendas.differences(from: before) { forgetRest(ofSource: path) }
        }
        let withoutRest = meetings.units.indices.filter { meetings.units[$0].rest == nil }
        meetings.replace(withoutRest) { [disk, agendas, promises, store] in $0.readingRest(disk, agendas, promises, store) }
        if hasOtherAgendas || !withoutRest.isEmpty {
            exempt = meetings.units.reduce(into: agendas) { all, unit in unit.rest.map { all.formUnion($0.exempt) } }
        }
        if exempt != before { for place in meetings.units.indices { meetings.units[place].forgetLinks() } }
        let unfinished = meetings.units.indices.filter { meetings.units[$0].meeting == nil }
        addDrafts(unfinished)
        for place in unfinished { meetings.units[place].finish(exempt) }
        hasOtherFolders = false
    }

    /// Of the meeting to which a source belongs.
    private mutating func forgetRest(ofSource path: String) {
        let parts = path.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        if parts.count == 4, let place = meetings.position(of: parts[..<3].joined(separator: "/") + "/") { meetings.units[place].forgetRest() }
    }

    private mutating func addDrafts(_ places: [Int]) {
        let drafts = places.compactMap { meetings.units[$0].rest?.meeting }
        for (folder, text) in FormerMinutes(disk: disk, versions: versions, root: root).texts(of: drafts) {
            if let place = meetings.position(of: folder) { meetings.units[place].add(draft: text) }
        }
    }
}

/// What was read of folders, in the order of the tree.
private struct UnitList<Unit: Sendable>: Sendable {
    var units: [Unit] = []
    private var positions: [String: Int] = [:]

    /// - Parameter folder: From the root of the tree.
    mutating func append(_ unit: Unit, of folder: String) {
        positions[folder] = units.count
        units.append(unit)
    }

    func position(of folder: String) -> Int? { positions[folder] }

    subscript(folder: String) -> Unit? { positions[folder].map { units[$0] } }

    /// Reads some of them, on all processors.
    mutating func replace(_ places: [Int], _ read: @Sendable (Unit) -> Unit) {
        for (place, unit) in zip(places, places.map { units[$0] }.concurrentMap(read)) { units[place] = unit }
    }
}
