import Diagnostics
import Linking
import Markdown
import Model
import Templates

/// The minutes of a meeting.
struct MinutesPage: Templated {
    let site: SiteView
    let page: PageView
    let meeting: MeetingFactsView
    let minutes: Minutes
    let names: NameLinks
    let introduction: Prose?
    let preamble: Prose?
    let attendance: [AttendanceView]
    let items: [MinuteView]
    let others: [OtherPartView]
    let started: String?
    let ended: String?
    let approvedOn: DayView?
    let approvedHref: String?
    let signedOn: DayView?
    let whole: Prose
    let backlinks: BacklinksView?
    var draftChanges: [TextChangeView] = []
    var draftIsOther = false

    static let shape = Shape<MinutesPage>("minutes page", "The record of a meeting.", [
        .record("site", "The site.", SiteView.self) { $0.site },
        .record("page", "The page.", PageView.self) { $0.page },
        .record("meeting", "The meeting.", MeetingFactsView.self) { $0.meeting },
        .flag("draft", "Whether the minutes are not approved yet.") { $0.minutes.status == .draft },
        .optional("approvedOn", "The day of the meeting that approved them.", DayView.self) { $0.approvedOn },
        .optionalText("approvedHref", "The page of that meeting.") { $0.approvedHref },
        .flag("changed", "Whether they were approved with changes.") { $0.minutes.approvedWithChanges == true },
        .optionalText("started", "When the meeting began.") { $0.started },
        .optionalText("ended", "When it ended.") { $0.ended },
        .flag("hasChair", "Whether it is known who took the chair.") { $0.minutes.chair != nil },
        .list("chair", "Who took the chair.", NamePartView.self) { $0.names.parts($0.minutes.chair) },
        .optional("signedOn", "The day they were signed.", DayView.self) { $0.signedOn },
        .optionalText("notes", "What else is printed at the head.") { $0.minutes.notes },
        .flag("hasIntroduction", "Whether anything stands before the first part.") { $0.introduction != nil },
        .html("introduction", "What stands before the first part.") { $0.introduction?.write(into: &$1) },
        .flag("hasAttendance", "Whether it is known who was there.") { !$0.attendance.isEmpty },
        .list("attendance", "Who was there.", AttendanceView.self) { $0.attendance },
        .flag("hasPreamble", "Whether anything stands before the first minute.") { $0.preamble != nil },
        .html("preamble", "What stands before the first minute.") { $0.preamble?.write(into: &$1) },
        .list("items", "The minutes.", MinuteView.self) { $0.items },
        .flag("hasGlance", "Whether there are minutes enough to list them in short.") { SummaryEntryView.list($0.minutes).isEmpty == false },
        .list("glance", "The minutes in short, each with what was decided.", SummaryEntryView.self) { SummaryEntryView.list($0.minutes) },
        .html("footnotes", "The notes.") { $0.whole.writeFootnotes(into: &$1) },
        .list("others", "Parts under other headings.", OtherPartView.self) { $0.others },
        .flag("hasDraftChanges", "Whether it is known what was changed in the draft.") { !$0.draftChanges.isEmpty },
        .list("draftChanges", "What was changed in the draft, paragraph by paragraph.", TextChangeView.self) { $0.draftChanges },
        .flag("draftIsOther", "Whether so much was changed that a list of it would help nobody.") { $0.draftIsOther },
        .optional("backlinks", "Where they are referred to as a whole.", BacklinksView.self) { $0.backlinks },
    ])
}

struct MinuteView: Templated {
    let number: String?
    let title: String
    let anchor: String
    let otherAnchors: [String]
    let itemHref: String?
    let itemNumber: String?
    let parts: [MinutePartView]
    var trail: [LineageStepView] = []
    var backlinks: BacklinksView?

    static let shape = Shape<MinuteView>("minute", "What was said and decided on one matter.", [
        .optionalText("number", "Its number as printed.") { $0.number },
        .text("title", "Its title.") { $0.title },
        .text("anchor", "Its anchor: `minute-62`.") { $0.anchor },
        .texts("otherAnchors", "Further anchors that were published for it.") { $0.otherAnchors },
        .optionalText("itemHref", "The agenda item it belongs to.") { $0.itemHref },
        .optionalText("itemNumber", "That item's number.") { $0.itemNumber },
        .list("parts", "Its text, decisions and actions in order.", MinutePartView.self) { $0.parts },
        .flag("hasTrail", "Whether it continues something, came back, or belongs to a strategy.") { !$0.trail.isEmpty },
        .list("trail", "What it continues, and where it came back.", LineageStepView.self) { $0.trail },
        .optional("backlinks", "Where it is referred to.", BacklinksView.self) { $0.backlinks },
    ])
}

/// A stretch of a minute: a text, a decision, actions, a vote or a declaration.
struct MinutePartView: Templated {
    let part: MinutePart
    let prefix: String
    let text: Prose

    static let shape = Shape<MinutePartView>("part of a minute", "A stretch of a minute. One of the flags is true.", [
        .html("text", "Its text.") { $0.text.write(into: &$1) },
        .flag("plain", "Whether it is text and no more.") { if case .text = $0.part { true } else { false } },
        .flag("decision", "Whether it is a decision.") { if case .decision = $0.part { true } else { false } },
        .flag("actions", "Whether it says who is to do what.") { if case .actions = $0.part { true } else { false } },
        .flag("vote", "Whether it is a vote.") { if case .vote = $0.part { true } else { false } },
        .flag("declaration", "Whether it is a declaration of interest.") { if case .declaration = $0.part { true } else { false } },
        .optionalText("anchor", "A decision's anchor.") { if case .decision(let decision) = $0.part { $0.prefix + decision.anchor } else { nil } },
        .texts("otherAnchors", "Further anchors that were published for a decision.") { view in
            if case .decision(let decision) = view.part { decision.otherAnchors.map { view.prefix + $0 } } else { [] }
        },
    ])
}

struct OtherPartView: Templated {
    let title: String
    let anchor: String
    let text: Prose?

    static let shape = Shape<OtherPartView>("other part", "A part of the minutes under another heading.", [
        .text("title", "Its heading.") { $0.title },
        .text("anchor", "Its anchor: `other--1`.") { $0.anchor },
        .html("text", "Its text.") { $0.text?.write(into: &$1) },
    ])
}

extension PageBuilder {
    fileprivate func minutesPage(_ meeting: Meeting, _ minutes: Minutes) -> MinutesPage {
        let address = meeting.minutesAddress
        let committee = committee(of: meeting)
        let approvedBy = minutes.approvedAt.flatMap { day in committee.meetings.first { $0.date == day } }
        let changes = draftChanges(of: minutes)
        return MinutesPage(
            site: site(on: address),
            page: page(
                "Minutes, \(dates.long(meeting.date))", within: [committee.name], at: address,
                below: [Route.committees.named, (committee.name, committee.address), (crumb(of: meeting), meeting.address)],
                feed: FeedLink(of: committee)),
            meeting: facts(meeting, on: address), minutes: minutes, names: names(on: address),
            introduction: prose(minutes.introduction, on: address), preamble: prose(minutes.preamble, on: address, shift: 1),
            attendance: attendance(of: meeting, on: address),
            items: minutes.minutes.indices.map { position in
                var view = minute(at: position, of: minutes, in: meeting, on: address)
                let number = linked.references.referenceTargets.number(at: address, minutes.minutes[position].anchor)
                view.trail = trail(ofMinute: position, in: meeting, on: address)
                view.backlinks = backlinks(to: number, on: address, matter: number.map(linked.references.lineage.matter))
                return view
            },
            others: otherParts(of: minutes, on: address, shift: 1),
            started: minutes.started.map(dates.time), ended: minutes.ended.map(dates.time),
            approvedOn: minutes.approvedAt.map(day), approvedHref: approvedBy.map { address.reference(to: $0.address) },
            signedOn: minutes.signed.map(day), whole: Prose(minutes.document.body, on: address, in: self),
            backlinks: backlinks(to: linked.references.referenceTargets.number(at: address, nil), on: address),
            draftChanges: changes ?? [], draftIsOther: changes == nil)
    }

    func otherParts(of minutes: Minutes, on page: Address, shift: Int, prefix: String = "") -> [OtherPartView] {
        minutes.others.enumerated().map { number, part in
            OtherPartView(
                title: part.title, anchor: "\(prefix)other--\(number + 1)", text: prose(part.text, on: page, shift: shift, prefix: prefix))
        }
    }

    /// A minute; where it stands on the page of another meeting, with a prefix before its anchors.
    func minute(at position: Int, of minutes: Minutes, in meeting: Meeting, on page: Address, prefix: String = "") -> MinuteView {
        let minute = minutes.minutes[position]
        let item = linked.parts(of: meeting)?.itemOfMinute[position].map { meeting.everyItem[$0] }
        return MinuteView(
            number: minute.number, title: minute.title, anchor: prefix + minute.anchor, otherAnchors: minute.otherAnchors.map { prefix + $0 },
            itemHref: item.map { page.reference(to: meeting.address) + "#" + $0.anchor }, itemNumber: item?.number?.printed,
            parts: minute.parts.map { MinutePartView(part: $0, prefix: prefix, text: Prose($0.text, on: page, in: self, style: style(prefix: prefix, shift: 1))) })
    }
}

struct MinutesKind: PageKind {
    static let template = "minutes"
    static let places = Route.minutes(.any).place()

    let position: MeetingPosition
    let id: MeetingID
    /// In `PageContext.allMeetings`.
    let number: Int

    static func pages(of context: PageContext) -> [MinutesKind] {
        let numbers = context.numbersOfMeetings
        return context.meetingPositions.filter { $1.minutes != nil }.map { position, meeting in
            MinutesKind(position: position, id: meeting.id, number: numbers[meeting.address] ?? 0)
        }
    }

    var route: Route { .minutes(id) }
    var folder: PageFolder? { .meeting(position) }

    func location(in context: PageContext) -> SourceLocation? { context.meeting(position).minutes?.location }

    func texts(in context: PageContext) -> [Document?] { [context.meeting(position).minutes?.document] }

    func files(in context: PageContext) -> [PageFile] {
        let number = number
        return [.twin(of: route.address) { $0.writeMinutes(number, into: &$1) }]
    }

    func view(by builder: PageBuilder) -> MinutesPage {
        let meeting = builder.context.meeting(position)
        return builder.minutesPage(meeting, meeting.minutes!)
    }
}
