import OpenData
import Model

extension PagePlan {
    /// Atom feeds and calendars. Tables as CSV and meetings to take along are made with the pages.
    mutating func planFeeds() {
        addFile(FeedPath.site) { $0.feeds.siteFeed(into: &$1) }
        addFile(FeedPath.decisions) { $0.feeds.decisionsFeed(into: &$1) }
        addFile(FeedPath.calendar) { $0.feeds.calendar(into: &$1) }
        for committee in maker.archive.committees {
            addFile(FeedPath.feed(of: committee)) { $0.feeds.feed(of: committee, into: &$1) }
            addFile(FeedPath.calendar(of: committee)) { $0.feeds.calendar(of: committee, into: &$1) }
        }
        for strategy in maker.archive.strategies {
            addFile(FeedPath.feed(of: strategy)) { $0.feeds.feed(of: strategy, into: &$1) }
        }
    }
}
