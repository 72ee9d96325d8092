/// Which sources, or lines of them, are not published: where they lie, and no word of them.
///
/// With it the finished site is looked through for what stands there.
package struct WithheldSources: Sendable {
    /// A source of which something is withheld.
    package struct Source: Sendable {
        /// As the user would type it.
        package let path: String
        /// From the root of the source tree.
        package let relative: String
        /// Its lines that are withheld, counted from 1; empty where it is withheld as a whole.
        package let lines: [Range<Int>]

        package init(path: String, relative: String, lines: [Range<Int>] = []) { (self.path, self.relative, self.lines) = (path, relative, lines) }
    }

    package var sources: [Source] = []
    /// The sources that are published, as the user would type them, each with the lines of it that are not.
    package var open: [Source] = []

    package init() {}
}

extension WithheldSources: Encodable {
    /// What is made of an archive does not depend on it.
    package func encode(to encoder: any Encoder) {}
}
