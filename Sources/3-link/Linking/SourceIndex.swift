import Markdown
import Model
import Results
import Synchronization

/// A source with a page, and where links can lead within it.
struct PublishedSource: Sendable {
    /// From the root of the tree.
    let path: String
    let address: Address
    /// What stands before every anchor where several documents share the page.
    var anchorPrefix = ""
    /// Where the document begins, if it is not the top of the page.
    var start: String?
    let places: PlacesInSource

    init(_ path: String, _ address: Address, _ places: @escaping @Sendable () -> Places) {
        (self.path, self.address) = (path, address)
        self.places = PlacesInSource(path, places)
    }
}

/// Where links can lead within a source. Gathered when a link asks: most sources are linked to as a whole.
final class PlacesInSource: Sendable {
    let question: Question
    private let found = Mutex<Places?>(nil)
    private let kept = KeptNumber()
    /// Gathers them without keeping them.
    let find: @Sendable () -> Places

    init(_ source: String, _ find: @escaping @Sendable () -> Places) { (question, self.find) = (Question("places", source), find) }

    var all: Places {
        found.withLock { found in
            if let found { return found }
            let places = find()
            found = places
            return places
        }
    }

    /// Another where there are others.
    var number: UInt64 { kept.value { Digest.of(find()) } }
}

extension SourceUnit {
    /// Its sources that have a page.
    func sources(in archive: Archive) -> [PublishedSource] {
        switch self {
        case .committee(let position):
            let committee = archive.committees[position]
            return [PublishedSource(SourcePath.committee(committee.slug), committee.address) { committee.termsOfReference?.document.places ?? Places() }]
        case .meeting(let committee, let meeting): return sources(of: archive.committees[committee].meetings[meeting])
        case .strategy(let position): return sources(of: archive.strategies[position])
        case .page(let position):
            let page = archive.pages[position]
            return [PublishedSource(SourcePath.page(page.slug), page.address) { page.text.places }]
        }
    }

    private func sources(of meeting: Meeting) -> [PublishedSource] {
        let folder = SourcePath.meeting(meeting.id)
        var sources = [PublishedSource(folder + SourcePath.agendaName, meeting.address) { meeting.agendaPlaces }]
        if let minutes = meeting.minutes { sources.append(PublishedSource(folder + SourcePath.minutesName, meeting.minutesAddress) { minutes.places }) }
        for supplement in meeting.supplements {
            var source = PublishedSource(folder + supplement.slug + SourcePath.textEnding, meeting.address) { supplement.places }
            source.start = supplement.slug
            sources.append(source)
        }
        for paper in meeting.papers {
            let text = paper.text
            sources.append(PublishedSource(folder + paper.slug + SourcePath.textEnding, paper.address(in: meeting)) { text.places })
        }
        return sources
    }

    private func sources(of strategy: Strategy) -> [PublishedSource] {
        let (folder, cover) = (SourcePath.strategy(strategy.slug), strategy.cover)
        return [PublishedSource(folder + SourcePath.strategyName, strategy.address) { cover.places }] + strategy.chapters.map { chapter in
            let isOnCover = strategy.contents == .onePage
            let text = chapter.text
            var source = PublishedSource(folder + chapter.slug + SourcePath.textEnding, isOnCover ? strategy.address : strategy.address(of: chapter)) { text.places }
            if isOnCover { (source.anchorPrefix, source.start) = (chapter.slug + "--", "chapter--" + chapter.slug) }
            return source
        }
    }
}

/// Every published source by its path: collected before any link is resolved. Where its places are is told by numbers, since these change with its text.
struct SourceIndex: Sendable {
    /// In the list of units, and in that of the unit's sources.
    typealias Position = (unit: Int, source: Int)

    private(set) var positions: [String: Position] = [:]
    private(set) var files: Set<String> = []

    init(_ archive: Archive, _ sources: [[PublishedSource]]) {
        for (unit, own) in sources.enumerated() {
            for (source, published) in own.enumerated() { positions[published.path] = (unit, source) }
        }
        for meeting in archive.committees.flatMap(\.meetings) {
            for paper in meeting.papers { files.formUnion(paper.attachments.map(\.path)) }
            files.formUnion(meeting.attachments.map(\.path))
        }
        for strategy in archive.strategies { files.formUnion(strategy.attachments.map(\.path)) }
        files.formUnion(archive.attachments.map { SourcePath.pages + $0.path })
    }
}

/// The sources as they are now, handed out to links.
struct SourcesNow: Sendable {
    private let tables: LinkTables
    private let all: [[PublishedSource]]

    /// - Parameter all: By unit.
    init(_ tables: LinkTables, _ all: [[PublishedSource]]) { (self.tables, self.all) = (tables, all) }

    subscript(path: String) -> PublishedSource? { tables.index.positions[path].map { all[$0.unit][$0.source] } }

    /// Where links can lead within a source.
    func places(in source: PublishedSource) -> Places {
        Asking.note(source.places.question)
        return source.places.all
    }

    /// Answers where links can lead within a source.
    func answer(_ question: Question) -> UInt64 { tables.positionsByQuestion.value[question].map { all[$0.unit][$0.source].places.number } ?? 0 }
}
