import Text

/// Finds the places in a finished page that a reader can link to: every `id` within `<main>`.
///
/// The bytes of the page are looked at, not the model, so that nothing counts as kept that a template leaves out.
package struct AnchorFinder {
    private static let main = Array("<main ".utf8)
    private static let end = Array("</main>".utf8)
    private static let id = Array(" id=\"".utf8)
    /// Names that number the notes and tables of a page: no reader has a link to them, and they count on when one is added.
    private static let families = ["fn-", "fnref-", "table-"].map { Array($0.utf8) }

    /// What sections begin with that Moot adds to a page and takes away by itself: they are nobody's words.
    private static let own = ["draft--", "term--", "references--", "trail--", "history--", "search--"].map { Array($0.utf8) }

    /// Hands out each as it stands in the page, in order.
    ///
    /// - Parameter takesAll: Whether those come too that nobody was promised.
    package static func visit(_ page: Bytes, takesAll: Bool = false, _ visit: (Bytes) -> Void) {
        guard let main = beginOfMain(page) else { return }
        let stop = endOfMain(page)
        // The frame's own id stands in the tag of that element.
        var at = page.index(of: UInt8(ascii: ">"), from: main, to: stop) ?? stop
        while let sign = page.index(of: UInt8(ascii: "="), from: at, to: stop) {
            at = sign + 1
            guard sign >= 3, page[sign - 1] == id[2], page[sign - 2] == id[1], page[sign - 3] == id[0], at < stop, page[at] == id[4],
                let quote = page.index(of: UInt8(ascii: "\""), from: at + 1, to: stop)
            else { continue }
            let name = Bytes(rebasing: page[at + 1..<quote])
            if !name.isEmpty, takesAll || !isUnpromised(name) { visit(name) }
            at = quote
        }
    }

    private static func beginOfMain(_ page: Bytes) -> Int? {
        var at = 0
        while let found = page.index(of: UInt8(ascii: "<"), from: at, to: page.count) {
            if page[found...].starts(with: main) { return found }
            at = found + 1
        }
        return nil
    }

    private static func endOfMain(_ page: Bytes) -> Int {
        page.indices.last { page[$0] == UInt8(ascii: "<") && page[$0...].starts(with: end) } ?? page.count
    }

    private static func isUnpromised(_ name: Bytes) -> Bool {
        if own.contains(where: { name.starts(with: $0) }) { return true }
        guard let family = families.first(where: { name.starts(with: $0) }) else { return false }
        return name.dropFirst(family.count).allSatisfy { $0.isDigit || $0 == UInt8(ascii: "-") }
    }
}

extension Bytes {
    /// An attribute's value with its character references resolved, of those that Moot writes.
    var attributeValue: [UInt8] {
        guard contains(UInt8(ascii: "&")) else { return Array(self) }
        let text = String(decoding: self, as: UTF8.self).replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&#x27;", with: "'")
        return Array(text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&").utf8)
    }
}
