import Facts
import Linking
import Markdown
import Model
import Templates

/// An agenda item on the page of its meeting.
struct AgendaItemView: Templated {
    let anchor: String
    let otherAnchors: [String]
    let number: String?
    let title: String
    /// Whether it adds to an item that stands elsewhere on the page.
    let isAddition: Bool
    let exemption: ExemptionView?
    let open: OpenItemView?
    let outcomes: [OutcomeView]
    let trail: [LineageStepView]
    let backlinks: BacklinksView?

    static let shape = Shape<AgendaItemView>("agenda item", "One thing a meeting is to deal with. It is open or exempt.", [
        .text("anchor", "Its anchor on the page: `item-7`.") { $0.anchor },
        .texts("otherAnchors", "Further anchors that were published for it.") { $0.otherAnchors },
        .optionalText("number", "Its number as printed.") { $0.number },
        .text("title", "Its title.") { $0.title },
        .optional("exemption", "Why it is not dealt with in public.", ExemptionView.self) { $0.exemption },
        .optional("open", "All else, of an item dealt with in public.", OpenItemView.self) { $0.open },
        .list("outcomes", "The minutes that belong to it.", OutcomeView.self) { $0.outcomes },
        .flag("hasTrail", "Whether it continues something, came back, or belongs to a strategy.") { !$0.trail.isEmpty },
        .list("trail", "What became of the matter, step by step.", LineageStepView.self) { $0.trail },
        .optional("backlinks", "Where it is referred to.", BacklinksView.self) { $0.backlinks },
    ])
}

struct ExemptionView: Templated {
    let exemption: Exemption

    static let shape = Shape<ExemptionView>("exemption", "Why an item is not dealt with in public.", [
        .list("paragraphs", "The paragraphs of Schedule 12A.", ExemptParagraphView.self) {
            $0.exemption.paragraphs.map(ExemptParagraphView.init)
        },
        .optionalText("reason", "Why the public interest is better served by not publishing.") { $0.exemption.reason },
    ])
}

struct ExemptParagraphView: Templated {
    let number: Int

    static let shape = Shape<ExemptParagraphView>("exempt paragraph", "A paragraph of Schedule 12A to the Local Government Act 1972.", [
        .text("number", "Its number.") { String($0.number) },
        .text("meaning", "Its official words.") { Schedule12A.meaning(of: $0.number) ?? "" },
    ])
}

struct OpenItemView: Templated {
    let business: OpenBusiness
    let purpose: OpenBusiness.Purpose?
    let state: OpenBusiness.State?
    let reason: String?
    let hasExemptPaper: Bool
    let names: NameLinks
    let papers: [ItemPaperView]
    /// What stands in place of papers.
    let words: [ItemPaper.Word]
    let follows: [LinkView]
    let details: Prose?

    static let shape = Shape<OpenItemView>("open item", "What is public of an item: all but its number and title.", [
        .optionalText("purpose", "For decision, for consideration, for information.") { $0.purpose?.words },
        .flag("hasPresenter", "Whether it is known who presents it.") { $0.business.presenter != nil },
        .list("presenter", "Who presents it.", NamePartView.self) { $0.names.parts($0.business.presenter) },
        .flag("hasContact", "Whether it is known whom to ask about it.") { $0.business.contact != nil },
        .list("contact", "Whom to ask about it.", NamePartView.self) { $0.names.parts($0.business.contact) },
        .optionalText("wards", "The wards it concerns.") { $0.business.wards },
        .optionalText("pages", "The pages of the printed pack: Pages 11-30.") { $0.business.pages.map { pagesInWords($0).capitalisedFirst } },
        .optionalText("urgent", "Why it could not wait.") { $0.business.urgent },
        .optionalText("reason", "Why it was deferred, withdrawn, or the like.") { $0.reason },
        .flag("deferred", "Whether it was put off.") { $0.state == .deferred },
        .flag("withdrawn", "Whether it was taken off the agenda.") { $0.state == .withdrawn },
        .flag("hasFacts", "Whether any of these is there.") { $0.hasFacts },
        .flag("hasPapers", "Whether there is a paper, or a word on one.") { !$0.papers.isEmpty || !$0.words.isEmpty || $0.hasExemptPaper },
        .list("papers", "Its papers.", ItemPaperView.self) { $0.papers },
        .flag("toFollow", "Whether a paper is to follow.") { $0.words.contains(.toFollow) },
        .flag("verbal", "Whether the report is given by word of mouth.") { $0.words.contains(.verbal) },
        .flag("presentation", "Whether there is a presentation.") { $0.words.contains(.presentation) },
        .flag("toBeTabled", "Whether a paper is handed out at the meeting.") { $0.words.contains(.toBeTabled) },
        .flag("hasExemptPaper", "Whether one of its papers is exempt.") { $0.hasExemptPaper },
        .flag("hasFollows", "Whether it continues anything.") { !$0.follows.isEmpty },
        .list("follows", "What it continues.", LinkView.self) { $0.follows },
        .flag("hasDetails", "Whether there is a text.") { $0.details != nil },
        .html("details", "What it is about.") { $0.details?.write(into: &$1) },
    ])
}

extension OpenItemView {
    fileprivate var hasFacts: Bool {
        purpose != nil || [business.presenter, business.contact, business.wards, business.pages].contains { $0 != nil }
    }
}

/// A paper as an item lists it.
struct ItemPaperView: Templated {
    let title: String
    let href: String?
    let detail: String?

    static let shape = Shape<ItemPaperView>("paper of an item", "A paper as an item lists it.", [
        .text("title", "Its title.") { $0.title },
        .optionalText("href", "Its page.") { $0.href },
        .optionalText("detail", "What it is: Appendix, pages 11–30.") { $0.detail },
    ])
}

/// A minute as its item shows it.
struct OutcomeView: Templated {
    let number: String?
    let href: String
    let decisions: [DecisionView]

    static let shape = Shape<OutcomeView>("outcome", "A minute as its item shows it.", [
        .optionalText("number", "The minute's number.") { $0.number },
        .text("href", "Where it stands.") { $0.href },
        .list("decisions", "What was decided.", DecisionView.self) { $0.decisions },
    ])
}

struct DecisionView: Templated {
    let kind: String
    let anchor: String
    let text: Prose

    static let shape = Shape<DecisionView>("decision", "What was decided.", [
        .text("kind", "Resolved, Agreed, Recommended, Noted, Deferred.") { $0.kind },
        .text("anchor", "Its anchor in the minutes.") { $0.anchor },
        .html("text", "Its text, the opening word included.") { $0.text.write(into: &$1) },
    ])
}

/// A part of an agenda.
struct AgendaSectionView: Templated {
    let title: String?
    let anchor: String
    let introduction: Prose?
    let items: [AgendaItemView]

    static let shape = Shape<AgendaSectionView>("agenda section", "A part of an agenda.", [
        .optionalText("title", "Its title; none for items before any section.") { $0.title },
        .text("anchor", "Its anchor: `part--2`.") { $0.anchor },
        .flag("hasIntroduction", "Whether a text stands before its first item.") { $0.introduction != nil },
        .html("introduction", "That text.") { $0.introduction?.write(into: &$1) },
        .list("items", "Its items.", AgendaItemView.self) { $0.items },
    ])
}

extension PageBuilder {
    /// The sections of an agenda or a supplement. `firstItem` is the position of their first item in `Meeting.everyItem`.
    func sections(
        _ sections: [AgendaSection], of meeting: Meeting, on page: Address, firstItem: Int, prefix: String = "", shift: Int = 1
    ) -> [AgendaSectionView] {
        var position = firstItem
        return sections.enumerated().map { number, section in
            let items = section.items.map { item in
                defer { position += 1 }
                return self.item(item, at: position, of: meeting, on: page, prefix: prefix, shift: shift)
            }
            return AgendaSectionView(
                title: section.title, anchor: "\(prefix)part--\(number + 1)", introduction: prose(section.introduction, on: page, shift: shift, prefix: prefix), items: items)
        }
    }

    private func item(_ item: AgendaItem, at position: Int, of meeting: Meeting, on page: Address, prefix: String, shift: Int) -> AgendaItemView {
        let isOwnPage = page == meeting.address
        let number = isOwnPage ? linked.references.referenceTargets.number(at: page, item.anchor) : nil
        return AgendaItemView(
            anchor: item.anchor, otherAnchors: item.otherAnchors, number: item.number?.printed, title: item.title, isAddition: !meeting.join.isOwn(position),
            exemption: item.exemption.map(ExemptionView.init),
            open: item.open.map { open($0, at: position, of: meeting, on: page, prefix: prefix, shift: shift) },
            outcomes: isOwnPage ? outcomes(ofItem: position, in: meeting, on: page) : [],
            trail: isOwnPage ? trail(ofItem: position, in: meeting, on: page) : [],
            backlinks: backlinks(to: number, on: page, matter: number))
    }

    /// An item with all that supplements add to it; where it is itself such an addition, with what it says alone.
    private func open(_ business: OpenBusiness, at position: Int, of meeting: Meeting, on page: Address, prefix: String, shift: Int) -> OpenItemView {
        let matter = facts.of(meeting).matter(ofItem: position)
        let isWhole = matter.item == position
        return OpenItemView(
            business: business, purpose: isWhole ? matter.purpose : business.purpose, state: isWhole ? matter.state : business.state,
            reason: isWhole ? matter.reason : business.reason, hasExemptPaper: isWhole ? matter.hasExemptPaper : business.hasExemptPaper,
            names: names(on: page),
            papers: (isWhole ? matter.papers : matter.parts.first { $0.item == position }?.papers ?? []).map { view(of: $0, isAdded: $0.item != position, in: meeting, on: page) },
            words: isWhole ? matter.words : matter.words(of: business),
            follows: business.follows.filter { !isInTrail($0, of: meeting, on: page) }.compactMap { link($0, on: page) },
            details: prose(business.details, on: page, shift: shift, prefix: prefix))
    }

    /// - Parameter isAdded: Whether a supplement adds it to the item.
    private func view(of listed: ListedPaper, isAdded: Bool, in meeting: Meeting, on page: Address) -> ItemPaperView {
        let plain = view(of: listed, in: meeting, on: page)
        guard isAdded, let supplement = listed.supplement else { return plain }
        let added = "in the supplement" + (facts.of(meeting).days.supplements[supplement].stated.map { " of \(dates.long($0))" } ?? "")
        return ItemPaperView(title: plain.title, href: plain.href, detail: [plain.detail, added].compactMap(\.self).joined(separator: ", "))
    }

    private func view(of listed: ListedPaper, in meeting: Meeting, on page: Address) -> ItemPaperView {
        let words = listed.link?.title ?? ""
        guard let paper = listed.paper.map({ meeting.papers[$0] }) else {
            let destination = listed.link.map(linked.destination) ?? .words
            return ItemPaperView(title: words, href: href(to: destination, of: meeting, on: page), detail: detail(of: destination))
        }
        let title = words.isEmpty ? paper.title : words
        return ItemPaperView(title: title, href: href(to: paper, of: meeting, on: page), detail: detail(of: paper, beside: title))
    }

    /// A paper's page; on the page of the whole pack, the place where it stands there.
    func href(to paper: Paper, of meeting: Meeting, on page: Address) -> String {
        page == meeting.packAddress ? "#" + packAnchor(of: paper) : page.reference(to: paper.address(in: meeting))
    }

    /// The page of the whole pack holds the minutes that items list, too.
    private func href(to destination: Destination, of meeting: Meeting, on page: Address) -> String? {
        if page == meeting.packAddress, case .page(let address, nil) = destination, let other = meetingAt[address],
            other.minutesAddress == address
        {
            return "#" + packAnchor(ofMinutes: other)
        }
        return page.href(to: destination)
    }

    /// No heading's anchor has two hyphens side by side.
    func packAnchor(of paper: Paper) -> String { "paper--" + paper.slug.replacing("/", with: "--") }

    /// The trail on the meeting's own page shows the earlier minutes and items that an item continues.
    private func isInTrail(_ link: NamedLink, of meeting: Meeting, on page: Address) -> Bool {
        guard page == meeting.address, case .page(let address, let fragment?) = linked.destination(of: link),
            let referenceTarget = linked.references.referenceTargets.number(at: address, fragment)
        else { return false }
        let found = linked.references.referenceTargets[referenceTarget]
        return (found.kind == .minute || found.kind == .item) && found.date.map { $0 < meeting.date } ?? false
    }

    private func link(_ link: NamedLink, on page: Address) -> LinkView? {
        let destination = linked.destination(of: link)
        return page.href(to: destination).map { LinkView(title: dated(link.title, destination, on: page), href: $0) }
    }

    /// "minute 4" of another meeting is "minute 4 of 14 July 2026".
    private func dated(_ title: String, _ destination: Destination, on page: Address) -> String {
        guard case .page(let address, _) = destination, let meeting = meetingAt[address], !page.path.hasPrefix(meeting.address.path),
            !title.contains(String(meeting.date.year))
        else { return title }
        return "\(title) of \(dates.long(meeting.date))"
    }

    /// What a paper is, where its title does not say it.
    private func detail(of paper: Paper, beside title: String) -> String? {
        let kind = paper.kind.map(\.words).flatMap { title.lowercased().contains($0.lowercased()) ? nil : $0 }
        let pages = paper.pages.map(pagesInWords)
        let text = [kind, paper.status == .draft ? "draft" : nil, pages].compactMap(\.self).joined(separator: ", ")
        return text.isEmpty ? nil : text
    }

    private func detail(of destination: Destination) -> String? {
        switch destination {
        case .file(let path): SourcePath.ending(path).isEmpty ? "File" : SourcePath.ending(path).uppercased() + " file"
        case .page(let address, _) where Route(address: address)?.isOfStrategy ?? false: "Strategy"
        default: nil
        }
    }

    func outcomes(ofItem position: Int, in meeting: Meeting, on page: Address) -> [OutcomeView] {
        guard let minutes = meeting.minutes, let links = linked.parts(of: meeting) else { return [] }
        return (links.minutesOfItem[position] ?? []).map { at in
            let minute = minutes.minutes[at]
            return OutcomeView(
                number: minute.number, href: page.reference(to: meeting.minutesAddress) + "#" + minute.anchor,
                decisions: minute.decisions.map { decision($0, on: page, prefix: "outcome-") })
        }
    }

    func decision(_ decision: Decision, on page: Address, prefix: String = "") -> DecisionView {
        var style = HTMLStyle()
        style.anchorPrefix = prefix
        return DecisionView(kind: decision.kind.words, anchor: decision.anchor, text: Prose(decision.text, on: page, in: self, style: style))
    }
}
