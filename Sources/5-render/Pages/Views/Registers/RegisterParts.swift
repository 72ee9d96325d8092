import Linking
import OpenData
import Model
import Registers
import Templates

/// The same as a page shows, as files.
struct DownloadsView: Templated {
    /// "all decisions", for those who do not see the page.
    let what: String
    let csv: String?
    let json: String?

    static let shape = Shape<DownloadsView>("downloads", "The same as the page shows, as files.", [
        .text("what", "What is in them: “all decisions”.") { $0.what },
        .optionalText("csv", "As CSV, for spreadsheets.") { $0.csv },
        .optionalText("json", "As JSON, for programs.") { $0.json },
    ])

    init(_ what: String, of register: Route, on page: Address) {
        self.what = what
        csv = page.reference(to: Route.table(of: register).file)
        json = page.reference(to: Route.data(of: register).file)
    }
}

/// A meeting and a place in its minutes, as entries of registers name them.
struct EntryPlaceView: Templated {
    let record: MinutesRecord
    let position: MinutePosition
    let page: Address
    let anchor: String
    let date: DayView

    static let shape = Shape<EntryPlaceView>("place in the minutes", "Where an entry of a register stands.", [
        .text("committee", "The committee's name.") { $0.record.record.committeeName },
        .text("meetingHref", "The meeting's page.") { $0.page.reference(to: $0.record.meeting.address) },
        .record("date", "Its day.", DayView.self) { $0.date },
        .optionalText("minuteNumber", "The minute's number.") { $0.record.minuteNumber($0.position) },
        .text("minuteHref", "Where the minute stands.") { $0.page.reference(to: $0.record.meeting.minutesAddress) + "#" + $0.anchor },
        .optional("item", "The agenda item: “7”, or its title where it has no number.", LinkView.self) {
            itemLink($0.position.item, of: $0.record.record, on: $0.page, isShort: true)
        },
    ])
}

/// A year of a register.
struct YearCountView: Templated {
    let year: Int
    let href: String
    let count: Int
    let isCurrent: Bool

    static let shape = Shape<YearCountView>("year of a register", "A year, and how many entries it has.", [
        .text("year", "2017.") { String($0.year) },
        .text("href", "The year's page.") { $0.href },
        .text("count", "How many entries.") { String($0.count) },
        .flag("current", "Whether it is this very page.") { $0.isCurrent },
    ])
}

extension PageBuilder {
    func place(_ position: MinutePosition, on page: Address, anchor: String? = nil) -> EntryPlaceView {
        let record = registers.minutes(position)
        return EntryPlaceView(record: record, position: position, page: page, anchor: anchor ?? record.minuteAnchor(position), date: day(record.meeting.date))
    }

    /// "decision 2", where a minute has several.
    func ordinal(of decision: Decision, in minute: Minute) -> String? {
        let decisions = minute.decisions
        return decisions.count > 1 ? decisions.firstIndex { $0.anchor == decision.anchor }.map { "decision \($0 + 1)" } : nil
    }

    func committeeLink(_ record: MeetingRecord, on page: Address) -> LinkView {
        LinkView(title: record.committeeName, href: page.reference(to: record.committeeAddress))
    }

    func meetingLink(_ record: MeetingRecord, on page: Address) -> LinkView {
        LinkView(title: dates.long(record.meeting.date), href: page.reference(to: record.meeting.address))
    }

    func personLink(_ person: Int, on page: Address) -> LinkView {
        let known = registers.person(person)
        return LinkView(title: known.name, href: page.reference(to: known.address))
    }
}

/// "7. Purchase of land"; in short "7".
func itemLink(_ position: Int?, of record: MeetingRecord, on page: Address, isShort: Bool = false) -> LinkView? {
    position.flatMap(record.item).map { item in
        LinkView(
            title: isShort ? item.number ?? item.title : item.numberedTitle,
            href: page.reference(to: record.meeting.address) + "#" + item.anchor)
    }
}
