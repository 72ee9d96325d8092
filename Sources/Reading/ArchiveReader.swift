import Diagnostics
import Machine
import Packs

/// Reads a whole source tree.
public struct ArchiveReader: Sendable {
    let disk: Disk

    let versions: Versions

    public init(disk: Disk = .real, versions: Versions = .git) {
        self.disk = disk
        self.versions = versions
    }

    /// The archive, and all that is wrong with it. Where there is an error the archive is not to be published.
    public func read(_ root: String) -> (archive: Archive?, diagnostics: [Diagnostic]) {
        let report = Report()
        var scanner = TreeScanner(root: root, disk: disk, report: report)
        guard let tree = scanner.scan() else { return (nil, report.diagnostics) }
        let site = SiteReader(disk: disk, report: report)
        guard let file = tree.site, let authority = site.authority(file) else { return (nil, report.diagnostics) }
        var archive = Archive(authority: authority)
        archive.glossary = tree.glossary.map(site.glossary) ?? []
        archive.people = tree.people.map(site.people) ?? []
        archive.redirects = tree.redirects.map(site.redirects) ?? []
        tree.files.forEach { archive.sources.insert($0.relative) }
        readMeetings(tree, into: &archive, report: report)
        archive.isIncomplete = report.diagnostics.contains { $0.severity == .error }
        return (archive, report.diagnostics)
    }

    private func readMeetings(_ tree: SourceTree, into archive: inout Archive, report: Report) {
        let folders = tree.committees.flatMap(\.meetings)
        let agendas = folders.concurrentMap { folder in
            let own = Report()
            let found = MeetingReader(folder: folder, disk: disk, report: own).readAgenda()
            return (found: found, diagnostics: own.diagnostics)
        }
        var exempt = ExemptSources()
        for agenda in agendas {
            report.add(agenda.diagnostics)
            agenda.found?.agendas.forEach { exempt.note($0.1, at: $0.0) }
        }
        for supplement in folders.flatMap(\.supplements) where exempt.marks(of: supplement).listedByExemptItem {
            report.add(.contradiction(.supplementOfExemptItem), at: supplement.place)
        }
        let opened = zip(folders, agendas).compactMap { folder, agenda in agenda.found.map { found in
            let isInDoubt = agenda.diagnostics.contains { ReadingProblem.doubts.contains($0.code) }
            return (folder: folder, meeting: found.meeting, isInDoubt: isInDoubt)
        } }
        let meetings = opened.concurrentMap { [exempt] draft in
            let own = Report()
            var meeting = draft.meeting
            var marks = exempt
            MeetingReader(folder: draft.folder, disk: disk, report: own).readRest(
                of: &meeting, isInDoubt: draft.isInDoubt, exempt: &marks)
            return (meeting: meeting, exempt: marks, diagnostics: own.diagnostics)
        }
        meetings.forEach {
            report.add($0.diagnostics)
            exempt.formUnion($0.exempt)
        }
        let drafts = FormerMinutes(disk: disk, versions: versions, root: tree.root).texts(of: meetings.map(\.meeting))
        let shown = meetings.map { found in
            var meeting = found.meeting
            if let draft = drafts[meeting.address] { meeting.minutes?.draft = draft }
            meeting.hideExemptPapers(exempt, report: report)
            return Meeting(meeting)
        }
        readCommittees(tree, meetings: shown, exempt: exempt, into: &archive, report: report)
        readStrategies(tree, exempt: exempt, into: &archive, report: report)
        archive.attachments = tree.attachments.compactMap { file in
            exempt.admission(of: file, report: report).map {
                Attachment(admission: $0, source: file.path, path: file.relative.withoutPagesFolder, size: file.size)
            }
        }
    }

    private func readCommittees(
        _ tree: SourceTree, meetings: [Meeting], exempt: ExemptSources, into archive: inout Archive, report: Report
    ) {
        let byCommittee = Dictionary(grouping: meetings, by: \.committee)
        let reader = CommitteeReader(disk: disk, exempt: exempt, report: report)
        archive.committees = tree.committees.compactMap { folder in
            var committee = reader.read(folder, authority: archive.authority, isOnly: tree.committees.count == 1)
            committee?.meetings = (byCommittee[folder.slug] ?? []).sorted { ($0.date, $0.slug) < ($1.date, $1.slug) }
            return committee
        }.sorted { ($0.name, $0.slug) < ($1.name, $1.slug) }
    }

    private func readStrategies(_ tree: SourceTree, exempt: ExemptSources, into archive: inout Archive, report: Report) {
        let strategies = tree.strategies.concurrentMap { folder in
            let own = Report()
            return (StrategyReader(disk: disk, exempt: exempt, report: own).read(folder), own.diagnostics)
        }
        strategies.forEach { report.add($0.1) }
        archive.strategies = strategies.compactMap(\.0).sorted { ($0.title, $0.slug) < ($1.title, $1.slug) }
        let pages = StrategyReader(disk: disk, exempt: exempt, report: report)
        archive.pages = tree.pages.compactMap { pages.readPage($0) }
    }
}

extension String {
    /// Free-standing pages stand at the root of the site, and so does what lies with them.
    var withoutPagesFolder: String { hasPrefix("pages/") ? String(dropFirst(6)) : self }
}
