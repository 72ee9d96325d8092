import Model

/// What the command line decides.
package struct SiteSettings: Sendable, Equatable {
    /// Decides what is upcoming.
    package let today: Day
    /// Where the site will stand; ends in `/`.
    package let baseURL: String

    /// The path of `baseURL`: `/`, or `/meetings/`.
    package var basePath: String {
        guard let host = baseURL.firstRange(of: "://")?.upperBound, let slash = baseURL[host...].firstIndex(of: "/") else { return "/" }
        return String(baseURL[slash...])
    }

    /// - Parameter baseURL: With or without `/` at its end.
    package init(today: Day, baseURL: String) {
        self.today = today
        self.baseURL = baseURL.hasSuffix("/") ? baseURL : baseURL + "/"
    }

    /// - Parameter baseURL: In place of `url` in `site.yml`.
    package init(for authority: Authority, baseURL: String?, today: Day) {
        self.init(today: today, baseURL: baseURL ?? authority.url)
    }
}
