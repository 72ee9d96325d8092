import Formats
import Model
import Permalinks
import Templates
import Text

/// What was published, changed and withdrawn: the latest, or a year.
struct ChangesPage: Templated {
    let site: SiteView
    let page: PageView
    let isRecorded: Bool
    let years: [LinkView]
    let days: [ChangesOfDayView]
    let downloads: DownloadsView
    let earlier: LinkView?

    static let shape = Shape<ChangesPage>("changes page", "What was published, changed and withdrawn, newest first: the latest of it, or a year.", [
        .record("site", "The site.", SiteView.self) { $0.site },
        .record("page", "The page.", PageView.self) { $0.page },
        .flag("recorded", "Whether it is kept by `moot publish`; else it is what agendas and minutes say of their dates.") { $0.isRecorded },
        .flag("hasYears", "Whether there is any year.") { !$0.years.isEmpty },
        .list("years", "The years, each on a page of its own.", LinkView.self) { $0.years },
        .list("days", "The days, newest first.", ChangesOfDayView.self) { $0.days },
        .optional("earlier", "Where it goes on.", LinkView.self) { $0.earlier },
        .record("downloads", "All of it as files.", DownloadsView.self) { $0.downloads },
    ])
}

struct ChangesOfDayView: Templated {
    let date: DayView
    let changes: [ChangeView]

    static let shape = Shape<ChangesOfDayView>("changes of a day", "What was published, changed and withdrawn on a day.", [
        .record("date", "The day.", DayView.self) { $0.date },
        .list("changes", "What it brought.", ChangeView.self) { $0.changes },
    ])
}

struct ChangeView: Templated {
    let kind: String
    let title: String
    let href: String
    let detail: String?
    let now: LinkView?
    let reason: String?

    static let shape = Shape<ChangeView>("change", "Something that was published, changed or withdrawn.", [
        .text("kind", "Published, Changed, Approved, Moved, Withdrawn.") { $0.kind },
        .text("title", "What it is; its address where it is no longer there.") { $0.title },
        .text("href", "Where it is, or was.") { $0.href },
        .optionalText("detail", "What it belongs to.") { $0.detail },
        .optional("now", "What is there in its place, for what moved.", LinkView.self) { $0.now },
        .optionalText("reason", "Why it is gone.") { $0.reason },
    ])
}

extension PageBuilder {
    /// How many the page of the latest shows.
    private static let latest = 100

    /// - Parameter year: nil for the latest.
    fileprivate func changesPage(_ year: Int?) -> ChangesPage {
        let address = Route.changes(year: year).address
        let shown = year.map { year in changes.filter { $0.day.year == year } } ?? Array(changes.prefix(PageBuilder.latest))
        let years = context.changeYears
        let rest = year == nil && changes.count > shown.count ? shown.last?.day.year : nil
        return ChangesPage(
            site: site(on: address),
            page: page(
                year.map { "What changed in \($0)" } ?? "What changed", at: address,
                below: year == nil ? [] : [Route.changes().named],
                description: "What \(authority.name) published, changed and withdrew" + (year.map { " in \($0)." } ?? "."))
                .with(data: address.reference(to: Route.data(of: .changes()).file)),
            isRecorded: publication.record != nil,
            years: years.map { LinkView(title: String($0), href: address.reference(to: Route.changes(year: $0).address), isCurrent: $0 == year) },
            days: days(of: shown, on: address),
            downloads: DownloadsView("all that changed", of: .changes(), on: address),
            earlier: rest.map { LinkView(title: "All of \($0)", href: address.reference(to: Route.changes(year: $0).address)) })
    }

    private func days(of changes: [Change], on page: Address) -> [ChangesOfDayView] {
        var days: [ChangesOfDayView] = []
        var at = changes.startIndex
        while at < changes.endIndex {
            let end = changes[at...].firstIndex { $0.day != changes[at].day } ?? changes.endIndex
            days.append(ChangesOfDayView(date: day(changes[at].day), changes: changes[at..<end].map { view(of: $0, on: page) }))
            at = end
        }
        return days
    }

    private func view(of change: Change, on page: Address) -> ChangeView {
        var reason: String?
        var now: LinkView?
        switch change.outcome {
        case .gone(let why): reason = why
        case .moved(let to): now = LinkView(title: title(at: to) ?? to, href: href(to: to, on: page))
        case nil: break
        }
        return ChangeView(
            kind: change.kind.words, title: change.text.map(title(of:)) ?? "/" + change.path, href: page.reference(to: change.path.percentEncoded),
            detail: change.text.flatMap(context(of:)), now: now, reason: reason)
    }

    private func title(of text: AddressedText) -> String {
        text.kind == .committee ? "About the \(text.title)" : text.title
    }

    private func context(of text: AddressedText) -> String? {
        if let (committee, date) = text.meeting {
            return (committees[committee].map { $0.name + ", " } ?? "") + dates.long(date)
        }
        return text.strategy
    }

    // MARK: Data

    fileprivate func writeChangesTable(into out: inout [UInt8]) {
        var table = CSV(header: ["date", "change", "title", "belongs to", "address", "now at", "reason"])
        for change in changes {
            let (target, reason): (String, String) = switch change.outcome {
            case .moved(let to): (wholeAddress(to), "")
            case .gone(let why): ("", why)
            case nil: ("", "")
            }
            table.append([
                change.day.iso, change.kind.rawValue, change.text.map(title(of:)) ?? "", change.text.flatMap(context(of:)) ?? "",
                settings.baseURL + change.path.percentEncoded, target, reason,
            ])
        }
        out += table.finish()
    }

    /// In the form of the other registers: entries under `data`, and what OParl has no word for with `moot:` before it.
    fileprivate func writeChangesData(into out: inout [UInt8]) {
        JSONWriter.object(into: &out) { json in
            json.member("name", "What changed")
            json.member("web", settings.baseURL + Route.changes().address.path)
            json.array("data", changes) { json, change in
                json.object { json in
                    json.member("name", change.text.map(title(of:)))
                    json.member("web", settings.baseURL + change.path.percentEncoded)
                    json.member("moot:date", change.day.iso)
                    json.member("moot:change", change.kind.rawValue)
                    json.member("moot:kind", change.text?.kind.rawValue)
                    json.member("moot:belongsTo", change.text.flatMap(context(of:)))
                    if case .moved(let to) = change.outcome { json.member("moot:movedTo", wholeAddress(to)) }
                    if case .gone(let why) = change.outcome { json.member("moot:reason", why) }
                }
            }
        }
    }
}

extension Change.Kind {
    var words: String { rawValue.capitalisedFirst }
}

/// The latest changes, or those of a year.
struct ChangesKind: PageKind {
    static let template = "changes"
    static let places = Route.changes().place() + ", " + Route.changes().place("<year>/")

    let year: Int?

    static func pages(of context: PageContext) -> [ChangesKind] {
        context.changes.isEmpty ? [] : [ChangesKind(year: nil)] + context.changeYears.map(ChangesKind.init)
    }

    var route: Route { .changes(year: year) }

    func files(in context: PageContext) -> [PageFile] {
        guard year == nil else { return [] }
        return [
            PageFile(.table(of: .changes())) { $0.writeChangesTable(into: &$1) }, PageFile(.data(of: .changes())) { $0.writeChangesData(into: &$1) },
        ]
    }

    func view(by builder: PageBuilder) -> ChangesPage { builder.changesPage(year) }
}
