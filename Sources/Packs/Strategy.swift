import Diagnostics
import Markdown

/// A strategy or plan: a cover and its chapters.
public struct Strategy: Sendable {
    public enum Status: String, Sendable, CaseIterable { case draft, adopted, superseded }
    public enum Contents: String, Sendable, CaseIterable {
        case chapters
        case onePage = "one-page"
    }

    public let slug: String
    public let place: Place
    public var title: String
    public var short: String?
    public var aliases: [String] = []
    /// A committee's slug, or text.
    public var owner: String?
    /// A year or a date, as written.
    public var from: String?
    public var to: String?
    public var status: Status?
    /// `committee/date`, as written.
    public var adoptedAt: String?
    /// The slug of the strategy it replaces.
    public var supersedes: String?
    public var contents: Contents = .chapters
    public let cover: Document
    public var chapters: [Chapter] = []
    public var attachments: [Attachment] = []

    public init(slug: String, place: Place, title: String, cover: Document) {
        self.slug = slug
        self.place = place
        self.title = title
        self.cover = cover
    }

    public var address: Address { Address("strategies/\(slug)/") }
    public var wholeAddress: Address { Address(address.path + "all/") }
    public func address(of chapter: Chapter) -> Address { Address(address.path + chapter.slug + "/") }
}

public struct Chapter: Sendable {
    public let slug: String
    public let place: Place
    public let title: String
    /// As printed: "4", "Appendix A".
    public var number: String?
    public var pages: String?
    public let text: Document

    public init(slug: String, place: Place, title: String, text: Document) {
        self.slug = slug
        self.place = place
        self.title = title
        self.text = text
    }
}

/// A free-standing page, such as the accessibility statement.
public struct Page: Sendable {
    public let slug: String
    public let place: Place
    public let title: String
    public let text: Document

    public init(slug: String, place: Place, title: String, text: Document) {
        self.slug = slug
        self.place = place
        self.title = title
        self.text = text
    }

    public var address: Address { Address(slug + "/") }

    /// Where the accessibility statement stands, whether or not a source adds words of the authority's own to it.
    public static let accessibility = Address("accessibility/")
}
