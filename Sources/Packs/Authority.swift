import Diagnostics

/// The authority and its site: `site.yml`.
public struct Authority: Sendable {
    public var name: String
    /// Where the site will stand: an absolute address that ends in `/`.
    public var url: String
    /// The language of the site, as in BCP 47: `en-GB`.
    public var language = "en-GB"
    /// How that language is written.
    public var direction = OtherFormat.Direction.ltr
    /// As in the IANA time zone database: `Europe/London`.
    public var timezone = "Europe/London"
    public var contact: Contact?
    public var notice = NoticeRule()
    public var terms = Terms()
    public var otherFormats: [OtherFormat] = []
    /// Slugs of free-standing pages, in the order of the menu.
    public var navigation: [NavigationEntry] = []
    /// Headings that every report must have, such as "Background papers".
    public var requiredSections: [String] = []
    public var theme = Theme()

    public init(name: String, url: String) {
        self.name = name
        self.url = url
    }
}

/// One page named in the menu.
public struct NavigationEntry: Sendable {
    public let page: String
    public let place: Place
    public init(page: String, place: Place) {
        self.page = page
        self.place = place
    }
}

/// Whom to ask.
public struct Contact: Sendable, Equatable {
    public var name: String?
    public var phone: String?
    public var email: String?
    public init(name: String? = nil, phone: String? = nil, email: String? = nil) {
        self.name = name
        self.phone = phone
        self.email = email
    }
}

/// How much notice of a meeting the law asks for.
///
/// Five clear days is Local Government Act 1972, section 100A(6)(a) and Schedule 12, paragraph 4(2) as amended: neither
/// the day of the notice nor the day of the meeting counts.
public struct NoticeRule: Sendable {
    public enum Counting: String, Sendable, CaseIterable {
        case workingDays = "working-days"
        case allDays = "all-days"
    }

    public var clearDays = 5
    public var counting = Counting.workingDays
    public var holidays: Set<Day> = []
    public init() {}

    /// The clear days between the notice and the meeting.
    public func clearDays(from notice: Day, to meeting: Day) -> Int {
        guard notice < meeting else { return 0 }
        return ((notice.daysSince1970 + 1)..<meeting.daysSince1970).count { counts(Day(daysSince1970: $0)) }
    }

    /// The last day on which the notice of a meeting can be published; a working day, where these are counted.
    public func lastDay(toAnnounce meeting: Day) -> Day {
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
public struct Terms: Sendable {
    public var chair: String?
    public var viceChair: String?
    public var resolved: String?
    public init() {}

    /// These words, and where one is missing, those of another.
    public func over(_ other: Terms) -> Terms {
        var both = self
        both.chair = chair ?? other.chair
        both.viceChair = viceChair ?? other.viceChair
        both.resolved = resolved ?? other.resolved
        return both
    }
}

/// "This document can be made available in other formats", in one language.
public struct OtherFormat: Sendable {
    public enum Direction: String, Sendable, CaseIterable { case ltr, rtl }

    /// Where all of them stand, each under its language as anchor.
    public static let page = Address("other-formats/")

    /// As in BCP 47.
    public let language: String
    public let direction: Direction
    /// Paragraphs of plain text.
    public let paragraphs: [String]

    public init(language: String, direction: Direction, paragraphs: [String]) {
        self.language = language
        self.direction = direction
        self.paragraphs = paragraphs
    }
}
