import Foundation
import Platform
import Testing

/// What changed between the draft of minutes and the text that was approved.
@Suite struct DraftTests {
    static let folder = "committees/board/2026-01-22"
    static let draft = "---\nstatus: draft\n---\n\n# Minutes\n\n## 1. Welcome\n\nThe Chair welcomed twelve members of the public.\n\nNobody <em>spoke</em>.\n\n## 2. Roads\n\n**RESOLVED** – That:\n\n- (a) the road be mended;\n- (b) the bridge be painted.\n"
    static let approved = draft.replacing("status: draft", with: "status: approved\napproved-with-changes: true").replacing("twelve", with: "fourteen")
        .replacing("Nobody <em>spoke</em>.\n\n", with: "").replacing("be painted.", with: "be painted green.\n- (c) the ford be closed & signed.")

    private func page(_ workshop: Workshop) -> String {
        let page = workshop.page("\(DraftTests.folder)/minutes/index.html")
        return page.range(of: "<section class=\"draft-changes\">").map { String(page[$0.lowerBound...]) } ?? ""
    }

    private func expectChanges(_ section: String, at location: SourceLocation = #_sourceLocation) {
        for part in [
            "<p class=\"detail\">1. Welcome</p>\n<p>The Chair welcomed <del><span class=\"mark\">Removed:</span> twelve</del> <ins><span class=\"mark\">Added:</span> fourteen</ins> members of the public. </p>",
            "<p><del><span class=\"mark\">Removed:</span> Nobody spoke.</del> </p>", "<p class=\"detail\">2. Roads</p>",
            "<ins><span class=\"mark\">Added:</span> (c) the ford be closed &amp; signed.</ins>",
        ] { #expect(section.contains(part), "\(part) is not in \(section)", sourceLocation: location) }
        #expect(!section.contains("(a) the road"), "what stayed is left out", sourceLocation: location)
    }

    @Test func fromTheFileBeside() throws {
        let workshop = try Workshop(["\(DraftTests.folder)/minutes.md": DraftTests.approved, "\(DraftTests.folder)/minutes.draft.md": DraftTests.draft])
        let outcome = workshop.build()
        #expect(outcome.isBuilt, "\(outcome.messages)")
        expectChanges(page(workshop))
        #expect(!workshop.files().keys.contains { $0.contains("draft") }, "a draft is no paper")
    }

    @Test func withoutADraftNothingIsSaid() throws {
        let workshop = try Workshop(["\(DraftTests.folder)/minutes.md": DraftTests.approved])
        #expect(workshop.build().isBuilt)
        #expect(page(workshop).isEmpty)
        let unapproved = try Workshop(["\(DraftTests.folder)/minutes.md": DraftTests.draft, "\(DraftTests.folder)/minutes.draft.md": DraftTests.draft.replacing("twelve", with: "ten")])
        #expect(unapproved.build().isBuilt)
        #expect(page(unapproved).isEmpty)
    }

    @Test func aDraftThatIsNone() throws {
        let file = "\(DraftTests.folder)/minutes.draft.md"
        expect(try Workshop([file: DraftTests.draft]).build().messages, are: [
            "\(file): warning W140: there are no minutes.md beside this draft → Name it minutes.md: minutes that are not approved yet say “status: draft” in their head."
        ])
        let both = ["\(DraftTests.folder)/minutes.md": DraftTests.approved, file: DraftTests.draft.replacing("status: draft", with: "status: approved")]
        #expect(try Workshop(both).build().messages.contains(
            "\(file): error E160: this is the draft of minutes, but its head does not say so → Write “status: draft”. The approved text belongs in minutes.md."))
        #expect(try Workshop(["\(DraftTests.folder)/minutes.md": DraftTests.approved, file: "---\nstatsu: draft\n---\n"]).build().codes.contains("E109"))
        #expect(try Workshop(["\(DraftTests.folder)/plan/minutes.draft.md": DraftTests.draft]).build().codes.contains("E117"))
    }

    /// A part that is headed as exempt stops the build in a draft as it does in minutes, and its words are told nowhere.
    @Test func exemptWordsInADraft() throws {
        let draft = DraftTests.draft + "\n# Exempt minutes\n\nCanarywords.\n"
        try Secret.expectHidden(["\(DraftTests.folder)/minutes.md": DraftTests.approved, "\(DraftTests.folder)/minutes.draft.md": draft], refused: "E146")
    }

    @Test func aDraftOfAnotherText() throws {
        let other = DraftTests.draft.components(separatedBy: "# Minutes")[0] + "# Minutes\n\n" + (0..<3000).map { "Sentence \($0).\n\n" }.joined()
        let long = DraftTests.approved + "\n" + (0..<3000).map { "Other \($0).\n\n" }.joined()
        let workshop = try Workshop(["\(DraftTests.folder)/minutes.md": long, "\(DraftTests.folder)/minutes.draft.md": other])
        #expect(workshop.build().isBuilt)
        #expect(workshop.page("\(DraftTests.folder)/minutes/index.html").contains("The minutes were changed throughout"))
    }

    // MARK: From the history

    private func git(_ arguments: [String], _ workshop: Workshop) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["git", "-C", workshop.content, "-c", "user.name=T", "-c", "user.email=t@t.example", "-c", "commit.gpgsign=false"] + arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
    }

    private func commit(_ text: String, _ workshop: Workshop) throws {
        try workshop.write(text, to: "\(DraftTests.folder)/minutes.md")
        try git(["add", "-A"], workshop)
        try git(["commit", "-qm", "x"], workshop)
    }

    @Test func fromTheHistory() throws {
        let workshop = try Workshop()
        try git(["init", "-q"], workshop)
        try commit(DraftTests.draft.replacing("twelve", with: "two"), workshop)
        try commit(DraftTests.draft, workshop)
        try commit(DraftTests.approved.replacing("fourteen", with: "fifteen"), workshop)
        try commit(DraftTests.approved, workshop)
        #expect(workshop.build().isBuilt)
        expectChanges(page(workshop))
        // A file beside the minutes goes before the history.
        try workshop.write(DraftTests.draft.replacing("twelve", with: "thirteen"), to: "\(DraftTests.folder)/minutes.draft.md")
        #expect(workshop.build().isBuilt)
        #expect(page(workshop).contains("thirteen"))
    }

    @Test func aHistoryThatTellsNothing() throws {
        let workshop = try Workshop(["\(DraftTests.folder)/minutes.md": DraftTests.approved])
        try git(["init", "-q"], workshop)
        expect(workshop.build().codes, are: [])
        try commit(DraftTests.approved, workshop)
        expect(workshop.build().codes, are: [])
        #expect(page(workshop).isEmpty)
        try workshop.write("not a repository", to: "../Content/.git/HEAD")
        expect(workshop.build().codes, are: [])
    }

    @Test func exemptWordsInTheHistory() throws {
        let workshop = try Workshop()
        try git(["init", "-q"], workshop)
        try commit(DraftTests.draft + "\n# Exempt minutes\n\nCanarywords.\n", workshop)
        try commit(DraftTests.approved, workshop)
        Secret.expectHidden(workshop)
    }
}
