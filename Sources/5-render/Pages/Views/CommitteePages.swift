import Facts
import Diagnostics
import Linking
import Markdown
import Model
import OpenData
import Templates

/// The list of committees.
struct CommitteesPage: Templated {
    let site: SiteView
    let page: PageView
    let committees: [CommitteeSummaryView]

    static let shape = Shape<CommitteesPage>("committees page", "The list of committees.", [
        .record("site", "The site.", SiteView.self) { $0.site },
        .record("page", "The page.", PageView.self) { $0.page },
        .list("committees", "By name.", CommitteeSummaryView.self) { $0.committees },
    ])
}

struct CommitteeSummaryView: Templated {
    let name: String
    let href: String
    let kind: String?
    let next: MeetingSummaryView?
    let last: MeetingSummaryView?

    static let shape = Shape<CommitteeSummaryView>("committee in a list", "A committee as a row of a list.", [
        .text("name", "Its name.") { $0.name },
        .text("href", "Its page.") { $0.href },
        .optionalText("kind", "Board, Panel, Committee …") { $0.kind },
        .optional("next", "Its next meeting.", MeetingSummaryView.self) { $0.next },
        .optional("last", "Its last meeting.", MeetingSummaryView.self) { $0.last },
    ])
}

/// The page of a committee.
struct CommitteePage: Templated {
    let site: SiteView
    let page: PageView
    let committee: Committee
    let parent: LinkView?
    let children: [LinkView]
    let contact: ContactView?
    let members: [MemberView]
    let formerMembers: [MemberView]
    let upcoming: [MeetingSummaryView]
    let years: [YearView]
    let attendance: BarsView?
    let decisions: BarsView?
    let termsOfReference: Prose?
    let subscription: SubscriptionView
    let dates: DateWords

    static let shape = Shape<CommitteePage>("committee page", "What a committee is, who sits on it, its meetings.", [
        .record("site", "The site.", SiteView.self) { $0.site },
        .record("page", "The page.", PageView.self) { $0.page },
        .optionalText("kind", "Board, Panel, Committee …") { $0.committee.kind?.words },
        .optionalText("short", "Its short name.") { $0.committee.short },
        .list("formerNames", "Names it had before.", FormerNameView.self) { view in
            view.committee.formerNames.map { FormerNameView(name: $0.name, until: $0.until.map(view.dates.long)) }
        },
        .optionalText("quorum", "How many members must be there.") { $0.committee.quorum },
        .optional("parent", "The committee above it.", LinkView.self) { $0.parent },
        .flag("hasChildren", "Whether there are committees below it.") { !$0.children.isEmpty },
        .list("children", "The committees below it.", LinkView.self) { $0.children },
        .optional("contact", "Whom to ask.", ContactView.self) { $0.contact },
        .flag("hasMembers", "Whether its members are known.") { !$0.members.isEmpty },
        .list("members", "Who sits on it now.", MemberView.self) { $0.members },
        .flag("hasFormerMembers", "Whether anybody sat on it before.") { !$0.formerMembers.isEmpty },
        .list("formerMembers", "Who sat on it before.", MemberView.self) { $0.formerMembers },
        .flag("hasUpcoming", "Whether a meeting is to come.") { !$0.upcoming.isEmpty },
        .list("upcoming", "Meetings to come, the next one first.", MeetingSummaryView.self) { $0.upcoming },
        .list("years", "Past meetings by year, newest first.", YearView.self) { $0.years },
        .optional("attendance", "How often its members were there; nothing where less than two meetings say who was.", BarsView.self) { $0.attendance },
        .optional("decisions", "How many decisions it took in each year; nothing where it took some in one year alone.", BarsView.self) { $0.decisions },
        .record("subscription", "How to be told of its meetings and papers.", SubscriptionView.self) { $0.subscription },
        .flag("hasTermsOfReference", "Whether its terms of reference are known.") { $0.termsOfReference != nil },
        .html("termsOfReference", "Its terms of reference.") { $0.termsOfReference?.write(into: &$1) },
    ])
}

struct FormerNameView: Templated {
    let name: String
    let until: String?

    static let shape = Shape<FormerNameView>("former name", "A name that a committee goes or went by.", [
        .text("name", "The name.") { $0.name },
        .optionalText("until", "The last day of that name.") { $0.until },
    ])
}

struct MemberView: Templated {
    let member: Member
    let dates: DateWords
    let names: NameLinks

    static let shape = Shape<MemberView>("member", "Somebody who holds a seat.", [
        .text("name", "The name.") { $0.member.name },
        .optionalText("href", "Their page.") { $0.names.href(of: $0.member.name) },
        .optionalText("role", "Chair, or the post by which they sit.") { $0.member.role },
        .optionalText("organisation", "Whom they come from.") { $0.member.organisation },
        .optionalText("represents", "Whom they speak for.") { $0.member.represents },
        .optionalText("seat", "Voting member, Observer …") { $0.member.seat?.words },
        .flag("hasSubstitute", "Whether it is known who stands in for them.") { $0.member.substitute != nil },
        .list("substitute", "Who stands in for them.", NamePartView.self) { $0.names.parts($0.member.substitute) },
        .optionalText("from", "The first day.") { view in view.member.from.map(view.dates.long) },
        .optionalText("to", "The last day.") { view in view.member.to.map(view.dates.long) },
    ])
}

/// The meetings of one year.
struct YearView: Templated {
    let year: Int
    let href: String
    let meetings: [MeetingSummaryView]

    static let shape = Shape<YearView>("year", "The meetings of one year.", [
        .text("year", "2017.") { String($0.year) },
        .text("href", "The year's page in the calendar.") { $0.href },
        .flag("hasMeetings", "Whether any of them is listed.") { !$0.meetings.isEmpty },
        .list("meetings", "The meetings.", MeetingSummaryView.self) { $0.meetings },
    ])
}

extension PageBuilder {
    fileprivate func committeesPage() -> CommitteesPage {
        let address = Route.committees.address
        return CommitteesPage(
            site: site(on: address), page: page(Route.committees.kind, at: address, below: []),
            committees: archive.committees.map { summary($0, on: address) })
    }

    func summary(_ committee: Committee, on page: Address) -> CommitteeSummaryView {
        let next = committee.meetings.first { isUpcoming($0) }
        let last = committee.meetings.last { !isUpcoming($0) && !$0.course.stage.isOff }
        return CommitteeSummaryView(
            name: committee.name, href: page.reference(to: committee.address), kind: committee.kind?.words,
            next: next.map { summary($0, on: page) }, last: last.map { summary($0, on: page) })
    }

    fileprivate func committeePage(_ committee: Committee) -> CommitteePage {
        let address = committee.address
        let past = committee.meetings.filter { !isUpcoming($0) }
        let position = archive.committees.firstIndex { $0.slug == committee.slug }
        let serving = committee.members.filter { $0.to.map { $0 >= today } ?? true }
        return CommitteePage(
            site: site(on: address), page: page(committee.name, at: address, below: [Route.committees.named], feed: FeedLink(of: committee)),
            committee: committee, parent: archive.committees.first { $0.slug == committee.parent }.map { link(to: $0, on: address) },
            children: archive.committees.filter { $0.parent == committee.slug }.map { link(to: $0, on: address) },
            contact: contact(committee.contact ?? authority.contact, on: address),
            members: serving.map { MemberView(member: $0, dates: dates, names: names(on: address)) },
            formerMembers: committee.members.filter { $0.to.map { $0 < today } ?? false }.map { MemberView(member: $0, dates: dates, names: names(on: address)) },
            upcoming: committee.meetings.filter(isUpcoming).map { summary($0, on: address) },
            years: years(of: past, on: address), attendance: position.flatMap(chartOfAttendance), decisions: position.flatMap { chartOfDecisions(of: $0) },
            termsOfReference: prose(committee.termsOfReference, on: address, shift: 1, withFootnotes: true),
            subscription: subscription(feed: FeedPath.feed(of: committee), calendar: FeedPath.calendar(of: committee), on: address), dates: dates)
    }

    private func link(to committee: Committee, on page: Address) -> LinkView {
        LinkView(title: committee.name, href: page.reference(to: committee.address))
    }

    /// Meetings by year, newest first.
    func years(of meetings: [Meeting], on page: Address) -> [YearView] {
        Dictionary(grouping: meetings, by: \.date.year).sorted { $0.key > $1.key }.map { year, meetings in
            YearView(
                year: year, href: page.reference(to: Route.meetingYear(year).address),
                meetings: meetings.sorted { ($0.date, $0.slug, $0.committee) > ($1.date, $1.slug, $1.committee) }.map { summary($0, on: page) })
        }
    }
}

struct CommitteesKind: PageKind {
    static let template = "committees"
    static let places = Route.committees.place()

    static func pages(of context: PageContext) -> [CommitteesKind] { [CommitteesKind()] }

    var route: Route { .committees }

    func files(in context: PageContext) -> [PageFile] {
        [.twin(of: route.address) { $0.writeCommittees(at: Route.committees.address, into: &$1) }]
    }

    func view(by builder: PageBuilder) -> CommitteesPage { builder.committeesPage() }
}

struct CommitteeKind: PageKind {
    static let template = "committee"
    static let places = Route.committee("<committee>").place()

    /// In `Archive.committees`.
    let position: Int
    let slug: String

    static func pages(of context: PageContext) -> [CommitteeKind] {
        context.archive.committees.enumerated().map { CommitteeKind(position: $0, slug: $1.slug) }
    }

    var route: Route { .committee(slug) }

    func location(in context: PageContext) -> SourceLocation? { context.archive.committees[position].location }

    func texts(in context: PageContext) -> [Document?] { [context.archive.committees[position].termsOfReference?.document] }

    func files(in context: PageContext) -> [PageFile] {
        let (position, page) = (position, route.address)
        let list = Route.meetingList(committee: slug).address
        let own = context.allMeetings.indices.filter { context.allMeetings[$0].committee == slug }
        return [
            .twin(of: page) { $0.writeCommittee(position, into: &$1) },
            .twin(of: list) { $0.writeBriefly(own, at: list, web: page, into: &$1) },
            PageFile(.feed(of: route)) { $0.feeds.feed(of: $0.archive.committees[position], into: &$1) },
            PageFile(.calendar(of: route)) { $0.feeds.calendar(of: $0.archive.committees[position], into: &$1) },
        ]
    }

    func view(by builder: PageBuilder) -> CommitteePage { builder.committeePage(builder.archive.committees[position]) }
}
