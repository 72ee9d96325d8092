import Diagnostics
import Linking
import Markdown
import Model
import Templates
import Text

/// A paper.
struct PaperPage: Templated {
    let site: SiteView
    let page: PageView
    let meeting: MeetingSummaryView
    let paper: PaperView
    let item: LinkView?
    let itemNumber: String?
    let contents: [ContentsEntryView]
    let parent: LinkView?
    let appendices: [LinkView]
    let attachments: [AttachmentView]
    let outcomes: [OutcomeView]
    let previous: LinkView?
    let next: LinkView?
    let backlinks: BacklinksView?

    static let shape = Shape<PaperPage>("paper page", "A report, appendix or other paper of a meeting.", [
        .record("site", "The site.", SiteView.self) { $0.site },
        .record("page", "The page.", PageView.self) { $0.page },
        .record("meeting", "The meeting it is for.", MeetingSummaryView.self) { $0.meeting },
        .record("paper", "The paper.", PaperView.self) { $0.paper },
        .optional("item", "The agenda item it belongs to.", LinkView.self) { $0.item },
        .optionalText("itemNumber", "That item's number.") { $0.itemNumber },
        .flag("hasContents", "Whether there is a contents list.") { !$0.contents.isEmpty },
        .list("contents", "Its headings; none where there are too few to need a list.", ContentsEntryView.self) { $0.contents },
        .optional("parent", "The paper that it is an appendix of.", LinkView.self) { $0.parent },
        .flag("hasBelongings", "Whether other papers or files belong to it.") { !$0.appendices.isEmpty || !$0.attachments.isEmpty },
        .list("appendices", "The papers that belong to it.", LinkView.self) { $0.appendices },
        .list("attachments", "Other files that belong to it.", AttachmentView.self) { $0.attachments },
        .flag("hasOutcomes", "Whether there are minutes of its item.") { !$0.outcomes.isEmpty },
        .list("outcomes", "The minutes of its item.", OutcomeView.self) { $0.outcomes },
        .optional("backlinks", "Where it is referred to.", BacklinksView.self) { $0.backlinks },
        .flag("hasNeighbours", "Whether the pack has a paper before or after it.") { $0.previous != nil || $0.next != nil },
        .optional("previous", "The paper before it in the pack.", LinkView.self) { $0.previous },
        .optional("next", "The paper after it in the pack.", LinkView.self) { $0.next },
    ])
}

/// What a paper says of itself, and its text.
struct PaperView: Templated {
    let paper: Paper
    let names: NameLinks
    let anchor: String
    let itemNumber: String?
    let date: String?
    let properties: [PropertyView]
    let text: Prose

    static let shape = Shape<PaperView>("paper", "What a paper says of itself, and its text.", [
        .text("title", "Its title.") { $0.paper.title },
        .text("anchor", "Its anchor on the page of the whole pack.") { $0.anchor },
        .optionalText("itemNumber", "On the page of the whole pack: the number of its item.") { $0.itemNumber },
        .optionalText("kind", "Report, Appendix, Plan …") { $0.paper.kind?.words },
        .flag("draft", "Whether it is a draft.") { $0.paper.status == .draft },
        .flag("hasAuthors", "Whether it is known who wrote it.") { !$0.paper.authors.isEmpty },
        .list("authors", "Who wrote it, with commas between.", NamePartView.self) { $0.names.parts($0.paper.authors.joined(separator: ", ")) },
        .flag("severalAuthors", "Whether more than one wrote it.") { $0.paper.authors.count > 1 },
        .flag("hasSponsor", "Whether it is known who stands behind it.") { $0.paper.sponsor != nil },
        .list("sponsor", "Who stands behind it.", NamePartView.self) { $0.names.parts($0.paper.sponsor) },
        .flag("hasOfficer", "Whether it is known whom to ask about it.") { $0.paper.officer != nil },
        .list("officer", "Whom to ask about it.", NamePartView.self) { $0.names.parts($0.paper.officer) },
        .optionalText("date", "Its date.") { $0.date },
        .optionalText("purpose", "For decision, for consideration, for information.") { $0.paper.purpose?.words },
        .optionalText("wards", "The wards it concerns.") { $0.paper.wards },
        .flag("keyDecision", "Whether it asks for a key decision.") { $0.paper.keyDecision == true },
        .flag("noKeyDecision", "Whether it says that it does not.") { $0.paper.keyDecision == false },
        .optionalText("pages", "The pages of the printed pack.") { $0.paper.pages },
        .flag("hasProperties", "Whether the report form carries anything else.") { !$0.properties.isEmpty },
        .list("properties", "Whatever else the report form carries.", PropertyView.self) { $0.properties },
        .optionalText("readingTime", "How long it takes to read: 6 minutes; nothing for the shortest.") { ReadingTime.words(for: $0.paper.text) },
        .html("text", "Its text, with its notes.") { $0.text.write(into: &$1) },
    ])
}

struct PropertyView: Templated {
    let label: String
    let value: Prose?

    static let shape = Shape<PropertyView>("property", "A row of the report form.", [
        .text("label", "What it is.") { $0.label },
        .html("value", "What it says; may be empty.") { $0.value?.write(into: &$1) },
    ])
}

struct AttachmentView: Templated {
    let attachment: Attachment
    let href: String

    static let shape = Shape<AttachmentView>("attachment", "Another file, published as it is.", [
        .text("name", "The file's name.") { $0.attachment.name },
        .text("href", "Where it is.") { $0.href },
        .text("size", "12 KB.") { sizeInWords($0.attachment.size) },
        .text("format", "CSV, XLSX, PDF.") { attachment in
            let ending = SourcePath.ending(attachment.attachment.name)
            return ending.isEmpty ? "File" : ending.uppercased()
        },
    ])
}

extension PageBuilder {
    fileprivate func paperPage(_ paper: Paper, of meeting: Meeting) -> PaperPage {
        let address = paper.address(in: meeting)
        let committee = committee(of: meeting)
        let links = linked.parts(of: meeting)
        let position = links?.itemOfPaper[paper.slug]
        let item = position.map { meeting.everyItem[$0] }
        let order = links?.paperOrder ?? []
        let at = order.firstIndex { meeting.papers[$0].slug == paper.slug }
        let parent = paper.parent.flatMap { slug in meeting.papers.first { $0.slug == slug } }
        return PaperPage(
            site: site(on: address),
            page: page(
                paper.title, within: ["\(committee.name), \(dates.long(meeting.date))"], at: address,
                below: [Route.committees.named, (committee.name, committee.address), (crumb(of: meeting), meeting.address)], feed: FeedLink(of: committee)),
            meeting: summary(meeting, on: address), paper: self.paper(paper, on: address),
            item: item.map { LinkView(title: $0.title, href: address.reference(to: meeting.address) + "#" + $0.anchor) },
            itemNumber: item?.number?.printed, contents: paper.text.headings.count > 3 ? contents(of: paper.text) : [],
            parent: parent.map { link(to: $0, of: meeting, on: address) },
            appendices: meeting.papers.filter { $0.parent == paper.slug }.map { link(to: $0, of: meeting, on: address) },
            attachments: paper.attachments.map { AttachmentView(attachment: $0, href: address.reference(to: $0.path.percentEncoded)) },
            outcomes: position.map { outcomes(ofItem: $0, in: meeting, on: address) } ?? [],
            previous: at.flatMap { $0 > 0 ? link(to: meeting.papers[order[$0 - 1]], of: meeting, on: address) : nil },
            next: at.flatMap { $0 + 1 < order.count ? link(to: meeting.papers[order[$0 + 1]], of: meeting, on: address) : nil },
            backlinks: backlinks(to: linked.references.referenceTargets.number(at: address, nil), on: address))
    }

    private func link(to paper: Paper, of meeting: Meeting, on page: Address) -> LinkView {
        LinkView(title: paper.title, href: page.reference(to: paper.address(in: meeting)))
    }

    /// A paper on a page; with an anchor of its own where it shares the page with others.
    func paper(_ paper: Paper, on page: Address, anchor: String? = nil, itemNumber: String? = nil, shift: Int = 0) -> PaperView {
        var style = HTMLStyle()
        style.headingShift = shift
        style.anchorPrefix = anchor.map { $0 + "--" } ?? ""
        style.title = anchor.map { _ in paper.title }
        return PaperView(
            paper: paper, names: names(on: page), anchor: anchor ?? "", itemNumber: itemNumber, date: paper.date.map { date in
                switch date {
                case .day(let day): dates.long(day)
                case .text(let text): text
                }
            },
            properties: paper.properties.map { property in
                PropertyView(label: property.label, value: property.value.map { Prose($0.body, on: page, in: self, style: style) })
            },
            text: Prose(paper.text.body, on: page, in: self, style: style, withFootnotes: true))
    }
}

struct PaperKind: PageKind {
    static let template = "paper"
    static let places = Route.paper(.any, "<paper>").place()

    let position: MeetingPosition
    let id: MeetingID
    /// In `PageContext.allMeetings`.
    let number: Int
    /// In `Meeting.papers`.
    let paper: Int
    let slug: String

    static func pages(of context: PageContext) -> [PaperKind] {
        let numbers = context.numbersOfMeetings
        return context.meetingPositions.flatMap { position, meeting in
            meeting.papers.enumerated().map { at, paper in
                PaperKind(position: position, id: meeting.id, number: numbers[meeting.address] ?? 0, paper: at, slug: paper.slug)
            }
        }
    }

    var route: Route { .paper(id, slug) }
    var folder: PageFolder? { .meeting(position) }

    func location(in context: PageContext) -> SourceLocation? { context.meeting(position).papers[paper].location }

    func texts(in context: PageContext) -> [Document?] { [context.meeting(position).papers[paper].text] }

    func files(in context: PageContext) -> [PageFile] {
        let (number, paper) = (number, paper)
        return [.twin(of: route.address) { $0.writePaper(paper, of: number, into: &$1) }]
    }

    func view(by builder: PageBuilder) -> PaperPage {
        let meeting = builder.context.meeting(position)
        return builder.paperPage(meeting.papers[paper], of: meeting)
    }
}
