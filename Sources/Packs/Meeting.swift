import Diagnostics
import Markdown

/// One meeting of a committee: its agenda, its papers, and its minutes once there are any.
public struct Meeting: Sendable {
    public enum Kind: String, Sendable, CaseIterable { case ordinary, extraordinary, annual, development }
    public enum Access: String, Sendable, CaseIterable { case `public`, `private` }
    public enum Status: String, Sendable, CaseIterable { case scheduled, held, cancelled, postponed, inquorate }
    public enum Attendance: String, Sendable, CaseIterable {
        case inPerson = "in-person"
        case online
    }

    /// A date, or what is printed instead of one.
    public enum Next: Sendable {
        case day(Day)
        case text(String)
    }

    /// The committee's slug.
    public let committee: String
    /// The folder's name: the date, or the date and a suffix.
    public let slug: String
    public let date: Day
    public let place: Place
    public let address: Address
    public var title: String?
    public var kind: Kind = .ordinary
    public var access: Access = .public
    /// nil where the agenda does not say.
    public var status: Status?
    public var starts: ClockTime?
    public var ends: ClockTime?
    public var venue: String?
    public var attendance: [Attendance] = []
    /// What was announced of its day, time and place before, oldest first.
    public var moves: [Move] = []
    /// The day the notice and the papers were published.
    public var issued: Day?
    /// Where that day is given.
    public var issuedPlace: Place?
    /// Why the notice was shorter than the law asks.
    public var urgency: String?
    /// Where it can be watched.
    public var webcast: String?
    public var contact: Contact?
    public var next: Next?
    /// What stands before the first heading of the agenda.
    public var notice: Markup?
    public var sections: [AgendaSection] = [] { didSet { gatherItems() } }
    public var supplements: [Supplement] = [] { didSet { gatherItems() } }
    /// In the order of the agenda, those that no item lists after the others.
    public var papers: [Paper] = []
    public var minutes: Minutes?
    /// Other files that belong to no paper; published where a public source links to them.
    public var attachments: [Attachment] = []
    /// Where open items list papers that are exempt: links that lead nowhere, and are no fault.
    public var exemptLinks: Set<Place> = []
    /// True where there is an agenda to show.
    public var hasAgenda = false

    public init(committee: String, slug: String, date: Day, place: Place) {
        self.committee = committee
        self.slug = slug
        self.date = date
        self.place = place
        address = Address("committees/\(committee)/\(slug)/")
    }

    public var minutesAddress: Address { Address(address.path + "minutes/") }
    public var packAddress: Address { Address(address.path + "pack/") }
    /// Whether the law asks for public notice of it: not of a development session, nor of a meeting that the public may
    /// not attend, nor of one that did not take place.
    public var needsNotice: Bool { kind != .development && access == .public && status != .cancelled && status != .postponed }
    /// The items of the agenda, in order.
    public var items: [AgendaItem] { sections.flatMap(\.items) }
    /// How many of `everyItem` are the agenda's own.
    public var itemCount: Int { sections.reduce(0) { $0 + $1.items.count } }
    /// Those of the agenda, then those of the supplements. Minutes and papers name an item by its position here.
    public private(set) var everyItem: [AgendaItem] = []

    private mutating func gatherItems() { everyItem = items + supplements.flatMap(\.sections).flatMap(\.items) }
}

/// A part of an agenda that a `#` heading opens.
public struct AgendaSection: Sendable {
    /// nil for items before any section.
    public let title: String?
    /// What stands between the heading and the first item.
    public let introduction: Markup?
    public var items: [AgendaItem]

    public init(title: String?, introduction: Markup?, items: [AgendaItem]) {
        self.title = title
        self.introduction = introduction
        self.items = items
    }
}

/// Further papers, published after the agenda.
public struct Supplement: Sendable {
    public let slug: String
    public var title: String?
    public var issued: Day?
    public var notice: Markup?
    public var sections: [AgendaSection]
    public var items: [AgendaItem] { sections.flatMap(\.items) }

    public init(slug: String, title: String?, issued: Day?, notice: Markup?, sections: [AgendaSection]) {
        self.slug = slug
        self.title = title
        self.issued = issued
        self.notice = notice
        self.sections = sections
    }
}

/// What was announced of a meeting before its day, time or place was changed.
public struct Move: Sendable, Equatable {
    /// The day on which the change was announced.
    public let changed: Day
    /// As they were until then; nil for what was not changed.
    public let date: Day?
    public let starts: ClockTime?
    public let venue: String?

    public init(changed: Day, date: Day?, starts: ClockTime?, venue: String?) {
        self.changed = changed
        self.date = date
        self.starts = starts
        self.venue = venue
    }
}
