import OpenData
import Packs
import Templates

/// All meetings of all committees: those to come, and the years.
struct MeetingsPage: Templated {
    let site: SiteView
    let page: PageView
    let upcoming: [MeetingSummaryView]
    let subscription: SubscriptionView
    let years: [YearView]

    static let shape = Shape<MeetingsPage>("meetings page", "The calendar: all meetings of all committees.", [
        .record("site", "The site.", SiteView.self) { $0.site },
        .record("page", "The page.", PageView.self) { $0.page },
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
    let earlier: LinkView?
    let later: LinkView?

    static let shape = Shape<MeetingYearPage>("meetings of a year", "All meetings of one year, month by month.", [
        .record("site", "The site.", SiteView.self) { $0.site },
        .record("page", "The page.", PageView.self) { $0.page },
        .list("months", "The months with meetings, oldest first.", MonthView.self) { $0.months },
        .flag("hasNeighbours", "Whether there is another year.") { $0.earlier != nil || $0.later != nil },
        .optional("earlier", "The year before that has meetings.", LinkView.self) { $0.earlier },
        .optional("later", "The year after that has meetings.", LinkView.self) { $0.later },
    ])
}

struct MonthView: Templated {
    let title: String
    let meetings: [MeetingSummaryView]

    static let shape = Shape<MonthView>("month", "The meetings of one month.", [
        .text("title", "March 2017.") { $0.title },
        .list("meetings", "The meetings, oldest first.", MeetingSummaryView.self) { $0.meetings },
    ])
}

extension PageMaker {
    var meetingYears: [Int] { Set(allMeetings.map(\.date.year)).sorted() }

    func meetingsPage() -> MeetingsPage {
        let address = PageMaker.meetings
        return MeetingsPage(
            site: site(on: address), page: page("Meetings", at: address, below: []),
            upcoming: allMeetings.filter(isUpcoming).map { summary($0, on: address) },
            subscription: subscription(feed: FeedPath.site, calendar: FeedPath.calendar, on: address),
            years: (years(of: allMeetings.filter { !isUpcoming($0) }, on: address) + emptyYears(on: address)).sorted { $0.year > $1.year })
    }

    /// Years that have only meetings to come: they have a page too.
    private func emptyYears(on page: Address) -> [YearView] {
        let past = Set(allMeetings.filter { !isUpcoming($0) }.map(\.date.year))
        return meetingYears.filter { !past.contains($0) }.map {
            YearView(year: $0, href: page.reference(to: Address("meetings/\($0)/")), meetings: [])
        }
    }

    func meetingYearPage(_ year: Int) -> MeetingYearPage {
        let address = Address("meetings/\(year)/")
        let meetings = allMeetings.filter { $0.date.year == year }
        let months = Dictionary(grouping: meetings, by: \.date.month).sorted { $0.key < $1.key }
        let years = meetingYears
        return MeetingYearPage(
            site: site(on: address), page: page("Meetings in \(year)", at: address, below: [("Meetings", PageMaker.meetings)]),
            months: months.map { MonthView(title: dates.month(of: $0.value[0].date), meetings: $0.value.map { summary($0, on: address) }) },
            earlier: years.last { $0 < year }.map { yearLink($0, on: address) },
            later: years.first { $0 > year }.map { yearLink($0, on: address) })
    }

    private func yearLink(_ year: Int, on page: Address) -> LinkView {
        LinkView(title: String(year), href: page.reference(to: Address("meetings/\(year)/")))
    }
}
