import Diagnostics
import Markdown

/// The record of a meeting.
public struct Minutes: Sendable {
    public enum Status: String, Sendable, CaseIterable { case draft, approved }

    public let place: Place
    public var status: Status
    /// The day of the meeting that approved them.
    public var approvedAt: Day?
    public var approvedWithChanges: Bool?
    public var started: ClockTime?
    public var ended: ClockTime?
    public var chair: String?
    public var signed: Day?
    public var notes: String?
    /// What stands before the first heading.
    public var introduction: Markup
    public var attendance: [AttendanceList] = []
    /// What stands under `# Minutes` before the first minute.
    public var preamble: Markup
    public var minutes: [Minute] = []
    /// Parts under other headings, as they stand.
    public var others: [(title: String, text: Markup)] = []
    public let document: Document
    /// The text of the draft that was approved with changes, where it is still known.
    public var draft: [TextParagraph]?

    public init(place: Place, status: Status, document: Document) {
        self.place = place
        self.status = status
        self.document = document
        introduction = Markup(document, 0..<0)
        preamble = Markup(document, 0..<0)
    }
}

/// Who was there, in one of the capacities the minutes list.
public struct AttendanceList: Sendable {
    public enum Capacity: String, Sendable, CaseIterable {
        case present = "Present"
        case apologies = "Apologies"
        case inAttendance = "In attendance"
        case observers = "Observers"
        case substitutes = "Substitutes"
    }

    /// Some of the people, and what stands above their list.
    public struct Group: Sendable {
        public let note: Markup
        public let people: [Attendee]

        public init(note: Markup, people: [Attendee]) {
            self.note = note
            self.people = people
        }
    }

    public let capacity: Capacity
    public let groups: [Group]

    public init(capacity: Capacity, groups: [Group]) {
        self.capacity = capacity
        self.groups = groups
    }

    public var people: [Attendee] { groups.flatMap(\.people) }
}

public struct Attendee: Sendable, Equatable {
    public var name: String
    public var role: String?
    public var organisation: String?
    /// Whom they stand in for.
    public var substituteFor: String?
    /// The items they came for, as printed: "item 6".
    public var items: String?
    /// Where they are listed, in the minutes; 0 where that is not known.
    public var line = 0
    public init(name: String) { self.name = name }
}

/// What was said and decided on one matter.
public struct Minute: Sendable {
    public let number: String?
    public let title: String
    /// `minute-62`, or the title's words where there is no number.
    public let anchor: String
    /// The label of the item it belongs to, where the heading gives it.
    public let item: String?
    public let place: Place
    public let parts: [MinutePart]

    public init(number: String?, title: String, anchor: String, item: String?, place: Place, parts: [MinutePart]) {
        self.number = number
        self.title = title
        self.anchor = anchor
        self.item = item
        self.place = place
        self.parts = parts
    }

    public var decisions: [Decision] {
        parts.compactMap { if case .decision(let decision) = $0 { decision } else { nil } }
    }
}

/// A stretch of a minute.
public enum MinutePart: Sendable {
    case text(Markup)
    case decision(Decision)
    case actions([Action], Markup)
    case vote(Vote)
    case declaration(Declaration)
}

extension MinutePart {
    /// What the source prints of it.
    public var text: Markup {
        switch self {
        case .text(let text), .actions(_, let text): text
        case .vote(let vote): vote.text
        case .decision(let decision): decision.text
        case .declaration(let declaration): declaration.text
        }
    }
}

/// What the committee decided: a paragraph that opens with RESOLVED or the like, with the list under it.
public struct Decision: Sendable {
    public enum Kind: String, Sendable, CaseIterable { case resolved, agreed, recommended, noted, deferred }

    public let kind: Kind
    /// `decision-62`, `decision-62-2`.
    public let anchor: String
    public let text: Markup

    public init(kind: Kind, anchor: String, text: Markup) {
        self.kind = kind
        self.anchor = anchor
        self.text = text
    }
}

/// What somebody is to do.
public struct Action: Sendable, Equatable {
    public let owner: String?
    /// In full, as printed.
    public let what: String
    public let due: Day?

    public init(owner: String?, what: String, due: Day?) {
        self.owner = owner
        self.what = what
        self.due = due
    }
}

/// An interest that a member declared.
public struct Declaration: Sendable {
    public enum Outcome: String, Sendable, CaseIterable { case withdrew, stayed }

    public let name: String
    public let nature: String
    public let outcome: Outcome?
    public let text: Markup

    public init(name: String, nature: String, outcome: Outcome?, text: Markup) {
        self.name = name
        self.nature = nature
        self.outcome = outcome
        self.text = text
    }
}
