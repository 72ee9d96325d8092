import Diagnostics

/// An acronym or term, in one of its meanings: `glossary.yml`.
public struct GlossaryEntry: Sendable {
    public let term: String
    public let meaning: String
    /// Other spellings.
    public let also: [String]
    /// Where this meaning holds: the slug of a committee, meeting, strategy or paper; everywhere where it is nil.
    public let within: String?
    public let place: Place

    public init(term: String, meaning: String, also: [String], within: String?, place: Place) {
        self.term = term
        self.meaning = meaning
        self.also = also
        self.within = within
        self.place = place
    }
}

/// What `people.yml` says of somebody.
public struct Person: Sendable {
    public var name: String
    public var aliases: [String] = []
    public var organisation: String?
    public var post: String?
    public var ward: String?
    public var party: String?
    public let place: Place

    public init(name: String, place: Place) {
        self.name = name
        self.place = place
    }
}

/// An old address: `redirects.yml`.
public struct Redirect: Sendable {
    public enum Outcome: Sendable {
        /// The new address.
        case moved(String)
        /// The reason it is gone.
        case gone(String)
    }

    /// A path of the site, perhaps with an anchor: a part of a page that is still there.
    public let from: String
    public let outcome: Outcome
    public let place: Place
    /// Where it says what became of the address: `to` or `gone`.
    public let outcomePlace: Place

    public init(from: String, outcome: Outcome, place: Place, outcomePlace: Place) {
        self.from = from
        self.outcome = outcome
        self.place = place
        self.outcomePlace = outcomePlace
    }

    /// The path without the anchor.
    public var path: String { SourcePath.split(from).path }
    /// The anchor of the part that moved or is gone; nil where it is the page as a whole.
    public var fragment: String? { SourcePath.split(from).fragment }
}
