import Markdown

/// How long a text takes to read.
enum ReadingTime {
    /// Words a grown-up reads in a minute: 238, for English texts that are not fiction.
    ///
    /// Source: M. Brysbaert, "How many words do we read per minute? A review and meta-analysis of reading rate", Journal of
    /// Memory and Language 109 (2019).
    static let wordsPerMinute = 238

    /// "6 minutes", rounded; nil where it is too short to matter.
    static func words(for document: Document) -> String? {
        let minutes = (document.wordCount + wordsPerMinute / 2) / wordsPerMinute
        return minutes < 2 ? nil : "\(minutes) minutes"
    }
}
