import Foundation
import Testing

/// Where the sources leave it in doubt whether something is exempt, nothing is published and nothing of it is told.
@Suite struct ExemptInDoubtTests {
    /// Items that are exempt, whose links miss the file they mean.
    @Test(arguments: [
        "canarynmae.md", "Canaryname.md", "canaryname", "canaryname/", "canaryname.md?x", "exempt\\canaryname.md",
        "/committees/board/2026-01-22/canaryname.md",
    ])
    func aLinkThatMissesItsPaper(_ link: String) throws {
        let item = "## 9. Purchase of land\n\n- Exempt: 3\n\(ExemptTests.reason)- Papers: [Canarytitle](\(link))\n"
        try Secret.expectHidden(Secret.files().merging(Secret.agenda(item)) { $1 }, refused: "E152", mayName: true)
    }

    @Test func anItemThatNamesNoPaper() throws {
        let item = "## 9. Purchase of land\n\n- Exempt: 3\n\(ExemptTests.reason)"
        try Secret.expectHidden(Secret.files().merging(Secret.agenda(item)) { $1 }, refused: "E152", mayName: true)
    }

    @Test(arguments: [
        "Purchase of land (exempt)", "EXEMPT: purchase of land", "Purchase of land – not for publication",
        "Purchase of land [confidential]", "Confidential: purchase of land", "Exempt items", "Purchase of land, exempt under paragraph 3",
    ])
    func aTitleThatSaysExempt(_ title: String) throws {
        let item = "## 9. \(title)\n\n- Papers: [Canarytitle](canaryname.md)\n"
        try Secret.expectHidden(Secret.files().merging(Secret.agenda(item)) { $1 }, refused: "E141")
    }

    @Test(arguments: ["### 9. Purchase of land", "# 9. Purchase of land", "##9. Purchase of land"])
    func aHeadingThatIsNone(_ heading: String) throws {
        let item = "# Exempt items\n\n\(heading)\n\n- Papers: [Canarytitle](canaryname.md)\n"
        try Secret.expectHidden(Secret.files().merging(Secret.agenda(item)) { $1 }, refused: "E142", mayName: true)
    }

    @Test(arguments: ["Items exempt from publication", "Part 2 – Exempt items", "3. Exempt items", "EXEMPT", "Confidential and exempt business"])
    func aSectionOfExemptItems(_ section: String) throws {
        let item = "# \(section)\n\n## 9. Purchase of land\n\n\(ExemptTests.reason)- Papers: [Canarytitle](canaryname.md)\n\nCanarytext.\n"
        try Secret.expectHidden(Secret.files().merging(Secret.agenda(item)) { $1 })
    }

    @Test(arguments: ["exempt-papers", "exempts", "confidential", "private", "part-2"])
    func aFolderWithNearlyTheName(_ folder: String) throws {
        try Secret.expectHidden(Secret.files("\(Secret.meeting)/\(folder)/canaryname"), refused: "E144", mayName: true)
    }

    @Test func papersWithoutAnAgenda() throws {
        var files = Secret.files()
        files[Secret.agenda] = nil
        files["\(Secret.meeting)/agenda.txt"] = "## 9. Purchase of land\n\n- Exempt: 3\n"
        let workshop = try Workshop(base: ["site.yml": "name: B\nurl: https://b.example/\n", "committees/board/committee.md": "---\nname: Board\n---\n"])
        for (path, text) in files { try workshop.write(text, to: path) }
        Secret.expectHidden(workshop, refused: "E148", mayName: true)
    }

    @Test func aSupplementThatAnExemptItemLists() throws {
        let item = "## 9. Purchase of land\n\n- Exempt: 3\n\(ExemptTests.reason)- Papers: [Canarytitle](supplement-1.md)\n"
        let supplement = ["\(Secret.meeting)/supplement-1.md": "---\nkind: supplement\n---\n\n## 9a. Canaryitem\n\nCanarytext.\n"]
        try Secret.expectHidden(Secret.agenda(item).merging(supplement) { $1 }, refused: "E125")
    }

    /// The lines of an item are counted alike by everybody, however they end.
    @Test(arguments: ["\r", "\r\n"]) func otherEndsOfLines(_ end: String) throws {
        let item = "One\(end)two\(end)three\n\n## 9. Purchase of land\n\n- Exempt: 3\n\(ExemptTests.reason)\n[^1]: Canarynote <b>Canarybold</b>\n\nCanarytext\n\n## 10. Next\n\nShown.\n"
        let workshop = try Secret.expectHidden(Secret.agenda(item))
        #expect(workshop.page("\(Secret.meeting)/index.html").contains("Shown."))
    }

    @Test func aHeadingThatIsUnderlined() throws {
        let item = "Purchase of land\n---\n\n- Exempt: 3\n\(ExemptTests.reason)\nCanarytext\n\n## 10. Next\n\nShown.\n"
        let workshop = try Secret.expectHidden(Secret.agenda(item))
        let page = workshop.page("\(Secret.meeting)/index.html")
        #expect(page.contains("Purchase of land") && page.contains("Paragraph 3 of Schedule 12A") && page.contains("Shown."))
    }

    /// What an exempt item continues, or names beside its papers, stays public.
    @Test func whatAnExemptItemContinues() throws {
        let item = "## 9. Purchase of land\n\n- Exempt: 3\n\(ExemptTests.reason)- Follows: [minute 1](../2025-12-15/minutes.md#1)\n"
        let minutes = ["committees/board/2025-12-15/minutes.md": "---\nstatus: draft\n---\n\n# Minutes\n\n## 1. Roads\n\nShown.\n"]
        let workshop = try Secret.expectHidden(Secret.agenda(item).merging(minutes) { $1 })
        #expect(workshop.page("committees/board/2025-12-15/minutes/index.html").contains("Shown."))
    }

    @Test func aPageMarkBeforeTheFields() throws {
        let item = "## 9. Purchase of land\n\n<!-- page 14 -->\n\n- Exempt: 3\n\(ExemptTests.reason)- Papers: [Canarytitle](canaryname.md)\n"
        try Secret.expectHidden(Secret.files().merging(Secret.agenda(item)) { $1 })
    }
}
