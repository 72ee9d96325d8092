import Diagnostics
import Markdown
import Model
import Synchronization

/// Every published source with its page and the places in it: collected before any link is resolved.
struct SourceIndex: Sendable {
    struct Entry: Sendable {
        let address: Address
        /// What stands before every anchor where several documents share the page.
        let anchorPrefix: String
        /// Where the document begins, if it is not the top of the page.
        let start: String?
        let places: PlacesInSource
        let location: SourceLocation

        var anchors: Set<String> { places.all.anchors }
    }

    private(set) var entries: [String: Entry] = [:]
    private(set) var files: Set<String> = []

    init(_ archive: Archive) {
        for committee in archive.committees {
            add(SourcePath.committee(committee.slug), committee.address, committee.termsOfReference?.document, committee.location)
            for meeting in committee.meetings { add(meeting) }
        }
        for strategy in archive.strategies { add(strategy) }
        for page in archive.pages { add(SourcePath.page(page.slug), page.address, page.text, page.location) }
        files.formUnion(archive.attachments.map { SourcePath.pages + $0.path })
    }

    /// Takes the places of texts that are others now.
    mutating func replace(_ meeting: Meeting) { add(meeting) }

    mutating func replace(_ strategy: Strategy) { add(strategy) }

    private mutating func add(_ meeting: Meeting) {
        let folder = SourcePath.meeting(meeting.id)
        add(folder + SourcePath.agendaName, meeting.address, nil, meeting.location) { meeting.agendaPlaces }
        if let minutes = meeting.minutes {
            add(folder + SourcePath.minutesName, meeting.minutesAddress, nil, minutes.location) { minutes.places }
        }
        for supplement in meeting.supplements {
            entries[folder + supplement.slug + SourcePath.textEnding] = Entry(
                address: meeting.address, anchorPrefix: "", start: supplement.slug,
                places: PlacesInSource { Places(of: supplement.items.map { ($0.number?.printed, $0.anchor, $0.otherAnchors) }, in: "item") }, location: meeting.location)
        }
        for paper in meeting.papers {
            add(folder + paper.slug + SourcePath.textEnding, paper.address(in: meeting), paper.text, paper.location)
            files.formUnion(paper.attachments.map(\.path))
        }
        files.formUnion(meeting.attachments.map(\.path))
    }

    private mutating func add(_ strategy: Strategy) {
        let (folder, address) = (SourcePath.strategy(strategy.slug), strategy.address)
        add(folder + SourcePath.strategyName, address, strategy.cover, strategy.location)
        for chapter in strategy.chapters {
            let source = folder + chapter.slug + SourcePath.textEnding
            if strategy.contents == .onePage {
                entries[source] = Entry(
                    address: address, anchorPrefix: chapter.slug + "--", start: "chapter--" + chapter.slug,
                    places: PlacesInSource { chapter.text.places }, location: chapter.location)
            } else {
                add(source, strategy.address(of: chapter), chapter.text, chapter.location)
            }
        }
        files.formUnion(strategy.attachments.map(\.path))
    }

    private mutating func add(
        _ source: String, _ address: Address, _ document: Document?, _ location: SourceLocation,
        places: @escaping @Sendable () -> Places = { Places() }
    ) {
        entries[source] = Entry(
            address: address, anchorPrefix: "", start: nil, places: PlacesInSource { document?.places ?? places() }, location: location)
    }
}

/// Where links can lead within a source. Gathered when a link asks: most sources are linked to as a whole.
final class PlacesInSource: Sendable {
    private let found = Mutex<Places?>(nil)
    /// Gathers them without keeping them.
    let find: @Sendable () -> Places

    init(_ find: @escaping @Sendable () -> Places) { self.find = find }

    var all: Places {
        found.withLock { found in
            if let found { return found }
            let places = find()
            found = places
            return places
        }
    }
}

/// The anchors that a link can name.
struct Places: Sendable, Equatable {
    /// All that the page has.
    private(set) var anchors: Set<String> = []
    /// Those that were published for a place that is called otherwise now, with what it is called.
    private var current: [String: String] = [:]
    /// What places of a number would be called if nothing had been published, with what they are called.
    private var moved: [String: String] = [:]

    init() {}

    /// - Parameter items: Agenda items or minutes, in their order.
    init(of items: [(number: String?, anchor: String, others: [String])], in family: String) {
        for (number, anchor, others) in items {
            add(anchor, others)
            guard let number else { continue }
            let natural = "\(family)-\(number.lowercased())"
            if moved[natural] == nil { moved[natural] = anchor }
        }
        moved = moved.filter { $0 != $1 }
    }

    init(_ anchors: Set<String>, _ others: [String: [String]], moved: [String: String]) {
        self.anchors = anchors
        self.moved = moved
        for (anchor, others) in others { add(anchor, others) }
    }

    mutating func add(_ anchor: String, _ others: [String]) {
        anchors.insert(anchor)
        for other in others {
            anchors.insert(other)
            current[other] = anchor
        }
    }

    func union(_ other: Places) -> Places {
        var all = self
        all.anchors.formUnion(other.anchors)
        all.current.merge(other.current) { first, _ in first }
        all.moved.merge(other.moved) { first, _ in first }
        return all
    }

    /// The anchor that a fragment means: itself, or the thing of that number.
    func anchor(_ fragment: String) -> String? {
        if anchors.contains(fragment) { return current[fragment] ?? fragment }
        let dashed = fragment.lowercased().replacing(".", with: "-")
        return ["minute-", "item-", "section-", "para-", "page-"].lazy.compactMap { family in
            moved[family + dashed] ?? (anchors.contains(family + dashed) ? family + dashed : nil)
        }.first
    }
}

extension Document {
    /// Every place a link can lead to.
    var places: Places { Places(Set(headings.map(\.anchor)).union(anchors), otherAnchors, moved: movedAnchors) }

    /// Without the headings of items and minutes, which are given anchors of their own.
    fileprivate var innerPlaces: Places {
        Places(Set(headings.lazy.filter { $0.level > 2 }.map(\.anchor)).union(anchors), otherAnchors, moved: movedAnchors)
    }
}

extension Meeting {
    var agendaPlaces: Places {
        let items = Places(of: everyItem.map { ($0.number?.printed, $0.anchor, $0.otherAnchors) }, in: "item")
        return notice.map { items.union($0.document.innerPlaces) } ?? items
    }
}

extension Minutes {
    var places: Places {
        var places = Places(of: minutes.map { ($0.number, $0.anchor, $0.otherAnchors) }, in: "minute")
        for decision in minutes.flatMap(\.decisions) { places.add(decision.anchor, decision.otherAnchors) }
        return places.union(document.innerPlaces)
    }
}
