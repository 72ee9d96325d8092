import Markdown

/// How members voted, as `**VOTE:**` records it.
public struct Vote: Sendable {
    public enum Side: String, Sendable, CaseIterable { case `for`, against, abstaining }

    /// One side of a vote: its number, its names, or both.
    public struct Count: Sendable, Equatable {
        public let side: Side
        /// As printed; nil where only names are given.
        public let number: Int?
        /// As printed, in order.
        public let names: [String]

        public init(side: Side, number: Int?, names: [String]) {
            self.side = side
            self.number = number
            self.names = names
        }

        /// The number printed, or else how many names there are.
        public var total: Int { number ?? names.count }
    }

    public let counts: [Count]
    public let text: Markup

    public init(counts: [Count], text: Markup) {
        self.counts = counts
        self.text = text
    }
}
