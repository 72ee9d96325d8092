import Foundation
import Linking
import Platform
import Fixes
import Reading
import Testing

/// `moot check --fix`: what it mends, that nothing else changes, and that nothing is written unasked.
@Suite struct FixTests {
    private static let plan = WritingTests.plan

    private static func workshop(_ text: String) throws -> Workshop {
        try Workshop(["\(ExampleTree.meeting)/agenda.md": "---\n---\n\n## 1. Welcome\n\n- Papers: [Plan](plan.md)\n", plan: "---\ntitle: \"A \t\"\n---\n\n" + text])
    }

    private static func mends(_ workshop: Workshop) throws -> [SourceFix] {
        let archive = try #require(ArchiveReader().read(workshop.content).archive)
        return SourceFixes.proposals(for: LinkedArchive.link(archive).linked)
    }

    /// The body of the plan after mending.
    private static func mended(_ text: String) throws -> String {
        let workshop = try workshop(text)
        let found = try mends(workshop)
        for mend in found { #expect(try mend.write()) }
        #expect(try mends(workshop).isEmpty, "mended once, mended for ever")
        let all = String(decoding: try Disk.real.read(workshop.content + "/" + plan), as: UTF8.self)
        #expect(all.hasPrefix("---\ntitle: \"A \t\"\n---\n\n"), "heads are left alone")
        return String(all.dropFirst("---\ntitle: \"A \t\"\n---\n\n".count))
    }

    @Test(arguments: [
        ("Text.  \n\nMore. \t\n", "Text.\n\nMore.\n"), ("One line  \nand another.\n", "One line  \nand another.\n"), ("One line \nand another.\n", "One line\nand another.\n"),
        ("Text.", "Text.\n"), ("Text.\n\n\n  \n\n", "Text.\n"), ("Text.\r\nMore.\r\n", "Text.\nMore.\n"), ("One\ttwo.\n", "One two.\n"), ("-\tOne\n\n\tTwo\n", "-   One\n\n    Two\n"),
        ("    code\twith  \n    tabs\t\n\nText. \n", "    code\twith  \n    tabs\t\n\nText.\n"), ("```\na\tb  \n\n \n```\n", "```\na\tb  \n\n \n```\n"), ("A `b\tc` d\te.\n", "A `b\tc` d\te.\n"),
        ("| A | Long head |\n|---|---:|\n| Longer cell | 1 |\n", "| A           | Long head |\n| ---         |      ---: |\n| Longer cell |         1 |\n"),
        ("| 日本 | x |\n|---|:-:|\n| a\\|b 👍🏽 | yyy |\n", "| 日本    |  x  |\n| ---     | :-: |\n| a\\|b 👍🏽 | yyy |\n"), ("A | B\n--|--\n1 | 2\n", "A | B\n--|--\n1 | 2\n"),
        ("| A | B |\n|---|---|\n| 1 | 2 | 3 |\n", "| A | B |\n|---|---|\n| 1 | 2 | 3 |\n"), ("```\n| A | B |\n|---|---|\n```\n", "```\n| A | B |\n|---|---|\n```\n"),
        ("## 7. 7. Title\n\nText.\n", "## 7. Title\n\nText.\n"), ("1. 1. Text\n", "1. Text\n"), ("1.1 1.1 Text\n", "1.1 Text\n"), ("- (a) (a) That it be noted.\n", "- (a) That it be noted.\n"),
        ("7. 8. Text\n", "7. 8. Text\n"), ("2017 2017 was a year\n", "2017 2017 was a year\n"), ("    1. 1. code\n", "    1. 1. code\n"), ("10 10 Downing Street\n", "10 10 Downing Street\n"),
    ])
    func mends(_ text: String, _ expected: String) throws { #expect(try FixTests.mended(text) == expected) }

    @Test func aWideTableIsLeft() throws {
        let text = "| A | B |\n|---|---|\n| \(String(repeating: "word ", count: 40))| 1 |\n"
        #expect(try FixTests.mended(text) == text)
    }

    // MARK: Nothing is lost

    /// The sample and the real packs: the site is the same before and after, also when the sources were untidy.
    @Test(.timeLimit(.minutes(10)), arguments: PackTests.Source.all) func theSiteStaysTheSame(_ source: PackTests.Source) throws {
        let workshop = try Workshop(base: [:])
        try FileManager.default.copyItem(atPath: source.path, toPath: workshop.content)
        let clean = site(workshop)
        try mendAll(workshop)
        #expect(difference(clean, site(workshop)) == [])
        try soil(workshop)
        try mendAll(workshop)
        #expect(difference(clean, site(workshop)) == [], "after being soiled")
        #expect(try FixTests.mends(workshop).isEmpty)
    }

    private func site(_ workshop: Workshop) -> [String: [UInt8]] {
        #expect(workshop.build(today: "2026-11-21").isBuilt)
        return workshop.files()
    }

    private func mendAll(_ workshop: Workshop) throws { for mend in try FixTests.mends(workshop) { #expect(try mend.write()) } }

    /// Archives of whole meetings hold the time of nothing, so they are compared too.
    private func difference(_ a: [String: [UInt8]], _ b: [String: [UInt8]]) -> [String] {
        Set(a.keys).union(b.keys).filter { a[$0] != b[$0] }.sorted()
    }

    /// Blanks at the ends of paragraphs, empty lines at the end, the line ends of Windows.
    private func soil(_ workshop: Workshop) throws {
        var generator = SeededGenerator(state: 2027)
        for path in Tree.paths(workshop.content) where path.hasSuffix(".md") {
            var text = String(decoding: try Disk.real.read(workshop.content + "/" + path), as: UTF8.self)
            let body = text.components(separatedBy: "\n---\n")
            guard body.count >= 2 else { continue }
            let lines = body[1...].joined(separator: "\n---\n").components(separatedBy: "\n\n").map { $0 + (Bool.random(using: &generator) ? "   " : "") }
            text = body[0] + "\n---\n" + lines.joined(separator: "\n\n") + "\n\n\n"
            if Bool.random(using: &generator) { text = text.replacing("\n", with: "\r\n") }
            try workshop.write(text, to: path)
        }
    }

    // MARK: What is exempt

    @Test func whatIsExemptIsNeitherTouchedNorShown() throws {
        let agenda = "---\n---\n\n## 1. Welcome  \n\n## 2. Land\n\n- Papers: [Canaryprice](exempt/canary.md)\n- Exempt: 3\n- Reason: price\n\nCanarywords.  \n"
        let exempt = "---\ntitle: Canaryprice\n---\n\nCanarywords.  \n\n\n"
        let workshop = try Workshop([
            "\(ExampleTree.meeting)/agenda.md": agenda, "\(ExampleTree.meeting)/exempt/canary.md": exempt, "\(ExampleTree.meeting)/other.md": "---\ntitle: Canary\nclassification: exempt\n---\n\nCanarywords.  \n",
            "pages/about.md": "---\ntitle: About\n---\n\nText.  \n\n\n",
        ])
        let before = Tree.files(workshop.content)
        let result = try Command.run(["check", "--fix", "--yes"] + CommandTests.design, in: workshop.root)
        #expect(!(result.output + result.errors).lowercased().contains("canary"))
        #expect(result.output.contains("+++ Content/pages/about.md"))
        let after = Tree.files(workshop.content)
        #expect(before.keys.filter { before[$0] != after[$0] } == ["pages/about.md"])
    }

    @Test func withErrorsNothingIsTouched() throws {
        let workshop = try Workshop([CommandTests.agenda: "---\nstatus: hold\n---\n", "pages/about.md": "---\ntitle: About\n---\n\nText.  \n\n\n"])
        let before = Tree.files(workshop.content)
        let result = try Command.run(["check", "--fix", "--yes"] + CommandTests.design, in: workshop.root)
        #expect(result.status == 1)
        #expect(result.errors.contains("Mend the errors first"))
        #expect(result.output.isEmpty)
        #expect(Tree.files(workshop.content) == before)
    }

    // MARK: The command

    @Test func nothingIsWrittenUnasked() throws {
        let workshop = try FixTests.workshop("Text.   \n\n\n")
        let file = workshop.content + "/" + FixTests.plan
        let before = try Disk.real.read(file)
        let shown = try Command.run(["check", "--fix"] + CommandTests.design, in: workshop.root)
        #expect(shown.status == 0)
        #expect(shown.output == "--- Content/\(FixTests.plan)\n+++ Content/\(FixTests.plan)\n@@ -2,6 +2,4 @@\n title: \"A \t\"\n ---\n \n-Text.   \n-\n-\n+Text.\n")
        #expect(shown.errors == "1 file can be mended. Nothing was written; “moot check --fix --yes” writes it.\n")
        #expect(try Disk.real.read(file) == before)
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
        let written = try Command.run(["check", "--fix", "--yes"] + CommandTests.design, in: workshop.root)
        #expect(written.status == 0)
        #expect(written.errors == "1 file is mended.\n")
        #expect(try Disk.real.read(file) != before)
        #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o640)
        #expect(Tree.paths(workshop.content).allSatisfy { !$0.contains("/.moot-") })
        #expect(try Command.run(["check", "--fix"] + CommandTests.design, in: workshop.root).output == "There is nothing to mend.\n")
    }

    @Test func aFileThatChangedMeanwhileIsLeft() throws {
        let workshop = try FixTests.workshop("Text.   \n")
        let mend = try #require(try FixTests.mends(workshop).first)
        try workshop.write("---\ntitle: New\n---\n", to: FixTests.plan)
        #expect(try mend.write() == false)
        #expect(String(decoding: try Disk.real.read(workshop.content + "/" + FixTests.plan), as: UTF8.self) == "---\ntitle: New\n---\n")
    }

    @Test(arguments: [["check", "--yes"], ["check", "--fix", "--watch"], ["check", "--fix", "--format", "json"], ["check", "--watch", "--format", "github"]])
    func wrongUsage(_ arguments: [String]) throws { #expect(try Command.run(arguments, in: NSTemporaryDirectory()).status == 2) }

    @Test(.timeLimit(.minutes(5)), arguments: [
        String(repeating: "| ", count: 20_000), String(repeating: "\t", count: 100_000), String(repeating: "1. 1. ", count: 5_000), String(repeating: "a \n", count: 20_000),
        String(repeating: "```\na \n", count: 301),
    ])
    func hostileTextsCostLittle(_ text: String) throws { _ = try FixTests.mends(FixTests.workshop(text)) }
}

/// A generator that gives the same numbers each time (Steele, Lea and Flood, "Fast splittable pseudorandom number generators").
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
