import Diagnostics
import Platform
import Model

/// A meeting's folder with all that was read of it: what of it is still right need not be read again.
struct MeetingUnit: Sendable {
    var folder: MeetingFolder
    /// nil where it must be read.
    private(set) var agenda: ReadAgenda?
    private(set) var rest: ReadRest?
    private(set) var meeting: Meeting?
    /// nil where none were read yet.
    private var texts: FolderTexts?
    /// All that is wrong with it.
    private(set) var diagnostics: [Diagnostic] = []

    /// The meeting with its agenda, and what that says of exemption. An object, as units are handed on more often than they are looked into.
    final class ReadAgenda: Sendable {
        let meeting: MeetingDraft?
        let exempt: ExemptSources
        /// By the path of an agenda or supplement: its lines that are not published.
        let withheld: [String: [Range<Int>]]
        let diagnostics: [Diagnostic]

        init(_ meeting: MeetingDraft?, _ exempt: ExemptSources, _ withheld: [String: [Range<Int>]], _ diagnostics: [Diagnostic]) {
            (self.meeting, self.exempt, self.withheld, self.diagnostics) = (meeting, exempt, withheld, diagnostics)
        }

        var isInDoubt: Bool { diagnostics.contains { ReadingProblem.doubts.contains($0.code) } }
    }

    /// The meeting with its minutes and papers.
    final class ReadRest: Sendable {
        let meeting: MeetingDraft?
        /// Papers that say themselves that they are exempt.
        let exempt: ExemptSources
        let diagnostics: [Diagnostic]

        init(_ meeting: MeetingDraft?, _ exempt: ExemptSources, _ diagnostics: [Diagnostic]) {
            (self.meeting, self.exempt, self.diagnostics) = (meeting, exempt, diagnostics)
        }
    }

    init(_ folder: MeetingFolder) { self.folder = folder }

    // MARK: Forgetting

    /// Forgets what some changes can affect.
    ///
    /// - Parameter paths: From the root of the source tree, each within this folder.
    mutating func forget(_ paths: [String]) {
        let sources = Set(folder.files.map(\.relative))
        let agendas = Set(([folder.agenda].compactMap(\.self) + folder.supplements).map(\.relative))
        if paths.contains(where: { agendas.contains($0) || !sources.contains($0) }) { agenda = nil }
        forgetRest()
    }

    /// Other agendas say now of a source that it is exempt, or say it no longer.
    mutating func forgetRest() {
        rest = nil
        meeting = nil
    }

    /// Other papers are exempt now.
    mutating func forgetLinks() { meeting = nil }

    // MARK: Reading

    func readingAgenda(_ disk: Disk, _ promises: Promises) -> MeetingUnit {
        var unit = self
        let report = Report()
        let found = MeetingReader(folder: folder, disk: disk, report: report, promises: promises).readAgenda()
        var exempt = ExemptSources()
        found?.agendas.forEach { exempt.note($0.1, at: $0.0) }
        let withheld = (found?.agendas ?? []).map { ($0.0.path, $0.1.withheldLines) }
        unit.agenda = ReadAgenda(found?.meeting, exempt, Dictionary(withheld, uniquingKeysWith: { first, _ in first }), report.diagnostics)
        return unit
    }

    /// - Parameters:
    ///   - exempt: What all agendas say.
    ///   - store: Where builds keep texts; nil where they are kept in memory.
    func readingRest(_ disk: Disk, _ exempt: ExemptSources, _ promises: Promises, _ store: TextStore?) -> MeetingUnit {
        var unit = self
        let report = Report()
        for supplement in folder.supplements where exempt.marks(of: supplement).listedByExemptItem {
            report.add(.contradiction(.supplementOfExemptItem), at: supplement.location)
        }
        var marks = exempt
        var meeting = agenda?.meeting
        if var draft = meeting {
            var reader = MeetingReader(folder: folder, disk: disk, report: report, promises: promises, texts: store.texts(of: folder.relative, after: texts))
            reader.readRest(of: &draft, isInDoubt: agenda?.isInDoubt ?? true, exempt: &marks)
            unit.texts = store.keep(reader.texts, of: folder.relative)
            meeting = draft
        }
        unit.rest = ReadRest(meeting, marks.stemsAlone, report.diagnostics)
        return unit
    }

    /// The minutes as they were before they were approved.
    mutating func add(draft: [TextParagraph]) {
        guard let read = rest, var meeting = read.meeting else { return }
        meeting.minutes?.draft = draft
        rest = ReadRest(meeting, read.exempt, read.diagnostics)
    }

    /// Makes the meeting that goes on from here, without the links to exempt papers.
    mutating func finish(_ exempt: ExemptSources) {
        diagnostics = noted
        guard var draft = rest?.meeting else { return }
        let report = Report()
        draft.hideExemptPapers(exempt, report: report)
        meeting = Meeting(draft)
        diagnostics = noted + report.diagnostics
    }

    /// Notes which of its sources are published.
    func note(in all: inout WithheldSources) {
        let papers = Set((meeting?.papers ?? []).map(\.location.path) + (meeting.map { $0.attachments + $0.papers.flatMap(\.attachments) } ?? []).map(\.source))
        for file in folder.files where file != folder.draftMinutes {
            let lines = agenda?.withheld[file.path] ?? (file == folder.minutes ? meeting?.minutes?.withheldLines ?? [] : [])
            let source = WithheldSources.Source(path: file.path, relative: file.relative, lines: lines)
            let isOpen = agenda?.withheld[file.path] != nil || file == folder.minutes && meeting?.minutes != nil || papers.contains(file.path)
            if isOpen { all.open.append(source) }
            if !isOpen || !lines.isEmpty { all.sources.append(source) }
        }
    }

    private var noted: [Diagnostic] { folder.faults + (agenda?.diagnostics ?? []) + (rest?.diagnostics ?? []) }
}
