import Foundation
import Platform
import Testing

/// `moot new site`, `committee`, `strategy` and `design`: what they write is without a fault.
@Suite struct NewSiteTests {
    private static let noon = 43_200

    private func site(_ more: [String] = [], on day: String = "2026-11-21", in folder: String) throws -> Command.Result {
        try Command.run(["new", "site", "town", "--name", "Testbury Town Council"] + more, in: folder, environment: try NewSiteTests.clock(day))
    }

    private static func clock(_ day: String) throws -> [String: String] {
        let date = try Date(day + "T12:00:00Z", strategy: .iso8601)
        return ["SOURCE_DATE_EPOCH": String(Int(date.timeIntervalSince1970))]
    }

    private func inFolder(_ work: (String) throws -> Void) throws {
        let folder = try Workshop.temporaryFolder()
        defer { try? Disk.real.remove(folder) }
        try work(folder)
    }

    private func text(_ path: String) -> String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }

    // MARK: A whole site

    @Test(arguments: ["2026-11-21", "2026-12-25", "2027-01-01", "2027-02-28", "2027-04-05", "2027-07-30", "2028-02-29", "2028-12-31"])
    func checksWithoutAWarningOnAnyDay(_ day: String) throws {
        try inFolder { folder in
            let made = try site(["--contact-email", "clerk@testbury.example"], on: day, in: folder)
            #expect(made.status == 0, "\(made.errors)")
            let check = try Command.run(["check"], in: folder + "/town", environment: try NewSiteTests.clock(day))
            #expect(check.status == 0)
            #expect(check.errors == "")
            let build = try Command.run(["build"], in: folder + "/town", environment: try NewSiteTests.clock(day))
            #expect(build.status == 0)
            #expect(text(folder + "/town/_site/index.html").contains("Testbury Town Council"))
            // There is a meeting to come, and one before it with minutes.
            let meetings = try FileManager.default.contentsOfDirectory(atPath: folder + "/town/Content/committees/community-committee").filter { $0.hasPrefix("20") }.sorted()
            #expect(meetings.count == 2 && meetings[0] < day && meetings[1] > day)
            let later = try Command.run(["new", "paper", "--item", "5"], in: folder + "/town", environment: try NewSiteTests.clock(day))
            #expect(later.status == 0, "\(later.errors)")
            let minutes = try Command.run(["new", "minutes", "community-committee", meetings[1]], in: folder + "/town", environment: try NewSiteTests.clock(day))
            #expect(minutes.output.contains("The numbers follow minute 4"))
            #expect(try Command.run(["check"], in: folder + "/town", environment: try NewSiteTests.clock(day)).errors == "")
        }
    }

    @Test func allThatItNeeds() throws {
        try inFolder { folder in
            #expect(try site(["--url", "https://meetings.testbury.example", "--language", "en-GB", "--timezone", "Europe/London"], in: folder).status == 0)
            let files = Tree.files(folder + "/town")
            for path in Tree.paths(Repository.templates) where path.hasSuffix(".mustache") {
                #expect(files["Templates/" + path] == (try Disk.real.read(Repository.templates + "/" + path)))
            }
            for path in Tree.paths(Repository.statics) { #expect(files["Public/" + path] == (try Disk.real.read(Repository.statics + "/" + path))) }
            #expect(text(folder + "/town/.gitattributes").contains("Content/published.tsv merge=union\n"))
            #expect(text(folder + "/town/.gitignore").contains("/_site\n"))
            #expect(text(folder + "/town/moot.yml").contains("# editor: vscode"))
            for name in [".vscode/tasks.json", ".vscode/settings.json", ".vscode/extensions.json", ".vscode/moot.code-snippets"] {
                let value = try JSONSerialization.jsonObject(with: Data(files[name] ?? []))
                #expect(value is [String: Any], "\(name)")
            }
            #expect(text(folder + "/town/Content/site.yml").contains("url: \"https://meetings.testbury.example/\"\n"))
            #expect(!text(folder + "/town/README.md").contains("Calderbrook"))
        }
    }

    @Test func theProblemMatcherUnderstandsTheCheck() throws {
        try inFolder { folder in
            _ = try site(in: folder)
            let tasks = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: folder + "/town/.vscode/tasks.json"))) as? [String: Any]
            let check = (tasks?["tasks"] as? [[String: Any]])?.first { $0["command"] as? String == "moot check" }
            let matchers = check?["problemMatcher"] as? [[String: Any]] ?? []
            let patterns = matchers.compactMap { ($0["pattern"] as? [String: Any])?["regexp"] as? String }
            #expect(patterns.count == 2)
            try Disk.real.write(Array("---\nstatus: hold\n---\n".utf8), folder + "/town/Content/committees/community-committee/committee.md")
            try Disk.real.makeFolder(folder + "/town/Content/committees/other")
            let lines = try Command.run(["check"], in: folder + "/town").errors.split(separator: "\n")
            let found = try patterns.map { pattern in
                let expression = try Regex(pattern)
                return lines.compactMap { $0.wholeMatch(of: expression) }.map { match in (1..<match.output.count).map { String(match.output[$0].substring ?? "") } }
            }
            #expect(found[0].contains { $0[0].hasSuffix("community-committee/committee.md") && $0[1] == "2" && $0[3] == "error" && $0[5] == "E109" }, "\(lines)")
            #expect(found[1].contains { $0[0] == "Content/committees/other" && $0[1] == "error" && $0[3] == "E119" }, "\(lines)")
        }
    }

    @Test func withoutTheDesign() throws {
        try inFolder { folder in
            #expect(try site(["--without-design"], in: folder).status == 0)
            #expect(!Tree.paths(folder + "/town").contains { $0.hasPrefix("Templates/") || $0.hasPrefix("Public/") })
            #expect(try Command.run(["build"], in: folder + "/town").status == 0)
            #expect(try Command.run(["new", "design"], in: folder + "/town").status == 0)
            #expect(Tree.paths(folder + "/town").contains("Templates/home.mustache"))
            let again = try Command.run(["new", "design"], in: folder + "/town")
            #expect(again.status == 2)
            #expect(again.errors.contains("Templates is there already"))
            #expect(try Command.run(["check"], in: folder + "/town").errors == "")
        }
    }

    @Test func aFolderThatIsNotEmptyIsLeftAlone() throws {
        try inFolder { folder in
            try Disk.real.makeFolder(folder + "/town")
            try Disk.real.write(Array("mine".utf8), folder + "/town/letter.txt")
            let result = try site(in: folder)
            #expect(result.status == 2)
            #expect(result.errors.contains("town is not empty"))
            #expect(Tree.paths(folder + "/town") == ["letter.txt"])
            try Disk.real.remove(folder + "/town/letter.txt")
            #expect(try site(in: folder).status == 0, "an empty folder will do")
            try Disk.real.write(Array("mine".utf8), folder + "/file")
            #expect(try Command.run(["new", "site", "file", "--name", "T"], in: folder).errors.contains("file is there already"))
            let here = try Command.run(["new", "site", ".", "--name", "T"], in: folder)
            #expect(here.status == 2)
        }
    }

    @Test(arguments: [
        (["--url", "testbury.example"], "“testbury.example” is not an address"), (["--url", "https://a b/"], "is not an address"),
        (["--contact-email", "clerk"], "“clerk” is not an address for e-mail"), (["--contact-email", "a@b>.c"], "is not an address for e-mail"),
        (["--language", "English"], "“English” is not the name of a language"), (["--timezone", "Europe/Londn"], "Did you mean Europe/London?"),
    ])
    func answersThatAreNone(_ options: [String], _ words: String) throws {
        try inFolder { folder in
            let result = try site(options, in: folder)
            #expect(result.status == 2)
            #expect(result.errors.contains(words), "\(result.errors)")
            #expect(Tree.paths(folder).isEmpty)
        }
    }

    @Test func nobodyToAsk() throws {
        try inFolder { folder in
            let result = try Command.run(["new", "site", "town"], in: folder)
            #expect(result.status == 2)
            #expect(result.errors.contains("--name is missing"))
        }
    }

    @Test(arguments: ["Town \"of\" *Stars*: [a] <b> & \\c", "# Ynys Môn", "{'x'} - y: z", "|`|"]) func namesWithSigns(_ name: String) throws {
        try inFolder { folder in
            let made = try Command.run(["new", "site", "town", "--name", name, "--url", "https://t.example/"], in: folder)
            #expect(made.status == 0, "\(made.errors)")
            #expect(try Command.run(["check"], in: folder + "/town").errors == "")
            #expect(try Command.run(["build"], in: folder + "/town").status == 0)
        }
    }

    /// As in a terminal, which the program `script` of util-linux stands for.
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script"), "there is no /usr/bin/script"))
    func questionsInATerminal() throws {
        try inFolder { folder in
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/script")
            process.arguments = ["-qec", "\(Command.executable) new site town", "/dev/null"]
            process.currentDirectoryURL = URL(filePath: folder)
            let (input, output) = (Pipe(), Pipe())
            process.standardInput = input
            process.standardOutput = output
            try process.run()
            try input.fileHandleForWriting.write(contentsOf: Data("\nAsked Council\nasked.example\nhttps://asked.example/\n\nxx-\ncy\n\n".utf8))
            let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            #expect(said.contains("What is the council called?"))
            #expect(said.contains("[https://asked-council.example/]"))
            #expect(said.contains("“asked.example” is not an address. Write it whole"))
            let site = text(folder + "/town/Content/site.yml")
            #expect(site.contains("name: \"Asked Council\"\nurl") || site.contains("name: \"Asked Council\"\n# "), "\(said)")
            #expect(site.contains("language: cy\ntimezone: Europe/London\ncontact: {name: Democratic Services}\n"), "\(site)")
        }
    }

    // MARK: Committees and strategies

    @Test func committeesAndStrategies() throws {
        let workshop = try Workshop()
        for arguments in [
            ["committee", "Licensing Sub-Committee"], ["committee", "Cabinet"], ["strategy", "Clean Air Plan 2027–31", "--owner", "board"],
            ["strategy", "Housing", "--owner", "The Director of Place", "--from", "2027-04-01", "--to", "2030"],
        ] {
            #expect(try NewMeetingTests.new(arguments, in: workshop, today: "2026-02-01").status == 0)
        }
        #expect(NewMeetingTests.text("committees/licensing-sub-committee/committee.md", in: workshop).contains("\nkind: sub-committee\n"))
        #expect(NewMeetingTests.text("committees/cabinet/committee.md", in: workshop).contains("\nkind: cabinet\n"))
        #expect(NewMeetingTests.text("strategies/clean-air-plan-2027-31/strategy.md", in: workshop).contains("owner: \"board\"\nfrom: 2027\nto: 2031\n"))
        #expect(NewMeetingTests.text("strategies/housing/strategy.md", in: workshop).contains("from: 2027-04-01\nto: 2030\n"))
        #expect(try Command.run(["check", "--today", "2026-02-01"], in: workshop.root).errors == "")
        #expect(try Command.run(["build", "--today", "2026-02-01"], in: workshop.root).status == 0)
    }

    @Test(arguments: [
        (["strategy", "Plan", "--owner", "baord"], "Did you mean “board”?"), (["strategy", "Plan", "--from", "soon"], "“soon” is neither a year nor a date"),
        (["committee", "Board"], "Content/committees/board/committee.md is there already"), (["committee", "…"], "no letter"),
    ])
    func mistakes(_ arguments: [String], _ words: String) throws {
        let workshop = try Workshop()
        let before = Tree.identities(workshop.root)
        let result = try NewMeetingTests.new(arguments, in: workshop)
        #expect(result.status == 2)
        #expect(result.errors.contains(words), "\(result.errors)")
        #expect(Tree.identities(workshop.root) == before)
    }

    @Test func aNameThatIsNearlyTaken() throws {
        #expect(try NewMeetingTests.new(["committee", "Boards"], in: try Workshop()).errors.contains("There is a committee with nearly that name: board."))
    }
}
