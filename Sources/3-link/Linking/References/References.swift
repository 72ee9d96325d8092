import Platform
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
    package var stretches: [TextStretch] = []
    /// What each of them means.
    package var targets: [LinkMark.Target] = []
    /// What `LinkMark.Target.location` counts.
    package var places: [Destination] = []
}

/// What the texts of the archive refer to in plain words and in links, both ways.
package struct References: Sendable {
    package internal(set) var documents: [ReferringDocument]
    package let referenceTargets: ReferenceTargetTable
    /// Terms with their meanings, each pair once: the glossary's, then those that texts give themselves.
    package private(set) var meanings: [TermMeaning] = []
    /// By meaning: what its explanation is called on a page.
    package private(set) var anchors: [String] = []
    package private(set) var counts: [ReferenceTarget.Kind: ReferenceCount] = [:]
    package internal(set) var lineage = Lineage()

    private var marks: [ObjectIdentifier: DocumentLinkMarks] = [:]
    private var backlinks: [ReferenceTargetTable.Number: [Backlink]] = [:]
    /// By meaning.
    private var uses: [[Backlink]] = []
    private var moversByMinutes: [Address: [Mover]] = [:]
    /// By position in the glossary, the meaning.
    private var meaningOfEntry: [Int32] = []
    private var numberOfMeaning: [TermMeaning: Int32] = [:]
    private var takenAnchors: Set<String> = []
    /// By position in `documents`: what could mean several things, or nothing.
    private var openByDocument: [Int32: [OpenReference]] = [:]

    init(_ work: ReferenceWork, _ documents: [ReferringDocument], glossary: [GlossaryEntry]) {
        referenceTargets = work.referenceTargets.table
        self.documents = documents
        for entry in glossary {
            meaningOfEntry.append(number(of: TermMeaning(term: entry.term, meaning: entry.meaning, isInGlossary: true)))
        }
        for (position, found) in work.scans.enumerated() { merge(found, at: Int32(position)) }
    }

    /// What could mean several things, or nothing.
    package var open: [OpenReference] { openByDocument.keys.sorted().flatMap { openByDocument[$0]! } }

    // MARK: Asking

    package func marks(of document: Document) -> DocumentLinkMarks {
        Asking.note(document.linksQuestion)
        return marks[ObjectIdentifier(document)] ?? DocumentLinkMarks()
    }

    /// Where a thing is referred to, in the order of the archive.
    package func backlinks(to referenceTarget: ReferenceTargetTable.Number) -> [Backlink] {
        Asking.note(question(ofLinksTo: referenceTarget))
        return backlinks[referenceTarget] ?? []
    }

    /// The matter that the text of an agenda item or a minute belongs to; nil for other texts.
    package func matter(of backlink: Backlink) -> ReferenceTargetTable.Number? {
        let document = documents[Int(backlink.document)]
        guard let first = document.firstInSection, backlink.section >= 0 else { return nil }
        return lineage.matter(of: first + backlink.section)
    }

    /// Where a meaning of a term is used: once for each document, where it stands first.
    package func uses(of meaning: Int) -> [Backlink] {
        Asking.note(question(ofUsesOf: meaning))
        return uses[meaning]
    }

    /// The meaning that an entry of the glossary gives.
    package func meaning(ofEntry entry: Int) -> Int { Int(meaningOfEntry[entry]) }

    /// Who moved and seconded what, by the minutes' page.
    package func movers(in minutes: Address) -> [Mover] {
        Asking.note(References.question(ofMoversIn: minutes))
        return moversByMinutes[minutes] ?? []
    }

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
            self.marks[ObjectIdentifier(document.document)] = DocumentLinkMarks(
                stretches: marks.map(\.stretch), targets: marks.map(\.target), places: found.places)
        }
        for reference in found.references {
            let end = backlinks[reference.target]?.end(before: position + 1) ?? 0
            if isKnown(reference, of: document, end) { continue }
            backlinks[reference.target, default: []].insert(Backlink(document: position, section: reference.section), at: end)
        }
        for term in found.terms {
            let number = Int(meaning(term.term, meaningOfEntry))
            let end = uses[number].end(before: position + 1)
            // The properties of a paper are documents of their own, and stand on its page.
            if end > 0, documents[Int(uses[number][end - 1].document)].address == document.address, term.section < 0 { continue }
            uses[number].insert(Backlink(document: position, section: term.section), at: end)
        }
        if !found.movers.isEmpty { moversByMinutes[document.address] = found.movers }
        for (kind, count) in found.counts { counts[kind, default: ReferenceCount()].add(count, 1) }
        if !found.open.isEmpty { openByDocument[position] = found.open }
    }

    /// The properties of a paper are documents of their own, and stand on its page: what the paper's text said before is not
    /// said a second time.
    private func isKnown(_ reference: ScannedDocument.Reference, of document: ReferringDocument, _ end: Int) -> Bool {
        guard case .paper = document.kind, reference.section < 0, let known = backlinks[reference.target] else { return false }
        return known[..<end].reversed().prefix { documents[Int($0.document)].own == document.own }.contains { $0.section < 0 }
    }

    // MARK: Changing

    /// Puts other texts in the place of some that stand side by side. They give the same meanings to the same terms.
    mutating func replace(_ positions: Range<Int>, _ old: ArraySlice<ScannedDocument>, with new: ArraySlice<ReferringDocument>, _ scans: ArraySlice<ScannedDocument>) {
        let range = Int32(positions.lowerBound)..<Int32(positions.upperBound)
        for (position, found) in zip(positions, old) { remove(found, at: position, range) }
        documents.replaceSubrange(positions, with: new)
        for (position, found) in zip(positions, scans) { merge(found, at: Int32(position)) }
    }

    private mutating func remove(_ found: ScannedDocument, at position: Int, _ range: Range<Int32>) {
        let document = documents[position]
        marks[ObjectIdentifier(document.document)] = nil
        for reference in found.references { backlinks[reference.target]?.remove(from: range) }
        for term in found.terms {
            let number = term.term < 0 ? numberOfMeaning[found.definitions[Int(-term.term - 1)].inGlossary]! : meaningOfEntry[Int(term.term)]
            uses[Int(number)].remove(from: range)
        }
        if !found.movers.isEmpty { moversByMinutes[document.address] = nil }
        for (kind, count) in found.counts { counts[kind]?.add(count, -1) }
        openByDocument[Int32(position)] = nil
    }

    private mutating func number(of meaning: TermMeaning) -> Int32 {
        // The glossary's word stands where a text gives the same meaning.
        let key = meaning.inGlossary
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

extension TermMeaning {
    fileprivate var inGlossary: TermMeaning { TermMeaning(term: term, meaning: meaning, isInGlossary: true) }
}

extension ReferenceCount {
    fileprivate mutating func add(_ other: ReferenceCount, _ sign: Int) {
        resolved += sign * other.resolved
        ambiguous += sign * other.ambiguous
        unresolved += sign * other.unresolved
    }
}

extension [Backlink] {
    /// How many of them stand in documents before a position. They are sorted by document.
    fileprivate func end(before document: Int32) -> Int {
        if let last, last.document < document { return count }
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle].document < document { low = middle + 1 } else { high = middle }
        }
        return low
    }

    fileprivate mutating func remove(from documents: Range<Int32>) {
        removeSubrange(end(before: documents.lowerBound)..<end(before: documents.upperBound))
    }
}
