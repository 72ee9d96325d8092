import Markdown
import Model
import Text

/// The minutes of exempt items: unless one says `Public: yes`, or an `exempt/minutes.md` stands beside, whose existence says that these are the public record, such a minute
/// is private, and stands in the minutes with its heading and one sentence.
struct ExemptMinutes: Encodable {
    private struct Item: Encodable {
        let number: ItemNumber?
        let title: [String]
        let paragraphs: [Int]
    }

    private let items: [Item]

    static let none = ExemptMinutes([], hasPrivateRecord: false)

    /// - Parameter hasPrivateRecord: Whether there is an `exempt/minutes.md`.
    init(_ items: [AgendaItem], hasPrivateRecord: Bool) {
        self.items = hasPrivateRecord ? [] : items.compactMap { item in
            item.exemption.map { Item(number: item.number, title: ExemptWords.telling(ExemptWords.words(of: item.title)), paragraphs: $0.paragraphs) }
        }
    }

    /// The text without what such minutes say, each line in its place, the lines of their headings, and the lines that are not published.
    func withoutPrivateMinutes(_ bytes: ArraySlice<UInt8>, _ document: Document, firstLine: Int) -> (bytes: [UInt8], headings: [Int], withheld: [Range<Int>])? {
        if items.isEmpty { return nil }
        var lines = bytes.lines
        let blocks = Array(document.body.blocks)
        let headings = blocks.indices.filter { blocks[$0].kind == .heading && blocks[$0].event.level <= 2 }
        var found: [Int] = []
        var withheld: [Range<Int>] = []
        for (position, at) in headings.enumerated() where blocks[at].event.level == 2 {
            guard let item = item(of: ItemHeading(blocks[at].plainText, namesItem: true)) else { continue }
            if at + 1 < blocks.count, PublicAnswer(blocks[at + 1])?.isPublic ?? false { continue }
            let end = position + 1 < headings.count ? blocks[headings[position + 1]].line : firstLine + lines.count
            let start = ExemptMinutes.lineBelow(blocks[at].line, lines, firstLine)
            for line in start..<max(start, end) where lines.indices.contains(line - firstLine) { lines[line - firstLine] = [] }
            found.append(blocks[at].line)
            withheld.append(start..<max(start, end))
            // Where the heading is the last line there is no room, and nothing to replace.
            if lines.indices.contains(start - firstLine), start < end { lines[min(start + 1, end - 1) - firstLine] = sentence(item)[...] }
        }
        return found.isEmpty ? nil : (Array(lines.joined(separator: "\n".utf8)), found, withheld)
    }

    /// The item that a minute names in its heading, or whose title it has.
    private func item(of heading: ItemHeading) -> Item? {
        if let number = heading.item { return items.first { $0.number == number } }
        let title = ExemptWords.telling(ExemptWords.words(of: heading.title))
        return items.first { !title.isEmpty && $0.title == title }
    }

    /// Below a heading, with the line that underlines it.
    private static func lineBelow(_ heading: Int, _ lines: [ArraySlice<UInt8>], _ firstLine: Int) -> Int {
        let at = heading - firstLine
        guard lines.indices.contains(at), lines[at].first(where: { $0 != UInt8(ascii: " ") }) != UInt8(ascii: "#"), lines.indices.contains(at + 1) else { return heading + 1 }
        return heading + 2
    }

    private func sentence(_ item: Item) -> [UInt8] {
        let paragraphs = item.paragraphs.map(String.init).joined(separator: ", ")
        let law = paragraphs.isEmpty ? "" : ": paragraph\(item.paragraphs.count > 1 ? "s" : "") \(paragraphs)"
        return Array("The minute of this item is not published\(law).".utf8)
    }
}
