/// All that was read: the public record of one authority.
public struct Archive: Sendable {
    public var authority: Authority
    /// By name.
    public var committees: [Committee]
    public var strategies: [Strategy]
    public var pages: [Page]
    public var glossary: [GlossaryEntry]
    public var people: [Person]
    public var redirects: [Redirect]
    /// Other files that public sources link to, published as they are.
    public var attachments: [Attachment]

    public init(authority: Authority) {
        self.authority = authority
        committees = []
        strategies = []
        pages = []
        glossary = []
        people = []
        redirects = []
        attachments = []
    }
}
