import Diagnostics
import Linking
import Model
import Registers
import Templates

/// The page of a person.
struct PersonPage: Templated {
    let site: SiteView
    let page: PageView
    let person: KnownPerson
    let organisations: [LinkView]
    let seats: [SeatView]
    let attendance: [AttendanceRowView]
    let attendanceMeetings: Int
    let presented: [ItemRowView]
    let papers: [PaperRowView]
    let moved: [DecisionRowView]
    let seconded: [DecisionRowView]
    let declarations: [DeclarationRowView]
    let votes: [PersonVoteView]
    let actions: [ActionRowView]
    let hasMore: Bool
    let downloads: DownloadsView

    static let shape = Shape<PersonPage>("person page", "What the records hold of one person.", [
        .record("site", "The site.", SiteView.self) { $0.site },
        .record("page", "The page.", PageView.self) { $0.page },
        .optionalText("post", "The post.") { $0.person.facts?.post },
        .optionalText("ward", "The ward, of a councillor.") { $0.person.facts?.ward },
        .optionalText("party", "The party, of a councillor.") { $0.person.facts?.party },
        .flag("hasFacts", "Whether any of these or of the following is known.") { $0.hasFacts },
        .flag("hasOrganisations", "Whether it is known whom they come from.") { !$0.organisations.isEmpty },
        .list("organisations", "Whom they come from.", LinkView.self) { $0.organisations },
        .optionalText("otherNames", "Other spellings of the name, joined by commas.") {
            $0.person.aliases.isEmpty ? nil : $0.person.aliases.joined(separator: ", ")
        },
        .flag("hasSeats", "Whether they hold or held a seat.") { !$0.seats.isEmpty },
        .list("seats", "Their seats.", SeatView.self) { $0.seats },
        .flag("hasAttendance", "Whether any list of who was there, or should have been, names them.") { !$0.attendance.isEmpty },
        .list("attendance", "By committee and year.", AttendanceRowView.self) { $0.attendance },
        .text("attendanceMeetings", "Over how many meetings it is counted: “12 meetings”.") { counted($0.attendanceMeetings, "meeting", "meetings") },
        .flag("hasPresented", "Whether they presented any item.") { !$0.presented.isEmpty },
        .list("presented", "Items they presented, newest first.", ItemRowView.self) { $0.presented },
        .flag("hasPapers", "Whether they wrote any papers.") { !$0.papers.isEmpty },
        .list("papers", "Papers they wrote, newest first.", PaperRowView.self) { $0.papers },
        .flag("hasMoved", "Whether they moved any decision.") { !$0.moved.isEmpty },
        .list("moved", "Decisions they moved, newest first.", DecisionRowView.self) { $0.moved },
        .flag("hasSeconded", "Whether they seconded any decision.") { !$0.seconded.isEmpty },
        .list("seconded", "Decisions they seconded, newest first.", DecisionRowView.self) { $0.seconded },
        .flag("hasDeclarations", "Whether they declared any interest.") { !$0.declarations.isEmpty },
        .list("declarations", "Interests they declared, newest first.", DeclarationRowView.self) { $0.declarations },
        .flag("hasVotes", "Whether a vote records their name.") { !$0.votes.isEmpty },
        .list("votes", "Votes that record their name, newest first.", PersonVoteView.self) { $0.votes },
        .flag("hasActions", "Whether anything falls to them.") { !$0.actions.isEmpty },
        .list("actions", "What falls to them, open ones first.", ActionRowView.self) { $0.actions },
        .flag("more", "Whether a list is longer than the page shows.") { $0.hasMore },
        .record("downloads", "The same as files, whole.", DownloadsView.self) { $0.downloads },
    ])

    private var hasFacts: Bool { person.facts?.post != nil || person.facts?.ward != nil || !organisations.isEmpty || !person.aliases.isEmpty }
}

/// A seat on the page of whoever holds it, or of whom it is held for.
struct SeatView: Templated {
    let member: Member
    let person: LinkView
    let committee: LinkView
    let substitute: [NamePartView]
    let dates: DateWords
    let isFormer: Bool

    static let shape = Shape<SeatView>("seat", "A seat that somebody holds or held.", [
        .record("person", "Who holds it.", LinkView.self) { $0.person },
        .record("committee", "The committee.", LinkView.self) { $0.committee },
        .optionalText("role", "Chair, or the post by which they sit.") { $0.member.role },
        .optionalText("seat", "Voting member, Observer …") { $0.member.seat?.words },
        .optionalText("represents", "Whom they speak for.") { $0.member.represents },
        .flag("hasSubstitute", "Whether it is known who stands in for them.") { !$0.substitute.isEmpty },
        .list("substitute", "Who stands in for them.", NamePartView.self) { $0.substitute },
        .optionalText("from", "The first day.") { view in view.member.from.map(view.dates.long) },
        .optionalText("to", "The last day.") { view in view.member.to.map(view.dates.long) },
        .flag("former", "Whether it is held no more.") { $0.isFormer },
    ])
}

struct AttendanceRowView: Templated {
    let row: AttendanceRow
    let committee: LinkView

    static let shape = Shape<AttendanceRowView>("attendance of a year", "How often somebody was at the meetings of a committee in a year.", [
        .record("committee", "The committee.", LinkView.self) { $0.committee },
        .text("year", "The year.") { String($0.row.year) },
        .text("meetings", "How many meetings have a list.") { String($0.row.meetings) },
        .text("expected", "At how many of them they held a seat.") { String($0.row.expected) },
        .text("present", "Present.") { String($0.row.present) },
        .text("apologies", "Sent apologies.") { String($0.row.apologies) },
        .text("substitute", "Came in another's place.") { String($0.row.substitute) },
        .text("inAttendance", "Came otherwise: in attendance, as an observer.") { String($0.row.inAttendance) },
    ])
}

/// An agenda item as an entry of a list.
struct ItemRowView: Templated {
    let item: LinkView
    let committee: String
    let meeting: LinkView

    static let shape = Shape<ItemRowView>("item in a list", "An agenda item as an entry of a list.", [
        .record("item", "The item: “7. Purchase of land”.", LinkView.self) { $0.item },
        .text("committee", "The committee.") { $0.committee },
        .record("meeting", "The meeting.", LinkView.self) { $0.meeting },
    ])
}

struct PersonVoteView: Templated {
    let side: Vote.Side
    let title: String
    let place: EntryPlaceView

    static let shape = Shape<PersonVoteView>("vote of a person", "How somebody voted.", [
        .text("side", "For, Against, Abstained.") { $0.side.words },
        .text("title", "The minute's title.") { $0.title },
        .record("place", "Where it stands.", EntryPlaceView.self) { $0.place },
    ])
}

extension PageBuilder {
    fileprivate func personPage(_ at: Int) -> PersonPage {
        let person = registers.person(at)
        let record = registers.people[at]
        let actions = registers.actions(ofPerson: at)
        let address = person.address
        let lists = [
            record.presented.count, record.papers.count, record.moved.count, record.seconded.count, record.votes.count, actions.count,
            record.declarations.count,
        ]
        let shown = PageBuilder.entriesShown
        return PersonPage(
            site: site(on: address), page: page(person.name, within: ["People"], at: address, below: [Route.people.named]), person: person,
            organisations: organisations(of: at, on: address), seats: record.seats.map { view(of: $0, person: at, on: address) },
            attendance: record.attendance.map { row in
                let committee = archive.committees[row.committee]
                return AttendanceRowView(row: row, committee: LinkView(title: committee.name, href: address.reference(to: committee.address)))
            },
            attendanceMeetings: record.attendance.reduce(0) { $0 + $1.meetings },
            presented: record.presented.prefix(shown).compactMap { row($0, on: address) },
            papers: record.papers.prefix(shown).map { row(registers.papers[$0], on: address) },
            moved: record.moved.prefix(shown).compactMap { row(registers.decisions[$0], on: address) },
            seconded: record.seconded.prefix(shown).compactMap { row(registers.decisions[$0], on: address) },
            declarations: record.declarations.prefix(shown).compactMap { row(registers.declarations[$0], on: address) },
            votes: record.votes.prefix(shown).map { vote, side in
                let position = registers.votes[vote].position
                return PersonVoteView(side: side, title: registers.minutes(position).minuteTitle(position), place: place(position, on: address))
            },
            actions: actions.prefix(shown).map { row(registers.actions[$0], on: address) }, hasMore: lists.contains { $0 > shown },
            downloads: DownloadsView(person.name, of: .person(person.slug), on: address))
    }

    private func organisations(of person: Int, on page: Address) -> [LinkView] {
        (registers.organisationsOfPerson[person] ?? []).map { at in
            let body = registers.organisations[at]
            return LinkView(title: body.name, href: page.reference(to: body.address))
        }
    }

    func view(of seat: Seat, person: Int, on page: Address) -> SeatView {
        let committee = archive.committees[seat.committee]
        let member = committee.members[seat.member]
        return SeatView(
            member: member, person: personLink(person, on: page), committee: LinkView(title: committee.name, href: page.reference(to: committee.address)),
            substitute: names(on: page).parts(member.substitute), dates: dates, isFormer: member.to.map { $0 < today } ?? false)
    }

    private func row(_ position: ItemPosition, on page: Address) -> ItemRowView? {
        let record = registers.meetings[position.meeting]
        guard var item = itemLink(position.item, of: record, on: page) else { return nil }
        if position.item >= record.meeting.itemCount { item = LinkView(title: item.title + " (supplement)", href: item.href) }
        return ItemRowView(
            item: item, committee: record.committeeName, meeting: meetingLink(record, on: page))
    }
}

extension Vote.Side {
    var words: String {
        switch self {
        case .for: "For"
        case .against: "Against"
        case .abstaining: "Abstained"
        }
    }
}

struct PersonKind: PageKind {
    static let template = "person"
    static let places = Route.person("<person>").place()

    /// In `People.all`, and so in `Registers.people`.
    let position: Int
    let slug: String

    static func pages(of context: PageContext) -> [PersonKind] {
        context.linked.people.all.enumerated().map { PersonKind(position: $0, slug: $1.slug) }
    }

    var route: Route { .person(slug) }

    func location(in context: PageContext) -> SourceLocation? { context.linked.people.all[position].facts?.location }

    func files(in context: PageContext) -> [PageFile] {
        let position = position
        let attendance = PageFile(.attendance(of: route)) { $0.data.attendanceCSV(ofPerson: position, into: &$1) }
        return [
            PageFile(.table(of: route)) { $0.data.personCSV(position, into: &$1) },
            .twin(of: route.address) { $0.writePerson(position, into: &$1) },
        ] + (context.registers.people[position].attendance.isEmpty ? [] : [attendance])
    }

    func view(by builder: PageBuilder) -> PersonPage { builder.personPage(position) }
}
