import Diagnostics

/// An acronym or term, in one of its meanings: `glossary.yml`.
package struct GlossaryEntry: Sendable, Encodable {
    package let term: String
    package let meaning: String
    /// Other spellings.
    package let also: [String]
    /// Where this meaning holds: the slug of a committee, meeting, strategy or paper; everywhere where it is nil.
    package let within: String?
    package let location: SourceLocation

    package init(term: String, meaning: String, also: [String], within: String?, location: SourceLocation) {
        self.term = term
        self.meaning = meaning
        self.also = also
        self.within = within
        self.location = location
    }
}

/// What `people.yml` says of somebody.
package struct Person: Sendable, Encodable {
    package var name: String
    package var aliases: [String] = []
    package var organisation: String?
    package var post: String?
    package var ward: String?
    package var party: String?
    package let location: SourceLocation

    package init(name: String, location: SourceLocation) {
        self.name = name
        self.location = location
    }
}

/// An old address: `redirects.yml`.
package struct Redirect: Sendable, Encodable {
    package enum Outcome: Sendable, Encodable {
        /// The new address.
        case moved(String)
        /// The reason it is gone.
        case gone(String)
    }

    /// A path of the site, perhaps with an anchor: a part of a page that is still there.
    package let from: String
    package let outcome: Outcome
    package let location: SourceLocation
    /// Where it says what became of the address: `to` or `gone`.
    package let outcomeLocation: SourceLocation

    package init(from: String, outcome: Outcome, location: SourceLocation, outcomeLocation: SourceLocation) {
        self.from = from
        self.outcome = outcome
        self.location = location
        self.outcomeLocation = outcomeLocation
    }

    /// The path without the anchor.
    package var path: String { SourcePath.split(from).path }
    /// The anchor of the part that moved or is gone; nil where it is the page as a whole.
    package var fragment: String? { SourcePath.split(from).fragment }
}
