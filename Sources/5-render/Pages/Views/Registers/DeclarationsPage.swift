import Linking
import Model
import Registers
import Templates

/// The register of declarations of interest.
struct DeclarationsPage: Templated {
    let site: SiteView
    let page: PageView
    let summary: String
    let downloads: DownloadsView
    let years: [DeclarationYearView]

    static let shape = Shape<DeclarationsPage>("declarations page", "Declarations of interest made at meetings.", [
        .record("site", "The site.", SiteView.self) { $0.site },
        .record("page", "The page.", PageView.self) { $0.page },
        .text("summary", "How many, of how many meetings.") { $0.summary },
        .record("downloads", "The same as files.", DownloadsView.self) { $0.downloads },
        .list("years", "By year, newest first.", DeclarationYearView.self) { $0.years },
    ])
}

struct DeclarationYearView: Templated {
    let year: Int
    let declarations: [DeclarationRowView]

    static let shape = Shape<DeclarationYearView>("declarations of a year", "The declarations of interest of one year.", [
        .text("year", "2017.") { String($0.year) },
        .list("declarations", "The declarations, newest first.", DeclarationRowView.self) { $0.declarations },
    ])
}

/// A declaration as an entry of the register.
struct DeclarationRowView: Templated {
    let name: [NamePartView]
    let declaration: Declaration
    let place: EntryPlaceView

    static let shape = Shape<DeclarationRowView>("declaration in a register", "An interest that somebody declared.", [
        .list("name", "Who declared it, as printed.", NamePartView.self) { $0.name },
        .optionalText("nature", "The interest.") { $0.declaration.nature },
        .flag("withdrew", "Whether they left the room.") { $0.declaration.outcome == .withdrew },
        .flag("stayed", "Whether they stayed.") { $0.declaration.outcome == .stayed },
        .record("place", "Where it stands.", EntryPlaceView.self) { $0.place },
    ])
}

extension PageBuilder {
    fileprivate func declarationsPage() -> DeclarationsPage {
        let address = Route.declarations.address
        let all = registers.declarations
        var years: [DeclarationYearView] = []
        var rest = all[...]
        while let first = rest.first {
            let year = registers.meeting(first.position).meeting.date.year
            let own = rest.prefix { registers.meeting($0.position).meeting.date.year == year }
            years.append(DeclarationYearView(year: year, declarations: own.compactMap { row($0, on: address) }))
            rest = rest.dropFirst(own.count)
        }
        return DeclarationsPage(
            site: site(on: address), page: page(Route.declarations.kind, at: address, below: []),
            summary: "\(counted(all.count, "declaration", "declarations")) of interest, from the minutes of "
                + "\(counted(registers.meetingsWithMinutes, "meeting", "meetings")).",
            downloads: DownloadsView("all declarations of interest", of: .declarations, on: address), years: years)
    }

    func row(_ entry: DeclarationEntry, on page: Address) -> DeclarationRowView? {
        guard case .declaration(let declaration) = registers.part(entry.part, of: entry.position) else { return nil }
        return DeclarationRowView(name: names(on: page).parts(declaration.name), declaration: declaration, place: place(entry.position, on: page))
    }
}

struct DeclarationsKind: PageKind {
    static let template = "declarations"
    static let places = Route.declarations.place()

    static func pages(of context: PageContext) -> [DeclarationsKind] { [DeclarationsKind()] }

    var route: Route { .declarations }

    func files(in context: PageContext) -> [PageFile] {
        let page = route.address
        return [
            PageFile(.table(of: route)) { $0.data.declarationsCSV(into: &$1) },
            PageFile(.data(of: route)) { $0.data.declarationsJSON(at: page, into: &$1) },
        ]
    }

    func view(by builder: PageBuilder) -> DeclarationsPage { builder.declarationsPage() }
}
