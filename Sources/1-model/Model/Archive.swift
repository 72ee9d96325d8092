import Markdown
import Results

/// All that was read: the public record of one authority.
package struct Archive: Sendable, Encodable {
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
    /// Which of them, or which lines, are not published.
    package var withheld = WithheldSources()
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

extension Archive {
    /// What names the archive as it is beside meetings and texts: what an authority, its committees and its strategies say of themselves. Every
    /// result may depend on it.
    package var digest: UInt64 { Digest.of(self) }

    /// A number, in this run, for all that one text can see of others without reading them: where it is the same, nothing but words and headings is another.
    package var outline: UInt64 {
        let texts = committees.compactMap(\.termsOfReference?.document) + strategies.flatMap(\.documents) + pages.map(\.text)
        let tables = texts.map { UInt64($0.tables.count) }
        return Digest.joining([Digest.of(self, leavingOut: [Markup.self]), sources.number] + tables + committees.flatMap(\.meetings).map(\.outline))
    }

    /// - Parameter concurrently: Gives what each meeting answers, on all processors.
    package func answer(into answers: inout Answers, concurrently: ([Meeting], @Sendable (Meeting) -> Answers) -> [Answers]) {
        let ofMeetings = concurrently(committees.flatMap(\.meetings)) { meeting in
            var own = Answers.none
            meeting.answer(into: &own)
            return own
        }
        answers.add(ofMeetings)
        for strategy in strategies { strategy.answer(into: &answers) }
        for page in pages { page.answer(into: &answers) }
    }
}
