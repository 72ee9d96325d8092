import Markdown
import Model

/// Goes through the text of one document once, and finds what it refers to in plain words.
struct ReferenceScanner {
    let document: ReferringDocument
    let links: DocumentLinks
    let context: ReferenceContext
    var found = ScannedDocument()

    private var section: ReferringDocument.Section = -2
    /// What was linked or explained in this section already.
    private var seenTargets: Set<ReferenceTargetTable.Number> = []
    private var seenTerms: Set<Int32> = []
    private var knownReferences: Set<ScannedDocument.Reference> = []
    private var knownTerms: Set<Int32> = []
    private var hits: [NameHit] = []
    /// By term, its place among `found.definitions`.
    private var ownTerms: [String: Int32] = [:]
    private let appendixCache = AppendixCache()
    private let presentMembers = PresentMembers()
    /// The events of the paragraph, cell or caption, and the bytes of its texts.
    private var paragraph = 0..<0
    private var paragraphText = 0..<0
    /// Up to where line breaks were counted in the text, and how many there were.
    private var counted = (at: 0, breaks: 0)
    /// The line of the block that the text stands in.
    private var line = 0

    init(_ document: ReferringDocument, links: DocumentLinks, context: ReferenceContext) {
        self.document = document
        self.links = links
        self.context = context
    }

    mutating func scan() -> ScannedDocument {
        let text = document.document
        text.text.withUnsafeBufferPointer { bytes in
            text.events.withUnsafeBufferPointer { events in
                for stretch in document.stretches { scan(stretch, events, bytes) }
            }
        }
        return found
    }

    // MARK: Events

    private mutating func scan(_ stretch: ReferringDocument.Stretch, _ events: UnsafeBufferPointer<Event>, _ text: UnsafeBufferPointer<UInt8>) {
        enter(stretch.section)
        var at = stretch.events.lowerBound
        while at < stretch.events.upperBound {
            let event = events[at]
            if event.line > 0 { line = Int(event.line) }
            switch event.kind {
            case .heading:
                if document.hasHeadingSections { enter(ReferringDocument.Section(event.index)) }
                at += Int(event.extent)
            case .link:
                refer(toLink: Int(event.index))
                at += Int(event.extent)
            case .abbreviation: at += Int(event.extent)
            case .paragraph, .cell, .caption, .item:
                paragraph = at..<(at + Int(event.extent))
                paragraphText = 0..<0
                at += 1
            case .text:
                if !paragraphText.contains(Int(event.start)) { paragraphText = textOfParagraph(from: at, events) }
                scan(text, event.bytes, event: at)
                at += 1
            default: at += 1
            }
        }
    }

    /// The bytes from one text to the last of the same paragraph.
    private func textOfParagraph(from first: Int, _ events: UnsafeBufferPointer<Event>) -> Range<Int> {
        var end = events[first].bytes.upperBound
        for at in first..<max(first + 1, paragraph.upperBound) {
            if events[at].kind.rawValue <= Event.Kind.pageMark.rawValue { break }
            if events[at].kind == .text { end = max(end, events[at].bytes.upperBound) }
        }
        return events[first].bytes.lowerBound..<end
    }

    private mutating func enter(_ next: ReferringDocument.Section) {
        if next == section { return }
        section = next
        seenTargets.removeAll(keepingCapacity: true)
        seenTerms.removeAll(keepingCapacity: true)
    }

    private mutating func refer(toLink index: Int) {
        guard links.links.indices.contains(index), case .page(let address, let fragment) = links.links[index] else { return }
        if address == GlossaryAnchor.page { return }
        if let referenceTarget = context.referenceTargets.table.number(at: address, fragment), !isOwn(referenceTarget) { refer(to: referenceTarget) }
    }

    private mutating func refer(to referenceTarget: ReferenceTargetTable.Number) {
        let reference = ScannedDocument.Reference(target: referenceTarget, section: section)
        if knownReferences.insert(reference).inserted { found.references.append(reference) }
    }

    // MARK: Text

    private mutating func scan(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, event: Int) {
        hits.removeAll(keepingCapacity: true)
        counted = (range.lowerBound, 0)
        context.tables.names.findHits(in: text, range, into: &hits)
        if !found.definitions.isEmpty { addOwnTerms(in: text, range) }
        guard !hits.isEmpty else { return }
        let hits = hits
        let reader = ReferenceReader(text: text, range: range, hits: hits, document: document, context: context, section: section, paragraph: paragraphText,
            appendixCache: appendixCache, presentMembers: presentMembers)
        var at = 0
        var done = range.lowerBound
        while at < hits.count {
            let hit = hits[at]
            at += 1
            guard hit.start >= done else { continue }
            if let read = take(hit, reader, event: event) { done = read }
        }
    }

    /// Takes one hit; says where what it belongs to ends, nil where it is nothing.
    private mutating func take(_ hit: NameHit, _ reader: ReferenceReader, event: Int) -> Int? {
        if hit.name == NameHit.bracket { return define(hit, reader) }
        if let term = hit.localTerm { return explain(-term - 1, hit.start..<hit.end, event: event) }
        let name = context.tables.names.names[Int(hit.name)]
        if case .opening(.title) = name.meanings[0] {
            if let (mover, end) = reader.moverBySurname(hit), take(mover, hit.start..<end, event: event) { return end }
        } else if case .opening(let opening) = name.meanings[0] {
            var end: Int?
            for reference in reader.read(opening, hit) {
                take(reference, reader, event: event)
                end = reference.range.upperBound
            }
            return end
        }
        // The name without its title would be met again within this one.
        if let person = reader.mover(hit), take(person, hit.start..<hit.end, event: event) { return hit.end }
        let candidates = reader.referenceTargets(named: name, hit)
        if let reference = candidates { take(reference, reader, event: event) }
        switch candidates?.meaning {
        case .referenceTarget, .place: return hit.end
        default: break
        }
        guard let term = reader.term(named: name) else { return candidates == nil ? nil : hit.end }
        switch term {
        case .one(let term): return explain(Int32(term), hit.start..<hit.end, event: event)
        case .several(let terms):
            count(.term) { $0.ambiguous += 1 }
            var open = openReference(.term, hit.start..<hit.end, reader)
            open.meanings = terms.map { context.tables.glossary[$0].meaning }
            found.open.append(open)
            return hit.end
        }
    }

    private mutating func take(_ reference: PrintedReference, _ reader: ReferenceReader, event: Int) {
        switch reference.meaning {
        case .own: break
        case .referenceTarget(let referenceTarget):
            count(reference.kind) { $0.resolved += 1 }
            refer(to: referenceTarget)
            if reference.isName {
                if !seenTargets.insert(referenceTarget).inserted { return }
            }
            mark(.referenceTarget(referenceTarget), reference.range, event: event)
        case .place(let destination):
            count(reference.kind) { $0.resolved += 1 }
            found.places.append(destination)
            mark(.place(Int32(found.places.count - 1)), reference.range, event: event)
        case .several(let referenceTargets):
            count(reference.kind) { $0.ambiguous += 1 }
            var open = openReference(reference.kind, reference.range, reader)
            open = OpenReference(kind: open.kind, words: open.words, path: open.path, line: open.line, candidates: referenceTargets)
            found.open.append(open)
        case .nothing:
            count(reference.kind) { $0.unresolved += 1 }
            found.open.append(openReference(reference.kind, reference.range, reader))
        }
    }

    /// Takes a mover; false where only minutes would name one.
    private mutating func take(_ person: ReferenceReader.PersonMoving, _ range: Range<Int>, event: Int) -> Bool {
        guard case .minutes = document.kind, section >= 0 else { return false }
        found.movers.append(Mover(person: person.person, minute: Int(section), hasSeconded: person.hasSeconded, event: event))
        count(.person) { $0.resolved += 1 }
        let referenceTarget = context.referenceTargets.firstPerson + ReferenceTargetTable.Number(person.person)
        mark(.referenceTarget(referenceTarget), range, event: event)
        return true
    }

    // MARK: Terms

    /// Adds where the text uses terms that the document explained before.
    private mutating func addOwnTerms(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        var at = range.lowerBound
        var added = false
        while at < range.upperBound {
            guard text[at].isUpper, at == range.lowerBound || !text[at - 1].isWordByte else { at += 1; continue }
            var end = at
            while end < range.upperBound, text[end].isUpper || text[end] == UInt8(ascii: "&") { end += 1 }
            if end - at > 1, end == range.upperBound || !text[end].isWordByte || text[end] == UInt8(ascii: "s") {
                if let term = ownTerms[String(decoding: text[at..<end], as: UTF8.self)] {
                    hits.append(NameHit(name: -1, start: at, end: end, localTerm: term))
                    added = true
                }
            }
            at = max(end, at + 1)
        }
        if added { hits.sort { ($0.start, $1.end) < ($1.start, $0.end) } }
    }

    /// Shows a term with its meaning, the first time it stands in a section.
    private mutating func explain(_ term: Int32, _ range: Range<Int>, event: Int) -> Int {
        count(.term) { $0.resolved += 1 }
        use(term)
        if !seenTerms.insert(term).inserted { return range.upperBound }
        mark(.term(term), range, event: event)
        return range.upperBound
    }

    private mutating func use(_ term: Int32) {
        if knownTerms.insert(term).inserted { found.terms.append((term, section)) }
    }

    /// "Clinical Commissioning Group (CCG)" gives the meaning where it stands, so it is not explained a second time there.
    private mutating func define(_ hit: NameHit, _ reader: ReferenceReader) -> Int? {
        guard let definition = reader.definition(hit) else { return nil }
        let term: Int32
        if let known = reader.glossaryTerm(definition.term) {
            term = Int32(known)
        } else if let local = ownTerms[definition.term] {
            term = -local - 1
        } else {
            ownTerms[definition.term] = Int32(found.definitions.count)
            found.definitions.append(definition)
            term = -Int32(found.definitions.count)
        }
        use(term)
        seenTerms.insert(term)
        return hit.end
    }

    // MARK: Results

    private mutating func mark(_ target: LinkMark.Target, _ range: Range<Int>, event: Int) {
        found.marks.append(LinkMark(stretch: TextStretch(event: event, bytes: range), target: target))
    }

    private mutating func count(_ kind: ReferenceTarget.Kind, _ change: (inout ReferenceCount) -> Void) {
        change(&found.counts[kind, default: ReferenceCount()])
    }

    private mutating func openReference(_ kind: ReferenceTarget.Kind, _ range: Range<Int>, _ reader: ReferenceReader) -> OpenReference {
        if range.lowerBound > counted.at {
            counted.breaks += reader.text[counted.at..<range.lowerBound].count { $0 == UInt8(ascii: "\n") }
            counted.at = range.lowerBound
        }
        let words = String(decoding: reader.text[range], as: UTF8.self).replacing("\n", with: " ")
        return OpenReference(kind: kind, words: words, path: document.document.path, line: line + counted.breaks, candidates: [])
    }

    /// Whether a thing is the page that the document stands on, or what this section belongs to.
    private func isOwn(_ referenceTarget: ReferenceTargetTable.Number) -> Bool { context.isOwn(referenceTarget, of: document, section: section) }
}

extension ReferringDocument {
    /// Whether its sections are its headings, rather than items or minutes.
    var hasHeadingSections: Bool {
        switch kind {
        case .agenda, .minutes: false
        default: true
        }
    }
}

extension Event {
    fileprivate var bytes: Range<Int> { Int(start)..<Int(start + length) }
}
