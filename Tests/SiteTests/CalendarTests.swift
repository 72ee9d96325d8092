import Foundation
import Testing

/// Months as tables: on the page of all meetings and on those of the years.
@Suite struct CalendarTests {
    private func site(_ meetings: [String: String], today: String = "2026-02-01", committees: [String: String] = [:]) throws -> Workshop {
        var sources = ["committees/board/2026-01-22/agenda.md": ""]
        for (folder, head) in meetings { sources["committees/\(folder)/agenda.md"] = "---\n\(head)\n---\n\n## 1. Welcome\n" }
        for (slug, head) in committees { sources["committees/\(slug)/committee.md"] = "---\n\(head)\n---\n" }
        let workshop = try Workshop(sources)
        let outcome = workshop.build(today: today)
        #expect(outcome.isBuilt, "\(outcome.messages)")
        return workshop
    }

    /// The cells of a month's table, row by row, as plain text.
    private func cells(_ page: String, _ month: String) throws -> [[String]] {
        let section = try #require(page.components(separatedBy: "id=\"\(month)\"").dropFirst().first)
        let body = try #require(section.components(separatedBy: "<tbody>").dropFirst().first?.components(separatedBy: "</tbody>").first)
        return body.components(separatedBy: "<tr>").dropFirst().map { row in
            row.components(separatedBy: "<td").dropFirst().map { cell in
                let text = cell.drop { $0 != ">" }.dropFirst().replacing(/<[^>]*>/, with: "")
                return text.trimmingCharacters(in: .whitespacesAndNewlines)
            }
        }
    }

    @Test func aLeapYearHasItsDay() throws {
        let page = try site(["board/2024-02-29": "starts: \"10:00\"", "board/2023-02-28": ""]).page("meetings/2024/index.html")
        let weeks = try cells(page, "2024-02")
        #expect(weeks.allSatisfy { $0.count == 7 })
        #expect(weeks.first == ["", "", "", "1", "2", "3", "4"], "1 February 2024 was a Thursday")
        #expect(weeks.last?[3].hasPrefix("29 ") == true, "\(weeks)")
        #expect(weeks.last?[4...] == ["", "", ""])
        #expect(page.contains("<caption><h2>February 2024</h2></caption>"))
        #expect(page.contains(#"<th scope="col"><span class="hidden">Monday</span><span aria-hidden="true">Mon</span></th>"#))
    }

    @Test func aMonthMayBeginOnSundayAndFillSixWeeks() throws {
        let page = try site(["board/2026-03-05": "", "board/2026-02-05": ""]).page("meetings/2026/index.html")
        let march = try cells(page, "2026-03")
        #expect(march.count == 6)
        #expect(march.first == ["", "", "", "", "", "", "1"])
        #expect(march.last == ["30", "31", "", "", "", "", ""])
        #expect(page.contains("No meetings in the other months."))
    }

    @Test func fewMonthsWithoutMeetingsAreNamed() throws {
        let meetings = Dictionary(uniqueKeysWithValues: (3...11).map { ("board/2026-\($0 < 10 ? "0" : "")\($0)-09", "") })
        #expect(try site(meetings).page("meetings/2026/index.html").contains("No meetings in January, February and December."))
    }

    @Test func meetingsBefore1970HaveTheirWeekday() throws {
        let page = try site(["board/1969-07-21": ""]).page("meetings/1969/index.html")
        #expect(page.contains("Monday 21 July 1969"))
        #expect(try cells(page, "1969-07")[3][0].hasPrefix("21 "))
    }

    @Test func meetingsOfOneDayAreToldApartByTheirWords() throws {
        let page = try site(
            ["board/2026-02-05": "starts: \"10:00\"", "board/2026-02-05-b": "starts: \"14:00\"\nstatus: cancelled", "pc/2026-02-05": "", "pc/2026-02-05-b": "",
             "parks/2026-02-05": "status: postponed"],
            committees: ["pc": "name: Planning Committee", "parks": "name: Parks Committee"]
        ).page("meetings/index.html")
        let day = try #require(try cells(page, "2026-02").joined().first { $0.hasPrefix("5 ") })
        #expect(day.contains("TB Test Board, 5 February 2026 10am"))
        #expect(day.contains("TB Test Board, 5 February 2026 2pm, cancelled"))
        #expect(day.contains("PC Parks Committee, 5 February 2026, postponed"))
        #expect(day.contains("PC2 Planning Committee, 5 February 2026 1"))
        #expect(day.contains("PC2 Planning Committee, 5 February 2026 2"))
    }

    @Test func todayIsSaidInWords() throws {
        let page = try site(["board/2026-02-05": "", "board/2026-04-07": "", "board/2026-05-07": "", "board/2026-06-07": ""], today: "2026-02-03").page("meetings/index.html")
        #expect(page.contains(#"<td class="today" aria-current="date"><time datetime="2026-02-03">3</time> <strong>Today</strong></td>"#))
        #expect(page.components(separatedBy: "aria-current=\"date\"").count == 2)
        #expect(page.components(separatedBy: "<table class=\"month\">").count == 4, "three months, however many there are")
        #expect(page.contains(##"<a href="#2026-04"><span class="direction">Later</span> April 2026</a>"##))
        #expect(page.contains(##"<a href="2026/#2026-06"><span class="direction">Later</span> June 2026</a>"##))
    }

    @Test func aMonthWithoutMeetingsIsALine() throws {
        let page = try site(["board/2026-06-07": ""], today: "2026-02-03").page("meetings/index.html")
        #expect(page.contains("<p>No meetings in February 2026.</p>"))
        #expect(page.components(separatedBy: "<table class=\"month\">").count == 2)
        let none = try site([:])
        #expect(!none.page("meetings/index.html").contains("No meetings in"))
        #expect(!none.page("meetings/index.html").contains("<table"))
    }
}
