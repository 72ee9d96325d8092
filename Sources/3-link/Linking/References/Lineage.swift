import Model
import Results

/// What became of a matter from meeting to meeting: the minutes and items that it continues, those in which it came back,
/// and the strategies it belongs to.
///
/// A minute and the item it belongs to are one matter, known by the item.
package struct Lineage: Sendable {
    fileprivate var earlier: [ReferenceTargetTable.Number: [ReferenceTargetTable.Number]] = [:]
    fileprivate var later: [ReferenceTargetTable.Number: [ReferenceTargetTable.Number]] = [:]
    fileprivate var strategies: [ReferenceTargetTable.Number: [ReferenceTargetTable.Number]] = [:]
    fileprivate var matterOfMinute: [ReferenceTargetTable.Number: ReferenceTargetTable.Number] = [:]
    /// By number, what stays the same when other things come.
    fileprivate var keys: [UInt64] = []

    init() {}

    private func question(_ target: ReferenceTargetTable.Number) -> Question { Question("lineage", keys[Int(target)]) }

    /// The matter that a minute or an item belongs to.
    package func matter(of referenceTarget: ReferenceTargetTable.Number) -> ReferenceTargetTable.Number {
        Asking.note(question(referenceTarget))
        return matterOfMinute[referenceTarget] ?? referenceTarget
    }

    /// The minutes and items that a matter continues, the oldest first.
    package func earlier(than matter: ReferenceTargetTable.Number) -> [ReferenceTargetTable.Number] {
        Asking.note(question(matter))
        return earlier[matter] ?? []
    }

    /// The matters in which it came back, the oldest first.
    package func later(than matter: ReferenceTargetTable.Number) -> [ReferenceTargetTable.Number] {
        Asking.note(question(matter))
        return later[matter] ?? []
    }

    /// The strategies that its text and its papers refer to.
    package func strategies(of matter: ReferenceTargetTable.Number) -> [ReferenceTargetTable.Number] {
        Asking.note(question(matter))
        return strategies[matter] ?? []
    }

    func answer(_ target: ReferenceTargetTable.Number, into answers: inout Answers) {
        let parts = [[matterOfMinute[target] ?? target], earlier[target] ?? [], later[target] ?? [], strategies[target] ?? []]
        answers.add(question(target), Digest.joining(parts.flatMap { part in [UInt64(part.count)] + part.map { keys[Int($0)] } }))
    }
}

extension Lineage {
    /// Draws it from what the texts of all units say.
    init(_ units: [UnitMatters], _ table: ReferenceTargetTable) {
        keys = table.keys
        for pair in units.lazy.flatMap(\.items) { matterOfMinute[pair.from] = pair.to }
        var edges: [ReferenceTargetTable.Number: Set<ReferenceTargetTable.Number>] = [:]
        for pair in units.lazy.flatMap(\.continued) { edges[pair.from, default: []].insert(pair.to) }
        var taken: [ReferenceTargetTable.Number: Set<ReferenceTargetTable.Number>] = [:]
        for pair in units.lazy.flatMap(\.strategies) { taken[pair.from, default: []].insert(pair.to) }
        let isBefore = { (a: ReferenceTargetTable.Number, b: ReferenceTargetTable.Number) in
            let (first, second) = (table[a].date, table[b].date)
            return first == second ? a < b : (first ?? second!) < (second ?? first!)
        }
        var later: [ReferenceTargetTable.Number: Set<ReferenceTargetTable.Number>] = [:]
        for (source, targets) in edges {
            earlier[source] = targets.sorted(by: isBefore)
            for target in targets { later[matterOfMinute[target] ?? target, default: []].insert(source) }
        }
        self.later = later.mapValues { $0.sorted(by: isBefore) }
        strategies = taken.mapValues { $0.sorted() }
    }
}

/// What the texts of one unit say of matters.
struct UnitMatters: Sendable {
    /// From one thing to another, by their numbers.
    struct Pair: Sendable, Encodable {
        let from: ReferenceTargetTable.Number
        let to: ReferenceTargetTable.Number
    }

    /// From each minute to the item that it belongs to.
    private(set) var items: [Pair] = []
    /// From matters to the minutes and items that they continue.
    private(set) var continued: [Pair] = []
    /// From matters to the strategies that they belong to.
    private(set) var strategies: [Pair] = []

    init(_ unit: SourceUnit, _ archive: Archive, _ targets: ArchiveTargets, _ parts: MeetingLinks?, _ follows: [LinkedUnit.Follow], _ texts: [LinkedText]) {
        guard case .meeting(let committee, let place) = unit, let parts else { return }
        let (meeting, numbers) = (archive.committees[committee].meetings[place], targets.meetings[committee][place])
        items = parts.itemOfMinute.sorted { $0.key < $1.key }.map { minute, item in
            Pair(from: numbers.firstMinute + ReferenceTargetTable.Number(minute), to: numbers.firstItem + ReferenceTargetTable.Number(item))
        }
        for follow in follows {
            guard case .page(let address, let fragment) = follow.destination, let target = targets.table.number(at: address, fragment) else { continue }
            add(from: numbers.firstItem + ReferenceTargetTable.Number(follow.item), to: target, targets)
        }
        for text in texts {
            for reference in text.found.references {
                guard let source = UnitMatters.matter(text.place, reference.section, numbers, meeting, parts) else { continue }
                add(from: source, to: reference.target, targets)
            }
        }
    }

    private static func matter(
        _ document: ReferringDocument, _ section: ReferringDocument.Section, _ numbers: MeetingTargets, _ meeting: Meeting, _ parts: MeetingLinks
    ) -> ReferenceTargetTable.Number? {
        switch document.kind {
        case .agenda: return section < 0 ? nil : numbers.firstItem + section
        case .minutes:
            guard section >= 0 else { return nil }
            return parts.itemOfMinute[Int(section)].map { numbers.firstItem + ReferenceTargetTable.Number($0) } ?? numbers.firstMinute + section
        case .paper(let paper): return parts.itemOfPaper[meeting.papers[paper].slug].map { numbers.firstItem + ReferenceTargetTable.Number($0) }
        default: return nil
        }
    }

    private mutating func add(from source: ReferenceTargetTable.Number, to target: ReferenceTargetTable.Number, _ targets: ArchiveTargets) {
        let thing = targets.table[target]
        switch thing.kind {
        case .minute, .item:
            // Only what was before can be continued; so no circle can come about.
            guard let then = thing.date, let now = targets.table[source].date, then < now else { return }
            continued.append(Pair(from: source, to: target))
        case .strategy: strategies.append(Pair(from: source, to: target))
        case .chapter:
            if let strategy = targets.firstChapters.lastIndex(where: { $0 <= target }) { strategies.append(Pair(from: source, to: targets.strategies[strategy])) }
        default: break
        }
    }

    /// A number for all of it.
    var number: UInt64 { Digest.of([items, continued, strategies]) }
}
