/// Every page and file of the site, and its address. No other file has an address in a string.
///
/// `Address` is what is handed on, and what hot paths compare: a route is made where an address begins, and where somebody asks what
/// stands at one.
package enum Route: Hashable, Sendable {
    // MARK: Pages

    case home
    case committees
    case committee(String)
    case meetings
    case meetingYear(Int)
    case meeting(MeetingID)
    case minutes(MeetingID)
    case pack(MeetingID)
    /// A paper, by its path in the meeting's folder: `plan/appendix-a`.
    case paper(MeetingID, String)
    case strategies
    case strategy(String)
    case chapter(strategy: String, String)
    case wholeStrategy(String)
    /// A free-standing page, by its path in the folder of pages.
    case page(String)
    case glossary
    case term(String)
    case otherFormats
    /// All of them, or those of a year.
    case decisions(year: Int? = nil)
    case actions
    case people
    case person(String)
    case organisations
    case organisation(String)
    case declarations
    case papers(year: Int? = nil)
    /// From A to Z, or what begins with a letter.
    case index(letter: String? = nil)
    /// What was published and changed: the latest, or a year.
    case changes(year: Int? = nil)
    case search
    case accessibility
    case notFound

    // MARK: Data

    /// The data file beside a page, which says the same as the page.
    indirect case data(of: Route)
    /// Data without a page: the way in to all of it, and the lists of all objects.
    case oparl(OParlFolder)
    /// Data without a page: all meetings of a committee.
    case meetingList(committee: String)
    /// What a register lists, or all of a person or an organisation, as CSV.
    indirect case table(of: Route)
    /// How often people were there, as CSV: all of them, or one person.
    indirect case attendance(of: Route)
    /// How many papers of each kind there are, as CSV.
    case paperKinds
    /// The papers that are to follow, as CSV.
    case awaitedPapers
    /// A table of a text, as CSV. `part` is given where several texts share the page: the supplement or the chapter.
    indirect case documentTable(on: Route, part: String?, number: Int)

    // MARK: Files to take away or to follow

    /// What is new, as an Atom feed.
    indirect case feed(of: Route)
    /// Meetings as an iCalendar file.
    indirect case calendar(of: Route)
    /// One meeting as an iCalendar file.
    case event(MeetingID)
    /// A meeting as one ZIP file, for reading without a connection.
    case archive(MeetingID)
    case packPDF(MeetingID)
    case strategyPDF(String)

    // MARK: Files for programs

    case sitemap
    case robots
    /// The ways on from old addresses, for Netlify and Cloudflare Pages.
    case redirectRules
    /// The same for nginx.
    case redirectLocations
    /// A file of the search index, by its path in it.
    case searchFile(String)
    case styleSheet
    /// A file that Moot does not make: an attachment, or one of `Public/`.
    case file(String)
}

/// What names a meeting: its committee, and its folder's name, which is the date or the date and a suffix.
package struct MeetingID: Hashable, Sendable, Encodable {
    package let committee: String
    package let slug: String

    package init(committee: String, slug: String) {
        self.committee = committee
        self.slug = slug
    }
}

/// The folders of data that OParl asks for and that are no pages.
package enum OParlFolder: Hashable, Sendable {
    /// Where a client begins.
    case system
    /// The list of the one body.
    case bodies
    case body
    /// The list of all objects of a kind; its pages are counted from 1.
    case list(String, page: Int)
}
