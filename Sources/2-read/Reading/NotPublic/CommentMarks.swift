import Markdown
import Text

/// Signs of comments that stand in a text as its words: what their author meant to hide is read by everybody.
enum CommentMarks {
    /// The lines on which they stand.
    static func lines(in document: Document) -> [Int] {
        document.text.withUnsafeBufferPointer { text in
            document.events.indices.compactMap { at in
                let event = document.events[at]
                guard event.kind == .text else { return nil }
                let range = Int(event.start)..<Int(event.start + event.length)
                let words = text[range]
                guard let place = opening(in: text, range) ?? (opensBlock(document.events, at) && words.starts(with: "-->".utf8) ? words.startIndex : nil) else { return nil }
                return Int(event.line) + words[..<place].count { $0 == UInt8(ascii: "\n") }
            }
        }
    }

    private static func opening(in text: Bytes, _ range: Range<Int>) -> Int? {
        var at = range.lowerBound
        while let found = text.index(of: UInt8(ascii: "<"), from: at, to: range.upperBound) {
            if text[found..<range.upperBound].starts(with: "<!--".utf8) { return found }
            at = found + 1
        }
        return nil
    }

    /// Whether no words stand before it in its paragraph.
    private static func opensBlock(_ events: [Event], _ at: Int) -> Bool { at > 0 && events[at - 1].kind == .paragraph }
}
