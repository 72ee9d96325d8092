import Facts
import Linking
import Markdown
import OpenData
import Model
import Templates

/// The home page.
struct HomePage: Templated {
    let site: SiteView
    let page: PageView
    let upcoming: [MeetingSummaryView]
    let published: [PublishedPapersView]
    let decisions: [LatestDecisionView]
    let committees: [CommitteeSummaryView]
    let strategies: [StrategySummaryView]

    static let shape = Shape<HomePage>("home page", "The way in.", [
        .record("site", "The site.", SiteView.self) { $0.site },
        .record("page", "The page.", PageView.self) { $0.page },
        .flag("hasUpcoming", "Whether a meeting is to come.") { !$0.upcoming.isEmpty },
        .list("upcoming", "The next meetings.", MeetingSummaryView.self) { $0.upcoming },
        .flag("hasPublished", "Whether any papers are published.") { !$0.published.isEmpty },
        .list("published", "Papers published last, by meeting.", PublishedPapersView.self) { $0.published },
        .flag("hasDecisions", "Whether there are any.") { !$0.decisions.isEmpty },
        .list("decisions", "The latest decisions.", LatestDecisionView.self) { $0.decisions },
        .list("committees", "All committees.", CommitteeSummaryView.self) { $0.committees },
        .flag("hasStrategies", "Whether there are any.") { !$0.strategies.isEmpty },
        .list("strategies", "All strategies.", StrategySummaryView.self) { $0.strategies },
    ])
}

/// The papers of one meeting, as news.
struct PublishedPapersView: Templated {
    let meeting: MeetingSummaryView
    let published: DayView?
    let papers: [LinkView]
    let further: Int

    static let shape = Shape<PublishedPapersView>("papers just published", "The papers of one meeting, as news.", [
        .record("meeting", "The meeting.", MeetingSummaryView.self) { $0.meeting },
        .optional("published", "The day they were published, where the sources say.", DayView.self) { $0.published },
        .list("papers", "The first of them.", LinkView.self) { $0.papers },
        .optionalText("further", "How many more there are.") { $0.further > 0 ? String($0.further) : nil },
    ])
}

struct LatestDecisionView: Templated {
    let title: String
    let ordinal: String?
    let href: String
    let kind: String
    let summary: String
    let committee: String
    let date: DayView

    static let shape = Shape<LatestDecisionView>("latest decision", "A decision as a row of a list.", [
        .text("title", "The minute's title.") { $0.title },
        .optionalText("ordinal", "Which of the minute's decisions it is: “decision 2”; nothing where there is one.") { $0.ordinal },
        .text("href", "Where it stands in the minutes.") { $0.href },
        .text("kind", "Resolved, Agreed …") { $0.kind },
        .text("summary", "Its first words.") { $0.summary },
        .text("committee", "Who decided.") { $0.committee },
        .record("date", "When.", DayView.self) { $0.date },
    ])
}

extension PageBuilder {
    fileprivate func homePage() -> HomePage {
        let address = Address.home
        return HomePage(
            site: site(on: address),
            page: PageView(
                title: authority.name, fullTitle: "Meetings and decisions – \(authority.name)",
                description: "Meetings, papers, minutes and decisions of \(authority.name).", canonical: settings.baseURL, crumbs: [],
                notes: notes, linked: linked, glossary: address.reference(to: GlossaryAnchor.page),
                data: OParl.system.path + OParl.file,
                feed: LinkView(title: FeedLink.decisions.title, href: Address.home.reference(to: FeedLink.decisions.path))),
            upcoming: allMeetings.filter(isUpcoming).prefix(6).map { summary($0, on: address) },
            published: justPublished(4), decisions: latestDecisions(6),
            committees: archive.committees.map { summary($0, on: address) },
            strategies: archive.strategies.map { summary($0, on: address) })
    }

    /// Meetings with papers, those published last before the others; a supplement counts as news.
    private func justPublished(_ count: Int) -> [PublishedPapersView] {
        let dated = allMeetings.filter { !$0.papers.isEmpty }.map { (meeting: $0, known: facts.of($0).days.papers) }.filter { $0.known.day <= today }
        return dated.sorted { ($0.known.day, $0.meeting.committee) > ($1.known.day, $1.meeting.committee) }.prefix(count).map { meeting, known in
            let order = (linked.parts(of: meeting)?.paperOrder ?? []).map { meeting.papers[$0] }.filter { $0.parent == nil }
            return PublishedPapersView(
                meeting: summary(meeting, on: .home), published: known.stated.map(day),
                papers: order.prefix(4).map { LinkView(title: $0.title, href: Address.home.reference(to: $0.address(in: meeting))) },
                further: max(0, order.count - 4))
        }
    }

    /// The last decisions that say more than that something was noted, newest meeting first.
    private func latestDecisions(_ count: Int) -> [LatestDecisionView] {
        let news = facts.latestDecisions(count, until: today) { $1.kind != .noted && !$0.isAboutMinutes }
        return news.prefix(count).map { latest($0.decision, $0.minute, $0.meeting) }
    }

    private func latest(_ decision: Decision, _ minute: Minute, _ meeting: Meeting) -> LatestDecisionView {
        LatestDecisionView(
            title: minute.title, ordinal: ordinal(of: decision, in: minute), href: Address.home.reference(to: meeting.minutesAddress) + "#" + decision.anchor,
            kind: decision.kind.words, summary: decision.text.plainText.afterOpeningWord.shortened(to: 180),
            committee: committee(of: meeting).name, date: day(meeting.date))
    }
}

extension String {
    /// Without "RESOLVED – That" at the front.
    fileprivate var afterOpeningWord: String {
        guard let space = firstIndex(where: { $0 == " " || $0 == "\n" || $0 == ":" }) else { return self }
        let rest = self[space...].drop { " :–—-\n".contains($0) }
        return rest.dropFirst().first == ")" ? String(rest) : String(rest).capitalisedFirst
    }

    /// The first words, as many as fit, with an ellipsis where something is left out.
    func shortened(to length: Int) -> String {
        guard count > length else { return self }
        let start = prefix(length)
        return String(start[..<(start.lastIndex(of: " ") ?? start.endIndex)]) + " …"
    }
}

struct HomeKind: PageKind {
    static let template = "home"
    static let places = Route.home.place()

    static func pages(of context: PageContext) -> [HomeKind] { [HomeKind()] }

    var route: Route { .home }

    func files(in context: PageContext) -> [PageFile] { [PageFile(.feed(of: .home)) { $0.feeds.siteFeed(into: &$1) }] }

    func view(by builder: PageBuilder) -> HomePage { builder.homePage() }
}
