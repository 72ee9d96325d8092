/// Where each thing is referred to and each term used, in the order of the archive.
struct WaysBack: Sendable {
    private(set) var backlinks: [ReferenceTargetTable.Number: [Backlink]] = [:]
    /// By meaning.
    private(set) var uses: [[Backlink]]

    init(_ documents: [ReferringDocument], _ scans: [ScannedDocument], _ terms: TermNumbers) {
        uses = Array(repeating: [], count: terms.meanings.count)
        for (position, found) in scans.enumerated() {
            for reference in found.references where !isKnown(reference, of: documents[position], in: documents) {
                backlinks[reference.target, default: []].append(Backlink(document: Int32(position), section: reference.section))
            }
            for term in found.terms {
                let number = terms.number(of: term.term, found.definitions)
                // The properties of a paper are documents of their own, and stand on its page.
                if let last = uses[number].last, documents[Int(last.document)].address == documents[position].address, term.section < 0 { continue }
                uses[number].append(Backlink(document: Int32(position), section: term.section))
            }
        }
    }

    /// The properties of a paper are documents of their own, and stand on its page: what the paper's text said before is not
    /// said a second time.
    private func isKnown(_ reference: ScannedDocument.Reference, of document: ReferringDocument, in documents: [ReferringDocument]) -> Bool {
        guard case .paper = document.kind, reference.section < 0, let known = backlinks[reference.target] else { return false }
        return known.reversed().prefix { documents[Int($0.document)].own == document.own }.contains { $0.section < 0 }
    }
}
