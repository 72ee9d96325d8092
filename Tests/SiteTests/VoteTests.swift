import Foundation
import Model
import Reading
import Testing

/// What is read of votes, from minutes to counts.
@Suite struct VoteTests {
    private static let minutes = "committees/board/2026-01-22/minutes.md"

    /// The counts of each vote in a minute, as `for 8`, `against 2: Edmund Croft, Judith Sowerby`.
    private func votes(_ text: String) throws -> (counts: [[String]], messages: [String]) {
        let workshop = try Workshop([VoteTests.minutes: "---\nstatus: draft\n---\n\n# Minutes\n\n## 1. Plan\n\n" + text + "\n"])
        let outcome = workshop.build()
        let archive = ArchiveReader().read(workshop.content).archive
        let parts = archive?.committees.first?.meetings.first?.minutes?.minutes.first?.parts ?? []
        let votes = parts.compactMap { if case .vote(let vote) = $0 { vote } else { nil } }
        return (votes.map { $0.counts.map(words) }, outcome.messages.filter { $0.contains("W126") })
    }

    private func words(_ count: Vote.Count) -> String {
        let number = count.number.map { " \($0)" } ?? ""
        return count.side.rawValue + number + (count.names.isEmpty ? "" : ": " + count.names.joined(separator: ", "))
    }

    private func expectVote(_ text: String, is expected: [String], at location: SourceLocation = #_sourceLocation) throws {
        let read = try votes(text)
        #expect(read.counts == [expected], sourceLocation: location)
        #expect(read.messages.isEmpty, sourceLocation: location)
    }

    @Test(arguments: [
        "For 8; against 2; abstaining 1.", "for 8, against 2, abstaining 1", "For 8 against 2 abstaining 1", "8 for, 2 against, 1 abstention.",
        "8 votes for, 2 votes against and 1 abstention", "On the amendment: For 8; against 2; abstaining 1.", "In favour: 8. Against: 2. Abstentions: 1.",
        "For refusal 8; against refusal 2; abstained 1.", "For the motion – 8; against – 2; abstaining – 1", "For (8), Against (2), Abstained (1)",
        "Eight in favour, two against and one abstention.", "For 8; against 2; abstaining 1. The Chair used her casting vote.",
        "For 8; against 2; abstaining 1; not voting 4", "For: 8\nAgainst: 2\nAbstaining: 1",
    ])
    func numbers(_ text: String) throws {
        try expectVote("**VOTE:** " + text, is: ["for 8", "against 2", "abstaining 1"])
    }

    @Test func numbersInAList() throws {
        try expectVote("**VOTE:**\n\n- For: 8\n- Against: two\n- Abstaining: none\n", is: ["for 8", "against 2", "abstaining 0"])
    }

    @Test(arguments: ["none", "nobody", "no one", "nil", "0", "None."]) func nobody(_ word: String) throws {
        try expectVote("**VOTE:** For 8; against: \(word)", is: ["for 8", "against 0"])
    }

    @Test func names() throws {
        let expected = ["for: Dr Emeka Obi, Councillor Hugh Beaumont-Lacey", "against: Councillor Ines Carvalho", "abstaining 0"]
        try expectVote("**VOTE:** For: Dr Emeka Obi, Councillor Hugh Beaumont-Lacey. Against: Councillor Ines Carvalho. Abstaining: none.", is: expected)
        try expectVote("**VOTE:**\n\n- For: Dr Emeka Obi, Councillor Hugh Beaumont-Lacey (Chair)\n- Against: Councillor Ines Carvalho\n- Abstaining: None", is: expected)
    }

    @Test func namesUnderOneTitle() throws {
        try expectVote("**VOTE:** For (4): Councillors Bains, Croft & O’Neill and Dr J. van der Berg; against 1 (Cllr Lumb)", is: [
            "for 4: Councillor Bains, Councillor Croft, Councillor O’Neill, Dr J van der Berg", "against 1: Cllr Lumb",
        ])
        try expectVote("**VOTE:** Cllrs Bains and Croft voted for it. For 2 (Cllrs Bains and Croft); against 0", is: [
            "for 2: Councillor Bains, Councillor Croft", "against 0",
        ])
    }

    @Test func severalVotesInOneMinute() throws {
        let read = try votes("**VOTE:** On the amendment: For 3; against 4.\n\nIt was lost.\n\n**VOTE:** For 4; against 3.")
        #expect(read.counts == [["for 3", "against 4"], ["for 4", "against 3"]])
        #expect(read.messages.isEmpty)
    }

    @Test func withoutACount() throws {
        try expectVote("**VOTE:** Carried unanimously.", is: ["against 0", "abstaining 0"])
        try expectVote("**VOTE:** Unanimous (9 members)", is: ["for 9", "against 0", "abstaining 0"])
        try expectVote("**VOTE:** Carried *nem. con.*", is: ["against 0"])
        try expectVote("**VOTE:** Carried by eight votes to two", is: ["for 8", "against 2"])
    }

    @Test(arguments: [
        ("**VOTE:** A show of hands.", "nobody can tell from “A show of hands.” how this vote went"),
        ("**VOTE:**", "nobody can tell how this vote went"),
        ("**VOTE:** For 8; against many", "nobody can tell from “against many” how this vote went"),
        ("**VOTE:** For: Ada Byron and whoever else came; against 0", "nobody can tell from “For: Ada Byron and whoever else came” how this vote went"),
        ("**VOTE:** For 8; against 2. For 3; against 7.", "nobody can tell from “For 3” how this vote went"),
        ("**VOTE:**\n\n- For: 8\n- Agianst: 2", "nobody can tell from “Agianst: 2” how this vote went"),
    ])
    func notCounted(_ text: String, message: String) throws {
        let messages = try votes(text).messages
        let line = text.contains("Agianst") ? 12 : 9
        #expect(messages.first == "\(VoteTests.minutes):\(line):0: warning W126: \(message) → Write each side once, with its number or names: “For 6; against 2; abstaining 1.”, or a list of “For: …”, “Against: …”, “Abstaining: …”. Give a second vote a paragraph of its own.")
    }

    @Test(arguments: [
        "**VOTE:** " + String(repeating: "(", count: 5000), "**VOTE:** For 99999999999999999999", "**VOTE:** For: " + String(repeating: "Ada, ", count: 20_000),
        "**VOTE:** " + String(repeating: "for ", count: 20_000), "**VOTE:** \u{202E}For\u{0301} 8", "**VOTE:** For -1; against ٣",
    ])
    func hostile(_ text: String) throws {
        #expect(try votes(text).counts.count == 1)
    }

    @Test func theSampleVotesAreAllCounted() {
        let (archive, diagnostics) = ArchiveReader().read(Repository.sample)
        #expect(!diagnostics.contains { $0.code == "W126" })
        let parts = archive?.committees.flatMap(\.meetings).compactMap(\.minutes).flatMap(\.minutes).flatMap(\.parts) ?? []
        let votes = parts.compactMap { if case .vote(let vote) = $0 { vote } else { nil } }
        #expect(votes.count >= 12)
        #expect(votes.allSatisfy { $0.counts.contains { $0.side == .for } && $0.counts.contains { $0.side == .against } })
    }
}
