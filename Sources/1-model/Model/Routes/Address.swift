/// A page's address within the site: a path without a slash in front, which ends in `/`, or is empty for the home page.
package struct Address: Hashable, Sendable, Comparable, Encodable {
    package let path: String

    package init(_ path: String) { self.path = path }

    package static let home = Address("")

    package static func < (a: Address, b: Address) -> Bool { a.path < b.path }

    /// The way from this page to a path of the site, such that it holds wherever the site stands:
    /// from `committees/hwb/` to `strategies/plan/` it is `../../strategies/plan/`.
    package func reference(to target: String) -> String {
        var (own, target) = (path, target)
        return own.withUTF8 { own in target.withUTF8 { Address.way(from: own, to: $0) } }
    }

    private static func way(from page: UnsafeBufferPointer<UInt8>, to target: UnsafeBufferPointer<UInt8>) -> String {
        let shared = sharedFolders(page, target)
        let up = page[shared...].count { $0 == slash }
        if up == 0, shared == target.count { return "./" }
        return String(unsafeUninitializedCapacity: 3 * up + target.count - shared) { words in
            var end = 0
            for _ in 0..<up { end = words[end...].update(fromContentsOf: upwards) }
            return words[end...].update(fromContentsOf: target[shared...])
        }
    }

    /// How many bytes the folders take that two paths begin with.
    private static func sharedFolders(_ page: UnsafeBufferPointer<UInt8>, _ target: UnsafeBufferPointer<UInt8>) -> Int {
        var shared = 0
        for at in 0..<min(page.count, target.count) {
            guard page[at] == target[at] else { break }
            if page[at] == slash { shared = at + 1 }
        }
        return shared
    }

    private static let slash = UInt8(ascii: "/")
    private static let upwards = Array("../".utf8)

    package func reference(to target: Address) -> String { reference(to: target.path) }

    /// Whether a page lies below this one, or is this one.
    package func holds(_ other: Address) -> Bool { other.path.hasPrefix(path) }
}

extension String {
    /// `/old/page` as the path of a page: `old/page/`. A name with a dot in it is a file's.
    package var asPagePath: String {
        let bare = drop { $0 == "/" }
        return bare.isEmpty || bare.hasSuffix("/") || bare.split(separator: "/").last!.contains(".") ? String(bare) : bare + "/"
    }
}
