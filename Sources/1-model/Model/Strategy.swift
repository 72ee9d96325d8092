import Diagnostics
import Markdown

/// A strategy or plan: a cover and its chapters.
package struct Strategy: Sendable {
    package enum Status: String, Sendable, CaseIterable { case draft, adopted, superseded }
    package enum Contents: String, Sendable, CaseIterable {
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
    package let cover: Document
    package var chapters: [Chapter] = []
    package var attachments: [Attachment] = []

    package init(slug: String, location: SourceLocation, title: String, cover: Document) {
        self.slug = slug
        self.location = location
        self.title = title
        self.cover = cover
    }
}

package struct Chapter: Sendable {
    package let slug: String
    package let location: SourceLocation
    package let title: String
    /// As printed: "4", "Appendix A".
    package var number: String?
    package var pages: String?
    package let text: Document

    package init(slug: String, location: SourceLocation, title: String, text: Document) {
        self.slug = slug
        self.location = location
        self.title = title
        self.text = text
    }
}

/// A free-standing page, such as the accessibility statement.
package struct Page: Sendable {
    package let slug: String
    package let location: SourceLocation
    package let title: String
    package let text: Document

    package init(slug: String, location: SourceLocation, title: String, text: Document) {
        self.slug = slug
        self.location = location
        self.title = title
        self.text = text
    }

    /// Where the accessibility statement stands, whether or not a source adds words of the authority's own to it.
    package static let accessibility = Route.accessibility.address
}
