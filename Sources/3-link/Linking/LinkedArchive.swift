import Diagnostics
import Markdown
import Model
import Results

/// The archive with every reference resolved: what pages are made from. One object that all threads share, since its parts
/// are many and each page would copy them.
package final class LinkedArchive: Sendable {
    package let archive: Archive
    private let meetings: [Address: MeetingLinks]
    package let people: People
    /// What texts refer to in plain words, and the way back.
    package let references: References
    package let tableFiles: TableFiles
    /// Files to publish as they are.
    package let attachments: [Attachment]
    private let documents: [ObjectIdentifier: DocumentLinks]

    init(
        archive: Archive, meetings: [Address: MeetingLinks], people: People, references: References, tableFiles: TableFiles,
        attachments: [Attachment], documents: [ObjectIdentifier: DocumentLinks]
    ) {
        self.archive = archive
        self.meetings = meetings
        self.people = people
        self.references = references
        self.tableFiles = tableFiles
        self.attachments = attachments
        self.documents = documents
    }

    /// Resolves all references of an archive, and says what is wrong with them.
    package static func link(_ archive: Archive) -> (linked: LinkedArchive, diagnostics: [Diagnostic]) {
        var links = LiveLinks()
        let found = links.link(archive, ArchiveChange(isWide: true))
        return (found.linked, found.diagnostics)
    }

    /// How the parts of a meeting belong together.
    package func parts(of meeting: Meeting) -> MeetingLinks? {
        Asking.note(LinkedArchive.question(ofPartsOf: meeting))
        return meetings[meeting.address]
    }

    /// Where the links of a document lead.
    package func links(of document: Document) -> DocumentLinks {
        Asking.note(document.linksQuestion)
        return documents[ObjectIdentifier(document)] ?? DocumentLinks(links: [], images: [])
    }

    package func destination(of link: NamedLink) -> Destination { links(of: link.document).links[link.link] }
}
