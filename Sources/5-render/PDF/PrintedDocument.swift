/// A document that is printed.
package struct PrintedDocument: Sendable {
    /// The PDF on the disk.
    package let file: String
    package let pages: Int
    /// In bytes.
    package let size: Int
    /// For each page the number of the first block that begins on it.
    let starts: [Int?]

    /// The page that it was printed from, with a mark `page-14` where page 14 of the print begins.
    ///
    /// Marks stand before the first block that begins on the page, or inside it where nothing may stand before it. The
    /// first page has none: it is the cover. A page may have become another meanwhile, but must have the same blocks.
    package func marking(_ page: [UInt8]) -> [UInt8] {
        guard let text = PageText(page) else { return page }
        let marks = self.marks
        let mayClash = page.firstIndex(of: "id=\"page-", from: 0) != nil
        var out: [UInt8] = []
        out.reserveCapacity(page.count + pages * 80)
        var written = 0
        text.eachBlock { number, block in
            guard let numbers = marks[number], let place = PrintedDocument.place(of: block, in: text) else { return }
            out += page[written..<place]
            for number in numbers where !mayClash || page.firstIndex(of: "id=\"page-\(number)\"", from: 0) == nil {
                out += "<a class=\"page-mark\" id=\"page-\(number)\" href=\"#page-\(number)\">Page \(number) of the PDF</a>\n".utf8
            }
            written = place
        }
        out += page[written...]
        return out
    }

    /// The numbers of the pages that begin at a block. A page on which none begins goes with the next.
    private var marks: [Int: [Int]] {
        var marks: [Int: [Int]] = [:]
        var waiting: [Int] = []
        for (at, start) in starts.enumerated().dropFirst() {
            waiting.append(at + 1)
            guard let start else { continue }
            marks[start, default: []] += waiting
            waiting = []
        }
        return marks
    }

    private static func place(of block: PageText.PrintedBlock, in text: PageText) -> Int? {
        switch String(decoding: block.name, as: UTF8.self) {
        case "li", "dt", "dd": return text.page.endOfTag(at: block.start)
        case "tr":
            var at = text.page.endOfTag(at: block.start)
            while at < text.main.upperBound, text.page[at] <= 0x20 { at += 1 }
            let isCell = [Array("<td".utf8), Array("<th".utf8)].contains { text.page[at...].starts(with: $0) }
            return isCell ? text.page.endOfTag(at: at) : nil
        default: return block.start
        }
    }
}
