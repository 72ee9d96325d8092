import Text

/// Numbered paragraphs, pages, tables and notes have families of anchors of their own (`para-…`, `page-…`), which words never
/// enter; so a heading's anchor depends on the other headings alone.
enum AnchorFamilies {
    private static let all = ["para-", "minute-", "item-", "page-", "table-", "correction-", "fn-", "fnref-"]

    /// A slug of words that keeps out of the families of numbered things.
    static func slug(_ words: some Collection<UInt8>, limit: Int = .max, instead: String) -> String {
        let slug = Slug.make(words, limit: limit)
        if slug.isEmpty { return instead }
        return isReserved(slug) ? "\(instead)-\(slug)" : slug
    }

    /// `item-7`, `para-4-a`; not `item-description`.
    private static func isReserved(_ slug: String) -> Bool {
        guard all.contains(where: slug.hasPrefix) else { return false }
        return slug.split(separator: "-" as Character).dropFirst().allSatisfy { $0.utf8.count <= 4 }
    }
}
