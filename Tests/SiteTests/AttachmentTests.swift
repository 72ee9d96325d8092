import Foundation
import Testing

/// Files that are published as they are: which kinds may be, and what is said where nobody can look into them. `Tests/Web/attachments.py` has
/// files of each kind with what they may hide.
@Suite struct AttachmentTests {
    private static let folder = "committees/board/2026-01-22"
    private static let sources = [
        CommandTests.agenda: "---\n---\n\n## 1. Plan\n\n- Papers: [Plan](plan.md)\n", "\(folder)/plan.md": "---\ntitle: Plan\n---\n\nText.\n",
    ]

    private func codes(_ files: [String: String], site: String = "", head: String = "") throws -> [String] {
        var all = AttachmentTests.sources.merging(files.map { ("\(AttachmentTests.folder)/plan/\($0)", $1) }, uniquingKeysWith: { $1 })
        all["site.yml"] = "name: Testshire\nurl: https://testshire.example/\n" + site
        all["\(AttachmentTests.folder)/plan.md"] = "---\ntitle: Plan\n\(head)---\n\nText.\n"
        return try Workshop(all).build().codes.filter { $0.dropFirst().hasPrefix("54") || $0.dropFirst().hasPrefix("55") }
    }

    @Test(arguments: [
        ("costs.csv", "a,b\n", []), ("COSTS.CSV", "a,b\n", []), ("costs.mdb", "a", ["E551"]), ("costs", "a", ["E551"]), ("map.html", "<p>a", ["E552"]), ("map.XHTML", "<p>a", ["E552"]),
        ("x.js", "1", ["E552"]), ("chart.svg", "<svg><path d=\"M0 0\"/></svg>", []), ("chart.svg", "<svg><text>on a = b</text></svg>", []),
        ("chart.svg", "<svg><SCRIPT>1</SCRIPT></svg>", ["E552"]), ("chart.svg", "<svg onload=\"x()\"/>", ["E552"]), ("chart.svg", "<svg><a href=\"java&#115;cript:x()\"/></svg>", ["E552"]),
        ("chart.svg", "<svg><set attributeName=\"onclick\" to=\"x()\"/></svg>", ["E552"]), ("chart.svg", "<!DOCTYPE s [<!ENTITY a \"b\">]><svg>&a;</svg>", ["E552"]),
    ])
    func kinds(_ name: String, _ text: String, _ wanted: [String]) throws { #expect(try codes([name: text]) == wanted) }

    @Test func kindsThatTheAuthorityAdds() throws {
        #expect(try codes(["costs.mdb": "a", "map.html": "<p>a"], site: "attachment-kinds: [.MDB, html]\n") == [])
    }

    @Test func textThatSaysItIsPrivate() throws {
        let file = ["pay.csv": "NOT FOR PUBLICATION\nName,Pay\n"]
        #expect(try codes(file) == ["E547"])
        #expect(try codes(file, head: "unrestricted-files: [pay.csv]\n") == [])
        #expect(try codes(file, head: "unrestricted-files: [pays.csv]\n") == ["E554", "E547"])
        #expect(try codes(["pay.csv": "Name,Pay\nPrivate hire licences,3\n"]) == [])
    }

    // MARK: Without a reader

    private func build(_ workshop: Workshop, reader: String) throws -> Command.Result {
        try Command.run(["build"] + CommandTests.design, in: workshop.root, environment: ["MOOT_READER": reader])
    }

    private func workshop(site: String = "", _ files: [String]) throws -> Workshop {
        var all = AttachmentTests.sources
        all["site.yml"] = "name: Testshire\nurl: https://testshire.example/\n" + site
        for name in files { all["\(AttachmentTests.folder)/plan/\(name)"] = "%PDF-1.4 " + name }
        return try Workshop(all)
    }

    @Test func noPython() throws {
        let result = try build(try workshop(["a.pdf", "b.pdf"]), reader: "/nowhere")
        #expect(result.status == 0)
        #expect(result.errors.contains("2 files that are published were not looked into") && result.errors.contains("no Python") && result.errors.contains("pip install"), "\(result.errors)")
        #expect(result.errors.components(separatedBy: "[W550]").count == 2, "said once: \(result.errors)")
    }

    @Test func noPythonWhereStrict() throws {
        let result = try build(try workshop(site: "attachments: strict\n", ["a.pdf"]), reader: "/nowhere")
        #expect(result.status == 1 && result.errors.contains("[E550]"), "\(result.errors)")
    }

    /// A Python whose answers are these, after the first line it is sent.
    private func fake(_ answer: String, in workshop: Workshop) throws -> String {
        let path = workshop.root + "/python3"
        try "#!/bin/sh\nread -r modules\necho '{}'\nwhile read -r line; do \(answer); done\n".write(toFile: path, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        return path
    }

    @Test func aPackageIsMissing() throws {
        let workshop = try workshop(["a.pdf"])
        let result = try build(workshop, reader: try fake("echo '{\"error\": \"missing: pypdfium2\"}'", in: workshop))
        #expect(result.status == 0 && result.errors.contains("Python has no pypdfium2 here"), "\(result.errors)")
        // Once it is there, a build that has nothing else to do looks after all.
        let again = try build(workshop, reader: try fake("echo '{\"findings\": [{\"kind\": \"comments\", \"places\": [\"page 1\"], \"count\": 1}]}'", in: workshop))
        #expect(again.status == 0 && again.errors.contains("[W542]") && !again.errors.contains("[W550]"), "\(again.errors)")
    }

    @Test(arguments: ["exit 9", "echo nonsense"]) func aReaderThatBreaks(_ answer: String) throws {
        let workshop = try workshop(["a.pdf", "b.pdf"])
        let result = try build(workshop, reader: try fake(answer, in: workshop))
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.errors.components(separatedBy: "[W549]").count == 3, "\(result.errors)")
    }

    /// Of an exempt paper nothing is looked into, and nothing is kept.
    @Test func exemptFilesAreNotOpened() throws {
        let workshop = try workshop(["a.pdf"])
        let reader = try fake("echo \"$line\" >> asked; echo '{}'", in: workshop)
        #expect(try build(workshop, reader: reader).status == 0)
        let kept = workshop.root + "/._site.cache/attachments"
        #expect(Tree.paths(kept).count == 1)
        try workshop.write("---\ntitle: Plan\nclassification: exempt\n---\n\nText.\n", to: "\(AttachmentTests.folder)/plan.md")
        try workshop.write("---\n---\n\n## 1. Welcome\n", to: CommandTests.agenda)
        try FileManager.default.removeItem(atPath: workshop.root + "/asked")
        let result = try build(workshop, reader: reader)
        #expect(result.status == 0, "\(result.errors)")
        #expect(!FileManager.default.fileExists(atPath: workshop.root + "/asked"))
        #expect(Tree.paths(kept) == [])
    }
}
