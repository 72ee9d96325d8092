/// Which files the source folder has. It can be asked for a name but holds none, since some are exempt.
public struct SourceNames: Sendable {
    private var fingerprints: Set<Int> = []

    public init() {}

    /// - Parameter path: From the root of the source folder.
    public mutating func insert(_ path: String) { fingerprints.insert(path.hashValue) }

    public func contains(_ path: String) -> Bool { fingerprints.contains(path.hashValue) }
}
