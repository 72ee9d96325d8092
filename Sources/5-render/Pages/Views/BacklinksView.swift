import Linking
import Model
import Templates

/// Where something is referred to, in one meeting or one other document.
struct ReferringGroupView: Templated {
    let title: String
    let entries: [ReferringEntryView]

    static let shape = Shape<ReferringGroupView>("referring group", "Where something is referred to, in one meeting or one other document.", [
        .text("title", "The committee and the date of the meeting; or the strategy, or the page.") { $0.title },
        .list("entries", "The places there.", ReferringEntryView.self) { $0.entries },
    ])
}

/// A place where something is referred to.
struct ReferringEntryView: Templated {
    let title: String
    let within: String
    let href: String

    static let shape = Shape<ReferringEntryView>("referring place", "A place where something is referred to.", [
        .text("title", "The item, the minute, or the document and its heading.") { $0.title },
        .text("within", "The title of the group: links of one name must not lead to several places.") { $0.within },
        .text("href", "Where it stands.") { $0.href },
    ])
}

/// All places where something is referred to.
struct BacklinksView: Templated {
    let count: Int
    let groups: [ReferringGroupView]

    static let shape = Shape<BacklinksView>("backlinks", "Where something is referred to.", [
        .text("count", "In how many places.") { String($0.count) },
        .flag("one", "Whether that is a single one.") { $0.count == 1 },
        .flag("few", "Whether they are so few that they need not be folded away.") { $0.count <= 6 },
        .list("groups", "By meeting, the newest first; strategies and pages after them.", ReferringGroupView.self) { $0.groups },
    ])
}

extension PageBuilder {
    /// Where a thing is referred to; nil where it is nowhere.
    ///
    /// - Parameter matter: the matter that a minute or item belongs to: its own text does not refer to it, and what
    ///   continues it stands in its trail already.
    func backlinks(to referenceTarget: ReferenceTargetTable.Number?, on page: Address, matter: ReferenceTargetTable.Number? = nil) -> BacklinksView? {
        guard let referenceTarget else { return nil }
        return backlinks(linked.references.backlinks(to: referenceTarget).filter { backlink in matter.map { !belongs(backlink, to: $0) } ?? true }, on: page)
    }

    func backlinks(_ found: [Backlink], on page: Address) -> BacklinksView? {
        if found.isEmpty { return nil }
        let documents = linked.references.documents
        let byGroup = Dictionary(grouping: found) { groupKey(documents[Int($0.document)]) }
        let groups = byGroup.sorted { $0.key < $1.key }.map { _, entries in
            let title = groupTitle(documents[Int(entries[0].document)])
            return ReferringGroupView(title: title, entries: entries.map { entry($0, documents[Int($0.document)], within: title, on: page) })
        }
        return BacklinksView(count: found.count, groups: groups)
    }

    private func belongs(_ backlink: Backlink, to matter: ReferenceTargetTable.Number) -> Bool {
        guard let source = linked.references.matter(of: backlink) else { return false }
        return source == matter || linked.references.lineage.later(than: matter).contains(source)
    }

    // MARK: Groups

    private struct GroupKey: Hashable, Comparable {
        /// Meetings before other documents, the newest first.
        let age: Int
        let name: String

        static func < (a: GroupKey, b: GroupKey) -> Bool { (a.age, a.name) < (b.age, b.name) }
    }

    private func groupKey(_ document: ReferringDocument) -> GroupKey {
        if let meeting = meeting(of: document) { return GroupKey(age: -meeting.date.daysSince1970, name: meeting.address.path) }
        return GroupKey(age: Int.max, name: groupTitle(document))
    }

    func meeting(of document: ReferringDocument) -> Meeting? {
        guard let committee = document.committee, let meeting = document.meeting else { return nil }
        return archive.committees[committee].meetings[meeting]
    }

    private func groupTitle(_ document: ReferringDocument) -> String {
        if let meeting = meeting(of: document) { return "\(committee(of: meeting).name), \(dates.long(meeting.date))" }
        if let strategy = strategy(of: document) { return strategy.title }
        if let committee = document.committee { return archive.committees[committee].name }
        if case .page(let page) = document.kind { return archive.pages[page].title }
        return authority.name
    }

    // MARK: Entries

    private func entry(_ backlink: Backlink, _ document: ReferringDocument, within: String, on page: Address) -> ReferringEntryView {
        let place = place(of: backlink, document)
        let fragment = place.fragment.map { "#" + document.anchorPrefix + $0 } ?? ""
        return ReferringEntryView(title: place.title, within: within, href: page.reference(to: document.address) + fragment)
    }

    private func place(of backlink: Backlink, _ document: ReferringDocument) -> (title: String, fragment: String?) {
        let section = Int(backlink.section)
        switch document.kind {
        case .agenda:
            guard section >= 0, let item = meeting(of: document)?.everyItem[section] else { return ("Agenda", nil) }
            return (item.number.map { "Item \($0): \(item.title)" } ?? item.title, item.anchor)
        case .minutes:
            guard section >= 0, let minute = meeting(of: document)?.minutes?.minutes[section] else { return ("Minutes", nil) }
            return (minute.number.map { "Minute \($0): \(minute.title)" } ?? minute.title, minute.anchor)
        case .paper(let position): return headed(meeting(of: document)?.papers[position].title ?? "", section, document)
        case .strategy: return headed(strategy(of: document)?.title ?? "", section, document)
        case .chapter(let position): return headed(strategy(of: document)?.chapters[position].title ?? "", section, document)
        case .committee: return headed("Terms of reference", section, document)
        case .page(let position): return headed(archive.pages[position].title, section, document)
        }
    }

    private func strategy(of document: ReferringDocument) -> Strategy? { document.strategy.map { archive.strategies[$0] } }

    /// A document's title with the heading that the place stands under.
    private func headed(_ title: String, _ section: Int, _ document: ReferringDocument) -> (String, String?) {
        guard section >= 0 else { return (title, nil) }
        let heading = document.document.headings[section]
        return ("\(title): \(heading.title)", heading.anchor)
    }
}
