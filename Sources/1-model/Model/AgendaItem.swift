import Diagnostics
import Markdown

/// One thing a meeting is to deal with.
package struct AgendaItem: Sendable, Encodable {
    package let number: ItemNumber?
    package let title: String
    /// `item-7`, or the title's words where there is no number.
    package var anchor: String
    /// Further anchors that were published for it.
    package var otherAnchors: [String] = []
    package let location: SourceLocation
    package var business: Business

    package init(number: ItemNumber?, title: String, anchor: String, location: SourceLocation, business: Business) {
        self.number = number
        self.title = title
        self.anchor = anchor
        self.location = location
        self.business = business
    }

    /// An item is dealt with in public, or it is exempt. There is no field for what must not be shown of an exempt one.
    /// It lies in a box of its own, since items are handed on more often than they are looked into.
    package indirect enum Business: Sendable, Encodable {
        case open(OpenBusiness)
        case exempt(Exemption)
    }

    package var open: OpenBusiness? {
        if case .open(let business) = business { business } else { nil }
    }

    package var exemption: Exemption? {
        if case .exempt(let exemption) = business { exemption } else { nil }
    }
}

/// All that the public may know of an exempt item beside its number and title.
package struct Exemption: Sendable, Encodable {
    /// Of Schedule 12A to the Local Government Act 1972, in order.
    package let paragraphs: [Int]
    /// What the source gives for paragraphs, and the schedule does not have.
    package let unknownParagraphs: [Int]
    package let reason: String?

    package init(paragraphs: [Int], unknownParagraphs: [Int] = [], reason: String?) {
        self.paragraphs = paragraphs
        self.unknownParagraphs = unknownParagraphs
        self.reason = reason
    }
}

/// What is to be dealt with in public.
package struct OpenBusiness: Sendable, Encodable {
    package enum Purpose: Sendable, Equatable, Codable {
        case decision, consideration, information
        case other(String)
    }

    package enum State: String, Sendable, CaseIterable, Encodable { case deferred, withdrawn }

    package var papers: [ItemPaper] = []
    package var presenter: String?
    package var contact: String?
    package var purpose: Purpose?
    /// "11 - 30", as printed.
    package var pages: String?
    package var wards: String?
    /// Links to what it continues.
    package var follows: [NamedLink] = []
    /// Why it could not wait.
    package var urgent: String?
    package var state: State?
    /// Why it was put off, taken off, or the like.
    package var reason: String?
    /// What it is about.
    package var details: Markup
    /// True where a paper of this otherwise open item is exempt; nothing more of it is known here.
    package var hasExemptPaper = false

    package init(details: Markup) { self.details = details }
}

/// What an item lists under `Papers`.
package enum ItemPaper: Sendable, Encodable {
    case link(NamedLink)
    case toFollow, verbal, presentation, toBeTabled

    /// What can stand in place of a paper, as sources write it.
    package enum Word: String, Sendable, CaseIterable {
        case toFollow = "to follow"
        case verbal, presentation
        case toBeTabled = "to be tabled"
    }

    /// nil for a link.
    package var word: Word? {
        switch self {
        case .link: nil
        case .toFollow: .toFollow
        case .verbal: .verbal
        case .presentation: .presentation
        case .toBeTabled: .toBeTabled
        }
    }

    package var link: NamedLink? { if case .link(let link) = self { link } else { nil } }
}

extension OpenBusiness {
    /// The words that stand in place of papers.
    package var words: [ItemPaper.Word] { papers.compactMap(\.word) }
    /// Whether it says that a paper is to follow.
    package var isToFollow: Bool { words.contains(.toFollow) }
}

/// A link with its words. Where it leads is found by its number in the document's links.
package struct NamedLink: Sendable {
    package let title: String
    /// Of `document.links`.
    package let link: Int
    package let document: Document

    package init(title: String, link: Int, document: Document) {
        self.title = title
        self.link = link
        self.document = document
    }

    package var destination: String { document.links[link].destination }
    package var location: SourceLocation { document.links[link].location }
}

extension NamedLink: Encodable {
    /// As it is written: its number is another where a link comes before it.
    package func encode(to encoder: any Encoder) throws {
        var members = encoder.unkeyedContainer()
        try members.encode(title)
        try members.encode(destination)
    }
}
