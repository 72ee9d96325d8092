import Diagnostics

/// The authority and its site: `site.yml`.
package struct Authority: Sendable, Encodable {
    package var name: String
    /// Where the site will stand: an absolute address that ends in `/`.
    package var url: String
    /// The language of the site, as in BCP 47: `en-GB`.
    package var language = "en-GB"
    /// How that language is written.
    package var direction = OtherFormat.Direction.ltr
    /// As in the IANA time zone database: `Europe/London`.
    package var timezone = "Europe/London"
    package var contact: Contact?
    package var notice = NoticeRule()
    package var terms = Terms()
    package var otherFormats: [OtherFormat] = []
    /// Slugs of free-standing pages, in the order of the menu.
    package var navigation: [NavigationEntry] = []
    /// Words by which texts of this authority say that something is not public, beside those that Moot knows.
    package var privateWords: [String] = []
    /// Headings that every report must have, such as "Background papers".
    package var requiredSections: [String] = []
    package var attachments = AttachmentRules()
    package var theme = Theme()

    package init(name: String, url: String) {
        self.name = name
        self.url = url
    }
}

/// What is asked of files that are published as they are.
package struct AttachmentRules: Sendable, Encodable {
    package enum Strictness: String, Sendable, CaseIterable, Encodable { case lenient, strict }

    /// Whether what a file hides is an error and no warning.
    package var isStrict = false
    /// Endings of names beside the usual ones, in small letters, without dots, sorted.
    package var kinds: [String] = []
    package init() {}
}

/// One page named in the menu.
package struct NavigationEntry: Sendable, Encodable {
    package let page: String
    package let location: SourceLocation
    package init(page: String, location: SourceLocation) {
        self.page = page
        self.location = location
    }
}

/// Whom to ask.
package struct Contact: Sendable, Equatable, Encodable {
    package var name: String?
    package var phone: String?
    package var email: String?
    package init(name: String? = nil, phone: String? = nil, email: String? = nil) {
        self.name = name
        self.phone = phone
        self.email = email
    }
}

/// How much notice of a meeting the law asks for.
///
/// Five clear days is Local Government Act 1972, section 100A(6)(a) and Schedule 12, paragraph 4(2) as amended: neither
/// the day of the notice nor the day of the meeting counts.
package struct NoticeRule: Sendable, Encodable {
    package enum Counting: String, Sendable, CaseIterable, Encodable {
        case workingDays = "working-days"
        case allDays = "all-days"
    }

    package var clearDays = 5
    package var counting = Counting.workingDays
    package var holidays: Set<Day> = []
    package init() {}

    private enum CodingKeys: CodingKey { case clearDays, counting, holidays }

    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(clearDays, forKey: .clearDays)
        try members.encode(counting, forKey: .counting)
        // A set has no order.
        try members.encode(holidays.sorted(), forKey: .holidays)
    }

    /// The clear days between the notice and the meeting.
    package func clearDays(from notice: Day, to meeting: Day) -> Int {
        guard notice < meeting else { return 0 }
        return ((notice.daysSince1970 + 1)..<meeting.daysSince1970).count { counts(Day(daysSince1970: $0)) }
    }

    /// The last day on which the notice of a meeting can be published; a working day, where these are counted.
    package func lastDay(toAnnounce meeting: Day) -> Day {
        var day = meeting.adding(days: -1)
        var clear = 0
        while clear < clearDays || !counts(day) {
            if counts(day) { clear += 1 }
            day = day.adding(days: -1)
            // Nobody asks for years of notice; the calendar begins with the year 1.
            if meeting.daysSince1970 - day.daysSince1970 > 1000 { break }
        }
        return day
    }

    private func counts(_ day: Day) -> Bool {
        counting == .allDays || (day.weekday <= 5 && !holidays.contains(day))
    }
}

/// Words that differ by authority.
package struct Terms: Sendable, Encodable {
    package var chair: String?
    package var viceChair: String?
    package var resolved: String?
    package init() {}

    /// These words, and where one is missing, those of another.
    package func over(_ other: Terms) -> Terms {
        var both = self
        both.chair = chair ?? other.chair
        both.viceChair = viceChair ?? other.viceChair
        both.resolved = resolved ?? other.resolved
        return both
    }
}

/// "This document can be made available in other formats", in one language.
package struct OtherFormat: Sendable, Encodable {
    package enum Direction: String, Sendable, CaseIterable, Encodable { case ltr, rtl }

    /// Where all of them stand, each under its language as anchor.
    package static let page = Route.otherFormats.address

    /// As in BCP 47.
    package let language: String
    package let direction: Direction
    /// Paragraphs of plain text.
    package let paragraphs: [String]

    package init(language: String, direction: Direction, paragraphs: [String]) {
        self.language = language
        self.direction = direction
        self.paragraphs = paragraphs
    }
}
