import Results

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

extension SourceNames {
    /// In this run: another where there is one file more, fewer or of another name.
    var number: UInt64 { fingerprints.reduce(UInt64(fingerprints.count)) { $0 &+ Question("source", UInt64(bitPattern: Int64($1))).key } }
}
