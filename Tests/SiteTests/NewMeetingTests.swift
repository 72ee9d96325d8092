import Foundation
import Platform
import Testing

/// `moot new meeting`: what recurs, and what is said of the day.
@Suite struct NewMeetingTests {
    static let site = "name: Testshire\nurl: https://testshire.example/\nnotice: {holidays: [2027-03-26, 2027-03-29]}\n"

    /// A meeting like the others, with something of its own.
    static func agenda(of day: String, venue: String = "Room 1", extra: String = "", next: String? = nil) -> String {
        """
        ---
        status: held
        starts: "14:00"
        venue: "\(venue)"
        attendance: [in-person, online]
        contact: {name: Ann Clerk, phone: "01632 960100"}
        \(next.map { "next-meeting: \($0)" } ?? "")
        ---

        **Filming**

        The meeting is filmed.

        **Speaking**

        Ring us before \(day).

        # Opening

        ## 1. Apologies & substitutes

        ## 2. Declarations of interest

        Say whether you must
        leave the *room*.

        ## 3. Minutes of the previous meeting

        - Papers: [Minutes](../2026-01-01/minutes.md)
        - Purpose: decision

        # For decision

        ## 4. Matter of \(day)

        - Papers: to follow

        ## 5. Work programme

        - Papers: to be tabled
        - Presenter: Ann Clerk
        \(extra)
        # Exempt items

        ## 6. CANARYTITLE

        - Exempt: 3
        - Reason: CANARYREASON

        CANARYTEXT

        ## 7. Date of next meeting

        - Exempt: 3
        - Reason: CANARYREASON

        """
    }

    static let minutes = "---\nstatus: draft\n---\n\n# Minutes\n\n## 1. Apologies (Item 1)\n\nNone.\n"

    static func workshop(_ more: [String: String] = [:]) throws -> Workshop {
        var sources = ["site.yml": site, "committees/board/committee.md": "---\nname: Test Board\nshort: TB\n---\n", "committees/board/2026-01-22/agenda.md": ""]
        for day in ["2026-01-01", "2026-10-01", "2026-11-05", "2026-12-03"] {
            sources["committees/board/\(day)/agenda.md"] = agenda(of: day)
            sources["committees/board/\(day)/minutes.md"] = minutes
        }
        return try Workshop(sources.merging(more, uniquingKeysWith: { $1 }))
    }

    static func new(_ arguments: [String], in workshop: Workshop, folder: String = "", today: String = "2026-12-20") throws -> Command.Result {
        try Command.run(["new"] + arguments + ["--today", today], in: workshop.root + folder)
    }

    static func text(_ path: String, in workshop: Workshop) -> String {
        (try? String(contentsOfFile: workshop.content + "/" + path, encoding: .utf8)) ?? ""
    }

    // MARK: What recurs

    @Test func whatMostOfTheLastMeetingsHave() throws {
        let workshop = try NewMeetingTests.workshop(["committees/board/2026-11-05/agenda.md": NewMeetingTests.agenda(of: "2026-11-05", venue: "Room 2")])
        let result = try NewMeetingTests.new(["meeting", "board", "2027-04-01"], in: workshop)
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.errors == "")
        #expect(NewMeetingTests.text("committees/board/2027-04-01/agenda.md", in: workshop) == """
            ---
            status: scheduled
            starts: "14:00"
            venue: "Room 1"
            attendance: [in-person, online]
            contact: {name: "Ann Clerk", phone: "01632 960100"}
            # The day on which the notice is published, 22 March 2027 at the latest:
            # issued: 2027-03-22
            ---

            **Filming**

            The meeting is filmed.

            # Opening

            ## 1. Apologies & substitutes

            ## 2. Declarations of interest

            Say whether you must
            leave the *room*.

            ## 3. Minutes of the previous meeting

            - Papers: [Minutes of the meeting held on 3 December 2026](../2026-12-03/minutes.md)
            - Purpose: decision

            # For decision

            ## 4. Work programme

            - Papers: to be tabled
            - Presenter: Ann Clerk

            """)
        #expect(result.output.hasPrefix("Content/committees/board/2027-04-01/agenda.md\n\nPlace, times and contact are copied from the meetings of 1 January 2026, "))
        // Good Friday and Easter Monday lie between.
        #expect(result.output.contains("must be published by Monday 22 March 2027: 5 clear working days before the meeting."))
        #expect(!result.output.contains("CANARY"))
        let check = try Command.run(["check", "--today", "2026-12-20"], in: workshop.root)
        #expect(check.status == 0)
        #expect(!check.errors.contains("2027-04-01"), "what is new is without a fault")
    }

    @Test func theNoticeIsInTimeOnThatDayAndTooLateOnTheNext() throws {
        let workshop = try NewMeetingTests.workshop()
        _ = try NewMeetingTests.new(["meeting", "board", "2027-04-01"], in: workshop)
        let path = "committees/board/2027-04-01/agenda.md"
        let text = NewMeetingTests.text(path, in: workshop)
        for (day, isLate) in [("2027-03-22", false), ("2027-03-23", true)] {
            try workshop.write(text.replacing("# issued: 2027-03-22", with: "issued: \(day)"), to: path)
            let check = try Command.run(["check", "--today", "2026-12-20"], in: workshop.root)
            #expect(check.errors.contains("W601") == isLate)
        }
    }

    @Test func theMinutesThatAreNotThereAreToFollow() throws {
        let workshop = try NewMeetingTests.workshop(["committees/board/2026-12-03/minutes.md": ""])
        let result = try NewMeetingTests.new(["meeting", "board", "2027-04-01"], in: workshop)
        #expect(result.errors.contains("“moot new minutes board/2026-12-03” begins them"))
        #expect(NewMeetingTests.text("committees/board/2027-04-01/agenda.md", in: workshop).contains("previous meeting\n\n- Papers: to follow\n- Purpose: decision\n"))
    }

    @Test func aFirstMeeting() throws {
        let workshop = try Workshop(["committees/new/committee.md": "---\nname: New Panel\n---\n"])
        let result = try NewMeetingTests.new(["meeting", "New Panel", "2027-04-01"], in: workshop)
        #expect(result.status == 0, "\(result.errors)")
        #expect(NewMeetingTests.text("committees/new/2027-04-01/agenda.md", in: workshop).contains("## 1. Apologies and substitutes\n"))
        #expect(result.output.contains("New Panel has no earlier agenda to copy from"))
        #expect(try Command.run(["check", "--today", "2026-12-20"], in: workshop.root).errors == "")
    }

    @Test func oneEarlierMeetingGivesOnlyWhatEveryAgendaHas() throws {
        let workshop = try Workshop([
            "committees/board/2026-01-22/agenda.md": "---\nvenue: Hall\n---\n\n## Apologies\n\n## The new bridge\n\n- Presenter: Jo\n\n## Public question time\n"
        ])
        _ = try NewMeetingTests.new(["meeting", "board", "2027-04-01"], in: workshop)
        let text = NewMeetingTests.text("committees/board/2027-04-01/agenda.md", in: workshop)
        #expect(text.hasSuffix("---\n\n## Apologies\n\n## Public question time\n"), "\(text)")
    }

    @Test(arguments: ["## 6. Land\n\n- Exempt 3\n\nCANARY\n", "## 6. CANARY (exempt)\n", "Exempt items\n=====\n\nCANARY\n-----\n\nCANARY\n"])
    func nothingOfWhatIsExemptIsCopiedHoweverItIsMarked(_ item: String) throws {
        var sources: [String: String] = [:]
        for day in ["2026-01-01", "2026-10-01", "2026-11-05", "2026-12-03"] {
            sources["committees/board/\(day)/agenda.md"] = "---\n---\n\n## 1. Apologies\n\nText.\n\n" + item
        }
        let workshop = try NewMeetingTests.workshop(sources)
        let result = try NewMeetingTests.new(["meeting", "board", "2027-04-01"], in: workshop)
        #expect(!NewMeetingTests.text("committees/board/2027-04-01/agenda.md", in: workshop).contains("CANARY"))
        #expect(!(result.output + result.errors).contains("CANARY"))
    }

    // MARK: The day

    @Test(arguments: [
        ("2027-03-27", "27 March 2027 is a Saturday."), ("2027-03-29", "Monday 29 March 2027 is among the holidays in site.yml."),
        ("2026-12-10", "Thursday 10 December 2026 is in the past."), ("2027-04-07", "7 April 2027 is a Wednesday; Test Board mostly meets on a Thursday."),
        ("2026-12-03-budget", "Test Board has a meeting on that day already: board/2026-12-03."),
        ("2026-12-23", "The notice had to be published by Tuesday 15 December 2026, 5 clear working days before the meeting."),
    ])
    func whatIsOddAboutTheDayIsSaidAndNoMore(_ day: String, _ words: String) throws {
        let workshop = try NewMeetingTests.workshop()
        let result = try NewMeetingTests.new(["meeting", "board", day], in: workshop)
        #expect(result.status == 0)
        #expect(result.errors.contains("warning: " + words), "\(result.errors)")
        #expect(NewMeetingTests.text("committees/board/\(day)/agenda.md", in: workshop).hasPrefix("---\nstatus: scheduled\n"))
    }

    @Test func theDayThatWasAnnounced() throws {
        let workshop = try NewMeetingTests.workshop(["committees/board/2026-12-03/agenda.md": NewMeetingTests.agenda(of: "2026-12-03", next: "2027-03-25")])
        let result = try NewMeetingTests.new(["meeting", "board", "2027-04-01"], in: workshop)
        #expect(result.errors.contains("The agenda of 3 December 2026 announced the next meeting for Thursday 25 March 2027."))
    }

    // MARK: Names

    @Test(arguments: [
        (["meeting", "baord", "2027-04-01"], "there is no committee “baord”", "Did you mean “board”?"),
        (["meeting", "board", "2027-04-31"], "there is no 31 April 2027: April has 30 days", "Check"),
        (["meeting", "board", "2027-02-29"], "there is no 29 February 2027: February has 28 days", "Check"),
        (["meeting", "board", "4/3/2027"], "“4/3/2027” is not a date", "Did you mean 2027-03-04?"),
        (["meeting", "board", "2027-3-4"], "“2027-3-4” is not a date", "Did you mean 2027-03-04?"),
        (["meeting", "board", "tomorrow"], "“tomorrow” is not a date", "2027-03-04"),
        (["meeting", "board", "2027-04-01-Budget"], "“2027-04-01-Budget” is neither", "small letters"),
        (["meeting", "board", "2026-12-03"], "Content/committees/board/2026-12-03/agenda.md is there already", "Nothing was changed."),
    ])
    func mistakes(_ arguments: [String], _ message: String, _ remedy: String) throws {
        let workshop = try NewMeetingTests.workshop()
        let before = Tree.identities(workshop.root)
        let result = try NewMeetingTests.new(arguments, in: workshop)
        #expect(result.status == 2)
        #expect(result.errors.contains("error: \(message)"), "\(result.errors)")
        #expect(result.errors.contains(remedy), "\(result.errors)")
        #expect(Tree.identities(workshop.root) == before)
    }

    @Test func committeesByOtherNames() throws {
        for name in ["Test Board", "tb", "board/", "Content/committees/board/"] {
            let workshop = try NewMeetingTests.workshop()
            #expect(try NewMeetingTests.new(["meeting", name, "2027-04-01"], in: workshop).status == 0, "\(name)")
        }
    }

    @Test func fromAFolderBelow() throws {
        let workshop = try NewMeetingTests.workshop()
        let result = try NewMeetingTests.new(["meeting", "board", "2027-04-01"], in: workshop, folder: "/Content/committees/board")
        #expect(result.output.hasPrefix("2027-04-01/agenda.md\n"), "as one would type it there: \(result.output)")
        #expect(!NewMeetingTests.text("committees/board/2027-04-01/agenda.md", in: workshop).isEmpty)
    }

    @Test func whereThereIsNoSite() throws {
        let folder = try Workshop.temporaryFolder()
        defer { try? Disk.real.remove(folder) }
        let result = try Command.run(["new", "meeting", "board", "2027-04-01"], in: folder)
        #expect(result.status == 2)
        #expect(result.errors.contains("“moot new site” makes a whole new site"))
    }
}
