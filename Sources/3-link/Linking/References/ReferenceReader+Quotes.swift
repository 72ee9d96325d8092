extension ReferenceReader {
    /// Whether a place stands between quotation marks that are not far apart: in a title that is quoted.
    func isQuoted(_ place: Range<Int>) -> Bool {
        var straight = 0
        var isSingleClosed = false
        let lowest = max(paragraph.lowerBound, place.lowerBound - ReferenceReader.quoteReach)
        var at = place.lowerBound - 1
        while at >= lowest {
            if text[at] == UInt8(ascii: "\"") { straight += 1 }
            if at >= lowest + 2, text[at - 2] == 0xE2, text[at - 1] == 0x80 {
                switch text[at] {
                case 0x9D: return straight % 2 == 1
                case 0x9C: return closes(0x9D, after: place.upperBound)
                case 0x99: isSingleClosed = isSingleClosed || !isApostrophe(at + 1)
                case 0x98 where !isSingleClosed: if closes(0x99, after: place.upperBound) { return true }
                default: break
                }
            }
            at -= 1
        }
        return straight % 2 == 1
    }

    private static let quoteReach = 200

    /// Whether the quotation mark whose last byte is given follows soon.
    private func closes(_ last: UInt8, after start: Int) -> Bool {
        let end = min(paragraph.upperBound, start + ReferenceReader.quoteReach)
        guard start + 2 < end else { return false }
        return (start..<(end - 2)).contains { at in
            text[at] == 0xE2 && text[at + 1] == 0x80 && text[at + 2] == last && !(last == 0x99 && isApostrophe(at + 3))
        }
    }

    /// The closing single mark is an apostrophe too, where a letter follows.
    private func isApostrophe(_ after: Int) -> Bool { after < paragraph.upperBound && text[after].isLetter }
}
