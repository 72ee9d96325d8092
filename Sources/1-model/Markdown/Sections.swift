/// What stands between one heading and the next: what a search finds and leads to.
package struct Section: Sendable {
    /// Nil for what stands before the first heading.
    package let heading: Heading?
    /// The titles of the headings that it stands under, the outermost first, its own not included.
    package let breadcrumb: [String]
    /// What stands below the heading, up to the next one of whatever level.
    package let content: Markup

    /// Where a link to it leads; empty for what stands before the first heading.
    package var anchor: String { heading?.anchor ?? "" }
    /// The words, without the heading's.
    package var plainText: String { content.plainText }
}

extension Document {
    /// The sections of a run of blocks, in order. Headings within quotes and lists begin none. A run that begins
    /// with a heading has no section without one.
    package func sections(of markup: Markup) -> [Section] {
        var sections: [Section] = []
        var above: [Heading] = []
        var current: Heading?
        var start = markup.events.lowerBound
        func end(at end: Int) {
            if current == nil, end == start { return }
            let breadcrumb = above.dropLast(current == nil ? 0 : 1).map(\.title)
            sections.append(
                Section(heading: current, breadcrumb: breadcrumb, content: Markup(self, start..<end)))
        }
        for block in markup.blocks where block.kind == .heading {
            end(at: block.events.lowerBound)
            let heading = headings[Int(block.event.index)]
            above.removeAll { $0.level >= heading.level }
            above.append(heading)
            current = heading
            start = block.events.upperBound
        }
        end(at: markup.events.upperBound)
        return sections
    }
}
