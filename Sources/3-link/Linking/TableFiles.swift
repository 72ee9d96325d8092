import Markdown
import Model

extension LinkedArchive {
    /// The path, in the site, of a document's table with a number: `committees/cabinet/2026-06-08/table-2.csv`.
    package func path(ofTable number: Int, in document: Document) -> String? {
        beginningOfTables(in: document).map { $0 + Route.tableName(number) }
    }

    /// What stands before `table-2.csv` in the address of a table's file on a page; nil for a document without tables.
    package func reference(toTablesOf document: Document, from page: Address) -> String? {
        guard let beginning = beginningOfTables(in: document) else { return nil }
        let reference = page.reference(to: beginning)
        return reference == "./" ? "" : reference
    }
}

extension SourceUnit {
    /// By text, what stands before `table-2.csv` in the paths of its tables: beside the page on which it stands.
    func beginningsOfTables(in archive: Archive) -> [ObjectIdentifier: String] {
        var beginnings = TableBeginnings()
        switch self {
        case .committee(let position):
            let committee = archive.committees[position]
            beginnings.add(committee.termsOfReference?.document, committee.address)
        case .meeting(let committee, let meeting): beginnings.add(archive.committees[committee].meetings[meeting])
        case .strategy(let position): beginnings.add(archive.strategies[position])
        case .page(let position): beginnings.add(archive.pages[position].text, archive.pages[position].address)
        }
        return beginnings.all
    }
}

private struct TableBeginnings {
    private(set) var all: [ObjectIdentifier: String] = [:]

    /// - Parameter part: What the text is on a page that it shares with others.
    mutating func add(_ document: Document?, _ page: @autoclosure () -> Address, part: String? = nil) {
        guard let document, !document.tables.isEmpty else { return }
        all[ObjectIdentifier(document)] = page().tables(of: part)
    }

    mutating func add(_ meeting: Meeting) {
        add(meeting.notice?.document, meeting.address)
        // Supplements stand on the meeting's page, each with its own first table.
        for supplement in meeting.supplements { add(supplement.notice?.document, meeting.address, part: supplement.slug) }
        add(meeting.minutes?.document, meeting.minutesAddress)
        for paper in meeting.papers { add(paper.text, paper.address(in: meeting)) }
    }

    mutating func add(_ strategy: Strategy) {
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
