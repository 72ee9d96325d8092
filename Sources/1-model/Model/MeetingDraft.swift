import Diagnostics
import Markdown

/// What is read of a meeting so far. The names are those of `Meeting`.
package struct MeetingDraft: Sendable, Encodable {
    package let committee: String
    package let slug: String
    package let date: Day
    package let location: SourceLocation
    package var title: String?
    package var kind: Meeting.Kind = .ordinary
    package var access: Meeting.Access = .public
    package var status: Meeting.Status?
    package var starts: ClockTime?
    package var ends: ClockTime?
    package var venue: String?
    package var attendance: [Meeting.Attendance] = []
    package var moves: [Move] = []
    package var issued: Day?
    package var issuedLocation: SourceLocation?
    package var urgency: String?
    package var webcast: String?
    package var contact: Contact?
    package var next: Meeting.Next?
    package var notice: Markup?
    package var sections: [AgendaSection] = []
    package var supplements: [Supplement] = []
    package var papers: [Paper] = []
    package var minutes: Minutes?
    package var attachments: [Attachment] = []
    package var exemptLinks: [SourceLocation] = []
    package var hasAgenda = false

    package init(committee: String, slug: String, date: Day, location: SourceLocation) {
        self.committee = committee
        self.slug = slug
        self.date = date
        self.location = location
    }

    /// The items of the agenda, then those of the supplements.
    package var everyItem: [AgendaItem] { (sections + supplements.flatMap(\.sections)).flatMap(\.items) }
}
