import Foundation
import Testing

/// Decisions, actions, declarations and papers, as their pages and files show them.
@Suite struct RegisterTests {
    static let meeting = "committees/board/2026-01-22"

    /// A site with one meeting: its minutes, and what else a test adds.
    private func site(minutes: String, agenda: String = "", today: String = "2026-02-01", _ more: [String: String] = [:]) throws -> Workshop {
        let workshop = try Workshop(more.merging([
            "\(RegisterTests.meeting)/minutes.md": "---\nstatus: draft\n---\n\n" + minutes,
            "\(RegisterTests.meeting)/agenda.md": "---\nissued: 2026-01-12\n---\n\n" + agenda,
        ]) { $1 })
        let outcome = workshop.build(today: today)
        #expect(outcome.isBuilt, "\(outcome.messages)")
        return workshop
    }

    /// The rows of a CSV file, split at line ends and commas that no cell of these tests holds.
    private func rows(_ workshop: Workshop, _ path: String) -> [[String]] {
        workshop.page(path).components(separatedBy: "\r\n").dropFirst().filter { !$0.isEmpty }.map { $0.components(separatedBy: ",") }
    }

    // MARK: Decisions

    @Test func aDecisionHasTheVoteNextToIt() throws {
        let workshop = try site(minutes: """
            # Minutes

            ## 1. Mill

            **VOTE:** On the amendment: For 3; against 4.

            The amendment was lost.

            **VOTE:** For 5; against 2.

            **RESOLVED** – That the mill be kept.

            ## 2. Weir

            **AGREED** – That the weir be mended.

            **VOTE:** For 7.

            **NOTED** – The report.

            ## 3. Bridge

            **RESOLVED** – That the bridge be shut.

            **VOTE:** For 6; against 1.
            """)
        let decisions = rows(workshop, "decisions/decisions.csv")
        #expect(decisions.map { $0[5] } == [
            "RESOLVED – That the mill be kept.", "AGREED – That the weir be mended.", "NOTED – The report.", "RESOLVED – That the bridge be shut.",
        ])
        #expect(decisions.map { $0[9] } == ["For 5; against 2.", "", "For 7.", "For 6; against 1."])
        let page = workshop.page("decisions/2026/index.html")
        #expect(page.components(separatedBy: "Vote: ").count == 4)
        #expect(!page.contains("On the amendment"))
        #expect(workshop.page("decisions/index.html").contains("<p>4 decisions, from the minutes of 1 meeting.</p>"))
    }

    @Test func whatADecisionIsForStandsInItsItemOrItsPaper() throws {
        let agenda = """
            ## 1. Mill

            - Papers: [Mill](mill.md)

            ## 2. Weir

            - Papers: [Weir](weir.md)
            - Purpose: information

            ## 3. Bridge

            """
        let minutes = ["Mill", "Weir", "Bridge"].enumerated().map { "## \($0 + 50). \($1) (Item \($0 + 1))\n\n**RESOLVED** – That it be done." }
        let workshop = try site(minutes: "# Minutes\n\n" + minutes.joined(separator: "\n\n"), agenda: agenda, [
            "\(RegisterTests.meeting)/mill.md": "---\ntitle: Mill\npurpose: decision\nkey-decision: true\n---\n",
            "\(RegisterTests.meeting)/weir.md": "---\ntitle: Weir\npurpose: decision\nkey-decision: false\n---\n",
        ])
        #expect(rows(workshop, "decisions/decisions.csv").map { Array($0[6...8]) } == [
            ["1. Mill", "decision", "yes"], ["2. Weir", "information", "no"], ["3. Bridge", "", ""],
        ])
        #expect(workshop.page("decisions/index.html").components(separatedBy: "Key decision").count == 2)
    }

    @Test func everyYearHasItsPage() throws {
        let minutes = "---\nstatus: draft\n---\n\n# Minutes\n\n## 1. Mill\n\n**RESOLVED** – That it be done.\n"
        let workshop = try site(minutes: "# Minutes\n\n## 2. Weir\n\n**RESOLVED** – That it be seen to.\n", [
            "committees/board/2024-05-01/agenda.md": "---\n---\n", "committees/board/2024-05-01/minutes.md": minutes,
        ])
        let page = workshop.page("decisions/2024/index.html")
        #expect(page.contains("That it be done.") && !page.contains("That it be seen to."))
        #expect(page.contains("href=\"../2026/\""), "the next year that has decisions")
        #expect(rows(workshop, "decisions/2024/decisions.csv").count == 1)
        #expect(workshop.page("decisions/2025/index.html").isEmpty)
    }

    // MARK: Actions

    @Test(arguments: [
        ("Ada Byron to mend the mill.", "Ada Byron"), ("The Clerk to the Council to write to the Minister.", "The Clerk to the Council"),
        ("The newsletter to be circulated to the Board.", ""), ("Papers to be sent by 3 March 2026.", ""), ("Circulate the final version to the Board.", ""),
        ("Ada Byron to be the link with the mill.", "Ada Byron"), ("Send it to Ada Byron.", ""), ("to.", ""),
    ])
    func ownersOfActions(_ text: String, _ owner: String) throws {
        let workshop = try site(minutes: "# Minutes\n\n## 1. Mill\n\n**ACTION:** \(text)\n")
        #expect(rows(workshop, "actions/actions.csv").map { $0[4] } == [owner])
    }

    @Test(arguments: [("2026-03-30", "open"), ("2026-03-31", "overdue")])
    func anActionIsOverdueOnTheDayAfterItsDay(_ today: String, _ state: String) throws {
        let workshop = try site(minutes: "# Minutes\n\n## 1. Mill\n\n**ACTION:** Ada Byron to mend the mill by 30 March 2026.\n", today: today)
        #expect(rows(workshop, "actions/actions.csv").map { $0[7] } == [state])
        #expect(workshop.page("actions/index.html").contains("<strong class=\"tag tag-off\">Overdue</strong>") == (state == "overdue"))
    }

    @Test func openActionsStandInTheOrderOfTheirDays() throws {
        let workshop = try site(minutes: """
            # Minutes

            ## 1. Mill

            **ACTIONS:**

            - Ada Byron to mend the mill.
            - Ada Byron to paint the weir by 9 May 2026.
            - Ada Byron to shut the bridge by 9 January 2026.
            - Ada Byron to open the bridge by 8 May 2026.
            """, ["people.yml": "- name: Ada Byron\n"])
        #expect(rows(workshop, "actions/actions.csv").map { $0[5].split(separator: " ").dropFirst(3).first } == ["shut", "open", "paint", "mend"])
        let page = workshop.page("actions/index.html")
        #expect(page.contains("4 actions: 1 overdue, 3 open, 0 answered. As of 1 February 2026."))
        #expect(page.contains("<a href=\"../people/ada-byron/\">Ada Byron</a> to shut the bridge"))
        #expect(workshop.page("people/ada-byron/index.html").contains("to shut the bridge"))
    }

    @Test(arguments: [("2026-03-04", "overdue"), ("2026-03-05", "answered")])
    func anActionIsAnsweredWhenItsMatterCameBack(_ today: String, _ state: String) throws {
        let workshop = try site(
            minutes: "# Minutes\n\n## 1. Mill\n\n**ACTION:** Ada Byron to mend the mill by 3 March 2026.\n", today: today,
            ["committees/board/2026-03-05/agenda.md": "---\n---\n\n## 4. The mill again\n\n- Follows: [minute 1](minute:2026-01-22/1)\n"])
        let row = try #require(rows(workshop, "actions/actions.csv").first)
        #expect(row[7...8].joined(separator: " ") == "\(state) https://testshire.example/committees/board/2026-03-05/#item-4")
        let words = state == "answered" ? "Answered by" : "To come back as"
        #expect(workshop.page("actions/index.html").contains(
            "<span>\(words) <a href=\"../committees/board/2026-03-05/#item-4\">item 4 of 5 March 2026, Test Board</a></span>"))
    }

    // MARK: Declarations

    @Test func aDeclarationIsKnownToItsPerson() throws {
        let workshop = try site(
            minutes: "# Minutes\n\n## 1. Interests\n\n**DECLARED:** Cllr Ada Byron, Mill Trust – owns the mill – withdrew\n\n**DECLARED:** Jo Bloggs – lives there – stayed\n",
            ["people.yml": "- name: Ada Byron\n"])
        #expect(workshop.page("declarations/declarations.csv").contains(",\"Cllr Ada Byron, Mill Trust\",owns the mill,withdrew,"))
        let page = workshop.page("declarations/index.html")
        #expect(page.contains("<a href=\"../people/ada-byron/\">Cllr Ada Byron</a>, Mill Trust: owns the mill"))
        #expect(page.contains("Jo Bloggs: lives there"))
        #expect(workshop.page("people/ada-byron/index.html").contains("owns the mill"))
        #expect(workshop.page("people/jo-bloggs/index.html").isEmpty)
    }

    // MARK: Papers

    @Test func aPaperToFollowIsCountedFromTheAgenda() throws {
        let agenda = "## 1. Mill\n\n- Papers: to follow\n\n## 2. Weir\n\n- Papers: to follow\n\n## 3. Bridge\n\n- Papers: [Bridge](bridge.md)\n"
        let workshop = try site(minutes: "# Minutes\n", agenda: agenda, [
            "\(RegisterTests.meeting)/bridge.md": "---\ntitle: Bridge\n---\n",
            "\(RegisterTests.meeting)/mill.md": "---\ntitle: The mill\nkind: report\n---\n",
            "\(RegisterTests.meeting)/mill/costs.md": "---\ntitle: Costs\nkind: appendix\n---\n",
            "\(RegisterTests.meeting)/supplement-1.md": "---\nkind: supplement\nissued: 2026-01-20\n---\n\n## 1. Mill\n\n- Papers: [The mill](mill.md)\n",
        ])
        #expect(rows(workshop, "papers/to-follow.csv").map { Array($0[2...6]) } == [
            ["1. Mill", "2026-01-12", "2026-01-20", "8", "The mill; Costs"], ["2. Weir", "2026-01-12", "", "", ""],
        ])
        #expect(rows(workshop, "papers/papers.csv").map { [$0[2], $0[7], $0[8]] }.sorted { $0[0] < $1[0] } == [
            ["Bridge", "2026-01-12", ""], ["Costs", "2026-01-20", "8"], ["The mill", "2026-01-20", "8"],
        ])
        let page = workshop.page("papers/index.html")
        #expect(page.contains("2 items of agendas said that a paper was to follow. For 1 of them a supplement brought it."))
        #expect(page.contains("Published <time datetime=\"2026-01-20\">20 January 2026</time>, 8 days after the agenda"))
        #expect(page.contains("No supplement brought it"))
        #expect(workshop.page("papers/2026/index.html").contains("published 8 days after the agenda"))
    }

    // MARK: Files

    /// A spreadsheet runs what begins with one of these signs (OWASP, "CSV Injection").
    @Test(arguments: ["=HYPERLINK(\"https://evil.example\")", "+1+1", "@SUM(A1)"])
    func aCellIsNoFormula(_ text: String) throws {
        let workshop = try site(minutes: "# Minutes\n\n## 1. Mill\n\n**ACTION:** \(text.replacing("+", with: "\\+"))\n")
        let cell = text.contains("\"") ? "\"'" + text.replacing("\"", with: "\"\"") + "\"" : "'" + text
        #expect(workshop.page("actions/actions.csv").contains(",\(cell),"), "\(workshop.page("actions/actions.csv"))")
        #expect(try #require(data(workshop, "actions/index.json").first)["moot:action"] as? String == text, "no program takes it for a formula")
    }

    @Test func aTitleIsNoFormula() throws {
        let workshop = try site(minutes: "# Minutes\n", agenda: "## 1. =1+1\n\n- Papers: [Sum](sum.md)\n\n## -2+3\n", [
            "\(RegisterTests.meeting)/sum.md": "---\ntitle: \"=1+1\"\nauthor: \"@ada\"\n---\n"
        ])
        for path in ["papers/papers.csv", "a-to-z/a-to-z.csv"] { #expect(workshop.page(path).contains("'=1+1"), "\(path)") }
        #expect(workshop.page("a-to-z/a-to-z.csv").contains("\n'-2+3,item,"))
        for (path, bytes) in workshop.files() where path.hasSuffix(".csv") {
            let cells = String(decoding: bytes, as: UTF8.self).components(separatedBy: CharacterSet(charactersIn: ",\r\n"))
            #expect(!cells.contains { $0.hasPrefix("=") || $0.hasPrefix("@") || $0.hasPrefix("\"=") }, "\(path)")
        }
    }

    @Test func everyRegisterOfAnEmptySiteIsThere() throws {
        let workshop = try Workshop()
        #expect(workshop.build().isBuilt)
        for name in ["decisions", "actions", "people", "organisations", "declarations", "papers", "a-to-z"] {
            #expect(workshop.page("\(name)/index.html").contains("<h1>"), "\(name)")
            #expect(workshop.page("\(name)/\(name).csv").hasSuffix("address\r\n") || name == "a-to-z", "\(name)")
            #expect(try data(workshop, "\(name)/index.json").isEmpty == (name != "a-to-z"), "\(name)")
        }
    }

    private func data(_ workshop: Workshop, _ path: String) throws -> [[String: Any]] {
        let json = try JSONSerialization.jsonObject(with: Data(workshop.page(path).utf8)) as? [String: Any]
        return try #require(json?["data"] as? [[String: Any]])
    }

    // MARK: A to Z

    @Test func theIndexIsInAlphabeticalOrder() throws {
        let agenda = ["The weir", "An apple", "apples", "“Zebra” crossing", "2026 accounts", "École", "Ψυχή", "Apple, an"].enumerated()
            .map { "## \($0 + 1). \($1)\n" }.joined(separator: "\n")
        let workshop = try site(minutes: "# Minutes\n", agenda: agenda)
        let titles = rows(workshop, "a-to-z/a-to-z.csv").map { $0[0].replacing("\"", with: "") }
        #expect(titles == ["2026 accounts", "An apple", "Apple", "apples", "École", "Test Board", "The weir", "“Zebra” crossing", "Ψυχή"])
        let letters = workshop.page("a-to-z/index.html").matches(of: /<h2>([^<]*)<\/h2>/).map { String($0.output.1) }
        #expect(letters == ["0–9", "A", "E", "T", "W", "Z", "Other"])
    }

    @Test func aLongIndexIsSplitByLetter() throws {
        let agenda = (1...320).map { "## Matter \($0)\n" }.joined(separator: "\n") + "\n## Übersicht\n"
        let workshop = try site(minutes: "# Minutes\n", agenda: agenda)
        let index = workshop.page("a-to-z/index.html")
        #expect(index.contains("<a href=\"m/\">M</a>") && !index.contains("Matter 7"))
        #expect(workshop.page("a-to-z/m/index.html").components(separatedBy: "Item, Test Board, 22 January 2026").count == 321)
        #expect(workshop.page("a-to-z/u/index.html").contains("Übersicht"))
        #expect(rows(workshop, "a-to-z/a-to-z.csv").count { $0[0].hasPrefix("Matter") } == 320)
    }

    @Test func whatComesUpAtEveryMeetingStandsOnce() throws {
        var more: [String: String] = [:]
        for month in 1...9 { more["committees/board/2025-0\(month)-01/agenda.md"] = "---\n---\n\n## 1. Apologies\n" }
        let workshop = try site(minutes: "# Minutes\n", agenda: "## 1. Apologies\n", more)
        let page = workshop.page("a-to-z/index.html")
        #expect(page.replacing(#/<span class="hidden">.*?</span>/#, with: "").components(separatedBy: "Apologies").count == 2)
        #expect(page.contains("Item, Test Board, 22 January 2026") && page.contains("and 4 more"))
        #expect(rows(workshop, "a-to-z/a-to-z.csv").count { $0[0] == "Apologies" } == 10)
    }

    // MARK: Addresses

    @Test(arguments: ["decisions", "actions", "people", "organisations", "declarations", "glossary", "papers", "a-to-z"])
    func theAddressOfARegisterIsTaken(_ slug: String) throws {
        let messages = try Workshop(["pages/\(slug).md": "---\ntitle: Own\n---\n"]).build().messages
        #expect(messages == ["pages/\(slug).md: error E120: the address /\(slug)/ is already taken by Moot's own page → Rename one of the two files."])
    }
}
