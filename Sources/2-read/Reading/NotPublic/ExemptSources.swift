import Diagnostics
import Model

/// What the agendas say of the exemption of sources: gathered from all of them before any other text is read.
struct ExemptSources: Sendable, Equatable {
    /// Paths from the root of the source tree.
    private var exempt: Set<String> = []
    private var open: Set<String> = []
    /// What a link in the open text of an agenda calls exempt.
    private var calledExempt: Set<String> = []
    /// Papers whose heads say that they are exempt: what lies in their folders is exempt too.
    private var exemptStems: Set<String> = []
    /// The folders and names, without endings, of what agendas call exempt, and of papers that say it themselves.
    private var listedNames: Set<String> = []
    private var stemNames: Set<String> = []

    /// Notes where the links of an agenda lead.
    mutating func note(_ agenda: Agenda, at file: SourceFile) {
        let linked = agenda.exemptLinks.compactMap { SourcePath.target(of: $0, from: file.relative) }
        let own = linked.filter(ExemptSources.canBeExempt)
        exempt.formUnion(own)
        listedNames.formUnion(own.map(FileNames.folded))
        open.formUnion(agenda.openLinks.compactMap { SourcePath.target(of: $0, from: file.relative) })
        calledExempt.formUnion(agenda.calledExempt.compactMap { SourcePath.target(of: $0, from: file.relative) })
    }

    /// A link can make a paper, a supplement or an attachment exempt; that an exempt item continues some minutes, or names
    /// a strategy, does not unpublish these.
    private static func canBeExempt(_ path: String) -> Bool {
        guard path.hasSuffix(".md") else { return true }
        let parts = path.split(separator: "/")
        return parts.count > 3 && path.hasPrefix(SourcePath.committees) && !(parts.count == 4 && [SourcePath.agendaName, SourcePath.minutesName, SourcePath.draftMinutesName].contains(String(parts[3])))
    }

    mutating func noteExempt(_ file: SourceFile) {
        exemptStems.insert(file.stem)
        stemNames.insert(FileNames.folded(file.relative))
    }

    /// Takes over what was learned elsewhere.
    mutating func formUnion(_ other: ExemptSources) {
        exempt.formUnion(other.exempt)
        open.formUnion(other.open)
        calledExempt.formUnion(other.calledExempt)
        exemptStems.formUnion(other.exemptStems)
        listedNames.formUnion(other.listedNames)
        stemNames.formUnion(other.stemNames)
    }

    /// The papers alone whose heads say that they are exempt.
    var stemsAlone: ExemptSources {
        var stems = ExemptSources()
        stems.exemptStems = exemptStems
        stems.stemNames = stemNames
        return stems
    }

    /// The paths of which two say something else.
    func differences(from other: ExemptSources) -> Set<String> {
        exempt.symmetricDifference(other.exempt).union(open.symmetricDifference(other.open)).union(calledExempt.symmetricDifference(other.calledExempt))
    }

    /// Whether the words of a link in an open text say that a file is exempt.
    func isCalledExempt(_ file: SourceFile) -> Bool { calledExempt.contains(file.relative) }

    /// All that can be known about a file without opening it.
    func marks(of file: SourceFile) -> ExemptionMarks {
        var marks = ExemptionMarks(of: file.relative)
        if liesWithExemptPaper(file) { marks.inExemptFolder = true }
        marks.listedByExemptItem = exempt.contains(file.relative)
        marks.listedByOpenItem = open.contains(file.relative)
        return marks
    }

    /// Whether an open item lists a file, or the paper in whose folder it lies.
    func isListedByOpenItem(_ file: SourceFile) -> Bool {
        var path = Substring(file.stem)
        while true {
            if open.contains(path + ".md") { return true }
            guard let slash = path.lastIndex(of: "/") else { return false }
            path = path[..<slash]
        }
    }

    /// The leave to publish a source that has no classification of its own; nil where it is exempt.
    func admission(of file: SourceFile, report: Report) -> Admission? {
        switch marks(of: file).ruling() {
        case .open(let admission):
            guard let doubt = doubt(of: file) else { return admission }
            report.add(doubt, at: file.location, withholdsLine: true)
            return nil
        case .notPublic: return nil
        case .contradiction(let contradiction):
            report.add(.contradiction(contradiction), at: file.location, withholdsLine: true)
            return nil
        }
    }

    /// Why a file that nothing marks may be exempt all the same: it has the name of something exempt beside it, and is most likely the same in
    /// another format; or a link says so.
    private func doubt(of file: SourceFile) -> ReadingProblem? {
        if isCalledExempt(file) { return .linkSaysExempt }
        if file.relative.hasSuffix(".md") || listedNames.isEmpty && stemNames.isEmpty { return nil }
        let name = FileNames.folded(file.relative)
        return listedNames.contains(name) || stemNames.contains(name) ? .besideExemptPaper : nil
    }

    /// True in the folder of a paper that is exempt, however deep.
    private func liesWithExemptPaper(_ file: SourceFile) -> Bool {
        var path = Substring(file.relative)
        while let slash = path.lastIndex(of: "/") {
            path = path[..<slash]
            if exempt.contains(path + ".md") || exemptStems.contains(String(path)) { return true }
        }
        return false
    }
}

extension ExemptSources {
    /// Whether a link of an agenda leads to a source that is exempt.
    func isExempt(_ destination: String, from file: String) -> Bool {
        guard let path = SourcePath.target(of: destination, from: file) else { return false }
        if path.hasSuffix(".md"), exemptStems.contains(String(path.dropLast(3))) { return true }
        var marks = marks(of: SourceFile(path: path, relative: path, size: 0))
        marks.listedByOpenItem = false
        if case .open = marks.ruling() { return false }
        return true
    }
}
