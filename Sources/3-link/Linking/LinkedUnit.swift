import Diagnostics
import Markdown
import Model
import Results

/// A unit with its references resolved.
final class LinkedUnit: Sendable {
    let texts: [LinkedText]
    /// How the parts of a meeting belong together; nil for other units.
    let parts: MeetingLinks?
    /// What each item of a meeting follows.
    let follows: [Follow]
    let diagnostics: [Diagnostic]
    /// Files that its texts link to.
    let usedFiles: Set<String>
    private let keptReferences = KeptNumber()
    private let keptDefinitions = KeptNumber()
    private let keptMatters = KeptNumber()
    private let keptPlaces = KeptNumber()

    /// That an item follows something.
    struct Follow: Sendable {
        /// In `Meeting.everyItem`.
        let item: Int
        let destination: Destination
    }

    init(_ unit: SourceUnit, _ archive: Archive, _ tables: LinkTables, _ sources: SourcesNow) {
        let meeting = unit.meeting(in: archive)
        var (diagnostics, usedFiles): ([Diagnostic], Set<String>) = ([], [])
        var links: [ObjectIdentifier: DocumentLinks] = [:]
        for text in unit.textsWithLinks(in: archive) {
            var resolver = LinkResolver(archive, tables, sources, source: text.source, meeting: meeting)
            links[ObjectIdentifier(text.document)] = resolver.resolve(text.document)
            diagnostics += resolver.diagnostics
            usedFiles.formUnion(resolver.usedFiles)
        }
        let destination = { (link: NamedLink) in links[ObjectIdentifier(link.document)]?.links[link.link] ?? .words }
        parts = meeting.map { MeetingLinks($0, resolve: destination, report: &diagnostics) }
        follows = (meeting?.everyItem ?? []).enumerated().flatMap { at, item in
            (item.open?.follows ?? []).map { Follow(item: at, destination: destination($0)) }
        }
        texts = LinkedUnit.texts(of: unit, archive, links, ReferenceContext(archive, tables, parts: parts))
        (self.diagnostics, self.usedFiles) = (diagnostics, usedFiles)
    }

    /// Those that plain words are looked for in, then the others that have links or tables.
    private static func texts(of unit: SourceUnit, _ archive: Archive, _ links: [ObjectIdentifier: DocumentLinks], _ context: ReferenceContext) -> [LinkedText] {
        let tables = unit.beginningsOfTables(in: archive)
        let linked = { (document: Document, reading: (ReferringDocument, ScannedDocument)?) in
            let id = ObjectIdentifier(document)
            return LinkedText(document, links[id] ?? .none, reading, tables: tables[id])
        }
        let read = ReferringDocuments(archive, context.tables.referenceTargets, unit).all.map { text in
            var scanner = ReferenceScanner(text, links: links[ObjectIdentifier(text.document)] ?? .none, context: context)
            return linked(text.document, (text, scanner.scan()))
        }
        let known = Set(read.map { ObjectIdentifier($0.document) })
        let others = unit.documents(in: archive).filter { document in
            let id = ObjectIdentifier(document)
            return !known.contains(id) && (links[id] != nil || tables[id] != nil)
        }
        return read + others.map { linked($0, nil) }
    }
}

/// A text with its references resolved.
final class LinkedText: Sendable {
    let document: Document
    let links: DocumentLinks
    /// Where it stands and what it refers to in plain words; nil where nobody looks for these.
    let reading: (document: ReferringDocument, found: ScannedDocument)?
    let marks: DocumentLinkMarks
    /// What stands before `table-2.csv` in the path of a table's file; nil for a text without tables.
    let beginningOfTables: String?

    init(_ document: Document, _ links: DocumentLinks, _ reading: (ReferringDocument, ScannedDocument)?, tables: String?) {
        (self.document, self.links, beginningOfTables) = (document, links, tables)
        self.reading = reading
        marks = reading.map { DocumentLinkMarks($0.1) } ?? DocumentLinkMarks()
    }
}

// Numbers for what is drawn from the texts of all units: where they are the same, so is that.

extension LinkedUnit {
    /// For the meanings that its texts give to terms.
    var definitions: UInt64 {
        keptDefinitions.value { Digest.joining(readings.map { Digest.of($0.found.definitions) }) }
    }

    /// For what its texts refer to, and where in them.
    var references: UInt64 {
        keptReferences.value {
            Digest.joining(readings.flatMap { reading in
                [UInt64(reading.found.references.count)] + reading.found.references.map { UInt64.joining($0.target, $0.section) }
                    + reading.found.terms.map { UInt64.joining($0.term, $0.section) }
            })
        }
    }

    /// For what belongs together in a meeting, and to other meetings.
    var matters: UInt64 {
        keptMatters.value { Digest.joining([references, Digest.of(parts), Digest.of(follows.map(\.destination))] + follows.map { UInt64($0.item) }) }
    }

    /// For the headings of its texts, and all else in them that links can lead to.
    var places: UInt64 { keptPlaces.value { Digest.joining(texts.map { Digest.of($0.document.places) }) } }

    var readings: [(document: ReferringDocument, found: ScannedDocument)] { texts.compactMap(\.reading) }
}

extension UInt64 {
    fileprivate static func joining(_ high: Int32, _ low: Int32) -> UInt64 { UInt64(UInt32(bitPattern: high)) << 32 | UInt64(UInt32(bitPattern: low)) }
}
