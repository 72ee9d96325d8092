import Diagnostics
import Foundation
import Preview
import Testing

/// Each fact of an agenda item and of a meeting has one home. Here each is asked of every output: two that contradict each other fail.
@Suite struct FactsTests {
    // MARK: An item with what supplements bring

    /// A meeting that was on Monday 2 March 2026, looked at a month later.
    private static let folder = "committees/board/2026-03-02"

    private static func agenda(_ items: String) -> String { "---\nissued: 2026-02-16\n---\n\n\(items)\n\n## 20. Close\n" }
    private static func supplement(_ items: String, _ day: String = "2026-02-20") -> String { "---\nkind: supplement\nissued: \(day)\n---\n\n\(items)\n" }
    private static let report = [folder + "/report.md": "---\ntitle: The report\n---\n\nWords.\n"]

    /// An agenda says that a paper is to follow, and a supplement brings it, under a number that people take for the same.
    @Test(arguments: [
        ("7. Budget", "7. Budget"), ("7a. Budget", "7A. Budget"), ("7A) Budget", "7a. Budget"), ("A1. Budget", "a1. Budget"), ("7(a) Budget", "7a. Budget"),
        ("7a. Budget", "7 (a) Budget"), ("7a. Budget", "7. (a) Budget"), ("7a. Budget", "7 a. Budget"), ("7.a) Budget", "7(a). Budget"),
        ("7(ii) Budget", "7 (II) Budget"), ("07. Budget", "7. Budget"), ("7. Budget", "07) The budget, late"), ("Budget", "Budget"), ("7. Budget", "Budget"),
        ("Budget: 2026", "7. Budget – 2026"), ("7.1 Budget", "7.1 Budget"),
    ])
    func oneItem(_ agenda: String, _ supplement: String) throws {
        let said = try ItemSaid(FactsTests.report.merging([
            FactsTests.folder + "/agenda.md": FactsTests.agenda("## \(agenda)\n\n- Papers: to follow"),
            FactsTests.folder + "/supplement-1.md": FactsTests.supplement("## \(supplement)\n\n- Papers: [The report](report.md)"),
        ]) { $1 })
        FactTable("""
            the item | page                                                  | at a glance   | OParl items | OParl papers | OParl says | awaited           | paper                 | A to Z | preview | check
            it is    | The report in the supplement of 20 February 2026      | first and 20  | 2           | report       |            | 2026-02-20,4      | 2026-02-20,4          | 1      |         |
            """).compare { _, output in said.says(output) }
    }

    /// What an agenda and its supplements say of an item, and what then is so.
    private static let ways: [String: [String]] = [
        "nothing comes": ["## 7. Budget\n\n- Papers: to follow"],
        "another item comes": ["## 7. Budget\n\n- Papers: to follow", "## 8. Roads\n\n- Urgent: the bridge fell\n- Papers: [The report](report.md)"],
        "71 is not 7.1": ["## 71. Budget\n\n- Papers: to follow", "## 7.1 Roads\n\n- Urgent: the bridge fell\n- Papers: [The report](report.md)"],
        "only words come": ["## 7. Budget\n\n- Papers: to follow", "## 7. Budget\n\nIt is long."],
        "more is to follow": ["## 7. Budget\n\n- Papers: to follow", "## 7. Budget\n\n- Papers: [The report](report.md), to follow"],
        "the rest comes": ["## 7. Budget\n\n- Papers: to follow", "## 7. Budget\n\n- Papers: to follow", "## 7. Budget\n\n- Papers: [The report](report.md)"],
        "it will be verbal": ["## 7. Budget\n\n- Papers: to follow", "## 7. Budget\n\n- Papers: verbal"],
        "it is withdrawn": ["## 7. Budget\n\n- Papers: to follow", "## 7. Budget\n\n- State: withdrawn\n- Reason: no money"],
        "it comes twice": ["## 7. Budget\n\n- Papers: [The report](report.md)", "## 7. Budget\n\n- Papers: [The report](report.md)"],
        "a supplement adds it": ["## 6. Roads", "## 7. Budget\n\n- Urgent: the roof fell\n- Papers: to follow", "## 7. Budget\n\n- Papers: [The report](report.md)"],
        "only the supplement has a paper": ["## 7. Budget", "## 7. Budget\n\n- Papers: [The report](report.md)"],
    ]

    @Test func whatComesOfAPaperToFollow() throws {
        let said = try FactsTests.ways.mapValues { texts in
            var sources = FactsTests.report
            sources[FactsTests.folder + "/agenda.md"] = FactsTests.agenda(texts[0])
            for (number, text) in texts.dropFirst().enumerated() {
                sources[FactsTests.folder + "/supplement-\(number + 1).md"] = FactsTests.supplement(text, "2026-02-2\(number)")
            }
            return try ItemSaid(sources)
        }
        FactTable("""
            what comes                      | page                                             | at a glance     | OParl items | OParl papers | OParl says             | awaited           | paper        | A to Z | preview | check
            nothing comes                   | A paper is to follow: it is not published yet.   | first and 20    | 2           |              | to follow              | nothing           | 2026-02-16,  | 1      | 1       | W302 W613
            another item comes              | A paper is to follow: it is not published yet.   | first, 8 and 20 | 3           |              | to follow              | nothing           | 2026-02-20,  | 1      | 1       | W613
            71 is not 7.1                   | A paper is to follow: it is not published yet.   | first, 7.1 Roads and 20 | 3   |              | to follow              | nothing           | 2026-02-20,  | 1      | 1       | W613
            only words come                 | A paper is to follow: it is not published yet.   | first and 20    | 2           |              | to follow              | nothing           | 2026-02-16,  | 1      | 1       | W302 W613
            more is to follow               | The report in the supplement of 20 February 2026, A paper is to follow: it is not published yet. | first and 20 | 2 | report | to follow | nothing | 2026-02-20, | 1 | 1 | W613
            the rest comes                  | The report in the supplement of 21 February 2026 | first and 20    | 2           | report       |                        | 2026-02-21,5      | 2026-02-21,5 | 1      |         |
            it will be verbal               | A verbal report: there is no paper.              | first and 20    | 2           |              | verbal                 | none              | 2026-02-16,  | 1      |         | W302
            it is withdrawn                 |                                                  | first and 20    | 2           |              | withdrawn no money     | withdrawn         | 2026-02-16,  | 1      |         | W302
            it comes twice                  | The report                                       | first and 20    | 2           | report       |                        |                   | 2026-02-16,  | 1      |         |
            only the supplement has a paper | The report in the supplement of 20 February 2026 | first and 20    | 2           | report       |                        |                   | 2026-02-20,  | 1      |         |
            """).compare { way, output in said[way]?.says(output) ?? "?" }
        FactTable("""
            what comes           | at a glance    | OParl items | OParl says | awaited      | paper        | A to Z | preview | check
            a supplement adds it | first, 7 and 20 | 3          |            | 2026-02-21,1 | 2026-02-21,1 | 1      |         |
            """).compare { way, output in said[way]?.says(output, item: "7") ?? "?" }
        let withdrawn = try #require(said["it is withdrawn"])
        #expect(withdrawn.item("7").contains("<strong>Withdrawn.</strong>") && withdrawn.item("7").contains("Reason: no money"))
    }

    /// What comes in a folder comes with the paper that it lies beside, on every page.
    @Test func appendices() throws {
        let paper = { (title: String) in "---\ntitle: \(title)\n---\n\nWords.\n" }
        let said = try ItemSaid([
            FactsTests.folder + "/agenda.md": FactsTests.agenda("## 7. Budget\n\n- Papers: [The plan](plan.md), to follow"),
            FactsTests.folder + "/supplement-1.md": FactsTests.supplement("## 7. Budget\n\n- Papers: [The report](report.md), [The map](plan/map.md)"),
            FactsTests.folder + "/plan.md": paper("The plan"), FactsTests.folder + "/plan/a.md": paper("Plan A"), FactsTests.folder + "/plan/map.md": paper("The map"),
            FactsTests.folder + "/plan/map/north.md": paper("The north"), FactsTests.folder + "/report.md": paper("The report"),
            FactsTests.folder + "/report/b.md": paper("Report B"),
        ])
        let added = "in the supplement of 20 February 2026"
        #expect(said.says("page") == "The plan, Plan A, The report \(added), Report B \(added), The map \(added), The north \(added)")
        #expect(said.says("OParl papers") == "plan, report, plan/map, plan/a, plan/map/north, report/b")
        #expect(said.published == ["plan 2026-02-16,", "plan/a 2026-02-16,", "report 2026-02-20,4", "report/b 2026-02-20,4", "plan/map 2026-02-20,4", "plan/map/north 2026-02-20,4"])
        #expect(said.says("awaited") == "2026-02-20,4")
        let pack = said.page("pack/index.html")
        #expect(["plan", "plan--a", "report", "report--b", "plan--map", "plan--map--north"].allSatisfy { pack.contains("id=\"paper--\($0)\"") })
        let supplement = try #require(pack.firstRange(of: "id=\"supplement-1\"")).lowerBound
        #expect(!pack[..<supplement].contains("id=\"paper--plan--map--north\"") && pack[supplement...].contains("id=\"paper--plan--map--north\""))
    }

    /// An item of a supplement with the number of an exempt item, in whatever form, is that item.
    @Test(arguments: ["9. Purchase", "09. Purchase", "9) The land"]) func anExemptItem(_ heading: String) throws {
        let said = try ItemSaid([
            FactsTests.folder + "/agenda.md": FactsTests.agenda("## 9. Purchase\n\n- Exempt: 3\n- Reason: the price is not agreed"),
            FactsTests.folder + "/supplement-1.md": FactsTests.supplement("## \(heading)\n\nCanarytext.\n"),
        ])
        #expect(said.says("OParl items") == "2" && said.says("at a glance") == "first and 20")
        #expect(!said.built.files.values.contains { String(decoding: $0, as: UTF8.self).contains("Canarytext") })
    }

    @Test func oneNumberTwice() throws {
        let outcome = try Workshop([FactsTests.folder + "/agenda.md": FactsTests.agenda("## 7a. Budget\n\n## 7(A) Roads")]).build(today: "2026-04-01")
        #expect(outcome.codes == ["W107"])
    }

    /// What one source lists twice is two things.
    @Test func oneTitleTwice() throws {
        let said = try ItemSaid([
            FactsTests.folder + "/agenda.md": FactsTests.agenda("## 1. Roads"),
            FactsTests.folder + "/supplement-1.md": FactsTests.supplement("## Update\n\n- Urgent: the bridge fell\n\n## Update\n\n- Urgent: the roof fell"),
            FactsTests.folder + "/supplement-2.md": FactsTests.supplement("## Update\n\n- Urgent: the wall fell\n\n## Roads\n\n- Papers: verbal"),
        ])
        #expect(said.items.map { $0["name"] as? String } == ["Roads", "Close", "Update", "Update", "Update"], "which of two updates is meant, nobody knows")
    }

    /// Numbers whose letter stands apart, and titles that only look so.
    @Test(arguments: [
        ("7(a) Budget", "7(a)", "Budget"), ("7 (a) Budget", "7 (a)", "Budget"), ("7. (ii) Budget", "7. (ii)", "Budget"), ("7 a. Budget", "7 a", "Budget"),
        ("7 A. Smith and others", "7", "A. Smith and others"), ("7 a day out", "7", "a day out"), ("7. (ICT) Strategy", "7", "(ICT) Strategy"),
        ("7. a) Budget", "7", "a) Budget"), ("7(a)Budget", "", "7(a)Budget"), ("2026 (a) in figures", "", "2026 (a) in figures"), ("7a(i) Budget", "", "7a(i) Budget"),
    ])
    func numbersInHeadings(_ heading: String, _ number: String, _ title: String) throws {
        let said = try ItemSaid([FactsTests.folder + "/agenda.md": FactsTests.agenda("## \(heading)")])
        let item = try #require(said.items.first)
        #expect(item["number"] as? String ?? "" == number && item["name"] as? String == title)
    }

    /// Minutes, links and words find an item by its number, however it is written.
    @Test(arguments: ["7a", "7A", "7(a)", "7 (a)"]) func theItemOfAMinute(_ label: String) throws {
        let said = try ItemSaid([
            FactsTests.folder + "/agenda.md": FactsTests.agenda("## 7(a) Budget\n\nSee [it](item:7A)."),
            FactsTests.folder + "/minutes.md": "---\nstatus: draft\n---\n\n# Minutes\n\n## 5. Money (Item \(label))\n\n**RESOLVED** – That it be spent.\n",
        ])
        #expect(said.codes == [])
        #expect(said.items.first?["result"] as? String == "resolved")
        #expect(said.item("7a").contains("That it be spent."))
        #expect(said.page("minutes/index.html").contains("href=\"../#item-7a\""))
    }

    /// A minute of an item that a supplement brought in other words belongs to the agenda's item.
    @Test func theItemOfAMinuteByItsTitle() throws {
        let said = try ItemSaid([
            FactsTests.folder + "/agenda.md": FactsTests.agenda("## 7. Budget"), FactsTests.folder + "/supplement-1.md": FactsTests.supplement("## 7. The budget, as it is now"),
            FactsTests.folder + "/minutes.md": "---\nstatus: draft\n---\n\n# Minutes\n\n## 5. The budget, as it is now\n\n**RESOLVED** – That it be spent.\n",
        ])
        #expect(said.items.first?["result"] as? String == "resolved")
        #expect(said.item("7").contains("That it be spent.") && !said.item("supplement-1-item-7", prefix: "").contains("That it be spent."))
    }

    // MARK: The course of a meeting

    /// By day: the head of the agenda, and whether there are minutes. It is 1 April 2026.
    private static let meetings: [(name: String, day: String, head: String, hasMinutes: Bool)] = [
        ("held, stated", "2026-03-02", "status: held", false), ("held, as minutes say", "2026-03-03", "", true),
        ("held, though scheduled", "2026-03-04", "status: scheduled", true), ("called, nobody knows", "2026-03-05", "", false),
        ("cancelled", "2026-03-06", "status: cancelled", false), ("cancelled, with minutes", "2026-03-09", "status: cancelled", true),
        ("postponed", "2026-03-10", "status: postponed", false), ("postponed, with minutes", "2026-03-11", "status: postponed", true),
        ("postponed, moved before", "2026-03-12", "status: postponed\nmoved: [{changed: 2026-02-20, date: 2026-03-01}]", false),
        ("inquorate", "2026-03-13", "status: inquorate", false), ("inquorate, with minutes", "2026-03-16", "status: inquorate", true),
        ("to come", "2026-05-04", "", false), ("to come, but held", "2026-05-05", "status: held", false), ("to come, cancelled", "2026-05-06", "status: cancelled", false),
    ]

    @Test func whatHasBecomeOfMeetings() throws {
        var sources: [String: String] = ["committees/board/2026-01-22/agenda.md": ""]
        for meeting in FactsTests.meetings {
            let folder = "committees/board/\(meeting.day)/"
            sources[folder + "agenda.md"] = "---\nissued: 2026-02-16\nstarts: \"14:00\"\n\(meeting.head)\n---\n\n## 1. Welcome\n"
            if meeting.hasMinutes { sources[folder + "minutes.md"] = "---\nstatus: draft\n---\n\n# Minutes\n\n## 1. Welcome (item 1)\n" }
        }
        let said = try CourseSaid(sources)
        try FactTable("""
            the meeting             | page                                | committee                           | calendar    | home | OParl                   | schema.org       | iCalendar                        | Atom         | check
            held, stated            | Held                                |                                     | held        |      | durchgeführt            | EventScheduled   | CONFIRMED Test Board             |              |
            held, as minutes say    | Held                                |                                     | held        |      | durchgeführt            | EventScheduled   | CONFIRMED Test Board             |              |
            held, though scheduled  | Held                                |                                     | held        |      | durchgeführt            | EventScheduled   | CONFIRMED Test Board             |              |
            called, nobody knows    |                                     |                                     |             |      | eingeladen              | EventScheduled   | CONFIRMED Test Board             |              |
            cancelled               | Cancelled                           | Cancelled                           | cancelled   |      | eingeladen cancelled    | EventCancelled   | CANCELLED Cancelled: Test Board  | Cancelled:   |
            cancelled, with minutes | Cancelled                           | Cancelled                           | cancelled   |      | eingeladen cancelled    | EventCancelled   | CANCELLED Cancelled: Test Board  | Cancelled:   | W616
            postponed               | Postponed                           | Postponed                           | postponed   |      | eingeladen cancelled    | EventPostponed   | CANCELLED Postponed: Test Board  | Postponed:   |
            postponed, with minutes | Postponed                           | Postponed                           | postponed   |      | eingeladen cancelled    | EventPostponed   | CANCELLED Postponed: Test Board  | Postponed:   | W616
            postponed, moved before | Postponed                           | Postponed                           | postponed   |      | eingeladen cancelled    | EventPostponed   | CANCELLED Postponed: Test Board  | Postponed:   |
            inquorate               | Not quorate: too few members came   | Not quorate: too few members came   | not quorate |      | eingeladen cancelled    | EventCancelled   | CANCELLED Not quorate: Test Board | Not quorate: |
            inquorate, with minutes | Not quorate: too few members came   | Not quorate: too few members came   | not quorate |      | eingeladen cancelled    | EventCancelled   | CANCELLED Not quorate: Test Board | Not quorate: |
            to come                 | Still to come                       |                                     |             | yes  | eingeladen              | EventScheduled   | CONFIRMED Test Board             |              |
            to come, but held       | Held                                |                                     | held        |      | durchgeführt            | EventScheduled   | CONFIRMED Test Board             |              | W617
            to come, cancelled      | Cancelled                           | Cancelled                           | cancelled   |      | eingeladen cancelled    | EventCancelled   | CANCELLED Cancelled: Test Board  | Cancelled:   |
            """).compare { name, output in
            try said.says(output, of: FactsTests.meetings.first { $0.name == name }?.day ?? "")
        }
    }

    @Test func theWarningsOfWhatCannotBe() throws {
        let minutes = ["committees/board/2026-01-22/minutes.md": "---\nstatus: draft\n---\n\n# Minutes\n\n## 1. Welcome\n"]
        expect(try RuleTests.found(head: "status: postponed\n", minutes).filter { $0.contains("W61") }, are: [
            "minutes.md: warning W616: these are minutes of a meeting that was postponed, as its agenda says → If it was held after all, write “status: held”; if too few members came, “status: inquorate”. If it was not held, take the minutes away. Until then every page and file says that it was not held."
        ])
        expect(try RuleTests.found(head: "status: inquorate\n", today: "2026-01-21"), are: [
            "agenda.md: warning W617: the agenda says “status: inquorate”, and the meeting is on 2026-01-22, which is still to come → Check the day in the folder's name. If it is right, leave “status” out until the meeting is over."
        ])
        #expect(try RuleTests.found(head: "status: held\n", today: "2026-01-22") == [])
        #expect(try RuleTests.found(head: "status: inquorate\n", minutes) == [])
    }

    // MARK: Days

    /// By day of the meeting: the head of the agenda, a head of minutes, a head of a supplement with a paper.
    private static let dated: [(name: String, day: String, head: String, minutes: String?, supplement: String?)] = [
        ("nothing", "2026-03-02", "", nil, nil), ("minutes", "2026-03-03", "", "status: draft", nil), ("issued", "2026-03-04", "issued: 2026-02-16", nil, nil),
        ("moved", "2026-03-05", "starts: \"14:00\"\nmoved: [{changed: 2026-02-10, starts: \"10:00\"}, {changed: 2026-02-24, venue: Barn}]", nil, nil),
        ("issued, then moved", "2026-03-06", "starts: \"14:00\"\nissued: 2026-02-16\nmoved: [{changed: 2026-02-25, starts: \"10:00\"}]", nil, nil),
        ("supplement", "2026-03-09", "issued: 2026-02-16", nil, "issued: 2026-02-26"), ("supplement without a day", "2026-03-10", "issued: 2026-02-17", nil, ""),
        ("signed", "2026-03-11", "issued: 2026-02-16", "status: draft\nsigned: 2026-03-20", nil),
        ("approved", "2026-03-12", "issued: 2026-02-16", "status: approved\napproved-at: 2026-03-26\nsigned: 2026-03-27", nil),
    ]

    @Test func whenThingsWerePublished() throws {
        var sources: [String: String] = ["committees/board/2026-01-22/agenda.md": ""]
        for meeting in FactsTests.dated {
            let folder = "committees/board/\(meeting.day)/"
            let listed = "\n\n- Papers: [Plan](plan.md)\n"
            sources[folder + "agenda.md"] = "---\n\(meeting.head)\n---\n\n## 1. Welcome\(meeting.supplement == nil ? listed : "\n")"
            sources[folder + "plan.md"] = "---\ntitle: Plan\n---\n\nSee the Clean Water Plan.\n"
            if let minutes = meeting.minutes { sources[folder + "minutes.md"] = "---\n\(minutes)\n---\n\n# Minutes\n\n## 1. Welcome (item 1)\n" }
            if let head = meeting.supplement { sources[folder + "supplement-1.md"] = "---\nkind: supplement\n\(head)\n---\n\n## 1. Welcome\(listed)" }
        }
        sources["strategies/water/strategy.md"] = "---\ntitle: Clean Water Plan\nadopted-at: 2026-03-04\n---\n\n## Foreword\n\nWater.\n"
        let said = try DaysSaid(sources)
        FactTable("""
            the source says          | page             | Atom agenda           | Atom minutes          | OParl                 | OParl minutes         | OParl paper | register   | strategy feed | iCalendar
            nothing                  |                  | 2026-03-02 2026-03-02 |                       |                       |                       |             |            | 2026-03-02    | 20260302
            minutes                  |                  | 2026-03-03 2026-03-03 | 2026-03-03 2026-03-03 | 2026-03-03 2026-03-03 | 2026-03-03 2026-03-03 | 2026-03-03  |            | 2026-03-03    | 20260303
            issued                   | 16 February 2026 | 2026-02-16 2026-02-16 |                       | 2026-02-16 2026-02-16 |                       | 2026-02-16  | 2026-02-16 | 2026-02-16    | 20260216
            moved                    |                  | 2026-02-10 2026-02-24 |                       | 2026-02-10 2026-02-24 |                       | 2026-02-10  |            | 2026-02-10    | 20260224
            issued, then moved       | 16 February 2026 | 2026-02-16 2026-02-25 |                       | 2026-02-16 2026-02-25 |                       | 2026-02-16  | 2026-02-16 | 2026-02-16    | 20260225
            supplement               | 16 February 2026 | 2026-02-16 2026-02-16 |                       | 2026-02-16 2026-02-26 |                       | 2026-02-26  | 2026-02-26 | 2026-02-26    | 20260216
            supplement without a day | 17 February 2026 | 2026-02-17 2026-02-17 |                       | 2026-02-17 2026-02-17 |                       | 2026-02-17  |            | 2026-02-17    | 20260217
            signed                   | 16 February 2026 | 2026-02-16 2026-02-16 | 2026-03-11 2026-03-20 | 2026-02-16 2026-03-20 | 2026-03-11 2026-03-20 | 2026-02-16  | 2026-02-16 | 2026-02-16    | 20260216
            approved                 | 16 February 2026 | 2026-02-16 2026-02-16 | 2026-03-12 2026-03-26 | 2026-02-16 2026-03-26 | 2026-03-12 2026-03-26 | 2026-02-16  | 2026-02-16 | 2026-02-16    | 20260216
            """).compare { name, output in said.says(output, of: FactsTests.dated.first { $0.name == name }?.day ?? "") }
        let home = said.built.page("index.html").between("<h2>Latest papers</h2>", "</section>")
        #expect(home.components(separatedBy: "<p class=\"facts\">").dropFirst().map { $0.between("board/", "/") + $0.between("<time datetime=\"", "\"") } == [
            "2026-03-03", "2026-03-02", "2026-03-092026-02-26", "2026-03-102026-02-17",
        ], "those published last; of one day those of the later meeting")
        // The meeting that adopted a strategy is the same wherever it is named.
        #expect(said.built.page("strategies/water/feed.atom").contains("Adopted by Test Board on Wednesday 4 March 2026."))
        #expect(said.built.json("strategies/water/index.json")["moot:adoptedAt"] as? String == "https://testshire.example/committees/board/2026-03-04/index.json")
    }

    @Test func aMeetingThatGoesOnAfterMidnight() throws {
        let workshop = try Workshop(["committees/board/2026-01-22/agenda.md": "---\nstarts: \"19:00\"\nends: \"00:30\"\n---\n\n## 1. Welcome\n"])
        let outcome = workshop.build()
        #expect(outcome.codes == [])
        #expect(workshop.page("committees/board/2026-01-22/index.html").contains("7pm to 12.30am (Friday)"))
        #expect(workshop.page("committees/board/2026-01-22/meeting.ics").contains("DTEND;TZID=Europe/London:20260123T003000\r\n"))
        #expect(try Workshop(["committees/board/2026-01-22/agenda.md": "---\nstarts: \"19:00\"\nends: \"18:30\"\n---\n"]).build().codes == ["W111"])
    }

    // MARK: Decisions

    /// The home page, the register and the feed tell the same decisions in the same order.
    @Test func theLatestDecisions() throws {
        let minutes = { (words: String) in "---\nstatus: draft\n---\n\n# Minutes\n\n## 1. Minutes\n\n**AGREED** – That they be signed.\n\n## 2. \(words)\n\n**RESOLVED** – That \(words).\n\n**NOTED** – The \(words).\n" }
        var sources = ["committees/parks/committee.md": "---\nname: Parks\n---\n", "committees/board/2026-01-22/agenda.md": ""]
        for (committee, day, words) in [("board", "2026-01-22", "one"), ("parks", "2026-01-22", "two"), ("board", "2026-03-22", "three"), ("parks", "2026-05-22", "four")] {
            sources["committees/\(committee)/\(day)/agenda.md"] = "---\nissued: 2026-01-02\n---\n\n## 1. Minutes\n"
            sources["committees/\(committee)/\(day)/minutes.md"] = minutes(words)
        }
        let site = try Built(sources, today: "2026-04-01")
        let home = site.page("index.html").between("<h2>Latest decisions</h2>", "</section>")
        #expect(home.components(separatedBy: "<li>").dropFirst().map { $0.between("<p>", "</p>") } == ["Resolved: That three.", "Resolved: That one.", "Resolved: That two."])
        let register = site.page("decisions/decisions.csv").components(separatedBy: "\r\n").filter { $0.contains("RESOLVED") }.map { $0.between("That ", ".") }
        #expect(register == ["four", "three", "one", "two"])
        #expect(Set(site.page("decisions/feed.atom").components(separatedBy: "<summary>").compactMap { $0.contains("RESOLVED") ? $0.between("That ", ".") : nil }) == ["one", "two", "three"])
    }

    // MARK: An edit

    /// A preview makes the facts of a changed meeting anew.
    @Test func aPreviewFollows() throws {
        let paths = (agenda: FactsTests.folder + "/agenda.md", supplement: FactsTests.folder + "/supplement-1.md")
        let workshop = try Workshop(FactsTests.report.merging([
            paths.agenda: FactsTests.agenda("## 7. Budget\n\n- Papers: to follow\n\nWords."), paths.supplement: FactsTests.supplement("## 7. Budget\n\n- Papers: [The report](report.md)"),
        ]) { $1 })
        let preview = PreviewSite(workshop.previewOptions)
        preview.update(nil)
        for text in [FactsTests.supplement("## 7. Budget\n\n- Papers: [The report](report.md)\n\nMore."), FactsTests.supplement("## 8. Budget\n\n- Papers: [The report](report.md)"), FactsTests.supplement("## 07. Budget\n\n- Papers: verbal")] {
            try workshop.write(text, to: paths.supplement)
            preview.update([workshop.content + "/" + paths.supplement])
            let fresh = PreviewSite(workshop.previewOptions)
            fresh.update(nil)
            for path in try fresh.paths() { #expect(try preview.file(path)?.bytes == fresh.file(path)?.bytes, "\(path)") }
            #expect(preview.notices(on: FactsTests.folder + "/") == fresh.notices(on: FactsTests.folder + "/"))
        }
    }
}

// MARK: What the outputs say

/// What each output says of the first item of an agenda.
private struct ItemSaid {
    private static let folder = "committees/board/2026-03-02"
    let built: Built
    let codes: [String]

    init(_ sources: [String: String]) throws {
        built = try Built(sources, today: "2026-04-01")
        codes = built.outcome.codes.sorted()
    }

    func page(_ path: String = "index.html") -> String { built.page(ItemSaid.folder + "/" + path) }

    var items: [[String: Any]] { built.json(ItemSaid.folder + "/index.json")["agendaItem"] as? [[String: Any]] ?? [] }

    /// An item of the page, up to the next.
    func item(_ label: String, prefix: String = "item-") -> String { page().between("<li class=\"item\" id=\"\(prefix)\(label)\">", "</li>\n</ul>\n</") + page().between("<li class=\"item\" id=\"\(prefix)\(label)\">", "<li class=\"item\"") }

    /// The paths of papers in the register, each with the day it was published and how many days late.
    var published: [String] {
        rows("papers/papers.csv").map { row in
            "\(row.last?.between("2026-03-02/", "/END") ?? "") \(row[row.count - 3]),\(row[row.count - 2])"
        }
    }

    private func rows(_ path: String) -> [[String]] {
        built.page(path).components(separatedBy: "\r\n").dropFirst().filter { !$0.isEmpty }.map { ($0 + "END").components(separatedBy: ",") }
    }

    func says(_ output: String, item number: String? = nil) -> String {
        let item = items.first { number == nil || $0["number"] as? String == number } ?? [:]
        let anchor = (item["id"] as? String ?? "").components(separatedBy: "#").last ?? ""
        switch output {
        case "page":
            let list = page().between("id=\"\(anchor)\"", "<li class=\"item\"").between("<ul class=\"papers\">", "</ul>")
            return list.components(separatedBy: "</li>").map(\.withoutTags).filter { !$0.isEmpty }.joined(separator: ", ")
        case "at a glance": return glance
        case "OParl items": return String(items.count)
        case "OParl papers":
            let all = item["moot:consultation"] as? [String] ?? [item["consultation"] as? String].compactMap(\.self)
            return all.map { $0.between("2026-03-02/", "/index.json") }.joined(separator: ", ")
        case "OParl says":
            let words = [item["moot:state"], item["moot:reason"]].compactMap { $0 as? String } + (item["moot:paperState"] as? [String] ?? [])
            return words.joined(separator: " ")
        case "awaited": return awaited
        case "paper": return rows("papers/papers.csv").first.map { "\($0[$0.count - 3]),\($0[$0.count - 2])" } ?? ""
        case "A to Z": return String(built.page("a-to-z/a-to-z.csv").components(separatedBy: "\r\n").count { $0.contains(",item,") && $0.lowercased().contains("budget") })
        case "preview": return preview
        case "check": return codes.filter { $0 == "W302" || $0.hasPrefix("W6") && $0 != "W601" }.joined(separator: " ")
        default: return "?"
        }
    }

    /// Which items a reader counts: the register of titles shows each once, as the list at the head of the page does where it is long enough.
    private var glance: String {
        let own = built.page("a-to-z/a-to-z.csv").components(separatedBy: "\r\n").count { $0.contains(",item,") && $0.contains("2026-03-02") }
        guard own == items.count else { return "\(own) items in the index" }
        let names = items.dropFirst().map { $0["number"] as? String ?? $0["name"] as? String ?? "" }.sorted { ($0.count, $0) < ($1.count, $1) }
        let middle = names.filter { $0 != "20" }
        return (["first"] + middle).joined(separator: ", ") + " and 20"
    }

    private var awaited: String {
        let rows = rows("papers/to-follow.csv")
        guard let row = rows.first, rows.count == 1 else { return rows.isEmpty ? "" : "\(rows.count) rows" }
        let words = built.page("papers/index.html").between("<h2>Papers to follow</h2>", "</section>")
        let settled = ["No supplement brought it": "nothing", "The item was withdrawn": "withdrawn", "A supplement says that there is no public paper": "none"]
        if let (_, said) = settled.first(where: { words.contains($0.key) }) { return words.contains("For 0 of them") ? said : "?" }
        return words.contains("For 1 of them") ? "\(row[4]),\(row[5])" : "?"
    }

    private var preview: String {
        let preview = PreviewSite(built.workshop.previewOptions)
        preview.update(nil)
        return preview.notices(on: ItemSaid.folder + "/").compactMap { if case .papersToFollow(let count) = $0 { String(count) } else { nil } }.joined()
    }
}

/// What each output says of the course of a meeting.
private struct CourseSaid {
    let built: Built
    let diagnostics: [Diagnostic]

    init(_ sources: [String: String]) throws {
        built = try Built(sources, today: "2026-04-01")
        diagnostics = built.outcome.diagnostics
    }

    func says(_ output: String, of day: String) throws -> String {
        let folder = "committees/board/\(day)/"
        switch output {
        case "page": return built.page(folder + "index.html").between("<p class=\"tags\">", "</p>").withoutTags
        case "committee": return built.page("committees/board/index.html").between("<a href=\"\(day)/\">", "</li>").between("<strong class=\"tag tag-off\">", "</strong>")
        case "calendar":
            let entry = built.page("meetings/2026/index.html").between("<a href=\"../../committees/board/\(day)/\"", "</a>")
            return entry.between("<span class=\"state-word\">, ", "</span>")
        case "home": return built.page("index.html").between("<h2>Next meetings</h2>", "</section>").contains(day) ? "yes" : ""
        case "OParl":
            let meeting = built.json(folder + "index.json")
            return (meeting["meetingState"] as? String ?? "?") + (meeting["cancelled"] as? Bool == true ? " cancelled" : "")
        case "schema.org": return (try built.event(folder + "index.html")["eventStatus"] as? String ?? "?").replacing("https://schema.org/", with: "")
        case "iCalendar":
            let event = built.page(folder + "meeting.ics")
            return "\(event.between("STATUS:", "\r\n")) \(event.between("SUMMARY:", "\r\n"))"
        case "Atom":
            let title = built.page("committees/board/feed.atom").between("/committees/board/\(day)/</id>", "</title>").between("<title>", ": agenda")
            return title.replacing("Test Board", with: "").trimmingCharacters(in: .whitespaces)
        case "check": return diagnostics.filter { $0.location.path.contains(day) && ["W616", "W617"].contains($0.code) }.map(\.code).joined(separator: " ")
        default: return "?"
        }
    }
}

/// What each output says of the days of a meeting.
private struct DaysSaid {
    let built: Built

    init(_ sources: [String: String]) throws { built = try Built(sources, today: "2026-04-01") }

    func says(_ output: String, of day: String) -> String {
        let folder = "committees/board/\(day)/"
        switch output {
        case "page": return built.page(folder + "index.html").between("<dt>Notice</dt>", "</dd>").between("\">", "</time>")
        case "Atom agenda": return atom("committees/board/feed.atom", folder)
        case "Atom minutes": return atom("committees/board/feed.atom", folder + "minutes/")
        case "OParl": return oparl(folder + "index.json")
        case "OParl minutes": return oparl(folder + "minutes/index.json")
        case "OParl paper": return String(oparl(folder + "plan/index.json").prefix(10))
        case "register":
            let row = built.page("papers/papers.csv").components(separatedBy: "\r\n").first { $0.hasPrefix(day) } ?? ""
            return row.components(separatedBy: ",").dropLast(2).last ?? "?"
        case "strategy feed": return String(atom("strategies/water/feed.atom", folder + "plan/").prefix(10))
        case "iCalendar": return built.page(folder + "meeting.ics").between("DTSTAMP:", "T")
        default: return "?"
        }
    }

    private func atom(_ feed: String, _ path: String) -> String {
        let entry = built.page(feed).between("<id>https://testshire.example/\(path)</id>", "</entry>")
        return [entry.between("<published>", "T"), entry.between("<updated>", "T")].filter { !$0.isEmpty }.joined(separator: " ")
    }

    private func oparl(_ path: String) -> String {
        let object = built.json(path)
        return ["created", "modified"].compactMap { (object[$0] as? String).map { String($0.prefix(10)) } }.joined(separator: " ")
    }
}
