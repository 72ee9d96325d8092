import Foundation
import Testing

/// A site that an older release made, in the eyes of this one.
@Suite struct SinceTests {
    /// The sample as it was when 0.1.0 built it, with the record that 0.1.0 made of it, and the codes that 0.1.0 gave.
    private static let kept = Repository.root + "/Tests/Kept/0.1.0"

    private func keptSite() throws -> String {
        let folder = try Workshop.temporaryFolder()
        try FileManager.default.copyItem(atPath: SinceTests.kept + "/Content", toPath: folder + "/Content")
        return folder
    }

    @Test func whatAnOlderReleasePublishedIsBuiltAndKept() throws {
        let folder = try keptSite()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let result = try Command.run(["build", "--today", "2026-11-24"] + CommandTests.design, in: folder)
        #expect(result.status == 0, "said: \(result.errors)")
        #expect(!result.errors.contains("error:"))
        let published = try Command.run(["publish", "--today", "2026-11-24"] + CommandTests.design, in: folder)
        #expect(published.status == 0, "said: \(published.errors)")
        // Nothing was edited: what is only numbered anew is no change.
        let record = try String(contentsOfFile: folder + "/Content/published.tsv", encoding: .utf8)
        let days = Set(record.split(separator: "\n").dropFirst().flatMap { $0.split(separator: "\t", omittingEmptySubsequences: false)[1...2] }.filter { !$0.isEmpty })
        #expect(days == ["2026-11-24"])
    }

    /// Three of its minutes are of exempt items, and not published any more.
    @Test func anOlderSiteIsToldWhatIsKeptBackNow() throws {
        let folder = try keptSite()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let result = try Command.run(["check", "--since", "0.1.0", "--today", "2026-11-24"] + CommandTests.design, in: folder)
        #expect(result.status == 0, "said: \(result.output)")
        #expect(result.output.hasPrefix("New in 0.2.0: the minute of an exempt item is not published"), "said: \(result.output)")
        #expect(result.output.components(separatedBy: "[N129]").count == 4)
        #expect(result.output.contains("New since 0.1.0, with nothing to do here\n"))
    }

    @Test func whatIsNewIsToldWithItsMessagesAndItsAnswer() throws {
        let workshop = try Workshop(["committees/board/2026-01-22/Appendix 3 EXEMPT.pdf": "x"])
        let result = try Command.run(["check", "--since", "0.1.0"] + CommandTests.design, in: workshop.root)
        #expect(result.status == 1)
        #expect(result.output.hasPrefix("New in 0.2.0: "), "said: \(result.output)")
        #expect(result.output.contains("[E144]") && result.output.contains("What to do\n"))
        #expect(result.errors.isEmpty)
    }

    @Test func anErrorThatNothingNewExplainsIsNewAllTheSame() throws {
        let workshop = try Workshop(["committees/board/2026-01-22/agenda.md": "---\n---\n\n## 1. Welcome\n\n[A](nowhere.md)\n"])
        let result = try Command.run(["check", "--since", "0.1.0"] + CommandTests.design, in: workshop.root)
        #expect(result.status == 1)
        #expect(result.output.hasPrefix("Other errors\n\n"), "said: \(result.output)")
        #expect(result.output.contains("nowhere.md"))
    }

    @Test(arguments: ["0.0.9", "9.0.0", "1", "latest"]) func aReleaseThatIsNone(_ release: String) throws {
        let workshop = try Workshop()
        let result = try Command.run(["check", "--since", release] + CommandTests.design, in: workshop.root)
        #expect(result.status == 2)
    }

    /// Every message that 0.1.0 did not know is told as news, so that no site is refused without a word on why now.
    @Test func everyNewCodeIsNews() throws {
        let old = Set(try String(contentsOfFile: SinceTests.kept + "/codes.txt", encoding: .utf8).split(separator: "\n").map(String.init))
        #expect(old.count > 200)
        let news = try String(contentsOfFile: Repository.root + "/Sources/commands/Since/Novelties.swift", encoding: .utf8)
        let told = Set(news.matches(of: /"([EWN][0-9]{3})"/).map { String($0.output.1) })
        let now = try Set(ExplanationTests.codesInSources())
        #expect(now.subtracting(old).subtracting(told).sorted() == [], "new, and not in Novelties.swift")
        #expect(told.subtracting(now).sorted() == [], "told as news, and never given")
    }
}
