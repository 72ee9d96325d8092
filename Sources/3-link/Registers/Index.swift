import Linking
import Model

/// The entries of the index that begin with one letter.
package struct IndexLetter: Sendable {
    /// "A", "0–9", "Other".
    package let name: String
    /// `a`, `0-9`, `other`.
    package let slug: String
    /// In alphabetical order.
    package let entries: [IndexEntry]
}

/// Everything of one title.
package struct IndexEntry: Sendable {
    package let title: String
    /// What is so called, the newest first.
    package internal(set) var referenceTargets: [IndexSubject]
}

/// What an index leads to.
package enum IndexSubject: Sendable {
    case committee(Int)
    case strategy(Int)
    /// In `People.all`.
    case person(Int)
    /// In `Archive.glossary`.
    case term(Int)
    /// In `Registers.papers`.
    case paper(Int)
    case item(ItemPosition)
}

/// Puts all titles in order.
struct IndexBuilder {

    private var entries: [(key: [UInt8], entry: IndexEntry)] = []
    private var positions: [[UInt8]: Int] = [:]

    static func letters(_ registers: RegisterBuilder) -> [IndexLetter] {
        var builder = IndexBuilder()
        builder.addNames(registers.linked)
        builder.addBusiness(registers)
        return builder.letters()
    }

    private mutating func addNames(_ linked: LinkedArchive) {
        let archive = linked.archive
        for (at, committee) in archive.committees.enumerated() { add(committee.name, .committee(at)) }
        for (at, strategy) in archive.strategies.enumerated() { add(strategy.title, .strategy(at)) }
        for (at, person) in linked.people.all.enumerated() { add(person.indexName, .person(at)) }
        for (at, entry) in archive.glossary.enumerated() { add(entry.term, .term(at)) }
    }

    private mutating func addBusiness(_ registers: RegisterBuilder) {
        for (at, entry) in registers.papers.enumerated() {
            add(registers.meetings[entry.meeting].meeting.papers[entry.paper].title, .paper(at))
        }
        for (at, record) in registers.meetings.enumerated() {
            // What a supplement adds to an item is that item.
            for (position, item) in record.meeting.everyItem.enumerated() where record.meeting.join.isOwn(position) {
                add(item.title, .item(ItemPosition(meeting: at, item: position)))
            }
        }
    }

    private mutating func add(_ title: String, _ referenceTarget: IndexSubject) {
        let key = IndexBuilder.key(title)
        if let known = positions[key] {
            entries[known].entry.referenceTargets.append(referenceTarget)
        } else {
            positions[key] = entries.count
            entries.append((key, IndexEntry(title: title, referenceTargets: [referenceTarget])))
        }
    }

    private func letters() -> [IndexLetter] {
        let sorted = entries.sorted { a, b in
            let (first, second) = (IndexBuilder.rank(a.key), IndexBuilder.rank(b.key))
            return first == second ? a.key.lexicographicallyPrecedes(b.key) : first < second
        }
        var letters: [IndexLetter] = []
        var start = 0
        for at in sorted.indices where at + 1 == sorted.count || IndexBuilder.rank(sorted[at + 1].key) != IndexBuilder.rank(sorted[at].key) {
            let rank = IndexBuilder.rank(sorted[at].key)
            letters.append(IndexLetter(
                name: rank == 0 ? "0–9" : rank == 27 ? "Other" : String(UnicodeScalar(UInt8(64 + rank))),
                slug: rank == 0 ? "0-9" : rank == 27 ? "other" : String(UnicodeScalar(UInt8(96 + rank))),
                entries: sorted[start...at].map(\.entry)))
            start = at + 1
        }
        return letters
    }

    /// 0 for numbers, 1 to 26 for letters, 27 for all else.
    private static func rank(_ key: [UInt8]) -> Int {
        switch key.first {
        case let digit? where (48...57).contains(digit): 0
        case let letter? where (97...122).contains(letter): Int(letter) - 96
        default: 27
        }
    }

    /// What a title is sorted by: its words in small letters, without an article before them.
    private static func key(_ title: String) -> [UInt8] {
        let words = PersonName.slug(title).utf8
        for article in ["the-", "an-", "a-"] where words.starts(with: article.utf8) && words.count > article.utf8.count {
            return Array(words.dropFirst(article.utf8.count))
        }
        return Array(words)
    }
}
