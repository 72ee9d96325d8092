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

/// Draws the lineage from what all documents refer to.
struct LineageBuilder {
    private let archive: Archive
    private let referenceTargets: ArchiveTargets
    private var edges: [ReferenceTargetTable.Number: Set<ReferenceTargetTable.Number>] = [:]
    private var strategies: [ReferenceTargetTable.Number: Set<ReferenceTargetTable.Number>] = [:]
    private var matterOfMinute: [ReferenceTargetTable.Number: ReferenceTargetTable.Number] = [:]

    /// - Parameter units: Those of the archive, in its order.
    init(_ archive: Archive, _ referenceTargets: ArchiveTargets, _ units: [LinkedUnit]) {
        self.archive = archive
        self.referenceTargets = referenceTargets
        let all = zip(SourceUnit.all(of: archive), units)
        for case (.meeting(let committee, let meeting), let linked) in all {
            let numbers = referenceTargets.meetings[committee][meeting]
            for (minute, item) in linked.parts?.itemOfMinute ?? [:] {
                matterOfMinute[numbers.firstMinute + ReferenceTargetTable.Number(minute)] = numbers.firstItem + ReferenceTargetTable.Number(item)
            }
        }
        for case (.meeting(let committee, let meeting), let linked) in all {
            let numbers = referenceTargets.meetings[committee][meeting]
            for follow in linked.follows {
                guard case .page(let address, let fragment) = follow.destination, let target = referenceTargets.table.number(at: address, fragment) else { continue }
                add(from: numbers.firstItem + ReferenceTargetTable.Number(follow.item), to: target)
            }
            for (document, found) in linked.readings {
                for reference in found.references {
                    guard let source = matter(document, reference.section, numbers, linked.parts) else { continue }
                    add(from: source, to: reference.target)
                }
            }
        }
    }

    var lineage: Lineage {
        var lineage = Lineage()
        lineage.matterOfMinute = matterOfMinute
        lineage.keys = referenceTargets.table.keys
        for (source, targets) in edges {
            lineage.earlier[source] = targets.sorted(by: isBefore)
            for target in targets { lineage.later[matterOfMinute[target] ?? target, default: []].append(source) }
        }
        lineage.later = lineage.later.mapValues { Array(Set($0)).sorted(by: isBefore) }
        lineage.strategies = strategies.mapValues { $0.sorted() }
        return lineage
    }

    private func matter(
        _ document: ReferringDocument, _ section: ReferringDocument.Section, _ numbers: MeetingTargets, _ parts: MeetingLinks?
    ) -> ReferenceTargetTable.Number? {
        switch document.kind {
        case .agenda: return section < 0 ? nil : numbers.firstItem + section
        case .minutes:
            guard section >= 0 else { return nil }
            let minute = numbers.firstMinute + section
            return matterOfMinute[minute] ?? minute
        case .paper(let paper):
            let held = archive.committees[document.committee!].meetings[document.meeting!]
            return parts?.itemOfPaper[held.papers[paper].slug].map { numbers.firstItem + ReferenceTargetTable.Number($0) }
        default: return nil
        }
    }

    private mutating func add(from source: ReferenceTargetTable.Number, to target: ReferenceTargetTable.Number) {
        let referenceTarget = referenceTargets.table[target]
        switch referenceTarget.kind {
        case .minute, .item:
            // Only what was before can be continued; so no circle can come about.
            guard let then = referenceTarget.date, let now = referenceTargets.table[source].date, then < now else { return }
            edges[source, default: []].insert(target)
        case .strategy: strategies[source, default: []].insert(target)
        case .chapter:
            if let strategy = referenceTargets.firstChapters.lastIndex(where: { $0 <= target }) {
                strategies[source, default: []].insert(referenceTargets.strategies[strategy])
            }
        default: break
        }
    }

    private func isBefore(_ a: ReferenceTargetTable.Number, _ b: ReferenceTargetTable.Number) -> Bool {
        let (first, second) = (referenceTargets.table[a].date, referenceTargets.table[b].date)
        return first == second ? a < b : (first ?? second!) < (second ?? first!)
    }
}
