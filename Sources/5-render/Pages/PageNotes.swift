import Linking

/// What a page turns out to need while it is written. Each page has its own.
final class PageNotes {
    /// The terms that were shown with a button for their meaning: positions in `References.meanings`, in the order of the page. The
    /// meanings follow at the end of the page, and these are written last.
    private(set) var terms: [Int] = []
    /// Where in the page the size of the meeting's archive belongs. That holds the page itself, and so is made after it.
    private(set) var sizes: [Int] = []

    /// Notes that a meaning is needed, and gives its anchor.
    func use(_ meaning: Int, _ references: References) -> String {
        if !terms.contains(meaning) { terms.append(meaning) }
        return references.anchors[meaning]
    }

    /// Notes that the size of the archive is wanted where the page ends now.
    func wantSize(in page: [UInt8]) { sizes.append(page.count) }
}
