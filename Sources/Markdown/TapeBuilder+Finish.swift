import Diagnostics

extension TapeBuilder {
    /// The document, once everything is walked.
    consuming func finished() -> (document: Document, diagnostics: [Diagnostic]) {
        placeRowAnchors()
        let bodyEnd = events.count
        let notes = placeFootnotes()
        let document = Document(
            path: source.path, extensions: extensions, events: events.fitted, text: text.fitted,
            headings: headings.fitted, lists: lists.fitted, labels: labels.fitted, links: links.fitted, images: images,
            tables: tables.fitted, footnotes: notes, anchors: allAnchors().fitted,
            wordCount: countWords(), bodyEnd: bodyEnd)
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
        return all.sorted()
    }

    private func countWords() -> Int {
        text.withUnsafeBufferPointer { text in
            var count = 0
            var isInWord = false
            for event in events {
                switch event.kind {
                case .text, .code, .codeBlock:
                    let range = Int(event.start)..<Int(event.start + event.length)
                    count += wordsBegun(in: Bytes(rebasing: text[range]), isInWord: isInWord)
                    isInWord = range.isEmpty ? isInWord : text[range.upperBound - 1] > 0x20
                case .image:
                    let image = images[Int(event.index)]
                    if image.isMissing { count += image.alternative.utf8.split(whereSeparator: \.isBlank).count }
                case .paragraph, .heading, .item, .cell, .caption, .lineBreak: isInWord = false
                default: break
                }
            }
            return count
        }
    }
}

extension Array {
    /// The same elements without room for more: documents are kept, and all of them at once.
    fileprivate var fitted: [Element] { withUnsafeBufferPointer { Array($0) } }
}

/// Counts what follows a blank and is none. A word may go on from one text to the next.
private func wordsBegun(in text: Bytes, isInWord: Bool) -> Int {
    guard let first = text.first else { return 0 }
    var count = first > 0x20 && !isInWord ? 1 : 0
    for at in 1..<text.count { count &+= text[at] > 0x20 && text[at - 1] <= 0x20 ? 1 : 0 }
    return count
}
