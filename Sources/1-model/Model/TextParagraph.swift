import Markdown

/// A paragraph, heading or row of a table as plain words: what two versions of a text are compared by.
package struct TextParagraph: Hashable, Sendable, Codable {
    package let text: String
    package let isHeading: Bool

    package init(_ text: String, isHeading: Bool = false) {
        self.text = text
        self.isHeading = isHeading
    }
}

extension Document {
    /// The body cut into paragraphs, each with its printed label, in one line.
    package var paragraphs: [TextParagraph] {
        var found: [TextParagraph] = []
        var label = ""
        var at = 0
        let end = body.events.upperBound
        while at < end {
            let block = Block(document: self, at: at)
            switch block.kind {
            case .paragraph, .heading, .caption, .codeBlock, .row:
                let words = (label + block.wordsThatStand).split { $0 == " " || $0 == "\n" || $0 == "\t" }.joined(separator: " ")
                if !words.isEmpty { found.append(TextParagraph(words, isHeading: block.kind == .heading)) }
                label = ""
                at = block.events.upperBound
            case .item:
                label = block.label.map { $0 + " " } ?? ""
                at += 1
            // It is about the text, and no part of it.
            case .callout where block.callout == .correction: at = block.events.upperBound
            default: at += 1
            }
        }
        return found
    }
}

extension Block {
    /// The words without those that are struck out.
    fileprivate var wordsThatStand: String {
        var words = ""
        var start = events.lowerBound
        var at = start
        while at < events.upperBound {
            guard document.events[at].kind == .deleted else { at += 1; continue }
            words += Markup(document, start..<at).plainText
            at += Int(document.events[at].extent)
            start = at
        }
        return words + Markup(document, start..<events.upperBound).plainText
    }
}
