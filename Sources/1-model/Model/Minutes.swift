import Diagnostics
import Markdown

/// The record of a meeting.
package struct Minutes: Sendable, Codable {
    package enum Status: String, Sendable, CaseIterable, Codable { case draft, approved }

    package let location: SourceLocation
    package var status: Status
    /// The day of the meeting that approved them.
    package var approvedAt: Day?
    package var approvedWithChanges: Bool?
    package var started: ClockTime?
    package var ended: ClockTime?
    package var chair: String?
    package var signed: Day?
    package var notes: String?
    /// What stands before the first heading.
    package var introduction: Markup
    package var attendance: [AttendanceList] = []
    /// What stands under `# Minutes` before the first minute.
    package var preamble: Markup
    package var minutes: [Minute] = []
    /// Parts under other headings, as they stand.
    package var others: [OtherPart] = []
    private let kept: KeptDocument
    /// The lines of its source that are not published, since they are of exempt items.
    package var withheldLines: [Range<Int>] = []
    /// The text of the draft that was approved with changes, where it is still known.
    package var draft: [TextParagraph]?

    package var document: Document { kept.document }

    package init(location: SourceLocation, status: Status, document: Document) {
        self.location = location
        self.status = status
        kept = KeptDocument(document)
        introduction = Markup(document, 0..<0)
        preamble = Markup(document, 0..<0)
    }
}

/// A part of minutes under a heading of its own.
package struct OtherPart: Sendable, Codable {
    package let title: String
    package let text: Markup

    package init(title: String, text: Markup) { (self.title, self.text) = (title, text) }
}

/// Who was there, in one of the capacities the minutes list.
package struct AttendanceList: Sendable, Codable {
    package enum Capacity: String, Sendable, CaseIterable, Codable {
        case present = "Present"
        case apologies = "Apologies"
        case inAttendance = "In attendance"
        case observers = "Observers"
        case substitutes = "Substitutes"
    }

    /// Some of the people, and what stands above their list.
    package struct Group: Sendable, Codable {
        package let note: Markup
        package let people: [Attendee]

        package init(note: Markup, people: [Attendee]) {
            self.note = note
            self.people = people
        }
    }

    package let capacity: Capacity
    package let groups: [Group]

    package init(capacity: Capacity, groups: [Group]) {
        self.capacity = capacity
        self.groups = groups
    }

    package var people: [Attendee] { groups.flatMap(\.people) }
}

package struct Attendee: Sendable, Equatable, Codable {
    package var name: String
    package var role: String?
    package var organisation: String?
    /// Whom they stand in for.
    package var substituteFor: String?
    /// The items they came for, as printed: "item 6".
    package var items: String?
    /// Where they are listed, in the minutes; 0 where that is not known.
    package var line = 0
    package init(name: String) { self.name = name }
}

/// What was said and decided on one matter.
package struct Minute: Sendable, Codable {
    package let number: String?
    package let title: String
    /// `minute-62`, or the title's words where there is no number.
    package let anchor: String
    /// Further anchors that were published for it.
    package var otherAnchors: [String] = []
    /// The number of the item it belongs to, where the heading gives it.
    package let item: ItemNumber?
    package let location: SourceLocation
    package var parts: [MinutePart]

    package init(number: String?, title: String, anchor: String, item: ItemNumber?, location: SourceLocation, parts: [MinutePart]) {
        self.number = number
        self.title = title
        self.anchor = anchor
        self.item = item
        self.location = location
        self.parts = parts
    }

    package var decisions: [Decision] {
        parts.compactMap { if case .decision(let decision) = $0 { decision } else { nil } }
    }
}

/// A stretch of a minute.
package enum MinutePart: Sendable, Codable {
    case text(Markup)
    case decision(Decision)
    case actions([Action], Markup)
    case vote(Vote)
    case declaration(Declaration)
}

extension MinutePart {
    /// What the source prints of it.
    package var text: Markup {
        switch self {
        case .text(let text), .actions(_, let text): text
        case .vote(let vote): vote.text
        case .decision(let decision): decision.text
        case .declaration(let declaration): declaration.text
        }
    }
}

/// What the committee decided: a paragraph that opens with RESOLVED or the like, with the list under it.
package struct Decision: Sendable, Codable {
    package enum Kind: String, Sendable, CaseIterable, Codable { case resolved, agreed, recommended, noted, deferred }

    package let kind: Kind
    /// `decision-62`, `decision-62--2`.
    package var anchor: String
    /// Further anchors that were published for it.
    package var otherAnchors: [String] = []
    package let text: Markup

    package init(kind: Kind, anchor: String, text: Markup) {
        self.kind = kind
        self.anchor = anchor
        self.text = text
    }
}

/// What somebody is to do.
package struct Action: Sendable, Equatable, Codable {
    package let owner: String?
    /// In full, as printed.
    package let what: String
    package let due: Day?

    package init(owner: String?, what: String, due: Day?) {
        self.owner = owner
        self.what = what
        self.due = due
    }
}

/// An interest that a member declared.
package struct Declaration: Sendable, Codable {
    package enum Outcome: String, Sendable, CaseIterable, Codable { case withdrew, stayed }

    package let name: String
    package let nature: String
    package let outcome: Outcome?
    package let text: Markup

    package init(name: String, nature: String, outcome: Outcome?, text: Markup) {
        self.name = name
        self.nature = nature
        self.outcome = outcome
        self.text = text
    }
}
