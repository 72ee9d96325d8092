/// Why something is not public, and how long.
///
/// Nothing that holds words of it has room for one: it stands in the place of what is not there.
package struct NotPublic: Sendable, Hashable {
    package enum Why: Sendable, Hashable {
        /// By section 100I of the Local Government Act 1972 and its Schedule 12A, or what stands for them in other bodies.
        case exempt
    }

    package let why: Why
    /// The first day; nil where the sources do not say it.
    package let since: Day?
    /// The last day; nil where it is for good, or the sources do not say it.
    package let until: Day?

    package init(_ why: Why, since: Day? = nil, until: Day? = nil) {
        self.why = why
        self.since = since
        self.until = until
    }
}
