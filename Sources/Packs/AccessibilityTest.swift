/// What the last test of the site's accessibility found: `accessibility.yml`.
public struct AccessibilityTest: Sendable {
    /// When the site was tested.
    public let tested: Day
    /// What it was tested against: "WCAG 2.2 AA".
    public var standard = "WCAG 2.2 AA"
    /// How many pages were tested.
    public let pages: Int
    /// By whom and how, as text.
    public var method: String?
    public var tools: [String] = []
    public var failures: [Failure] = []
    /// What it would be out of proportion to mend, as text.
    public var burdens: [String] = []
    /// When the statement was prepared, and when it was last looked at.
    public var prepared: Day?
    public var reviewed: Day?

    /// Something that does not meet the standard.
    public struct Failure: Sendable {
        /// Of the standard: "1.4.3 Contrast (Minimum)".
        public let criterion: String
        /// What it is, in words.
        public let what: String
        /// On how many pages.
        public var pages: Int?
        /// The day by which it will be mended.
        public var remedyBy: Day?

        public init(criterion: String, what: String) {
            self.criterion = criterion
            self.what = what
        }
    }

    public init(tested: Day, pages: Int) {
        self.tested = tested
        self.pages = pages
    }
}
