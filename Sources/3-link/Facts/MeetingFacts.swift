import Linking
import Model

/// What is true of one meeting. Made once after linking; pages, data files, calendars, feeds, registers, the search and the checks
/// say what stands here, and work out none of it themselves.
package final class MeetingFacts: Sendable {
    package let days: MeetingDays
    /// In the order of the agenda; after them what supplements add.
    package let matters: [Matter]
    /// For each of `Meeting.papers`.
    package let papers: [PaperFacts]
    /// For each of `Meeting.everyItem`, its place in `matters`.
    private let matterOfItem: [Int]

    package init(_ meeting: Meeting, _ links: MeetingLinks?) {
        let links = links ?? MeetingLinks()
        let days = meeting.days
        let supplements = meeting.supplementOfItem
        let items = meeting.everyItem.indices
        let mains = items.filter(meeting.join.isOwn)
        matters = mains.map { Matter($0, of: meeting, links, supplements: supplements, days: days) }
        var places: [Int: Int] = [:]
        for (place, main) in mains.enumerated() { places[main] = place }
        matterOfItem = items.map { places[meeting.join.main(of: $0)] ?? 0 }
        papers = PaperFacts.all(of: meeting, links, supplements: supplements, days: days)
        self.days = days
    }

    /// The matter that an item belongs to.
    ///
    /// - Parameter item: In `Meeting.everyItem`.
    package func matter(ofItem item: Int) -> Matter { matters[matterOfItem[item]] }

    /// When an item became public: with its agenda, or with the supplement that added it.
    package func published(_ matter: Matter) -> KnownDay {
        matter.parts.first?.supplement.map { days.supplements[$0] } ?? days.agenda
    }
}

/// What is true of a paper as a part of its meeting.
package struct PaperFacts: Sendable {
    /// The supplement that brought it, in `Meeting.supplements`; nil for a paper of the agenda, and for one that no item lists. In a pack
    /// a supplement stands with its papers after all that was published before it, so that the pages of the pack keep their numbers.
    package let supplement: Int?
    /// When it was published: with the agenda, or with the supplement that brought it.
    package let published: KnownDay

    fileprivate static func all(of meeting: Meeting, _ links: MeetingLinks, supplements: [Int?], days: MeetingDays) -> [PaperFacts] {
        var bringers: [Int: Int] = [:]
        if !meeting.supplements.isEmpty {
            var known: Set<Int> = []
            for item in meeting.everyItem.indices {
                for paper in (links.papersListed[item] ?? []).compactMap(\.self) where known.insert(paper).inserted {
                    for own in [paper] + (links.appendices[paper] ?? []) { bringers[own] = supplements[item] }
                }
            }
        }
        return meeting.papers.indices.map { paper in
            let supplement = bringers[paper]
            return PaperFacts(supplement: supplement, published: supplement.map { days.supplements[$0] } ?? days.agenda)
        }
    }
}

extension Meeting {
    /// For each of `everyItem`, the supplement that it stands in; nil for those of the agenda.
    fileprivate var supplementOfItem: [Int?] {
        [Int?](repeating: nil, count: itemCount) + supplements.enumerated().flatMap { at, supplement in [Int?](repeating: at, count: supplement.items.count) }
    }
}
