/// A page's address within the site: a path without a slash in front, which ends in `/`, or is empty for the home page.
public struct Address: Hashable, Sendable, Comparable {
    public let path: String

    public init(_ path: String) { self.path = path }

    public static let home = Address("")

    public static func < (a: Address, b: Address) -> Bool { a.path < b.path }

    /// The way from this page to a path of the site, such that it holds wherever the site stands:
    /// from `committees/hwb/` to `strategies/plan/` it is `../../strategies/plan/`.
    public func reference(to target: String) -> String {
        let own = path.utf8.split(separator: UInt8(ascii: "/"))
        let other = target.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        var shared = 0
        while shared < own.count, shared < other.count - 1, own[shared].elementsEqual(other[shared]) { shared += 1 }
        var steps = String(repeating: "../", count: own.count - shared)
        steps += other[shared...].map { String(Substring($0)) }.joined(separator: "/")
        return steps.isEmpty ? "./" : steps
    }

    public func reference(to target: Address) -> String { reference(to: target.path) }
}
