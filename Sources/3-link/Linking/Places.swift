import Markdown
import Model

/// The anchors that a link can name.
struct Places: Sendable, Encodable {
    /// All that the page has.
    private(set) var anchors: Set<String> = []
    /// Those that were published for a place that is called otherwise now, with what it is called.
    private var current: [String: String] = [:]
    /// What places of a number would be called if nothing had been published, with what they are called.
    private var moved: [String: String] = [:]

    init() {}

    /// As lists, since sets and dictionaries have no order.
    func encode(to encoder: any Encoder) throws {
        var parts = encoder.unkeyedContainer()
        try parts.encode(anchors.sorted())
        for names in [current, moved] { try parts.encode(names.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }) }
    }

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

extension Supplement {
    var places: Places { Places(of: items.map { ($0.number?.printed, $0.anchor, $0.otherAnchors) }, in: "item") }
}

extension Minutes {
    var places: Places {
        var places = Places(of: minutes.map { ($0.number, $0.anchor, $0.otherAnchors) }, in: "minute")
        for decision in minutes.flatMap(\.decisions) { places.add(decision.anchor, decision.otherAnchors) }
        return places.union(document.innerPlaces)
    }
}
