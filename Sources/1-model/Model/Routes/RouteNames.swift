/// The names that addresses are made of.
enum RouteNames {
    static let committees = "committees"
    static let meetings = "meetings"
    static let minutes = "minutes"
    static let pack = "pack"
    static let strategies = "strategies"
    /// The whole of a strategy on one page.
    static let whole = "all"
    static let glossary = "glossary"
    static let otherFormats = "other-formats"
    static let decisions = "decisions"
    static let actions = "actions"
    static let people = "people"
    static let organisations = "organisations"
    static let declarations = "declarations"
    static let papers = "papers"
    static let index = "a-to-z"
    static let changes = "changes"
    static let search = "search"
    static let accessibility = "accessibility"
    static let data = "api"
    static let oparl = "oparl"
    static let bodies = "bodies"
    static let body = "body"

    static let notFound = "404.html"
    static let feed = "feed.atom"
    static let calendar = "calendar.ics"
    static let event = "meeting.ics"
    static let packPDF = "pack.pdf"
    static let strategyPDF = "strategy.pdf"
    static let attendance = "attendance.csv"
    static let paperKinds = "by-kind.csv"
    static let awaitedPapers = "to-follow.csv"
    static let sitemap = "sitemap.xml"
    static let robots = "robots.txt"
    static let redirectRules = "_redirects"
    static let redirectLocations = "redirects.nginx.conf"
    static let styleSheet = "site.css"
}

extension Route {
    /// The file that a server shows for a folder.
    package static let pageName = "index.html"
    /// The data file beside a page.
    package static let dataName = "index.json"

    /// The folders at the root of the site that free-standing pages may not take: what Moot makes stands there.
    package static let reservedFolders: Set<String> = [
        RouteNames.committees, RouteNames.meetings, RouteNames.strategies, RouteNames.decisions, RouteNames.actions, RouteNames.people,
        RouteNames.organisations, RouteNames.declarations, RouteNames.glossary, RouteNames.papers, RouteNames.index, RouteNames.changes, RouteNames.data,
    ]
}
