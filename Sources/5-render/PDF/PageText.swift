/// The main part of a finished page, and the blocks in it, each known by its number: what is printed, and where printed
/// pages begin.
struct PageText {
    /// A start tag of a block.
    struct PrintedBlock {
        /// Of its `<`.
        let start: Int
        let name: ArraySlice<UInt8>
    }

    let page: [UInt8]
    /// Between the tags of the element “main”.
    let main: Range<Int>

    /// nil where the page has no main part.
    init?(_ page: [UInt8]) {
        guard let start = page.firstIndex(of: "<main", from: 0), let end = page.firstIndex(of: "</main>", from: start) else { return nil }
        self.page = page
        main = page.endOfTag(at: start)..<end
    }

    private static let blocks: Set<[UInt8]> = Set(
        ["p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "figure", "pre", "dt", "dd", "blockquote"].map { Array($0.utf8) })

    /// Every block in the order of the text.
    func eachBlock(_ visit: (_ number: Int, _ block: PrintedBlock) -> Void) {
        var number = 0
        var at = main.lowerBound
        while let start = page[at..<main.upperBound].firstIndex(of: UInt8(ascii: "<")) {
            let name = page[(start + 1)..<main.upperBound].prefix { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || UInt8(ascii: "1")...UInt8(ascii: "6") ~= $0 }
            if (1...10).contains(name.count), PageText.blocks.contains(Array(name)) {
                visit(number, PrintedBlock(start: start, name: name))
                number += 1
            }
            at = start + 1
        }
    }

    /// A page of the main part alone, with the language, the title and the crest of the whole, and the number of each block.
    ///
    /// - Parameter colour: The authority's own, `#rrggbb` or `#rgb`; nil for none.
    func document(in colour: String?) -> [UInt8] {
        var out = Array("<!DOCTYPE html>\n".utf8)
        out += element("<html") ?? Array("<html>".utf8)[...]
        out += "<head><meta charset=\"utf-8\">".utf8
        if let start = page.firstIndex(of: "<title>", from: 0), let end = page.firstIndex(of: "</title>", from: start) { out += page[start..<end] + "</title>".utf8 }
        if let colour { out += "<style>:root { --accent: \(colour) }</style>".utf8 }
        out += "</head><body>".utf8
        if let crest { out += "<p class=\"cover-crest\">".utf8 + crest + "</p>".utf8 }
        var written = main.lowerBound
        eachBlock { number, block in
            out += page[written..<block.name.endIndex]
            out += " data-n=\"\(number)\"".utf8
            written = block.name.endIndex
        }
        out += page[written..<main.upperBound]
        out += "</body></html>\n".utf8
        return out
    }

    /// The authority's own picture, in the page's header.
    private var crest: ArraySlice<UInt8>? {
        guard let start = page.firstIndex(of: "<img class=\"crest\"", from: 0), start < main.lowerBound else { return nil }
        return page[start..<page.endOfTag(at: start)]
    }

    private func element(_ tag: String) -> ArraySlice<UInt8>? {
        page.firstIndex(of: tag, from: 0).map { page[$0..<page.endOfTag(at: $0)] }
    }

    /// The addresses of pictures, as they are written.
    var pictures: [String] {
        (crest.map { PageText.sources(in: $0) } ?? []) + PageText.sources(in: page[main])
    }

    private static func sources(in part: ArraySlice<UInt8>) -> [String] {
        let page = Array(part)
        var found: [String] = []
        var at = 0
        while let start = page.firstIndex(of: " src=\"", from: at) {
            let value = page[(start + 6)...].prefix { $0 != UInt8(ascii: "\"") }
            found.append(String(decoding: value, as: UTF8.self))
            at = value.endIndex
        }
        return found
    }
}

extension [UInt8] {
    func firstIndex(of text: String, from: Int) -> Int? {
        let text = Array(text.utf8)
        var at = from
        while let start = self[at...].firstIndex(of: text[0]) {
            if self[start...].starts(with: text) { return start }
            at = start + 1
        }
        return nil
    }

    /// Behind the `>` of a tag; values of attributes may hold one too.
    func endOfTag(at start: Int) -> Int {
        var isQuoted = false
        for at in start..<count {
            if self[at] == UInt8(ascii: "\"") { isQuoted.toggle() }
            if self[at] == UInt8(ascii: ">"), !isQuoted { return at + 1 }
        }
        return count
    }
}
