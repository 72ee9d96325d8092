import Platform
import Markdown
import Model

/// What references are found with, and what was found in each document: kept where texts may change.
struct ReferenceWork: Sendable {
    let referenceTargets: ArchiveTargets
    private(set) var context: ReferenceContext
    /// For each of `References.documents`.
    private(set) var scans: [ScannedDocument]

    init(
        _ archive: Archive, _ documents: [ReferringDocument], _ referenceTargets: ArchiveTargets, people: People, meetings: [Address: MeetingLinks],
        links: (Document) -> DocumentLinks
    ) {
        self.referenceTargets = referenceTargets
        let context = ReferenceContext(archive, people: people, referenceTargets: referenceTargets, meetings: meetings)
        self.context = context
        let work = documents.map { ($0, links($0.document)) }
        scans = work.concurrentMap { document, links in
            var scanner = ReferenceScanner(document, links: links, context: context)
            return scanner.scan()
        }
    }

    func lineage(
        _ archive: Archive, _ documents: [ReferringDocument], _ meetings: [Address: MeetingLinks], links: (Document) -> DocumentLinks
    ) -> Lineage {
        var builder = LineageBuilder(archive, referenceTargets, meetings)
        builder.addFollows { links($0.document).links[$0.link] }
        for (document, found) in zip(documents, scans) { builder.add(found, of: document) }
        return builder.lineage()
    }

    // MARK: Changing

    /// Looks the texts through again that are others now.
    ///
    /// - Parameter scansAll: Whether those too that are as they were: a heading of another may be an appendix that they name.
    /// - Returns: Whether the lineage may be another; nil where the texts do not fit into the place of the old ones.
    mutating func replace(
        _ texts: [ReferringDocument], at positions: Range<Int>, in archive: Archive, _ meetings: [Address: MeetingLinks],
        scansAll: Bool, links: (Document) -> DocumentLinks, references: inout References
    ) -> Bool? {
        guard texts.count == positions.count, zip(texts, references.documents[positions]).allSatisfy({ $0.address == $1.address && $0.own == $1.own }) else { return nil }
        context = ReferenceContext(like: context, archive, meetings: meetings)
        let changed = positions.filter { scansAll || texts[$0 - positions.lowerBound].document !== references.documents[$0].document }
        var lineageIsSame = true
        for group in references.groups(of: changed, within: positions) {
            let new = texts[(group.lowerBound - positions.lowerBound)..<(group.upperBound - positions.lowerBound)]
            let found = new.map { document in
                var scanner = ReferenceScanner(document, links: links(document.document), context: context)
                return scanner.scan()
            }
            guard zip(found, scans[group]).allSatisfy({ $0.definitions == $1.definitions }) else { return nil }
            references.replace(group, scans[group], with: new, found[...])
            lineageIsSame = lineageIsSame && zip(found, scans[group]).allSatisfy { matters($0) == matters($1) }
            scans.replaceSubrange(group, with: found)
        }
        return !lineageIsSame
    }

    /// What a text says of other matters.
    private func matters(_ found: ScannedDocument) -> [ScannedDocument.Reference] {
        found.references.filter { reference in
            switch referenceTargets.table[reference.target].kind {
            case .minute, .item, .strategy, .chapter: true
            default: false
            }
        }
    }
}

extension References {
    /// The changed documents, each with those that stand on the same page: what one says the other does not say again.
    fileprivate func groups(of changed: [Int], within positions: Range<Int>) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        for position in changed where !(groups.last?.contains(position) ?? false) {
            let address = documents[position].address
            var (start, end) = (position, position + 1)
            while start > positions.lowerBound, documents[start - 1].address == address { start -= 1 }
            while end < positions.upperBound, documents[end].address == address { end += 1 }
            groups.append(start..<end)
        }
        return groups
    }
}
