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
    /// The paper that says whether the decision is a key decision, and what for: in `Meeting.papers`.
    public let paper: Int?
}

/// Something that somebody is to do.
public struct ActionEntry: Sendable {
    public enum State: String, Sendable, CaseIterable {
        /// Nothing later answers it, and its day has passed.
        case overdue
        /// Nothing later answers it.
        case open
        /// A later minute or item answers it.
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
    /// Where it came back: a page, and the anchor on it.
    public let answeredBy: Answer?
    public let state: State

    public struct Answer: Sendable, Equatable {
        public let address: Address
        public let anchor: String?
        /// "Minute 4 of 14 July 2026".
        public let title: String

        public init(address: Address, anchor: String?, title: String) {
            self.address = address
            self.anchor = anchor
            self.title = title
        }
    }
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
