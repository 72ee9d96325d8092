import Foundation
import Testing

/// Feeds, calendars, tables as files, meetings as archives: what of them the finished sites' tests cannot see.
@Suite struct TakeAwayTests {
    private static let agenda = "committees/board/2026-01-22/agenda.md"
    private static let folder = "committees/board/2026-01-22/"

    private func built(_ sources: [String: String], today: String = "2026-02-01", baseURL: String = "https://testshire.example/") throws -> Workshop {
        let workshop = try Workshop(sources)
        let outcome = workshop.build(today: today, baseURL: baseURL)
        #expect(outcome.isBuilt, "\(outcome.messages)")
        return workshop
    }

    private func head(_ keys: String) -> [String: String] { [TakeAwayTests.agenda: "---\n\(keys)\n---\n\n## 1. Welcome\n"] }

    // MARK: Changes of a meeting

    @Test(arguments: [
        ("starts: \"15:00\"\nmoved: [{changed: 2026-01-10, starts: \"14:00\"}]", []),
        ("starts: \"15:00\"\nmoved: [{changed: 2026-01-10, starts: \"15:00\"}]", ["E132"]),
        ("starts: \"15:00\"\nmoved: [{changed: 2026-01-10}]", ["E132", "E132"]),
        ("moved: [{starts: \"14:00\"}]", ["E111"]),
        ("moved: [{changed: tomorrow, starts: \"14:00\"}]", ["E112"]),
        ("moved: [{changed: 2026-01-10, time: \"14:00\"}]", ["E109", "E132", "E132"]),
        ("moved: [{changed: 2026-01-10, venue: Hall}, {changed: 2026-01-09, venue: Barn}]", ["W128"]),
    ])
    func whatIsSaidOfChanges(keys: String, codes: [String]) throws {
        #expect(try Workshop(head(keys)).build().codes.sorted() == codes)
    }

    @Test func aChangeOfTimeRaisesTheSequence() throws {
        let before = try built(head("starts: \"14:00\"\nissued: 2026-01-08")).page(TakeAwayTests.folder + "meeting.ics")
        let after = try built(head("starts: \"15:00\"\nissued: 2026-01-08\nmoved: [{changed: 2026-01-10, starts: \"14:00\"}]"))
        let event = after.page(TakeAwayTests.folder + "meeting.ics")
        #expect(before.contains("SEQUENCE:0\r\n") && before.contains("DTSTAMP:20260108T000000Z\r\n"))
        #expect(event.contains("SEQUENCE:1\r\n") && event.contains("DTSTAMP:20260110T000000Z\r\n"))
        for line in ["UID:2026-01-22.board@testshire.example"] { #expect(before.contains(line) && event.contains(line)) }
        #expect(after.page(TakeAwayTests.folder + "index.html").contains("Announced for 2pm until <time datetime=\"2026-01-10\">10 January 2026</time>"))
    }

    @Test func aMeetingPutOffKeepsItsName() throws {
        let moved = "committees/board/2026-02-05/"
        let workshop = try built(head("status: postponed\nstarts: \"14:00\"").merging([
            moved + "agenda.md": "---\nstarts: \"14:00\"\nmoved: [{changed: 2026-01-21, date: 2026-01-22}]\n---\n\n## 1. Welcome\n"
        ]) { $1 })
        for path in [TakeAwayTests.folder + "meeting.ics", moved + "meeting.ics", "meetings/calendar.ics", "committees/board/calendar.ics"] {
            let calendar = workshop.page(path)
            #expect(calendar.components(separatedBy: "BEGIN:VEVENT").count == 2, "\(path)")
            #expect(calendar.contains("UID:2026-01-22.board@testshire.example\r\n"), "\(path)")
            #expect(calendar.contains("DTSTART;TZID=Europe/London:20260205T140000\r\n"), "\(path)")
        }
        let without = try built(head("status: postponed\nstarts: \"14:00\"")).page("meetings/calendar.ics")
        #expect(without.contains("STATUS:CANCELLED\r\n") && without.contains("SEQUENCE:1\r\n") && without.contains("SUMMARY:Postponed: Test Board\r\n"))
    }

    // MARK: Calendars

    @Test func wordsThatCalendarsMustEscapeAndFold() throws {
        let venue = String(repeating: "Raum für Bürger; ", count: 8) + "a\\b, c"
        let calendar = try built(head("venue: '\(venue)'\ncontact: {name: 'Ada \"A\" Ayre', email: ada@testshire.example}")).page("meetings/calendar.ics")
        #expect(calendar.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 75 })
        let unfolded = calendar.replacing("\r\n ", with: "")
        #expect(unfolded.contains("LOCATION:" + venue.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,") + "\r\n"))
        #expect(unfolded.contains("ORGANIZER;CN=\"Ada ^'A^' Ayre\":mailto:ada@testshire.example\r\n"))
        #expect(unfolded.contains("DTSTART;VALUE=DATE:20260122\r\n") && unfolded.contains("STATUS:TENTATIVE\r\n"))
        #expect(!unfolded.contains("VTIMEZONE"))
    }

    @Test(arguments: [
        ("Asia/Kolkata", "BEGIN:STANDARD\r\nDTSTART:", "TZOFFSETTO:+0530", "2026-01-22T00:00:00+05:30"),
        ("America/New_York", "BEGIN:STANDARD\r\nDTSTART:20251102T020000\r\nTZOFFSETFROM:-0400", "TZOFFSETTO:-0500", "2026-01-22T00:00:00-05:00"),
        ("UTC", "BEGIN:STANDARD\r\nDTSTART:", "TZOFFSETTO:+0000", "2026-01-22T00:00:00+00:00"),
    ])
    func otherTimeZones(zone: String, opening: String, offset: String, stamp: String) throws {
        let sources = head("starts: \"14:00\"").merging(["site.yml": "name: Testshire\nurl: https://testshire.example/\ntimezone: \(zone)\n"]) { $1 }
        let workshop = try built(sources)
        let calendar = workshop.page("meetings/calendar.ics")
        #expect(calendar.contains("TZID:\(zone)\r\n") && calendar.contains(opening) && calendar.contains(offset + "\r\n"))
        #expect(workshop.page("feed.atom").contains("<updated>\(stamp)</updated>"))
    }

    // MARK: Feeds

    @Test func whatIsDatedLaterIsNotToldYet() throws {
        let sources = head("issued: 2026-01-14")
        #expect(try !built(sources, today: "2026-01-13").page("feed.atom").contains("<entry>"))
        let told = try built(sources, today: "2026-01-14").page("feed.atom")
        #expect(told.contains("<updated>2026-01-14T00:00:00+00:00</updated>"))
        #expect(try built(sources, today: "2026-07-01").page("feed.atom") == told)
    }

    @Test func idsAreTheSameOnEverySite() throws {
        let ids = { (text: String) in text.components(separatedBy: "\n").filter { $0.hasPrefix("<id>") } }
        let live = try built([:]).page("feed.atom")
        let preview = try built([:], baseURL: "https://preview.example/x/").page("feed.atom")
        #expect(ids(live) == ids(preview) && ids(live).count == 2)
        #expect(preview.contains("href=\"https://preview.example/x/committees/board/2026-01-22/\""))
    }

    @Test func wordsThatXMLCannotHold() throws {
        let feed = try built([TakeAwayTests.agenda: "---\n---\n\n## 1. A & B <b> \u{1} \u{FFFF} “ü”\n"]).page("feed.atom")
        #expect(feed.contains("<summary>1. A &amp; B"))
        #expect(!feed.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0xFFFF })
    }

    // MARK: Tables

    private static let table = """
        ## 1. Welcome

        Table: Cases

        | Area | 2024 | << | Note |
        |---|--:|--:|---|
        | ^^ | Spring | Autumn | ^^ |
        | **North** | 007 | =1+2 | one, "two"<br>three |
        | **South** | 8 | << | -5 |
        | **West** | 9[^1] | | ^^ |

        [^1]: Guessed.

        """

    @Test func joinedCellsAndFormulas() throws {
        let workshop = try built([
            TakeAwayTests.agenda: "---\n---\n\n" + TakeAwayTests.table, TakeAwayTests.folder + "supplement-1.md": "---\nkind: supplement\n---\n\n" + TakeAwayTests.table,
        ])
        let rows = [
            "Area,2024,2024,Note", "Area,Spring,Autumn,Note", "North,007,'=1+2,\"one, \"\"two\"\"\nthree\"", "South,8,,'-5", "West,9,,", "",
        ]
        for name in ["table-1.csv", "supplement-1-table-1.csv"] {
            #expect(workshop.page(TakeAwayTests.folder + name) == rows.joined(separator: "\r\n"), "\(name)")
        }
        let page = workshop.page(TakeAwayTests.folder + "index.html")
        #expect(page.contains("href=\"table-1.csv\"") && page.contains("href=\"supplement-1-table-1.csv\""))
        #expect(workshop.page(TakeAwayTests.folder + "pack/index.html").contains("href=\"../table-1.csv\""))
    }

    @Test(arguments: ["table-1.csv", "board-2026-01-22.zip"]) func anAttachmentOfTheSameName(name: String) throws {
        let workshop = try Workshop([TakeAwayTests.agenda: "---\n---\n\n" + TakeAwayTests.table + "\nSee [it](\(name)).\n", TakeAwayTests.folder + name: "1\n"])
        let path = TakeAwayTests.folder + name
        #expect(workshop.build().messages == ["\(path): error E506: two files want the address /\(path) → Rename one of them."])
    }

    // MARK: Archives

    @Test func anArchiveIsTheSameUntilItsMeetingChanges() throws {
        let paths = (1...4).map { "committees/board/2026-0\($0)-01/" }
        let workshop = try built(Dictionary(uniqueKeysWithValues: paths.map { ($0 + "agenda.md", "---\n---\n\n## 1. Welcome to \($0)\n") }))
        let before = workshop.files().filter { $0.key.hasSuffix(".zip") }
        #expect(before.count == 5)
        try workshop.write("---\n---\n\n## 1. Farewell\n", to: paths[3] + "agenda.md")
        #expect(workshop.build().isBuilt)
        let after = workshop.files().filter { $0.key.hasSuffix(".zip") }
        #expect(after.filter { before[$0.key] != $0.value }.keys.sorted() == [paths[3] + "board-2026-04-01.zip"])
    }

    @Test func linksOfAnArchive() throws {
        let workshop = try built([
            TakeAwayTests.agenda: """
                ---
                ---

                ## 1. Welcome

                - Papers: [Plan](plan.md)

                A [file](<my file ü.txt>), [home](https://x.example/), `href="plan/"`, [top](#item-1), [next](plan.md#section-1), [other](../2026-03-01/agenda.md).
                """,
            TakeAwayTests.folder + "plan.md": "---\ntitle: Plan\n---\n\n## 1 First\n\n[Up](agenda.md#1)\n",
            TakeAwayTests.folder + "my file ü.txt": "words", "committees/board/2026-03-01/agenda.md": "---\n---\n\n## 1. Welcome\n",
        ])
        let bytes = workshop.files()[TakeAwayTests.folder + "board-2026-01-22.zip"] ?? []
        let archive = String(decoding: bytes, as: UTF8.self)
        for link in [
            "\"plan/index.html\"", "\"plan/index.html#section-1\"", "\"../index.html#item-1\"", "\"my%20file%20%C3%BC.txt\"", "\"https://x.example/\"", "\"#item-1\"",
            "<code>href=&quot;plan/&quot;</code>", "\"https://testshire.example/committees/board/2026-03-01/\"", "\"_site/site.css\"", "\"../_site/site.css\"",
            "my file ü.txt",
        ] { #expect(archive.contains(link), "\(link)") }
        #expect(workshop.page(TakeAwayTests.folder + "index.html").contains("ZIP, \((bytes.count + 500) / 1000) KB</span>"))
        #expect(!workshop.files().contains { $0.key.hasSuffix(".html") && $0.value.contains(0xFF) })
    }

    @Test func aMeetingBeforeTheFirstDayThatAnArchiveKnows() throws {
        let workshop = try built(["committees/board/1974-04-01/agenda.md": "---\n---\n\n## 1. Welcome\n"])
        let archive = workshop.files()["committees/board/1974-04-01/board-1974-04-01.zip"] ?? []
        // 1 January 1980, in the first file's header.
        #expect(archive.count > 14 && archive[12] == 0x21 && archive[13] == 0)
    }
}
