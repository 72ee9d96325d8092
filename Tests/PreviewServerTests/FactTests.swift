import Diagnostics
import Foundation
import Testing

@testable import PreviewServer

@Suite struct FactTests {
    static let broken = "---\ntitle: About\n---\n\nA [link](nowhere.md) that leads nowhere.\n"

    /// What the script is told of a page, read as it reads it.
    private struct Facts: Decodable {
        struct Problem: Decodable {
            let code: String
            let `where`: String
            let message: String
            let remedy: String
            let line: String?
            let number: Int?
            let start: Int?
            let edit: String?
        }
        let notices: [String]
        let problems: [Problem]
        let left: Int
    }

    private func facts(_ bench: Bench, of page: String) async throws -> Facts {
        try JSONDecoder().decode(Facts.self, from: Data(try await bench.send("GET", "/_moot/page/" + page).body.utf8))
    }

    @Test func aProblemComesWithItsLineAndALinkToIt() async throws {
        let bench = try await Bench()
        try bench.save(FactTests.broken, as: Bench.page)
        let problem = try #require(try await facts(bench, of: "about/").problems.first)
        #expect(problem.where.hasSuffix("Content/pages/about.md:5"))
        #expect(problem.line == "A [link](nowhere.md) that leads nowhere.")
        #expect(problem.number == 5)
        #expect(problem.start == 2)
        #expect(!problem.remedy.isEmpty)
        #expect(problem.edit == "vscode://file" + bench.root + "/Content/pages/about.md:5")
    }

    @Test func othersAreNotToldWhereFilesLie() async throws {
        let bench = try await Bench()
        try bench.save(FactTests.broken, as: Bench.page)
        let facts = PreviewFacts(editor: .standard, workingFolder: "/secret", isAsPublished: false, line: { _, _ in "x" })
        let far = String(decoding: facts.page("about/", of: bench.site, isNear: false), as: UTF8.self)
        #expect(far.contains("nowhere.md"))
        #expect(!far.contains("/secret"))
        #expect(!far.contains("vscode:"))
    }

    @Test func anExemptPaperIsInNothingThatIsSent() async throws {
        let canary = "Kestrel"
        let bench = try await Bench([
            "committees/board/committee.md": "---\nname: Board\n---\n",
            "committees/board/2026-12-02/agenda.md": "---\n---\n\n## 1. A sale\n\n- Exempt: paragraph 3\n- Papers: [\(canary)](\(canary.lowercased()).md)\n",
            "committees/board/2026-12-02/\(canary.lowercased()).md": "---\ntitle: \(canary)\nexempt: true\n---\n\n\(canary) is [sold](nowhere.md).\n",
        ])
        let listener = try await bench.listen()
        _ = try await listener.hear(until: "version")
        try bench.save("---\ntitle: \(canary)\nexempt: true\n---\n\n\(canary) is [sold](nowhere.md) for less.\n", as: "committees/board/2026-12-02/\(canary.lowercased()).md")
        var sent = try await listener.hear(until: #""version":2"#)
        for target in ["/", "/committees/board/2026-12-02/", "/_moot/page/", "/_moot/page/committees/board/2026-12-02/"] {
            sent += try await bench.send("GET", target).body
        }
        let shown = sent.split(separator: "\n").filter { $0.localizedCaseInsensitiveContains(canary) && !$0.contains("/Content/") }
        #expect(shown.isEmpty, "\(shown)")
    }

    @Test func aLongLineIsCutAroundTheFault() {
        let line = String(repeating: "ä", count: 400) + "here" + String(repeating: "z", count: 900)
        let excerpt = Excerpt(of: Array(line.utf8), column: 801)
        #expect(excerpt.text.count < 400)
        #expect(excerpt.text.dropFirst(excerpt.start ?? 0).hasPrefix("here"))
        #expect(Excerpt(of: [], column: 7).text.isEmpty)
        #expect(Excerpt(of: Array("a".utf8), column: 0).start == nil)
    }

    @Test(arguments: [
        ("", "vscode://file/a%20b/%C3%A9%23.md:7"), ("editor: zed\n", "zed://file/a%20b/%C3%A9%23.md:7"), ("editor: VSCode\n", "vscode://file/a%20b/%C3%A9%23.md:7"),
        ("editor: idea\n", "idea://open?file=/a%20b/%C3%A9%23.md&line=7"), ("editor: sublime\n", "subl://open?url=file:///a%20b/%C3%A9%23.md&line=7"),
        ("editor: \"mine://{line}/{path}\"\n", "mine://7/a%20b/%C3%A9%23.md"), ("other: 1\n", "vscode://file/a%20b/%C3%A9%23.md:7"),
    ])
    func editors(settings: String, address: String) {
        let (editor, diagnostics) = Editor.choose(settings: Array(settings.utf8), commands: [])
        #expect(diagnostics.isEmpty)
        #expect(editor.address(of: "/a b/é#.md", line: 7) == address)
    }

    @Test(arguments: [
        ("editor: vscodde\n", "W902"), ("editor: \"javascript:alert('{path}')\"\n", "W903"), ("editor: \"JavaScript:{path}\"\n", "W903"),
        ("editor: \"data:text/html,{path}\"\n", "W903"), ("editor: \"vscode://file/\"\n", "W903"), ("editor: \" javascript:{path}\"\n", "W903"),
        ("editor: [a]\n", "W901"), ("editor: {\n", "W901"), ("- a\n", "W901"),
    ])
    func editorsThatCannotBe(settings: String, code: String) {
        let (editor, diagnostics) = Editor.choose(settings: Array(settings.utf8), commands: ["zed"])
        #expect(diagnostics.map(\.code) == [code])
        #expect(editor == .standard)
    }

    @Test(arguments: [
        (["code --wait"], "vscode:"), (["/usr/bin/emacsclient -t", "code"], "emacs:"), (["vim", "zed"], "zed:"), (["vim"], "vscode:"), ([], "vscode:"), (["", " "], "vscode:"),
    ])
    func theUsersOwnEditor(commands: [String], scheme: String) {
        #expect(Editor.choose(settings: nil, commands: commands).editor.address(of: "/x", line: 1).hasPrefix(scheme))
    }
}
