/// An element of a page that has an anchor.
package struct AnchoredElement: Sendable {
    /// What it is called where nothing was published.
    package let anchor: String
    /// What it was called by `FormerAnchors`.
    package let former: String?
    package let key: AnchorKey
    /// Whether it is a heading, which is known again under another one.
    package let isHeading: Bool

    package init(_ anchor: String, former: String?, key: AnchorKey, isHeading: Bool = true) {
        (self.anchor, self.former, self.key, self.isHeading) = (anchor, former, key, isHeading)
    }
}

/// The anchors of one page that were published. Each leads for ever to what it was published for, and is never given to
/// anything else.
package struct RecordedAnchors: Sendable {
    package struct Entry: Sendable {
        package let name: String
        /// nil where the record does not say what it stands on.
        package let key: AnchorKey?
        /// Whether `redirects.yml` says what became of it.
        package let isWithdrawn: Bool

        package init(_ name: String, key: AnchorKey?, isWithdrawn: Bool = false) {
            (self.name, self.key, self.isWithdrawn) = (name, key, isWithdrawn)
        }
    }

    /// Sorted by name.
    package let entries: [Entry]

    package init(_ entries: [Entry]) { self.entries = entries }

    /// How the elements of a page are called.
    package struct Names {
        /// One for each element.
        package fileprivate(set) var anchors: [String]
        /// By element: the anchors that were published for it and that it would not be given today.
        package fileprivate(set) var others: [Int: [String]] = [:]
        /// Elements that have the anchor of a heading of other words, which stands here no more.
        package fileprivate(set) var reworded: [Int] = []
    }

    /// nil where each element is called as it would be if nothing had been published.
    package func names(of elements: [AnchoredElement]) -> Names? {
        let owners = Owners(of: entries, among: elements)
        var names = Names(anchors: elements.map(\.anchor))
        names.reworded = owners.reworded
        for entry in entries {
            guard let owner = owners[entry.name], elements[owner].anchor != entry.name else { continue }
            names.others[owner, default: []].append(entry.name)
        }
        var taken = Set(names.anchors)
        for (at, element) in elements.enumerated() where !owners.mayHave(element.anchor, at) {
            let free = owners.free(Anchors.wish(of: element.anchor), at) { !taken.contains($0) }
            taken.insert(free)
            names.anchors[at] = free
            names.others[at]?.removeAll { $0 == free }
        }
        names.others = names.others.filter { !$0.value.isEmpty }
        return names.others.isEmpty && names.reworded.isEmpty && names.anchors == elements.map(\.anchor) ? nil : names
    }
}

/// To which element each recorded anchor belongs.
private struct Owners {
    /// nil for what stands on nothing that is here.
    private var owners: [String: Int?] = [:]
    private(set) var reworded: [Int] = []

    subscript(name: String) -> Int? { owners[name] ?? nil }

    /// Whether an element may be given an anchor: not if that was published for something else.
    func mayHave(_ name: String, _ element: Int) -> Bool { owners[name].map { $0 == element } ?? true }

    /// The next one that an element may be given; rather one that was published for it than another.
    func free(_ wish: Substring, _ element: Int, _ isFree: (String) -> Bool) -> String {
        var number = 1
        while true {
            let candidate = number == 1 ? String(wish) : "\(wish)--\(number)"
            if mayHave(candidate, element), isFree(candidate) || self[candidate] == element { return candidate }
            number += 1
        }
    }

    init(of entries: [RecordedAnchors.Entry], among elements: [AnchoredElement]) {
        let byFormer = Dictionary(elements.indices.compactMap { at in elements[at].former.map { ($0, at) } }, uniquingKeysWith: { first, _ in first })
        let byKey = Dictionary(elements.indices.map { (elements[$0].key, $0) }, uniquingKeysWith: { first, _ in first })
        var known: Set<Int> = []
        for entry in entries {
            let owner = if let key = entry.key { byKey[key] } else { byFormer[entry.name] }
            if let owner, entry.key != nil { known.insert(owner) }
            owners[entry.name] = .some(owner)
        }
        let lost = entries.filter { $0.key != nil && self[$0.name] == nil }
        guard !lost.isEmpty else { return }
        let byAnchor = Dictionary(elements.indices.map { (elements[$0].anchor, $0) }, uniquingKeysWith: { first, _ in first })
        findUnderOtherHeadings(lost, elements, byAnchor, &known)
        takeAsReworded(lost.filter { self[$0.name] == nil }, elements, byAnchor, known)
    }

    /// Headings of the same words that stand under another heading now, or before others of the same words.
    private mutating func findUnderOtherHeadings(
        _ lost: [RecordedAnchors.Entry], _ elements: [AnchoredElement], _ byAnchor: [String: Int], _ known: inout Set<Int>
    ) {
        let byWords = Dictionary(grouping: elements.indices.filter { elements[$0].isHeading && !known.contains($0) }) { elements[$0].key.words }
        var found: [AnchorKey: Int] = [:]
        for entry in lost {
            guard let key = entry.key else { continue }
            let own = byAnchor[entry.name].flatMap { elements[$0].isHeading && elements[$0].key.words == key.words && !known.contains($0) ? $0 : nil }
            guard let owner = found[key] ?? own ?? byWords[key.words]?.first(where: { !known.contains($0) }) else { continue }
            found[key] = owner
            known.insert(owner)
            owners[entry.name] = owner
        }
    }

    /// What nothing is known of but that it has the number of something that is gone: a heading in other words, unless somebody
    /// says in `redirects.yml` that it is another.
    private mutating func takeAsReworded(_ lost: [RecordedAnchors.Entry], _ elements: [AnchoredElement], _ byAnchor: [String: Int], _ known: Set<Int>) {
        for entry in lost where !entry.isWithdrawn {
            guard let owner = byAnchor[entry.name], !known.contains(owner) else { continue }
            owners[entry.name] = owner
            if elements[owner].isHeading, elements[owner].key.words != entry.key?.words { reworded.append(owner) }
        }
    }
}
