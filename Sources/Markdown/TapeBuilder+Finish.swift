import Diagnostics

extension TapeBuilder {
    /// The document, once everything is walked.
    consuming func finished() -> (document: Document, diagnostics: [Diagnostic]) {
        placeRowAnchors()
        let bodyEnd = events.count
        let notes = placeFootnotes()
        let document = Document(
            path: source.path, extensions: extensions, events: events, text: text, headings: headings, lists: lists,
            labels: labels, links: links, images: images, tables: tables, footnotes: notes, anchors: allAnchors(),
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
            var counter = WordCounter()
            for event in events {
                switch event.kind {
                case .text, .code, .codeBlock: counter.add(text, Int(event.start)..<Int(event.start + event.length))
                case .paragraph, .heading, .item, .cell, .caption, .lineBreak: counter.isInWord = false
                default: break
                }
            }
            return counter.count
        }
    }
}

/// Counts runs of letters and digits between blanks. A word may go on from one event to the next.
struct WordCounter {
    private(set) var count = 0
    var isInWord = false

    mutating func add(_ text: Bytes, _ range: Range<Int>) {
        var at = range.lowerBound
        while at < range.upperBound {
            let byte = text[at]
            if byte <= 0x20 {
                isInWord = false
            } else if byte == 0xE2, at + 1 < range.upperBound, text[at + 1] == 0x80 {
                // General punctuation: dashes and quotation marks are no words.
                at += 2
            } else if !isInWord, byte >= 0x80 || byte.isDigit || byte.isLetter {
                isInWord = true
                count += 1
            }
            at += 1
        }
    }
}
