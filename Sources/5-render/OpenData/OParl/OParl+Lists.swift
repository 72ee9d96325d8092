import Facts
import Formats
import Linking
import Model
import Results

/// Lists of objects, a hundred on a page as the standard recommends.
extension OParl {
    static let elementsPerPage = 100

    /// How many pages a list has; an empty one has a single page.
    package func pages(of list: List) -> Int { OParl.pages(count(of: list)) }

    static func pages(_ count: Int) -> Int { max(1, (count + elementsPerPage - 1) / elementsPerPage) }

    /// Where a page of a list stands, pages being counted from 1: its path in the site.
    package func path(of list: List, page: Int) -> String { Route.oparl(.list(list.rawValue, page: page)).file }

    /// Writes a page of a list.
    package func write(_ list: List, page: Int, into out: inout [UInt8]) {
        let count = count(of: list)
        let range = (page - 1) * OParl.elementsPerPage..<min(page * OParl.elementsPerPage, count)
        writeList(list.address, page, of: count, pages: OParl.pages(count), into: &out) { json in
            switch list {
            case .organization: organizations(range, &json)
            case .person: for person in range { json.object { self.person(person, &$0) } }
            case .membership: for membership in everyMembership()[range] { json.object { self.membership(membership, .alone, &$0) } }
            case .meeting: for number in range { json.object { meeting(OParlMeeting(number, self), &$0) } }
            case .paper: papers(range, &json)
            case .agendaItem: items(range, &json)
            case .consultation: for number in range { json.object { consultation(consultations.listed(number), .alone, &$0) } }
            case .file: files(range, &json)
            }
        }
    }

    /// A list of meetings on one page that says no more than when and where they are.
    /// - Parameter years: The lists that stand below this one, each with a year's meetings.
    package func writeBriefly(_ numbers: [Int], at list: Address, web: Address?, years: [Int] = [], into out: inout [UInt8]) {
        writeList(list, 1, of: numbers.count, pages: 1, web: web, years: years, into: &out) { json in
            for number in numbers { json.object { meeting(OParlMeeting(number, self), isBrief: true, &$0) } }
        }
    }

    func writeList(
        _ list: Address, _ page: Int, of count: Int, pages: Int, web: Address? = nil, years: [Int] = [], into out: inout [UInt8],
        _ elements: (inout JSONWriter) -> Void
    ) {
        JSONWriter.object(into: &out) { json in
            if !years.isEmpty {
                json.array("moot:year") { json in
                    for year in years { reference(to: Route.meetingYear(year).address, &json) }
                }
            }
            json.array("data", elements)
            json.object("pagination") { json in
                json.member("totalElements", count)
                json.member("elementsPerPage", pages == 1 ? max(count, OParl.elementsPerPage) : OParl.elementsPerPage)
                json.member("currentPage", page)
                json.member("totalPages", pages)
            }
            json.object("links") { json in
                reference("first", to: list, &json)
                if page > 1 { reference("prev", to: list.page(page - 1), &json) }
                reference("self", to: list.page(page), &json)
                if page < pages { reference("next", to: list.page(page + 1), &json) }
                reference("last", to: list.page(pages), &json)
                if let web { link("web", to: web.path, &json) }
            }
        }
    }

    // MARK: What the lists hold

    private func count(of list: List) -> Int {
        switch list {
        case .organization: archive.committees.count + registers.organisations.count
        case .person: linked.people.all.count
        case .membership: seats.all.count + registers.organisations.reduce(0) { $0 + $1.people.count }
        case .meeting: meetings.count
        case .paper: catalogue.papers.total
        case .agendaItem: catalogue.items.total
        case .consultation: consultations.count
        case .file: catalogue.files.total + files.all.count
        }
    }

    private func organizations(_ range: Range<Int>, _ json: inout JSONWriter) {
        let committees = archive.committees.count
        for number in range {
            json.object { json in
                if number < committees {
                    committee(number, &json)
                } else {
                    organisation(number - committees, &json)
                }
            }
        }
    }

    private func papers(_ range: Range<Int>, _ json: inout JSONWriter) {
        for (number, part) in catalogue.papers.split(range) {
            for position in part { json.object { paper(position, of: number, &$0) } }
        }
    }

    private func items(_ range: Range<Int>, _ json: inout JSONWriter) {
        for (number, part) in catalogue.items.split(range) {
            let sitting = OParlMeeting(number, self)
            for order in part { json.object { item(sitting.facts.matters[order], order, of: sitting, .alone, &$0) } }
        }
    }

    /// First the pages of meetings, then the attachments.
    private func files(_ range: Range<Int>, _ json: inout JSONWriter) {
        let pages = catalogue.files.total
        for (number, part) in catalogue.files.split(range.clamped(to: 0..<pages)) {
            for position in part { json.object { page(position, of: number, &$0) } }
        }
        for number in range.clamped(to: pages..<pages + files.all.count) {
            json.object { attachment(files.all[number - pages], .alone, &$0) }
        }
    }

    /// A meeting's pages: the agenda and the pack, the minutes, the papers.
    private func page(_ position: Int, of number: Int, _ json: inout JSONWriter) {
        let hasAgenda = meetings[number].hasAgenda
        let papers = ListCounts.files(of: meetings[number]) - meetings[number].papers.count
        switch position {
        case papers...: mainFile(of: position - papers, number, .alone, &json)
        case 0 where hasAgenda: invitation(number, .alone, &json)
        case 1 where hasAgenda: pack(number, .alone, &json)
        default: minutesFile(number, .alone, &json)
        }
    }
}

/// How many things of a kind each meeting has, so that a page of their list finds its own.
struct ListCounts: Sendable, Encodable {
    struct Series: Sendable, Encodable {
        /// For each meeting, how many there are before it; at the end, how many there are.
        private let before: [Int]

        init(_ counts: [Int]) {
            var sum = 0
            before = counts.map { count in
                defer { sum += count }
                return sum
            } + [sum]
        }

        var total: Int { before[before.count - 1] }

        /// A stretch of the whole series: by meeting, the positions within it.
        func split(_ range: Range<Int>) -> [(meeting: Int, part: Range<Int>)] {
            (0..<before.count - 1).compactMap { meeting in
                let part = range.clamped(to: before[meeting]..<before[meeting + 1])
                return part.isEmpty ? nil : (meeting, part.lowerBound - before[meeting]..<part.upperBound - before[meeting])
            }
        }
    }

    private let ofPapers: Series
    private let ofItems: Series
    private let ofFiles: Series

    var papers: Series { noting(ofPapers) }
    var items: Series { noting(ofItems) }
    var files: Series { noting(ofFiles) }

    private static let question = Question("counts")

    private func noting(_ series: Series) -> Series {
        Asking.note(ListCounts.question)
        return series
    }

    func answer(into answers: inout Answers) { answers.add(ListCounts.question, Digest.of(self)) }

    init(_ meetings: [Meeting]) {
        ofPapers = Series(meetings.map(\.papers.count))
        ofItems = Series(meetings.map(ListCounts.items))
        ofFiles = Series(meetings.map(ListCounts.files))
    }

    /// The items that have an object of their own.
    private static func items(of meeting: Meeting) -> Int {
        if meeting.supplements.isEmpty { return meeting.sections.reduce(0) { $0 + $1.items.count } }
        return meeting.everyItem.indices.count(where: meeting.join.isOwn)
    }

    /// The pages of a meeting that are files.
    static func files(of meeting: Meeting) -> Int { (meeting.hasAgenda ? 2 : 0) + (meeting.minutes == nil ? 0 : 1) + meeting.papers.count }
}
