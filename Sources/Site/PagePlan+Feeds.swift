import Packs

extension PagePlan {
    /// Atom feeds, calendars, tables as CSV, and meetings to take along.
    mutating func planFeeds() {}
}
