import Text

/// What has anchors on a page that are not given by its texts: agenda items, minutes, decisions, terms of the glossary.
package struct AnchoredItems: Sendable {
    package private(set) var elements: [AnchoredElement] = []
    /// By anchor: others that were published for the same.
    package private(set) var others: [String: [String]] = [:]
    /// Those that have the anchor of one of other words, which is here no more.
    package private(set) var reworded: [Int] = []

    package init() {}

    /// With the anchors that were published.
    package func keeping(_ recorded: RecordedAnchors?) -> AnchoredItems {
        guard let names = recorded?.names(of: elements) else { return self }
        var kept = self
        kept.elements = zip(elements, names.anchors).map { AnchoredElement($1, former: $0.former, key: $0.key, isHeading: $0.isHeading) }
        kept.reworded = names.reworded
        for (at, others) in names.others { kept.others[names.anchors[at]] = others }
        return kept
    }

    /// Every anchor with what it stands on.
    package var keys: [String: AnchorKey] {
        var keys: [String: AnchorKey] = [:]
        for element in elements {
            keys[element.anchor] = element.key
            for other in others[element.anchor] ?? [] { keys[other] = element.key }
        }
        return keys
    }

    private mutating func add(_ anchor: String, _ others: [String], former: String, _ key: AnchorKey, isHeading: Bool = true) {
        elements.append(AnchoredElement(anchor, former: former, key: key, isHeading: isHeading))
        if !others.isEmpty { self.others[anchor] = others }
    }
}

// MARK: Agendas

extension AnchoredItems {
    package init(of meeting: Meeting) { self.init(meeting.sections, meeting.supplements) }

    /// The items of an agenda and its supplements, in the order of `Meeting.everyItem`.
    package init(_ sections: [AgendaSection], _ supplements: [Supplement]) {
        var taken: Set<String> = []
        add(sections.flatMap(\.items), of: nil, &taken)
        for supplement in supplements { add(supplement.items, of: supplement.slug, &taken) }
    }

    private mutating func add(_ items: [AgendaItem], of supplement: String?, _ taken: inout Set<String>) {
        var makers = (keys: AnchorKey.Maker(of: supplement.map { "item of " + $0 } ?? "item"), former: FormerAnchors.ofItems)
        var added: [String] = []
        for item in items {
            let own = makers.former.unique("item-" + (item.number?.printed.lowercased() ?? FormerAnchors.slug(item.title)))
            let former = supplement.map { taken.contains(own) ? $0 + "-" + own : own } ?? own
            added.append(former)
            add(item.anchor, item.otherAnchors, former: former, makers.keys.key(item.title))
        }
        taken.formUnion(added)
    }
}

// MARK: Minutes

extension AnchoredItems {
    /// The minutes of a meeting.
    package init(of minutes: Minutes) {
        self.init(ofMinutes: minutes.minutes.map { ($0.number, $0.title, $0.anchor) })
        for minute in minutes.minutes where !minute.otherAnchors.isEmpty { others[minute.anchor] = minute.otherAnchors }
    }

    package init(ofMinutes minutes: [(number: String?, title: String, anchor: String)]) {
        var makers = (keys: AnchorKey.Maker(of: "minute"), former: FormerAnchors.ofItems)
        for (number, title, anchor) in minutes {
            let former = makers.former.unique("minute-" + (number?.lowercased() ?? FormerAnchors.slug(title)))
            add(anchor, [], former: former, makers.keys.key(title))
        }
    }

    /// The decisions of a meeting.
    package init(ofDecisionsIn minutes: Minutes) {
        var makers = (keys: AnchorKey.Maker(of: "decision"), former: FormerAnchors.ofItems)
        for minute in minutes.minutes {
            let former = makers.former.unique(minute.number?.lowercased() ?? FormerAnchors.slug(minute.title))
            for (at, decision) in minute.decisions.enumerated() {
                let key = makers.keys.key(minute.title, under: String(at + 1))
                add(decision.anchor, decision.otherAnchors, former: "decision-" + former + (at == 0 ? "" : "--\(at + 1)"), key, isHeading: false)
            }
        }
    }
}

// MARK: The glossary

extension AnchoredItems {
    /// The terms that have an anchor on the page of the glossary: the first of those that differ in signs alone.
    package init(ofTermsIn archive: Archive) {
        var maker = AnchorKey.Maker(of: "term")
        var taken: (now: Set<String>, former: Set<String>) = ([], [])
        for term in archive.glossaryTerms {
            let former = "term-" + FormerAnchors.slug(term)
            let isFirst = taken.former.insert(former).inserted
            guard taken.now.insert(GlossaryAnchor.make(term)).inserted else { continue }
            elements.append(AnchoredElement(GlossaryAnchor.make(term), former: isFirst ? former : nil, key: maker.key(term)))
        }
    }
}

extension Archive {
    /// The terms of the glossary, each once, in the order of its page.
    package var glossaryTerms: [String] { Set(glossary.map(\.term)).sorted { ($0.lowercased(), $0) < ($1.lowercased(), $1) } }
}
