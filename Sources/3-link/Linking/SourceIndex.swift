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

        var anchors: Set<String> { places.anchors }
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
        add(folder + SourcePath.agendaName, meeting.address, nil, meeting.location) { meeting.agendaAnchors }
        if let minutes = meeting.minutes {
            add(folder + SourcePath.minutesName, meeting.minutesAddress, nil, minutes.location) { minutes.allAnchors }
        }
        for supplement in meeting.supplements {
            entries[folder + supplement.slug + SourcePath.textEnding] = Entry(
                address: meeting.address, anchorPrefix: "", start: supplement.slug,
                places: PlacesInSource { Set(supplement.sections.flatMap(\.items).map(\.anchor)) }, location: meeting.location)
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
                    places: PlacesInSource { chapter.text.allAnchors }, location: chapter.location)
            } else {
                add(source, strategy.address(of: chapter), chapter.text, chapter.location)
            }
        }
        files.formUnion(strategy.attachments.map(\.path))
    }

    private mutating func add(
        _ source: String, _ address: Address, _ document: Document?, _ location: SourceLocation,
        anchors: @escaping @Sendable () -> Set<String> = { [] }
    ) {
        entries[source] = Entry(
            address: address, anchorPrefix: "", start: nil, places: PlacesInSource { document?.allAnchors ?? anchors() }, location: location)
    }
}

/// Where links can lead within a source. Gathered when a link asks: most sources are linked to as a whole.
final class PlacesInSource: Sendable {
    private let found = Mutex<Set<String>?>(nil)
    /// Gathers them without keeping them.
    let find: @Sendable () -> Set<String>

    init(_ find: @escaping @Sendable () -> Set<String>) { self.find = find }

    var anchors: Set<String> {
        found.withLock { found in
            if let found { return found }
            let anchors = find()
            found = anchors
            return anchors
        }
    }
}

extension Document {
    /// Every place a link can lead to.
    var allAnchors: Set<String> { Set(headings.map(\.anchor)).union(anchors) }
}

extension Meeting {
    var agendaAnchors: Set<String> {
        let document = notice?.document
        return Set(everyItem.map(\.anchor)).union(document?.anchors ?? []).union(document?.deepHeadings ?? [])
    }
}

extension Minutes {
    var allAnchors: Set<String> {
        Set(minutes.map(\.anchor)).union(minutes.flatMap(\.decisions).map(\.anchor)).union(document.anchors).union(document.deepHeadings)
    }
}

extension Document {
    /// Headings within items and minutes: those above are given anchors of their own.
    fileprivate var deepHeadings: [String] { headings.filter { $0.level > 2 }.map(\.anchor) }
}
