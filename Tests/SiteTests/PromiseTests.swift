import Foundation
import Platform
import Testing

/// An address that was published is kept, or the build fails.
@Suite struct PromiseTests {
    static let meeting = "committees/board/2026-01-22"
    static let paper = "\(meeting)/plan"
    static let agenda = "---\n---\n\n## 1. Welcome\n\n- Papers: [Plan](plan.md)\n"
    static let text = "---\ntitle: Plan\n---\n\n## Early help\n\n1.1 Words and more words.\n\n| | Open |\n|---|---|\n| **LPS** | 4 |\n"
    static let sources = ["\(meeting)/agenda.md": agenda, "\(paper).md": text]

    private func published(_ more: [String: String] = [:], today: String = "2026-02-01") throws -> Workshop {
        let workshop = try Workshop(PromiseTests.sources.merging(more) { $1 })
        let outcome = workshop.build(today: today, publishing: true)
        #expect(outcome.isBuilt, "\(outcome.messages)")
        return workshop
    }

    // MARK: The record

    @Test func theRecord() throws {
        let workshop = try published(["\(PromiseTests.paper)/costs.csv": "a,b\n"])
        let lines = workshop.record.components(separatedBy: "\n")
        #expect(lines[0] == "address\tpublished\tchanged\ttext")
        #expect(lines.last == "")
        #expect(Array(lines.dropFirst().dropLast()) == lines.dropFirst().dropLast().sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
        for anchor in ["early-help", "para-1-1", "lps"] {
            #expect(lines.contains { $0.wholeMatch(of: /(.*)\t2026-02-01\t\t[0-9a-f]{16}/)?.output.1 == "/\(PromiseTests.paper)/#\(anchor)" }, "\(anchor)")
        }
        #expect(lines.contains { $0.wholeMatch(of: /(.*)\t2026-02-01\t\t[0-9a-f]{16}/)?.output.1 == "/\(PromiseTests.meeting)/#item-1" })
        #expect(lines.contains("/\(PromiseTests.meeting)/pack/\t2026-02-01\t2026-02-01\t"))
        #expect(lines.contains { $0.hasPrefix("/\(PromiseTests.paper)/\t2026-02-01\t2026-02-01\t") && $0.count > 76 })
        #expect(lines.contains { $0.hasPrefix("/\(PromiseTests.paper)/costs.csv\t") })
        #expect(!lines.contains { $0.contains("/pack/#") || $0.contains("404") || $0.contains("main--content") || $0.contains("site.css") || $0.contains("sitemap") })
    }

    @Test func nothingChanged() throws {
        let workshop = try published()
        let before = Tree.identities(workshop.content)
        let outcome = workshop.build(today: "2026-03-01", publishing: true)
        #expect(outcome.record.map { [$0.new, $0.changed, $0.withdrawn] } == [0, 0, 0])
        #expect(Tree.identities(workshop.content) == before)
    }

    @Test func aBuildRecordsNothing() throws {
        let workshop = try Workshop(PromiseTests.sources)
        #expect(workshop.build().isBuilt)
        #expect(workshop.record.isEmpty)
        let recorded = try published()
        let before = recorded.record
        try recorded.write(PromiseTests.text + "\nMore.\n", to: "\(PromiseTests.paper).md")
        #expect(recorded.build().isBuilt)
        #expect(recorded.record == before)
    }

    @Test func whatIsNewAndChangedIsCounted() throws {
        let workshop = try published()
        try workshop.write(PromiseTests.text + "\nMore.\n", to: "\(PromiseTests.paper).md")
        try workshop.write("---\ntitle: About\n---\n", to: "pages/about.md")
        let outcome = workshop.build(today: "2026-02-05", publishing: true)
        #expect(outcome.record?.new == 1)
        #expect(outcome.record?.changed == 1)
        #expect(workshop.record.contains("/\(PromiseTests.paper)/\t2026-02-01\t2026-02-05\t"))
        #expect(workshop.record.contains("/\(PromiseTests.paper)/#early-help\t2026-02-01\t\t"))
        #expect(workshop.record.contains("/about/\t2026-02-05\t2026-02-05\t"))
    }

    @Test func wrappingAnewIsNoChange() throws {
        let workshop = try published()
        try workshop.write(PromiseTests.text.replacing("1.1 Words and more words.", with: "1.1 Words\n  and  more\nwords.\n\n"), to: "\(PromiseTests.paper).md")
        #expect(workshop.build(today: "2026-02-05", publishing: true).record?.changed == 0)
    }

    @Test("Blanks that join or part words make another text") func blanksThatMatter() throws {
        let text = PromiseTests.text.replacing("Words and more words.", with: "The board is not able to pay 1 2 instalments.")
        let workshop = try published(["\(PromiseTests.paper).md": text])
        try workshop.write(text.replacing("not able to pay 1 2 instalments", with: "notable to pay 12 instalments"), to: "\(PromiseTests.paper).md")
        #expect(workshop.build(today: "2026-02-05", publishing: true).record?.changed == 1)
        #expect(workshop.page("\(PromiseTests.paper)/index.html").contains("changed <time datetime=\"2026-02-05\">"))
    }

    @Test("Every byte of an attachment counts") func attachmentsAreNoTexts() throws {
        let workshop = try published(["\(PromiseTests.paper)/costs.csv": "a,b\n"])
        try workshop.write("a, b\n", to: "\(PromiseTests.paper)/costs.csv")
        #expect(workshop.build(today: "2026-02-05", publishing: true).record?.changed == 1)
    }

    // MARK: Records of former versions

    /// As it was written before texts had numbers of 32 digits, and anchors any.
    private static let formerRecord = """
        address\tpublished\tchanged\ttext
        /committees/board/\t2026-01-02\t2026-01-02\t5f8d937006974845
        /committees/board/2026-01-22/\t2026-01-02\t2026-01-02\te383b9e2c897991b
        /committees/board/2026-01-22/#item-1\t2026-01-02\t\t
        /committees/board/2026-01-22/plan/\t2026-01-02\t2026-01-02\t445e7bc5a5ebfe45
        /committees/board/2026-01-22/plan/#early-help\t2026-01-02\t\t
        /committees/board/2026-01-22/plan/costs.csv\t2026-01-02\t2026-01-02\t5bd520ef136fc923

        """
    private static let withCosts = sources.merging(["\(paper)/costs.csv": "a,b\n", "published.tsv": formerRecord]) { $1 }

    @Test("Former numbers are compared by their rule, and the next publication writes new ones") func formerNumbers() throws {
        let workshop = try Workshop(PromiseTests.withCosts)
        #expect(workshop.build().isBuilt)
        #expect(!workshop.page("\(PromiseTests.paper)/index.html").contains("class=\"history\""))
        let outcome = workshop.build(today: "2026-02-05", publishing: true)
        #expect(outcome.isBuilt, "\(outcome.messages)")
        #expect(outcome.record?.changed == 0)
        let texts = workshop.record.split(separator: "\n").dropFirst().filter { !$0.contains("#") && !$0.hasSuffix("\t") }.map { $0.split(separator: "\t").last! }
        #expect(texts.count == 4 && texts.allSatisfy { $0.count == 32 })
        #expect(workshop.record.contains("/\(PromiseTests.paper)/costs.csv\t2026-01-02\t2026-01-02\t"))
        #expect(workshop.build(today: "2026-02-09", publishing: true).record?.changed == 0)
    }

    @Test("A text that is another than a former number says is changed") func formerNumbersOfChangedTexts() throws {
        let workshop = try Workshop(PromiseTests.withCosts.merging(["\(PromiseTests.paper).md": PromiseTests.text + "\nMore.\n"]) { $1 })
        #expect(workshop.build(today: "2026-02-05").isBuilt)
        #expect(workshop.page("\(PromiseTests.paper)/index.html").contains("changed <time datetime=\"2026-02-05\">"))
        #expect(workshop.build(today: "2026-02-05", publishing: true).record?.changed == 1)
    }

    @Test("A page that moved is found by its former number") func formerNumbersOfMovedTexts() throws {
        let workshop = try Workshop(PromiseTests.withCosts.merging([
            "\(PromiseTests.paper).md": "", "\(PromiseTests.meeting)/new-plan.md": PromiseTests.text,
            "\(PromiseTests.meeting)/agenda.md": PromiseTests.agenda.replacing("plan.md", with: "new-plan.md"),
        ]) { $1 })
        let remedies = workshop.build().diagnostics.filter { $0.code == "E720" }.map(\.remedy)
        #expect(remedies.contains { $0.hasSuffix("The same text now stands at /\(PromiseTests.meeting)/new-plan/.") }, "\(remedies)")
    }

    @Test func aFailedBuildRecordsNothing() throws {
        let workshop = try published()
        let before = workshop.record
        try workshop.write("---\ntitle: About\n---\n", to: "pages/about.md")
        var disk = Disk.real
        disk.exchange = { path, _ throws(DiskError) in throw DiskError("exchange", path, number: EIO) }
        #expect(!workshop.build(disk: disk, publishing: true).isBuilt)
        #expect(workshop.record == before)
    }

    @Test func aRecordThatCannotBeWritten() throws {
        let workshop = try Workshop(PromiseTests.sources)
        var disk = Disk.real
        disk.move = { path, new throws(DiskError) in
            if new.hasSuffix("published.tsv") { throw DiskError("move", path, number: ENOSPC) }
            try Disk.real.move(path, new)
        }
        let outcome = workshop.build(disk: disk, publishing: true)
        #expect(outcome.codes == ["E711"])
        #expect(!workshop.page("index.html").isEmpty)
        #expect(workshop.record.isEmpty)
    }

    // MARK: What vanishes

    @Test func aPageThatVanishes() throws {
        let workshop = try published()
        try FileManager.default.removeItem(atPath: workshop.content + "/\(PromiseTests.paper).md")
        try workshop.write("---\n---\n\n## 1. Welcome\n", to: "\(PromiseTests.meeting)/agenda.md")
        let line = workshop.line(of: "/\(PromiseTests.paper)/")
        let before = workshop.files()
        let outcome = workshop.build()
        expect(outcome.messages, are: [
            "published.tsv:\(line):1: error E720: /\(PromiseTests.paper)/ was published on 2026-02-01, and nothing would stand there any more → Put it back, or add to redirects.yml “- from: /\(PromiseTests.paper)/” and under it “to: …” with the new address, or “gone: …” with the reason."
        ])
        #expect(workshop.files() == before, "the site is as it was")
    }

    @Test func aPageThatMovedIsFoundByItsText() throws {
        let workshop = try published()
        try FileManager.default.removeItem(atPath: workshop.content + "/\(PromiseTests.paper).md")
        try workshop.write(PromiseTests.text, to: "\(PromiseTests.meeting)/new-plan.md")
        try workshop.write("---\n---\n\n## 1. Welcome\n\n- Papers: [Plan](new-plan.md)\n", to: "\(PromiseTests.meeting)/agenda.md")
        let outcome = workshop.build()
        #expect(outcome.diagnostics.first?.remedy.hasSuffix("The same text now stands at /\(PromiseTests.meeting)/new-plan/.") == true)
        try workshop.write("- from: /\(PromiseTests.paper)/\n  to: /\(PromiseTests.meeting)/new-plan/\n", to: "redirects.yml")
        let mended = workshop.build(today: "2026-02-07", publishing: true)
        #expect(mended.isBuilt, "\(mended.messages)")
        #expect(mended.record?.withdrawn == 1)
        #expect(workshop.record.contains("/\(PromiseTests.paper)/\t2026-02-01\t2026-02-07\tmoved\n"))
        #expect(workshop.build(today: "2026-02-09", publishing: true).record?.withdrawn == 0)
        #expect(workshop.page("\(PromiseTests.paper)/index.html").contains("url=../new-plan/"))
    }

    @Test func aPlaceThatVanishes() throws {
        let workshop = try published()
        try workshop.write(PromiseTests.text.replacing("## Early help", with: "## Early helping"), to: "\(PromiseTests.paper).md")
        let line = workshop.line(of: "/\(PromiseTests.paper)/#early-help")
        let expected = "published.tsv:\(line):1: error E721: /\(PromiseTests.paper)/#early-help was published on 2026-02-01, and the page has no such place any more → Put it back, or add to redirects.yml “- from: /\(PromiseTests.paper)/#early-help” and under it “to: …” with the new address, or “gone: …” with the reason. The page has #early-helping."
        expect(workshop.build().messages, are: [expected])
        let check = try Command.run(["check", "--content", workshop.content] + CommandTests.design, in: workshop.root)
        #expect(check.status == 1)
        #expect(check.errors.contains("E721"))
    }

    @Test func aPlaceThatMoved() throws {
        let workshop = try published()
        try workshop.write(PromiseTests.text.replacing("## Early help", with: "## Early helping"), to: "\(PromiseTests.paper).md")
        try workshop.write(
            "- from: /\(PromiseTests.paper)/#early-help\n  to: /\(PromiseTests.paper)/#early-helping\n- from: /\(PromiseTests.paper)/#para-9\n  gone: It was <b>wrong</b>.\n", to: "redirects.yml")
        let outcome = workshop.build()
        expect(outcome.messages, are: [])
        let page = workshop.page("\(PromiseTests.paper)/index.html")
        #expect(page.contains("<p class=\"former\" id=\"early-help\">The part that you were looking for has moved: <a href=\"#early-helping\">"))
        #expect(page.contains("<p class=\"former\" id=\"para-9\">The part that you were looking for is gone. It was &lt;b&gt;wrong&lt;/b&gt;.</p>"))
        #expect(!workshop.page("_redirects").contains("early-help"), "a server never sees an anchor")
    }

    @Test func aPlaceThatIsStillThereIsNotSentOn() throws {
        let workshop = try Workshop(PromiseTests.sources.merging([
            "redirects.yml": "- from: /\(PromiseTests.paper)/#early-help\n  gone: x\n- from: /nowhere/#a\n  gone: x\n"
        ]) { $1 })
        #expect(workshop.build().codes == ["E320", "E735"])
    }

    @Test func anAttachmentThatVanishes() throws {
        let workshop = try published(["\(PromiseTests.paper)/the costs.csv": "a\n"])
        #expect(workshop.record.contains("/\(PromiseTests.paper)/the%20costs.csv\t"))
        #expect(workshop.build().isBuilt)
        try FileManager.default.removeItem(atPath: workshop.content + "/\(PromiseTests.paper)/the costs.csv")
        #expect(workshop.build().codes == ["E720"])
        try workshop.write("- from: /\(PromiseTests.paper)/the costs.csv\n  gone: It held names.\n", to: "redirects.yml")
        expect(workshop.build().messages, are: [])
    }

    /// The pack of a meeting goes the way of the meeting: nobody should have to write that down.
    @Test func whatWasMadeOfAPageGoesWithIt() throws {
        let workshop = try published(["committees/board/2026-03-05/agenda.md": "---\n---\n\n## 1. Welcome\n"])
        try FileManager.default.removeItem(atPath: workshop.content + "/committees/board/2026-03-05")
        #expect(Set(workshop.build().codes) == ["E720"])
        try workshop.write("- from: /committees/board/2026-03-05/\n  gone: It was never called.\n", to: "redirects.yml")
        expect(workshop.build(publishing: true).messages, are: [])
        #expect(workshop.page("committees/board/2026-03-05/pack/index.html").contains("It was never called."))
        #expect(workshop.record.contains("/committees/board/2026-03-05/pack/\t2026-02-01\t2026-02-01\tgone\n"))
        expect(workshop.build().messages, are: [])
    }

    /// A year of a register that has nothing left to list leads to the register.
    @Test func aYearWithNothingInIt() throws {
        let workshop = try published(["committees/board/2024-03-05/agenda.md": "---\n---\n\n## 1. Welcome\n"])
        #expect(workshop.record.contains("\n/meetings/2024/\t"))
        try FileManager.default.removeItem(atPath: workshop.content + "/committees/board/2024-03-05")
        try workshop.write("- from: /committees/board/2024-03-05/\n  gone: It was never called.\n", to: "redirects.yml")
        expect(workshop.build(publishing: true).messages, are: [])
        #expect(workshop.page("meetings/2024/index.html").contains("url=../"))
        expect(workshop.build().messages, are: [])
    }

    /// What is told of a paper that became exempt is its address, which was public, and nothing else.
    @Test func aPaperThatBecomesExempt() throws {
        let workshop = try published()
        let canary = PromiseTests.text.replacing("title: Plan", with: "title: Canarytitle\nclassification: exempt").replacing("Words", with: "Canarywords")
        try workshop.write(canary.replacing("Early help", with: "Canaryheading"), to: "\(PromiseTests.paper).md")
        let outcome = workshop.build()
        #expect(outcome.codes.contains("E720"))
        #expect(!outcome.codes.contains("E721"), "no word of its headings is repeated")
        #expect(!outcome.everythingSaid.lowercased().contains("canary") && !outcome.everythingSaid.contains("early-help"))
        try workshop.write("- from: /\(PromiseTests.paper)/\n  gone: It is no longer published.\n", to: "redirects.yml")
        let mended = workshop.build(today: "2026-02-09", publishing: true)
        #expect(mended.isBuilt, "\(mended.messages)")
        for (path, bytes) in workshop.files() {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.lowercased().contains("canary") && !text.contains("early-help"), "\(path)")
        }
        #expect(workshop.page("\(PromiseTests.paper)/index.html").contains("It is no longer published."))
        #expect(!workshop.record.lowercased().contains("canary"))
        let page = workshop.page("changes/index.html")
        #expect(page.contains("Withdrawn") && page.contains("It is no longer published."))
    }

    // MARK: A text that changed says so

    @Test func aPaperThatChanged() throws {
        let workshop = try published(today: "2026-02-01")
        #expect(!workshop.page("\(PromiseTests.paper)/index.html").contains("class=\"history\""))
        try workshop.write(PromiseTests.text + "\n> **Correction:** 5 February 2026. The number was 3.\n", to: "\(PromiseTests.paper).md")
        #expect(workshop.build(today: "2026-02-05").isBuilt)
        let expected = "Published <time datetime=\"2026-02-01\">1 February 2026</time>, changed <time datetime=\"2026-02-05\">5 February 2026</time>."
        let page = workshop.page("\(PromiseTests.paper)/index.html")
        #expect(page.contains(expected))
        #expect(page.contains("<li>5 February 2026. The number was 3. <a href=\"#correction-1\">"))
        #expect(page.contains("role=\"note\" id=\"correction-1\""))
        #expect(workshop.build(today: "2026-02-05", publishing: true).isBuilt)
        #expect(workshop.build(today: "2026-09-09").isBuilt)
        #expect(workshop.page("\(PromiseTests.paper)/index.html").contains(expected), "the day it was published stays")
        #expect(workshop.page("changes/index.html").contains("2026-02-05"))
    }

    @Test func everyKindOfTextSaysThatItChanged() throws {
        let sources = [
            "\(PromiseTests.meeting)/minutes.md": "---\nstatus: draft\n---\n\n# Minutes\n\n## 1. Welcome\n\nWords.\n",
            "strategies/s/strategy.md": "---\ntitle: S\n---\n\nWords.\n", "strategies/s/01-a.md": "---\ntitle: A\n---\n\nWords.\n",
            "pages/about.md": "---\ntitle: About\n---\n\nWords.\n",
        ]
        let workshop = try published(sources)
        for (path, text) in sources { try workshop.write(text.replacing("Words.", with: "Other words."), to: path) }
        try workshop.write(PromiseTests.agenda.replacing("---\n---", with: "---\nvenue: Town Hall\n---"), to: "\(PromiseTests.meeting)/agenda.md")
        #expect(workshop.build(today: "2026-02-05").isBuilt)
        for page in [PromiseTests.meeting, "\(PromiseTests.meeting)/minutes", "strategies/s", "strategies/s/01-a", "about"] {
            #expect(workshop.page("\(page)/index.html").contains("changed <time datetime=\"2026-02-05\">"), "\(page)")
        }
        #expect(!workshop.page("\(PromiseTests.paper)/index.html").contains("class=\"history\""))
    }
}

extension Workshop {
    var record: String { (try? Disk.real.read(content + "/published.tsv")).map { String(decoding: $0, as: UTF8.self) } ?? "" }

    /// The line of an address in the record.
    func line(of address: String) -> Int {
        (record.components(separatedBy: "\n").firstIndex { $0.hasPrefix(address + "\t") } ?? -1) + 1
    }
}
