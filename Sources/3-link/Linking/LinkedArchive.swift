import Diagnostics
import Markdown
import Model
import Platform
import Results

/// The archive with every reference resolved: what pages are made from. One object that all threads share, since its parts
/// are many and each page would copy them.
package final class LinkedArchive: Sendable {
    package let archive: Archive
    /// What texts refer to in plain words, and the way back.
    package let references: References
    /// Files to publish as they are.
    package let attachments: [Attachment]
    private let tables: LinkTables
    private let units: [LinkedUnit]

    package var people: People { tables.people }

    init(_ archive: Archive, _ tables: LinkTables, _ units: [LinkedUnit], references: References, attachments: [Attachment]) {
        (self.archive, self.tables, self.units) = (archive, tables, units)
        (self.references, self.attachments) = (references, attachments)
    }

    /// Resolves all references of an archive, and says what is wrong with them.
    ///
    /// - Parameter memory: Where what is linked stays for the next time, when only what has changed is linked; nil where there is none.
    package static func link(_ archive: Archive, keeping memory: Memory? = nil) -> (linked: LinkedArchive, diagnostics: [Diagnostic]) {
        Linker(archive, keeping: memory).linked()
    }

    /// How the parts of a meeting belong together.
    package func parts(of meeting: Meeting) -> MeetingLinks? {
        Asking.note(LinkedArchive.question(ofPartsOf: meeting))
        return tables.unitOfPage[meeting.address].flatMap { units[$0].parts }
    }

    /// Where the links of a document lead.
    package func links(of document: Document) -> DocumentLinks {
        Asking.note(document.linksQuestion)
        return self[document]?.links ?? .none
    }

    package func destination(of link: NamedLink) -> Destination { links(of: link.document).links[link.link] }

    /// Where plain words of a document lead, and which of them are terms.
    package func marks(of document: Document) -> DocumentLinkMarks {
        Asking.note(document.linksQuestion)
        return self[document]?.marks ?? DocumentLinkMarks()
    }

    /// Who moved and seconded what, by the minutes' page.
    package func movers(in minutes: Address) -> [Mover] {
        Asking.note(LinkedArchive.question(ofMoversIn: minutes))
        return tables.unitOfPage[minutes].flatMap { units[$0].texts.first { !$0.found.movers.isEmpty }?.found.movers } ?? []
    }

    private subscript(document: Document) -> LinkedText? { tables.unitOfText[document.path].flatMap { units[$0][document] } }

    func beginningOfTables(in document: Document) -> String? { self[document]?.beginningOfTables }
}

extension LinkedArchive {
    /// Another, in this run, where more than texts and where their links lead may be another than in an archive that was linked with the same memory.
    package var layout: UInt64 { tables.version }

    /// Another where any text has other headings or other places that links can lead to.
    package var places: UInt64 { Digest.joining(units.map(\.places)) }
}
