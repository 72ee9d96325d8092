import Diagnostics
import Platform
import Model

/// Walks the source folder and gives every file its place.
struct TreeScanner {
    let root: String
    let disk: Disk
    let report: Report
    private var resolvedRoot = ""
    private var tree = SourceTree()

    /// Of folders within a meeting or strategy.
    private static let depthLimit = 8
    private static let rootFiles = ["site.yml", "glossary.yml", "people.yml", "redirects.yml", "accessibility.yml", "published.tsv", "pages", "committees", "strategies"]

    init(root: String, disk: Disk, report: Report) {
        self.root = root
        self.disk = disk
        self.report = report
    }

    /// Finds where the root really lies; false, and a report, where it is not there.
    mutating func findRoot() -> Bool {
        do {
            resolvedRoot = try disk.resolve(root)
            return true
        } catch {
            report.add(.unreadable(reason: error.reason), at: SourceLocation(root))
            return false
        }
    }

    mutating func scan() -> SourceTree? {
        guard findRoot() else { return nil }
        tree.root = root
        for entry in list("") {
            switch entry.name {
            case "site.yml": tree.site = file(entry, in: "")
            case SourcePath.glossary: tree.glossary = file(entry, in: "")
            case "people.yml": tree.people = file(entry, in: "")
            case "redirects.yml": tree.redirects = file(entry, in: "")
            case SourcePath.accessibility: tree.accessibility = file(entry, in: "")
            case "published.tsv": tree.record = file(entry, in: "")
            case "pages" where entry.kind == .folder: scanPages()
            case "committees" where entry.kind == .folder: scanCommittees()
            case "strategies" where entry.kind == .folder: scanStrategies()
            default: unknown(entry, in: "", known: TreeScanner.rootFiles)
            }
        }
        if tree.site == nil { report.add(.noSite, at: SourceLocation(root)) }
        return tree
    }

    private mutating func scanPages() {
        let (sources, others) = deepFiles(SourcePath.pages)
        tree.pages = sources
        tree.attachments += others
    }

    private mutating func scanCommittees() {
        for entry in list(SourcePath.committees) {
            guard entry.kind == .folder else { unknown(entry, in: SourcePath.committees, known: []); continue }
            guard entry.name != "exempt" else { continue }
            guard !isLikeExempt(entry, in: SourcePath.committees), isSlug(entry, in: SourcePath.committees) else { continue }
            let relative = SourcePath.folder(ofCommittee: entry.name)
            var committee = CommitteeFolder(slug: entry.name, path: path(relative))
            for child in list(relative) {
                if child.name == SourcePath.committeeName {
                    committee.committee = file(child, in: relative)
                } else if child.kind == .folder, child.name != "exempt" {
                    if let meeting = scanMeeting(child, of: entry.name, in: relative) { committee.meetings.append(meeting) }
                } else if child.name != "exempt" {
                    unknown(child, in: relative, known: [SourcePath.committeeName])
                }
            }
            tree.committees.append(committee)
        }
    }

    private mutating func scanMeeting(_ entry: DiskEntry, of committee: String, in folder: String) -> MeetingFolder? {
        if isLikeExempt(entry, in: folder) { return nil }
        let location = SourceLocation(path(folder + entry.name))
        guard let date = Day(iso: entry.name.prefix(10)),
            entry.name.utf8.count == 10 || (entry.name.utf8.dropFirst(10).first == UInt8(ascii: "-") && entry.name.utf8.count > 11)
        else {
            report.add(.badMeetingFolder(entry.name), at: location)
            return nil
        }
        guard isSlug(entry, in: folder) else { return nil }
        return look(into: MeetingFolder(committee: committee, slug: entry.name, date: date, path: location.path, relative: folder + entry.name + "/"))
    }

    /// Looks again what lies in the folder of a meeting; nil where that are other files.
    func again(_ known: MeetingFolder) -> MeetingFolder? {
        let now = look(into: known)
        return now.files.map(\.relative) == known.files.map(\.relative) ? now : nil
    }

    private func look(into known: MeetingFolder) -> MeetingFolder {
        let own = reporting(to: Report())
        let relative = known.relative
        var meeting = MeetingFolder(committee: known.committee, slug: known.slug, date: known.date, path: known.path, relative: relative)
        let (sources, others) = own.deepFiles(relative)
        for source in sources {
            switch String(source.relative.dropFirst(relative.count)) {
            case SourcePath.agendaName: meeting.agenda = source
            case SourcePath.minutesName: meeting.minutes = source
            case SourcePath.draftMinutesName: meeting.draftMinutes = source
            case let name where name.hasPrefix(SourcePath.supplementPrefix) && !name.contains("/"): meeting.supplements.append(source)
            default: meeting.papers.append(source)
            }
        }
        meeting.attachments = others
        meeting.faults = own.report.diagnostics
        return meeting
    }

    /// The same, which says elsewhere what is wrong.
    private func reporting(to other: Report) -> TreeScanner {
        var scanner = TreeScanner(root: root, disk: disk, report: other)
        scanner.resolvedRoot = resolvedRoot
        return scanner
    }

    private mutating func scanStrategies() {
        for entry in list(SourcePath.strategies) {
            guard entry.kind == .folder else { unknown(entry, in: SourcePath.strategies, known: []); continue }
            guard entry.name != "exempt" else { continue }
            guard !isLikeExempt(entry, in: SourcePath.strategies), isSlug(entry, in: SourcePath.strategies) else { continue }
            tree.strategies.append(look(into: StrategyFolder(slug: entry.name, path: path(SourcePath.strategy(entry.name)))))
        }
    }

    /// Looks again what lies in the folder of a strategy; nil where that are other files.
    func again(_ known: StrategyFolder) -> StrategyFolder? {
        let now = look(into: known)
        return now.files.map(\.relative) == known.files.map(\.relative) ? now : nil
    }

    private func look(into known: StrategyFolder) -> StrategyFolder {
        let own = reporting(to: Report())
        var strategy = StrategyFolder(slug: known.slug, path: known.path)
        let (sources, others) = own.deepFiles(strategy.relative)
        for source in sources {
            if source.relative == strategy.relative + SourcePath.strategyName { strategy.cover = source } else { strategy.chapters.append(source) }
        }
        strategy.attachments = others
        strategy.faults = own.report.diagnostics
        return strategy
    }

    /// All files below a folder, sources and others. Those in folders `exempt` come too: their marks are looked at, and
    /// nothing else.
    private func deepFiles(_ folder: String, depth: Int = 0) -> (sources: [SourceFile], others: [SourceFile]) {
        var sources: [SourceFile] = []
        var others: [SourceFile] = []
        guard depth < TreeScanner.depthLimit else {
            report.add(.tooDeep(limit: TreeScanner.depthLimit), at: location(folder))
            return ([], [])
        }
        let isExempt = folder.split(separator: "/").contains("exempt")
        for entry in list(folder) {
            if !isExempt, isLikeExempt(entry, in: folder) || isNoPaper(entry, in: folder) { continue }
            if entry.kind == .folder {
                guard isSlug(entry, in: folder) else { continue }
                let below = deepFiles(folder + entry.name + "/", depth: depth + 1)
                sources += below.sources
                others += below.others
            } else if let file = file(entry, in: folder) {
                if !entry.name.hasSuffix(SourcePath.textEnding) {
                    others.append(file)
                } else if isDraftOfMinutes(entry, in: folder) || isSlug(entry, in: folder) {
                    sources.append(file)
                }
            }
        }
        return (sources, others)
    }

    // MARK: One entry

    private func isLikeExempt(_ entry: DiskEntry, in folder: String) -> Bool {
        guard ExemptNames.isLike(entry.name, isFolder: entry.kind == .folder) else { return false }
        report.add(.nameLikeExempt, at: SourceLocation(path(folder + entry.name)), withholdsLine: true)
        return true
    }

    /// Reports what a program left there, and a source that would be taken for an attachment: both may hold what nobody may read.
    private func isNoPaper(_ entry: DiskEntry, in folder: String) -> Bool {
        let location = SourceLocation(path(folder + entry.name))
        if let what = FileNames.leftover(entry.name) {
            report.add(.leftover(what), at: location, withholdsLine: true)
        } else if entry.kind == .file, FileNames.isMisspeltSource(entry.name) || isTextWithHead(entry, at: location.path) {
            report.add(.sourceMisnamed, at: location, withholdsLine: true)
        } else {
            return false
        }
        return true
    }

    private func isTextWithHead(_ entry: DiskEntry, at path: String) -> Bool {
        guard !entry.name.hasSuffix(".md"), FileNames.mayBeText(entry.name), entry.size <= SourceText.limit, let bytes = try? disk.read(path) else { return false }
        return FileNames.beginsWithHead(bytes)
    }

    /// Of what lies in a folder `exempt` the folder alone, since no name of an exempt file may reach a message.
    private func location(_ relative: String) -> SourceLocation {
        let parts = relative.split(separator: "/")
        guard let exempt = parts.firstIndex(of: "exempt") else { return SourceLocation(path(relative)) }
        return SourceLocation(path(parts[...exempt].joined(separator: "/")))
    }

    private func path(_ relative: String) -> String {
        let whole = root == "/" ? "/" + relative : root + "/" + relative
        return whole.hasSuffix("/") ? String(whole.dropLast()) : whole
    }

    /// The entries of a folder that are worth a look, by name as bytes, so that no disk's order shows in the site: hidden ones are left alone, and links are refused.
    private func list(_ relative: String) -> [DiskEntry] {
        do {
            let entries = try disk.entries(path(relative)).filter { !$0.name.hasPrefix(".") && isNoLink($0, in: relative) }
            return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        } catch {
            report.add(.unreadable(reason: error.reason), at: location(relative))
            return []
        }
    }

    private func isNoLink(_ entry: DiskEntry, in folder: String) -> Bool {
        guard entry.isLink else { return true }
        let own = path(folder + entry.name)
        do {
            let target = try disk.resolve(own)
            let isWithin = target == resolvedRoot || target.hasPrefix(resolvedRoot + "/")
            report.add(isWithin ? .linkWithin : .leadsOutOfTree, at: location(folder + entry.name))
        } catch {
            report.add(.unreadable(reason: error.reason), at: location(folder + entry.name))
        }
        return false
    }

    private func file(_ entry: DiskEntry, in folder: String) -> SourceFile? {
        let whole = path(folder + entry.name)
        guard entry.kind == .file else {
            report.add(.unreadable(reason: "it is not a file"), at: location(folder + entry.name))
            return nil
        }
        return SourceFile(path: whole, relative: folder + entry.name, size: entry.size)
    }

    private func isSlug(_ entry: DiskEntry, in folder: String) -> Bool {
        // No name of an exempt file may reach a message.
        if folder.split(separator: "/").contains("exempt") { return true }
        let name = entry.kind == .file && entry.name.hasSuffix(SourcePath.textEnding) ? String(entry.name.dropLast(3)) : entry.name
        let fits = !name.isEmpty && name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-") }
        if !fits { report.add(.badSlug(name), at: SourceLocation(path(folder + entry.name))) }
        return fits
    }

    /// The one name of a source that is no slug: it has no address.
    private func isDraftOfMinutes(_ entry: DiskEntry, in folder: String) -> Bool {
        entry.name == SourcePath.draftMinutesName && folder.hasPrefix(SourcePath.committees) && folder.split(separator: "/").count == 3
    }

    private func unknown(_ entry: DiskEntry, in folder: String, known: [String]) {
        report.add(.unknownFile(nearest: known.nearest(to: entry.name)), at: SourceLocation(path(folder + entry.name)))
    }
}
