import Foundation
import Platform
import Testing

/// The program as somebody types it.
@Suite struct CommandTests {
    static let design = ["--templates", Repository.templates, "--public", Repository.statics]
    static let agenda = "committees/board/2026-01-22/agenda.md"

    private func build(_ more: [String] = [], in workshop: Workshop, environment: [String: String] = [:]) throws -> Command.Result {
        try Command.run(["build"] + CommandTests.design + more, in: workshop.root, environment: environment)
    }

    // MARK: Exit status

    @Test func zero() throws {
        let workshop = try Workshop()
        let result = try build(in: workshop)
        #expect(result.status == 0)
        #expect(result.output.isEmpty, "quiet when piped")
        #expect(result.errors.isEmpty, "quiet when piped")
        #expect(workshop.page("index.html").contains("Testshire"))
    }

    @Test func one() throws {
        let workshop = try Workshop([CommandTests.agenda: "---\nstatus: hold\n---\n\n## 1. Welcome\n\n- Papers: [Plan](pla.md)\n"])
        let result = try build(in: workshop)
        #expect(result.status == 1)
        #expect(result.output.isEmpty)
        #expect(result.errors == """
            Content/committees/board/2026-01-22/agenda.md:2:1: error: “hold” is not a value of “status” [E115]
              2 | status: hold
                | ^
              → Did you mean “held”?

            Content/committees/board/2026-01-22/agenda.md:7:11: error: this link leads to “pla.md”, and there is no such file [E301]
              7 | - Papers: [Plan](pla.md)
                |           ^
              → Check the spelling, or take the link out.

            “moot explain E115” tells more.
            2 errors. Nothing was written; the site is as it was.

            """)
        #expect(!FileManager.default.fileExists(atPath: workshop.output))
        #expect(try Command.run(["check"] + CommandTests.design, in: workshop.root).status == 1)
    }

    @Test func theRulesAreCheckedByBuildAndByCheck() throws {
        let workshop = try Workshop([CommandTests.agenda: "---\nissued: 2026-01-21\n---\n\n## 1. Welcome\n\n- Papers: to follow\n"])
        for (today, codes) in [("2026-01-22", ["W601"]), ("2026-01-23", ["W601", "W613"])] {
            for command in ["build", "check"] {
                let result = try Command.run([command, "--today", today] + CommandTests.design, in: workshop.root)
                #expect(result.status == 0)
                #expect(["W601", "W613"].filter { result.errors.contains("[\($0)]") || result.output.contains("[\($0)]") } == codes)
            }
        }
    }

    @Test(arguments: [
        ["build", "--colour"], ["biuld"], ["build", "--today", "tomorrow"], ["build", "--today", "2026-02-30"], ["build", "--format", "xml"],
        ["build", "--base-url", "testshire.example"], ["new", "committee"], ["new", "committee", "…"], ["new", "meeting", "board", "soon"],
        ["new", "meeting", "nowhere", "2027-01-01"], ["new", "meeting", "../../..", "2027-01-01"], ["new", "meeting", "board", "2027-01-01/../../../../x"],
        ["new", "meeting", "board", "2027-01-01 Budget"], ["new", "meeting", "board", "2027-01-01x"], ["new", "paper", "board/2027-01-01", "Plan"],
        ["check", "extra"],
    ])
    func two(_ arguments: [String]) throws {
        let workshop = try Workshop()
        let before = Tree.paths(workshop.root)
        let result = try Command.run(arguments, in: workshop.root)
        #expect(result.status == 2)
        #expect(!result.errors.isEmpty)
        #expect(result.output.isEmpty)
        #expect(Tree.paths(workshop.root) == before)
    }

    @Test func three() throws {
        let workshop = try Workshop()
        try Disk.real.write(Array("mine".utf8), workshop.output)
        let result = try build(in: workshop)
        #expect(result.status == 3)
        #expect(result.errors == """
            _site: error: “_site” is there already, and Moot did not make it [E503]
              → Nothing was changed. Choose another folder with --output, or empty this one yourself.

            “moot explain E503” tells more.

            """)
        try Disk.real.remove(workshop.output)
        let below = try build(["--output", "Content/site.yml/deep/site"], in: workshop)
        #expect(below.status == 3)
        let inside = try build(["--output", "Content"], in: workshop)
        #expect(inside.status == 3)
    }

    // MARK: Messages for machines

    private struct Message: Decodable {
        let code: String, severity: String, path: String, line: Int, column: Int, message: String, remedy: String
    }

    @Test func json() throws {
        let workshop = try Workshop([CommandTests.agenda: "---\nstatus: \"he\\\"l\\td\\\\\"\n---\n\n## 1. Welcome\n\n## 1. Again\n"])
        let result = try Command.run(["check", "--format", "json"] + CommandTests.design, in: workshop.root)
        #expect(result.status == 1)
        #expect(result.errors.isEmpty)
        let messages = try JSONDecoder().decode([Message].self, from: Data(result.output.utf8))
        #expect(messages.map(\.code) == ["E115", "W107"])
        #expect(messages.map(\.severity) == ["error", "warning"])
        #expect(messages.allSatisfy { $0.path == "Content/" + CommandTests.agenda })
        #expect(messages[0].line == 2 && messages[0].column == 1 && messages[1].line == 7)
        #expect(messages[0].message == "“he\"l\td\\” is not a value of “status”")
        let correct = try Workshop()
        let fine = try Command.run(["check", "--format", "json"] + CommandTests.design, in: correct.root)
        #expect(fine.output == "[]\n")
    }

    @Test func github() throws {
        let workshop = try Workshop([CommandTests.agenda: "---\nstatus: 100%\n---\n"])
        let result = try Command.run(["check", "--format", "github"] + CommandTests.design, in: workshop.root)
        #expect(result.status == 1)
        #expect(result.output ==
            "::error file=Content/\(CommandTests.agenda),line=2,col=1,title=E115::“100%25” is not a value of “status”. Possible are: scheduled, held, cancelled, postponed, inquorate.\n")
    }

    // MARK: Help

    @Test(arguments: [
        [], ["build"], ["publish"], ["check"], ["explain"], ["new"], ["new", "committee"], ["new", "meeting"], ["new", "paper"], ["new", "strategy"],
        ["new", "minutes"], ["new", "site"], ["new", "design"], ["schema"],
    ])
    func helpShowsAnExample(_ command: [String]) throws {
        let result = try Command.run(command + ["--help"], in: NSTemporaryDirectory())
        #expect(result.status == 0)
        #expect(result.output.contains("EXAMPLE\n"))
        #expect(result.output.contains("  moot " + command.joined(separator: " ")), "\(result.output)")
    }

    @Test func version() throws {
        #expect(try Command.run(["--version"], in: NSTemporaryDirectory()).output.contains("."))
    }

    // MARK: Options

    static let two = [
        "committees/board/2026-01-22/agenda.md": "---\nstarts: \"10:00\"\n---\n\n## 1. Welcome\n",
        "committees/board/2026-06-22/agenda.md": "---\nstarts: \"10:00\"\n---\n\n## 1. Welcome\n",
    ]

    @Test func todayDecidesWhatIsUpcoming() throws {
        let workshop = try Workshop(CommandTests.two)
        var pages: Set<String> = []
        for day in ["2026-01-01", "2026-03-01", "2027-01-01"] {
            #expect(try build(["--today", day], in: workshop).status == 0)
            pages.insert(workshop.page("index.html"))
        }
        #expect(pages.count == 3)
    }

    @Test func theClockOfTheBuild() throws {
        let workshop = try Workshop(CommandTests.two)
        #expect(try build(["--today", "2026-03-01"], in: workshop).status == 0)
        let site = workshop.files()
        // 2026-03-01, 12:00 UTC.
        #expect(try build(in: workshop, environment: ["SOURCE_DATE_EPOCH": "1772366400"]).status == 0)
        #expect(workshop.files() == site)
        // The option is stronger.
        #expect(try build(["--today", "2026-03-01"], in: workshop, environment: ["SOURCE_DATE_EPOCH": "0"]).status == 0)
        #expect(workshop.files() == site)
    }

    @Test(arguments: ["yesterday", "", "nan", "1e400", "-1e30", "99999999999999999999"]) func aClockThatIsNone(_ value: String) throws {
        let result = try build(in: try Workshop(), environment: ["SOURCE_DATE_EPOCH": value])
        #expect(result.status == 0 || result.status == 2)
    }

    @Test func baseURL() throws {
        let workshop = try Workshop()
        for address in ["https://example.gov.uk/meetings", "https://example.gov.uk/meetings/"] {
            #expect(try build(["--base-url", address], in: workshop).status == 0)
            #expect(workshop.page("sitemap.xml").contains("<loc>https://example.gov.uk/meetings/committees/board/</loc>"))
            #expect(workshop.page("robots.txt").contains("Sitemap: https://example.gov.uk/meetings/sitemap.xml"))
            #expect(workshop.page("index.html").contains("<link rel=\"canonical\" href=\"https://example.gov.uk/meetings/\">"))
        }
        // What names a piece of news or an event for ever is the same on every site that shows it; no page leads there.
        let pages = Tree.files(workshop.output).filter { !$0.key.hasSuffix(".atom") && !$0.key.hasSuffix(".ics") && !$0.key.hasSuffix(".zip") }
        #expect(!pages.values.contains { String(decoding: $0, as: UTF8.self).contains("testshire.example") })
        #expect(!workshop.page("feed.atom").contains("href=\"https://testshire.example"))
        #expect(workshop.page("committees/board/2026-01-22/meeting.ics").contains("URL:https://example.gov.uk/meetings/committees/board/2026-01-22/\r\n"))
    }

    @Test func timings() throws {
        let result = try build(["--timings"], in: try Workshop())
        for stage in ["read", "link", "templates", "render", "copy", "swap", "whole", "peak memory"] {
            #expect(result.errors.contains("\n\(stage)") , "\(stage)")
        }
        #expect(result.output.isEmpty)
    }

    @Test func otherFolders() throws {
        let workshop = try Workshop()
        try Disk.real.move(workshop.content, workshop.root + "/Quellen")
        let result = try build(["--content", "Quellen/", "--output", "out/deep/site/"], in: workshop)
        #expect(result.status == 0, "\(result.errors)")
        #expect(FileManager.default.fileExists(atPath: workshop.root + "/out/deep/site/index.html"))
    }

    @Test func checkWritesNothing() throws {
        let workshop = try Workshop()
        let before = Tree.identities(workshop.root)
        let result = try Command.run(["check"] + CommandTests.design, in: workshop.root)
        #expect(result.status == 0)
        #expect(result.output.isEmpty && result.errors.isEmpty)
        #expect(Tree.identities(workshop.root) == before)
    }

    // MARK: Templates

    @Test func aFaultInTheTemplatesAndInTheSourcesAtOnce() throws {
        let workshop = try Workshop([CommandTests.agenda: "---\nstatus: hold\n---\n"])
        try FileManager.default.copyItem(atPath: Repository.templates, toPath: workshop.root + "/Templates")
        let page = workshop.root + "/Templates/page.mustache"
        try Disk.real.write(Array((try String(contentsOfFile: page, encoding: .utf8) + "{{page.titel}}").utf8), page)
        let result = try Command.run(["build", "--public", Repository.statics], in: workshop.root)
        #expect(result.status == 1)
        #expect(result.errors.contains("is not a value of “status”"))
        #expect(result.errors.contains("Templates/page.mustache:"))
        #expect(result.errors.contains("title"))
    }

    // MARK: New

    @Test func everythingNewIsCorrect() throws {
        let workshop = try Workshop(base: ["site.yml": "name: T\nurl: https://t.example/\n"])
        let made = try [
            ["new", "committee", "Health \"and\" Wellbeing: Board's \\ best"], ["new", "meeting", "health-and-wellbeing-boards-best", "2027-03-04"],
            ["new", "meeting", "health-and-wellbeing-boards-best", "2027-03-04-budget"],
            ["new", "paper", "health-and-wellbeing-boards-best/2027-03-04", "Winter plan"], ["new", "strategy", "Clean Air Plan 2027"],
        ].map { try Command.run($0, in: workshop.root) }
        for result in made { #expect(result.status == 0, "\(result.errors)") }
        #expect(made[0].output.hasPrefix("Content/committees/health-and-wellbeing-boards-best/committee.md\n"))
        #expect(made[3].output.contains("- Papers: [Winter plan](winter-plan.md)"))
        let check = try Command.run(["check"] + CommandTests.design, in: workshop.root)
        #expect(check.status == 0, "\(check.errors)")
        #expect(!check.errors.contains("error"))
        let agenda = "committees/health-and-wellbeing-boards-best/2027-03-04/agenda.md"
        let text = try String(contentsOfFile: workshop.content + "/" + agenda, encoding: .utf8)
        try workshop.write(text + "## 5. Winter plan\n\n- Papers: [Winter plan](winter-plan.md)\n", to: agenda)
        #expect(try Command.run(["check"] + CommandTests.design, in: workshop.root).errors == "")
        #expect(try build(in: workshop).status == 0)
    }

    @Test func nothingIsWrittenOver() throws {
        let workshop = try Workshop()
        let result = try Command.run(["new", "committee", "Board"], in: workshop.root)
        #expect(result.status == 2)
        #expect(result.errors.contains("Content/committees/board/committee.md is there already\n  → Nothing was changed."))
    }
}
