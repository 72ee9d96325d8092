import Foundation
import Testing

/// The data files of small sites: what their schemas and the checks of whole sites do not say.
@Suite struct OpenDataTests {
    static let meeting = "committees/board/2026-01-22"

    // MARK: Time

    @Test(arguments: [
        ("2026-01-23", "15:15", "2026-01-23T15:15:00+00:00"), ("2026-07-22", "15:15", "2026-07-22T15:15:00+01:00"),
        // The clocks went forward at 01:00 on 29 March 2026, and went back at 02:00 on 25 October.
        ("2026-03-28", "23:59", "2026-03-28T23:59:00+00:00"), ("2026-03-29", "00:59", "2026-03-29T00:59:00+00:00"),
        ("2026-03-29", "02:00", "2026-03-29T02:00:00+01:00"), ("2026-10-24", "10:00", "2026-10-24T10:00:00+01:00"),
        ("2026-10-25", "00:30", "2026-10-25T00:30:00+01:00"), ("2026-10-25", "02:30", "2026-10-25T02:30:00+00:00"),
        // Britain kept summer time all through 1970.
        ("1970-01-15", "10:00", "1970-01-15T10:00:00+01:00"),
    ])
    func offsetOfTheDay(_ day: String, _ time: String, _ expected: String) throws {
        let site = try Built([
            OpenDataTests.meeting + "/agenda.md": "", "committees/board/\(day)/agenda.md": "---\nstarts: \"\(time)\"\n---\n\n## 1. Welcome\n",
        ])
        #expect(site.json("committees/board/\(day)/index.json")["start"] as? String == expected)
        #expect(try site.event("committees/board/\(day)/index.html")["startDate"] as? String == expected)
    }

    @Test(arguments: [
        ("America/St_Johns", "2026-07-22T15:15:00-02:30"), ("Asia/Kolkata", "2026-07-22T15:15:00+05:30"), ("Pacific/Auckland", "2026-07-22T15:15:00+12:00"),
    ])
    func offsetOfOtherZones(_ zone: String, _ expected: String) throws {
        let site = try Built([
            "site.yml": "name: Testshire\nurl: https://testshire.example/\ntimezone: \(zone)\n",
            OpenDataTests.meeting + "/agenda.md": "", "committees/board/2026-07-22/agenda.md": "---\nstarts: \"15:15\"\n---\n",
        ])
        #expect(site.json("committees/board/2026-07-22/index.json")["start"] as? String == expected)
    }

    @Test func aMeetingPastMidnight() throws {
        let site = try Built([OpenDataTests.meeting + "/agenda.md": "---\nstarts: \"19:00\"\nends: \"00:30\"\n---\n"])
        #expect(site.meeting["end"] as? String == "2026-01-23T00:30:00+00:00")
        #expect(try site.event()["endDate"] as? String == "2026-01-23T00:30:00+00:00")
    }

    @Test func aMeetingWithoutATime() throws {
        let site = try Built()
        #expect(site.meeting["start"] == nil)
        #expect(site.meeting["moot:date"] as? String == "2026-01-22")
        #expect(try site.event()["startDate"] as? String == "2026-01-22")
        #expect(try site.event()["endDate"] == nil)
    }

    /// Two builds on two days differ in nothing but what is upcoming.
    @Test func noFileSaysWhenItWasMade() throws {
        let early = try Built(today: "2025-01-01"), late = try Built(today: "2027-12-31")
        for (path, bytes) in early.files where path.hasSuffix(".json") && path != "meetings/index.json" {
            #expect(bytes == late.files[path], "\(path)")
        }
        #expect(early.meeting["created"] == nil)
    }

    @Test func whenItWasPublished() throws {
        let site = try Built([
            OpenDataTests.meeting + "/agenda.md": "---\nissued: 2026-01-14\n---\n\n## 1. Welcome\n\n- Papers: to follow\n",
            OpenDataTests.meeting + "/supplement-1.md": "---\nkind: supplement\nissued: 2026-01-20\n---\n\n## 1. Welcome\n\n- Papers: [Plan](plan.md)\n",
            OpenDataTests.meeting + "/plan.md": "---\ntitle: Plan\n---\n\nWords.\n",
        ])
        #expect(site.meeting["created"] as? String == "2026-01-14T00:00:00+00:00")
        #expect(site.meeting["modified"] as? String == "2026-01-20T00:00:00+00:00")
        let items = site.meeting["agendaItem"] as? [[String: Any]] ?? []
        #expect(items.count == 1, "the supplement's item is none of its own")
        #expect(items.first?["consultation"] as? String == "https://testshire.example/\(OpenDataTests.meeting)/plan/index.json#consultation-item-1")
    }

    // MARK: People

    @Test func aPersonHasWhatThePageShows() throws {
        let meeting = OpenDataTests.meeting, minutes = "https://testshire.example/\(meeting)/minutes/index.json"
        let site = try Built([
            "people.yml": "- name: Ada Byron\n- name: Ben Carter\n",
            meeting + "/agenda.md": "---\nissued: 2026-01-14\n---\n\n## 1. Mill\n\n- Papers: to follow\n- Presenter: Ada Byron\n",
            meeting + "/supplement-1.md": "---\nkind: supplement\nissued: 2026-01-20\n---\n\n## 1. Mill\n\n- Papers: [Plan](plan.md)\n- Presenter: Ada Byron\n",
            meeting + "/plan.md": "---\ntitle: Plan\nauthor: Ada Byron\n---\n\nWords.\n",
            meeting + "/minutes.md": """
                ---
                status: draft
                ---

                # Present

                - Ada Byron
                - Ben Carter

                # Minutes

                ## 1. Mill

                **DECLARED:** Ada Byron – a neighbour – stayed

                **RESOLVED** – That the mill be kept.

                **VOTE:** For: Ada Byron; against: Ben Carter.

                **ACTION:** Ada Byron to mend the mill by 30 January 2026.
                """,
        ])
        let ada = site.json("people/ada-byron/index.json")
        func objects(_ name: String) -> [[String: String]]? { ada[name] as? [[String: String]] }
        let attendance = (ada["moot:attendance"] as? [[String: Any]])?.first ?? [:]
        #expect(attendance["organization"] as? String == "https://testshire.example/committees/board/index.json")
        #expect(["year", "meetings", "expected", "present", "apologies"].map { attendance[$0] as? Int } == [2026, 1, 0, 1, 0])
        #expect(ada["moot:presented"] as? [String] == ["https://testshire.example/\(meeting)/index.json#item-1"], "once, though the supplement has the item too")
        #expect(ada["moot:papers"] as? [String] == ["https://testshire.example/\(meeting)/plan/index.json"])
        #expect(objects("moot:votes") == [["decision": minutes + "#decision-1", "side": "for"]])
        #expect(objects("moot:declarations") == [["minute": minutes + "#minute-1", "nature": "a neighbour", "outcome": "stayed"]])
        #expect(objects("moot:actions") == [
            ["minute": minutes + "#minute-1", "what": "Ada Byron to mend the mill by 30 January 2026.", "due": "2026-01-30", "state": "overdue"]
        ])
        #expect(ada["moot:moved"] == nil)
        #expect((site.json("api/oparl/person/index.json")["data"] as? [[String: Any]])?.first?["moot:votes"] == nil, "lists are short")
    }

    @Test func papersByKindAndYear() throws {
        let site = try Built([
            OpenDataTests.meeting + "/plan.md": "---\ntitle: Plan\nkind: plan\n---\n", OpenDataTests.meeting + "/words.md": "---\ntitle: Words\n---\n",
            "committees/board/2024-01-22/agenda.md": "---\n---\n", "committees/board/2024-01-22/plan.md": "---\ntitle: Plan\nkind: plan\n---\n",
        ])
        #expect(site.page("papers/by-kind.csv") == "Kind,2026,2024,All\r\nPlan,1,1,2\r\nOther papers,1,0,1\r\nAll,2,1,3\r\n")
        #expect(site.page("papers/index.html").contains("<a class=\"csv\" href=\"by-kind.csv\">"))
    }

    // MARK: Hostile texts

    static let hostile = "\"quoted\" back\\slash </script><script>alert(1)</script> <!-- & &amp; \u{1}\u{1F}\u{8}\t\u{2028}\u{2029} \u{7F} 🙂 \u{202E} end"

    @Test func whateverTextsHold() throws {
        let text = OpenDataTests.hostile
        let escaped = text.unicodeScalars.map { $0.properties.generalCategory == .otherSymbol ? String($0) : String(format: "\\u%04X", $0.value) }
        let quoted = "\"" + escaped.joined() + "\""
        let site = try Built([
            "site.yml": "name: \(quoted)\nurl: https://testshire.example/\n",
            "committees/board/committee.md": "---\nname: \(quoted)\nmembers:\n  - {name: \(quoted), role: \(quoted), organisation: \(quoted)}\n---\n",
            OpenDataTests.meeting + "/agenda.md":
                "---\ntitle: \(quoted)\nvenue: \(quoted)\nwebcast: \"https://tv.example/\(escaped.joined())\"\nurgency: \(quoted)\n---\n\n## 1. Tabs\tand `\u{1}` controls\n\n- Presenter: \u{2} a \\\"b\\\"\n",
            OpenDataTests.meeting + "/plan.md": "---\ntitle: \(quoted)\nauthor: \(quoted)\n---\n\nWords.\n",
        ])
        #expect(site.meeting["name"] as? String == text)
        #expect((site.meeting["location"] as? [String: Any])?["description"] as? String == text)
        #expect(site.json("committees/board/index.json")["name"] as? String == text)
        #expect(site.json("\(OpenDataTests.meeting)/plan/index.json")["name"] as? String == text)
        #expect(site.json("api/oparl/index.json")["name"] as? String == text)
        let event = try site.event()
        #expect(event["name"] as? String == "\(text): \(text)")
        let page = site.page()
        #expect(page.components(separatedBy: "<script").count == 2, "a script of the text's own is in the page")
        for (path, bytes) in site.files where path.hasSuffix(".json") {
            #expect((try? JSONSerialization.jsonObject(with: Data(bytes))) != nil, "\(path)")
            #expect(!bytes.contains { $0 < 32 }, "\(path) has a control character")
        }
    }

    @Test func namesThatAddressesMayNotHold() throws {
        let site = try Built([
            OpenDataTests.meeting + "/agenda.md": "---\n---\n\n## Ænderungen im Überblick\n\n- Papers: [Plan](plan.md)\n",
            OpenDataTests.meeting + "/plan.md": "---\ntitle: Plan\n---\n\nWords.\n",
            OpenDataTests.meeting + "/plan/Größe & 100%.csv": "a,b\n",
        ])
        let items = site.meeting["agendaItem"] as? [[String: Any]] ?? []
        #expect(items.first?["id"] as? String == "https://testshire.example/\(OpenDataTests.meeting)/index.json#item-%C3%A6nderungen-im-%C3%BCberblick")
        let files = site.json("\(OpenDataTests.meeting)/plan/index.json")["auxiliaryFile"] as? [[String: Any]] ?? []
        #expect(files.first?["accessUrl"] as? String == "https://testshire.example/\(OpenDataTests.meeting)/plan/Gr%C3%B6%C3%9Fe%20%26%20100%25.csv")
        #expect(files.first?["fileName"] as? String == "Größe & 100%.csv")
        #expect(files.first?["size"] as? Int == 4)
        #expect(files.first?["mimeType"] as? String == "text/csv")
    }

    // MARK: Search engines

    @Test(arguments: [
        ("status: scheduled", "EventScheduled"), ("status: held", "EventScheduled"), ("status: inquorate", "EventCancelled"),
        ("status: cancelled", "EventCancelled"), ("status: postponed", "EventPostponed"), ("kind: ordinary", "EventScheduled"),
    ])
    func whatHasBecomeOfAMeeting(_ head: String, _ expected: String) throws {
        let site = try Built([OpenDataTests.meeting + "/agenda.md": "---\n\(head)\n---\n"])
        #expect(try site.event()["eventStatus"] as? String == "https://schema.org/\(expected)")
        #expect(site.meeting["cancelled"] as? Bool == (expected != "EventScheduled"))
    }

    @Test(arguments: [
        ("moved: [{changed: 2026-01-10, starts: \"10:00\"}]", "2026-01-22T10:00:00+00:00"),
        ("moved: [{changed: 2026-01-10, date: 2026-01-15}]", "2026-01-15T14:00:00+00:00"),
        ("moved: [{changed: 2025-09-01, date: 2025-10-02}, {changed: 2026-01-10, date: 2025-10-09, starts: \"18:00\"}]", "2025-10-09T18:00:00+01:00"),
        ("moved: [{changed: 2025-12-01, date: 2026-01-15}, {changed: 2026-01-10, venue: Library}]", "2026-01-15T14:00:00+00:00"),
    ])
    func aMeetingThatWasMoved(_ head: String, _ before: String) throws {
        let event = try Built([OpenDataTests.meeting + "/agenda.md": "---\nstarts: \"14:00\"\n\(head)\n---\n"]).event()
        #expect(event["eventStatus"] as? String == "https://schema.org/EventRescheduled")
        #expect(event["startDate"] as? String == "2026-01-22T14:00:00+00:00")
        #expect(event["previousStartDate"] as? String == before)
    }

    @Test func aMeetingWhoseRoomWasChanged() throws {
        let event = try Built([OpenDataTests.meeting + "/agenda.md": "---\nmoved: [{changed: 2026-01-10, venue: Library}]\n---\n"]).event()
        #expect(event["eventStatus"] as? String == "https://schema.org/EventScheduled")
        #expect(event["previousStartDate"] == nil)
    }

    @Test(arguments: [
        ("venue: Town Hall", "Offline", ["Place"]), ("webcast: https://tv.example/1", "Online", ["VirtualLocation"]),
        ("venue: Town Hall\nwebcast: https://tv.example/1", "Mixed", ["Place", "VirtualLocation"]),
        ("venue: Town Hall\nattendance: [in-person]\nwebcast: https://tv.example/1", "Offline", ["Place"]),
        ("venue: Town Hall\nattendance: [online]\nwebcast: https://tv.example/1", "Online", ["VirtualLocation"]),
        ("attendance: [in-person, online]", "Mixed", []), ("kind: ordinary", nil, []),
    ] as [(String, String?, [String])])
    func whereAMeetingIs(_ head: String, _ mode: String?, _ places: [String]) throws {
        let event = try Built([OpenDataTests.meeting + "/agenda.md": "---\n\(head)\n---\n"]).event()
        #expect(event["eventAttendanceMode"] as? String == mode.map { "https://schema.org/\($0)EventAttendanceMode" })
        #expect((event["location"] as? [[String: Any]] ?? []).compactMap { $0["@type"] as? String } == places)
    }

    // MARK: Papers

    @Test func aPaperOfAnotherMeeting() throws {
        let site = try Built([
            OpenDataTests.meeting + "/plan.md": "---\ntitle: Plan\npurpose: information\n---\n\nWords.\n",
            "committees/board/2026-03-03/agenda.md":
                "---\n---\n\n## 4. The plan again\n\n- Papers: [Plan](../2026-01-22/plan.md), [Figures](figures.csv)\n- Purpose: decision\n",
            "committees/board/2026-03-03/figures.csv": "1\n",
        ])
        let plan = "https://testshire.example/\(OpenDataTests.meeting)/plan/index.json"
        let consultations = site.json("\(OpenDataTests.meeting)/plan/index.json")["consultation"] as? [[String: Any]] ?? []
        #expect(consultations.map { $0["id"] as? String } == [plan + "#consultation-board-2026-03-03-item-4"])
        #expect(consultations.first?["authoritative"] as? Bool == true)
        let item = (site.json("committees/board/2026-03-03/index.json")["agendaItem"] as? [[String: Any]])?.first
        #expect(item?["consultation"] as? String == plan + "#consultation-board-2026-03-03-item-4")
        #expect((item?["auxiliaryFile"] as? [[String: Any]])?.first?["fileName"] as? String == "figures.csv")
    }

    @Test func listsOfMoreThanAHundred() throws {
        let items = (1...99).map { "## \($0). Item\n" } + (1...105).map { "## A\($0). Item\n" }
        let site = try Built([OpenDataTests.meeting + "/agenda.md": "---\n---\n\n" + items.joined(separator: "\n")])
        let list = "https://testshire.example/api/oparl/agendaItem/"
        let pages = ["", "2/", "3/"].map { site.json("api/oparl/agendaItem/\($0)index.json") }
        #expect(pages.map { ($0["data"] as? [Any])?.count } == [100, 100, 4])
        #expect(pages.map { ($0["links"] as? [String: String])?["next"] } == [list + "2/index.json", list + "3/index.json", nil])
        #expect(pages.map { ($0["links"] as? [String: String])?["prev"] } == [nil, list + "index.json", list + "2/index.json"])
        #expect(pages.allSatisfy { ($0["pagination"] as? [String: Int])?["totalElements"] == 204 })
        #expect(site.files["api/oparl/agendaItem/4/index.json"] == nil)
    }

    @Test func anEmptyArchive() throws {
        let site = try Built(["committees/board/2026-01-22/agenda.md": "", "committees/board/committee.md": ""])
        for list in ["organization", "person", "meeting", "paper", "agendaItem", "consultation", "file", "membership"] {
            #expect((site.json("api/oparl/\(list)/index.json")["data"] as? [Any])?.count == 0, "\(list)")
        }
    }
}

/// A small site and its data.
struct Built {
    let workshop: Workshop
    let outcome: Outcome
    let files: [String: [UInt8]]

    init(_ sources: [String: String] = [:], today: String = "2026-02-01") throws {
        workshop = try Workshop(sources)
        outcome = workshop.build(today: today)
        #expect(outcome.isBuilt, "said: \(outcome.messages)")
        files = workshop.files()
    }

    func json(_ path: String) -> [String: Any] {
        files[path].flatMap { try? JSONSerialization.jsonObject(with: Data($0)) } as? [String: Any] ?? [:]
    }

    var meeting: [String: Any] { json(OpenDataTests.meeting + "/index.json") }

    func page(_ path: String = OpenDataTests.meeting + "/index.html") -> String { String(decoding: files[path] ?? [], as: UTF8.self) }

    /// What a meeting's page tells search engines.
    func event(_ path: String = OpenDataTests.meeting + "/index.html") throws -> [String: Any] {
        let parts = page(path).components(separatedBy: "<script type=\"application/ld+json\">")
        let text = try #require(parts.count == 2 ? parts[1].components(separatedBy: "</script>").first : nil)
        #expect(!text.contains { "<>&".contains($0) })
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }
}
