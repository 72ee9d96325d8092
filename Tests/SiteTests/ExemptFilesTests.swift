import Foundation
import Platform
import Testing

/// Files that hold what nobody may read, under a name or in a form by which they would be published.
@Suite struct ExemptFilesTests {
    static let plan = [
        Secret.agenda: "---\n---\n\n## 1. Plan\n\n- Papers: [The plan](plan.md)\n", "\(Secret.meeting)/plan.md": "---\ntitle: The plan\n---\n\nOpen words.\n",
    ]

    /// With a file in the folder of an open paper.
    private func expectRefused(_ name: String, _ code: String, text: String = "Canary", _ more: [String: String] = [:], at location: SourceLocation = #_sourceLocation) throws {
        let files = ExemptFilesTests.plan.merging(["\(Secret.meeting)/plan/\(name)": text]) { $1 }.merging(more) { $1 }
        try Secret.expectHidden(files, refused: code, at: location)
    }

    private func expectPublished(_ name: String, _ more: [String: String] = [:], at location: SourceLocation = #_sourceLocation) throws {
        let workshop = try Workshop(ExemptFilesTests.plan.merging(["\(Secret.meeting)/plan/\(name)": "Shown"]) { $1 }.merging(more) { $1 })
        let outcome = workshop.build()
        #expect(outcome.isBuilt, "said: \(outcome.messages)", sourceLocation: location)
        #expect(workshop.page("\(Secret.meeting)/plan/\(name)") == "Shown", sourceLocation: location)
    }

    // MARK: Names

    @Test(arguments: [
        "Appendix 3 EXEMPT.pdf", "appendix_exempt.xlsx", "Appendix 3 (exempt).pdf", "Appendix.3.exempt.pdf", "ExemptAppendix.pdf", "AppendixEXEMPT.pdf", "APPENDIXEXEMPT.pdf", "appendix\u{A0}exempt.pdf",
        "exempt3.pdf", "appendix-exmept.pdf", "appendix-exemt.pdf", "appendix excempt.pdf", "appendix exept.pdf", "appendix-exampt.pdf", "appendix-xempt.pdf", "exempt", "Confidential.pdf",
        "report_confidential_v2.pdf", "ConfidentialReport.pdf", "confidental.pdf", "PRIVATE.pdf", "Private and confidential.docx", "report (private).pdf", "privateAppendix.csv", "Not for publication – plan.pdf",
    ])
    func aNameThatSaysExempt(_ name: String) throws { try expectRefused(name, "E144") }

    @Test(arguments: [
        "council-tax-exemption.pdf", "except.pdf", "excerpt.pdf", "privately-owned.pdf", "private-hire-licensing.pdf", "private-sector-housing.pdf", "PrivateSectorHousing.pdf", "Private rented sector.pdf",
        "private-water-supplies.xlsx", "private-landlords.pdf", "private-members-bill.pdf", "public-private-partnership.pdf", "privatisation.pdf", "confidentiality-policy.pdf", "part-2.pdf",
        "restricted-byways.pdf", "exhibit.pdf", "primate.pdf",
    ])
    func aNameThatIsOpen(_ name: String) throws { try expectPublished(name) }

    @Test(arguments: [
        "exmept", "Exempt", "EXEMPT", "exempt items", "exempt_papers", "ExemptPapers", "exemt", "exemption", "Confidential", "Private papers", "Part II", "part_b", "not for publication", "closed-session", "exempt ",
    ])
    func aFolderWithNearlyTheName(_ folder: String) throws {
        try Secret.expectHidden(Secret.files("\(Secret.meeting)/\(folder)/canaryname"), refused: "E144", mayName: true)
    }

    @Test(arguments: ["committees/exempt-panel/committee.md", "committees/board/2026-02-02-exempt/agenda.md", "strategies/confidential-plan/strategy.md", "pages/private/canaryname.md"])
    func foldersThatAreNoPapers(_ path: String) throws {
        try Secret.expectHidden([path: "---\ntitle: Canarytitle\n---\n\nCanarytext\n"], refused: "E144", mayName: true)
    }

    @Test(arguments: ["exempt/deal.pdf", "Exempt/deal.pdf", "papers/confidential.pdf", "private/deal.pdf", "deal EXEMPT.pdf", "exmept.pdf", "exempt"]) func amongTheStaticFiles(_ path: String) throws {
        let workshop = try Workshop()
        let statics = workshop.root + "/Public"
        try FileManager.default.copyItem(atPath: Repository.statics, toPath: statics)
        let whole = statics + "/" + path
        try Disk.real.makeFolder(String(whole[..<whole.lastIndex(of: "/")!]))
        try Disk.real.write(Array("Canary".utf8), whole)
        let result = try Command.run(["build", "--today", "2026-02-01"], in: workshop.root)
        #expect(result.status == 1)
        #expect(result.errors.contains("[E144]"), "\(result.errors)")
        #expect(workshop.files().isEmpty)
    }

    @Test func namesOfLinksInAnExemptFolder() throws {
        let workshop = try Workshop(["\(Secret.meeting)/exempt/land.md": "---\ntitle: Canarytitle\n---\n"])
        let folder = "\(workshop.content)/\(Secret.meeting)/exempt"
        try FileManager.default.createSymbolicLink(atPath: folder + "/canarybuyer.md", withDestinationPath: "land.md")
        try FileManager.default.createSymbolicLink(atPath: folder + "/canaryseller.md", withDestinationPath: "/etc/hostname")
        Secret.expectHidden(workshop, refused: "E129")
    }

    @Test(arguments: ["pages/land.md", "strategies/plan/land.md", "strategies/plan/strategy.md"]) func aTitleThatSaysExempt(_ path: String) throws {
        var files = ["strategies/plan/strategy.md": "---\ntitle: Plan\n---\n"]
        files[path] = "---\ntitle: Land (exempt)\n---\n\nCanarytext <b>x</b>.\n"
        try Secret.expectHidden(files, refused: "E141")
        files[path] = "---\ntitle: Land\nclassification: exempt\n---\n\nCanarytext <b>x</b>.\n"
        try Secret.expectHidden(files, refused: "E115")
    }

    // MARK: What programs leave

    @Test(arguments: [
        "land.md~", "land.md.bak", "land.bak", "land.md.orig", "land.md.rej", "land.md.swp", "land.tmp", "land.md.save", "#land.md#", "~$land.docx", "~land.docx", "Thumbs.db", "thumbs.db", "desktop.ini", "Desktop.ini",
        "land.md.old", "land.md.~1~", "land.md.save.1", "land.pdf.part", "land.pdf.crdownload", "land.lnk", "land (conflicted copy 2026-01-01).docx", "land.wbk", "land.BAK", "land.bak2",
    ])
    func whatProgramsLeave(_ name: String) throws {
        try expectRefused(name, "E135", text: Secret.text(classification: "exempt"))
        try Secret.expectHidden(["\(Secret.meeting)/\(name)": Secret.text(classification: "exempt")], refused: "E135")
    }

    @Test(arguments: ["report-v1.2.pdf", "figures.csv", "Budget (1).xlsx", "Copy of Budget.xlsx", "notes.txt", "old.pdf", "backup.pdf"]) func whatPeopleAttach(_ name: String) throws {
        try expectPublished(name)
    }

    @Test(arguments: ["land.MD", "land.Md", "land.markdown", "land.mdown", "land.mkd", "land.txt", "land.text", "land", "land.md.txt", "land.md ", "land.mdx", "land.rst", "land.md.new", "land.md_"]) func sourcesUnderAWrongName(_ name: String) throws {
        try expectRefused(name, "E136", text: Secret.text(classification: "exempt"))
    }

    @Test(arguments: ["\u{FEFF}---\r\ntitle: Canary\r\n---\r\n", "\n\n---\ntitle: Canary\n---\n"]) func aHeadBehindWhatCannotBeSeen(_ text: String) throws {
        try expectRefused("land.txt", "E136", text: text)
    }

    // MARK: The same in another format

    @Test(arguments: ["land.pdf", "land.docx", "Land.pdf", "land.md.pdf", "Copy of land.docx", "land (1).pdf", "land copy.pdf", "LAND.PDF"]) func besideAnExemptPaper(_ name: String) throws {
        try expectRefused(name, "E138", ["\(Secret.meeting)/plan/land.md": Secret.text(classification: "exempt")])
    }

    @Test func besideAFileThatAnExemptItemLists() throws {
        let agenda = ExemptFilesTests.plan[Secret.agenda]! + "\n## 2. Land\n\n- Exempt: 3\n\(ExemptTests.reason)- Papers: [Canarytitle](plan/land.pdf)\n"
        try expectRefused("land.docx", "E138", [Secret.agenda: agenda, "\(Secret.meeting)/plan/land.pdf": "Canary"])
    }

    @Test(arguments: ["landing.pdf", "land-2.pdf", "land-figures.csv"]) func besideAnExemptPaperWithAnotherName(_ name: String) throws {
        try expectPublished(name, ["\(Secret.meeting)/plan/land.md": Secret.text(classification: "exempt")])
    }

    // MARK: What papers say of themselves

    private func paper(head: String = "", body: String = "", _ link: String = "[The report](report.md)") -> [String: String] {
        let text = "---\ntitle: The report\n\(head)---\n\n\(body)\n\nCanarytext <b>x</b>.\n"
        return [Secret.agenda: "---\n---\n\n## 1. Land\n\n- Papers: \(link)\n", "\(Secret.meeting)/report.md": text]
    }

    @Test(arguments: [
        ("Classification", "Exempt – paragraph 3"), ("Status", "Confidential"), ("Exempt?", "Yes"), ("Is this report confidential?", "Yes"), ("Publication", "Not for publication"), ("Part", "II"),
        ("Exempt under", "paragraph 3"), ("Public or private", "Private"), ("Security", "OFFICIAL-SENSITIVE"),
    ])
    func aRowOfTheForm(_ label: String, _ value: String) throws {
        try Secret.expectHidden(paper(head: "properties:\n  - {label: \"\(label)\", value: \"\(value)\"}\n"), refused: "E137")
    }

    @Test(arguments: ["purpose: exempt\n", "status: exempt\n"]) func anotherKey(_ head: String) throws { try Secret.expectHidden(paper(head: head), refused: "E137") }

    @Test(arguments: ["exempt: true\n", "confidential: yes\n", "private: true\n", "publication: no\n"]) func aKeyThatIsNone(_ head: String) throws { try Secret.expectHidden(paper(head: head), refused: "E109") }

    @Test(arguments: [
        "**NOT FOR PUBLICATION** by virtue of paragraph 3 of Schedule 12A", "Exempt report", "**Exempt**", "# Exempt report", "CONFIDENTIAL", "Private and confidential", "This report is exempt under paragraph 3.",
        "> Not for publication", "Report to the Board\n\n**Exempt by virtue of paragraph 3**", "RESTRICTED", "| Exempt | 3 |\n|---|---|", "**Part II – exempt**",
    ])
    func itsFirstLines(_ body: String) throws { try Secret.expectHidden(paper(body: body), refused: "E137") }

    @Test(arguments: ["[Land (exempt)](report.md)", "[EXEMPT: land](report.md)", "[Land – confidential](report.md)", "verbal, [Exempt appendix](report.md)"]) func theWordsOfALink(_ link: String) throws {
        try Secret.expectHidden(paper(link), refused: "E137")
    }

    @Test func theWordsOfALinkToAFile() throws {
        try expectRefused("land.pdf", "E137", [Secret.agenda: ExemptFilesTests.plan[Secret.agenda]! + "\nSee the [exempt appendix](plan/land.pdf).\n"])
    }

    @Test(arguments: [
        ("Exempt appendices", "Appendix 2"), ("Exempt appendices", "None"), ("Exempt from call-in?", "Yes"), ("Contains exempt information", "No"), ("Forward plan (key decisions and private reports)?", "Yes"),
        ("Public or private", "Public"), ("Confidential", "Not confidential"),
    ])
    func aRowThatIsOpen(_ label: String, _ value: String) throws {
        let outcome = try Workshop(paper(head: "properties:\n  - {label: \"\(label)\", value: \"\(value)\"}\n")).build()
        #expect(outcome.isBuilt, "said: \(outcome.messages)")
    }

    @Test(arguments: ["Exempt dwellings pay nothing.", "## Exempt information\n\nNone.", "The report has an exempt appendix.", "Appendix 2 is exempt.", "Private sector housing", "Part 2"]) func firstLinesThatAreOpen(_ body: String) throws {
        let outcome = try Workshop(paper(body: body)).build()
        #expect(outcome.isBuilt, "said: \(outcome.messages)")
    }

    /// Whoever says outright that everybody may read it has decided.
    @Test func unrestrictedOutweighsItsFirstLines() throws {
        #expect(try Workshop(paper(head: "classification: unrestricted\n", body: "Exempt report")).build().isBuilt)
        #expect(try Workshop(paper(head: "classification: unrestricted\n", "[Land (exempt)](report.md)")).build().isBuilt)
    }
}
