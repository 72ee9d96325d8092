/// What is another in an archive than in the one that was read before.
package struct ArchiveChange: Sendable {
    /// Whether more than the texts below was changed: then nothing may be taken over from before.
    package var isWide: Bool
    /// Meetings of which texts were changed, and no head: where they stand in the archive.
    package var meetings: [(committee: Int, meeting: Int)] = []
    /// Strategies of which texts were changed, and no head: where they stand in the archive.
    package var strategies: [Int] = []

    package init(isWide: Bool) { self.isWide = isWide }
}
