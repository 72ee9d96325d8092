import Foundation
import Testing

/// Every way of saying that a paper is exempt keeps every word and name of it out of the site and of the messages.
@Suite struct ExemptTests {
    static let reason = "- Reason: the price is being negotiated\n"

    // MARK: By folder

    @Test(arguments: [
        "\(Secret.meeting)/exempt/canaryname", "\(Secret.meeting)/exempt/very/deep/canaryname", "\(Secret.meeting)/plan/exempt/canaryname",
        "committees/board/exempt/canaryname", "committees/board/exempt/2026-01-22/canaryname", "strategies/plan/exempt/canaryname",
        "pages/exempt/canaryname", "pages/about/exempt/canaryname",
    ])
    func byFolder(_ path: String) throws {
        for classification in [nil, "exempt"] {
            try Secret.expectHidden(
                Secret.files(path, classification: classification).merging(["strategies/plan/strategy.md": "---\ntitle: Plan\n---\n"]) { $1 })
        }
    }

    @Test func aFolderForACommittee() throws {
        let files = Secret.files("committees/exempt/2026-01-22/canaryname").merging([
            "committees/exempt/committee.md": "---\nname: Canarycommittee\n---\n",
            "committees/exempt/2026-01-22/agenda.md": "---\nvenue: Canaryvenue\n---\n\n## 1. Canaryitem\n",
        ]) { $1 }
        try Secret.expectHidden(files)
        var only = files
        only["committees/board/committee.md"] = ""
        only["committees/board/2026-01-22/agenda.md"] = ""
        only["committees/exempt/committee.md"] = ""
        try Secret.expectHidden(only)
    }

    @Test(arguments: ["", "no head\nCanarybody\n", "---\ntitle: Canarytitle\n", "---\ntitle: Canary: title\n---\n", "---\n- Canary\n---\n", "---\n\tCanary\n---\n"])
    func brokenSourcesInAnExemptFolder(_ text: String) throws {
        let workshop = try Workshop()
        try workshop.write(text, to: "\(Secret.meeting)/exempt/canaryname.md")
        try workshop.write(Array(text.utf8) + [0xFF], to: "\(Secret.meeting)/exempt/canaryappendix.md")
        Secret.expectHidden(workshop)
    }

    @Test func aLinkIntoAnExemptFolder() throws {
        let workshop = try Workshop(Secret.files("\(Secret.meeting)/exempt/canaryname"))
        let folder = "\(workshop.content)/\(Secret.meeting)"
        try FileManager.default.createSymbolicLink(atPath: folder + "/plan.md", withDestinationPath: "exempt/canaryname.md")
        try FileManager.default.createSymbolicLink(atPath: folder + "/plan", withDestinationPath: "exempt/canaryname")
        Secret.expectHidden(workshop, refused: "E129")
    }

    // MARK: By head

    @Test(arguments: ["exempt", "\"exempt\"", "'exempt'", "exempt # until June"]) func byHead(_ classification: String) throws {
        try Secret.expectHidden(Secret.files(classification: classification))
    }

    @Test(arguments: ["Exempt", "EXEMPT", "confidential", "exempted", "exmept", "[exempt]", "{exempt: true}", "yes", "", "~", "restricted"])
    func aClassificationThatIsNone(_ classification: String) throws {
        try Secret.expectHidden(Secret.files(classification: classification), refused: "E115", mayName: true)
    }

    @Test(arguments: ["Classification: exempt", "clasification: exempt", "CLASSIFICATION: exempt", "classifcation: \"exempt\""])
    func aMisspeltKey(_ line: String) throws {
        let files = ["\(Secret.meeting)/canaryname.md": Secret.text(head: line)]
        try Secret.expectHidden(files, refused: "E109", mayName: true)
    }

    @Test(arguments: ["title: Canary: title\nclassification: exempt", "\tCanary: x\nclassification: exempt", "classification: exempt\nclassification: unrestricted\ntitle: Canary", "- Canary\n- classification: exempt"])
    func aHeadThatCannotBeUnderstood(_ head: String) throws {
        let files = ["\(Secret.meeting)/canaryname.md": "---\n\(head)\n---\n\nCanarybody <b>Canary</b>\n"]
        let workshop = try Workshop(files)
        let outcome = workshop.build()
        #expect(!outcome.isBuilt)
        #expect(!outcome.everythingSaid.lowercased().replacing("canaryname", with: "").contains("canary"))
    }

    // MARK: By item

    @Test(arguments: [
        "- Exempt: 3", "- exempt: 3", "- EXEMPT: 1 and 3", "- **Exempt:** 3", "- **Exempt**: 3", "- *Exempt*: 3", "- Exempt : 3", "-   Exempt:3",
        "- Exempt: paragraphs 1, 2 and 3", "- Exempt: 3, 5", "- Exempt: paragraph 3",
    ])
    func byField(_ mark: String) throws {
        for bullet in ["-", "*", "+"] {
            let mark = bullet + mark.dropFirst()
            let reason = bullet + ExemptTests.reason.dropFirst()
            let paper = "\(bullet) Papers: [Canarytitle](canaryname.md)\n"
            let nested = "\(bullet) Papers:\n  - [Canarytitle](canaryname.md)\n  - [Canaryfigures](canaryname/canaryfigures.csv)\n"
            for fields in ["\(mark)\n\(reason)\(paper)", "\(paper)\(mark)\n\(reason)", "\(nested)\n\(mark)\n\n\(reason)"] {
                let agenda = "## 9. Purchase of land\n\n\(fields)\nCanarytext of the item.\n\n### Canaryheading\n\nMore.\n\n## 10. Close\n\nAll may go home.\n"
                let workshop = try Secret.expectHidden(Secret.files().merging(Secret.agenda(agenda)) { $1 })
                let page = workshop.page("\(Secret.meeting)/index.html")
                #expect(page.contains("Purchase of land"))
                #expect(page.contains("the price is being negotiated"))
                #expect(page.contains("Information relating to the financial or business affairs of any particular person (including the authority holding that information).")
                    || page.contains("Information relating to any individual."))
                #expect(page.contains("All may go home."))
            }
        }
    }

    @Test func eachParagraphHasItsOfficialMeaning() throws {
        let agenda = "## 9. Purchase of land\n\n- Exempt: 1, 2, 3, 4, 5, 6, 7\n\(ExemptTests.reason)"
        let page = try Secret.expectHidden(Secret.agenda(agenda)).page("\(Secret.meeting)/index.html")
        for words in [
            "Information relating to any individual.", "likely to reveal the identity of an individual", "financial or business affairs",
            "labour relations matter", "legal professional privilege", "make an order or direction under any enactment",
            "prevention, investigation or prosecution of crime",
        ] { #expect(page.contains(words)) }
    }

    /// Somebody meant to mark the item, and the format would take it for plain text.
    @Test(arguments: [
        "- Exempt 3\n", "- Exempt – 3\n", "Exempt: 3\n", "**Exempt:** 3\n", "1. Exempt: 3\n", "- Papers: verbal\n\n1. Exempt: 3\n", "- Papers: verbal\n\n* Exempt: 3\n",
        "To agree the purchase.\n\n- Exempt: 3\n", "> - Exempt: 3\n", "Exempt under paragraph 3\n", "- Papers: verbal\n  - Exempt: 3\n",
        "### Exempt: 3\n",
    ])
    func aMarkInTheWrongPlace(_ mark: String) throws {
        let agenda = "## 9. Purchase of land\n\n\(mark)\nCanarytext, see [Canarytitle](canaryname.md).\n"
        try Secret.expectHidden(Secret.files().merging(Secret.agenda(agenda)) { $1 }, refused: "E130", mayName: true)
    }

    @Test(arguments: [("yes", "E124"), ("all", "E124"), ("8", nil), ("0", nil), ("3, 9", nil)]) func paragraphsThatTheScheduleLacks(_ value: String, _ refused: String?) throws {
        let agenda = "## 9. Purchase of land\n\n- Exempt: \(value)\n\(ExemptTests.reason)- Papers: [Canarytitle](canaryname.md)\n\nCanarytext.\n"
        try Secret.expectHidden(Secret.files().merging(Secret.agenda(agenda)) { $1 }, refused: refused, mayName: true)
    }

    /// The faults of an exempt item are told without its words.
    @Test(arguments: [
        "- Papers: Canarytitle to folow\n", "- Canarytitle\n", "- Canarykey: Canaryvalue\n", "- State: Canarystate\n", "- Papers: [Canarytitle](canarynowhere.md)\n",
    ])
    func faultsOfAnExemptItem(_ field: String) throws {
        let agenda = "## 9. Purchase of land\n\n- Exempt: 3\n\(ExemptTests.reason)\(field)\nCanary <b>text</b> ![](canary.png)\n"
        let workshop = try Workshop(Secret.files().merging(Secret.agenda(agenda)) { $1 })
        // The paper that the item should have listed lies open; it has no place in this test.
        for name in Secret.files().keys { try? FileManager.default.removeItem(atPath: workshop.content + "/" + name) }
        let outcome = workshop.build()
        #expect(!outcome.everythingSaid.lowercased().contains("canary"), "\(outcome.everythingSaid)")
        #expect(!workshop.files().values.contains { String(decoding: $0, as: UTF8.self).lowercased().contains("canary") })
    }

    // MARK: By section

    @Test(arguments: [
        "# Exempt items", "# EXEMPT ITEMS", "# exempt items", "# Exempt", "# **Exempt items**", "# Exempt Items – press and public excluded",
        "# Part B – Exempt items", "# 4. Exempt items", "Exempt items\n============",
    ])
    func bySection(_ section: String) throws {
        let agenda = "\(section)\n\nThe public will be asked to leave.\n\n## 9. Purchase of land\n\n- Papers: [Canarytitle](canaryname.md)\n\(ExemptTests.reason)\nCanarytext.\n\n## 10. Sale of land\n\nCanarytext.\n"
        let page = try Secret.expectHidden(Secret.files().merging(Secret.agenda(agenda)) { $1 }).page("\(Secret.meeting)/index.html")
        #expect(page.contains("Purchase of land"))
        #expect(page.contains("Sale of land"))
        #expect(page.contains("the price is being negotiated"))
        #expect(page.contains("The public will be asked to leave."))
    }

    @Test func aSectionAfterIsOpenAgain() throws {
        let agenda = "# Exempt items\n\n## 9. Purchase of land\n\n\(ExemptTests.reason)\nCanarytext.\n\n# Public again\n\n## 10. Close\n\nAll may come back.\n"
        let page = try Secret.expectHidden(Secret.agenda(agenda)).page("\(Secret.meeting)/index.html")
        #expect(page.contains("All may come back."))
    }

    // MARK: In a supplement

    static let supplement = "---\nkind: supplement\n---\n\n"

    @Test func anItemOfASupplement() throws {
        let text = ExemptTests.supplement + "## 9. Purchase of land\n\n- Exempt: 3\n\(ExemptTests.reason)- Papers: [Canarytitle](canaryname.md)\n\nCanarytext.\n"
        let workshop = try Secret.expectHidden(Secret.files().merging(["\(Secret.meeting)/supplement-1.md": text]) { $1 })
        #expect(workshop.page("\(Secret.meeting)/index.html").contains("Purchase of land"))
    }

    @Test func aSupplementToAnExemptItem() throws {
        let agenda = Secret.agenda("## 9. Purchase of land\n\n- Exempt: 3\n\(ExemptTests.reason)")
        let text = ExemptTests.supplement + "## 9. Purchase of land\n\n- Papers: [Canarytitle](canaryname.md)\n\nCanarytext.\n"
        try Secret.expectHidden(Secret.files().merging(agenda) { $1 }.merging(["\(Secret.meeting)/supplement-1.md": text]) { $1 })
    }

    // MARK: What belongs to an exempt paper

    @Test func aFileThatOnlyAnExemptItemLinksTo() throws {
        let agenda = Secret.agenda("## 9. Purchase of land\n\n- Exempt: 3\n\(ExemptTests.reason)\nSee [Canary](canaryname.csv), [Canary](../../../pages/canaryname.csv) and ![Canary](canaryname.svg).\n")
        let page = ["pages/about.md": "---\ntitle: About\n---\n\nHello.\n"]
        let files = ["\(Secret.meeting)/canaryname.csv": "Canary", "\(Secret.meeting)/canaryname.svg": "<svg>Canary</svg>", "pages/canaryname.csv": "Canary"]
        try Secret.expectHidden(files.merging(agenda) { $1 }.merging(page) { $1 })
    }

    @Test func aPaperOfAnotherMeeting() throws {
        let agenda = Secret.agenda("## 9. Purchase of land\n\n- Exempt: 3\n\(ExemptTests.reason)- Papers: [Canarytitle](../2025-11-11/canaryname.md)\n")
        let other = ["committees/board/2025-11-11/agenda.md": "---\n---\n\n## 1. Welcome\n"]
        try Secret.expectHidden(Secret.files("committees/board/2025-11-11/canaryname").merging(agenda) { $1 }.merging(other) { $1 })
    }

    // MARK: What open sources say of exempt ones

    @Test(arguments: ["canaryname", "exempt/canaryname"]) func anOpenItemThatListsAnExemptPaper(_ path: String) throws {
        let agenda = Secret.agenda("## 9. Purchase of land\n\n- Papers: [Canarytitle](\(path).md)\n- Presenter: Ada Byron\n\nWords about it.\n")
        let classification = path == "canaryname" ? "exempt" : nil
        let workshop = try Secret.expectHidden(Secret.files("\(Secret.meeting)/\(path)", classification: classification).merging(agenda) { $1 })
        expect(workshop.build().messages, are: [
            "\(Secret.agenda):8:0: warning W105: this open item lists a paper that is exempt → The page says that a paper is exempt and no more. If the whole item is exempt, give it “- Exempt: …” and “- Reason: …”."
        ])
        let page = workshop.page("\(Secret.meeting)/index.html")
        #expect(page.contains("A further paper is exempt and is not published."))
        #expect(page.contains("Words about it."))
    }

    @Test func anOpenItemOfAnotherMeetingThatListsAnExemptPaper() throws {
        let other = ["committees/board/2026-03-03/agenda.md": "---\n---\n\n## 1. Purchase of land\n\n- Papers: [Canarytitle](../2026-01-22/canaryname.md)\n"]
        try Secret.expectHidden(Secret.files(classification: "exempt").merging(other) { $1 })
    }

    @Test(arguments: [
        ("\(Secret.agenda)", "---\n---\n\n## 1. Land\n\nSee [Canarytitle](canaryname.md).\n"),
        ("\(Secret.meeting)/minutes.md", "---\nstatus: draft\n---\n\n# Minutes\n\n## 1. Land\n\nSee [Canarytitle](canaryname.md#canary).\n"),
        ("pages/about.md", "---\ntitle: About\n---\n\nSee ![Canarytitle](../committees/board/2026-01-22/canaryname/canaryfigures.csv).\n"),
        ("strategies/s/strategy.md", "---\ntitle: S\n---\n\nSee [Canarytitle](../../committees/board/2026-01-22/canaryname/deep/canaryappendix.md).\n"),
    ])
    func anOpenTextThatLinksToAnExemptSource(_ path: String, _ text: String) throws {
        try Secret.expectHidden(Secret.files(classification: "exempt").merging([path: text]) { $1 }, refused: "E302")
    }

    // MARK: Marks that disagree

    @Test func unrestrictedInAnExemptFolder() throws {
        let files = ["\(Secret.meeting)/exempt/canaryname.md": Secret.text(classification: "unrestricted")]
        try Secret.expectHidden(files, refused: "E125", mayName: true)
    }

    @Test func unrestrictedUnderAnExemptItem() throws {
        let agenda = Secret.agenda("## 9. Land\n\n- Exempt: 3\n\(ExemptTests.reason)- Papers: [Canarytitle](canaryname.md)\n")
        try Secret.expectHidden(["\(Secret.meeting)/canaryname.md": Secret.text(classification: "unrestricted")].merging(agenda) { $1 }, refused: "E125", mayName: true)
    }

    @Test func unrestrictedInTheFolderOfAnExemptPaper() throws {
        let files = [
            "\(Secret.meeting)/canaryname.md": Secret.text(classification: "exempt"),
            "\(Secret.meeting)/canaryname/canaryappendix.md": Secret.text(classification: "unrestricted"),
        ]
        try Secret.expectHidden(files, refused: "E125", mayName: true)
    }

    @Test(arguments: [nil, "exempt", "unrestricted"]) func listedByAnOpenAndAnExemptItem(_ classification: String?) throws {
        let agenda = Secret.agenda("## 8. Land\n\n- Papers: [The plan](canaryname.md)\n\n## 9. Land\n\n- Exempt: 3\n\(ExemptTests.reason)- Papers: [Canarytitle](canaryname.md)\n")
        try Secret.expectHidden(
            ["\(Secret.meeting)/canaryname.md": Secret.text(classification: classification)].merging(agenda) { $1 }, refused: "E125", mayName: true)
    }

    @Test func marksThatAgreeAreNoContradiction() throws {
        let agenda = Secret.agenda("# Exempt items\n\n## 9. Land\n\n- Exempt: 3\n\(ExemptTests.reason)- Papers: [Canarytitle](exempt/canaryname.md)\n")
        let outcome = try Secret.expectHidden(Secret.files("\(Secret.meeting)/exempt/canaryname", classification: "exempt").merging(agenda) { $1 }).build()
        expect(outcome.messages, are: [])
    }

    // MARK: The text of an exempt item

    @Test(arguments: [
        "```\nCanary\n## 10. Canary\n", "> Canary\n> ## Canary\n", "| Canary |\n|---|\n| Canary |\n", "<!-- Canary\n", "<div>\nCanary\n", "Words.\n\n- a\n\n  Canary\n\n      Canary\n",
        "[^1]: Canary\n", "text[^n]\n\n[^n]: Canary\n", "[Canary]: https://canary.example 'Canary'\n", "$Canary$\n", "<!-- page 14 -->\n\nCanary\n",
        "Table: Canary\n\n| a |\n|---|\n", "1. Canary\n2. Canary\n", "Canary\rCanary\n",
    ])
    func whateverStandsInAnExemptItem(_ text: String) throws {
        let agenda = "## 9. Purchase of land\n\n- Exempt: 3\n\(ExemptTests.reason)\n\(text)"
        try Secret.expectHidden(Secret.agenda(agenda))
    }

    @Test func theFootnoteOfAnExemptItemAtTheEndOfTheAgenda() throws {
        let agenda = "## 9. Purchase of land\n\n- Exempt: 3\n\(ExemptTests.reason)\nCanarytext[^a].\n\n## 10. Close\n\nPublic words[^b].\n\n[^a]: Canarynote\n\n[^b]: Public note\n"
        let workshop = try Secret.expectHidden(Secret.agenda(agenda))
        #expect(workshop.page("\(Secret.meeting)/index.html").contains("Public words"))
    }

    @Test func windowsLineEnds() throws {
        let agenda = "## 9. Purchase of land\n\n- Exempt: 3\n\(ExemptTests.reason)- Papers: [Canarytitle](canaryname.md)\n\nCanarytext.\n\n## 10. Close\n\nAll may go home.\n"
        let files = Secret.files().merging(Secret.agenda(agenda)) { $1 }.mapValues { $0.replacing("\n", with: "\r\n") }
        #expect(try Secret.expectHidden(files).page("\(Secret.meeting)/index.html").contains("All may go home."))
    }
}
