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
    private let allItems: [AgendaItem]
    private let joined: ItemJoin
    /// Of what its head says.
    private let headQuestion: Question
    /// Of all else, the texts of its papers left out: these are questions of their own.
    private let question: Question
    /// Of this one object.
    package let version = Version.next()
    private let keptOutline = KeptNumber()

    package init(_ draft: MeetingDraft) {
        committee = draft.committee
        slug = draft.slug
        date = draft.date
        location = draft.location
        address = draft.address
        minutesAddress = address.minutes
        read = draft
        let items = draft.everyItem
        allItems = items
        joined = ItemJoin(items, in: ([draft.sections] + draft.supplements.map(\.sections)).map { $0.reduce(0) { $0 + $1.items.count } })
        headQuestion = Question("head", address.path)
        question = Question("meeting", address.path)
    }

    /// What is asked of it, handed out without a copy of the rest.
    private var head: MeetingDraft {
        _read {
            Asking.note(headQuestion)
            yield read
        }
    }

    private var contents: MeetingDraft {
        _read {
            Asking.note(question)
            yield read
        }
    }

    // MARK: Its head

    package var title: String? { head.title }
    package var kind: Kind { head.kind }
    package var access: Access { head.access }
    /// nil where the agenda does not say.
    package var status: Status? { head.status }
    package var starts: ClockTime? { head.starts }
    package var ends: ClockTime? { head.ends }
    package var venue: String? { head.venue }
    package var attendance: [Attendance] { head.attendance }
    /// What was announced of its day, time and place before, oldest first.
    package var moves: [Move] { head.moves }
    /// The day the notice and the papers were published.
    package var issued: Day? { head.issued }
    /// Where that day is given.
    package var issuedLocation: SourceLocation? { head.issuedLocation }
    /// Why the notice was shorter than the law asks.
    package var urgency: String? { head.urgency }
    /// Where it can be watched.
    package var webcast: String? { head.webcast }
    package var contact: Contact? { head.contact }
    package var next: Next? { head.next }
    /// True where there is an agenda to show.
    package var hasAgenda: Bool { head.hasAgenda }

    // MARK: Its agenda, papers and minutes

    /// What stands before the first heading of the agenda.
    package var notice: Markup? { contents.notice }
    package var sections: [AgendaSection] { contents.sections }
    package var supplements: [Supplement] { contents.supplements }
    /// In the order of the agenda, those that no item lists after the others.
    package var papers: [Paper] { contents.papers }
    package var minutes: Minutes? { contents.minutes }
    /// Other files that belong to no paper; published where a public source links to them.
    package var attachments: [Attachment] { contents.attachments }
    /// Where open items list papers that are exempt: links that lead nowhere, and are no fault.
    package var exemptLinks: [SourceLocation] { contents.exemptLinks }
    /// Those of the agenda, then those of the supplements. Minutes and papers name an item by its position here.
    package var everyItem: [AgendaItem] {
        Asking.note(question)
        return allItems
    }

    /// Which of them are one.
    package var join: ItemJoin {
        Asking.note(question)
        return joined
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

    /// A number for all that others can see of it without reading its texts: every member but the texts, and the lines on which things stand.
    package var outline: UInt64 {
        keptOutline.value {
            Digest.joining([Digest.of(read, leavingOut: [SourceLocation.self, Markup.self, TextParagraph.self])] + documents.map { UInt64($0.tables.count) })
        }
    }

    /// All texts of it.
    package var documents: [Document] {
        [notice?.document, minutes?.document].compactMap(\.self) + supplements.compactMap { $0.notice?.document }
            + papers.flatMap { [$0.text] + $0.properties.compactMap(\.value) }
    }

    func answer(into answers: inout Answers) {
        var head = read
        (head.notice, head.sections, head.supplements, head.papers, head.minutes) = (nil, [], [], [], nil)
        answers.add(headQuestion, Digest.of(head))
        answers.add(question, Digest.of(read))
        for paper in read.papers { paper.answer(into: &answers) }
    }
}
