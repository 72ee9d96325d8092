import Markdown
import Model

/// Where the tables of each document can be had as files: beside the page on which the document stands.
package struct TableFiles: Sendable {
    private var beginnings: [ObjectIdentifier: String] = [:]

    init(_ archive: Archive) {
        for committee in archive.committees {
            add(committee.termsOfReference?.document, committee.address)
            for meeting in committee.meetings { add(meeting) }
        }
        for strategy in archive.strategies { add(strategy) }
        for page in archive.pages { add(page.text, page.address) }
    }

    /// The path, in the site, of a document's table with a number: `committees/cabinet/2026-06-08/table-2.csv`.
    package func path(ofTable number: Int, in document: Document) -> String? {
        beginning(of: document).map { $0 + Route.tableName(number) }
    }

    /// What stands before `table-2.csv` in the address of a table's file on a page; nil for a document without tables.
    package func reference(to document: Document, from page: Address) -> String? {
        guard let beginning = beginning(of: document) else { return nil }
        let reference = page.reference(to: beginning)
        return reference == "./" ? "" : reference
    }

    private func beginning(of document: Document) -> String? {
        document.tables.isEmpty ? nil : beginnings[ObjectIdentifier(document)]
    }

    /// - Parameter part: What the text is on a page that it shares with others.
    private mutating func add(_ document: Document?, _ page: @autoclosure () -> Address, part: String? = nil) {
        guard let document, !document.tables.isEmpty else { return }
        beginnings[ObjectIdentifier(document)] = page().tables(of: part)
    }

    /// The same for a meeting whose texts are others.
    mutating func replace(_ old: Meeting, by new: Meeting) {
        for document in old.documents { beginnings[ObjectIdentifier(document)] = nil }
        add(new)
    }

    mutating func replace(_ old: Strategy, by new: Strategy) {
        for document in old.documents { beginnings[ObjectIdentifier(document)] = nil }
        add(new)
    }

    private mutating func add(_ meeting: Meeting) {
        add(meeting.notice?.document, meeting.address)
        // Supplements stand on the meeting's page, each with its own first table.
        for supplement in meeting.supplements { add(supplement.notice?.document, meeting.address, part: supplement.slug) }
        add(meeting.minutes?.document, meeting.minutesAddress)
        for paper in meeting.papers { add(paper.text, paper.address(in: meeting)) }
    }

    private mutating func add(_ strategy: Strategy) {
        add(strategy.cover, strategy.address)
        for chapter in strategy.chapters {
            if strategy.contents == .chapters {
                add(chapter.text, strategy.address(of: chapter))
            } else {
                add(chapter.text, strategy.address, part: chapter.slug)
            }
        }
    }
}
