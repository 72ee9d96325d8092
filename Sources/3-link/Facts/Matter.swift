import Linking
import Model

/// An agenda item with all that supplements bring to it: the same thing to everybody who reads it, whichever source says what.
package struct Matter: Sendable {
    /// Where the item stands in `Meeting.everyItem`: that of the agenda, or that of the supplement which added it.
    package let item: Int
    /// The item, and those of supplements that belong to it, in their order.
    package let parts: [Part]
    /// In the order in which they are listed, each once, each with its appendices after it.
    package let papers: [ListedPaper]
    /// The words that stand in place of papers, each once: “to follow” only while somebody waits for one.
    package let words: [ItemPaper.Word]
    /// What was said to follow; nil where nothing was.
    package let awaited: AwaitedPapers?
    /// What it is for, as the first of its parts says that says so.
    package let purpose: OpenBusiness.Purpose?
    /// Whether it was put off or taken off the agenda, as was said last.
    package let state: OpenBusiness.State?
    /// Why that is so; else the reason that the item itself gives.
    package let reason: String?
    /// Whether a paper of it is exempt.
    package let hasExemptPaper: Bool

    /// An item as one source has it.
    package struct Part: Sendable {
        /// In `Meeting.everyItem`.
        package let item: Int
        /// In `Meeting.supplements`; nil for the agenda.
        package let supplement: Int?
        /// What it lists itself, whether or not it was listed before.
        package let papers: [ListedPaper]
    }

    /// Whether a paper is still to follow. For what was taken off the agenda or put off to another meeting nobody waits here.
    package var isAwaiting: Bool { awaited.map { $0.brought == nil } ?? false && state == nil }

    /// The words of one of its parts that still hold.
    package func words(of business: OpenBusiness) -> [ItemPaper.Word] { business.words.filter { $0 != .toFollow || isAwaiting } }
}

/// A paper as an item lists it, or anything else that stands among its papers: a file, minutes, a strategy.
package struct ListedPaper: Sendable {
    /// In `Meeting.papers`; nil for what is no paper of this meeting.
    package let paper: Int?
    /// As it is listed; nil for an appendix that comes with its report.
    package let link: NamedLink?
    /// The item that lists it, in `Meeting.everyItem`.
    package let item: Int
    /// The supplement that lists it, in `Meeting.supplements`; nil for the agenda.
    package let supplement: Int?
}

/// A paper that was said to follow.
package struct AwaitedPapers: Sendable {
    /// The item that said so first, in `Meeting.everyItem`.
    package let first: Int
    /// The item that said so last.
    package let last: Int
    /// What came; nil while a paper is still to follow.
    package let brought: Brought?

    package struct Brought: Sendable {
        /// In `Meeting.papers`; none where the word came that there is none, or where it is exempt.
        package let papers: [Int]
        /// The first supplement that brought anything, in `Meeting.supplements`.
        package let supplement: Int?
        /// The day of the first supplement that gives one.
        package let day: Day?
    }
}

extension Matter {
    /// - Parameter supplements: For each item of `everyItem`, the supplement it stands in.
    init(_ item: Int, of meeting: Meeting, _ links: MeetingLinks, supplements: [Int?], days: MeetingDays) {
        let items = meeting.everyItem
        let parts = meeting.join.parts(of: item).map { at in
            Part(item: at, supplement: supplements[at], papers: items[at].open.map { PaperList.papers(of: $0, at, in: supplements[at], links) } ?? [])
        }
        let businesses = parts.compactMap { part in items[part.item].open.map { (part: part, business: $0) } }
        let awaited = AwaitedPapers(businesses, days: days)
        let papers = parts.count == 1 ? parts[0].papers : PaperList.together(parts)
        var words: [ItemPaper.Word] = []
        for word in businesses.flatMap(\.business.words) where !words.contains(word) { words.append(word) }
        let state = meeting.state(ofItem: item)
        if awaited?.brought != nil || state != nil { words.removeAll { $0 == .toFollow } }
        self.item = item
        self.parts = parts
        self.papers = papers
        self.words = words
        self.awaited = awaited
        purpose = businesses.lazy.compactMap(\.business.purpose).first
        self.state = state?.state
        reason = state?.reason ?? businesses.first?.business.reason
        hasExemptPaper = businesses.contains { $0.business.hasExemptPaper }
    }
}

/// Gathers papers, each once.
private struct PaperList {
    private(set) var papers: [ListedPaper] = []
    private var seen: Set<Int> = []
    /// Other things are the same where the same link leads to them.
    private var destinations: Set<String> = []

    mutating func add(_ listed: ListedPaper) {
        let isNew = listed.paper.map { seen.insert($0).inserted } ?? listed.link.map { destinations.insert($0.destination).inserted } ?? true
        if isNew { papers.append(listed) }
    }

    static func papers(of business: OpenBusiness, _ item: Int, in supplement: Int?, _ links: MeetingLinks) -> [ListedPaper] {
        guard let listed = links.papersListed[item] else { return [] }
        var list = PaperList()
        for (link, paper) in zip(business.papers.compactMap(\.link), listed) {
            list.add(ListedPaper(paper: paper, link: link, item: item, supplement: supplement))
            for appendix in paper.flatMap({ links.appendices[$0] }) ?? [] {
                list.add(ListedPaper(paper: appendix, link: nil, item: item, supplement: supplement))
            }
        }
        return list.papers
    }

    static func together(_ parts: some Sequence<Matter.Part>) -> [ListedPaper] {
        var list = PaperList()
        for listed in parts.flatMap(\.papers) { list.add(listed) }
        return list.papers
    }
}

extension AwaitedPapers {
    /// nil where no part says that a paper is to follow.
    fileprivate init?(_ parts: [(part: Matter.Part, business: OpenBusiness)], days: MeetingDays) {
        guard let first = parts.firstIndex(where: \.business.isToFollow), let last = parts.lastIndex(where: \.business.isToFollow) else { return nil }
        self.first = parts[first].part.item
        self.last = parts[last].part.item
        // A word such as “verbal” says that there will be none, and an exempt paper has come, though not for the public.
        let answers = { (business: OpenBusiness) in !business.papers.isEmpty || business.hasExemptPaper }
        guard parts[(last + 1)...].contains(where: { answers($0.business) }) else {
            brought = nil
            return
        }
        let before = Set(parts[...first].flatMap(\.part.papers).compactMap(\.paper))
        let papers = PaperList.together(parts[(first + 1)...].map(\.part)).filter { listed in listed.paper.map { !before.contains($0) } ?? false }
        let bringing = parts[(first + 1)...].filter { answers($0.business) }.compactMap(\.part.supplement)
        let withPapers = papers.compactMap(\.supplement)
        brought = Brought(
            papers: papers.compactMap(\.paper), supplement: bringing.first,
            day: (withPapers.isEmpty ? bringing : withPapers).compactMap { days.supplements[$0].stated }.min())
    }
}
