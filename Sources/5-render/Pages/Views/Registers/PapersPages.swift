import Formats
import Linking
import Model
import Registers
import Templates

/// The register of papers: how many of which kind, and what was to follow.
struct PapersPage: Templated {
    let site: SiteView
    let page: PageView
    let summary: String
    let downloads: DownloadsView
    let years: [YearCountView]
    let count: Int
    let kinds: [PaperKindCountView]
    let awaited: [AwaitedPaperView]
    let awaitedSummary: String

    static let shape = Shape<PapersPage>("papers page", "The register of papers: how many of which kind, and what was to follow.", [
        .record("site", "The site.", SiteView.self) { $0.site },
        .record("page", "The page.", PageView.self) { $0.page },
        .text("summary", "How many papers.") { $0.summary },
        .record("downloads", "All papers as files.", DownloadsView.self) { $0.downloads },
        .flag("hasYears", "Whether there is any paper.") { !$0.years.isEmpty },
        .list("years", "Every year with papers, newest first.", YearCountView.self) { $0.years },
        .text("count", "How many papers.") { String($0.count) },
        .list("kinds", "The kinds of papers there are.", PaperKindCountView.self) { $0.kinds },
        .flag("hasAwaited", "Whether any agenda said that a paper was to follow.") { !$0.awaited.isEmpty },
        .text("awaitedSummary", "How many were to follow, and how many of them came.") { $0.awaitedSummary },
        .list("awaited", "Papers that were to follow, newest meeting first.", AwaitedPaperView.self) { $0.awaited },
    ])
}

struct PaperKindCountView: Templated {
    let kind: String
    let counts: [String]
    let total: Int

    static let shape = Shape<PaperKindCountView>("kind of papers", "How many papers there are of one kind.", [
        .text("kind", "Report, Appendix …") { $0.kind },
        .texts("counts", "How many in each year, in the order of the years.") { $0.counts },
        .text("total", "How many in all.") { String($0.total) },
    ])
}

/// A paper that an agenda said was to follow.
struct AwaitedPaperView: Templated {
    let item: LinkView
    let committee: LinkView
    let meeting: LinkView
    let outcome: AwaitedPaper.Outcome
    let papers: [LinkView]
    let arrived: DayView?
    let daysLate: Int?
    let isPast: Bool

    static let shape = Shape<AwaitedPaperView>("paper to follow", "A paper that an agenda said was to follow.", [
        .record("item", "The agenda item.", LinkView.self) { $0.item },
        .record("committee", "The committee.", LinkView.self) { $0.committee },
        .record("meeting", "The meeting.", LinkView.self) { $0.meeting },
        .flag("past", "Whether the meeting is over.") { $0.isPast },
        .flag("came", "Whether a supplement brought it.") { $0.outcome == .came },
        .optionalText("settled", "Why nobody waits for it any more, where none came: The item was withdrawn.") { $0.outcome.words },
        .list("papers", "What the supplement brought.", LinkView.self) { $0.papers },
        .optional("arrived", "The day it was published.", DayView.self) { $0.arrived },
        .optionalText("late", "How many days after the agenda: “9 days”.") { $0.daysLate.map { counted($0, "day", "days") } },
    ])
}

/// The papers of one year by kind.
struct PaperYearPage: Templated {
    let site: SiteView
    let page: PageView
    let summary: String
    let downloads: DownloadsView
    let kinds: [PapersOfKindView]
    let earlier: LinkView?
    let later: LinkView?

    static let shape = Shape<PaperYearPage>("papers of a year", "The papers of one year by kind.", [
        .record("site", "The site.", SiteView.self) { $0.site },
        .record("page", "The page.", PageView.self) { $0.page },
        .text("summary", "How many papers.") { $0.summary },
        .record("downloads", "The same as files.", DownloadsView.self) { $0.downloads },
        .list("kinds", "The kinds of papers there are.", PapersOfKindView.self) { $0.kinds },
        .flag("hasNeighbours", "Whether there is another year.") { $0.earlier != nil || $0.later != nil },
        .optional("earlier", "The year before that has papers.", LinkView.self) { $0.earlier },
        .optional("later", "The year after that has papers.", LinkView.self) { $0.later },
    ])
}

struct PapersOfKindView: Templated {
    let kind: String
    let slug: String
    let papers: [PaperRowView]

    static let shape = Shape<PapersOfKindView>("papers of a kind", "The papers of one kind.", [
        .text("kind", "Report, Appendix …") { $0.kind },
        .text("anchor", "Its anchor: `kind-report`.") { "kind-" + $0.slug },
        .text("count", "How many.") { String($0.papers.count) },
        .list("papers", "The papers, newest meeting first.", PaperRowView.self) { $0.papers },
    ])
}

/// A paper as an entry of a register.
struct PaperRowView: Templated {
    let title: String
    let href: String
    let committee: String
    let meeting: LinkView
    let daysLate: Int?

    static let shape = Shape<PaperRowView>("paper in a register", "A paper as an entry of a register.", [
        .text("title", "Its title.") { $0.title },
        .text("href", "Its page.") { $0.href },
        .text("committee", "The committee it is for.") { $0.committee },
        .record("meeting", "The meeting it is for.", LinkView.self) { $0.meeting },
        .optionalText("late", "Where it was to follow: how many days after the agenda it came.") { $0.daysLate.map { counted($0, "day", "days") } },
    ])
}

extension PageBuilder {
    fileprivate func papersPage() -> PapersPage {
        let address = Route.papers().address
        let years = registers.paperYears
        let awaited = registers.awaited.compactMap { view(of: $0, on: address) }
        let came = registers.awaited.count { $0.outcome == .came }
        return PapersPage(
            site: site(on: address), page: page(Route.papers().kind, at: address, below: []),
            summary: "\(counted(registers.papers.count, "paper", "papers")).",
            downloads: DownloadsView("all papers", of: .papers(), on: address),
            years: years.map { YearCountView(year: $0, href: "\($0)/", count: registers.papers(in: $0).count, isCurrent: false) },
            count: registers.papers.count, kinds: kindCounts(years), awaited: awaited,
            awaitedSummary: "\(counted(awaited.count, "item", "items")) of agendas said that a paper was to follow. For \(came) of them a supplement brought it.")
    }

    private func kindCounts(_ years: [Int]) -> [PaperKindCountView] {
        let kinds = PageBuilder.kinds
        var counts = kinds.map { _ in years.map { _ in 0 } }
        var column = 0
        for entry in registers.papers {
            let meeting = registers.meetings[entry.meeting].meeting
            // Both the papers and the years come newest first.
            while years[column] != meeting.date.year { column += 1 }
            if let row = kinds.firstIndex(of: meeting.papers[entry.paper].kind) { counts[row][column] += 1 }
        }
        return zip(kinds, counts).compactMap { kind, counts in
            let total = counts.reduce(0, +)
            return total == 0 ? nil : PaperKindCountView(kind: kind?.words ?? "Other papers", counts: counts.map(String.init), total: total)
        }
    }

    /// The table of kinds and years, as the page shows it.
    fileprivate func writePaperKinds(into out: inout [UInt8]) {
        let years = registers.paperYears
        var csv = CSV(header: ["Kind"] + years.map(String.init) + ["All"])
        for row in kindCounts(years) { csv.append([row.kind] + row.counts + [String(row.total)]) }
        csv.append(["All"] + years.map { String(registers.papers(in: $0).count) } + [String(registers.papers.count)])
        out += csv.finish()
    }

    /// In the order of the register; papers of no kind last.
    private static let kinds: [Paper.Kind?] = Paper.Kind.allCases + [nil]

    private func view(of entry: AwaitedPaper, on page: Address) -> AwaitedPaperView? {
        let record = registers.meetings[entry.meeting]
        guard let item = itemLink(entry.item, of: record, on: page) else { return nil }
        return AwaitedPaperView(
            item: item, committee: committeeLink(record, on: page), meeting: meetingLink(record, on: page),
            outcome: entry.outcome, papers: entry.papers.map { record.meeting.papers[$0] }.map {
                LinkView(title: $0.title, href: page.reference(to: $0.address(in: record.meeting)))
            },
            arrived: entry.arrived.map(day), daysLate: entry.daysLate, isPast: record.meeting.date < today)
    }

    fileprivate func paperYearPage(_ year: Int) -> PaperYearPage {
        let address = Route.papers(year: year).address
        let own = registers.papers(in: year)
        let years = registers.paperYears
        let byKind = Dictionary(grouping: own) { registers.meetings[$0.meeting].meeting.papers[$0.paper].kind }
        let neighbour = { (other: Int?) in other.map { LinkView(title: String($0), href: "../\($0)/") } }
        return PaperYearPage(
            site: site(on: address), page: page("Papers in \(year)", at: address, below: [Route.papers().named]).with(data: address.reference(to: Route.data(of: .papers()).file)),
            summary: "\(counted(own.count, "paper", "papers")) for meetings in \(year).",
            downloads: DownloadsView("all papers", of: .papers(), on: address),
            kinds: PageBuilder.kinds.compactMap { kind in
                byKind[kind].map { entries in
                    PapersOfKindView(
                        kind: kind?.words ?? "Other papers", slug: kind?.rawValue ?? "other", papers: entries.map { row($0, on: address) })
                }
            },
            earlier: neighbour(years.first { $0 < year }), later: neighbour(years.last { $0 > year }))
    }

    func row(_ entry: PaperEntry, on page: Address) -> PaperRowView {
        let record = registers.meetings[entry.meeting]
        let paper = record.meeting.papers[entry.paper]
        return PaperRowView(
            title: paper.title, href: page.reference(to: paper.address(in: record.meeting)), committee: record.committeeName,
            meeting: meetingLink(record, on: page), daysLate: entry.daysLate)
    }
}

extension AwaitedPaper.Outcome {
    fileprivate var words: String? {
        switch self {
        case .missing, .came: nil
        case .none: "A supplement says that there is no public paper"
        case .dropped(.withdrawn): "The item was withdrawn"
        case .dropped(.deferred): "The item was deferred"
        }
    }
}

struct PapersKind: PageKind {
    static let template = "papers"
    static let places = Route.papers().place()

    static func pages(of context: PageContext) -> [PapersKind] { [PapersKind()] }

    var route: Route { .papers() }

    func files(in context: PageContext) -> [PageFile] {
        let page = route.address
        return [
            PageFile(.table(of: route)) { $0.data.papersCSV($0.registers.papers, into: &$1) },
            PageFile(.awaitedPapers) { $0.data.awaitedCSV(into: &$1) },
            PageFile(.data(of: route)) { $0.data.papersJSON(Route.papers().kind, at: page, $0.registers.papers, into: &$1) },
        ] + (context.registers.papers.isEmpty ? [] : [PageFile(.paperKinds) { $0.writePaperKinds(into: &$1) }])
    }

    func view(by builder: PageBuilder) -> PapersPage { builder.papersPage() }
}

struct PaperYearKind: PageKind {
    static let template = "paper-year"
    static let places = Route.papers().place("<year>/")

    let year: Int

    static func pages(of context: PageContext) -> [PaperYearKind] { context.registers.paperYears.map(PaperYearKind.init) }

    var route: Route { .papers(year: year) }

    func view(by builder: PageBuilder) -> PaperYearPage { builder.paperYearPage(year) }
}
