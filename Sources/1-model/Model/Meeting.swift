import Diagnostics
import Markdown

/// One meeting of a committee: its agenda, its papers, and its minutes once there are any.
///
/// It does not change once it is read, and is handed on everywhere: a class, so that handing it on costs one count.
package final class Meeting: Sendable {
    package enum Kind: String, Sendable, CaseIterable { case ordinary, extraordinary, annual, development }
    package enum Access: String, Sendable, CaseIterable { case `public`, `private` }
    package enum Status: String, Sendable, CaseIterable { case scheduled, held, cancelled, postponed, inquorate }
    package enum Attendance: String, Sendable, CaseIterable {
        case inPerson = "in-person"
        case online
    }

    /// A date, or what is printed instead of one.
    package enum Next: Sendable {
        case day(Day)
        case text(String)
    }

    /// The committee's slug.
    package let committee: String
    /// The folder's name: the date, or the date and a suffix.
    package let slug: String
    package let date: Day
    package let location: SourceLocation
    package let address: Address
    /// Of the page of its minutes, whether there are any or not.
    package let minutesAddress: Address
    package let title: String?
    package let kind: Kind
    package let access: Access
    /// nil where the agenda does not say.
    package let status: Status?
    package let starts: ClockTime?
    package let ends: ClockTime?
    package let venue: String?
    package let attendance: [Attendance]
    /// What was announced of its day, time and place before, oldest first.
    package let moves: [Move]
    /// The day the notice and the papers were published.
    package let issued: Day?
    /// Where that day is given.
    package let issuedLocation: SourceLocation?
    /// Why the notice was shorter than the law asks.
    package let urgency: String?
    /// Where it can be watched.
    package let webcast: String?
    package let contact: Contact?
    package let next: Next?
    /// What stands before the first heading of the agenda.
    package let notice: Markup?
    package let sections: [AgendaSection]
    package let supplements: [Supplement]
    /// In the order of the agenda, those that no item lists after the others.
    package let papers: [Paper]
    package let minutes: Minutes?
    /// Other files that belong to no paper; published where a public source links to them.
    package let attachments: [Attachment]
    /// Where open items list papers that are exempt: links that lead nowhere, and are no fault.
    package let exemptLinks: Set<SourceLocation>
    /// True where there is an agenda to show.
    package let hasAgenda: Bool

    /// Those of the agenda, then those of the supplements. Minutes and papers name an item by its position here.
    package let everyItem: [AgendaItem]
    /// Which of them are one.
    package let join: ItemJoin

    package init(_ draft: MeetingDraft) {
        committee = draft.committee
        slug = draft.slug
        date = draft.date
        location = draft.location
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
        issuedLocation = draft.issuedLocation
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
        minutesAddress = address.minutes
        let items = draft.everyItem
        everyItem = items
        join = ItemJoin(items, in: ([draft.sections] + draft.supplements.map(\.sections)).map { $0.reduce(0) { $0 + $1.items.count } })
    }

    /// The items of the agenda, in order.
    package var items: [AgendaItem] { sections.flatMap(\.items) }
    /// How many of `everyItem` are the agenda's own.
    package var itemCount: Int { sections.reduce(0) { $0 + $1.items.count } }
}

/// A part of an agenda that a `#` heading opens.
package struct AgendaSection: Sendable {
    /// nil for items before any section.
    package let title: String?
    /// What stands between the heading and the first item.
    package let introduction: Markup?
    package var items: [AgendaItem]

    package init(title: String?, introduction: Markup?, items: [AgendaItem]) {
        self.title = title
        self.introduction = introduction
        self.items = items
    }
}

/// Further papers, published after the agenda.
package struct Supplement: Sendable {
    package let slug: String
    package var title: String?
    package var issued: Day?
    package var notice: Markup?
    package var sections: [AgendaSection]
    package var items: [AgendaItem] { sections.flatMap(\.items) }

    package init(slug: String, title: String?, issued: Day?, notice: Markup?, sections: [AgendaSection]) {
        self.slug = slug
        self.title = title
        self.issued = issued
        self.notice = notice
        self.sections = sections
    }
}

/// What was announced of a meeting before its day, time or place was changed.
package struct Move: Sendable, Equatable {
    /// The day on which the change was announced.
    package let changed: Day
    /// As they were until then; nil for what was not changed.
    package let date: Day?
    package let starts: ClockTime?
    package let venue: String?

    package init(changed: Day, date: Day?, starts: ClockTime?, venue: String?) {
        self.changed = changed
        self.date = date
        self.starts = starts
        self.venue = venue
    }
}
