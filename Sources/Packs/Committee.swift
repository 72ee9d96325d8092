import Diagnostics
import Markdown

/// A council, cabinet, committee, board or panel: `committee.md`.
public struct Committee: Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case council, cabinet, committee
        case subCommittee = "sub-committee"
        case board, panel
    }

    public enum MinuteNumbering: String, Sendable, CaseIterable {
        /// One series for all meetings: 62 follows the 61 of the meeting before.
        case continuous
        /// Each meeting begins with 1.
        case restart
    }

    public let slug: String
    public let address: Address
    public let place: Place
    public var name: String
    public var short: String?
    public var kind: Kind?
    /// The slug of the committee above it.
    public var parent: String?
    public var formerNames: [FormerName] = []
    public var quorum: String?
    public var minuteNumbering: MinuteNumbering?
    public var contact: Contact?
    /// This committee's own words; the site's stand behind them.
    public var terms = Terms()
    public var members: [Member] = []
    /// The body of `committee.md`; nil where there is no such file.
    public var termsOfReference: Markup?
    /// Oldest first.
    public var meetings: [Meeting] = []

    public init(slug: String, place: Place, name: String) {
        self.slug = slug
        self.place = place
        self.name = name
        address = Address("committees/\(slug)/")
    }
}

/// A name that a committee goes or went by.
public struct FormerName: Sendable {
    public let name: String
    /// The last day of that name.
    public let until: Day?
    public init(name: String, until: Day?) {
        self.name = name
        self.until = until
    }
}

/// Somebody who holds a seat.
public struct Member: Sendable {
    public enum Seat: String, Sendable, CaseIterable { case voting, associate, statutory, observer }

    public var name: String
    public var role: String?
    public var organisation: String?
    public var seat: Seat?
    public var represents: String?
    public var substitute: String?
    public var from: Day?
    public var to: Day?
    public init(name: String) { self.name = name }

    /// Whether the seat is held on a day.
    public func serves(on day: Day) -> Bool {
        (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
    }
}
