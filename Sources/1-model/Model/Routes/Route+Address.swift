extension Route {
    /// Where it stands in the site: of a page its folder, of a file its path.
    package var address: Address { Address(path) }

    /// The file in which it stands, from the root of the site.
    package var file: String {
        switch self {
        case .oparl, .meetingList: path + Route.dataName
        default: Address(path).file
        }
    }

    private var path: String {
        switch self {
        case .home: ""
        case .committees: RouteNames.committees + "/"
        case .committee(let slug): RouteNames.committees + "/" + slug + "/"
        case .meetings: RouteNames.meetings + "/"
        case .meetingYear(let year): RouteNames.meetings + "/\(year)/"
        case .meeting(let meeting): RouteNames.committees + "/" + meeting.committee + "/" + meeting.slug + "/"
        case .minutes(let meeting): Route.meeting(meeting).address.minutes.path
        case .pack(let meeting): Route.meeting(meeting).address.pack.path
        case .paper(let meeting, let slug): Route.meeting(meeting).address.folder(slug).path
        case .strategies: RouteNames.strategies + "/"
        case .strategy(let slug): RouteNames.strategies + "/" + slug + "/"
        case .chapter(let strategy, let slug): Route.strategy(strategy).address.folder(slug).path
        case .wholeStrategy(let slug): Route.strategy(slug).address.folder(RouteNames.whole).path
        case .page(let slug): slug + "/"
        case .glossary: RouteNames.glossary + "/"
        case .term(let slug): RouteNames.glossary + "/" + slug + "/"
        case .otherFormats: RouteNames.otherFormats + "/"
        case .decisions(let year): Route.part(year, of: RouteNames.decisions)
        case .actions: RouteNames.actions + "/"
        case .people: RouteNames.people + "/"
        case .person(let slug): RouteNames.people + "/" + slug + "/"
        case .organisations: RouteNames.organisations + "/"
        case .organisation(let slug): RouteNames.organisations + "/" + slug + "/"
        case .declarations: RouteNames.declarations + "/"
        case .papers(let year): Route.part(year, of: RouteNames.papers)
        case .index(let letter): Route.part(letter, of: RouteNames.index)
        case .changes(let year): Route.part(year, of: RouteNames.changes)
        case .search: RouteNames.search + "/"
        case .accessibility: RouteNames.accessibility + "/"
        default: pathOfFile
        }
    }

    private var pathOfFile: String {
        switch self {
        case .notFound: RouteNames.notFound
        case .data(let page): page.path + Route.dataName
        case .oparl(let folder): RouteNames.data + "/" + RouteNames.oparl + "/" + folder.path
        case .meetingList(let committee): Route.committee(committee).path + RouteNames.meetings + "/"
        case .table(let register): register.path + register.tableName
        case .attendance(let people): people.path + RouteNames.attendance
        case .paperKinds: Route.papers().path + RouteNames.paperKinds
        case .awaitedPapers: Route.papers().path + RouteNames.awaitedPapers
        case .documentTable(let page, let part, let number): page.address.tables(of: part) + Route.tableName(number)
        case .feed(let page): page.path + RouteNames.feed
        case .calendar(let page): page.path + RouteNames.calendar
        case .event(let meeting): Route.meeting(meeting).path + RouteNames.event
        case .archive(let meeting): Route.meeting(meeting).path + meeting.committee + "-" + meeting.slug + ".zip"
        case .packPDF(let meeting): Route.meeting(meeting).path + RouteNames.packPDF
        case .strategyPDF(let slug): Route.strategy(slug).path + RouteNames.strategyPDF
        case .sitemap: RouteNames.sitemap
        case .robots: RouteNames.robots
        case .redirectRules: RouteNames.redirectRules
        case .redirectLocations: RouteNames.redirectLocations
        case .searchFile(let name): Route.search.path + name
        case .styleSheet: RouteNames.styleSheet
        case .file(let path): path
        default: ""
        }
    }

    private static func part<Part: CustomStringConvertible>(_ part: Part?, of register: String) -> String {
        if let part { register + "/\(part)/" } else { register + "/" }
    }

    /// A register's table is called like its folder, that of a year like that of all years.
    private var tableName: String {
        let folder: String = switch self {
        case .decisions: RouteNames.decisions
        case .changes: RouteNames.changes
        case .papers: RouteNames.papers
        case .index: RouteNames.index
        default: String(path.split(separator: "/").last ?? "")
        }
        return folder + ".csv"
    }

    /// What ends the address of a table of a text: `table-2.csv`.
    package static func tableName(_ number: Int) -> String { "table-\(number).csv" }
}

extension OParlFolder {
    fileprivate var path: String {
        switch self {
        case .system: ""
        case .bodies: RouteNames.bodies + "/"
        case .body: RouteNames.body + "/"
        case .list(let name, let page): Address(name + "/").page(page).path
        }
    }
}

extension Address {
    /// The file that is shown at this address.
    package var file: String { path.isEmpty || path.utf8.last == UInt8(ascii: "/") ? path + Route.pageName : path }

    /// The data file beside this page.
    package var data: String { path + Route.dataName }

    /// Of the page of a meeting: that of its minutes.
    var minutes: Address { folder(RouteNames.minutes) }

    /// Of the page of a meeting: that of its whole pack.
    var pack: Address { folder(RouteNames.pack) }

    /// The page of a name below this one.
    func folder(_ name: String) -> Address { Address(path + name + "/") }

    /// A page of a list that begins at this address; pages are counted from 1.
    package func page(_ number: Int) -> Address { number == 1 ? self : folder("\(number)") }

    /// What the addresses of the tables of a text on this page begin with.
    ///
    /// - Parameter part: The supplement or the chapter, where several texts share the page.
    package func tables(of part: String?) -> String { part.map { path + $0 + "-" } ?? path }
}
