import Linking
import Packs

/// Where in the minutes something stands.
public struct MinuteSpot: Sendable, Hashable {
    /// In `Registers.meetings`.
    public let meeting: Int
    /// In `Minutes.minutes`.
    public let minute: Int
    /// In `Meeting.everyItem`; nil where the minute belongs to no item.
    public let item: Int?
}

/// A decision.
public struct DecisionEntry: Sendable {
    public let spot: MinuteSpot
    /// In `Minute.parts`.
    public let part: Int
    /// The vote that was taken on it: the part next to it, in `Registers.votes`.
    public let vote: Int?
    /// What the item was for: as the agenda says, else as its paper does.
    public let purpose: OpenBusiness.Purpose?
    /// Whether the item's paper says that the decision is a key decision; nil where it does not say.
    public let isKey: Bool?
}

/// Something that somebody is to do.
public struct ActionEntry: Sendable {
    public enum State: String, Sendable, CaseIterable {
        /// Nothing later answers it, and its day has passed.
        case overdue
        /// Nothing later answers it.
        case open
        /// Its matter came back at a later meeting, today at the latest.
        case answered
    }

    public let spot: MinuteSpot
    /// In `Minute.parts`.
    public let part: Int
    /// Within that part.
    public let number: Int
    public let action: Action
    /// Whom it falls to, in `People.all`: those of the owner's names that are known.
    public let owners: [Int]
    /// The later minute or item in which the matter came back first, or will.
    public let answeredBy: Thing?
    public let state: State
}

/// An interest that somebody declared.
public struct DeclarationEntry: Sendable {
    public let spot: MinuteSpot
    /// In `Minute.parts`.
    public let part: Int
    /// In `People.all`; nil where the name is not known.
    public let person: Int?
}

/// A vote.
public struct VoteEntry: Sendable {
    public let spot: MinuteSpot
    /// In `Minute.parts`.
    public let part: Int
    /// What it was taken on, in `Registers.decisions`; nil where no decision stands next to it.
    public internal(set) var decision: Int?
}

/// A paper.
public struct PaperEntry: Sendable {
    /// In `Registers.meetings`.
    public let meeting: Int
    /// In `Meeting.papers`.
    public let paper: Int
    /// In `Meeting.everyItem`.
    public let item: Int?
    /// The day of the supplement that brought it, else of the agenda, where the sources say.
    public let published: Day?
    /// Days from the agenda's publication to its own, where the agenda said that it was to follow.
    public let daysLate: Int?
    /// Its authors, sponsor and officer who are known, in `People.all`.
    public let people: [Int]
}

/// A paper that the agenda said was to follow.
public struct AwaitedPaper: Sendable {
    /// In `Registers.meetings`.
    public let meeting: Int
    /// In `Meeting.everyItem`.
    public let item: Int
    /// What a supplement brought for the item, in `Meeting.papers`; none where nothing has come.
    public let papers: [Int]
    /// The day of that supplement.
    public let arrived: Day?
    /// Calendar days from the day the agenda was published to the day the paper was.
    public let daysLate: Int?
}
