import Packs

/// What was ever published at which address: `published.tsv`.
public struct Publication: Sendable {
    public init() {}
}
