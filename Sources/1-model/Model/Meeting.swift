import Diagnostics
import Markdown
import Results

/// One meeting of a committee: its agenda, its papers, and its minutes once there are any.
///
/// It does not change once it is read, and is handed on everywhere: a class, so that handing it on costs one count.
package final class Meeting: Sendable {
    package enum Kind: String, Sendable, CaseIterable, Encodable { case ordinary, extraordinary, annual, development }
    package enum Access: String, Sendable, CaseIterable, Encodable { case `public`, `private` }
    package enum Status: String, Sendable, CaseIterable, Encodable { case scheduled, held, cancelled, postponed, inquorate }
    package enum Attendance: String, Sendable, CaseIterable, Encodable {
        case inPerson = "in-person"
        case online
    }

    /// A date, or what is printed instead of one.
    package enum Next: Sendable, Encodable {
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
    /// All that was read of it, which is handed out piece by piece, so that what a result depends on is known.
    private let read: MeetingDraft
    private let items_: [AgendaItem]
    private let join_: ItemJoin
    /// Of what its head says.
    private let headQuestion: Question
    /// Of all else, the texts of its papers left out: these are questions of their own.
    private let question: Question

    package init(_ draft: MeetingDraft) {
        committee = draft.committee
        slug = draft.slug
        date = draft.date
        location = draft.location
        address = draft.address
        minutesAddress = address.minutes
        read = draft
        let items = draft.everyItem
        items_ = items
        join_ = ItemJoin(items, in: ([draft.sections] + draft.supplements.map(\.sections)).map { $0.reduce(0) { $0 + $1.items.count } })
        headQuestion = Question("head", address.path)
        question = Question("meeting", address.path)
    }

    // MARK: Its head

    package var title: String? {
        Asking.note(headQuestion)
        return read.title
    }

    package var kind: Kind {
        Asking.note(headQuestion)
        return read.kind
    }

    package var access: Access {
        Asking.note(headQuestion)
        return read.access
    }

    /// nil where the agenda does not say.
    package var status: Status? {
        Asking.note(headQuestion)
        return read.status
    }

    package var starts: ClockTime? {
        Asking.note(headQuestion)
        return read.starts
    }

    package var ends: ClockTime? {
        Asking.note(headQuestion)
        return read.ends
    }

    package var venue: String? {
        Asking.note(headQuestion)
        return read.venue
    }

    package var attendance: [Attendance] {
        Asking.note(headQuestion)
        return read.attendance
    }

    /// What was announced of its day, time and place before, oldest first.
    package var moves: [Move] {
        Asking.note(headQuestion)
        return read.moves
    }

    /// The day the notice and the papers were published.
    package var issued: Day? {
        Asking.note(headQuestion)
        return read.issued
    }

    /// Where that day is given.
    package var issuedLocation: SourceLocation? {
        Asking.note(headQuestion)
        return read.issuedLocation
    }

    /// Why the notice was shorter than the law asks.
    package var urgency: String? {
        Asking.note(headQuestion)
        return read.urgency
    }

    /// Where it can be watched.
    package var webcast: String? {
        Asking.note(headQuestion)
        return read.webcast
    }

    package var contact: Contact? {
        Asking.note(headQuestion)
        return read.contact
    }

    package var next: Next? {
        Asking.note(headQuestion)
        return read.next
    }

    /// True where there is an agenda to show.
    package var hasAgenda: Bool {
        Asking.note(headQuestion)
        return read.hasAgenda
    }

    // MARK: Its agenda, papers and minutes

    /// What stands before the first heading of the agenda.
    package var notice: Markup? {
        Asking.note(question)
        return read.notice
    }

    package var sections: [AgendaSection] {
        Asking.note(question)
        return read.sections
    }

    package var supplements: [Supplement] {
        Asking.note(question)
        return read.supplements
    }

    /// In the order of the agenda, those that no item lists after the others.
    package var papers: [Paper] {
        Asking.note(question)
        return read.papers
    }

    package var minutes: Minutes? {
        Asking.note(question)
        return read.minutes
    }

    /// Other files that belong to no paper; published where a public source links to them.
    package var attachments: [Attachment] {
        Asking.note(question)
        return read.attachments
    }

    /// Where open items list papers that are exempt: links that lead nowhere, and are no fault.
    package var exemptLinks: [SourceLocation] {
        Asking.note(question)
        return read.exemptLinks
    }

    /// Those of the agenda, then those of the supplements. Minutes and papers name an item by its position here.
    package var everyItem: [AgendaItem] {
        Asking.note(question)
        return items_
    }

    /// Which of them are one.
    package var join: ItemJoin {
        Asking.note(question)
        return join_
    }

    /// All of it is asked: for what was worked out from it before.
    package func noteAll() {
        Asking.note(headQuestion)
        Asking.note(question)
    }
    /// The items of the agenda, in order.
    package var items: [AgendaItem] { sections.flatMap(\.items) }
    /// How many of `everyItem` are the agenda's own.
    package var itemCount: Int { sections.reduce(0) { $0 + $1.items.count } }
}

/// A part of an agenda that a `#` heading opens.
package struct AgendaSection: Sendable, Encodable {
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
package struct Supplement: Sendable, Encodable {
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
package struct Move: Sendable, Equatable, Encodable {
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

extension Meeting: Encodable {
    /// What names it; all else is answered for itself.
    package func encode(to encoder: any Encoder) throws { try id.encode(to: encoder) }

    func answer(into answers: inout Answers) {
        var head = read
        (head.notice, head.sections, head.supplements, head.papers, head.minutes) = (nil, [], [], [], nil)
        answers.add(headQuestion, Digest.of(head))
        answers.add(question, Digest.of(read))
        for paper in read.papers { paper.answer(into: &answers) }
    }
}
