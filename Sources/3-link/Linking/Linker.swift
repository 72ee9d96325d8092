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
        let names = units.map { $0.address(in: archive).path }
        let versions = memory == nil ? [] : units.map { $0.version(in: archive) }
        let sources = Array(units.indices).concurrentMap { at in
            memory.value(of: Question("sources", names[at]), from: [versions[at]]) { units[at].sources(in: archive) }
        }
        let tables = memory.value(of: Question("tables"), from: [archive.outline]) { LinkTables(archive, units, sources) }
        let now = SourcesNow(tables, sources)
        self.tables = tables
        self.units = Array(units.indices).concurrentMap { at in
            memory.value(of: Question("unit", names[at]), from: [versions[at], tables.version], answer: now.answer) { LinkedUnit(units[at], archive, tables, now) }
        }
    }

    func linked() -> (linked: LinkedArchive, diagnostics: [Diagnostic]) {
        let published = publishedAttachments()
        let linked = LinkedArchive(archive, tables, units, references: references(), attachments: published.files)
        let circles = ReferenceCycle.find(in: archive, units)
        memory?.forgetUnused()
        return (linked, tables.diagnostics + units.flatMap(\.diagnostics) + circles + published.unused)
    }

    private func references() -> References {
        let readings = units.flatMap(\.readings)
        let (documents, scans) = (readings.map(\.document), readings.map(\.found))
        let terms = memory.value(of: Question("terms"), from: [tables.version, Digest.joining(units.map(\.definitions))]) { TermNumbers(tables.glossary, scans) }
        let ways = memory.value(of: Question("ways back"), from: [tables.version, terms.version, Digest.joining(units.map(\.references))]) {
            WaysBack(documents, scans, terms)
        }
        let lineage = memory.value(of: Question("lineage"), from: [tables.version, Digest.joining(units.map(\.matters))]) {
            LineageBuilder(archive, tables.referenceTargets, units).lineage
        }
        return References(documents, scans, tables, terms, ways, lineage)
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
