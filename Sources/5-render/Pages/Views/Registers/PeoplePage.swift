import Linking
import Model
import Registers
import Templates

/// The register of people.
struct PeoplePage: Templated {
    let site: SiteView
    let page: PageView
    let summary: String
    let attendanceSummary: String
    let downloads: DownloadsView
    let groups: [PeopleGroupView]

    static let shape = Shape<PeoplePage>("people page", "Everybody who holds or held a seat, or whom minutes list.", [
        .record("site", "The site.", SiteView.self) { $0.site },
        .record("page", "The page.", PageView.self) { $0.page },
        .text("summary", "How many people.") { $0.summary },
        .text("attendanceSummary", "Over how many meetings attendance is counted.") { $0.attendanceSummary },
        .record("downloads", "The same as files.", DownloadsView.self) { $0.downloads },
        .list("groups", "Who holds a seat now, and the others. None is empty.", PeopleGroupView.self) { $0.groups },
    ])
}

struct PeopleGroupView: Templated {
    let title: String
    let people: [PersonRowView]

    static let shape = Shape<PeopleGroupView>("group of people", "Some of the people.", [
        .text("title", "Members, Others.") { $0.title },
        .list("people", "The people, by surname.", PersonRowView.self) { $0.people },
    ])
}

struct PersonRowView: Templated {
    let name: String
    let href: String
    let post: String?
    let organisation: String?
    let committees: String?

    static let shape = Shape<PersonRowView>("person in a list", "A person as a row of a list.", [
        .text("name", "The name, surname first.") { $0.name },
        .text("href", "Their page.") { $0.href },
        .optionalText("post", "Their post.") { $0.post },
        .optionalText("organisation", "Whom they come from.") { $0.organisation },
        .optionalText("committees", "The committees they sit on now, joined by commas.") { $0.committees },
    ])
}

/// The list of organisations.
struct OrganisationsPage: Templated {
    let site: SiteView
    let page: PageView
    let downloads: DownloadsView
    let organisations: [OrganisationRowView]

    static let shape = Shape<OrganisationsPage>("organisations page", "The bodies that people come from.", [
        .record("site", "The site.", SiteView.self) { $0.site },
        .record("page", "The page.", PageView.self) { $0.page },
        .record("downloads", "The same as files.", DownloadsView.self) { $0.downloads },
        .flag("hasOrganisations", "Whether there are any.") { !$0.organisations.isEmpty },
        .list("organisations", "By name.", OrganisationRowView.self) { $0.organisations },
    ])
}

struct OrganisationRowView: Templated {
    let name: String
    let href: String
    let people: Int

    static let shape = Shape<OrganisationRowView>("organisation in a list", "A body as a row of a list.", [
        .text("name", "Its name.") { $0.name },
        .text("href", "Its page.") { $0.href },
        .text("people", "How many people: 1 person, 7 people.") { counted($0.people, "person", "people") },
    ])
}

/// The page of an organisation.
struct OrganisationPage: Templated {
    let site: SiteView
    let page: PageView
    let downloads: DownloadsView
    let people: [PersonRowView]
    let seats: [SeatView]
    let papers: [PaperRowView]
    let furtherPapers: Int

    static let shape = Shape<OrganisationPage>("organisation page", "A body: its people, its seats, its papers.", [
        .record("site", "The site.", SiteView.self) { $0.site },
        .record("page", "The page.", PageView.self) { $0.page },
        .record("downloads", "The same as files.", DownloadsView.self) { $0.downloads },
        .list("people", "Its people.", PersonRowView.self) { $0.people },
        .flag("hasSeats", "Whether anybody holds or held a seat for it.") { !$0.seats.isEmpty },
        .list("seats", "Seats held for it.", SeatView.self) { $0.seats },
        .flag("hasPapers", "Whether its people wrote any papers.") { !$0.papers.isEmpty },
        .list("papers", "Papers that its people wrote, newest first.", PaperRowView.self) { $0.papers },
        .optionalText("furtherPapers", "How many older papers are not shown.") { $0.furtherPapers > 0 ? String($0.furtherPapers) : nil },
    ])
}

extension PageBuilder {
    /// How many entries a list on the page of a person or organisation shows; the file has them all.
    static let entriesShown = 100

    fileprivate func peoplePage() -> PeoplePage {
        let address = Route.people.address
        let order = registers.people.indices.map { (key: registers.person($0).indexName.lowercased(), at: $0) }
            .sorted { ($0.key, $0.at) < ($1.key, $1.at) }.map(\.at)
        let members = order.filter { holdsSeat($0) }
        let others = order.filter { !holdsSeat($0) }
        return PeoplePage(
            site: site(on: address), page: page(Route.people.kind, at: address, below: []),
            summary: "\(counted(order.count, "person", "people")).", attendanceSummary: attendanceSummary,
            downloads: DownloadsView("all people", of: .people, on: address),
            groups: [("Members", members), ("Others", others)].filter { !$0.1.isEmpty }.map { title, people in
                PeopleGroupView(title: title, people: people.map { row(person: $0, on: address) })
            })
    }

    private var attendanceSummary: String {
        let without = registers.meetingsWithMinutes - registers.meetingsWithAttendance
        return "Attendance is counted over \(counted(registers.meetingsWithAttendance, "meeting", "meetings")) whose minutes list who was there"
            + (without > 0 ? "; the minutes of \(counted(without, "meeting", "meetings")) have no list." : ".")
    }

    private func holdsSeat(_ person: Int) -> Bool {
        registers.people[person].seats.contains { archive.committees[$0.committee].members[$0.member].serves(on: today) }
    }

    func row(person: Int, on page: Address) -> PersonRowView {
        let known = registers.person(person)
        let record = registers.people[person]
        var committees: [String] = []
        for seat in record.seats where archive.committees[seat.committee].members[seat.member].serves(on: today) {
            let name = archive.committees[seat.committee].name
            if !committees.contains(name) { committees.append(name) }
        }
        return PersonRowView(
            name: known.indexName, href: page.reference(to: known.address), post: known.facts?.post, organisation: record.organisations.first,
            committees: committees.isEmpty ? nil : committees.joined(separator: ", "))
    }

    fileprivate func organisationsPage() -> OrganisationsPage {
        let address = Route.organisations.address
        return OrganisationsPage(
            site: site(on: address), page: page(Route.organisations.kind, at: address, below: [Route.people.named]),
            downloads: DownloadsView("all organisations", of: .organisations, on: address),
            organisations: registers.organisations.map { OrganisationRowView(name: $0.name, href: $0.slug + "/", people: $0.people.count) })
    }

    fileprivate func organisationPage(_ body: Organisation) -> OrganisationPage {
        let address = body.address
        return OrganisationPage(
            site: site(on: address),
            page: page(body.name, within: ["Organisations"], at: address, below: [Route.people.named, Route.organisations.named]),
            downloads: DownloadsView(body.name, of: .organisation(body.slug), on: address),
            people: body.people.map { row(person: $0, on: address) },
            seats: body.seats.map { view(of: $0.seat, person: $0.person, on: address) },
            papers: body.papers.prefix(PageBuilder.entriesShown).map { row(registers.papers[$0], on: address) },
            furtherPapers: max(0, body.papers.count - PageBuilder.entriesShown))
    }
}

struct PeopleKind: PageKind {
    static let template = "people"
    static let places = Route.people.place()

    static func pages(of context: PageContext) -> [PeopleKind] { [PeopleKind()] }

    var route: Route { .people }

    func files(in context: PageContext) -> [PageFile] {
        let page = route.address
        return [
            PageFile(.table(of: route)) { $0.data.peopleCSV(into: &$1) }, PageFile(.attendance(of: route)) { $0.data.attendanceCSV(into: &$1) },
            PageFile(.data(of: route)) { $0.data.peopleJSON(at: page, into: &$1) },
        ]
    }

    func view(by builder: PageBuilder) -> PeoplePage { builder.peoplePage() }
}

struct OrganisationsKind: PageKind {
    static let template = "organisations"
    static let places = Route.organisations.place()

    static func pages(of context: PageContext) -> [OrganisationsKind] { [OrganisationsKind()] }

    var route: Route { .organisations }

    func files(in context: PageContext) -> [PageFile] {
        let page = route.address
        return [
            PageFile(.table(of: route)) { $0.data.organisationsCSV(into: &$1) },
            PageFile(.data(of: route)) { $0.data.organisationsJSON(at: page, into: &$1) },
        ]
    }

    func view(by builder: PageBuilder) -> OrganisationsPage { builder.organisationsPage() }
}

struct OrganisationKind: PageKind {
    static let template = "organisation"
    static let places = Route.organisation("<organisation>").place()

    /// In `Registers.organisations`.
    let position: Int
    let slug: String

    static func pages(of context: PageContext) -> [OrganisationKind] {
        context.registers.organisations.enumerated().map { OrganisationKind(position: $0, slug: $1.slug) }
    }

    var route: Route { .organisation(slug) }

    func files(in context: PageContext) -> [PageFile] {
        let position = position
        return [
            PageFile(.table(of: route)) { $0.data.organisationCSV($0.registers.organisations[position], into: &$1) },
            .twin(of: route.address) { $0.writeOrganisation(position, into: &$1) },
        ]
    }

    func view(by builder: PageBuilder) -> OrganisationPage { builder.organisationPage(builder.registers.organisations[position]) }
}
