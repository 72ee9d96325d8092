import Linking
import Model

/// Where in the minutes something stands.
package struct MinutePosition: Sendable, Hashable {
    /// In `Registers.meetings`.
    package let meeting: Int
    /// In `Registers.minutes`.
    package let minutes: Int
    /// In `Minutes.minutes`.
    package let minute: Int
    /// In `Meeting.everyItem`; nil where the minute belongs to no item.
    package let item: Int?
}

/// A decision.
package struct DecisionEntry: Sendable {
    package let position: MinutePosition
    /// In `Minute.parts`.
    package let part: Int
    /// The vote that was taken on it: the part next to it, in `Registers.votes`.
    package let vote: Int?
    /// What the item was for: as the agenda says, else as its paper does.
    package let purpose: OpenBusiness.Purpose?
    /// Whether the item's paper says that the decision is a key decision; nil where it does not say.
    package let isKey: Bool?
}

/// Something that somebody is to do.
package struct ActionEntry: Sendable {
    package enum State: String, Sendable, CaseIterable {
        /// Nothing later answers it, and its day has passed.
        case overdue
        /// Nothing later answers it.
        case open
        /// Its matter came back at a later meeting, today at the latest.
        case answered
    }

    package let position: MinutePosition
    /// In `Minute.parts`.
    package let part: Int
    /// Within that part.
    package let number: Int
    package let action: Action
    /// Whom it falls to, in `People.all`: those of the owner's names that are known.
    package let owners: [Int]
    /// The later minute or item in which the matter came back first, or will.
    package let answeredBy: ReferenceTarget?
    package internal(set) var state = State.open
}

/// An interest that somebody declared.
package struct DeclarationEntry: Sendable {
    package let position: MinutePosition
    /// In `Minute.parts`.
    package let part: Int
    /// In `People.all`; nil where the name is not known.
    package let person: Int?
}

/// A vote.
package struct VoteEntry: Sendable {
    package let position: MinutePosition
    /// In `Minute.parts`.
    package let part: Int
    /// What it was taken on, in `Registers.decisions`; nil where no decision stands next to it.
    package internal(set) var decision: Int?
}

/// A paper.
package struct PaperEntry: Sendable {
    /// In `Registers.meetings`.
    package let meeting: Int
    /// In `Meeting.papers`.
    package let paper: Int
    /// In `Meeting.everyItem`.
    package let item: Int?
    /// The day of the supplement that brought it, else of the agenda, where the sources say.
    package let published: Day?
    /// Days from the agenda's publication to its own, where the agenda said that it was to follow.
    package let daysLate: Int?
    /// Its authors, sponsor and officer who are known, in `People.all`.
    package let people: [Int]
}

/// A paper that the agenda said was to follow.
package struct AwaitedPaper: Sendable {
    package enum Outcome: Sendable, Equatable {
        /// Nothing has come.
        case missing
        case came
        /// A supplement says that there is none, or the one it brought is exempt.
        case none
        /// The item was taken off the agenda, or put off to another meeting.
        case dropped(OpenBusiness.State)
    }

    /// In `Registers.meetings`.
    package let meeting: Int
    /// In `Meeting.everyItem`.
    package let item: Int
    /// The day of the agenda that said so, or of the supplement, where the source gives it.
    package let announced: Day?
    package let outcome: Outcome
    /// What a supplement brought for the item, in `Meeting.papers`; none where nothing has come.
    package let papers: [Int]
    /// The day of that supplement.
    package let arrived: Day?
    /// Calendar days from the day the agenda was published to the day the paper was.
    package let daysLate: Int?
}
