import Foundation
import Platform
import Testing

/// `moot new minutes`: the record begun from the agenda.
@Suite struct NewMinutesTests {
    private static let committee = """
        ---
        name: Test Board
        minute-numbering: continuous
        members:
          - {name: Councillor Ann Archer, role: Chair, organisation: Testshire Council, seat: voting}
          - {name: Bob Baker, seat: voting, from: 2026-12-04}
          - {name: Cat Cole, seat: voting, to: 2026-12-02}
          - {name: Councillor Ann Archer, seat: voting}
          - {name: Dee Drew, organisation: "Healthwatch", seat: observer}
        ---
        """

    private static let agenda = """
        ---
        status: held
        starts: "14:00"
        ---

        ## 1. Apologies

        ## 2. Winter *plan*

        - Papers: verbal
        - Purpose: decision

        ## 3. Withdrawn matter

        - State: withdrawn

        # Exempt items

        ## 4. Sale of land

        - Exempt: 3, 5
        - Reason: CANARYREASON
        - Presenter: CANARY PERSON

        CANARYTEXT

        """

    private static func workshop(_ more: [String: String] = [:]) throws -> Workshop {
        try Workshop([
            "committees/board/committee.md": committee, "committees/board/2026-01-22/minutes.md": minutes(from: 8),
            "committees/board/2026-12-03/agenda.md": agenda,
            "committees/board/2026-12-03/supplement-1.md": "---\nkind: supplement\nissued: 2026-12-01\n---\n\n## 2. Winter plan\n\n- Papers: verbal\n\n## 5. Late matter\n\n- Urgent: the roof has come down\n",
        ].merging(more, uniquingKeysWith: { $1 }))
    }

    private static func minutes(from first: Int) -> String {
        "---\nstatus: draft\n---\n\n# Minutes\n\n## \(first). Welcome (Item 1)\n\nYes.\n\n## \(first + 1). Another\n\nYes.\n"
    }

    private func text(_ workshop: Workshop) -> String { NewMeetingTests.text("committees/board/2026-12-03/minutes.md", in: workshop) }

    @Test func membersAndItems() throws {
        let workshop = try NewMinutesTests.workshop()
        let result = try NewMeetingTests.new(["minutes", "board/2026-12-03"], in: workshop)
        #expect(result.status == 0, "\(result.errors)")
        #expect(text(workshop) == """
            ---
            status: draft
            # started: "14:00"
            # ended: "16:00"
            ---

            # Present

            - Councillor Ann Archer (Chair), Testshire Council

            # Apologies

            # In attendance

            # Observers

            - Dee Drew, Healthwatch

            # Minutes

            ## 10. Apologies (Item 1)

            ## 11. Winter plan (Item 2)

            **RESOLVED** – That …

            ## 12. Sale of land (Item 4)

            <!-- Nothing of this is published, unless “Public: yes” stands directly under the heading. -->

            The public were excluded under section 100A(4) of the Local Government Act 1972, as paragraphs 3 and 5 of Part 1 of Schedule 12A applied.

            ## 13. Late matter (Item 5)

            """)
        #expect(result.output.contains("The numbers follow minute 9 of 22 January 2026."))
        #expect(result.output.contains("Left out, since it was withdrawn: Withdrawn matter."))
        #expect(!(result.output + result.errors).contains("CANARY"))
        let check = try Command.run(["check", "--today", "2026-12-20"], in: workshop.root)
        #expect(check.status == 0)
        #expect(!check.errors.contains("minutes.md") || check.errors.contains("[N129]"), "what is new is without a fault: \(check.errors)")
    }

    @Test(arguments: [
        ["board", "2026-12-03"], ["Test Board", "2026-12-03"], ["Content/committees/board/2026-12-03/"], ["./Content/committees/board/2026-12-03/agenda.md"],
        ["board"], ["board/2026-12"],
    ])
    func howAMeetingIsNamed(_ words: [String]) throws {
        let workshop = try NewMinutesTests.workshop()
        let result = try NewMeetingTests.new(["minutes"] + words, in: workshop)
        #expect((result.status == 0) == (words != ["board/2026-12"]), "\(result.errors)")
        #expect(text(workshop).isEmpty == (result.status != 0))
    }

    @Test func fromItsFolder() throws {
        for words in [[], ["."], ["../2026-12-03"]] {
            let workshop = try NewMinutesTests.workshop()
            let result = try NewMeetingTests.new(["minutes"] + words, in: workshop, folder: "/Content/committees/board/2026-12-03")
            #expect(result.status == (words == ["../2026-12-03"] ? 2 : 0), "\(result.errors)")
        }
        let workshop = try NewMinutesTests.workshop()
        #expect(try NewMeetingTests.new(["minutes", "2026-12-03/"], in: workshop, folder: "/Content/committees/board").output.hasPrefix("2026-12-03/minutes.md\n"))
    }

    @Test func numbersThatBeginAnew() throws {
        let restart = NewMinutesTests.committee.replacing("continuous", with: "restart")
        let workshop = try NewMinutesTests.workshop(["committees/board/committee.md": restart])
        _ = try NewMeetingTests.new(["minutes", "board"], in: workshop)
        #expect(text(workshop).contains("## 1. Apologies (Item 1)\n"))
    }

    @Test func minutesThatAreMissingBetween() throws {
        let workshop = try NewMinutesTests.workshop(["committees/board/2026-05-07/agenda.md": "---\nstatus: held\n---\n\n## 1. Welcome\n"])
        let result = try NewMeetingTests.new(["minutes", "board/2026-12-03"], in: workshop)
        #expect(result.errors.contains("There are no minutes yet of 7 May 2026."))
        #expect(text(workshop).contains("## 10. Apologies"))
    }

    @Test func whatCannotBeMinuted() throws {
        let workshop = try NewMinutesTests.workshop([
            "committees/board/2026-05-07/agenda.md": "---\nstatus: cancelled\n---\n\n## 1. Welcome\n",
            "committees/board/2026-06-04/agenda.md": "---\nstatus: held\n---\n\n## 1. Welcome\n", "committees/board/2026-06-04/minutes.md": NewMinutesTests.minutes(from: 10),
        ])
        for (name, words) in [
            ("board/2026-05-07", "the agenda says that the meeting board/2026-05-07 is cancelled"), ("board/2026-06-04", "minutes.md is there already"),
            ("board/2026-06-05", "Did you mean “2026-06-04”?"), ("baord/2026-06-04", "Did you mean “board”?"), ("board/2026-06-31", "June has 30 days"),
        ] {
            let result = try NewMeetingTests.new(["minutes", name], in: workshop)
            #expect(result.status == 2)
            #expect(result.errors.contains(words), "\(result.errors)")
        }
        #expect(NewMeetingTests.text("committees/board/2026-06-04/minutes.md", in: workshop) == NewMinutesTests.minutes(from: 10))
    }
}
