import Markdown

/// A stretch of a document's text that is shown as a link, or as a term with its meaning.
package struct LinkMark: Sendable {
    package enum Target: Sendable, Equatable {
        case referenceTarget(ReferenceTargetTable.Number)
        /// A place of this one document: a heading of its own, a file that belongs to it. A position in `places`.
        case place(Int32)
        /// A position in the glossary or, below zero, among the definitions of the document: `References.meaning(of:in:)` knows what it means.
        case term(Int32)
    }

    package let stretch: TextStretch
    package let target: Target
}

/// How often references of a kind led somewhere, could lead to several things, or to none.
package struct ReferenceCount: Sendable, Equatable {
    package var resolved = 0
    package var ambiguous = 0
    package var unresolved = 0
}

/// Plain words that could mean several things, and so are not linked; or that seem to refer to a thing that is not there.
package struct OpenReference: Sendable {
    package let kind: ReferenceTarget.Kind
    /// As printed.
    package let words: String
    package let path: String
    package let line: Int
    /// What they could mean; empty where it is nothing.
    package let candidates: [ReferenceTargetTable.Number]
    /// For a term: its possible meanings.
    package var meanings: [String] = []
}

/// Who moved or seconded something, as the text says.
package struct Mover: Sendable {
    /// A position in `People`.
    package let person: Int
    /// The minute, by position.
    package let minute: Int
    package let hasSeconded: Bool
    /// Where in the document's events it is said.
    package let event: Int
}

/// What one document refers to.
struct ScannedDocument: Sendable {
    struct Reference: Sendable, Hashable {
        let target: ReferenceTargetTable.Number
        let section: ReferringDocument.Section
    }

    var marks: [LinkMark] = []
    /// Each once, in order.
    var references: [Reference] = []
    /// Where each term stands first: its position in the glossary, or, below zero, in `definitions` (-1 is the first).
    var terms: [(term: Int32, section: ReferringDocument.Section)] = []
    /// Meanings that the document gives itself.
    var definitions: [TermMeaning] = []
    var places: [Destination] = []
    var movers: [Mover] = []
    var counts: [ReferenceTarget.Kind: ReferenceCount] = [:]
    var open: [OpenReference] = []
}
