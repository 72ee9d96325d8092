import Diagnostics
import Markdown
import Results

/// A strategy or plan: a cover and its chapters.
package struct Strategy: Sendable, Encodable {
    package enum Status: String, Sendable, CaseIterable, Encodable { case draft, adopted, superseded }
    package enum Contents: String, Sendable, CaseIterable, Encodable {
        case chapters
        case onePage = "one-page"
    }

    package let slug: String
    package let location: SourceLocation
    package var title: String
    package var short: String?
    package var aliases: [String] = []
    /// A committee's slug, or text.
    package var owner: String?
    /// A year or a date, as written.
    package var from: String?
    package var to: String?
    package var status: Status?
    /// `committee/date`, as written.
    package var adoptedAt: String?
    /// The slug of the strategy it replaces.
    package var supersedes: String?
    package var contents: Contents = .chapters
    private let document: Document
    package var chapters: [Chapter] = []
    package var attachments: [Attachment] = []

    package var cover: Document { document.asked }

    package init(slug: String, location: SourceLocation, title: String, cover: Document) {
        self.slug = slug
        self.location = location
        self.title = title
        document = cover
    }
}

package struct Chapter: Sendable, Codable {
    package let slug: String
    package let location: SourceLocation
    package let title: String
    /// As printed: "4", "Appendix A".
    package var number: String?
    package var pages: String?
    private let kept: KeptDocument

    package var text: Document { kept.document.asked }

    package init(slug: String, location: SourceLocation, title: String, text: Document) {
        self.slug = slug
        self.location = location
        self.title = title
        kept = KeptDocument(text)
    }
}

/// A free-standing page, such as the accessibility statement.
package struct Page: Sendable, Encodable {
    package let slug: String
    package let location: SourceLocation
    package let title: String
    private let document: Document

    package var text: Document { document.asked }

    package init(slug: String, location: SourceLocation, title: String, text: Document) {
        self.slug = slug
        self.location = location
        self.title = title
        document = text
    }

    /// Where the accessibility statement stands, whether or not a source adds words of the authority's own to it.
    package static let accessibility = Route.accessibility.address
}

extension Strategy {
    /// All texts of it.
    package var documents: [Document] { [cover] + chapters.map(\.text) }

    func answer(into answers: inout Answers) {
        document.answer(into: &answers)
        for chapter in chapters { chapter.answer(into: &answers) }
    }
}

extension Chapter {
    fileprivate func answer(into answers: inout Answers) { kept.document.answer(into: &answers) }
}

extension Page {
    func answer(into answers: inout Answers) { document.answer(into: &answers) }
}
