import Packs

/// What became of a matter from meeting to meeting: the minutes and items that it continues, those in which it came back,
/// and the strategies it belongs to.
///
/// A minute and the item it belongs to are one matter, known by the item.
public struct Lineage: Sendable {
    fileprivate var earlier: [ThingTable.Number: [ThingTable.Number]] = [:]
    fileprivate var later: [ThingTable.Number: [ThingTable.Number]] = [:]
    fileprivate var strategies: [ThingTable.Number: [ThingTable.Number]] = [:]
    fileprivate var matterOfMinute: [ThingTable.Number: ThingTable.Number] = [:]

    init() {}

    /// The matter that a minute or an item belongs to.
    public func matter(of thing: ThingTable.Number) -> ThingTable.Number { matterOfMinute[thing] ?? thing }

    /// The minutes and items that a matter continues, the oldest first.
    public func earlier(than matter: ThingTable.Number) -> [ThingTable.Number] { earlier[matter] ?? [] }

    /// The matters in which it came back, the oldest first.
    public func later(than matter: ThingTable.Number) -> [ThingTable.Number] { later[matter] ?? [] }

    /// The strategies that its text and its papers refer to.
    public func strategies(of matter: ThingTable.Number) -> [ThingTable.Number] { strategies[matter] ?? [] }
}

/// Draws the lineage from what all documents refer to.
struct LineageBuilder {
    let archive: Archive
    let things: ArchiveThings
    let meetings: [Address: MeetingLinks]
    private var edges: [ThingTable.Number: Set<ThingTable.Number>] = [:]
    private var strategies: [ThingTable.Number: Set<ThingTable.Number>] = [:]
    private var matterOfMinute: [ThingTable.Number: ThingTable.Number] = [:]

    init(_ archive: Archive, _ things: ArchiveThings, _ meetings: [Address: MeetingLinks]) {
        self.archive = archive
        self.things = things
        self.meetings = meetings
        for (committee, body) in archive.committees.enumerated() {
            for (meeting, held) in body.meetings.enumerated() {
                let numbers = things.meetings[committee][meeting]
                for (minute, item) in meetings[held.address]?.itemOfMinute ?? [:] {
                    matterOfMinute[numbers.firstMinute + ThingTable.Number(minute)] = numbers.firstItem + ThingTable.Number(item)
                }
            }
        }
    }

    /// What the fields `Follows` say.
    mutating func addFollows(_ destination: (NamedLink) -> Destination) {
        for (committee, body) in archive.committees.enumerated() {
            for (meeting, held) in body.meetings.enumerated() {
                let first = things.meetings[committee][meeting].firstItem
                for (position, item) in held.everyItem.enumerated() {
                    for link in item.open?.follows ?? [] {
                        guard case .page(let address, let fragment) = destination(link), let thing = things.table.number(at: address, fragment)
                        else { continue }
                        add(from: first + ThingTable.Number(position), to: thing)
                    }
                }
            }
        }
    }

    /// What a document's text says.
    mutating func add(_ found: ScannedDocument, of document: ReferringDocument) {
        guard let committee = document.committee, let meeting = document.meeting else { return }
        let numbers = things.meetings[committee][meeting]
        for reference in found.references {
            guard let source = matter(document, reference.section, numbers) else { continue }
            add(from: source, to: reference.target)
        }
    }

    func lineage() -> Lineage {
        var lineage = Lineage()
        lineage.matterOfMinute = matterOfMinute
        for (source, targets) in edges {
            lineage.earlier[source] = targets.sorted(by: isBefore)
            for target in targets { lineage.later[matterOfMinute[target] ?? target, default: []].append(source) }
        }
        lineage.later = lineage.later.mapValues { Array(Set($0)).sorted(by: isBefore) }
        lineage.strategies = strategies.mapValues { $0.sorted() }
        return lineage
    }

    private func matter(_ document: ReferringDocument, _ section: ReferringDocument.Section, _ numbers: MeetingThings) -> ThingTable.Number? {
        switch document.kind {
        case .agenda: return section < 0 ? nil : numbers.firstItem + section
        case .minutes:
            guard section >= 0 else { return nil }
            let minute = numbers.firstMinute + section
            return matterOfMinute[minute] ?? minute
        case .paper(let paper):
            let held = archive.committees[document.committee!].meetings[document.meeting!]
            return meetings[held.address]?.itemOfPaper[held.papers[paper].slug].map { numbers.firstItem + ThingTable.Number($0) }
        default: return nil
        }
    }

    private mutating func add(from source: ThingTable.Number, to target: ThingTable.Number) {
        let thing = things.table[target]
        switch thing.kind {
        case .minute, .item:
            // Only what was before can be continued; so no circle can come about.
            guard let then = thing.date, let now = things.table[source].date, then < now else { return }
            edges[source, default: []].insert(target)
        case .strategy: strategies[source, default: []].insert(target)
        case .chapter:
            if let strategy = things.firstChapters.lastIndex(where: { $0 <= target }) {
                strategies[source, default: []].insert(things.strategies[strategy])
            }
        default: break
        }
    }

    private func isBefore(_ a: ThingTable.Number, _ b: ThingTable.Number) -> Bool {
        let (first, second) = (things.table[a].date, things.table[b].date)
        return first == second ? a < b : (first ?? second!) < (second ?? first!)
    }
}
