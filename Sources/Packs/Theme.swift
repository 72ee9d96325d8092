import Diagnostics

/// How a site looks where it is not as Moot draws it: `theme` in `site.yml`.
public struct Theme: Sendable {
    /// A value as written, and where.
    public struct Entry: Sendable {
        public let text: String
        public let place: Place

        public init(_ text: String, at place: Place) {
            self.text = text
            self.place = place
        }
    }

    /// The authority's own colour, `#rrggbb` or `#rgb`: the band at the top, buttons.
    public var colour: Entry?
    /// The colour of links, `#rrggbb` or `#rgb`.
    public var linkColour: Entry?
    /// A picture in `Public/`, shown beside the authority's name.
    public var crest: Entry?
    /// Typefaces for text and headings, the first that a reader's device has: `"Gill Sans", sans-serif`.
    public var typeface: Entry?

    public init() {}

    public var changesStyles: Bool { colour != nil || linkColour != nil || typeface != nil }
}
