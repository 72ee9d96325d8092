import Markdown

/// How members voted, as `**VOTE:**` records it.
package struct Vote: Sendable, Codable {
    package enum Side: String, Sendable, CaseIterable, Codable { case `for`, against, abstaining }

    /// One side of a vote: its number, its names, or both.
    package struct Count: Sendable, Equatable, Codable {
        package let side: Side
        /// As printed; nil where only names are given.
        package let number: Int?
        /// As printed, in order.
        package let names: [String]

        package init(side: Side, number: Int?, names: [String]) {
            self.side = side
            self.number = number
            self.names = names
        }

        /// The number printed, or else how many names there are.
        package var total: Int { number ?? names.count }
    }

    package let counts: [Count]
    package let text: Markup

    package init(counts: [Count], text: Markup) {
        self.counts = counts
        self.text = text
    }
}
