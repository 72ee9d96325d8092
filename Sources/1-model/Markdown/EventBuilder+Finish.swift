import Diagnostics
import Text

extension EventBuilder {
    /// The document, once everything is walked.
    mutating func finished() -> (document: Document, diagnostics: [Diagnostic]) {
        placeHeadingAnchors()
        placeRowAnchors()
        let bodyEnd = events.count
        let notes = placeFootnotes()
        let document = Document(
            path: source.path, extensions: extensions, events: events.fitted, text: text.fitted,
            headings: headings.fitted, lists: lists.fitted, labels: labels.fitted, links: links.fitted, images: images,
            tables: tables.fitted, footnotes: notes, numbers: source.numbers, scope: scope,
            correctionCount: corrections, bodyEnd: bodyEnd)
        return (document, diagnostics.sorted())
    }

    /// Once all headings are known: those with a number get theirs before all others.
    private mutating func placeHeadingAnchors() {
        for (at, anchor) in anchors.unique(headingWishes).enumerated() { headings[at].anchor = anchor }
    }

    private mutating func placeRowAnchors() {
        for wish in rowAnchors { tables[wish.table].cells[wish.cell].anchor = anchors.unique(wish.wish) }
    }
}

extension Array {
    /// The same elements without room for more: documents are kept, and all of them at once.
    fileprivate var fitted: [Element] { withUnsafeBufferPointer { Array($0) } }
}
