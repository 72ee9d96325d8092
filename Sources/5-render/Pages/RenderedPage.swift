/// A page as it was written, and what it turned out to need.
package struct RenderedPage {
    package var bytes: [UInt8] = []
    /// The terms that it explains: positions in `References.meanings`.
    package private(set) var terms: [Int] = []
    /// Where the size of the meeting's archive belongs, which holds the page itself: positions in its bytes, in order.
    private var sizes: [Int] = []

    /// Of a file that is no page, or of a page that is not written yet.
    package init() {}

    init(_ bytes: [UInt8], _ notes: PageNotes) {
        self.bytes = bytes
        (terms, sizes) = (notes.terms, notes.sizes)
    }

    /// The page with what is said of the archive in its place.
    package func saying(_ detail: String) -> [UInt8] {
        if sizes.isEmpty { return bytes }
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count + sizes.count * detail.utf8.count)
        var start = 0
        for place in sizes {
            out += bytes[start..<place]
            out += detail.utf8
            start = place
        }
        out += bytes[start...]
        return out
    }

    /// What is said of an archive.
    ///
    /// - Parameter size: In bytes; nil in the archive itself.
    package func saying(archiveOf size: Int?) -> [UInt8] { saying(size.map { "ZIP, " + sizeInWords($0) } ?? "ZIP") }
}
