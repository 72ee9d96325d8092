/// All that was read: the public record of one authority.
package struct Archive: Sendable {
    package var authority: Authority
    /// By name.
    package var committees: [Committee]
    package var strategies: [Strategy]
    package var pages: [Page]
    package var glossary: [GlossaryEntry]
    package var people: [Person]
    package var redirects: [Redirect]
    /// What was published before; nil where nothing is recorded.
    package var published: PublishedRecord?
    /// nil where the site was not tested.
    package var accessibility: AccessibilityTest?
    /// Other files that public sources link to, published as they are.
    package var attachments: [Attachment]
    /// Every file of the source folder, published or not.
    package var sources = SourceNames()
    /// True where something could not be read, so that a thing may be missing here that is not missing on the disk.
    package var isIncomplete = false

    package init(authority: Authority) {
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
