/// How much a word counts in a passage: BM25F (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, section 3.6), with
/// the rarity of the word left to the search.
enum Weights {
    /// How fast a word that is repeated stops counting more.
    static let saturation = 1.2
    /// How far a long passage counts less, from 0 to 1.
    static let length = 0.6
    /// The words of a passage of common length.
    static let commonLength = 110.0

    static let title = 1.0
    static let heading = 2.5
    static let outerHeading = 1.0
    static let detail = 0.4

    /// - Parameters:
    ///   - frequency: How often the word stands in the text.
    ///   - elsewhere: What it counts for its place in title and headings.
    ///   - words: How long the text is.
    /// - Returns: From 1 to 255.
    static func impact(frequency: Int, elsewhere: Double, words: Int, weight: Double) -> UInt8 {
        let norm = 1 - length + length * Double(words) / commonLength
        let total = Double(frequency) / norm + elsewhere
        return UInt8(max(1, min(255, 255 * weight * total / (saturation + total))))
    }
}
