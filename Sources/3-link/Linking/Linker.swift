import Diagnostics
import Markdown
import Model
import Platform
import Results

/// Links the units of an archive, each for itself, and draws from all of them what they say of each other.
struct Linker {
    private let archive: Archive
    private let memory: Memory?
    private let tables: LinkTables
    private let units: [LinkedUnit]

    /// - Parameter memory: What was linked before; nil where nothing is to be linked again.
    init(_ archive: Archive, keeping memory: Memory?) {
        (self.archive, self.memory) = (archive, memory)
        let units = SourceUnit.all(of: archive)
        let versions = memory == nil ? Array(repeating: 0, count: units.count) : units.map { $0.version(in: archive) }
        let sources = memory.values(of: Question("sources"), from: [], each: versions) { units[$0].sources(in: archive) }
        let tables = memory.value(of: Question("tables"), from: [archive.outline]) { LinkTables(archive, units, sources) }
        let now = SourcesNow(tables, sources)
        self.tables = tables
        self.units = memory.values(of: Question("units"), from: [tables.version], each: versions, answer: { now.answer($0) }) {
            LinkedUnit(units[$0], archive, tables, now)
        }
    }

    func linked() -> (linked: LinkedArchive, diagnostics: [Diagnostic]) {
        let published = publishedAttachments()
        let linked = LinkedArchive(archive, tables, units, references: references(), attachments: published.files)
        let circles = memory.value(of: Question("circles"), from: [tables.version, Digest.joining(units.map(\.following))]) { ReferenceCycle.find(in: archive, units) }
        memory?.forgetUnused()
        // The lines on which items stand are no part of what they follow.
        let found = circles.isEmpty ? [] : ReferenceCycle.find(in: archive, units)
        return (linked, tables.diagnostics + units.flatMap(\.diagnostics) + found + published.unused)
    }

    private func references() -> References {
        let texts = units.flatMap(\.texts)
        let terms = memory.value(of: Question("terms"), from: [tables.version, Digest.joining(units.map(\.definitions))]) { TermNumbers(tables.glossary, texts) }
        let ways = memory.gathered(of: Question("ways back"), from: [tables.version, terms.version], units, each: \.version) { WaysBack(terms, of: units) }
        let lineage = memory.value(of: Question("lineage"), from: [tables.version, Digest.joining(units.map(\.continuing))]) {
            Lineage(units.map(\.matters), tables.referenceTargets.table)
        }
        return References(texts, tables, terms, ways, lineage)
    }

    /// The files of papers' folders, and those that a source links to.
    private func publishedAttachments() -> (files: [Attachment], unused: [Diagnostic]) {
        let used = units.reduce(into: Set<String>()) { $0.formUnion($1.usedFiles) }
        return memory.value(of: Question("attachments"), from: [tables.version, Digest.of(used.sorted())]) {
            let meetings = archive.committees.flatMap(\.meetings)
            let papers = meetings.flatMap(\.papers).flatMap(\.attachments)
            let loose = meetings.flatMap(\.attachments) + archive.strategies.flatMap(\.attachments)
            let isUsed = { (file: Attachment) in used.contains(file.path) }
            let isUsedByPage = { (file: Attachment) in used.contains(SourcePath.pages + file.path) }
            let unused = loose.filter { !isUsed($0) } + archive.attachments.filter { !isUsedByPage($0) }
            return (
                papers + loose.filter(isUsed) + archive.attachments.filter(isUsedByPage),
                unused.map { Diagnostic(LinkingProblem.unusedAttachment, at: SourceLocation($0.source)) }
            )
        }
    }
}
