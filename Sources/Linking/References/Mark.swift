import Markdown

/// A stretch of a document's text that is shown as a link, or as a term with its meaning.
public struct Mark: Sendable {
    public enum Target: Sendable, Equatable {
        case thing(ThingTable.Number)
        /// A place of this one document: a heading of its own, a file that belongs to it. A position in `places`.
        case place(Int32)
        /// A position in `References.meanings`.
        case term(Int32)
    }

    public let stretch: TextStretch
    public internal(set) var target: Target
}

/// How often references of a kind led somewhere, could lead to several things, or to none.
public struct ReferenceCount: Sendable, Equatable {
    public var resolved = 0
    public var ambiguous = 0
    public var unresolved = 0
}

/// Plain words that could mean several things, and so are not linked; or that seem to refer to a thing that is not there.
public struct OpenReference: Sendable {
    public let kind: Thing.Kind
    /// As printed.
    public let words: String
    public let path: String
    public let line: Int
    /// What they could mean; empty where it is nothing.
    public let candidates: [ThingTable.Number]
    /// For a term: its possible meanings.
    public var meanings: [String] = []
}

/// Who moved or seconded something, as the text says.
public struct Mover: Sendable {
    /// A position in `People`.
    public let person: Int
    /// The minute, by position.
    public let minute: Int
    public let hasSeconded: Bool
    /// Where in the document's events it is said.
    public let event: Int
}

/// What one document refers to.
struct ScannedDocument: Sendable {
    struct Reference: Sendable, Hashable {
        let target: ThingTable.Number
        let section: ReferringDocument.Section
    }

    var marks: [Mark] = []
    /// Each once, in order.
    var references: [Reference] = []
    /// Where each term stands first: its position in the glossary, or, below zero, in `definitions` (-1 is the first).
    var terms: [(term: Int32, section: ReferringDocument.Section)] = []
    /// Meanings that the document gives itself.
    var definitions: [TermMeaning] = []
    var places: [Destination] = []
    var movers: [Mover] = []
    var counts: [Thing.Kind: ReferenceCount] = [:]
    var open: [OpenReference] = []
}
