import Markdown
import Model
import Results
import Text

/// What was published before, as far as it decides how the places in texts are called.
struct Promises: Sendable, Equatable {
    /// nil where nothing is recorded.
    let record: PublishedRecord?
    /// By path of the page: the anchors of which `redirects.yml` says what became of them.
    private let withdrawn: [String: Set<String>]
    /// Whether the archive is to be published for the first time, so that numbers are wanted all the same.
    private let isPublication: Bool

    /// Of all of it.
    let digest: UInt64

    init(record: PublishedRecord? = nil, redirects: [Redirect] = [], isPublication: Bool = false) {
        self.record = record
        self.isPublication = isPublication
        let parts = record == nil ? [] : redirects.compactMap { redirect in redirect.fragment.map { (redirect.path.asPagePath, Set([$0])) } }
        withdrawn = Dictionary(parts, uniquingKeysWith: { $0.union($1) })
        let gone = withdrawn.sorted { $0.key < $1.key }.flatMap { [$0.key] + $0.value.sorted() }
        digest = Digest.joining([record.map { Digest.of(bytes: $0.bytes) } ?? 0, Digest.of(gone), isPublication ? 1 : 0])
    }

    static let none = Promises()

    func anchors(of page: Address, prefix: String = "") -> RecordedAnchors? {
        record?.anchors(of: page.path, prefix: prefix, withdrawn: withdrawn[page.path] ?? [])
    }

    /// Reads texts with the numbers that they are compared by.
    var parser: MarkdownParser {
        MarkdownParser(numbers: record.map { $0.hasFormerNumbers ? .currentAndFormer : .current } ?? (isPublication ? .current : .none))
    }
}

/// Where a text stands in the site, and what was published there.
struct PublishedPlace {
    let address: Address
    /// What stands before the anchors of the text.
    var prefix = ""
    let promises: Promises

    /// For a text that has no page of its own.
    static let nowhere = PublishedPlace(address: .home, promises: .none)

    /// A text with the anchors that were published for its places; says which stand on other words now.
    func keeping(_ document: Document, report: Report) -> Document {
        let kept = document.keeping(promises.anchors(of: address, prefix: prefix), of: prefix)
        for heading in kept.reworded { report.addReworded(prefix + heading.anchor, of: address, at: (document.path, heading.line)) }
        return kept.document
    }
}
