import Linking
import Packs
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
    let papers: [PaperView]

    static let shape = Shape<PackPage>("pack page", "The whole public pack of a meeting on one page, in the order of the agenda.", [
        .record("site", "The site.", SiteView.self) { $0.site },
        .record("page", "The page.", PageView.self) { $0.page },
        .record("meeting", "The meeting.", MeetingFactsView.self) { $0.meeting },
        .flag("hasNotice", "Whether a notice stands before the agenda.") { $0.notice != nil },
        .html("notice", "The notice.") { $0.notice?.write(into: &$1) },
        .list("sections", "The agenda.", AgendaSectionView.self) { $0.sections },
        .html("footnotes", "The notes of the agenda.") { $0.agenda?.writeFootnotes(into: &$1) },
        .list("supplements", "Supplementary agendas.", SupplementView.self) { $0.supplements },
        .list("papers", "The papers, each whole.", PaperView.self) { $0.papers },
    ])
}

extension PageMaker {
    func packPage(_ meeting: Meeting) -> PackPage {
        let address = meeting.packAddress
        let committee = committee(of: meeting)
        let order = linked.meetings[meeting.address]?.paperOrder ?? []
        return PackPage(
            site: site(on: address),
            page: page(
                "Whole pack, \(dates.long(meeting.date))", within: [committee.name], at: address,
                below: [("Committees", PageMaker.committees), (committee.name, committee.address), (title(of: meeting), meeting.address)]),
            meeting: facts(meeting, on: address), notice: prose(meeting.notice, on: address, shift: 1),
            agenda: meeting.notice.map { Prose($0.document.body, on: address, in: linked) },
            sections: sections(meeting.sections, of: meeting, on: address, firstItem: 0),
            supplements: meeting.supplements.map { supplement($0, of: meeting, on: address) },
            papers: order.map { at in
                let paper = meeting.papers[at]
                return self.paper(paper, on: address, anchor: packAnchor(of: paper), shift: 1)
            })
    }
}
