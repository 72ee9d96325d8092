import Markdown
import Model
import Results

/// A document of the archive, and where in it texts are shown to readers.
package final class ReferringDocument: Sendable {
    /// Positions in the archive.
    package enum Kind: Sendable {
        case agenda, minutes
        case paper(Int)
        case strategy
        case chapter(Int)
        case committee
        case page(Int)
    }

    /// A stretch of text, with the section it stands in.
    struct Stretch: Sendable {
        let events: Range<Int>
        let section: Section
    }

    /// The item of an agenda, the minute of minutes, the heading of any other document: its position; -1 for what stands
    /// before the first.
    package typealias Section = Int32

    /// What it belongs to.
    struct Place: Sendable {
        var committee: Int?
        var meeting: Int?
        var strategy: Int?
        var anchorPrefix = ""
        var scopes: [String] = []
        var firstInSection: ReferenceTargetTable.Number?
        var own: ReferenceTargetTable.Number = -1
    }

    package let kind: Kind
    private let text: Document
    private let place: Place
    /// Its page.
    package let address: Address
    let stretches: [Stretch]

    /// The position of the committee it belongs to; nil for strategies and pages.
    package var committee: Int? { place.committee }
    /// The position of the meeting among the committee's.
    package var meeting: Int? { place.meeting }
    /// The position of the strategy.
    package var strategy: Int? { place.strategy }
    /// What stands before its anchors on its page.
    package var anchorPrefix: String { place.anchorPrefix }
    /// The slugs by which `within` in the glossary may name where it stands, the narrowest first.
    var scopes: [String] { place.scopes }
    /// For agendas and minutes: the number of the first item or minute; the sections count on from it.
    var firstInSection: ReferenceTargetTable.Number? { place.firstInSection }
    /// Its own number among the things, so that nothing is linked to itself.
    var own: ReferenceTargetTable.Number { place.own }

    package var document: Document { text.asked }

    init(_ kind: Kind, _ document: Document, at address: Address, _ stretches: [Stretch], _ set: (inout Place) -> Void) {
        (self.kind, text, self.address, self.stretches) = (kind, document, address, stretches)
        var place = Place()
        set(&place)
        self.place = place
    }
}

/// Lists the documents of a unit whose texts can refer to things.
struct ReferringDocuments {
    private let archive: Archive
    private let referenceTargets: ArchiveTargets
    private(set) var all: [ReferringDocument] = []

    init(_ archive: Archive, _ referenceTargets: ArchiveTargets, _ unit: SourceUnit) {
        self.archive = archive
        self.referenceTargets = referenceTargets
        switch unit {
        case .committee(let position): add(archive.committees[position], at: position)
        case .meeting(let position, let meeting):
            let committee = archive.committees[position]
            add(committee.meetings[meeting], at: meeting, of: committee, at: position)
        case .strategy(let position): add(archive.strategies[position], at: position)
        case .page(let position): addWhole(.page(position), archive.pages[position].text, at: archive.pages[position].address)
        }
    }

    private mutating func add(_ committee: Committee, at position: Int) {
        guard let text = committee.termsOfReference else { return }
        let own = referenceTargets.committees[position]
        addWhole(.committee, text.document, at: committee.address) {
            $0.committee = position
            $0.scopes = [committee.slug]
            $0.own = own
        }
    }

    private mutating func add(_ meeting: Meeting, at: Int, of committee: Committee, at position: Int) {
        let place = { (document: inout ReferringDocument.Place) in
            document.committee = position
            document.meeting = at
            document.scopes = ["\(committee.slug)/\(meeting.slug)", meeting.slug, committee.slug]
        }
        let numbers = referenceTargets.meetings[position][at]
        addAgendas(of: meeting) {
            place(&$0)
            $0.firstInSection = numbers.firstItem
        }
        if let minutes = meeting.minutes {
            add(minutes, of: meeting) {
                place(&$0)
                $0.own = numbers.minutesPage
                $0.firstInSection = numbers.firstMinute
            }
        }
        for (number, paper) in meeting.papers.enumerated() {
            for text in [paper.text] + paper.properties.compactMap(\.value) {
                addWhole(.paper(number), text, at: paper.address(in: meeting)) {
                    place(&$0)
                    $0.scopes = paper.slug.scopes + $0.scopes
                    $0.own = numbers.firstPaper + ReferenceTargetTable.Number(number)
                }
            }
        }
    }

    /// The agenda and its supplements: the notice, what sections open with, the items. Their fields are shown apart.
    private mutating func addAgendas(of meeting: Meeting, place: (inout ReferringDocument.Place) -> Void) {
        var item: ReferringDocument.Section = 0
        add(notice: meeting.notice, sections: meeting.sections, firstItem: &item, of: meeting, place: place)
        for supplement in meeting.supplements {
            add(notice: supplement.notice, sections: supplement.sections, firstItem: &item, of: meeting, place: place)
        }
    }

    private mutating func add(
        notice: Markup?, sections: [AgendaSection], firstItem: inout ReferringDocument.Section, of meeting: Meeting,
        place: (inout ReferringDocument.Place) -> Void
    ) {
        var stretches = notice.map { [ReferringDocument.Stretch(events: $0.events, section: -1)] } ?? []
        var text = notice?.document
        for section in sections {
            if let introduction = section.introduction {
                stretches.append(.init(events: introduction.events, section: -1))
                text = introduction.document
            }
            for item in section.items {
                if let details = item.open?.details {
                    stretches.append(.init(events: details.events, section: firstItem))
                    text = details.document
                }
                firstItem += 1
            }
        }
        guard let text else { return }
        all.append(ReferringDocument(.agenda, text, at: meeting.address, stretches, place))
    }

    private mutating func add(_ minutes: Minutes, of meeting: Meeting, _ place: (inout ReferringDocument.Place) -> Void) {
        var stretches: [ReferringDocument.Stretch] = [minutes.introduction, minutes.preamble].map { .init(events: $0.events, section: -1) }
        for (position, minute) in minutes.minutes.enumerated() {
            stretches += minute.parts.map { .init(events: $0.text.events, section: Int32(position)) }
        }
        stretches += minutes.others.map { .init(events: $0.text.events, section: -1) }
        all.append(ReferringDocument(.minutes, minutes.document, at: meeting.minutesAddress, stretches, place))
    }

    private mutating func add(_ strategy: Strategy, at position: Int) {
        let own = referenceTargets.strategies[position]
        let firstChapter = referenceTargets.firstChapters[position]
        addWhole(.strategy, strategy.cover, at: strategy.address) {
            $0.strategy = position
            $0.scopes = [strategy.slug]
            $0.own = own
        }
        for (number, chapter) in strategy.chapters.enumerated() {
            let isOnCover = strategy.contents == .onePage
            addWhole(.chapter(number), chapter.text, at: isOnCover ? strategy.address : strategy.address(of: chapter)) {
                $0.strategy = position
                $0.anchorPrefix = isOnCover ? chapter.slug + "--" : ""
                $0.scopes = [chapter.slug, strategy.slug]
                $0.own = firstChapter + ReferenceTargetTable.Number(number)
            }
        }
    }

    private mutating func addWhole(
        _ kind: ReferringDocument.Kind, _ text: Document, at address: Address, _ place: (inout ReferringDocument.Place) -> Void = { _ in }
    ) {
        all.append(ReferringDocument(kind, text, at: address, [.init(events: 0..<text.events.count, section: -1)], place))
    }
}

extension String {
    /// `camhs-update/appendix-a` is known as that, as `appendix-a`, and stands within `camhs-update`.
    fileprivate var scopes: [String] {
        let parts = split(separator: "/").map(String.init)
        return [self] + parts.reversed()
    }
}
