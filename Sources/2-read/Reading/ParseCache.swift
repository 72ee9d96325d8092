import Model

/// Sources of one folder that were read before, kept for when others of the folder have changed.
///
/// Only what may be published is kept: whether a paper is exempt is asked each time.
struct ParseCache: Sendable {
    private struct Known<Value: Sendable>: Sendable {
        let value: Value
        let notes: ReadingNotes
    }

    private var papers: [String: (question: PaperQuestion, known: Known<Paper>)] = [:]
    private var chapters: [String: Known<Chapter>] = [:]
    private var chaptersShareAPage: Bool?
    private var minutes: [String: Known<Minutes>] = [:]

    /// Forgets what may have changed.
    ///
    /// - Parameter paths: From the root of the source tree.
    mutating func forget(_ paths: [String]) {
        for path in paths {
            papers[path] = nil
            chapters[path] = nil
            minutes[path] = nil
        }
    }

    /// What chapters are called on a page depends on whether they share it.
    mutating func expectChapters(onOnePage shareAPage: Bool) {
        if chaptersShareAPage != shareAPage { chapters = [:] }
        chaptersShareAPage = shareAPage
    }

    func paper(_ file: SourceFile, _ question: PaperQuestion, report: Report) -> Paper? {
        guard let (asked, known) = papers[file.relative], asked == question else { return nil }
        report.add(known.notes)
        return known.value
    }

    mutating func keep(_ paper: Paper, _ file: SourceFile, _ question: PaperQuestion, _ notes: ReadingNotes) {
        papers[file.relative] = (question, Known(value: paper, notes: notes))
    }

    mutating func chapter(_ file: SourceFile, report: Report, read: (Report) -> Chapter?) -> Chapter? {
        ParseCache.value(file, &chapters, report, read)
    }

    mutating func minutes(_ file: SourceFile, report: Report, read: (Report) -> Minutes?) -> Minutes? {
        ParseCache.value(file, &minutes, report, read)
    }

    private static func value<Value>(
        _ file: SourceFile, _ all: inout [String: Known<Value>], _ report: Report, _ read: (Report) -> Value?
    ) -> Value? {
        if let known = all[file.relative] {
            report.add(known.notes)
            return known.value
        }
        let own = Report()
        let value = read(own)
        report.add(own.notes)
        all[file.relative] = value.map { Known(value: $0, notes: own.notes) }
        return value
    }
}

/// All that decides, beside the file itself, whether a paper may be published.
struct PaperQuestion: Sendable, Equatable {
    private let marks: ExemptionMarks
    private let isListedByOpenItem: Bool
    private let isCalledExempt: Bool
    private let hasExemptItem: Bool

    init(_ file: SourceFile, _ exempt: ExemptSources, hasExemptItem: Bool) {
        marks = exempt.marks(of: file)
        isListedByOpenItem = exempt.isListedByOpenItem(file)
        isCalledExempt = exempt.isCalledExempt(file)
        self.hasExemptItem = hasExemptItem
    }
}
