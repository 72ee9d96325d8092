import Markdown

/// A paragraph that is nothing but a few bold words, with text of its own under it.
enum BoldLine {
    private static let longest = 80

    static func isAllBold(_ paragraph: Block) -> Bool {
        let events = paragraph.document.events
        let range = paragraph.events
        return range.count > 2 && events[range.lowerBound + 1].kind == .strong && Int(events[range.lowerBound + 1].extent) == range.count - 2
    }

    /// - Parameter paragraph: All bold.
    static func isHeading(_ paragraph: Block) -> Bool {
        guard paragraph.label == nil, isFollowedByText(paragraph) else { return false }
        let words = paragraph.markup.plainBytes
        guard words.count <= longest, words.contains(where: \.isLetter), let last = words.last else { return false }
        return !".:;,!?".utf8.contains(last)
    }

    /// Bold lines one under the other are emphasis, or the lines of a cover.
    private static func isFollowedByText(_ paragraph: Block) -> Bool {
        let document = paragraph.document
        let next = paragraph.events.upperBound
        guard next < document.body.events.upperBound else { return false }
        switch document.events[next].kind {
        case .paragraph: return document.events[next + 1].kind != .strong
        case .list, .table: return true
        default: return false
        }
    }
}

/// A paragraph in capital letters.
enum Capitals {
    private static let fewestLetters = 24
    private static let fewestWords = 4

    static func fill(_ paragraph: Block) -> Bool {
        let document = paragraph.document
        var letters = 0
        for event in document.events[paragraph.events] where event.kind == .text {
            for byte in document.bytes(of: event) {
                if byte.isLower || byte >= 0xC3 && byte <= 0xDF { return false }
                if byte.isUpper { letters += 1 }
            }
        }
        return letters >= fewestLetters && paragraph.plainText.split(separator: " ").count >= fewestWords
    }
}

/// A heading under which a text is summed up.
enum SummaryHeading {
    private static let words: Set<String> = [
        "key points", "key messages", "main points", "key findings", "at a glance", "in brief", "overview", "abstract", "synopsis",
    ]

    static func isOne(_ heading: Heading) -> Bool { isOne(heading.title) }

    /// "2. Purpose of report", "Executive summary", "Key points".
    static func isOne(_ title: String) -> Bool {
        guard title.utf8.count <= 50 else { return false }
        let name = title.lettersAndBlanks
        guard name.utf8.count(where: { $0 == 0x20 }) <= 3 else { return false }
        return name.hasPrefix("summary") || name.hasSuffix("summary") || name.hasPrefix("purpose") || words.contains(name)
    }
}

extension String {
    /// The words in small letters, with one blank between them and no other signs; letters with accents are left out.
    var lettersAndBlanks: String {
        var out: [UInt8] = []
        for byte in utf8 {
            if byte.isLetter { out.append(byte | 0x20) } else if let last = out.last, last != 0x20 { out.append(0x20) }
        }
        if out.last == 0x20 { out.removeLast() }
        return String(decoding: out, as: UTF8.self)
    }
}
