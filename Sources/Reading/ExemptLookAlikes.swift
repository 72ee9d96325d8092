import Markdown
import Packs

/// Words and names by which people mean "exempt" without the mark that counts. A build that is not sure publishes
/// nothing.
enum ExemptLookAlikes {
    /// True for the title of an item that says of itself that it is exempt: "Purchase of land (exempt)",
    /// "EXEMPT: purchase of land", "Purchase of land – not for publication".
    static func isTitle(_ title: String) -> Bool {
        let words = title.lowercased()
        // Nearly no title has any of these words.
        guard ["exempt", "confidential", "private", "publication"].contains(where: { words.hasBytes($0) }) else { return false }
        if words.contains("not for publication") || words.contains("exempt under") { return true }
        let first = words.split { !$0.isLetter }.first ?? ""
        if first == "exempt" { return true }
        let opens = first == "confidential" || first == "private"
        if opens, words.dropFirst(first.count).first.map({ ":–-".contains($0) }) ?? false { return true }
        return brackets(in: words).contains { $0.contains("exempt") || $0.contains("confidential") || $0 == "private" }
    }

    private static func brackets(in words: String) -> [Substring] {
        words.split { "([".contains($0) }.dropFirst(words.first.map { "([".contains($0) } ?? false ? 0 : 1)
            .compactMap { $0.split(omittingEmptySubsequences: false) { ")]".contains($0) }.first }
    }

    /// True for folders and files that are nearly, but not quite, called `exempt`.
    static func isName(_ name: String, isFolder: Bool) -> Bool {
        let stem = name.lowercased().split(separator: ".").first.map(String.init) ?? ""
        if stem == "exempt" { return name != "exempt" }
        return stem.split(separator: "-").contains { $0.hasPrefix("exempt") && !$0.hasPrefix("exemption") } || (isFolder && privateNames.contains(stem))
    }

    private static let privateNames: Set<String> = [
        "confidential", "private", "restricted", "not-for-publication", "part-2", "part-ii", "part-b",
    ]

    /// True for words of a section's heading by which some authorities mean that it is exempt.
    static func isSectionWord(_ word: Substring) -> Bool { sectionWords.contains(word) }

    private static let sectionWords: Set<Substring> = [
        "confidential", "private", "excluded", "exclusion", "closed", "publication", "excempt", "exmept", "exemt", "exampt",
    ]
}
