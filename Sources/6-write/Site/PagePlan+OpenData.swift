import OpenData
import Model

extension PagePlan {
    /// The JSON twins of pages, and the way in to them at `/api/oparl/`.
    mutating func planOpenData() {
        planEntry()
        for (number, meeting) in maker.allMeetings.enumerated() { planTwins(of: meeting, number) }
        for (number, committee) in maker.archive.committees.enumerated() { planTwins(of: committee, number) }
        for (number, strategy) in maker.archive.strategies.enumerated() { planTwins(of: strategy, number) }
        for (number, page) in maker.archive.pages.enumerated() { addTwin(of: page.address) { $0.writePage(number, into: &$1) } }
        let hasPage = pagesOfPeople
        for (number, person) in maker.linked.people.all.enumerated() {
            addTwin(of: person.address) { $0.writePerson(number, hasPage: hasPage.contains(person.address), into: &$1) }
        }
        for (number, address) in maker.registers.organisations.map(\.address).enumerated() {
            addTwin(of: address) { $0.writeOrganisation(number, hasPage: hasPage.contains(address), into: &$1) }
        }
        planLists(hasPage)
    }

    /// A data file beside a page.
    private mutating func addTwin(of page: Address, write: @escaping @Sendable (OParl, inout [UInt8]) -> Void) {
        addFile(page.data) { write($0.data.oparl, &$1) }
    }

    private mutating func planEntry() {
        addTwin(of: OParl.system) { $0.writeSystem(into: &$1) }
        addTwin(of: OParl.bodies) { $0.writeBodies(into: &$1) }
        addTwin(of: OParl.body) { $0.writeBody(into: &$1) }
    }

    private mutating func planTwins(of meeting: Meeting, _ number: Int) {
        addTwin(of: meeting.address) { $0.writeMeeting(number, into: &$1) }
        if meeting.hasAgenda { addTwin(of: meeting.packAddress) { $0.writePack(number, into: &$1) } }
        if meeting.minutes != nil { addTwin(of: meeting.minutesAddress) { $0.writeMinutes(number, into: &$1) } }
        for (position, paper) in meeting.papers.enumerated() {
            addTwin(of: paper.address(in: meeting)) { $0.writePaper(position, of: number, into: &$1) }
        }
    }

    private mutating func planTwins(of committee: Committee, _ number: Int) {
        addTwin(of: committee.address) { $0.writeCommittee(number, into: &$1) }
        let own = maker.allMeetings.indices.filter { maker.allMeetings[$0].committee == committee.slug }
        let list = OParl.meetingList(of: committee)
        addTwin(of: list) { $0.writeBriefly(own, at: list, web: committee.address, into: &$1) }
    }

    private mutating func planTwins(of strategy: Strategy, _ number: Int) {
        addTwin(of: strategy.address) { $0.writeStrategy(number, into: &$1) }
        guard strategy.contents == .chapters else { return }
        for (position, chapter) in strategy.chapters.enumerated() {
            addTwin(of: strategy.address(of: chapter)) { $0.writeChapter(position, of: number, into: &$1) }
        }
    }

    private mutating func planLists(_ hasPage: Set<Address>) {
        addTwin(of: PageMaker.committees) { $0.writeCommittees(at: PageMaker.committees, into: &$1) }
        addTwin(of: PageMaker.strategies) { $0.writeStrategies(into: &$1) }
        let years = maker.meetingYears
        let upcoming = maker.allMeetings.indices.filter { maker.isUpcoming(maker.allMeetings[$0]) }
        addTwin(of: PageMaker.meetings) { $0.writeBriefly(upcoming, at: PageMaker.meetings, web: PageMaker.meetings, years: years, into: &$1) }
        for year in years {
            let address = Route.meetingYear(year).address
            let own = maker.allMeetings.indices.filter { maker.allMeetings[$0].date.year == year }
            addTwin(of: address) { $0.writeBriefly(own, at: address, web: address, into: &$1) }
        }
        let oparl = maker.data.oparl
        for list in OParl.List.allCases {
            for page in 1...oparl.pages(of: list) {
                addFile(oparl.path(of: list, page: page)) { $0.data.oparl.write(list, page: page, hasPage: hasPage.contains, into: &$1) }
            }
        }
    }

    /// The people and organisations that have a page.
    private var pagesOfPeople: Set<Address> {
        let registers = maker.registers
        return Set(registers.people.indices.map { registers.person($0).address } + registers.organisations.map(\.address))
    }
}
