import Text

extension Document {
    /// Words a reader reads, table cells and footnotes included. Counted anew each time.
    package var wordCount: Int {
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

/// Counts what follows a blank and is none. A word may go on from one text to the next.
private func wordsBegun(in text: Bytes, isInWord: Bool) -> Int {
    guard let first = text.first else { return 0 }
    var count = first > 0x20 && !isInWord ? 1 : 0
    for at in 1..<text.count { count &+= text[at] > 0x20 && text[at - 1] <= 0x20 ? 1 : 0 }
    return count
}
