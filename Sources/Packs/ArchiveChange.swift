/// What is another in an archive than in the one that was read before.
public struct ArchiveChange: Sendable {
    /// Whether more than the texts below was changed: then nothing may be taken over from before.
    public var isWide: Bool
    /// Meetings of which texts were changed, and no head: where they stand in the archive.
    public var meetings: [(committee: Int, meeting: Int)] = []
    /// Strategies of which texts were changed, and no head: where they stand in the archive.
    public var strategies: [Int] = []

    public init(isWide: Bool) { self.isWide = isWide }
}
