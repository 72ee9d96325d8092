import Testing

/// The rules for the record of a meeting: who was there, who voted, how minutes are numbered.
@Suite struct MinutesRuleTests {
    private static let members = """
        kind: committee
        quorum: 3
        members:
          - {name: Councillor Ada Byron, seat: voting}
          - {name: Councillor Ben Carter, seat: voting}
          - {name: Councillor Cy Dunn, seat: voting}
          - {name: Dr Eve Frost, seat: associate}

        """

    private static func present(_ names: String...) -> String { "# Present\n\n" + names.map { "- \($0)\n" }.joined() + "\n" }

    private func found(_ attendance: String, _ minutes: String = "## 1. Welcome\n", committee: String = members, _ more: [String: String] = [:]) throws -> [String] {
        try RuleTests.found(minutes: attendance + "\n# Minutes\n\n" + minutes, committee: committee, more)
    }

    private func codes(_ messages: [String]) -> [String] {
        messages.map { String($0.split(separator: "warning ")[1].prefix(4)) }
    }

    // MARK: Quorum

    @Test func quorum() throws {
        #expect(try found(MinutesRuleTests.present("Councillor Ada Byron", "Councillor Ben Carter", "Councillor Cy Dunn")) == [])
        expect(try found(MinutesRuleTests.present("Councillor Ada Byron", "Councillor Ben Carter", "Dr Eve Frost")), are: [
            "minutes.md:7:0: warning W609: 2 members who count are listed as present, and the quorum is 3 (quorum in committee.md, as the standing orders have it) → Check the list under “# Present” and the seats in committee.md. If the meeting could not do business, write “status: inquorate” in the agenda."
        ])
    }

    @Test func substitutesAndStrangersCount() throws {
        let substitute = MinutesRuleTests.present("Councillor Ada Byron", "Councillor Ben Carter") + "# Substitutes\n\n- Dr Eve Frost (substitute for Councillor Cy Dunn)\n"
        #expect(try found(substitute) == [])
        #expect(try found(MinutesRuleTests.present("Councillor Ada Byron", "Councillor Ben Carter", "Councillor New Comer")) == [])
    }

    @Test func nobodyCountsTwice() throws {
        #expect(try codes(found(MinutesRuleTests.present("Ada Byron", "Councillor Ada Byron", "Ben Carter"))) == ["W609"])
    }

    @Test func anInquorateMeetingMayBeOne() throws {
        let messages = try RuleTests.found(
            head: "status: inquorate\n", minutes: MinutesRuleTests.present("Councillor Ada Byron") + "# Minutes\n\n## 1. Welcome\n", committee: MinutesRuleTests.members)
        #expect(messages == [])
    }

    /// With how many of eight members a quorum in words is met, and with how many it is not.
    @Test(arguments: [
        ("Four voting members, of whom one must be a councillor", 4), ("at least four voting members (or their substitutes) are present including at least one of the Council", 4),
        ("one quarter of the membership", 2), ("a third of the members", 3), ("half", 4), ("1/4", 2), ("50%", 4), ("30 per cent of the membership", 3),
        ("a majority of the members", 5), ("more than half of the members", 5), ("three members or one quarter, whichever is the greater", 3),
        ("three members or one quarter, whichever is the smaller", 2), ("one quarter, subject to a minimum of three", 3), ("two thirds", 6),
    ])
    func quorumInWords(_ words: String, _ quorum: Int) throws {
        func count(_ present: Int) throws -> Int {
            let seats = (1...8).map { "  - {name: Councillor A\($0)a B\($0)b, seat: voting}\n".replacing("1", with: "i").replacing("2", with: "j") }.joined()
            let names = (1...present).map { "- Councillor A\($0)a B\($0)b\n".replacing("1", with: "i").replacing("2", with: "j") }.joined()
            return try found("# Present\n\n" + names, committee: "kind: committee\nquorum: \"\(words)\"\nmembers:\n" + seats).count
        }
        #expect(try count(quorum) == 0)
        #expect(try count(quorum - 1) == 1)
    }

    @Test(arguments: ["as the constitution says", "see standing order 12 or 13", "999999999999999999%", "9/0", "", "three or four"])
    func quorumThatIsNotUnderstood(_ words: String) throws {
        #expect(try found(MinutesRuleTests.present("Councillor Ada Byron"), committee: "kind: committee\nquorum: \"\(words)\"\n") == [])
    }

    @Test func aCouncilNeedsAQuarterByLaw() throws {
        let five = "kind: council\nmembers:\n" + ["Ada Byron", "Ben Carter", "Cy Dunn", "Di Ellis", "Ed Fox"].map { "  - {name: \($0)}\n" }.joined()
        #expect(try found(MinutesRuleTests.present("Ada Byron", "Ben Carter"), committee: five) == [])
        #expect(try found(MinutesRuleTests.present("Ada Byron"), committee: five).first?.contains("1 member who counts is listed as present, and the quorum is 2 (Local Government Act 1972, Schedule 12, paragraph 6)") == true)
    }

    // MARK: Substitutes

    @Test func aSubstituteForSomebodyWhoIsThere() throws {
        let all = MinutesRuleTests.present("Ada Byron", "Councillor Ben Carter", "Councillor Cy Dunn", "Guy Hill (substitute for Councillor Byron)")
        expect(try found(all), are: [
            "minutes.md:10:0: warning W610: Guy Hill stands in for Councillor Byron, who is listed as present (standing orders) → Check both lists: a substitute acts only while the member is away."
        ])
        #expect(try found(MinutesRuleTests.present("Councillor Ben Carter", "Councillor Cy Dunn", "Guy Hill (substitute for Councillor Byron)")) == [])
    }

    // MARK: Votes

    private let three = present("Councillor Ada Byron", "Councillor Ben Carter", "Councillor Cy Dunn", "Dr Eve Frost")

    @Test func aVoteThatAddsUp() throws {
        #expect(try found(three, "## 1. Plan\n\n**VOTE:** For 2 (Councillors Byron and Carter); against 1 (Councillor Cy Dunn); abstaining 0.\n") == [])
        #expect(try found(three, "## 1. Plan\n\n**VOTE:** For 2; against 1.\n") == [])
    }

    @Test func numbersThatDoNotMatchTheNames() throws {
        expect(try found(three, "## 1. Plan\n\n**VOTE:** For (3): Ada Byron and Ben Carter; against 0\n"), are: [
            "minutes.md:17:0: warning W604: 3 votes are counted for, but 2 names stand there (Local Authorities (Standing Orders) Regulations 1993, Schedule 2, paragraph 1) → Correct the number or the names."
        ])
    }

    /// One number too few, the right one, one too many.
    @Test(arguments: ["for", "against", "abstaining"]) func asManyVotesAsNames(_ side: String) throws {
        func codes(_ number: Int) throws -> [String] {
            try self.codes(found(three, "## 1. Plan\n\n**VOTE:** \(side.capitalized) (\(number)): Ada Byron and Ben Carter.\n"))
        }
        #expect(try codes(1) == ["W604"])
        #expect(try codes(2) == [])
        #expect(try codes(3) == ["W604"])
    }

    @Test func aVoterWhoWasNotThere() throws {
        expect(try found(three, "## 1. Plan\n\n**VOTE:** For: Ada Byron, Guy Hill; against: none\n"), are: [
            "minutes.md:17:0: warning W606: Guy Hill voted, but is not listed as present (Local Government Act 1972, Schedule 12, paragraph 39 with 44) → Add the name to “# Present”, or correct it; if it is another spelling, add it to people.yml as an alias."
        ])
        let four = three + "- Guy Hill\n"
        #expect(try found(four, "## 1. Plan\n\n**VOTE:** For: Ada Byron, Guy Hill; against: none\n") == [])
    }

    @Test func aliasesAndSurnamesAreTheSamePerson() throws {
        let people = ["people.yml": "- name: Ada Byron\n  aliases: [The Countess of Lovelace]\n"]
        #expect(try found(three, "## 1. Plan\n\n**VOTE:** For: The Countess of Lovelace, Cllr Carter, C Dunn; against 0\n", people) == [])
    }

    @Test func theChairVotesToo() throws {
        let chaired = three.replacing("Byron", with: "Byron MBE (Chair)")
        #expect(try found(chaired, "## 1. Plan\n\n**VOTE:** For: the Chair, Ben Carter; against: Cy Dunn\n") == [])
        #expect(try found(chaired, "## 1. Plan\n\n**VOTE:** For: Councillor Byron, Ben Carter; against: Cy Dunn\n") == [])
        #expect(try codes(found(chaired, "## 1. Plan\n\n**VOTE:** For: Ada Byron, the Chair; against: Cy Dunn\n")) == ["W605"])
    }

    @Test func twiceInOneVote() throws {
        #expect(try found(three, "## 1. Plan\n\n**VOTE:** For: Ada Byron, Ben Carter; against: Councillor Dunn\n") == [])
        #expect(try codes(found(three, "## 1. Plan\n\n**VOTE:** For: Ada Byron, Ben Carter; against: Councillor Byron\n")) == ["W605"])
    }

    @Test func moreVotesThanMembers() throws {
        #expect(try found(three, "## 1. Plan\n\n**VOTE:** For 2; against 1; abstaining 0.\n") == [])
        #expect(try codes(found(three, "## 1. Plan\n\n**VOTE:** For 2; against 1; abstaining 1.\n")) == ["W607"])
        expect(try found(three, "## 1. Plan\n\n**VOTE:** For 2; against 2.\n"), are: [
            "minutes.md:17:0: warning W607: 4 votes are counted, but only 3 who could vote are listed as present (Local Government Act 1972, Schedule 12, paragraph 39 with 44) → Check the count, and the list under “# Present”."
        ])
    }

    @Test func aVoterWhoHadWithdrawn() throws {
        let declared = "## 1. Interests\n\n**DECLARED:** Councillor Ben Carter – item 2, as a neighbour – withdrew\n\n"
        expect(try found(three, declared + "## 2. Plan (Item 2)\n\n**VOTE:** For: Ada Byron, Ben Carter; against 0\n"), are: [
            "minutes.md:21:0: warning W608: Ben Carter voted, but had declared an interest in this item and withdrawn (Localism Act 2011, section 31(4)) → Correct the vote; if the member stayed and was allowed to vote, end the declaration with “stayed”."
        ])
        #expect(try codes(found(three, declared + "## 2. Plan (Item 2)\n\n**VOTE:** For 3; against 0\n")) == ["W607"])
        #expect(try found(three, declared + "## 2. Welcome (Item 1)\n\n**VOTE:** For: Ada Byron, Ben Carter; against 0\n") == [])
        #expect(try found(three, declared.replacing("withdrew", with: "stayed") + "## 2. Plan (Item 2)\n\n**VOTE:** For: Ben Carter; against 0\n") == [])
        let there = "## 2. Plan\n\n**DECLARED:** Ben Carter – a neighbour – withdrew\n\n**VOTE:** For: Ben Carter; against 0\n"
        #expect(try codes(found(three, there)) == ["W608"])
    }

    // MARK: Numbers of minutes

    private func series(_ first: String, _ second: String, numbering: String = "continuous", between: [String: String] = [:]) throws -> [String] {
        func minutes(_ numbers: String) -> String {
            "---\nstatus: draft\n---\n\n# Minutes\n\n" + numbers.split(separator: " ").map { "## \($0). Matter \($0)\n\n" }.joined()
        }
        let next = "committees/board/2026-03-19"
        return try RuleTests.found(committee: "kind: committee\nminute-numbering: \(numbering)\n", today: "2026-04-01", [
            "\(RuleTests.meeting)/minutes.md": minutes(first), "\(next)/agenda.md": "---\n---\n", "\(next)/minutes.md": minutes(second),
        ].merging(between) { $1 })
    }

    @Test func aSeriesThatGoesOn() throws {
        #expect(try series("60 61", "62 63") == [])
        #expect(try series("60 61", "1 2") == [])
        #expect(try series("1 2", "1 2", numbering: "restart") == [])
    }

    @Test func aSeriesThatSkips() throws {
        expect(try series("60 61", "63 64"), are: [
            "committees/board/2026-03-19/minutes.md:7:0: warning W611: minute 63 follows minute 61 of 2026-01-22, though the series goes on from meeting to meeting (minute-numbering: continuous, in committee.md) → If the printed minutes have it so, leave it. If each meeting begins anew, write “minute-numbering: restart” in committee.md."
        ])
    }

    @Test func aSeriesThatRepeats() throws {
        #expect(try series("60 61", "61 62").first?.contains("W612: the meeting of 2026-01-22 has a minute 61 already") == true)
    }

    @Test func aMeetingWithoutPublishedMinutesLeavesAGap() throws {
        #expect(try series("60 61", "70", between: ["committees/board/2026-02-19/agenda.md": "---\nstatus: held\n---\n"]) == [])
        #expect(try series("60 61", "70", between: ["committees/board/2026-02-19/agenda.md": "---\nstatus: cancelled\n---\n"]).count == 1)
    }

    @Test(arguments: [("60 61 62", []), ("60 61 63", ["W109"]), ("60 61 61", ["W108"])]) func numbersWithinOneMeeting(_ numbers: String, _ codes: [String]) throws {
        let minutes = numbers.split(separator: " ").enumerated().map { "## \($1). Matter \($0)\n\n" }.joined()
        let workshop = try Workshop(["\(RuleTests.meeting)/minutes.md": "---\nstatus: draft\n---\n\n# Minutes\n\n" + minutes])
        #expect(workshop.build().codes == codes)
    }

    @Test func minutesApprovedTooEarly() throws {
        func codes(_ day: String) throws -> [String] {
            try Workshop(["\(RuleTests.meeting)/minutes.md": "---\nstatus: approved\napproved-at: \(day)\n---\n\n# Minutes\n\n## 1. Welcome\n"]).build().codes
        }
        #expect(try codes("2026-01-21") == ["W125"])
        let early = try Workshop(["\(RuleTests.meeting)/minutes.md": "---\nstatus: approved\napproved-at: 2026-01-21\n---\n\n# Minutes\n\n## 1. Welcome\n"])
        #expect(early.build().messages.first?.contains("minutes.md:3:1: warning W125") == true)
        #expect(try codes("2026-01-22") == [])
        #expect(try codes("2026-01-23") == [])
    }
}
