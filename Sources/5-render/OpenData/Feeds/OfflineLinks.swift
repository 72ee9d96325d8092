import Model
import Text

/// Changes the links of a meeting's pages so that they hold in a folder without a server: those to pages that come along
/// end in `index.html`, all others lead to the site.
///
/// The folder is the meeting's own, so links within it keep their way. Moot writes all links relative to the page, by the
/// shortest way, and in double quotation marks, which text never has.
package struct OfflineLinks: Sendable {
    /// Where files stand that belong to the whole site, such as the style sheet.
    package static let sharedFolder = "_site/"

    private let base: [UInt8]
    /// The path of the meeting's folder in the site: its number of folders.
    private let depth: Int
    /// The files that come along, from the meeting's folder, as links write them.
    private let names: NameList
    /// Files of the whole site that come along where a page needs them, from the root of the site.
    private let shared: NameList

    package init(baseURL: String, meeting: String, names: some Sequence<String>, shared: NameList) {
        base = Array(baseURL.utf8)
        depth = meeting.utf8.count { $0 == UInt8(ascii: "/") }
        self.names = NameList(names)
        self.shared = shared
    }

    /// Writes a page with other links.
    ///
    /// - Parameters:
    ///   - path: The page's folder in the site, ending in a slash.
    ///   - use: Called with the place in `shared` of each file that the page needs.
    package func rewrite(_ page: [UInt8], at path: String, into out: inout [UInt8], use: (Int) -> Void) {
        let folders = Folders(path)
        var name: [UInt8] = []
        page.withUnsafeBufferPointer { page in
            var written = 0
            var links = AttributeScanner(page)
            while let link = links.next() {
                guard let target = RelativeLink(page, link) else { continue }
                out.append(contentsOf: UnsafeBufferPointer(rebasing: page[written..<link.lowerBound]))
                write(target, from: folders, name: &name, into: &out, use: use)
                out.append(contentsOf: UnsafeBufferPointer(rebasing: page[target.end..<link.upperBound]))
                written = link.upperBound
            }
            out.append(contentsOf: UnsafeBufferPointer(rebasing: page[written...]))
        }
    }

    /// - Parameter name: Room for a name, used again for every link.
    private func write(_ link: RelativeLink, from page: Folders, name: inout [UInt8], into out: inout [UInt8], use: (Int) -> Void) {
        let kept = max(0, page.count - link.stepsUp)
        if kept == 0, let place = shared.position(of: UnsafeBufferPointer(rebasing: link.rest)) {
            use(place)
            for _ in depth..<page.count { out += "../".utf8 }
            out += OfflineLinks.sharedFolder.utf8
            out.append(contentsOf: link.rest)
        } else if kept >= depth, comesAlong(link, from: page, kept: kept, name: &name) {
            for _ in 0..<link.stepsUp { out += "../".utf8 }
            out.append(contentsOf: link.rest)
            if link.leadsToFolder { out += Route.pageName.utf8 }
        } else {
            out += base
            out.append(contentsOf: page.path[..<page.ends[kept]])
            out.append(contentsOf: link.rest)
        }
    }

    private func comesAlong(_ link: RelativeLink, from page: Folders, kept: Int, name: inout [UInt8]) -> Bool {
        name.removeAll(keepingCapacity: true)
        if kept > depth { name += page.path[page.ends[depth]..<page.ends[kept]] }
        name.append(contentsOf: link.rest)
        if link.leadsToFolder { name += Route.pageName.utf8 }
        return name.withUnsafeBufferPointer { names.position(of: $0) } != nil
    }
}

/// Names of files, to be found by their bytes, since a page has many links.
package struct NameList: Sendable {
    /// In the order of their bytes, each with its position in the list that was given.
    private let names: [(bytes: [UInt8], position: Int)]

    package init(_ names: some Sequence<String>) {
        self.names = names.enumerated().map { (Array($0.element.utf8), $0.offset) }
            .sorted { a, b in a.bytes.withUnsafeBufferPointer { a in b.bytes.withUnsafeBufferPointer { NameList.order(a, $0) < 0 } } }
    }

    /// Where a name stands in the list that was given.
    func position(of name: UnsafeBufferPointer<UInt8>) -> Int? {
        var range = names.indices
        while !range.isEmpty {
            let middle = (range.lowerBound + range.upperBound) / 2
            let order = names[middle].bytes.withUnsafeBufferPointer { NameList.order($0, name) }
            if order == 0 { return names[middle].position }
            range = order < 0 ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return nil
    }

    /// Below 0 where the first name comes first, above 0 where the second does. Shorter names come before longer ones.
    private static func order(_ a: Bytes, _ b: Bytes) -> Int {
        a.count != b.count ? a.count - b.count : a.order(to: b)
    }
}

/// A path, and where each of its folders ends: the first ends at 0 and is the root.
private struct Folders {
    let path: [UInt8]
    let ends: [Int]
    var count: Int { ends.count - 1 }

    init(_ path: String) {
        let bytes = Array(path.utf8)
        self.path = bytes
        ends = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "/") }.map { $0 + 1 }
    }
}

/// A link that is relative to its page: so many folders up, then the rest.
private struct RelativeLink {
    var stepsUp = 0
    /// Without `../`, `./` and fragment.
    let rest: Slice<UnsafeBufferPointer<UInt8>>
    /// Where the fragment begins, or the link ends.
    let end: Int

    var leadsToFolder: Bool { rest.isEmpty || rest.last == UInt8(ascii: "/") }

    /// nil for a link that stays as it is: to an anchor of the page, to another site, to the root of the server.
    init?(_ page: UnsafeBufferPointer<UInt8>, _ link: Range<Int>) {
        var start = link.lowerBound
        guard start < link.upperBound, page[start] != UInt8(ascii: "#"), page[start] != UInt8(ascii: "/") else { return nil }
        var end = start
        var isInFirstPart = true
        while end < link.upperBound, page[end] != UInt8(ascii: "#"), page[end] != UInt8(ascii: "?") {
            if page[end] == UInt8(ascii: ":"), isInFirstPart { return nil }
            if page[end] == UInt8(ascii: "/") { isInFirstPart = false }
            end += 1
        }
        while end - start >= 2, page[start] == UInt8(ascii: ".") {
            if page[start + 1] == UInt8(ascii: "/") {
                start += 2
            } else if end - start >= 3, page[start + 1] == UInt8(ascii: "."), page[start + 2] == UInt8(ascii: "/") {
                start += 3
                stepsUp += 1
            } else {
                break
            }
        }
        rest = page[start..<end]
        self.end = end
    }
}

/// Finds the values of `href`, `src` and `action`.
private struct AttributeScanner {
    private let page: UnsafeBufferPointer<UInt8>
    private var at = 0

    init(_ page: UnsafeBufferPointer<UInt8>) { self.page = page }

    /// The next value, without its quotation marks.
    mutating func next() -> Range<Int>? {
        while let quote = page.index(of: UInt8(ascii: "\""), from: at) {
            at = quote + 1
            guard quote > 0, page[quote - 1] == UInt8(ascii: "=") else { continue }
            guard ends(with: " href=", before: quote) || ends(with: " src=", before: quote) || ends(with: " action=", before: quote) else { continue }
            guard let end = page.index(of: UInt8(ascii: "\""), from: at) else { return nil }
            defer { at = end + 1 }
            return at..<end
        }
        return nil
    }

    private func ends(with name: StaticString, before end: Int) -> Bool {
        let name = Bytes(name)
        return end >= name.count && Bytes(rebasing: page[end - name.count..<end]).isEqual(to: name)
    }
}
