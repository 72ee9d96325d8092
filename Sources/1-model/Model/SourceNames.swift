/// Which files the source folder has. It can be asked for a name but holds none, since some are exempt.
package struct SourceNames: Sendable {
    private var fingerprints: Set<Int> = []

    package init() {}

    /// - Parameter path: From the root of the source folder.
    package mutating func insert(_ path: String) { fingerprints.insert(path.hashValue) }

    package func contains(_ path: String) -> Bool { fingerprints.contains(path.hashValue) }
}

extension SourceNames: Encodable {
    /// Nothing is shown of them.
    package func encode(to encoder: any Encoder) {}
}
