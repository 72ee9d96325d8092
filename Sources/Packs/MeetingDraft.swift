import Diagnostics
import Markdown

/// What is read of a meeting so far. The names are those of `Meeting`.
public struct MeetingDraft: Sendable {
    public let committee: String
    public let slug: String
    public let date: Day
    public let place: Place
    public var title: String?
    public var kind: Meeting.Kind = .ordinary
    public var access: Meeting.Access = .public
    public var status: Meeting.Status?
    public var starts: ClockTime?
    public var ends: ClockTime?
    public var venue: String?
    public var attendance: [Meeting.Attendance] = []
    public var moves: [Move] = []
    public var issued: Day?
    public var issuedPlace: Place?
    public var urgency: String?
    public var webcast: String?
    public var contact: Contact?
    public var next: Meeting.Next?
    public var notice: Markup?
    public var sections: [AgendaSection] = []
    public var supplements: [Supplement] = []
    public var papers: [Paper] = []
    public var minutes: Minutes?
    public var attachments: [Attachment] = []
    public var exemptLinks: Set<Place> = []
    public var hasAgenda = false

    public init(committee: String, slug: String, date: Day, place: Place) {
        self.committee = committee
        self.slug = slug
        self.date = date
        self.place = place
    }

    public var address: Address { Address("committees/\(committee)/\(slug)/") }
    /// The items of the agenda, then those of the supplements.
    public var everyItem: [AgendaItem] { (sections + supplements.flatMap(\.sections)).flatMap(\.items) }
}
