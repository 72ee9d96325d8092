import ArgumentParser

/// A release of Moot by its number, `0.1.0` (Semantic Versioning 2.0.0, without what stands behind a hyphen or a plus).
struct Release: Comparable, Sendable, CustomStringConvertible {
    let major: Int
    let minor: Int
    let patch: Int

    /// nil for what is no number of a release.
    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 3, let major = parts[0], let minor = parts[1], let patch = parts[2], min(major, minor, patch) >= 0 else { return nil }
        self.init(major, minor, patch)
    }

    init(_ major: Int, _ minor: Int, _ patch: Int) {
        self.major = major
        self.minor = minor
        self.patch = patch
    }

    /// The first that was ever given out: no site can be older.
    static let first = Release(0, 1, 0)

    static func < (a: Release, b: Release) -> Bool { (a.major, a.minor, a.patch) < (b.major, b.minor, b.patch) }

    var description: String { "\(major).\(minor).\(patch)" }
}

extension Release: ExpressibleByArgument {
    init?(argument: String) { self.init(argument) }
}
