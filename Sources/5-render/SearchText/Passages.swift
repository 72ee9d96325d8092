import Linking
import Model
import Platform
import Registers
import Search

/// What there is to find in an archive, document by document.
///
/// Nothing here is read from the sources: the archive holds no word of what is exempt, and so no passage can.
package struct Passages: Sendable {
    let linked: LinkedArchive
    let later: Lazy<Registers>
    var registers: Registers { later.value }
    /// "2 March 2017"
    let inWords: @Sendable (Day) -> String

    /// - Parameter inWords: How the site writes a date.
    package init(_ registers: Lazy<Registers>, inWords: @escaping @Sendable (Day) -> String) {
        linked = registers.value.linked
        later = registers
        self.inWords = inWords
    }

    var archive: Archive { linked.archive }

    /// The documents in the order of their days, and after them those that have none: so a new meeting changes little of what stands before it.
    package var site: SearchSite {
        let meetings = archive.committees.indices.flatMap { position in
            archive.committees[position].meetings.flatMap { documents(of: $0, ofCommittee: position) }
        }
        let all = meetings + strategies + committees + pages + otherFormats + people + glossary
        let order = all.indices.sorted { (all[$0].day ?? Int.max, $0) < (all[$1].day ?? Int.max, $1) }
        return SearchSite(
            language: archive.authority.language, kinds: Kind.allCases.map(\.words),
            committees: archive.committees.map { ($0.slug, $0.name) }, synonyms: synonyms, documents: order.map { all[$0] },
            texts: linked.references.documents.map(\.document.text))
    }

    /// What a document can be.
    enum Kind: Int, CaseIterable {
        case agendaItem, minutes, paper, strategy, committee, person, glossary, page

        var words: String {
            switch self {
            case .agendaItem: "Agenda item"
            case .minutes: "Minutes"
            case .paper: "Paper"
            case .strategy: "Strategy"
            case .committee: "Committee"
            case .person: "Person"
            case .glossary: "Glossary"
            case .page: "Page"
            }
        }
    }

    func document(
        _ kind: Kind, _ title: String, at address: Address, detail: String = "", committee: Int? = nil, day: Day? = nil, size: Int,
        passages: @escaping @Sendable () -> [SearchPassage]
    ) -> SearchDocument {
        SearchDocument(
            title: title, address: address.path, detail: detail, kind: kind.rawValue, committee: committee, day: day?.daysSince1970, size: size,
            passages: passages)
    }
}
