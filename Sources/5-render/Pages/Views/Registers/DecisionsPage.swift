import Facts
import Linking
import Model
import Registers
import Templates

/// The register of decisions, or one year of it.
struct DecisionsPage: Templated {
    let site: SiteView
    let page: PageView
    let summary: String
    let downloads: DownloadsView
    let years: [YearCountView]
    let isYear: Bool
    let chart: BarsView?
    let months: [DecisionMonthView]
    let earlier: LinkView?
    let later: LinkView?

    static let shape = Shape<DecisionsPage>("decisions page", "The register of decisions: the latest ones and the years, or all of one year.", [
        .record("site", "The site.", SiteView.self) { $0.site },
        .record("page", "The page.", PageView.self) { $0.page },
        .text("summary", "How many decisions, of how many meetings.") { $0.summary },
        .record("downloads", "The same as files.", DownloadsView.self) { $0.downloads },
        .flag("year", "Whether it is the page of one year.") { $0.isYear },
        .flag("hasYears", "Whether there is any decision.") { !$0.years.isEmpty },
        .list("years", "Every year with decisions, newest first.", YearCountView.self) { $0.years },
        .optional("chart", "How many decisions were taken in each year; nothing on the page of one year.", BarsView.self) { $0.chart },
        .list("months", "The months with their decisions, newest first.", DecisionMonthView.self) { $0.months },
        .flag("hasNeighbours", "Whether there is another year.") { $0.earlier != nil || $0.later != nil },
        .optional("earlier", "The year before that has decisions.", LinkView.self) { $0.earlier },
        .optional("later", "The year after that has decisions.", LinkView.self) { $0.later },
    ])
}

struct DecisionMonthView: Templated {
    let title: String
    let anchor: String
    let decisions: [DecisionRowView]

    static let shape = Shape<DecisionMonthView>("decisions of a month", "The decisions of one month.", [
        .text("title", "March 2017.") { $0.title },
        .text("anchor", "Its anchor: `month-2026-3`.") { $0.anchor },
        .list("decisions", "The decisions, newest meeting first.", DecisionRowView.self) { $0.decisions },
    ])
}

/// A decision as an entry of the register.
struct DecisionRowView: Templated {
    let title: String
    let ordinal: String?
    let text: String
    let place: EntryPlaceView
    let purpose: String?
    let isKey: Bool
    let vote: String?

    static let shape = Shape<DecisionRowView>("decision in a register", "A decision as an entry of the register.", [
        .text("title", "The minute's title.") { $0.title },
        .optionalText("ordinal", "Which of the minute's decisions it is: “decision 2”; nothing where there is one.") { $0.ordinal },
        .text("text", "What was decided, as printed, the opening word included.") { $0.text },
        .record("place", "Where it stands.", EntryPlaceView.self) { $0.place },
        .optionalText("purpose", "What the item was for.") { $0.purpose },
        .flag("key", "Whether the paper calls it a key decision.") { $0.isKey },
        .optionalText("vote", "How the vote went, as printed.") { $0.vote },
    ])
}

extension PageBuilder {
    /// How many of the latest decisions stand beside the list of years.
    private static let latestDecisions = 40

    fileprivate func decisionsPage() -> DecisionsPage {
        let address = Route.decisions().address
        let all = registers.decisions
        return decisions(
            all.prefix(PageBuilder.latestDecisions), title: "Decisions", at: address, below: [],
            summary: "\(counted(all.count, "decision", "decisions")), from the minutes of \(counted(registers.meetingsWithMinutes, "meeting", "meetings")).",
            what: "all decisions", year: nil)
    }

    fileprivate func decisionYearPage(_ year: Int) -> DecisionsPage {
        let own = registers.decisions(in: year)
        return decisions(
            own, title: "Decisions in \(year)", at: Route.decisions(year: year).address, below: [Route.decisions().named],
            summary: "\(counted(own.count, "decision", "decisions")).", what: "the decisions of \(year)", year: year)
    }

    private func decisions(
        _ entries: ArraySlice<DecisionEntry>, title: String, at address: Address, below: [(String, Address)], summary: String, what: String, year: Int?
    ) -> DecisionsPage {
        let years = registers.decisionYears.map { other in
            YearCountView(
                year: other, href: address.reference(to: Route.decisions(year: other).address), count: registers.decisions(in: other).count, isCurrent: other == year)
        }
        let neighbour = { (at: YearCountView?) in at.map { LinkView(title: String($0.year), href: $0.href) } }
        return DecisionsPage(
            site: site(on: address), page: page(title, at: address, below: below, feed: .decisions), summary: summary,
            downloads: DownloadsView(what, of: .decisions(year: year), on: address), years: years, isYear: year != nil,
            chart: year == nil ? chartOfDecisions() : nil, months: months(entries, on: address), earlier: neighbour(years.first { $0.year < year ?? 0 }),
            later: neighbour(years.last { $0.year > year ?? .max }))
    }

    private func months(_ entries: ArraySlice<DecisionEntry>, on page: Address) -> [DecisionMonthView] {
        var months: [DecisionMonthView] = []
        var rest = entries
        while let first = rest.first {
            let date = registers.meeting(first.position).meeting.date
            let own = rest.prefix {
                let other = registers.meeting($0.position).meeting.date
                return other.month == date.month && other.year == date.year
            }
            months.append(DecisionMonthView(
                title: dates.month(of: date), anchor: "month-\(date.year)-\(date.month)", decisions: own.compactMap { row($0, on: page) }))
            rest = rest.dropFirst(own.count)
        }
        return months
    }

    func row(_ entry: DecisionEntry, on page: Address) -> DecisionRowView? {
        let record = registers.minutes(entry.position)
        guard case .decision(let decision) = record.part(entry.part, of: entry.position) else { return nil }
        return DecisionRowView(
            title: record.minuteTitle(entry.position), ordinal: ordinal(of: decision, in: record.minute(entry.position)), text: decision.text.plainText, place: place(entry.position, on: page, anchor: decision.anchor),
            purpose: entry.purpose?.words, isKey: entry.isKey == true, vote: registers.vote(of: entry).map(data.words))
    }
}

/// The latest decisions, or those of a year.
struct DecisionsKind: PageKind {
    static let template = "decisions"
    static let places = Route.decisions().place() + ", " + Route.decisions().place("<year>/")

    let year: Int?

    static func pages(of context: PageContext) -> [DecisionsKind] {
        [DecisionsKind(year: nil)] + context.registers.decisionYears.map(DecisionsKind.init)
    }

    var route: Route { .decisions(year: year) }

    func files(in context: PageContext) -> [PageFile] {
        let page = route.address
        guard let year else {
            return [
                PageFile(.table(of: route)) { $0.data.decisionsCSV($0.registers.decisions, into: &$1) },
                PageFile(.data(of: route)) { $0.data.decisionsJSON(Route.decisions().kind, at: page, $0.registers.decisions, into: &$1) },
                PageFile(.feed(of: route)) { $0.feeds.decisionsFeed(into: &$1) },
            ]
        }
        return [
            PageFile(.table(of: route)) { $0.data.decisionsCSV($0.registers.decisions(in: year), into: &$1) },
            PageFile(.data(of: route)) { $0.data.decisionsJSON("Decisions in \(year)", at: page, $0.registers.decisions(in: year), into: &$1) },
        ]
    }

    func view(by builder: PageBuilder) -> DecisionsPage { year.map { builder.decisionYearPage($0) } ?? builder.decisionsPage() }
}
