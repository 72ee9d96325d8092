import Diagnostics
import Model

/// References that lead back to where they began, where each must lead to something older or higher: what an item
/// follows, the committee above a committee, the strategy that a strategy supersedes.
struct ReferenceCycle {
    enum Kind {
        case items, committees, strategies

        var words: String {
            switch self {
            case .items: "these items, of which each “Follows” the next,"
            case .committees: "these committees, of which each has the next as its “parent”,"
            case .strategies: "these strategies, of which each “supersedes” the next,"
            }
        }

        var remedy: String {
            switch self {
            case .items: "“Follows” leads to what came before. Take out the link that leads to something later, or to the item itself."
            case .committees: "Take “parent” out of the highest of them."
            case .strategies: "Take “supersedes” out of the oldest of them."
            }
        }
    }

    /// - Parameter units: Those of the archive, in its order.
    static func find(in archive: Archive, _ units: [LinkedUnit]) -> [Diagnostic] {
        let parents = archive.committees.map { Node(name: $0.slug, location: $0.location, next: [$0.parent].compactMap(\.self)) }
        let strategies = archive.strategies.map { Node(name: $0.slug, location: $0.location, next: [$0.supersedes].compactMap(\.self)) }
        return cycles(parents, .committees) + cycles(strategies, .strategies) + cycles(ItemGraph(archive, units).nodes, .items)
    }

    /// One thing, and the names of those it refers to.
    struct Node {
        let name: String
        let location: SourceLocation
        let next: [String]
    }

    /// Each circle once, named from the first of its things on. Without recursion, since a chain can be of any length.
    private static func cycles(_ nodes: [Node], _ kind: Kind) -> [Diagnostic] {
        let positions = Dictionary(nodes.indices.map { (nodes[$0].name, $0) }, uniquingKeysWith: { first, _ in first })
        let next = nodes.map { $0.next.compactMap { positions[$0] } }
        var isDone = [Bool](repeating: false, count: nodes.count)
        var depth = [Int?](repeating: nil, count: nodes.count)
        var found: [Diagnostic] = []
        for start in nodes.indices where !isDone[start] {
            var trail = [(node: start, tried: 0)]
            depth[start] = 0
            while let top = trail.last {
                guard top.tried < next[top.node].count else {
                    depth[top.node] = nil
                    isDone[top.node] = true
                    trail.removeLast()
                    continue
                }
                trail[trail.count - 1].tried += 1
                let target = next[top.node][top.tried]
                if let from = depth[target] {
                    let circle = trail[from...].map(\.node) + [target]
                    found.append(Diagnostic(LinkingProblem.cycle(of: kind, circle.map { nodes[$0].name }), at: nodes[target].location))
                } else if !isDone[target] {
                    depth[target] = trail.count
                    trail.append((target, 0))
                }
            }
        }
        return found
    }
}

/// What each item follows, as items: a minute stands for the item that it is of.
private struct ItemGraph {
    private(set) var nodes: [ReferenceCycle.Node] = []
    private var names: [Address: [String: String]] = [:]

    init(_ archive: Archive, _ units: [LinkedUnit]) {
        let all = zip(SourceUnit.all(of: archive), units).compactMap { unit, linked in
            linked.follows.isEmpty ? nil : unit.meeting(in: archive).map { (meeting: $0, linked: linked) }
        }
        for (meeting, linked) in all { note(meeting, linked.parts) }
        for (meeting, linked) in all {
            let items = meeting.everyItem
            for at in Set(linked.follows.map(\.item)).sorted() {
                let targets = linked.follows.filter { $0.item == at }.compactMap { target($0.destination, from: meeting) }
                nodes.append(ReferenceCycle.Node(name: name(items[at], of: meeting), location: items[at].location, next: targets))
            }
        }
    }

    private mutating func note(_ meeting: Meeting, _ links: MeetingLinks?) {
        let items = meeting.everyItem
        for item in items { names[meeting.address, default: [:]][item.anchor] = name(item, of: meeting) }
        for (minute, item) in links?.itemOfMinute ?? [:] {
            guard let anchor = meeting.minutes?.minutes[minute].anchor else { continue }
            names[meeting.minutesAddress, default: [:]][anchor] = name(items[item], of: meeting)
        }
    }

    private func name(_ item: AgendaItem, of meeting: Meeting) -> String {
        "item \(item.number?.printed ?? "“\(item.title)”") of \(meeting.committee)/\(meeting.slug)"
    }

    private func target(_ destination: Destination, from meeting: Meeting) -> String? {
        switch destination {
        case .page(let address, let fragment?): names[address]?[fragment]
        case .here(let fragment): names[meeting.address]?[fragment]
        default: nil
        }
    }
}
