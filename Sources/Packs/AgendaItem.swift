import Diagnostics
import Markdown

/// One thing a meeting is to deal with.
public struct AgendaItem: Sendable {
    /// The label as printed: `7`, `7a`, `A1`.
    public let number: String?
    public let title: String
    /// `item-7`, or the title's words where there is no number.
    public var anchor: String
    public let place: Place
    public var business: Business

    public init(number: String?, title: String, anchor: String, place: Place, business: Business) {
        self.number = number
        self.title = title
        self.anchor = anchor
        self.place = place
        self.business = business
    }

    /// An item is dealt with in public, or it is exempt. There is no field for what must not be shown of an exempt one.
    /// It lies in a box of its own, since items are handed on more often than they are looked into.
    public indirect enum Business: Sendable {
        case open(OpenBusiness)
        case exempt(Exemption)
    }

    public var open: OpenBusiness? {
        if case .open(let business) = business { business } else { nil }
    }

    public var exemption: Exemption? {
        if case .exempt(let exemption) = business { exemption } else { nil }
    }
}

/// All that the public may know of an exempt item beside its number and title.
public struct Exemption: Sendable {
    /// Of Schedule 12A to the Local Government Act 1972, in order.
    public let paragraphs: [Int]
    /// What the source gives for paragraphs, and the schedule does not have.
    public let unknownParagraphs: [Int]
    public let reason: String?

    public init(paragraphs: [Int], unknownParagraphs: [Int] = [], reason: String?) {
        self.paragraphs = paragraphs
        self.unknownParagraphs = unknownParagraphs
        self.reason = reason
    }
}

/// What is to be dealt with in public.
public struct OpenBusiness: Sendable {
    public enum Purpose: Sendable, Equatable {
        case decision, consideration, information
        case other(String)
    }

    public enum State: String, Sendable, CaseIterable { case deferred, withdrawn }

    public var papers: [ItemPaper] = []
    public var presenter: String?
    public var contact: String?
    public var purpose: Purpose?
    /// "11 - 30", as printed.
    public var pages: String?
    public var wards: String?
    /// Links to what it continues.
    public var follows: [NamedLink] = []
    /// Why it could not wait.
    public var urgent: String?
    public var state: State?
    /// Why it was put off, taken off, or the like.
    public var reason: String?
    /// What it is about.
    public var details: Markup
    /// True where a paper of this otherwise open item is exempt; nothing more of it is known here.
    public var hasExemptPaper = false

    public init(details: Markup) { self.details = details }
}

/// What an item lists under `Papers`.
public enum ItemPaper: Sendable {
    case link(NamedLink)
    case toFollow, verbal, presentation, toBeTabled
}

/// A link with its words. Where it leads is found by its number in the document's links.
public struct NamedLink: Sendable {
    public let title: String
    /// Of `document.links`.
    public let link: Int
    public let document: Document

    public init(title: String, link: Int, document: Document) {
        self.title = title
        self.link = link
        self.document = document
    }

    public var destination: String { document.links[link].destination }
    public var place: Place { document.links[link].place }
}
