import Testing

/// Ways in which people say that something is private which a directed attack found to be published.
@Suite struct ExemptAttackTests {
    private func expectHidden(_ agenda: String, at location: SourceLocation = #_sourceLocation) throws {
        let workshop = try Workshop(Secret.agenda(agenda))
        let outcome = workshop.build()
        #expect(!outcome.isBuilt, "\(agenda)", sourceLocation: location)
        #expect(!outcome.messages.contains { $0.contains("Canary") }, sourceLocation: location)
    }

    private func expectOpen(_ files: [String: String], at location: SourceLocation = #_sourceLocation) throws {
        let outcome = try Workshop(files).build()
        #expect(outcome.isBuilt, "\(outcome.messages)", sourceLocation: location)
    }

    // MARK: Sections

    @Test(arguments: [
        "Part II items", "Part II: Property", "Part 2 items", "PART II BUSINESS", "Agenda – Part B", "Pt 2", "Part ll", "Part Il", "PartII", "Not to be published", "Do not publish", "Not open to the public",
        "In the absence of the press and public", "Members only", "Behind closed doors", "Priavte items", "Exmept items", "Privat items", "Еxempt items", "Cоnfidential items", "Рart II", "ᴘʀɪᴠᴀᴛᴇ items",
        "Rhan 2", "Eitemau eithriedig", "Eithredig", "Eitemau preifat", "Nid i’w gyhoeddi", "Teil B", "Nichtöffentlicher Teil", "Nicht öffentlich", "Geheime Sitzung", "Nicht zur Veröffentlichung",
        "Séance privée", "Partie II", "Ne pas publier", "Huis clos", "Séance à huis clos",
    ])
    func sections(_ heading: String) throws { try expectHidden("# \(heading)\n\n## 9. Purchase of land\n\nCanarytext.") }

    @Test(arguments: ["Part One", "Part 1: Open items", "Part 2: Property", "Part 8 development", "Part 2 of the Local Plan", "Private sector housing", "Members only library", "Tai sector preifat", "Logement privé", "Teil B des Formulars", "Öffentlicher Teil", "Rhan 1", "Public items (part 2)", "Partie I"])
    func openSections(_ heading: String) throws { try expectOpen(Secret.agenda("# \(heading)\n\n## 9. Purchase of trees\n\nWords.")) }

    // MARK: Items

    @Test(arguments: ["(cyfrinachol)", "(nicht öffentlich)", "– vertraulich", "(confidentiel)", "(wedi’i eithrio)", "(not to be published)", "(ехempt)"])
    func titles(_ mark: String) throws { try expectHidden("## 9. Purchase of land \(mark)\n\nCanarytext.") }

    @Test(arguments: ["Eithriedig: 14", "Vertraulich: ja", "**Nichtöffentlich**", "Nid i’w gyhoeddi", "Mae'r adroddiad hwn wedi'i eithrio.", "Ne pas publier", "DO NOT PUBLISH", "Not to be published."])
    func marks(_ line: String) throws { try expectHidden("## 9. Purchase of land\n\n\(line)\n\nCanarytext.") }

    @Test(arguments: ["Exempt accommodation", "Exempt vehicles", "Exempt charities", "Private Haushalte", "Vertraulichkeit im Umgang mit Daten", "Geheime Wahl", "Confidential waste", "Secteur privé"])
    func openItems(_ title: String) throws { try expectOpen(Secret.agenda("## 9. \(title)\n\nWords.")) }

    // MARK: Papers and minutes

    @Test(arguments: ["NOT FOR PUBLICATION", "**CONFIDENTIAL**", "**Private and confidential**", "Not for publication by virtue of paragraph 3 of Schedule 12A", "STRICTLY PRIVATE"])
    func stampsOfPapers(_ stamp: String) throws {
        let agenda = Secret.agenda("## 9. Land\n\n- Papers: [Land](land.md)")
        for text in ["Words.\n\nMore.\n\nWords again.\n\nOf the director.\n\n\(stamp)\n\nCanarytext.", "## 1. Land\n\nCanarytext.\n\nMore.\n\nWords.\n\nAgain.\n\n\(stamp)\n"] {
            let paper = "---\ntitle: Land\n---\n\n" + text
            try Secret.expectHidden(agenda.merging(["\(Secret.meeting)/land.md": paper]) { $1 }, refused: "E137", mayName: true)
            try expectOpen(agenda.merging(["\(Secret.meeting)/land.md": paper.replacing("title: Land", with: "title: Land\nclassification: unrestricted")]) { $1 })
        }
    }

    private static func minutes(_ text: String) -> [String: String] {
        Secret.agenda("").merging(["\(Secret.meeting)/minutes.md": "---\nstatus: draft\n---\n\n# Minutes\n\n## 1. Welcome (item 1)\n\nWords.\n\n\(text)\n"]) { $1 }
    }

    @Test(arguments: ["## 2. Purchase of land (exempt)", "## 2. Purchase of land – confidential", "## PART 2", "## 2. Private session", "### Private", "NOT FOR PUBLICATION", "This minute is exempt.", "**Private session**", "- Exempt: 3"])
    func minutes(_ line: String) throws { try Secret.expectHidden(Self.minutes("\(line)\n\nCanarytext."), refused: "E146", mayName: true) }

    @Test(arguments: [
        "## 2. Exclusion of the press and public\n\n**RESOLVED** that the public be excluded under section 100A(4) because exempt information under paragraph 3 would be disclosed.",
        "## 2. Private sector housing\n\nThe public were not excluded.", "## 2. Exempt accommodation\n\nThe board discussed it in confidence before.",
    ])
    func openMinutes(_ text: String) throws { try expectOpen(Self.minutes(text)) }

    // MARK: Comments

    @Test(arguments: ["Words. <!-- private\n\nCanarytext\n\n-->", "<!-- private\n<!-- page 3 -->\n\nCanarytext\n\n-->", "\\<!-- Canarytext -->"])
    func commentsThatHideNothing(_ text: String) throws {
        try expectHidden("## 9. Land\n\n\(text)")
        try Secret.expectHidden(Self.minutes(text.replacing("private", with: "later")), refused: "E161", mayName: true)
        let paper = ["\(Secret.meeting)/land.md": "---\ntitle: Land\n---\n\n\(text)\n"]
        try Secret.expectHidden(Secret.agenda("## 9. Land\n\n- Papers: [Land](land.md)").merging(paper) { $1 }, refused: "E161", mayName: true)
    }

    @Test(arguments: ["<!-- page 3 -->", "<!-- words\n\nmore words\n\n-->", "First --> second.", "`<!-- code -->`"])
    func commentsThatHide(_ text: String) throws { try expectOpen(Secret.agenda("## 9. Land\n\n\(text)")) }
}
