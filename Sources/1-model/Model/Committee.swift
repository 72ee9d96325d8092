import Diagnostics
import Markdown

/// A council, cabinet, committee, board or panel: `committee.md`.
package struct Committee: Sendable, Encodable {
    package enum Kind: String, Sendable, CaseIterable, Encodable {
        case council, cabinet, committee
        case subCommittee = "sub-committee"
        case board, panel
    }

    package enum MinuteNumbering: String, Sendable, CaseIterable, Encodable {
        /// One series for all meetings: 62 follows the 61 of the meeting before.
        case continuous
        /// Each meeting begins with 1.
        case restart
    }

    package let slug: String
    package let address: Address
    package let location: SourceLocation
    package var name: String
    package var short: String?
    package var kind: Kind?
    /// The slug of the committee above it.
    package var parent: String?
    package var formerNames: [FormerName] = []
    package var quorum: String?
    package var minuteNumbering: MinuteNumbering?
    package var contact: Contact?
    /// This committee's own words; the site's stand behind them.
    package var terms = Terms()
    package var members: [Member] = []
    /// The body of `committee.md`; nil where there is no such file.
    package var termsOfReference: Markup?
    /// Oldest first.
    package var meetings: [Meeting] = []

    package init(slug: String, location: SourceLocation, name: String) {
        self.slug = slug
        self.location = location
        self.name = name
        address = Route.committee(slug).address
    }
}

/// A name that a committee goes or went by.
package struct FormerName: Sendable, Encodable {
    package let name: String
    /// The last day of that name.
    package let until: Day?
    package init(name: String, until: Day?) {
        self.name = name
        self.until = until
    }
}

/// Somebody who holds a seat.
package struct Member: Sendable, Encodable {
    package enum Seat: String, Sendable, CaseIterable, Encodable { case voting, associate, statutory, observer }

    package var name: String
    package var role: String?
    package var organisation: String?
    package var seat: Seat?
    package var represents: String?
    package var substitute: String?
    package var from: Day?
    package var to: Day?
    package init(name: String) { self.name = name }

    /// Whether the seat is held on a day.
    package func serves(on day: Day) -> Bool {
        (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
    }

    package func serves(on today: Today) -> Bool {
        (from.map { $0 <= today } ?? true) && (to.map { $0 >= today } ?? true)
    }
}
