import Facts
import Diagnostics
import Linking
import Markdown
import Model
import OpenData
import Templates

/// The page of a meeting.
struct MeetingPage: Templated {
    let site: SiteView
    let page: PageView
    let meeting: MeetingFactsView
    let event: ScheduledEvent
    let notice: Prose?
    let agenda: Prose?
    let sections: [AgendaSectionView]
    let supplements: [SupplementView]
    let otherPapers: [ItemPaperView]
    let attendance: [AttendanceView]
    let offlineCopy: OfflineCopyView?
    let pdf: PDFView?
    let eventHref: String?
    let previous: MeetingSummaryView?
    let next: MeetingSummaryView?

    static let shape = Shape<MeetingPage>("meeting page", "The page of a meeting: when and where, the agenda, what was decided.", [
        .record("site", "The site.", SiteView.self) { $0.site },
        .record("page", "The page.", PageView.self) { $0.page },
        .record("meeting", "When, where, and what has become of it.", MeetingFactsView.self) { $0.meeting },
        .html("event", "The meeting in the terms of schema.org, for a script of type application/ld+json.") { $0.event.write(into: &$1) },
        .flag("hasNotice", "Whether a notice stands before the agenda.") { $0.notice != nil },
        .html("notice", "The notice: how to attend, whom to ask.") { $0.notice?.write(into: &$1) },
        .list("sections", "The agenda.", AgendaSectionView.self) { $0.sections },
        .flag("hasGlance", "Whether there are items enough to list them in short.") { !$0.glance.isEmpty },
        .list("glance", "The items in short, each with what came of it.", SummaryEntryView.self) { $0.glance },
        .html("footnotes", "The notes of the agenda.") { $0.agenda?.writeFootnotes(into: &$1) },
        .list("supplements", "Supplementary agendas.", SupplementView.self) { $0.supplements },
        .flag("hasOtherPapers", "Whether there are papers that no item lists.") { !$0.otherPapers.isEmpty },
        .list("otherPapers", "Papers that no item lists.", ItemPaperView.self) { $0.otherPapers },
        .flag("hasAttendance", "Whether it is known who was there.") { !$0.attendance.isEmpty },
        .list("attendance", "Who was there.", AttendanceView.self) { $0.attendance },
        .optional("offlineCopy", "The meeting as one file.", OfflineCopyView.self) { $0.offlineCopy },
        .optional("pdf", "The whole pack as PDF.", PDFView.self) { $0.pdf },
        .optionalText("eventHref", "The meeting for a calendar, where it is still to come.") { $0.eventHref },
        .flag("hasNeighbours", "Whether the committee has a meeting before or after.") { $0.previous != nil || $0.next != nil },
        .optional("previous", "The committee's meeting before.", MeetingSummaryView.self) { $0.previous },
        .optional("next", "The committee's meeting after.", MeetingSummaryView.self) { $0.next },
    ])
}

extension MeetingPage {
    private var glance: [SummaryEntryView] { SummaryEntryView.list(sections, supplements: supplements) }
}

/// When and where a meeting is, and what has become of it.
struct MeetingFactsView: Templated {
    let summary: MeetingSummaryView
    let committeeHref: String
    let ends: String?
    let attendance: [String]
    let webcast: String?
    let contact: ContactView?
    let chair: [NamePartView]
    let chairTerm: String
    let notice: NoticeView?
    let urgency: String?
    let moves: [MoveView]
    let nextMeeting: String?
    let packHref: String?
    let takingPartHref: String?
    let approvedOn: DayView?

    static let shape = Shape<MeetingFactsView>("meeting", "When and where a meeting is, and what has become of it.", [
        .record("summary", "As lists show it.", MeetingSummaryView.self) { $0.summary },
        .text("committeeHref", "The committee's page.") { $0.committeeHref },
        .optionalText("ends", "When it ends.") { $0.ends },
        .optionalText("attendance", "How one can attend: In person and online.") {
            $0.attendance.isEmpty ? nil : $0.attendance.joined(separator: " and ").lowercased().capitalisedFirst
        },
        .optionalText("webcast", "Where it can be watched.") { $0.webcast },
        .optional("contact", "Whom to ask about it.", ContactView.self) { $0.contact },
        .flag("hasChair", "Whether it is known who takes, or took, the chair.") { !$0.chair.isEmpty },
        .list("chair", "Who takes, or took, the chair.", NamePartView.self) { $0.chair },
        .text("chairTerm", "What the authority calls the chair.") { $0.chairTerm },
        .optional("noticeGiven", "When the agenda was published.", NoticeView.self) { $0.notice },
        .optionalText("urgency", "Why the notice was shorter than the law asks.") { $0.urgency },
        .flag("hasMoved", "Whether its day, time or place is not as it was announced first.") { !$0.moves.isEmpty },
        .list("moves", "What was announced before, oldest first.", MoveView.self) { $0.moves },
        .optionalText("nextMeeting", "The next meeting, as the agenda prints it, where that has no page.") { $0.nextMeeting },
        .optionalText("packHref", "The whole pack on one page.") { $0.packHref },
        .optionalText("takingPartHref", "The page on taking part.") { $0.takingPartHref },
        .optional("approvedOn", "When the minutes were approved.", DayView.self) { $0.approvedOn },
    ])
}

/// The notice given of a meeting.
struct NoticeView: Templated {
    let issued: DayView
    let clearDays: Int
    let required: Int
    /// False where the law asks for no notice of such a meeting.
    let isRequired: Bool
    let countsWorkingDays: Bool

    static let shape = Shape<NoticeView>("notice given", "When the agenda was published.", [
        .record("issued", "The day.", DayView.self) { $0.issued },
        .text("clearDays", "How many clear days before the meeting.") { String($0.clearDays) },
        .flag("oneDay", "Whether that is a single day.") { $0.clearDays == 1 },
        .flag("workingDays", "Whether working days are counted.") { $0.countsWorkingDays },
        .flag("short", "Whether that is less than the law asks.") { $0.isRequired && $0.clearDays < $0.required },
        .text("required", "How many the law asks.") { String($0.required) },
    ])
}

/// What was announced of a meeting before.
struct MoveView: Templated {
    let move: Move
    let words: DateWords

    static let shape = Shape<MoveView>("earlier announcement", "What was announced of a meeting before its day, time or place was changed.", [
        .record("changed", "The day of the change.", DayView.self) { DayView(day: $0.move.changed, words: $0.words) },
        .text("was", "What it was until then: Thursday 2 March 2017, 3.15pm, Town Hall.") { view in
            [view.move.date.map(view.words.full), view.move.starts.map(view.words.time), view.move.venue].compactMap(\.self).joined(separator: ", ")
        },
    ])
}

struct SupplementView: Templated {
    let slug: String
    let title: String
    let issued: DayView?
    let notice: Prose?
    let sections: [AgendaSectionView]
    let whole: Prose?
    /// Only on the page of the whole pack.
    var papers: [PaperView] = []

    static let shape = Shape<SupplementView>("supplement", "A supplementary agenda.", [
        .text("anchor", "Its anchor on the page.") { $0.slug },
        .text("title", "What it is called.") { $0.title },
        .optional("issued", "The day it was published.", DayView.self) { $0.issued },
        .flag("hasNotice", "Whether a text stands before its items.") { $0.notice != nil },
        .html("notice", "That text.") { $0.notice?.write(into: &$1) },
        .list("sections", "Its items.", AgendaSectionView.self) { $0.sections },
        .html("footnotes", "Its notes.") { $0.whole?.writeFootnotes(into: &$1) },
        .list("papers", "The papers it brings, each whole; only on the page of the whole pack.", PaperView.self) { $0.papers },
    ])
}

/// Who was there in one capacity.
struct AttendanceView: Templated {
    let title: String
    let groups: [AttendanceGroupView]

    static let shape = Shape<AttendanceView>("attendance list", "Who was there, in one capacity.", [
        .text("title", "Present, Apologies, In attendance, Observers, Substitutes.") { $0.title },
        .list("groups", "The people, in the order of the minutes.", AttendanceGroupView.self) { $0.groups },
    ])
}

struct AttendanceGroupView: Templated {
    let note: Prose?
    let people: [AttendeeView]

    static let shape = Shape<AttendanceGroupView>("attendance group", "Some of the people, and what stands above their names.", [
        .html("note", "What stands above; may be empty.") { $0.note?.write(into: &$1) },
        .flag("hasPeople", "Whether anybody is listed.") { !$0.people.isEmpty },
        .list("people", "The people.", AttendeeView.self) { $0.people },
    ])
}

struct AttendeeView: Templated {
    let attendee: Attendee
    let names: NameLinks

    static let shape = Shape<AttendeeView>("attendee", "Somebody who was there, or sent apologies.", [
        .text("name", "The name.") { $0.attendee.name },
        .optionalText("href", "Their page; members of the public have none.") { $0.names.href(of: $0.attendee) },
        .optionalText("role", "The role at the meeting, or the post.") { $0.attendee.role },
        .optionalText("organisation", "Whom they are there for.") { $0.attendee.organisation },
        .flag("hasSubstituteFor", "Whether they stand in for anybody.") { $0.attendee.substituteFor != nil },
        .list("substituteFor", "Whom they stand in for.", NamePartView.self) { $0.names.parts($0.attendee.substituteFor) },
        .optionalText("items", "The items they came for.") { $0.attendee.items },
    ])
}

extension PageBuilder {
    fileprivate func meetingPage(_ meeting: Meeting) -> MeetingPage {
        let address = meeting.address
        let committee = committee(of: meeting)
        let neighbours = neighbours(of: meeting, in: committee)
        return MeetingPage(
            site: site(on: address),
            page: page(
                title(of: meeting), within: [committee.name], at: address,
                below: [Route.committees.named, (committee.name, committee.address)],
                description: description(of: meeting, committee), feed: FeedLink(of: committee)),
            meeting: facts(meeting, on: address), event: ScheduledEvent(meeting, of: committee, in: data), notice: prose(meeting.notice, on: address, shift: 1),
            agenda: meeting.notice.map { Prose($0.document.body, on: address, in: self) },
            sections: sections(meeting.sections, of: meeting, on: address, firstItem: 0),
            supplements: meeting.supplements.map { supplement($0, of: meeting, on: address) },
            otherPapers: otherPapers(of: meeting, on: address),
            attendance: attendance(of: meeting, on: address),
            offlineCopy: offlineCopy(of: meeting), pdf: pdf(of: meeting.packAddress, on: address), eventHref: eventHref(of: meeting, on: address),
            previous: neighbours.previous.map { summary($0, on: address) }, next: neighbours.next.map { summary($0, on: address) })
    }

    private func description(of meeting: Meeting, _ committee: Committee) -> String {
        "\(committee.name), \(dates.full(meeting.date)): agenda, papers" + (meeting.minutes == nil ? "." : " and minutes.")
    }

    private func neighbours(of meeting: Meeting, in committee: Committee) -> (previous: Meeting?, next: Meeting?) {
        guard let at = committee.meetings.firstIndex(where: { $0.slug == meeting.slug }) else { return (nil, nil) }
        return (at > 0 ? committee.meetings[at - 1] : nil, at + 1 < committee.meetings.count ? committee.meetings[at + 1] : nil)
    }

    func facts(_ meeting: Meeting, on page: Address) -> MeetingFactsView {
        let committee = committee(of: meeting)
        return MeetingFactsView(
            summary: summary(meeting, on: page), committeeHref: page.reference(to: committee.address),
            ends: end(of: meeting), attendance: meeting.attendance.map(\.words),
            webcast: meeting.webcast, contact: contact(meeting.contact ?? committee.contact ?? authority.contact, on: page),
            chair: names(on: page).parts(chair(of: meeting, committee)), chairTerm: committee.terms.over(authority.terms).chair ?? "Chair",
            notice: meeting.days.agenda.stated.map { notice(of: meeting, issued: $0) }, urgency: meeting.urgency,
            moves: meeting.moves.map { MoveView(move: $0, words: dates) },
            nextMeeting: nextInWords(meeting), packHref: meeting.hasAgenda ? page.reference(to: meeting.packAddress) : nil,
            takingPartHref: archive.pages.first { $0.slug == "taking-part" }.map { page.reference(to: $0.address) },
            approvedOn: meeting.minutes?.approvedAt.map(day))
    }

    /// "4.52pm"; with the day of the week where that is not the meeting's.
    private func end(of meeting: Meeting) -> String? {
        meeting.end.map { day, time in dates.time(time) + (day == meeting.date ? "" : " (\(dates.weekday(day.weekday).full))") }
    }

    private func notice(of meeting: Meeting, issued: Day) -> NoticeView {
        NoticeView(
            issued: day(issued), clearDays: authority.notice.clearDays(from: issued, to: meeting.date),
            required: authority.notice.clearDays, isRequired: meeting.needsNotice, countsWorkingDays: authority.notice.counting == .workingDays)
    }

    /// Who took the chair; before the meeting, who holds it.
    private func chair(of meeting: Meeting, _ committee: Committee) -> String? {
        if let chair = meeting.minutes?.chair { return chair }
        let term = (committee.terms.over(authority.terms).chair ?? "Chair").lowercased()
        return committee.members.first { $0.role?.lowercased() == term && $0.serves(on: meeting.date) }?.name
    }

    private func nextInWords(_ meeting: Meeting) -> String? {
        switch meeting.next {
        case .text(let text): text
        case .day(let day): committee(of: meeting).meetings.contains { $0.date == day } ? nil : dates.full(day)
        case nil: nil
        }
    }

    func supplement(_ supplement: Supplement, of meeting: Meeting, on page: Address, prefix: String = "") -> SupplementView {
        let own = prefix + supplement.slug + "-"
        let before = meeting.supplements.prefix { $0.slug != supplement.slug }.flatMap(\.sections).reduce(0) { $0 + $1.items.count }
        return SupplementView(
            slug: prefix + supplement.slug, title: supplement.title ?? supplement.slug.replacing("-", with: " ").capitalisedFirst,
            issued: supplement.issued.map(day), notice: prose(supplement.notice, on: page, shift: 1, prefix: own),
            sections: sections(supplement.sections, of: meeting, on: page, firstItem: meeting.itemCount + before, prefix: own, shift: 1),
            whole: supplement.notice.map { Prose($0.document.body, on: page, in: self, style: style(prefix: own)) })
    }

    func style(prefix: String, shift: Int = 0) -> HTMLStyle {
        var style = HTMLStyle()
        style.headingShift = shift
        style.anchorPrefix = prefix
        return style
    }

    private func otherPapers(of meeting: Meeting, on page: Address) -> [ItemPaperView] {
        (linked.parts(of: meeting)?.unlisted ?? []).map { at in
            let paper = meeting.papers[at]
            return ItemPaperView(title: paper.title, href: page.reference(to: paper.address(in: meeting)), detail: paper.kind?.words)
        }
    }

    func attendance(of meeting: Meeting, on page: Address, prefix: String = "") -> [AttendanceView] {
        (meeting.minutes?.attendance ?? []).map { list in
            AttendanceView(title: list.capacity.rawValue, groups: list.groups.map { group in
                let note = prose(group.note, on: page, shift: 2, prefix: page == meeting.minutesAddress ? "" : prefix + "attendance--")
                return AttendanceGroupView(note: note, people: group.people.map { AttendeeView(attendee: $0, names: names(on: page)) })
            })
        }
    }
}

extension String {
    /// With a capital first letter.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

struct MeetingKind: PageKind {
    static let template = "meeting"
    static let places = Route.meeting(.any).place()

    let position: MeetingPosition
    let id: MeetingID
    /// In `PageContext.allMeetings`.
    let number: Int

    static func pages(of context: PageContext) -> [MeetingKind] {
        let numbers = context.numbersOfMeetings
        return context.meetingPositions.map { position, meeting in
            MeetingKind(position: position, id: meeting.id, number: numbers[meeting.address] ?? 0)
        }
    }

    var route: Route { .meeting(id) }
    var folder: PageFolder? { .meeting(position) }

    func location(in context: PageContext) -> SourceLocation? { context.meeting(position).location }

    func texts(in context: PageContext) -> [Document?] {
        [context.meeting(position).notice?.document] + context.meeting(position).supplements.map { $0.notice?.document }
    }

    func files(in context: PageContext) -> [PageFile] {
        let (position, number) = (position, number)
        return [
            .twin(of: route.address) { $0.writeMeeting(number, into: &$1) },
            PageFile(.event(id), comesAlong: true) { $0.feeds.calendar(of: $0.context.meeting(position), into: &$1) },
        ]
    }

    func view(by builder: PageBuilder) -> MeetingPage { builder.meetingPage(builder.context.meeting(position)) }
}
