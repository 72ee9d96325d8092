import Diagnostics
import Markdown

/// Whether the words of links say where they lead.
enum LinkWords {
    private static let empty: Set<String> = [
        "here", "click here", "click", "click on this link", "click this link", "read more", "more", "see more", "find out more", "learn more", "this link",
        "link", "follow this link", "this", "see here", "this page", "this website", "this site", "website", "web page", "webpage", "more information",
        "further information", "more details", "go", "view", "download", "read here", "available here",
    ]

    static func findings(in document: Document) -> [Diagnostic] {
        guard !document.links.isEmpty else { return [] }
        return document.events.indices.compactMap { at in
            guard document.events[at].kind == .link else { return nil }
            let block = Block(document: document, at: at)
            let link = document.links[Int(block.event.index)]
            return fault(block.plainText, link).map { Diagnostic($0, at: link.location) }
        }
    }

    private static func fault(_ words: String, _ link: Link) -> WritingProblem? {
        // Longer words say something.
        if words.utf8.count <= 24, empty.contains(words.lettersAndBlanks) { return .linkSaysNothing(words) }
        return isBareAddress(words[...]) ? .linkIsAddress : nil
    }

    /// The name of a site alone, `www.example.gov.uk`, says where the link leads.
    private static func isBareAddress(_ words: Substring) -> Bool {
        guard let first = words.utf8.first, first == UInt8(ascii: "h") || first == UInt8(ascii: "w"),
            ["http://", "https://", "www."].contains(where: { words.hasPrefix($0) }), !words.contains(" ") else { return false }
        let name = words.trimmingPrefix("https://").trimmingPrefix("http://")
        let path = name.drop { $0 != "/" }
        return path.count > 1 || name.count > 40
    }
}
