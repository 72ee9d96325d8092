import Markdown

/// `Public: yes`, by which the author of an item, a section or a minute answers that all may read what sounds as if nobody might.
///
/// It is a bullet or a paragraph directly under the heading, and is not published.
struct PublicAnswer {
    static let key = "Public"

    /// False where it says anything but yes: then it was meant as a mark.
    let isPublic: Bool
    let line: Int

    init(value: String, line: Int) {
        isPublic = ["yes", "true"].contains(value.lowercased().filter { $0 != "." })
        self.line = line
    }

    /// The answer that a block is and nothing else; nil for all other blocks.
    init?(_ block: Block) {
        var own = block
        if block.kind == .list {
            let bullets = Array(block.children)
            guard bullets.count == 1, let inner = bullets[0].children.first(where: { _ in true }) else { return nil }
            own = inner
        }
        guard own.kind == .paragraph, own.firstByte == UInt8(ascii: "P") || own.firstByte == UInt8(ascii: "p") else { return nil }
        let text = own.plainText.trimmingBlanks()
        guard text.utf8.count < 30, let colon = text.firstIndex(of: ":"), text[..<colon].trimmingBlanks().lowercased() == PublicAnswer.key.lowercased() else { return nil }
        self.init(value: String(text[text.index(after: colon)...]).trimmingBlanks(), line: block.line)
    }

    /// Blocks below a heading, without the answer.
    static func without(_ blocks: ArraySlice<Block>) -> ArraySlice<Block> {
        blocks.first.flatMap(PublicAnswer.init) == nil ? blocks : blocks.dropFirst()
    }

    /// The lines of parts and minutes that answer yes, with their headings, and the lines of answers that say anything else.
    ///
    /// - Parameter end: The line behind the last.
    static func lines(in document: Document, through end: Int) -> (answered: [Range<Int>], refused: [Int]) {
        let blocks = Array(document.body.blocks)
        let headings = blocks.indices.filter { blocks[$0].kind == .heading && blocks[$0].event.level <= 2 }
        var found: (answered: [Range<Int>], refused: [Int]) = ([], [])
        for (position, at) in headings.enumerated() where at + 1 < blocks.count {
            guard let answer = PublicAnswer(blocks[at + 1]) else { continue }
            let next = position + 1 < headings.count ? blocks[headings[position + 1]].line : end + 1
            if answer.isPublic { found.answered.append(blocks[at].line..<next) } else { found.refused.append(answer.line) }
        }
        return found
    }
}
