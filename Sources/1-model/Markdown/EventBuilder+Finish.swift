import Diagnostics

extension EventBuilder {
    /// The document, once everything is walked.
    mutating func finished() -> (document: Document, diagnostics: [Diagnostic]) {
        placeRowAnchors()
        let bodyEnd = events.count
        let notes = placeFootnotes()
        let document = Document(
            path: source.path, extensions: extensions, events: events.fitted, text: text.fitted,
            headings: headings.fitted, lists: lists.fitted, labels: labels.fitted, links: links.fitted, images: images,
            tables: tables.fitted, footnotes: notes, anchors: allAnchors().fitted, fingerprint: source.fingerprint, bodyEnd: bodyEnd)
        return (document, diagnostics.sorted())
    }

    private mutating func placeRowAnchors() {
        for wish in rowAnchors { tables[wish.table].cells[wish.cell].anchor = anchors.unique(wish.wish) }
    }

    private func allAnchors() -> [String] {
        if isPlain { return [] }
        var all = labels.map(\.anchor).filter { !$0.isEmpty }
        for table in tables {
            all.append(table.anchor)
            all += table.cells.compactMap(\.anchor)
        }
        if corrections > 0 { all += (1...corrections).map(Callout.anchor(ofCorrection:)) }
        return all.sorted()
    }
}

extension Array {
    /// The same elements without room for more: documents are kept, and all of them at once.
    fileprivate var fitted: [Element] { withUnsafeBufferPointer { Array($0) } }
}
