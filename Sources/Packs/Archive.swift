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
    /// nil where the site was not tested.
    public var accessibility: AccessibilityTest?
    /// Other files that public sources link to, published as they are.
    public var attachments: [Attachment]
    /// Every file of the source folder, published or not.
    public var sources = SourceNames()
    /// True where something could not be read, so that a thing may be missing here that is not missing on the disk.
    public var isIncomplete = false

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
