import Facts
import Linking
import Model
import Templates

/// The whole public pack of a meeting on one page.
struct PackPage: Templated {
    let site: SiteView
    let page: PageView
    let meeting: MeetingFactsView
    let notice: Prose?
    let agenda: Prose?
    let sections: [AgendaSectionView]
    let supplements: [SupplementView]
    let contents: [LinkView]
    let minutes: [PackMinutesView]
    let papers: [PaperView]
    let pdf: PDFView?

    static let shape = Shape<PackPage>("pack page", "The whole public pack of a meeting on one page, in the order of the agenda.", [
        .record("site", "The site.", SiteView.self) { $0.site },
        .record("page", "The page.", PageView.self) { $0.page },
        .record("meeting", "The meeting.", MeetingFactsView.self) { $0.meeting },
        .flag("hasNotice", "Whether a notice stands before the agenda.") { $0.notice != nil },
        .html("notice", "The notice.") { $0.notice?.write(into: &$1) },
        .list("sections", "The agenda.", AgendaSectionView.self) { $0.sections },
        .html("footnotes", "The notes of the agenda.") { $0.agenda?.writeFootnotes(into: &$1) },
        .list("supplements", "Supplementary agendas, each with the papers it brings.", SupplementView.self) { $0.supplements },
        .flag("hasContents", "Whether it holds anything but the agenda.") { !$0.contents.isEmpty },
        .list("contents", "The minutes and papers it holds.", LinkView.self) { $0.contents },
        .list("minutes", "Minutes that the meeting has before it, each whole.", PackMinutesView.self) { $0.minutes },
        .list("papers", "The papers of the agenda, each whole.", PaperView.self) { $0.papers },
        .optional("pdf", "The same as PDF.", PDFView.self) { $0.pdf },
    ])
}

/// Minutes that another meeting has before it, mostly to approve them.
struct PackMinutesView: Templated {
    let title: String
    let anchor: String
    let isDraft: Bool
    let introduction: Prose?
    let attendance: [AttendanceView]
    let preamble: Prose?
    let items: [MinuteView]
    let others: [OtherPartView]
    let whole: Prose

    static let shape = Shape<PackMinutesView>("minutes in a pack", "Minutes that a meeting has before it, mostly to approve them.", [
        .text("title", "Whose minutes, and of when.") { $0.title },
        .text("anchor", "Their anchor on the page.") { $0.anchor },
        .flag("draft", "Whether they are not approved yet.") { $0.isDraft },
        .html("introduction", "What stands before the first part.") { $0.introduction?.write(into: &$1) },
        .list("attendance", "Who was there.", AttendanceView.self) { $0.attendance },
        .html("preamble", "What stands before the first minute.") { $0.preamble?.write(into: &$1) },
        .list("items", "The minutes.", MinuteView.self) { $0.items },
        .list("others", "Parts under other headings.", OtherPartView.self) { $0.others },
        .html("footnotes", "The notes.") { $0.whole.writeFootnotes(into: &$1) },
    ])
}

extension PageBuilder {
    fileprivate func packPage(_ meeting: Meeting) -> PackPage {
        let address = meeting.packAddress
        let committee = committee(of: meeting)
        let links = linked.parts(of: meeting)
        let facts = facts.of(meeting)
        let order = links?.paperOrder ?? [], papers = order.map { meeting.papers[$0] }
        let views = { (supplement: Int?) in
            order.filter { facts.papers[$0].supplement == supplement }.map { meeting.papers[$0] }.map { paper in
                let item = links?.itemOfPaper[paper.slug].map { meeting.everyItem[$0] }
                return self.paper(paper, on: address, anchor: self.packAnchor(of: paper), itemNumber: item?.number?.printed, shift: 1)
            }
        }
        let minutes = minutesBefore(meeting)
        return PackPage(
            site: site(on: address),
            page: page(
                "Whole pack, \(dates.long(meeting.date))", within: [committee.name], at: address,
                below: [Route.committees.named, (committee.name, committee.address), (crumb(of: meeting), meeting.address)], feed: FeedLink(of: committee)),
            meeting: self.facts(meeting, on: address), notice: prose(meeting.notice, on: address, shift: 1),
            agenda: meeting.notice.map { Prose($0.document.body, on: address, in: self) },
            sections: sections(meeting.sections, of: meeting, on: address, firstItem: 0),
            supplements: meeting.supplements.enumerated().map { at, brought in
                var view = supplement(brought, of: meeting, on: address)
                view.papers = views(at)
                return view
            },
            contents: minutes.map { LinkView(title: minutesTitle($0), href: "#" + packAnchor(ofMinutes: $0)) }
                + papers.map { LinkView(title: $0.title, href: "#" + packAnchor(of: $0)) },
            minutes: minutes.compactMap { packMinutes(of: $0, on: address) },
            papers: views(nil),
            pdf: pdf(of: address, on: address))
    }

    /// Meetings whose minutes an item lists among its papers.
    private func minutesBefore(_ meeting: Meeting) -> [Meeting] {
        var found: [Meeting] = []
        for case .link(let link) in meeting.everyItem.compactMap(\.open).flatMap(\.papers) {
            guard case .page(let address, nil) = linked.destination(of: link), let other = meetingAt[address],
                other.minutesAddress == address, !found.contains(where: { $0.address == other.address })
            else { continue }
            found.append(other)
        }
        return found
    }

    func packAnchor(ofMinutes meeting: Meeting) -> String { "minutes--\(meeting.committee)--\(meeting.slug)" }

    private func minutesTitle(_ meeting: Meeting) -> String {
        "Minutes of the \(committee(of: meeting).name), \(dates.long(meeting.date))"
    }

    private func packMinutes(of meeting: Meeting, on page: Address) -> PackMinutesView? {
        guard let minutes = meeting.minutes else { return nil }
        let prefix = packAnchor(ofMinutes: meeting) + "--"
        return PackMinutesView(
            title: minutesTitle(meeting), anchor: packAnchor(ofMinutes: meeting), isDraft: minutes.status == .draft,
            introduction: prose(minutes.introduction, on: page, shift: 2, prefix: prefix),
            attendance: attendance(of: meeting, on: page, prefix: prefix),
            preamble: prose(minutes.preamble, on: page, shift: 2, prefix: prefix),
            items: minutes.minutes.indices.map { minute(at: $0, of: minutes, in: meeting, on: page, prefix: prefix) },
            others: otherParts(of: minutes, on: page, shift: 2, prefix: prefix),
            whole: Prose(minutes.document.body, on: page, in: self, style: style(prefix: prefix)))
    }
}

struct PackKind: PageKind {
    static let template = "pack"
    static let places = Route.pack(.any).place()

    let position: MeetingPosition
    let id: MeetingID
    /// In `PageContext.allMeetings`.
    let number: Int

    static func pages(of context: PageContext) -> [PackKind] {
        let numbers = context.numbersOfMeetings
        return context.meetingPositions.filter { $1.hasAgenda }.map { position, meeting in
            PackKind(position: position, id: meeting.id, number: numbers[meeting.address] ?? 0)
        }
    }

    var route: Route { .pack(id) }
    var folder: PageFolder? { .meeting(position) }

    func files(in context: PageContext) -> [PageFile] {
        let number = number
        return [.twin(of: route.address) { $0.writePack(number, into: &$1) }]
    }

    func view(by builder: PageBuilder) -> PackPage { builder.packPage(builder.context.meeting(position)) }
}
