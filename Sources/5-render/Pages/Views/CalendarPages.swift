import OpenData
import Model
import Templates

/// All meetings of all committees: those to come, and the years.
struct MeetingsPage: Templated {
    let site: SiteView
    let page: PageView
    let calendar: [CalendarMonthView]
    let quietMonth: String?
    let upcoming: [MeetingSummaryView]
    let subscription: SubscriptionView
    let years: [YearView]

    static let shape = Shape<MeetingsPage>("meetings page", "The calendar: all meetings of all committees.", [
        .record("site", "The site.", SiteView.self) { $0.site },
        .record("page", "The page.", PageView.self) { $0.page },
        .flag("hasCalendar", "Whether there is a month to show.") { !$0.calendar.isEmpty },
        .list("calendar", "This month, and the next ones that have meetings: three at most.", CalendarMonthView.self) { $0.calendar },
        .optionalText("quietMonth", "This month, November 2026, where it has no meeting.") { $0.quietMonth },
        .flag("hasUpcoming", "Whether a meeting is to come.") { !$0.upcoming.isEmpty },
        .list("upcoming", "Meetings to come, the next one first.", MeetingSummaryView.self) { $0.upcoming },
        .record("subscription", "How to be told of all meetings.", SubscriptionView.self) { $0.subscription },
        .flag("hasYears", "Whether there is any meeting.") { !$0.years.isEmpty },
        .list("years", "Every year, newest first, with its past meetings.", YearView.self) { $0.years },
    ])
}

/// All meetings of one year.
struct MeetingYearPage: Templated {
    let site: SiteView
    let page: PageView
    let months: [MonthView]
    let quietMonths: String?
    let earlier: LinkView?
    let later: LinkView?

    static let shape = Shape<MeetingYearPage>("meetings of a year", "All meetings of one year, month by month.", [
        .record("site", "The site.", SiteView.self) { $0.site },
        .record("page", "The page.", PageView.self) { $0.page },
        .list("months", "The months with meetings, oldest first.", MonthView.self) { $0.months },
        .flag("severalMonths", "Whether more than one month has meetings.") { $0.months.count > 1 },
        .optionalText("quietMonths", "The months without meetings: January, May and August; “the other months”, where they are many.") { $0.quietMonths },
        .flag("hasNeighbours", "Whether there is another year.") { $0.earlier != nil || $0.later != nil },
        .optional("earlier", "The year before that has meetings.", LinkView.self) { $0.earlier },
        .optional("later", "The year after that has meetings.", LinkView.self) { $0.later },
    ])
}

struct MonthView: Templated {
    let name: String
    let calendar: CalendarMonthView
    let meetings: [MeetingSummaryView]

    static let shape = Shape<MonthView>("month", "The meetings of one month.", [
        .text("name", "March.") { $0.name },
        .text("anchor", "Its anchor: `2017-03`.") { $0.calendar.anchor },
        .record("calendar", "The month as a table of its days.", CalendarMonthView.self) { $0.calendar },
        .list("meetings", "The meetings, oldest first.", MeetingSummaryView.self) { $0.meetings },
    ])
}

extension PageBuilder {
    /// How many months stand on the page of all meetings.
    private static let monthsAtOnce = 3

    fileprivate func meetingsPage() -> MeetingsPage {
        let address = Route.meetings.address
        let now = CalendarMonth(today.day)
        let months = meetingMonths.keys.filter { $0 >= now }.sorted().prefix(PageBuilder.monthsAtOnce)
        return MeetingsPage(
            site: site(on: address), page: page(Route.meetings.kind, at: address, below: []), calendar: calendar(Array(months), on: address),
            quietMonth: months.first == now || allMeetings.isEmpty ? nil : dates.month(of: today.day),
            upcoming: allMeetings.filter(isUpcoming).map { summary($0, on: address) },
            subscription: subscription(feed: FeedPath.site, calendar: FeedPath.calendar, on: address),
            years: (years(of: allMeetings.filter { !isUpcoming($0) }, on: address) + emptyYears(on: address)).sorted { $0.year > $1.year })
    }

    /// Years that have only meetings to come: they have a page too.
    private func emptyYears(on page: Address) -> [YearView] {
        let past = Set(allMeetings.filter { !isUpcoming($0) }.map(\.date.year))
        return context.meetingYears.filter { !past.contains($0) }.map {
            YearView(year: $0, href: page.reference(to: Route.meetingYear($0).address), meetings: [])
        }
    }

    fileprivate func meetingYearPage(_ year: Int) -> MeetingYearPage {
        let address = Route.meetingYear(year).address
        let meetings = allMeetings.filter { $0.date.year == year }
        let byMonth = Dictionary(grouping: meetings) { CalendarMonth($0.date) }
        let shown = byMonth.keys.sorted()
        let years = context.meetingYears
        return MeetingYearPage(
            site: site(on: address), page: page("Meetings in \(year)", at: address, below: [Route.meetings.named]),
            months: zip(calendar(shown, on: address), shown).map { month, key in
                MonthView(name: dates.monthName(key.month), calendar: month, meetings: byMonth[key]!.map { summary($0, on: address) })
            },
            quietMonths: quietMonths(of: year, shown),
            earlier: years.last { $0 < year }.map { yearLink($0, on: address) },
            later: years.first { $0 > year }.map { yearLink($0, on: address) })
    }

    /// The months of a year that have no meeting, in words; not each of them, where most have none.
    private func quietMonths(of year: Int, _ busy: [CalendarMonth]) -> String? {
        let quiet = (1...12).filter { month in !busy.contains { $0.month == month } }
        if quiet.count > 6 { return "the other months" }
        return quiet.isEmpty ? nil : quiet.map { dates.monthName($0) }.joinedInWords
    }

    private func yearLink(_ year: Int, on page: Address) -> LinkView {
        LinkView(title: String(year), href: page.reference(to: Route.meetingYear(year).address))
    }
}

struct MeetingsKind: PageKind {
    static let template = "meetings"
    static let places = Route.meetings.place()

    static func pages(of context: PageContext) -> [MeetingsKind] { [MeetingsKind()] }

    var route: Route { .meetings }

    func files(in context: PageContext) -> [PageFile] {
        let page = route.address
        let upcoming = context.allMeetings.indices.filter { context.isUpcoming(context.allMeetings[$0]) }
        let years = context.meetingYears
        return [
            .twin(of: page) { $0.writeBriefly(upcoming, at: page, web: page, years: years, into: &$1) },
            PageFile(.calendar(of: .meetings)) { $0.feeds.calendar(into: &$1) },
        ]
    }

    func view(by builder: PageBuilder) -> MeetingsPage { builder.meetingsPage() }
}

struct MeetingYearKind: PageKind {
    static let template = "meeting-year"
    static let places = Route.meetings.place("<year>/")

    let year: Int

    static func pages(of context: PageContext) -> [MeetingYearKind] { context.meetingYears.map(MeetingYearKind.init) }

    var route: Route { .meetingYear(year) }

    func files(in context: PageContext) -> [PageFile] {
        let page = route.address
        let own = context.allMeetings.indices.filter { context.allMeetings[$0].date.year == year }
        return [.twin(of: page) { $0.writeBriefly(own, at: page, web: page, into: &$1) }]
    }

    func view(by builder: PageBuilder) -> MeetingYearPage { builder.meetingYearPage(year) }
}
