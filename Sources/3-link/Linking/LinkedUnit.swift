import Diagnostics
import Markdown
import Model
import Results

/// A unit with its references resolved.
final class LinkedUnit: Sendable {
    let texts: [LinkedText]
    private let positions: [ObjectIdentifier: Int]
    /// How the parts of a meeting belong together; nil for other units.
    let parts: MeetingLinks?
    /// What each item of a meeting follows.
    let follows: [Follow]
    let diagnostics: [Diagnostic]
    /// Files that its texts link to.
    let usedFiles: Set<String>
    /// What its texts say of matters.
    let matters: UnitMatters
    /// Of this one object.
    let version = Version.next()
    private let keptFollows = KeptNumber()
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
        positions = Dictionary(texts.enumerated().map { (ObjectIdentifier($1.place.document), $0) }, uniquingKeysWith: { first, _ in first })
        matters = UnitMatters(unit, archive, tables.referenceTargets, parts, follows, texts)
        (self.diagnostics, self.usedFiles) = (diagnostics, usedFiles)
    }

    private static func texts(of unit: SourceUnit, _ archive: Archive, _ links: [ObjectIdentifier: DocumentLinks], _ context: ReferenceContext) -> [LinkedText] {
        let tables = unit.beginningsOfTables(in: archive)
        return ReferringDocuments(archive, context.tables.referenceTargets, unit).all.map { place in
            let id = ObjectIdentifier(place.document)
            var scanner = ReferenceScanner(place, links: links[id] ?? .none, context: context)
            return LinkedText(place, links[id] ?? .none, scanner.scan(), beginningOfTables: tables[id])
        }
    }

    subscript(document: Document) -> LinkedText? { positions[ObjectIdentifier(document)].map { texts[$0] } }
}

/// A text with its references resolved.
final class LinkedText: Sendable {
    let place: ReferringDocument
    let links: DocumentLinks
    let found: ScannedDocument
    let marks: DocumentLinkMarks
    /// What stands before `table-2.csv` in the path of a table's file; nil for a text without tables.
    let beginningOfTables: String?

    init(_ place: ReferringDocument, _ links: DocumentLinks, _ found: ScannedDocument, beginningOfTables: String?) {
        (self.place, self.links, self.found, self.beginningOfTables) = (place, links, found, beginningOfTables)
        marks = DocumentLinkMarks(found)
    }
}

// Numbers for what is drawn from the texts of all units: where they are the same, so is that.

extension LinkedUnit {
    /// For the meanings that its texts give to terms.
    var definitions: UInt64 {
        keptDefinitions.value { Digest.joining(texts.map { Digest.of($0.found.definitions) }) }
    }

    /// For what belongs together in a meeting, and what its items follow.
    var following: UInt64 {
        keptFollows.value { Digest.joining([Digest.of(parts), Digest.of(follows.map(\.destination))] + follows.map { UInt64($0.item) }) }
    }

    /// For what its texts say of matters.
    var continuing: UInt64 { keptMatters.value { matters.number } }

    /// For the headings of its texts, and all else in them that links can lead to.
    var places: UInt64 { keptPlaces.value { Digest.joining(texts.map { Digest.of($0.place.document.places) }) } }
}
