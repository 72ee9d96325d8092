import Foundation
import Testing

/// What a clerk writes by mistake, and Markdown takes for something else: each of these is an error, and no word of what was
/// meant to be exempt is in the site or in what is said.
@Suite struct ExemptHolesTests {
    static let welcome = "- Purpose: information\n\nAll are welcome.\n\n"
    static let fields = "## 9. Purchase of land\n\n- Exempt: 3\n- Reason: the price is being negotiated"
    static let rest = "\n\nCanarytext <b>bold</b>, see [Canarytitle](canaryname.md).\n"

    private func expectHidden(_ agenda: String, refused code: String, at location: SourceLocation = #_sourceLocation) throws {
        try Secret.expectHidden(Secret.files().merging(Secret.agenda(agenda)) { $1 }, refused: code, mayName: true, at: location)
    }

    /// Builds an agenda in which nothing is exempt, and which only sounds so.
    private func expectOpen(_ agenda: String, at location: SourceLocation = #_sourceLocation) throws {
        let outcome = try Workshop(Secret.agenda(agenda)).build()
        #expect(outcome.isBuilt, "said: \(outcome.messages)", sourceLocation: location)
    }

    // MARK: Fields of one line

    @Test(arguments: [
        "\nCanarytext", "\n\n\tCanarytext", "\n\n  Canarytext", "\n  Canarytext", "\n  - Canarytext", "\n\n  > Canarytext", "\n\n      Canarytext", "  \nCanarytext", "\\\nCanarytext",
        "\n  ```\n  Canarytext\n  ```", "<br>Canarytext", "\n- Presenter: Ann Hill\n  Canarytext", "\n- Contact: Ann Hill\n\n  Canarytext", "\n- Papers: [Canarytitle](x.md)\n  Canarytext",
    ])
    func aFieldThatGoesOn(_ more: String) throws {
        try Secret.expectHidden(Secret.agenda(ExemptHolesTests.fields + more + "\n\n## 10. Close\n"), refused: "E133")
    }

    @Test func papersOfAnExemptItemMayBeAList() throws {
        let papers = "\n- Papers:\n  - [Canarytitle](exempt/canaryname.md)\n  - [Canarytitle](exempt/canaryname/canaryappendix.md)\n"
        try Secret.expectHidden(Secret.files("\(Secret.meeting)/exempt/canaryname").merging(Secret.agenda(ExemptHolesTests.fields + papers)) { $1 })
    }

    @Test(arguments: ["3 (offer of Canary Ltd)", "Canaryvalue", "paragraph 3 – Canaryvalue"]) func theValueOfAMarkIsNotShown(_ value: String) throws {
        try Secret.expectHidden(Secret.agenda("## 9. Land\n\n- Exempt: \(value)\n\(ExemptTests.reason)"), refused: "E124")
    }

    // MARK: Marks

    @Test(arguments: [
        "-Exempt: 3", "-\u{A0}Exempt: 3", "•Exempt: 3", "• Exempt: 3", "·\u{A0}Exempt: 3", "– Exempt: 3", "— Exempt 3", "o Exempt: 3", "‣ Exempt: 3", "*\u{2003}Exempt: 3", "+\u{A0}Exempt: 3",
        "    - Exempt: 3", "\t- Exempt: 3", "To decide.\nExempt: 3", "To decide\nExempt under paragraph 3", "- To decide\n  Exempt: 3", "```\nExempt: 3\n```", "<div>\nExempt: 3\n</div>",
        "| Exempt | 3 |\n|---|---|\n| Reason | price |", "<!-- Exempt: 3 -->", "<b>Exempt</b>: 3", "[Exempt]: 3", "- [ ] Exempt: 3", "Exmept: 3", "- Exemt: 3", "Ex\u{200B}empt: 3",
        "E\u{AD}xempt: 3", "ＥＸＥＭＰＴ: 3", "Exempt = 3", "Exempt? Yes", "Exemption: 3", "Exempt from publication under paragraph 3", "This item is exempt.", "The item is confidential",
        "Item to be taken in private", "Status: exempt", "Confidential: 3", "- Confidential: yes", "- Papers: verbal (exempt)", "Not for publication by virtue of paragraph 3", "By virtue of paragraph 3",
        "Text[^1].\n\n[^1]: Exempt: 3", "Exempt items: 9", "<pre>\nExempt: 3", "&bull; Exempt: 3", "&#8226;&nbsp;Exempt: 3", "- Reason: exempt under paragraph 3", "- State: exempt",
        "- Purpose: confidential", "Exémpt: 3", "Éxempt: 3", "Ex**em**pt: 3", "Confid*ential*: yes", "Exe`mpt`: 3", "𝐄𝐱𝐞𝐦𝐩𝐭: 3", "ⓔxempt: 3", "ℯxempt: 3", String(repeating: "\u{A0}", count: 300) + "Exempt: 3", String(repeating: ". ", count: 300) + "Exempt: 3",
    ])
    func aMarkThatIsNone(_ mark: String) throws {
        try expectHidden("## 9. Purchase of land\n\n\(mark)" + ExemptHolesTests.rest, refused: "E130")
    }

    @Test(arguments: [
        "To exclude the press and public, because exempt information as defined in Schedule 12A would be disclosed.", "The item discloses\nexempt information under paragraph 3.",
        "Appendix 2 is exempt under paragraph 3.", "- Appendix 2 (exempt)", "Exempt appendices: none", "This report is not exempt.", "This item is exempt from call-in.", "There are no exempt items.",
        "The meeting is private.", "Private: 20 places; public: 30 places", "Exempt dwellings are listed below.", "Exempt information: Appendix 2 (paragraph 3)", "Private hire", "Closed",
    ])
    func proseThatSpeaksOfExemption(_ text: String) throws { try expectOpen("## 2. Trees\n\nWords.\n\n\(text)\n") }

    @Test(arguments: ["Exclusion of the press and public", "By virtue of paragraph 3 of Part 1 of Schedule 12A.", "Exempt information as defined in Schedule 12A."])
    func anItemThatExcludesThePublic(_ text: String) throws {
        let agenda = "## 8. Exclusion of the press and public\n\n\(text)\n\n# Exempt items\n\n\(ExemptHolesTests.fields)\n\nCanarytext.\n"
        try Secret.expectHidden(Secret.agenda(agenda))
    }

    // MARK: Headings of sections

    @Test(arguments: [
        "**Exempt items**", "__Exempt items__", "EXEMPT ITEMS", "Exempt items", "### Exempt items", "> Exempt items", "> # Exempt items", "<b>Exempt items</b>", "<h1>Exempt items</h1>",
        "- Exempt items", "1. Exempt items", "**4. Exempt items**", "Words at the end.\nExempt items", "words\n**Exempt items**\nmore words", "---\nExempt items", "＃ Exempt items", "Exmept items",
        "**Exempt items – press and public excluded**", "**Part II**", "Part 2", "**Part B – exempt items**", "**Exclusion of the press and public**", "**Confidential items**", "Private session",
        "**Closed session**", "**In camera**", "**Items containing exempt information**", "**Items which will be considered in private**", "**Huis clos**", "**Nichtöffentlicher Teil**",
    ])
    func theHeadingOfASectionThatIsNone(_ heading: String) throws {
        try expectHidden("## 2. Welcome\n\n\(ExemptHolesTests.welcome)\(heading)\n\n## 9. Purchase of land" + ExemptHolesTests.rest, refused: "E134")
    }

    @Test(arguments: [
        "#\u{A0}Exempt items", "#\u{2009}Exempt items", "\u{A0}# Exempt items", "\u{200B}# Exempt items", "<br>\n# Exempt items", "<div>\n# Exempt items", "</p>\n# Exempt items", "<!-- x --># Exempt items",
        "```\n# Exempt items\n```", "<script>\n# Exempt items", "<?\n# Exempt items", "<![CDATA[\n# Exempt items", "words\n\n    ## 3. Purchase of land", "- words\n\n  ## 3. Purchase of land",
    ])
    func aLineWithSignsThatIsNoHeading(_ heading: String) throws {
        try expectHidden("## 2. Welcome\n\n\(ExemptHolesTests.welcome)\(heading)\n\n## 9. Purchase of land" + ExemptHolesTests.rest, refused: "E143")
    }

    @Test(arguments: ["```", "~~~", "````md"]) func codeThatIsNeverClosed(_ fence: String) throws {
        try expectHidden("## 2. Welcome\n\n\(ExemptHolesTests.welcome)\(fence)\n\n## 9. Purchase of land" + ExemptHolesTests.rest, refused: "E139")
    }

    @Test(arguments: [
        "Confidential items", "Confidental items", "Part II", "PART TWO", "Part B (closed to the press and public)", "Closed session", "Private business", "Restricted items", "In camera", "Pink papers",
        "Exclusion of the public", "Not for publication", "Press and public excluded", "Reserved business", "Excempt items", "Eitemau eithriedig", "Non-public items", "Matters to be taken in private",
    ])
    func aSectionThatSoundsExempt(_ heading: String) throws {
        try expectHidden("# \(heading)\n\n## 9. Purchase of land" + ExemptHolesTests.rest, refused: "E156")
    }

    @Test(arguments: [
        "Open items", "Part One", "Part A", "Private sector housing", "Private hire", "Restricted byways", "Closed landfill sites", "Public participation", "Reserved matters", "Council tax exemptions",
        "Part 2 – Transport", "Executive decisions", "Confidential waste",
    ])
    func aSectionThatIsOpen(_ heading: String) throws { try expectOpen("# \(heading)\n\n## 2. Trees\n\nWords.\n") }

    // MARK: Titles

    @Test(arguments: [
        "Purchase of land – EXEMPT", "Purchase of land - Exempt", "Purchase of land, exempt", "Purchase of land: exempt", "Purchase of land EXEMPT", "Purchase of land exempt item", "Purchase of land (Part II)",
        "Purchase of land – Confidential", "Purchase of land – private", "Purchase of land / Exempt", "Purchase of land (exmept)", "Purchase of land (in confidence)", "Confidential items", "Part II", "Private session",
    ])
    func aTitleThatSaysExempt(_ title: String) throws {
        try expectHidden("## 9. \(title)" + ExemptHolesTests.rest, refused: "E141")
        guard title != "Part II" else { return }
        let paper = Secret.text().replacing("Canarytitle", with: "\"\(title)\"")
        let agenda = Secret.agenda("## 9. Purchase\n\n- Papers: [The report](canaryname.md)\n")
        try Secret.expectHidden(["\(Secret.meeting)/canaryname.md": paper].merging(agenda) { $1 }, refused: "E141", mayName: true)
    }

    @Test(arguments: [
        "Exclusion of the press and public", "Council tax exemptions", "Private sector housing", "Local Plan (Part 2)", "Local Plan – Part 2", "Confidential reporting policy", "Business rates: who is exempt",
        "Public and private landlords", "Road closed", "Exemption from standing orders", "Private Members' Bill", "Public-private partnership",
    ])
    func aTitleThatIsOpen(_ title: String) throws {
        let paper = ["\(Secret.meeting)/plan.md": "---\ntitle: \"\(title)\"\n---\n\nWords.\n"]
        let outcome = try Workshop(Secret.agenda("## 2. \(title)\n\n- Papers: [Plan](plan.md)\n").merging(paper) { $1 }).build()
        #expect(outcome.isBuilt, "said: \(outcome.messages)")
    }

    @Test func theTitleOfASupplement() throws {
        let supplement = "---\nkind: supplement\ntitle: Supplement (exempt)\n---\n\n## 9. Purchase of land\n\n- Papers: [Canarytitle](canaryname.md)\n\nCanarytext <b>x</b>.\n"
        try Secret.expectHidden(Secret.files().merging(["\(Secret.meeting)/supplement-1.md": supplement]) { $1 }, refused: "E141", mayName: true)
    }

    // MARK: Within an exempt item

    @Test(arguments: ["Canarytext.\n---\n\nCanarytext.", "Canarytext\n===", "5 canaries\n---"]) func aRuleDirectlyBelowAText(_ text: String) throws {
        try Secret.expectHidden(Secret.agenda("\(ExemptHolesTests.fields)\n\nWords.\n\n\(text)\n\n## 10. Close\n"), refused: "E157")
    }

    @Test func theNextItemUnderlined() throws {
        let workshop = try Secret.expectHidden(Secret.agenda("\(ExemptHolesTests.fields)\n\nCanarytext.\n\n10 Close\n---\n\nShown.\n"))
        #expect(workshop.page("\(Secret.meeting)/index.html").contains("Shown."))
    }

    @Test(arguments: ["## Background", "## Financial implications", "# Recommendations"]) func aHeadingOfItsReport(_ heading: String) throws {
        try Secret.expectHidden(Secret.agenda("\(ExemptHolesTests.fields)\n\nWords.\n\n\(heading)\n\nCanarytext <b>x</b>.\n\n## 10. Close\n"), refused: "E158")
    }

    @Test(arguments: [
        "**9. Purchase of land**\n\nCanarytext", "Item 9: Purchase of land\n\nCanarytext", "(9) Purchase of land\n\nCanarytext", "**Purchase of land**\n\nCanarytext", "Canarytext of an item without a heading.",
        "No. 9 Purchase of land",
    ])
    func itemsOfASectionWithoutHeadings(_ text: String) throws {
        try Secret.expectHidden(Secret.agenda("# Exempt items\n\n\(text)\n"), refused: "E142")
    }

    @Test(arguments: ["None.", "There are no exempt items.", ""]) func anExemptSectionWithoutItems(_ text: String) throws { try expectOpen("# Exempt items\n\n\(text)\n") }

    @Test(arguments: ["[^1]: Canarynote\n\n    Canarytext\n", "[^1]: Canarynote\n\n\tCanarytext\n\n\tCanarytext\n", "[^1]: Canarynote\n\n  - Canarytext\n"])
    func aNoteOfSomeParagraphs(_ note: String) throws {
        let agenda = "\(ExemptHolesTests.fields)\n\nCanarytext[^1].\n\n## 10. Close\n\nShown.\n\n"
        let workshop = try Secret.expectHidden(Secret.agenda(agenda + note))
        #expect(workshop.page("\(Secret.meeting)/index.html").contains("Shown."))
    }

    @Test func aNoteWhoseMarkIsMistyped() throws {
        try Secret.expectHidden(Secret.agenda("\(ExemptHolesTests.fields)\n\nCanarytext[^1].\n\n## 10. Close\n\nShown.\n\n[^l]: Canarynote\n"), refused: "E159")
    }

    // MARK: In a supplement

    @Test(arguments: [
        "Item 9. Purchase of land", "Purchase of land", "Item 9: Purchase", "9: Purchase", "Agenda item 9 – Purchase", "(9) Purchase", "No. 9 Purchase", "9a. Purchase of land",
        "12. Purchase of land: addendum",
    ])
    func anItemWithTheNumberInOtherWords(_ heading: String) throws {
        let text = ExemptTests.supplement + "## \(heading)" + ExemptHolesTests.rest
        let files = Secret.files().merging(Secret.agenda(ExemptHolesTests.fields)) { $1 }
        try Secret.expectHidden(files.merging(["\(Secret.meeting)/supplement-1.md": text]) { $1 }, refused: "E125", mayName: true)
    }

    /// People take it for the agenda's own number, and so it is exempt as that item is.
    @Test func anItemWithTheSameNumberPrintedOtherwise() throws {
        let text = ExemptTests.supplement + "## 09. Purchase" + ExemptHolesTests.rest
        let files = Secret.files().merging(Secret.agenda(ExemptHolesTests.fields)) { $1 }
        try Secret.expectHidden(files.merging(["\(Secret.meeting)/supplement-1.md": text]) { $1 })
    }

    @Test(arguments: ["## 9. Purchase of land", "## Item 9: Purchase", "## (9) Purchase"]) func anItemThatOnlyASupplementCallsExempt(_ heading: String) throws {
        let text = ExemptTests.supplement + heading + "\n\n- Exempt: 3\n\(ExemptTests.reason)"
        let files = Secret.files().merging(Secret.agenda("## 9. Purchase of land" + ExemptHolesTests.rest)) { $1 }
        try Secret.expectHidden(files.merging(["\(Secret.meeting)/supplement-1.md": text]) { $1 }, refused: "E125", mayName: true)
    }

    @Test func supplementsThatDisagree() throws {
        let open = ExemptTests.supplement + "## 9. Purchase of land" + ExemptHolesTests.rest
        let exempt = ExemptTests.supplement + ExemptHolesTests.fields
        let files = Secret.files().merging(["\(Secret.meeting)/supplement-1.md": open, "\(Secret.meeting)/supplement-2.md": exempt]) { $1 }
        try Secret.expectHidden(files, refused: "E125", mayName: true)
    }

    @Test(arguments: ["## 1. Welcome", "## 10. Trees"]) func anOpenItemOfASupplement(_ heading: String) throws {
        let text = ExemptTests.supplement + heading + "\n\nShown.\n"
        let workshop = try Secret.expectHidden(Secret.agenda(ExemptHolesTests.fields).merging(["\(Secret.meeting)/supplement-1.md": text]) { $1 })
        #expect(workshop.page("\(Secret.meeting)/index.html").contains("Shown."))
    }

    // MARK: Minutes

    @Test(arguments: ["# Confidential minutes", "# Part II", "# Part II – Confidential minutes", "# Closed session", "# Minutes (exempt)", "**Exempt minutes**", "## Confidential minutes", "# Exmept minutes"])
    func aPartOfMinutes(_ heading: String) throws {
        let minutes = "---\nstatus: draft\n---\n\n# Minutes\n\n## 1. Welcome\n\nAll were welcome.\n\n\(heading)\n\nCanarytext <b>x</b>.\n"
        try Secret.expectHidden(["\(Secret.meeting)/minutes.md": minutes], refused: "E146")
    }

    @Test(arguments: ["# Exclusion of the press and public", "## 2. Private sector housing", "**Exclusion of the press and public**", "The confidential minutes were approved."])
    func openMinutes(_ text: String) throws {
        let outcome = try Workshop(["\(Secret.meeting)/minutes.md": "---\nstatus: draft\n---\n\n# Minutes\n\n## 1. Welcome\n\nAll were welcome.\n\n\(text)\n\nWords.\n"]).build()
        #expect(outcome.isBuilt, "said: \(outcome.messages)")
    }
}
