/// What the preview puts into a page: one line in its head and one at its end. Nothing else is changed.
enum PageAdditions {
    private static let style = Array(#"<link rel="stylesheet" href="/_moot/preview.css">"#.utf8)

    /// The page with its additions.
    ///
    /// - Parameter mark: Tells this page from another or from an earlier state.
    static func add(to page: [UInt8], mark: String) -> [UInt8] {
        let script = Array(#"<script type="module" src="/_moot/preview.js" data-page="\#(mark)"></script>"#.utf8)
        let bodyEnd = lastIndex(of: "</body>", in: page) ?? page.count
        let headEnd = firstIndex(of: "</head>", in: page[..<bodyEnd]) ?? 0
        var out: [UInt8] = []
        out.reserveCapacity(page.count + style.count + script.count)
        // A page without a head keeps its beginning, which may be a doctype.
        if headEnd > 0 {
            out += page[..<headEnd]
            out += style
        }
        out += page[headEnd..<bodyEnd]
        out += script
        out += page[bodyEnd...]
        return out
    }

    /// The same for the same bytes, as long as the program runs.
    static func mark(of page: [UInt8]) -> String {
        var hasher = Hasher()
        page.withUnsafeBytes { hasher.combine(bytes: $0) }
        return String(UInt64(bitPattern: Int64(hasher.finalize())), radix: 36)
    }

    private static func firstIndex(of tag: StaticString, in page: ArraySlice<UInt8>) -> Int? {
        page.indices.first { isTag(tag, at: $0, in: page) }
    }

    private static func lastIndex(of tag: StaticString, in page: [UInt8]) -> Int? {
        page.indices.last { isTag(tag, at: $0, in: page[...]) }
    }

    /// Tags may be written in capitals.
    private static func isTag(_ tag: StaticString, at index: Int, in page: ArraySlice<UInt8>) -> Bool {
        guard page[index] == UInt8(ascii: "<"), index + tag.utf8CodeUnitCount <= page.endIndex else { return false }
        return tag.withUTF8Buffer { letters in
            letters.indices.allSatisfy { at in
                let byte = page[index + at]
                return letters[at] == ((65...90).contains(byte) ? byte | 0x20 : byte)
            }
        }
    }
}
