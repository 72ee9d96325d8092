import Markdown
import Model
import Results

/// Where something is referred to.
package struct Backlink: Sendable, Hashable {
    /// A position in `References.documents`.
    package let document: Int32
    /// Where in that document.
    package let section: ReferringDocument.Section
}

/// The marks of one document, in the order of its text.
package struct DocumentLinkMarks: Sendable {
    package private(set) var stretches: [TextStretch] = []
    /// What each of them means.
    package private(set) var targets: [LinkMark.Target] = []
    /// What `LinkMark.Target.place` counts.
    package private(set) var places: [Destination] = []
    /// What `LinkMark.Target.term` counts below zero.
    let definitions: [TermMeaning]

    init() { definitions = [] }

    init(_ found: ScannedDocument) {
        let marks = found.marks.sorted { ($0.stretch.event, $0.stretch.start) < ($1.stretch.event, $1.stretch.start) }
        (stretches, targets, places) = (marks.map(\.stretch), marks.map(\.target), found.places)
        definitions = found.definitions
    }
}

/// What the texts of the archive refer to in plain words and in links, both ways.
package struct References: Sendable {
    package let documents: [ReferringDocument]
    package let referenceTargets: ReferenceTargetTable
    package let lineage: Lineage
    private let terms: TermNumbers
    private let ways: WaysBack
    /// For each of `documents`.
    private let texts: [LinkedText]

    /// - Parameter texts: All in which plain words were looked for, in the order of the archive.
    init(_ texts: [LinkedText], _ tables: LinkTables, _ terms: TermNumbers, _ ways: WaysBack, _ lineage: Lineage) {
        self.texts = texts
        documents = texts.map(\.place)
        referenceTargets = tables.referenceTargets.table
        (self.terms, self.ways, self.lineage) = (terms, ways, lineage)
    }

    /// Where a thing is referred to, in the order of the archive.
    package func backlinks(to referenceTarget: ReferenceTargetTable.Number) -> [Backlink] {
        Asking.note(question(ofLinksTo: referenceTarget))
        return ways.backlinks[referenceTarget] ?? []
    }

    /// The matter that the text of an agenda item or a minute belongs to; nil for other texts.
    package func matter(of backlink: Backlink) -> ReferenceTargetTable.Number? {
        let document = documents[Int(backlink.document)]
        guard let first = document.firstInSection, backlink.section >= 0 else { return nil }
        return lineage.matter(of: first + backlink.section)
    }

    // MARK: Terms

    /// Terms with their meanings, each pair once: the glossary's, then those that texts give themselves.
    package var meanings: [TermMeaning] { terms.meanings }

    /// By meaning: what its explanation is called on a page.
    package var anchors: [String] { terms.anchors }

    /// Where a meaning of a term is used: once for each document, where it stands first.
    package func uses(of meaning: Int) -> [Backlink] {
        Asking.note(question(ofUsesOf: meaning))
        return ways.uses[meaning]
    }

    /// The meaning that an entry of the glossary gives.
    package func meaning(ofEntry entry: Int) -> Int { Int(terms.ofEntries[entry]) }

    /// The meaning of a term that a document marks.
    package func meaning(of term: Int32, in marks: DocumentLinkMarks) -> Int { terms.number(of: term, marks.definitions) }

    // MARK: For reports

    /// How often references of each kind led somewhere.
    package var counts: [ReferenceTarget.Kind: ReferenceCount] {
        texts.reduce(into: [:]) { counts, text in
            for (kind, count) in text.found.counts { counts[kind, default: ReferenceCount()].add(count) }
        }
    }

    /// What could mean several things, or nothing.
    package var open: [OpenReference] { texts.flatMap(\.found.open) }
}

extension ReferenceCount {
    fileprivate mutating func add(_ other: ReferenceCount) {
        resolved += other.resolved
        ambiguous += other.ambiguous
        unresolved += other.unresolved
    }
}
