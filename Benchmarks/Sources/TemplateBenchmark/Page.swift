import Templates

/// What a listing page shows: the calendar of a committee's meetings. The names are those of the templates, because
/// swift-mustache finds values by the names of properties.
struct CalendarPage: Templated {
    let title: String
    let authority: String
    let committee: String
    let introduction: String
    let notice: Notice?
    let meetings: [Row]

    static let shape = Shape<CalendarPage>(
        "calendar", "A calendar of meetings.",
        [
            .text("title", "The page's title.") { $0.title },
            .text("authority", "The council's name.") { $0.authority },
            .text("committee", "The committee's name.") { $0.committee },
            .text("introduction", "What the committee does.") { $0.introduction },
            .optional("notice", "A notice above the list.", Notice.self) { $0.notice },
            .list("meetings", "The meetings, latest first.", Row.self) { $0.meetings },
        ])
}

struct Notice: Templated {
    let words: String

    static let shape = Shape<Notice>("notice", "A notice.", [.text("words", "Its words.") { $0.words }])
}

struct Row: Templated {
    let address: String
    let name: String
    let date: String
    let time: String
    let place: String
    let status: String
    let isCancelled: Bool
    let chair: Chair?

    static let shape = Shape<Row>(
        "meeting", "A meeting in a list.",
        [
            .text("address", "Its page.") { $0.address },
            .text("name", "What it is called.") { $0.name },
            .text("date", "The day.") { $0.date },
            .text("time", "When it begins.") { $0.time },
            .text("place", "Where it is.") { $0.place },
            .text("status", "How far its papers are.") { $0.status },
            .flag("isCancelled", "It does not take place.") { $0.isCancelled },
            .optional("chair", "Who chairs it.", Chair.self) { $0.chair },
        ])
}

struct Chair: Templated {
    let fullName: String
    let ward: String

    static let shape = Shape<Chair>(
        "chair", "Who chairs a meeting.",
        [
            .text("fullName", "The name.") { $0.fullName },
            .text("ward", "The ward.") { $0.ward },
        ])
}

extension CalendarPage {
    /// A page with 33 meetings, some of them cancelled, some with special characters, two thirds with a chair.
    static let sample = CalendarPage(
        title: "Meetings of the Planning & Highways Committee",
        authority: "Wexcombe District Council",
        committee: "Planning & Highways Committee",
        introduction: "Decides applications for \"major\" development, and what is spent on roads < 4 m wide.",
        notice: Notice(words: "The Council's offices are closed on Monday; the meeting of 4 May is on 5 May."),
        meetings: (1...33).map { number in
            Row(
                address: "/committees/planning-and-highways/2025-\(number % 12 + 1)-\(number % 28 + 1)/",
                name: number % 5 == 0
                    ? "Extraordinary meeting no. \(number): Smith & Sons' appeal" : "Meeting no. \(number)",
                date: "Thursday \(number % 28 + 1) May 2025",
                time: "6.30 pm",
                place: "Council Chamber, Town Hall, Market Street, Wexcombe",
                status: "Agenda and \(number % 7 + 2) papers published",
                isCancelled: number % 11 == 0,
                chair: number % 3 == 0
                    ? nil : Chair(fullName: "Councillor Margaret O'Dwyer", ward: "Holme Valley North"))
        })
}

/// The same data as dictionaries, the other kind of data that swift-mustache takes.
extension CalendarPage {
    var dictionary: [String: Any] {
        var page: [String: Any] = [
            "title": title, "authority": authority, "committee": committee, "introduction": introduction,
            "meetings": meetings.map(\.dictionary),
        ]
        if let notice { page["notice"] = ["words": notice.words] }
        return page
    }
}

extension Row {
    fileprivate var dictionary: [String: Any] {
        var row: [String: Any] = [
            "address": address, "name": name, "date": date, "time": time, "place": place, "status": status,
            "isCancelled": isCancelled,
        ]
        if let chair { row["chair"] = ["fullName": chair.fullName, "ward": chair.ward] }
        return row
    }
}
