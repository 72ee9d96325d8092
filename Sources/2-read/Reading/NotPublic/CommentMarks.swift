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
                let words = text[Int(event.start)..<Int(event.start + event.length)]
                guard let place = opening(in: words) ?? (opensBlock(document.events, at) && words.starts(with: "-->".utf8) ? words.startIndex : nil) else { return nil }
                return Int(event.line) + words[..<place].count { $0 == UInt8(ascii: "\n") }
            }
        }
    }

    private static func opening(in words: Slice<Bytes>) -> Int? {
        var at = words.startIndex
        while let found = words[at...].firstIndex(of: UInt8(ascii: "<")) {
            if words[found...].starts(with: "<!--".utf8) { return found }
            at = found + 1
        }
        return nil
    }

    /// Whether no words stand before it in its paragraph.
    private static func opensBlock(_ events: [Event], _ at: Int) -> Bool { at > 0 && events[at - 1].kind == .paragraph }
}
