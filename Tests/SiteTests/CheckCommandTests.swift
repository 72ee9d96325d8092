import Foundation
import Testing

/// `moot check` and `moot explain` as somebody types them.
@Suite struct CheckCommandTests {
    private static let untidy = [
        "\(ExampleTree.meeting)/agenda.md": "---\n---\n\n## 1. Welcome\n\n- Papers: [Plan](plan.md)\n\n## 1. Again\n",
        "\(ExampleTree.meeting)/plan.md": "---\ntitle: Plan\n---\n\nSee [here](https://testshire.example).\n\n\n\n\nOn 31 April 2026.\n\n| A | B |\n|---|---|\n| a | 112 |\n| b | 245 |\n| Total | 375 |\n",
    ]

    private struct Log: Decodable {
        struct Run: Decodable { let tool: Tool, results: [Result] }
        struct Tool: Decodable { let driver: Driver }
        struct Driver: Decodable { let name: String, rules: [Rule] }
        struct Rule: Decodable { let id: String, help: Text, shortDescription: Text }
        struct Text: Decodable { let text: String }
        struct Result: Decodable { let ruleId: String, ruleIndex: Int, level: String, message: Text, locations: [Location] }
        struct Location: Decodable { let physicalLocation: Physical }
        struct Physical: Decodable { let artifactLocation: Artifact, region: Region? }
        struct Artifact: Decodable { let uri: String }
        struct Region: Decodable { let startLine: Int }
        let version: String, runs: [Run]
    }

    @Test func sarif() throws {
        let workshop = try Workshop(CheckCommandTests.untidy.merging(["committees/board/2026-03-02/Größe (1).md": "---\ntitle: x\n---\n"]) { $1 })
        for content in ["Content", workshop.content, "./Content"] {
            let result = try Command.run(["check", "--format", "sarif", "--content", content] + CommandTests.design, in: workshop.root)
            #expect(result.status == 1)
            let log = try JSONDecoder().decode(Log.self, from: Data(result.output.utf8))
            #expect(log.version == "2.1.0")
            let run = try #require(log.runs.first)
            for found in run.results {
                #expect(run.tool.driver.rules[found.ruleIndex].id == found.ruleId)
                let uri = found.locations[0].physicalLocation.artifactLocation.uri
                #expect(uri.hasPrefix("Content/committees/board/"), "\(uri)")
                #expect(uri.utf8.allSatisfy { $0 < 0x80 && $0 != 0x20 && $0 != UInt8(ascii: "(") })
            }
            #expect(run.tool.driver.rules.allSatisfy { $0.help.text.hasPrefix($0.id) && !$0.shortDescription.text.isEmpty })
            #expect(run.results.map(\.level).contains("error"))
        }
    }

    @Test func sarifOfNothing() throws {
        let workshop = try Workshop()
        let result = try Command.run(["check", "--format", "sarif"] + CommandTests.design, in: workshop.root)
        #expect(result.status == 0)
        #expect(try JSONDecoder().decode(Log.self, from: Data(result.output.utf8)).runs[0].results.isEmpty)
    }

    @Test func sortedByFileAndLineWithACodeEach() throws {
        let workshop = try Workshop(CheckCommandTests.untidy)
        let result = try Command.run(["check"] + CommandTests.design, in: workshop.root)
        let heads = result.errors.split(separator: "\n").filter { $0.hasPrefix("Content/") }
        #expect(heads.map { $0.components(separatedBy: ": ")[0].replacing("Content/\(ExampleTree.meeting)/", with: "") } == ["agenda.md:8:1", "plan.md:5:5", "plan.md:10:1", "plan.md:16:1"])
        #expect(heads.allSatisfy { $0.contains(#/\[[EWN]\d\d\d\]$/#) })
        #expect(result.errors.hasSuffix("\n\n“moot explain W107” tells more.\n"))
    }

    @Test func notesAreForTheCheckAlone() throws {
        let workshop = try Workshop(CheckCommandTests.untidy)
        #expect(try Command.run(["check"] + CommandTests.design, in: workshop.root).errors.contains("note: the figures of the column “B” add up to 357"))
        #expect(try Command.run(["check", "--format", "github"] + CommandTests.design, in: workshop.root).output.contains("::notice file=Content/"))
        let build = try Command.run(["build"] + CommandTests.design, in: workshop.root)
        #expect(build.status == 0)
        #expect(build.errors.contains("W803") && !build.errors.contains("N801"))
    }

    // MARK: Explaining

    @Test func explain() throws {
        let folder = NSTemporaryDirectory()
        let one = try Command.run(["explain", "e301"], in: folder)
        #expect(one.status == 0)
        #expect(one.output.hasPrefix("E301, error: A link leads to a file that is not there\n"))
        #expect(one.output.contains("\nWhat to do\n") && one.output.contains("\nWrong, in ") && one.output.contains("\nRight\n"))
        let two = try Command.run(["explain", "W601", "n801"], in: folder)
        #expect(two.output.contains("W601, warning: ") && two.output.contains("N801, note: "))
        let all = try Command.run(["explain"], in: folder)
        for about in ExplanationTests.all { #expect(all.output.contains("\n  \(about.code)  \(about.title)\n")) }
    }

    @Test(arguments: [("E3010", "E301"), ("W301x", "W301"), ("E601", "W601"), ("301", "301")]) func anUnknownCode(_ code: String, _ nearest: String) throws {
        let result = try Command.run(["explain", code], in: NSTemporaryDirectory())
        #expect(result.status == 2)
        #expect(result.errors.contains("there is no code “\(code)”. Did you mean "))
        #expect(result.errors.contains(nearest))
    }

    @Test func anUnknownWord() throws {
        let result = try Command.run(["explain", "everything"], in: NSTemporaryDirectory())
        #expect(result.status == 2)
        #expect(result.errors.contains("“moot explain” lists all."))
    }

    // MARK: Watching

    @Test(.timeLimit(.minutes(5))) func watch() async throws {
        let workshop = try Workshop(["pages/about.md": "---\ntitle: About\n---\n\nText.\n"])
        let process = Command.make(["check", "--watch"] + CommandTests.design, in: workshop.root, environment: [:])
        let log = workshop.root + "/log"
        _ = FileManager.default.createFile(atPath: log, contents: nil)
        process.standardOutput = FileHandle(forWritingAtPath: log)
        try process.run()
        defer { process.terminate() }
        let lines = { ((try? String(contentsOfFile: log, encoding: .utf8)) ?? "").split(separator: "\n").map(String.init) }
        let wait = { (count: Int) async throws in while lines().count < count { try await Task.sleep(for: .milliseconds(20)) } }
        try await wait(1)
        try workshop.write("---\ntitle: About\n---\n\nSee [here](https://testshire.example).\n", to: "pages/about.md")
        try await wait(2)
        try workshop.write("---\ntitle: About\n---\n\nText again.\n", to: "pages/about.md")
        try await wait(3)
        let said = lines()
        #expect(said.allSatisfy { $0.contains(#/^\d\d:\d\d:\d\d  /#) })
        #expect(said.map { $0.dropFirst(10).prefix { $0 != "." } } == ["Nothing is wrong", "1 warning", "Nothing is wrong"])
    }
}
