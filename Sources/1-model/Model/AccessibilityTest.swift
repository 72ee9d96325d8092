/// What the last test of the site's accessibility found: `accessibility.yml`.
package struct AccessibilityTest: Sendable, Encodable {
    /// When the site was tested.
    package let tested: Day
    /// What it was tested against: "WCAG 2.2 AA".
    package var standard = "WCAG 2.2 AA"
    /// How many pages were tested.
    package let pages: Int
    /// By whom and how, as text.
    package var method: String?
    package var tools: [String] = []
    package var failures: [Failure] = []
    /// What it would be out of proportion to mend, as text.
    package var burdens: [String] = []
    /// When the statement was prepared, and when it was last looked at.
    package var prepared: Day?
    package var reviewed: Day?

    /// Something that does not meet the standard.
    package struct Failure: Sendable, Encodable {
        /// Of the standard: "1.4.3 Contrast (Minimum)".
        package let criterion: String
        /// What it is, in words.
        package let what: String
        /// On how many pages.
        package var pages: Int?
        /// The day by which it will be mended.
        package var remedyBy: Day?

        package init(criterion: String, what: String) {
            self.criterion = criterion
            self.what = what
        }
    }

    package init(tested: Day, pages: Int) {
        self.tested = tested
        self.pages = pages
    }
}
