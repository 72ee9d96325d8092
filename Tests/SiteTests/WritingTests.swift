import Diagnostics
import Testing

/// Plain, accessible writing: what is found, and what is no fault.
@Suite struct WritingTests {
    static let plan = "\(ExampleTree.meeting)/plan.md"

    /// The messages about a paper's text, without its path and their remedies.
    static func found(_ text: String, _ more: [String: String] = [:]) throws -> [String] {
        var sources = ["\(ExampleTree.meeting)/agenda.md": "---\n---\n\n## 1. Welcome\n\n- Papers: [Plan](plan.md)\n", plan: "---\ntitle: Plan\n---\n\n\(text)\n"]
        sources.merge(more) { $1 }
        let workshop = try Workshop(sources)
        return workshop.check().sorted().filter { $0.code.dropFirst().hasPrefix("8") }.map { "\($0.location.line) \($0.code) \($0.message)" }
    }

    // MARK: Headings

    @Test(arguments: ["## A\n\n### B\n\n#### C\n\n## D\n\n### E\n\nText.", "Text alone.", "## A\n\nText.\n\n## B\n\nText."])
    func noLevelIsSkipped(_ text: String) throws { #expect(try WritingTests.found(text) == []) }

    @Test func aLevelIsSkipped() throws {
        #expect(try WritingTests.found("## A\n\n#### B\n\nText.\n\n## C\n\n##### D") == [
            "7 W801 this heading has 4 signs #, and the one above it has 2 signs #: a level is skipped",
            "13 W801 this heading has 5 signs #, and the one above it has 2 signs #: a level is skipped",
        ])
        #expect(try WritingTests.found("### B\n\nText.") == ["5 W801 this heading has 3 signs #, and the one above it is the title: a level is skipped"])
    }

    @Test func aBoldLineForAHeading() throws {
        #expect(try WritingTests.found("**Costs**\n\nText.\n\n**Staff and rooms**\n\n- Two officers\n\n**Risks**\n\nNone.") == [
            "5 W806 this bold line and 2 further on seem to be headings, and are none"
        ])
    }

    /// The lines of a cover, a warning, the opening words of a paragraph, a line in a list or quote, the last line of all.
    @Test(arguments: [
        "**Testshire Council**\n\n**Winter plan**\n\nText.", "**This must not be delayed.**\n\nText.", "**Costs:** none.\n\nText.", "- **Costs**\n\n  Text.",
        "> **Costs**\n>\n> Text.", "Text.\n\n**Costs**", "**Costs** and risks\n\nText.",
        "**\(String(repeating: "A long line of words ", count: 6))**\n\nText.",
    ])
    func boldWordsThatAreNoHeading(_ text: String) throws { #expect(try WritingTests.found(text) == []) }

    @Test func agendasAndMinutesHaveBoldLines() throws {
        #expect(try WritingTests.found("Text.", [
            "\(ExampleTree.meeting)/agenda.md": "---\n---\n\n**How to attend**\n\nBy bus.\n\n## 1. Welcome\n\n- Papers: [Plan](plan.md)\n\n**Note**\n\nText.\n",
            "\(ExampleTree.meeting)/minutes.md": "---\nstatus: draft\n---\n\n# Minutes\n\n## 1. Welcome\n\n**RESOLVED**\n\n- (a) That it be noted.\n",
        ]) == [])
    }

    // MARK: Links, pictures and files

    @Test(arguments: ["here", "Click here", "read more", "this link", "HERE", "**here**", "More information"])
    func linksThatSayNothing(_ words: String) throws {
        let found = try WritingTests.found("See [\(words)](https://testshire.example/plan).")
        #expect(found == ["5 W803 “\(words.filter { $0 != "*" })” does not say where this link leads"])
    }

    @Test(arguments: ["the plan", "Here’s the plan", "www.testshire.example", "https://testshire.example", "clerk@testshire.example", "Read more about the winter plan"])
    func linksThatSaySomething(_ words: String) throws { #expect(try WritingTests.found("See [\(words)](https://testshire.example/plan).") == []) }

    @Test(arguments: ["<https://testshire.example/plan.html>", "[https://testshire.example/a/b](https://testshire.example/a/b)", "[www.testshire.example/a/b](https://testshire.example/a/b)"])
    func bareAddresses(_ link: String) throws { #expect(try WritingTests.found("See \(link).") == ["5 W804 this link has a bare address for its words"]) }

    static func picture(_ alternative: String, size: Int = 10) throws -> [String] {
        try found("![\(alternative)](plan/map.png)", ["\(ExampleTree.meeting)/plan/map.png": String(repeating: "x", count: size)])
    }

    @Test(arguments: ["map.png", "IMG_2034", "image", "Picture 3", "DSC01234.JPG", "Untitled", "Chart"])
    func picturesWhoseTextSaysNothing(_ text: String) throws { #expect(try WritingTests.picture(text) == ["5 W802 “\(text)” does not say what the picture shows"]) }

    @Test(arguments: ["Map of the bus routes", "The figures of plan.png as a chart", "Chart: 12 cases in 2025, 15 in 2026"])
    func picturesWhoseTextSaysWhatTheyShow(_ text: String) throws { #expect(try WritingTests.picture(text) == []) }

    @Test func aPictureOfMoreThanAMegabyte() throws {
        #expect(try WritingTests.picture("Map of the bus routes", size: 1_000_000) == [])
        #expect(try WritingTests.picture("Map of the bus routes", size: 1_260_000) == ["5 W809 the picture “map.png” has 1.2 MB"])
    }

    @Test func aPaperThatIsAFile() throws {
        let agenda = "---\n---\n\n## 1. Welcome\n\n- Papers: [Plan](plan.md), [Map](plan/map.PDF)\n\nSee the [form](plan/form.pdf) and the [figures](plan/figures.csv).\n"
        let files = ["map.PDF", "form.pdf", "figures.csv"].map { ("\(ExampleTree.meeting)/plan/\($0)", "x") }
        let more = Dictionary(uniqueKeysWithValues: files + [("\(ExampleTree.meeting)/agenda.md", agenda)])
        #expect(try WritingTests.found("Text.", more) == ["6 W808 this paper is a PDF, and could be a page"])
    }

    // MARK: Tables, paragraphs and sentences

    @Test func aTableWithoutHead() throws {
        #expect(try WritingTests.found("| | | |\n|---|---|---|\n| a | 1 | 2 |") == ["5 W805 nothing says what the 3 columns of this table hold"])
        #expect(try WritingTests.found("| | |\n|---|---|\n| a | 1 |") == [], "names and values")
        #expect(try WritingTests.found("| | | |\n|---|---|---|\n| **A** | **B** | **C** |\n| a | 1 | 2 |") == [], "a bold row is a head")
    }

    @Test(arguments: [("THE CONSULTATION ENDS AT NOON ON 30 APRIL.", 1), ("The CONSULTATION ENDS AT NOON ON 30 APRIL.", 0), ("NHS CCG GP", 0), ("ÉTÉ À PARIS: élection des maires", 0)])
    func capitals(_ text: String, _ count: Int) throws {
        #expect(try WritingTests.found(text).filter { $0.contains("W807") } == (count == 1 ? ["5 W807 this paragraph is written in capitals"] : []))
    }

    /// A sentence of so many words.
    static func sentence(_ words: Int) -> String { "Words" + String(repeating: " and", count: words - 1) + "." }

    @Test(arguments: ["Summary", "1. Purpose of report", "Executive summary", "Key points", "2 Summary of the report"])
    func longSentencesOfASummary(_ title: String) throws {
        #expect(try WritingTests.found("## \(title)\n\n\(WritingTests.sentence(60)) \(WritingTests.sentence(60))") == [])
        #expect(try WritingTests.found("## \(title)\n\n\(WritingTests.sentence(5))\n\(WritingTests.sentence(61))\n\n### Deeper\n\n- \(WritingTests.sentence(70))\n\n## Costs\n\n\(WritingTests.sentence(80))") == [
            "8 W810 this sentence of the summary has 61 words", "12 W810 this sentence of the summary has 70 words",
        ])
    }

    @Test func elsewhereSentencesMayBeLong() throws { #expect(try WritingTests.found("## Costs\n\n\(WritingTests.sentence(80))") == []) }

    // MARK: Acronyms

    @Test func anAcronymIsReportedOnce() throws {
        let found = try WritingTests.found("The QBF met.\nThe QBFs met, and the ZZQ too.", ["pages/about.md": "---\ntitle: About\n---\n\nOur QBF meets.\n"])
        #expect(found == ["5 W811 nobody explains “QBF”, which 2 texts use", "6 W811 nobody explains “ZZQ”"])
    }

    @Test(arguments: [
        "The NHS met.", "The Quality Bus Forum (QBF) met; the QBF will meet.", "Ward QBF12 and QBF 12/3, R&QD, mail qbf@QBF.example, file QBF.pdf.", "Do NOT do so; it is not allowed.",
        "THE QBF MET HERE TODAY", "Part XIV applies.", "An `QBF` in code.", "| Term | Meaning |\n|---|---|\n| QBF | Quality Bus Forum |\n\nThe QBF met.", "Write 'QBF' there.",
        "<abbr title=\"Quality Bus Forum\">QBF</abbr> met.",
    ])
    func acronymsThatNeedNoExplanation(_ text: String) throws { #expect(try WritingTests.found(text).filter { $0.contains("W811") } == []) }

    @Test func theGlossaryExplains() throws {
        #expect(try WritingTests.found("The QBF met.", ["glossary.yml": "- term: QBF\n  meaning: Quality Bus Forum\n"]) == [])
        #expect(try WritingTests.found("The QBFs met.", ["glossary.yml": "- term: Quality Bus Forum\n  meaning: A forum\n  also: [QBF]\n"]) == [])
    }

    /// Nothing of an exempt item or paper is looked at.
    @Test func whatIsExemptIsNotLookedAt() throws {
        let agenda = "---\n---\n\n## 1. Welcome\n\n- Papers: [Plan](plan.md)\n\n## 2. Land\n\n- Papers: [Price](exempt/price.md)\n- Exempt: 3\n- Reason: the price\n\nThe QBF says [here](exempt/price.md).\n\n| A | B |\n|---|---|\n| a | 112 |\n| b | 245 |\n| Total | 375 |\n"
        let exempt = "---\ntitle: Price\n---\n\nThe QBF met [here](https://testshire.example).\n"
        #expect(try WritingTests.found("Text.", ["\(ExampleTree.meeting)/agenda.md": agenda, "\(ExampleTree.meeting)/exempt/price.md": exempt]) == [])
    }
}
