import Foundation
import Testing

/// Pictures of figures, and the tables and lists behind them.
@Suite struct FigureTests {
    private func site(_ sources: [String: String], today: String = "2026-06-01") throws -> Workshop {
        let workshop = try Workshop(sources)
        let outcome = workshop.build(today: today)
        #expect(outcome.isBuilt, "\(outcome.messages)")
        return workshop
    }

    private static func minutes(_ decisions: Int, present: String = "") -> String {
        let minutes = (0..<decisions).map { "## \($0 + 1). Matter \($0 + 1)\n\n**RESOLVED** – That it be done.\n" }.joined(separator: "\n")
        return "---\nstatus: approved\n---\n\n" + (present.isEmpty ? "" : "# Present\n\n\(present)\n\n") + "# Minutes\n\n" + minutes
    }

    // MARK: Decisions

    @Test func decisionsAreDrawnForEachYearAndStandInATable() throws {
        let workshop = try site([
            "committees/board/2023-01-22/minutes.md": FigureTests.minutes(4), "committees/board/2025-01-22/minutes.md": FigureTests.minutes(1),
        ])
        let page = workshop.page("decisions/index.html")
        #expect(page.contains("<title id=\"decisions-by-year--title\">Decisions by year</title>"))
        #expect(page.contains("5 decisions from 2023 to 2025; most of them in 2023: 4."))
        #expect(page.contains("width=\"68%\"") && page.contains("width=\"17%\"") && page.contains("width=\"0%\""))
        #expect(page.contains("<tr><th scope=\"row\">2024</th><td class=\"right\">0</td></tr>"), "a year without decisions is not left out")
        #expect(page.contains("<summary>The figures as a table</summary>"))
        #expect(!page.contains("style="))
        #expect(workshop.page("committees/board/index.html").contains("id=\"decisions-by-year--title\""))
        #expect(!workshop.page("decisions/2025/index.html").contains("class=\"chart\""))
    }

    @Test func oneYearIsNotDrawn() throws {
        let workshop = try site(["committees/board/2025-01-22/minutes.md": FigureTests.minutes(3)])
        #expect(!workshop.page("decisions/index.html").contains("class=\"chart\""))
        #expect(!workshop.page("committees/board/index.html").contains("class=\"chart\""))
    }

    // MARK: Attendance

    @Test func attendanceIsDrawnForThoseWhoHoldASeat() throws {
        let members = "members:\n  - name: \"Anna <b>Ash\"\n  - name: Ben Oak\n    from: 2025-02-01\n  - name: Cara Elm\n    to: 2025-03-01\n"
        let workshop = try site([
            "committees/board/committee.md": "---\nname: Test Board\n\(members)---\n",
            "committees/board/2025-01-22/minutes.md": FigureTests.minutes(1, present: "- Anna <b>Ash\n- Ben Oak\n- Cara Elm"),
            "committees/board/2025-02-22/minutes.md": FigureTests.minutes(1, present: "- Ben Oak"),
            "committees/board/2025-03-22/minutes.md": FigureTests.minutes(1, present: "- Ben Oak"),
        ])
        let page = workshop.page("committees/board/index.html")
        #expect(page.contains("<th scope=\"row\">Ben Oak</th><td class=\"right\">2</td><td class=\"right\">2</td>"))
        #expect(page.contains("Ben Oak, 2 of 2</text>"))
        let chart = page.components(separatedBy: "<figure").dropFirst().first?.components(separatedBy: "</figure>").first ?? ""
        #expect(chart.contains("Ben Oak"))
        #expect(!chart.contains("Cara Elm"), "no seat any more")
        #expect(!chart.contains("<b>"))
    }

    @Test func oneMeetingIsNotDrawn() throws {
        let workshop = try site([
            "committees/board/committee.md": "---\nname: Test Board\nmembers:\n  - name: Ben Oak\n---\n",
            "committees/board/2025-01-22/minutes.md": FigureTests.minutes(1, present: "- Ben Oak"),
        ])
        #expect(!workshop.page("committees/board/index.html").contains("class=\"chart\""))
    }

    // MARK: Strategies

    @Test func aStrategyHasItsDatesInOrder() throws {
        let workshop = try site([
            "strategies/old/strategy.md": "---\ntitle: Old & <i>grey\nfrom: 2020\nto: 2024\n---\n",
            "strategies/new/strategy.md": "---\ntitle: New\nfrom: 2025-03-01\nto: 2029\nsupersedes: old\nadopted-at: board/2025-02-10\nstatus: adopted\n---\n",
            "committees/board/2025-02-10/agenda.md": "---\n---\n\n## 1. Plan\n\nThe [plan](strategy:new) is to be adopted.\n",
            "committees/board/2024-11-10/agenda.md": "---\n---\n\n## 1. Draft\n\nA draft of the [plan](strategy:new).\n",
        ])
        let page = workshop.page("strategies/new/index.html")
        let list = try #require(page.components(separatedBy: "<ol class=\"events\">").dropFirst().first?.components(separatedBy: "</ol>").first)
        let dates = list.components(separatedBy: "<time datetime=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
        #expect(dates == ["2024-11-10", "2025-02-10", "2025-03-01", "2025-03-01", "2029"])
        #expect(list.contains("Adopted by <a href=\"../../committees/board/2025-02-10/\">Test Board"))
        #expect(list.contains(": referred to in 1 place"))
        #expect(page.contains("<title id=\"timeline--title\">Timeline of “New”</title>"))
        #expect(page.contains("Before: Old &amp; &lt;i&gt;grey</text>"))
        #expect(page.contains(">Referred to at 2 meetings</text>"))
        #expect(workshop.page("strategies/old/index.html").contains("Replaced by <a href=\"../new/\">New"))
        #expect(workshop.page("strategies/index.html").contains("The times for which strategies are made"))
    }

    @Test func aStrategyOfWhichNothingIsKnownHasNoTimeline() throws {
        let workshop = try site([
            "strategies/bare/strategy.md": "---\ntitle: Bare\n---\n", "strategies/one/strategy.md": "---\ntitle: One\nfrom: 2020\n---\n",
            "strategies/odd/strategy.md": "---\ntitle: Odd\nfrom: 2020-01-01\nto: 2020-01-01\n---\n",
        ])
        for name in ["bare", "one"] { #expect(!workshop.page("strategies/\(name)/index.html").contains("class=\"timeline\"")) }
        let odd = workshop.page("strategies/odd/index.html")
        #expect(odd.contains("<ol class=\"events\">") && !odd.contains("class=\"lanes\""), "a day is no stretch of time")
    }
}
