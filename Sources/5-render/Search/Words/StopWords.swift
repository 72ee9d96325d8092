/// Words that stand everywhere and tell nothing. They are in no index; a phrase that holds one is verified in the text.
enum StopWords {
    /// - Parameter language: As `site.yml` gives it. Where the list of a language is not known, there is none: such words
    ///   count little of themselves.
    static func list(language: String) -> [String] {
        language.lowercased().hasPrefix("en") ? english : []
    }

    private static let english = [
        "a", "an", "and", "are", "as", "at", "be", "been", "being", "by", "can", "could", "did", "do", "does", "for", "from", "had", "has", "have", "he", "her", "his", "how", "if", "in", "into", "is", "it", "its",
        "of", "on", "or", "our", "she", "that", "the", "their", "them", "there", "these", "they", "this", "those", "to", "was", "we", "were", "what", "when", "where", "which",
        "who", "why", "will", "with", "would", "you", "your",
    ]
}
