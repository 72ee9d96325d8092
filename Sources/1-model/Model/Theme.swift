import Diagnostics

/// How a site looks where it is not as Moot draws it: `theme` in `site.yml`.
package struct Theme: Sendable, Encodable {
    /// A value as written, and where.
    package struct Entry: Sendable, Encodable {
        package let text: String
        package let location: SourceLocation

        package init(_ text: String, at location: SourceLocation) {
            self.text = text
            self.location = location
        }
    }

    /// The authority's own colour, `#rrggbb` or `#rgb`: the band at the top, buttons.
    package var colour: Entry?
    /// The colour of links, `#rrggbb` or `#rgb`.
    package var linkColour: Entry?
    /// A picture in `Public/`, shown beside the authority's name.
    package var crest: Entry?
    /// Typefaces for text and headings, the first that a reader's device has: `"Gill Sans", sans-serif`.
    package var typeface: Entry?

    package init() {}

    package var changesStyles: Bool { colour != nil || linkColour != nil || typeface != nil }
}
