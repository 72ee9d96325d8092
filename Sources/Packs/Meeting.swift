import Diagnostics
import Markdown

/// One meeting of a committee: its agenda, its papers, and its minutes once there are any.
///
/// It does not change once it is read, and is handed on everywhere: a class, so that handing it on costs one count.
public final class Meeting: Sendable {
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
    public let title: String?
    public let kind: Kind
    public let access: Access
    /// nil where the agenda does not say.
    public let status: Status?
    public let starts: ClockTime?
    public let ends: ClockTime?
    public let venue: String?
    public let attendance: [Attendance]
    /// What was announced of its day, time and place before, oldest first.
    public let moves: [Move]
    /// The day the notice and the papers were published.
    public let issued: Day?
    /// Where that day is given.
    public let issuedPlace: Place?
    /// Why the notice was shorter than the law asks.
    public let urgency: String?
    /// Where it can be watched.
    public let webcast: String?
    public let contact: Contact?
    public let next: Next?
    /// What stands before the first heading of the agenda.
    public let notice: Markup?
    public let sections: [AgendaSection]
    public let supplements: [Supplement]
    /// In the order of the agenda, those that no item lists after the others.
    public let papers: [Paper]
    public let minutes: Minutes?
    /// Other files that belong to no paper; published where a public source links to them.
    public let attachments: [Attachment]
    /// Where open items list papers that are exempt: links that lead nowhere, and are no fault.
    public let exemptLinks: Set<Place>
    /// True where there is an agenda to show.
    public let hasAgenda: Bool

    /// Those of the agenda, then those of the supplements. Minutes and papers name an item by its position here.
    public let everyItem: [AgendaItem]

    public init(_ draft: MeetingDraft) {
        committee = draft.committee
        slug = draft.slug
        date = draft.date
        place = draft.place
        title = draft.title
        kind = draft.kind
        access = draft.access
        status = draft.status
        starts = draft.starts
        ends = draft.ends
        venue = draft.venue
        attendance = draft.attendance
        moves = draft.moves
        issued = draft.issued
        issuedPlace = draft.issuedPlace
        urgency = draft.urgency
        webcast = draft.webcast
        contact = draft.contact
        next = draft.next
        notice = draft.notice
        sections = draft.sections
        supplements = draft.supplements
        papers = draft.papers
        minutes = draft.minutes
        attachments = draft.attachments
        exemptLinks = draft.exemptLinks
        hasAgenda = draft.hasAgenda
        address = draft.address
        everyItem = draft.everyItem
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
