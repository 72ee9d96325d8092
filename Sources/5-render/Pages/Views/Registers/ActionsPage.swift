import Linking
import Model
import Registers
import Templates

/// The register of actions.
struct ActionsPage: Templated {
    let site: SiteView
    let page: PageView
    let summary: String?
    let today: DayView
    let downloads: DownloadsView
    let groups: [ActionGroupView]

    static let shape = Shape<ActionsPage>("actions page", "The register of actions: open ones first.", [
        .record("site", "The site.", SiteView.self) { $0.site },
        .record("page", "The page.", PageView.self) { $0.page },
        .optionalText("summary", "How many actions, and how many of them are open; nothing where there are none.") { $0.summary },
        .record("today", "The day that decides what is overdue.", DayView.self) { $0.today },
        .record("downloads", "The same as files.", DownloadsView.self) { $0.downloads },
        .list("groups", "Overdue, to be done by a day, without a day, answered. None is empty.", ActionGroupView.self) { $0.groups },
    ])
}

struct ActionGroupView: Templated {
    let title: String
    let actions: [ActionRowView]

    static let shape = Shape<ActionGroupView>("group of actions", "Actions that stand alike.", [
        .text("title", "Overdue, Open, Open without a date, Answered.") { $0.title },
        .list("actions", "The actions.", ActionRowView.self) { $0.actions },
    ])
}

/// An action as an entry of the register.
struct ActionRowView: Templated {
    let what: [NamePartView]
    let due: DayView?
    let isOverdue: Bool
    let isAnswered: Bool
    let answeredBy: LinkView?
    let title: String
    let place: EntryPlaceView

    static let shape = Shape<ActionRowView>("action in a register", "Who is to do what by when.", [
        .list("what", "What is to be done, as printed; its owner linked.", NamePartView.self) { $0.what },
        .optional("due", "The day by which it is to be done.", DayView.self) { $0.due },
        .flag("overdue", "Whether that day has passed and nothing answers it.") { $0.isOverdue },
        .flag("answered", "Whether a later minute or item answers it.") { $0.isAnswered },
        .optional("answeredBy", "What answers it, or where it will come back.", LinkView.self) { $0.answeredBy },
        .text("title", "The minute's title.") { $0.title },
        .record("place", "Where it stands.", EntryPlaceView.self) { $0.place },
    ])
}

extension PageBuilder {
    fileprivate func actionsPage() -> ActionsPage {
        let address = Route.actions.address
        let all = registers.actions
        let overdue = all.filter { $0.state == .overdue }
        let open = all.filter { $0.state == .open }
        let groups = [
            ("Overdue", overdue), ("Open", open.filter { $0.action.due != nil }), ("Open, without a date", open.filter { $0.action.due == nil }),
            ("Answered", all.filter { $0.state == .answered }),
        ]
        return ActionsPage(
            site: site(on: address), page: page(Route.actions.kind, at: address, below: []),
            summary: all.isEmpty ? nil : "\(counted(all.count, "action", "actions")): \(overdue.count) overdue, \(open.count) open, \(all.count - overdue.count - open.count) answered.",
            today: day(today.day), downloads: DownloadsView("all actions", of: .actions, on: address),
            groups: groups.filter { !$0.1.isEmpty }.map { title, actions in
                ActionGroupView(title: title, actions: actions.map { row($0, on: address) })
            })
    }

    func row(_ entry: ActionEntry, on page: Address) -> ActionRowView {
        ActionRowView(
            what: words(entry.action, on: page), due: entry.action.due.map(day), isOverdue: entry.state == .overdue, isAnswered: entry.state == .answered,
            answeredBy: entry.answeredBy.map { LinkView(title: named($0, on: page), href: page.href(to: $0.destination) ?? "") },
            title: registers.minutes(entry.position).minuteTitle(entry.position), place: place(entry.position, on: page))
    }

    private func words(_ action: Action, on page: Address) -> [NamePartView] {
        guard let owner = action.owner, action.what.hasPrefix(owner) else { return [NamePartView(text: action.what, href: nil)] }
        return names(on: page).parts(owner) + [NamePartView(text: String(action.what.dropFirst(owner.count)), href: nil)]
    }
}

struct ActionsKind: PageKind {
    static let template = "actions"
    static let places = Route.actions.place()

    static func pages(of context: PageContext) -> [ActionsKind] { [ActionsKind()] }

    var route: Route { .actions }

    func files(in context: PageContext) -> [PageFile] {
        let page = route.address
        return [
            PageFile(.table(of: route)) { $0.data.actionsCSV(into: &$1) }, PageFile(.data(of: route)) { $0.data.actionsJSON(at: page, into: &$1) },
        ]
    }

    func view(by builder: PageBuilder) -> ActionsPage { builder.actionsPage() }
}
