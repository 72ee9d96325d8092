import Platform

/// Where each thing is referred to and each term used, in the order of the archive.
struct WaysBack: Gathered {
    private(set) var backlinks: [ReferenceTargetTable.Number: [Backlink]] = [:]
    /// By meaning.
    private(set) var uses: [[Backlink]]
    private let terms: TermNumbers
    /// By unit: the positions of its texts in `References.documents`.
    private let documents: [Range<Int32>]

    init(_ terms: TermNumbers, of units: [LinkedUnit]) {
        self.terms = terms
        uses = Array(repeating: [], count: terms.meanings.count)
        var end: Int32 = 0
        documents = units.map { unit in
            defer { end += Int32(unit.texts.count) }
            return end..<end + Int32(unit.texts.count)
        }
    }

    mutating func add(_ unit: LinkedUnit, at place: Int) {
        let start = documents[place].lowerBound
        for (position, text) in zip(start..., unit.texts) {
            for reference in text.found.references where !isSaid(reference, before: position, start, unit) {
                backlinks[reference.target, default: []].add(Backlink(document: position, section: reference.section))
            }
            for term in text.found.terms {
                let number = terms.number(of: term.term, text.found.definitions)
                if term.section < 0, isUsed(number, before: position, start, unit) { continue }
                uses[number].add(Backlink(document: position, section: term.section))
            }
        }
    }

    mutating func remove(_ unit: LinkedUnit, at place: Int) {
        for text in unit.texts {
            for reference in text.found.references { backlinks[reference.target]?.remove(from: documents[place]) }
            for term in text.found.terms { uses[terms.number(of: term.term, text.found.definitions)].remove(from: documents[place]) }
        }
    }

    // The properties of a paper are documents of their own, and stand on its page: what the paper's text said before is not said a second time.

    private func isSaid(_ reference: ScannedDocument.Reference, before position: Int32, _ start: Int32, _ unit: LinkedUnit) -> Bool {
        let place = unit.texts[Int(position - start)].place
        guard case .paper = place.kind, reference.section < 0, let known = backlinks[reference.target] else { return false }
        let before = known[..<known.end(before: position)].reversed()
        return before.prefix { $0.document >= start && unit.texts[Int($0.document - start)].place.own == place.own }.contains { $0.section < 0 }
    }

    private func isUsed(_ meaning: Int, before position: Int32, _ start: Int32, _ unit: LinkedUnit) -> Bool {
        let known = uses[meaning]
        let end = known.end(before: position + 1)
        guard end > 0, known[end - 1].document >= start else { return false }
        return unit.texts[Int(known[end - 1].document - start)].place.address == unit.texts[Int(position - start)].place.address
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

    fileprivate mutating func add(_ backlink: Backlink) { insert(backlink, at: end(before: backlink.document + 1)) }

    fileprivate mutating func remove(from documents: Range<Int32>) {
        removeSubrange(end(before: documents.lowerBound)..<end(before: documents.upperBound))
    }
}
