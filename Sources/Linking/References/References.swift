import Machine
import Markdown
import Packs

/// Where something is referred to.
public struct Backlink: Sendable, Hashable {
    /// A position in `References.documents`.
    public let document: Int32
    /// Where in that document.
    public let section: ReferringDocument.Section
}

/// The marks of one document, in the order of its text.
public struct DocumentMarks: Sendable {
    public var stretches: [TextStretch] = []
    /// What each of them means.
    public var targets: [Mark.Target] = []
    /// What `Mark.Target.place` counts.
    public var places: [Destination] = []
}

/// What the texts of the archive refer to in plain words and in links, both ways.
public struct References: Sendable {
    public let documents: [ReferringDocument]
    public let things: ThingTable
    /// Terms with their meanings, each pair once: the glossary's, then those that texts give themselves.
    public private(set) var meanings: [TermMeaning] = []
    /// By meaning: what its explanation is called on a page.
    public private(set) var anchors: [String] = []
    public private(set) var counts: [Thing.Kind: ReferenceCount] = [:]
    /// What could mean several things, or nothing.
    public private(set) var open: [OpenReference] = []
    public private(set) var lineage = Lineage()

    private var marks: [ObjectIdentifier: DocumentMarks] = [:]
    private var backlinks: [ThingTable.Number: [Backlink]] = [:]
    /// By meaning.
    private var uses: [[Backlink]] = []
    private var moversByMinutes: [Address: [Mover]] = [:]
    /// By position in the glossary, the meaning.
    private var meaningOfEntry: [Int32] = []
    private var numberOfMeaning: [TermMeaning: Int32] = [:]
    private var takenAnchors: Set<String> = []

    init(_ archive: Archive, people: People, meetings: [Address: MeetingLinks], links: (Document) -> DocumentLinks) {
        let things = ArchiveThings(archive, people: people)
        self.things = things.table
        documents = ReferringDocuments(archive, things).all
        let context = ReferenceContext(archive, people: people, things: things, meetings: meetings)
        let work = documents.map { ($0, links($0.document)) }
        let scanned = work.concurrentMap { document, links in
            var scanner = ReferenceScanner(document, links: links, context: context)
            return scanner.scan()
        }
        for entry in archive.glossary {
            meaningOfEntry.append(number(of: TermMeaning(term: entry.term, meaning: entry.meaning, isInGlossary: true)))
        }
        for (position, found) in scanned.enumerated() { merge(found, at: Int32(position)) }
        var lineage = LineageBuilder(archive, things, meetings)
        lineage.addFollows { links($0.document).links[$0.link] }
        for (document, found) in zip(documents, scanned) { lineage.add(found, of: document) }
        self.lineage = lineage.lineage()
    }

    // MARK: Asking

    public func marks(of document: Document) -> DocumentMarks { marks[ObjectIdentifier(document)] ?? DocumentMarks() }

    /// Where a thing is referred to, in the order of the archive.
    public func backlinks(to thing: ThingTable.Number) -> [Backlink] { backlinks[thing] ?? [] }

    /// The matter that the text of an agenda item or a minute belongs to; nil for other texts.
    public func matter(of backlink: Backlink) -> ThingTable.Number? {
        let document = documents[Int(backlink.document)]
        guard let first = document.firstInSection, backlink.section >= 0 else { return nil }
        return lineage.matter(of: first + backlink.section)
    }

    /// Where a meaning of a term is used: once for each document, where it stands first.
    public func uses(of meaning: Int) -> [Backlink] { uses[meaning] }

    /// The meaning that an entry of the glossary gives.
    public func meaning(ofEntry entry: Int) -> Int { Int(meaningOfEntry[entry]) }

    /// Who moved and seconded what, by the minutes' page.
    public func movers(in minutes: Address) -> [Mover] { moversByMinutes[minutes] ?? [] }

    // MARK: Gathering

    private mutating func merge(_ found: ScannedDocument, at position: Int32) {
        let document = documents[Int(position)]
        let local = found.definitions.map { number(of: $0) }
        let meaning = { (term: Int32, entries: [Int32]) in term < 0 ? local[Int(-term - 1)] : entries[Int(term)] }
        if !found.marks.isEmpty {
            var marks = found.marks
            for at in marks.indices {
                if case .term(let term) = marks[at].target { marks[at].target = .term(meaning(term, meaningOfEntry)) }
            }
            marks.sort { ($0.stretch.event, $0.stretch.start) < ($1.stretch.event, $1.stretch.start) }
            self.marks[ObjectIdentifier(document.document)] = DocumentMarks(
                stretches: marks.map(\.stretch), targets: marks.map(\.target), places: found.places)
        }
        for reference in found.references where !isKnown(reference, of: document) {
            backlinks[reference.target, default: []].append(Backlink(document: position, section: reference.section))
        }
        for term in found.terms {
            let number = Int(meaning(term.term, meaningOfEntry))
            // The properties of a paper are documents of their own, and stand on its page.
            if let last = uses[number].last, documents[Int(last.document)].address == document.address, term.section < 0 { continue }
            uses[number].append(Backlink(document: position, section: term.section))
        }
        if !found.movers.isEmpty { moversByMinutes[document.address] = found.movers }
        for (kind, count) in found.counts {
            counts[kind, default: ReferenceCount()].resolved += count.resolved
            counts[kind, default: ReferenceCount()].ambiguous += count.ambiguous
            counts[kind, default: ReferenceCount()].unresolved += count.unresolved
        }
        open += found.open
    }

    /// The properties of a paper are documents of their own, and stand on its page: what the paper's text said before is not
    /// said a second time.
    private func isKnown(_ reference: ScannedDocument.Reference, of document: ReferringDocument) -> Bool {
        guard case .paper = document.kind, reference.section < 0, let known = backlinks[reference.target] else { return false }
        return known.reversed().prefix { documents[Int($0.document)].own == document.own }.contains { $0.section < 0 }
    }

    private mutating func number(of meaning: TermMeaning) -> Int32 {
        // The glossary's word stands where a text gives the same meaning.
        let key = TermMeaning(term: meaning.term, meaning: meaning.meaning, isInGlossary: true)
        if let known = numberOfMeaning[key] { return known }
        let number = Int32(meanings.count)
        numberOfMeaning[key] = number
        meanings.append(meaning)
        // Terms that differ in signs alone, or meanings in what comes late, would share one.
        var anchor = meaning.anchor
        if !takenAnchors.insert(anchor).inserted {
            anchor += "--\(number)"
            takenAnchors.insert(anchor)
        }
        anchors.append(anchor)
        uses.append([])
        return number
    }
}
