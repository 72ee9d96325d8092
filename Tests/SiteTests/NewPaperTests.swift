import Foundation
import Platform
import Testing

/// `moot new paper`: the paper, and the one line of the agenda that lists it.
@Suite struct NewPaperTests {
    private static let path = "committees/board/2026-12-03/agenda.md"

    private static func workshop(_ body: String, _ more: [String: String] = [:]) throws -> Workshop {
        try Workshop([path: "---\nstatus: scheduled\n---\n\n" + body].merging(more, uniquingKeysWith: { $1 }))
    }

    private func new(_ words: [String], in workshop: Workshop, folder: String = "") throws -> Command.Result {
        try NewMeetingTests.new(["paper"] + words, in: workshop, folder: folder, today: "2026-11-21")
    }

    private func agenda(_ workshop: Workshop) -> String { NewMeetingTests.text(NewPaperTests.path, in: workshop) }

    // MARK: The line of the agenda

    static let edits: [(before: String, after: String)] = [
        ("\n- Papers: to follow\n", "\n- Papers: LINK\n"),
        ("\n- Papers: To be tabled\n- Purpose: decision\n", "\n- Papers: LINK\n- Purpose: decision\n"),
        ("\n- Purpose: decision\n- Papers: [A, b](a.md)\n\nText.\n", "\n- Purpose: decision\n- Papers: [A, b](a.md), LINK\n\nText.\n"),
        ("\n- Papers: [A](a.md), to follow\n", "\n- Papers: [A](a.md), LINK\n"), ("\n- Papers: verbal\n", "\n- Papers: verbal, LINK\n"),
        ("\n- Papers:\n  - [A](a.md)\n- Purpose: decision\n", "\n- Papers:\n  - [A](a.md)\n  - LINK\n- Purpose: decision\n"),
        ("\n- Papers:\n  - to follow\n", "\n- Papers:\n  - LINK\n"), ("\n- Purpose: decision\n", "\n- Papers: LINK\n- Purpose: decision\n"),
        ("\nText, and no fields.\n\n- Papers: no field, since it stands too far down\n", "\n- Papers: LINK\n\nText, and no fields.\n\n- Papers: no field, since it stands too far down\n"),
        ("", "\n- Papers: LINK\n"), ("\n", "\n- Papers: LINK\n\n"),
    ]

    @Test(arguments: edits.indices, ["\n", "\r\n"]) func oneLineIsChanged(_ index: Int, _ lineEnd: String) throws {
        let (before, after) = NewPaperTests.edits[index]
        let own = [NewPaperTests.path.replacing("agenda.md", with: "a.md"): "---\ntitle: A\n---\n"]
        func agenda(_ item: String) -> String {
            "## 1. Welcome\n\n- Papers: to follow\n\n## 2. Plan\n\(item)\n## 3. Close\n\n- Papers: to follow\n".replacing("\n", with: lineEnd)
        }
        let workshop = try NewPaperTests.workshop(agenda(before), own)
        let text = self.agenda(workshop)
        let result = try new(["board/2026-12-03", "Winter plan", "--item", "2"], in: workshop)
        #expect(result.status == 0, "\(result.errors)")
        let link = "[Winter plan](winter-plan.md)"
        let head = text.prefix(upTo: text.firstRange(of: "## 1.")!.lowerBound)
        #expect(self.agenda(workshop) == head + agenda(after.replacing("LINK", with: link)), "\(result.errors)")
        #expect(result.output.contains("+ "))
        #expect(result.output.contains(link))
        #expect(result.output.contains("- - Papers: to follow\n") == before.contains("- Papers: to follow\n"))
    }

    @Test func theLastItemOfAFileWithoutALineEnd() throws {
        let workshop = try NewPaperTests.workshop("## 1. Plan")
        #expect(try new(["--item", "1"], in: workshop).status == 0)
        #expect(agenda(workshop).hasSuffix("## 1. Plan\n\n- Papers: [Plan](plan.md)\n"), "\(agenda(workshop))")
    }

    @Test func whatIsNotPlainIsLeftToTheClerk() throws {
        let body = "Plan\n----\n\n- Papers: to follow\n"
        let workshop = try NewPaperTests.workshop(body)
        let before = agenda(workshop)
        let result = try new(["board/2026-12-03", "Winter plan", "--item", "Plan"], in: workshop)
        #expect(result.status == 0)
        #expect(agenda(workshop) == before)
        #expect(result.errors.contains("agenda.md was not changed"))
        #expect(result.errors.contains("- Papers: [Winter plan](winter-plan.md)"))
    }

    // MARK: The paper

    @Test func whatAReportMustHave() throws {
        let site = "name: T\nurl: https://t.example/\nrequired-sections: [Background papers, Legal implications, Recommendations]\n"
        let workshop = try NewPaperTests.workshop("## 7. Winter: the \"plan\"\n\n- Purpose: consideration\n- Wards: Mill, Bridge\n", ["site.yml": site])
        let result = try new(["--item", "7"], in: workshop)
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.hasPrefix("Content/committees/board/2026-12-03/winter-the-plan.md\n"))
        let text = NewMeetingTests.text("committees/board/2026-12-03/winter-the-plan.md", in: workshop)
        #expect(text.hasPrefix("---\ntitle: \"Winter: the \\\"plan\\\"\"\nkind: report\npurpose: consideration\nwards: \"Mill, Bridge\"\n"))
        #expect(text.contains("## 4. Background papers\n\n4.1 None.\n\n## 5. Legal implications\n\n5.1 …\n"))
        #expect(text.components(separatedBy: "Recommendations").count == 2)
        #expect(try Command.run(["check", "--today", "2026-11-21"], in: workshop.root).errors == "")
        #expect(try Command.run(["build", "--today", "2026-11-21"], in: workshop.root).status == 0)
    }

    // MARK: Which meeting

    @Test func theMeetingOneIsInOrTheNext() throws {
        let far = ["committees/board/2027-01-07/agenda.md": "---\n---\n\n## 1. Plan\n"]
        let inside = try NewPaperTests.workshop("## 1. Plan\n", far)
        #expect(try new(["--item", "1"], in: inside, folder: "/Content/committees/board/2027-01-07").output.hasPrefix("plan.md\nagenda.md:6\n"))
        let next = try NewPaperTests.workshop("## 1. Plan\n", far)
        #expect(try new(["--item", "1"], in: next).output.hasPrefix("Content/committees/board/2026-12-03/plan.md\n"))
        let two = try NewPaperTests.workshop(
            "## 1. Plan\n", ["committees/panel/committee.md": "---\nname: Panel\n---\n", "committees/panel/2026-12-03/agenda.md": "---\n---\n\n## 1. Plan\n"])
        #expect(try new(["--item", "1"], in: two).errors.contains("Name one: board/2026-12-03, panel/2026-12-03."))
        #expect(try new(["panel", "Report", "--item", "1"], in: two).output.hasPrefix("Content/committees/panel/2026-12-03/report.md\n"))
        #expect(try new(["board", "2026-12-03", "2026/27 in figures", "--item", "1"], in: two).output.hasPrefix("Content/committees/board/2026-12-03/2026-27-in-figures.md\n"))
        #expect(try new(["Budget 2027/28"], in: next).output.contains("- Papers: [Budget 2027/28](budget-2027-28.md)"))
    }

    @Test(arguments: [
        (["--item", "9"], "There are: 1, 2, 3."), (["--item", "1", "Agenda"], "“agenda” is a name that a paper cannot have"),
        (["--item", "1", "Exempt matters"], "looks as if it meant “exempt”"), (["--item", "1", "Supplement 1"], "a name that a paper cannot have"),
        (["--item", "1", "…"], "no letter from a to z"), ([], "the paper has no title"), (["board/2026-12-04", "--item", "1"], "Did you mean “2026-12-03”?"),
        (["board/2026-12-03", "a", "b"], "quotation marks"), (["board/2026-12-03", "Taken", "--item", "1"], "taken.md is there already"),
        (["--item", "3"], "item 3 is exempt"),
    ])
    func mistakes(_ words: [String], _ message: String) throws {
        let workshop = try NewPaperTests.workshop(
            "## 1. Plan\n\n- Papers: [Taken](taken.md)\n\n## 2. Other\n\n## 3. Land\n\n- Exempt: 3\n- Reason: so\n- Papers: [CANARY](exempt/canary.md)\n",
            [NewPaperTests.path.replacing("agenda.md", with: "taken.md"): "---\ntitle: Taken\n---\n"])
        let before = Tree.identities(workshop.root)
        let result = try new(words, in: workshop)
        #expect(result.status == 2)
        #expect(result.errors.contains(message), "\(result.errors)")
        #expect(!(result.output + result.errors).lowercased().contains("canary"))
        #expect(Tree.identities(workshop.root) == before, "nothing was written")
    }

    @Test func aLineThatNamesAnExemptPaperIsNotShown() throws {
        let workshop = try NewPaperTests.workshop(
            "## 1. Plan\n\n- Papers: [CANARYWORDS](exempt/canary-file.md)\n", ["committees/board/2026-12-03/exempt/canary-file.md": "---\ntitle: CANARY\n---\n"])
        let result = try new(["--item", "1"], in: workshop)
        #expect(result.status == 0)
        #expect(agenda(workshop).contains("- Papers: [CANARYWORDS](exempt/canary-file.md), [Plan](plan.md)\n"))
        #expect(result.output.contains("+ [Plan](plan.md)"))
        #expect(!(result.output + result.errors).lowercased().contains("canary"))
    }

    @Test func whereItIsInDoubtWhatIsExempt() throws {
        let workshop = try NewPaperTests.workshop("## 1. Plan\n\n## 2. CANARY (exempt)\n")
        let result = try new(["--item", "1"], in: workshop)
        #expect(result.status == 2)
        #expect(result.errors.contains("nobody can tell what of"))
        #expect(!result.errors.contains("CANARY"))
    }
}
