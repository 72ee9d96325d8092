import Diagnostics
import Markdown
import Packs

/// The archive with every reference resolved: what pages are made from. One object that all threads share, since its parts
/// are many and each page would copy them.
public final class LinkedArchive: Sendable {
    public let archive: Archive
    /// By meeting.
    public let meetings: [Address: MeetingLinks]
    public let people: People
    /// What texts refer to in plain words, and the way back.
    public let references: References
    public let tableFiles: TableFiles
    /// Files to publish as they are.
    public let attachments: [Attachment]
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
    public static func link(_ archive: Archive) -> (linked: LinkedArchive, diagnostics: [Diagnostic]) {
        var linker = Linker(archive)
        linker.run()
        let documents = linker.documents
        let references = References(archive, people: linker.people, meetings: linker.meetings) {
            documents[ObjectIdentifier($0)] ?? DocumentLinks(links: [], images: [])
        }
        let linked = LinkedArchive(
            archive: archive, meetings: linker.meetings, people: linker.people, references: references, tableFiles: TableFiles(archive),
            attachments: linker.publishedAttachments(), documents: linker.documents)
        return (linked, linker.diagnostics)
    }

    /// Where the links of a document lead.
    public func links(of document: Document) -> DocumentLinks {
        documents[ObjectIdentifier(document)] ?? DocumentLinks(links: [], images: [])
    }

    public func destination(of link: NamedLink) -> Destination { links(of: link.document).links[link.link] }
}
