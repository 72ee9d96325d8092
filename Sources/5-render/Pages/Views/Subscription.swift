import OpenData
import Model
import Templates

/// A feed, as the head of a page names it.
struct FeedLink {
    let title: String
    /// From the root of the site.
    let path: String

    init(of committee: Committee) {
        title = committee.name
        path = FeedPath.feed(of: committee)
    }

    init(of strategy: Strategy) {
        title = strategy.title
        path = FeedPath.feed(of: strategy)
    }

    private init(title: String, path: String) {
        self.title = title
        self.path = path
    }

    static let decisions = FeedLink(title: "Decisions", path: FeedPath.decisions)
}

/// How to be told what is new.
struct SubscriptionView: Templated {
    let feedHref: String
    let calendarHref: String
    let webcalHref: String

    static let shape = Shape<SubscriptionView>("subscription", "How to be told what is new.", [
        .text("feedHref", "The Atom feed.") { $0.feedHref },
        .text("calendarHref", "The meetings as an iCalendar file.") { $0.calendarHref },
        .text("webcalHref", "The same, for calendars that ask for it again by themselves: `webcal://…`.") { $0.webcalHref },
    ])
}

/// A meeting as one file, for reading without a connection.
struct OfflineCopyView: Templated {
    let href: String
    let notes: PageNotes

    static let shape = Shape<OfflineCopyView>("offline copy", "A meeting as one file, for reading without a connection.", [
        .text("href", "The file.") { $0.href },
        .html("detail", "What it is, and its size: ZIP, 120 KB.") { $0.notes.wantSize(in: $1) },
    ])
}

extension PageBuilder {
    func subscription(feed: String, calendar: String, on page: Address) -> SubscriptionView {
        let whole = settings.baseURL + calendar
        let address = whole.firstRange(of: "://").map { String(whole[$0.upperBound...]) } ?? whole
        return SubscriptionView(
            feedHref: page.reference(to: feed), calendarHref: page.reference(to: calendar), webcalHref: "webcal://" + address)
    }

    func offlineCopy(of meeting: Meeting) -> OfflineCopyView? {
        FeedPath.archive(of: meeting).map { OfflineCopyView(href: meeting.address.reference(to: $0), notes: notes) }
    }

    /// For meetings to come.
    func eventHref(of meeting: Meeting, on page: Address) -> String? {
        isUpcoming(meeting) ? page.reference(to: FeedPath.event(of: meeting)) : nil
    }
}
