import Markdown
import Model

// Whether two versions of a text differ in nothing but words and headings: then no register and no list has another entry,
// and no page comes or goes. Where headings differ, links from elsewhere may lead to other places.

extension Meeting {
    /// - Parameter old: The same meeting as it was before, with the same heads.
    func isLaidOut(like old: Meeting) -> Bool {
        hasAgenda == old.hasAgenda && isSame(notice?.document, old.notice?.document)
            && isSame(sections, old.sections)
            && isSame(supplements, old.supplements) { $0.slug == $1.slug && isSame($0.notice?.document, $1.notice?.document) && isSame($0.sections, $1.sections) }
            && isSame(papers, old.papers) { $0.isLaidOut(like: $1) } && attachments.map(\.path) == old.attachments.map(\.path)
            && isSame(minutes, old.minutes)
    }

    /// The pages on which headings or other places are others than before.
    func pagesWithOtherPlaces(than old: Meeting) -> Set<Address> {
        var pages: Set<Address> = []
        let agendas = zip([notice?.document] + supplements.map { $0.notice?.document }, [old.notice?.document] + old.supplements.map { $0.notice?.document })
        if agendaPlaces != old.agendaPlaces || !agendas.allSatisfy(hasSamePlaces) { pages.insert(address) }
        if minutes?.places != old.minutes?.places || !hasSamePlaces(minutes?.document, old.minutes?.document) { pages.insert(minutesAddress) }
        for (paper, other) in zip(papers, old.papers) where !hasSamePlaces(paper.text, other.text) { pages.insert(paper.address(in: self)) }
        return pages
    }

    var documents: [Document] {
        [notice?.document, minutes?.document].compactMap(\.self) + supplements.compactMap { $0.notice?.document }
            + papers.flatMap { [$0.text] + $0.properties.compactMap(\.value) }
    }
}

extension Strategy {
    /// - Parameter old: The same strategy as it was before, with the same heads.
    func isLaidOut(like old: Strategy) -> Bool {
        isSame(cover, old.cover) && attachments.map(\.path) == old.attachments.map(\.path)
            && isSame(chapters, old.chapters) { $0.slug == $1.slug && $0.title == $1.title && isSame($0.text, $1.text) }
    }

    /// The pages on which headings or other places are others than before.
    func pagesWithOtherPlaces(than old: Strategy) -> Set<Address> {
        var pages: Set<Address> = hasSamePlaces(cover, old.cover) ? [] : [address]
        for (chapter, other) in zip(chapters, old.chapters) where !hasSamePlaces(chapter.text, other.text) {
            pages.insert(contents == .onePage ? address : address(of: chapter))
        }
        return pages
    }

    var documents: [Document] { [cover] + chapters.map(\.text) }
}

extension Paper {
    fileprivate func isLaidOut(like old: Paper) -> Bool {
        slug == old.slug && title == old.title && isSame(text, old.text) && attachments.map(\.path) == old.attachments.map(\.path)
            && isSame(properties, old.properties) { $0.label == $1.label && ($0.value == nil) == ($1.value == nil) }
    }
}

extension Minutes {
    fileprivate func isLaidOut(like old: Minutes) -> Bool {
        isSame(document, old.document) && others.map(\.title) == old.others.map(\.title)
            && isSame(attendance, old.attendance) { list, other in
                list.capacity == other.capacity && isSame(list.groups, other.groups) { isSame($0.people, $1.people) { $0.isSame(as: $1) } }
            }
            && isSame(minutes, old.minutes) { $0.isLaidOut(like: $1) }
    }
}

extension Attendee {
    /// In another line, perhaps.
    fileprivate func isSame(as other: Attendee) -> Bool {
        var other = other
        other.line = line
        return self == other
    }
}

extension Minute {
    fileprivate func isLaidOut(like old: Minute) -> Bool {
        number == old.number && title == old.title && anchor == old.anchor && item?.printed == old.item?.printed && isSame(records, old.records) { $0.isKind(of: $1) }
    }

    /// All that registers note.
    private var records: [MinutePart] { parts.filter { if case .text = $0 { false } else { true } } }
}

extension MinutePart {
    fileprivate func isKind(of other: MinutePart) -> Bool {
        switch (self, other) {
        case (.vote, .vote): true
        case (.decision(let own), .decision(let other)): own.kind == other.kind && own.anchor == other.anchor
        case (.actions(let own, _), .actions(let other, _)): own == other
        case (.declaration(let own), .declaration(let other)): own.name == other.name
        default: false
        }
    }
}

extension AgendaItem {
    fileprivate func isLaidOut(like old: AgendaItem) -> Bool {
        guard number?.printed == old.number?.printed, title == old.title, anchor == old.anchor else { return false }
        switch (business, old.business) {
        case (.exempt(let own), .exempt(let other)):
            return own.paragraphs == other.paragraphs && own.unknownParagraphs == other.unknownParagraphs && own.reason == other.reason
        case (.open(let own), .open(let other)): return own.isLaidOut(like: other)
        default: return false
        }
    }
}

extension OpenBusiness {
    fileprivate func isLaidOut(like old: OpenBusiness) -> Bool {
        presenter == old.presenter && contact == old.contact && purpose == old.purpose && pages == old.pages && wards == old.wards
            && urgent == old.urgent && state == old.state && reason == old.reason && hasExemptPaper == old.hasExemptPaper
            && isSame(follows, old.follows) { $0.destination == $1.destination }
            && isSame(papers, old.papers) { $0.isSame(as: $1) }
    }
}

extension ItemPaper {
    fileprivate func isSame(as other: ItemPaper) -> Bool {
        switch (self, other) {
        case (.link(let own), .link(let other)): own.title == other.title && own.destination == other.destination
        case (.toFollow, .toFollow), (.verbal, .verbal), (.presentation, .presentation), (.toBeTabled, .toBeTabled): true
        default: false
        }
    }
}

private func isSame(_ new: [AgendaSection], _ old: [AgendaSection]) -> Bool {
    isSame(new, old) { $0.title == $1.title && isSame($0.items, $1.items) { $0.isLaidOut(like: $1) } }
}

private func isSame(_ new: Minutes?, _ old: Minutes?) -> Bool {
    guard let new, let old else { return (new == nil) == (old == nil) }
    return new.isLaidOut(like: old)
}

/// Tables become files of their own.
private func isSame(_ new: Document?, _ old: Document?) -> Bool { new?.tables.count == old?.tables.count && (new == nil) == (old == nil) }

/// Headings and other places, as far as others can see them.
private func hasSamePlaces(_ new: Document?, _ old: Document?) -> Bool {
    if new === old { return true }
    guard let new, let old else { return false }
    return new.anchors == old.anchors && new.otherAnchors == old.otherAnchors && new.movedAnchors == old.movedAnchors && isSame(new.headings, old.headings) { $0.level == $1.level && $0.title == $1.title && $0.anchor == $1.anchor }
}

private func isSame<Element>(_ new: [Element], _ old: [Element], by isSame: (Element, Element) -> Bool) -> Bool {
    new.count == old.count && zip(new, old).allSatisfy(isSame)
}
