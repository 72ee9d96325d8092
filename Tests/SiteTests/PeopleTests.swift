import Foundation
import Testing

/// People and organisations: who has a page, what stands on it, and where names lead there.
@Suite struct PeopleTests {
    static let meeting = "committees/board/2026-01-22"
    static let committee = "---\nname: Test Board\nmembers:\n"

    private func site(_ sources: [String: String], today: String = "2026-02-01") throws -> Workshop {
        let workshop = try Workshop(sources)
        let outcome = workshop.build(today: today)
        #expect(outcome.isBuilt, "\(outcome.messages)")
        return workshop
    }

    private func minutes(_ lists: String) -> String { "---\nstatus: draft\n---\n\n\(lists)\n\n# Minutes\n" }

    /// committee, year, meetings, expected, present, apologies, substitute, in attendance
    private func attendance(_ workshop: Workshop, of name: String) -> [String] {
        workshop.page("people/attendance.csv").components(separatedBy: "\r\n").filter { $0.hasPrefix(name + ",") }
            .map { $0.components(separatedBy: ",")[1...8].joined(separator: " ") }
    }

    // MARK: Who has a page

    @Test(arguments: [
        "Ada Byron (member of the public)", "Ada Byron, a member of the public (item 5)", "Ada Byron (Petitioner)", "Ada Byron, resident of Thornsike",
        "Ada Byron (local resident)", "Ada Byron (Public Speaker)", "12 members of the public", "Two officers", "Several residents of Thornsike",
        "Members of the press", "None", "Vacancy", "To be confirmed", "Councillors Byron and Babbage", "Apologies had been received",
        "A further nine people were there to listen to the item on the mill and left again",
    ])
    func noPage(_ line: String) throws {
        let workshop = try site(["\(PeopleTests.meeting)/minutes.md": minutes("# In attendance\n\n- \(line)\n- Charles Babbage")])
        #expect(Tree.paths(workshop.output + "/people").filter { $0.hasSuffix("/index.html") } == ["charles-babbage/index.html"])
        let page = workshop.page("\(PeopleTests.meeting)/minutes/index.html")
        #expect(page.components(separatedBy: "/people/").count == 3, "the footer's link, and that of the one who has a page")
        #expect(page.contains("<span class=\"name\">"), "the line is shown all the same")
    }

    @Test(arguments: ["Ada Byron (President), Mill Trust", "Ada Byron (Resident Engineer)", "Ada Byron, Residents’ Association", "Ada Byron (Director of Public Health)"])
    func page(_ line: String) throws {
        let workshop = try site(["\(PeopleTests.meeting)/minutes.md": minutes("# In attendance\n\n- \(line)")])
        #expect(workshop.page("people/ada-byron/index.html").contains("<h1>Ada Byron</h1>"))
    }

    @Test func whoIsAMemberAndOnceAskedAQuestionHasAPageWithoutIt() throws {
        let workshop = try site([
            "committees/board/committee.md": PeopleTests.committee + "  - name: Ada Byron\n---\n",
            "\(PeopleTests.meeting)/minutes.md": minutes("# In attendance\n\n- Ada Byron (member of the public)"),
        ])
        #expect(attendance(workshop, of: "Ada Byron") == ["Test Board 2026 1 1 0 0 0 0"])
    }

    // MARK: Attendance

    @Test func attendanceIsCountedFromListsAlone() throws {
        let workshop = try site([
            "committees/board/committee.md": PeopleTests.committee + """
                  - name: Councillor Ada Byron
                    from: 2026-01-22
                  - name: Charles Babbage
                    to: 2026-01-21
                  - name: Dr Mary Somerville
                ---

                """,
            "\(PeopleTests.meeting)/minutes.md": minutes("# Present\n\n- Cllr Ada Byron (Chair)\n- George Boole (substitute for Dr Mary Somerville)\n\n# Apologies\n\n- Mary Somerville\n\n# In attendance\n\n- Ada Byron (item 2)"),
            "committees/board/2026-01-21/minutes.md": minutes("# Apologies\n\n- Charles Babbage"), "committees/board/2026-01-21/agenda.md": "---\n---\n",
            "committees/board/2026-01-23/minutes.md": minutes(""), "committees/board/2026-01-23/agenda.md": "---\n---\n",
            "committees/board/2025-12-31/minutes.md": minutes("# Present\n\n- M. Somerville"), "committees/board/2025-12-31/agenda.md": "---\n---\n",
            "people.yml": "- name: Mary Somerville\n  aliases: [M Somerville]\n",
        ])
        #expect(attendance(workshop, of: "Councillor Ada Byron") == ["Test Board 2026 2 1 1 0 0 0"], "from the day on which the seat is hers")
        #expect(attendance(workshop, of: "Charles Babbage") == ["Test Board 2026 2 1 0 1 0 0", "Test Board 2025 1 1 0 0 0 0"], "to the last day")
        #expect(attendance(workshop, of: "Mary Somerville") == ["Test Board 2026 2 2 0 1 0 0", "Test Board 2025 1 1 1 0 0 0"], "in all spellings")
        #expect(attendance(workshop, of: "George Boole") == ["Test Board 2026 2 0 0 0 1 0"])
        #expect(workshop.page("people/mary-somerville/index.html").contains("Counted over 3 meetings whose minutes list who was there"))
        #expect(workshop.page("people/index.html").contains(
            "Attendance is counted over 3 meetings whose minutes list who was there; the minutes of 1 meeting have no list."))
    }

    @Test func theTableOfAttendanceIsHadAsAFile() throws {
        let workshop = try site([
            "committees/board/committee.md": PeopleTests.committee + "  - name: Ada Byron\n  - name: Charles Babbage\n---\n",
            "\(PeopleTests.meeting)/minutes.md": minutes("# Present\n\n- Ada Byron"),
            "people.yml": "- name: George Boole\n",
        ])
        #expect(workshop.page("people/ada-byron/attendance.csv").replacing("\u{FEFF}", with: "") == """
            Committee,Year,Meetings,Expected,Present,Apologies,As a substitute,In attendance\r
            Test Board,2026,1,1,1,0,0,0\r

            """)
        #expect(workshop.page("people/ada-byron/index.html").contains("list who was there <a class=\"csv\" href=\"attendance.csv\">CSV"))
        #expect(!Tree.paths(workshop.output).contains("people/george-boole/attendance.csv"), "who was never expected has no table")
    }

    // MARK: Names that lead to pages

    @Test func knownNamesAreLinkedAndTheRestIsText() throws {
        let workshop = try site([
            "committees/board/committee.md": PeopleTests.committee + "  - name: Ada Byron\n    substitute: Charles Babbage\n---\n",
            "\(PeopleTests.meeting)/agenda.md": "---\n---\n\n## 1. Mill\n\n- Papers: [Mill](mill.md)\n- Presenter: Councillor Ada Byron, Chair of the Mill Trust, and Jo Bloggs\n- Contact: C. Babbage, 01632 960114\n",
            "\(PeopleTests.meeting)/mill.md": "---\ntitle: Mill\nauthor: [Ada Byron, Jo Bloggs]\nofficer: \"Charles Babbage, 01632 960114\"\n---\n\nAsk [her](person:ada-byron).\n",
            "\(PeopleTests.meeting)/minutes.md": "---\nstatus: draft\nchair: Ada Byron\n---\n\n# Present\n\n- Ada Byron (Chair), Mill Trust\n\n# Minutes\n",
            "people.yml": "- name: Charles Babbage\n  aliases: [C Babbage]\n",
        ])
        let ada = "<a href=\"../../../people/ada-byron/\">", charles = "<a href=\"../../../people/charles-babbage/\">"
        let meeting = workshop.page("\(PeopleTests.meeting)/index.html")
        #expect(meeting.contains("Presented by \(ada)Councillor Ada Byron</a>, Chair of the Mill Trust, and Jo Bloggs</span>"))
        #expect(meeting.contains("Contact: \(charles)C. Babbage</a>, 01632 960114"))
        #expect(meeting.contains("<dt>Chair</dt><dd>\(ada)Ada Byron</a></dd>"))
        #expect(meeting.contains("<a class=\"name\" href=\"../../../people/ada-byron/\">Ada Byron</a> (Chair), Mill Trust"))
        let paper = workshop.page("\(PeopleTests.meeting)/mill/index.html")
        #expect(paper.contains("<dt>Authors</dt><dd><a href=\"../../../../people/ada-byron/\">Ada Byron</a>, Jo Bloggs</dd>"))
        #expect(paper.contains("<a href=\"../../../../people/ada-byron/\">her</a>"))
        #expect(workshop.page("committees/board/index.html").contains("Substitute: <a href=\"../../people/charles-babbage/\">Charles Babbage</a>."))
        let person = workshop.page("people/ada-byron/index.html")
        #expect(person.contains("1. Mill<span class=\"hidden\">, ") && person.contains("<h2>Papers</h2>"))
        #expect(workshop.page("people/charles-babbage/index.html").contains("<dt>Also written</dt><dd>C Babbage"))
    }

    @Test func accentsAndApostrophesMakeNoSecondPerson() throws {
        let workshop = try site([
            "\(PeopleTests.meeting)/minutes.md": minutes("# Present\n\n- Councillor Inês O’Hara\n\n# Apologies\n\n- Dr Beaumont-Łacey"),
            "committees/board/committee.md": PeopleTests.committee + "  - name: Ines O'Hara\n---\n",
        ])
        #expect(attendance(workshop, of: "Ines O'Hara") == ["Test Board 2026 1 1 1 0 0 0"])
        #expect(workshop.page("people/ines-ohara/index.html").contains("<dt>Also written</dt><dd>Councillor Inês O’Hara</dd>"))
        #expect(workshop.page("a-to-z/index.html").contains(">O&#39;Hara, Ines</a>"))
    }

    // MARK: Moved, seconded, voted

    @Test func whoMovedADecisionAndWhoAnAmendment() throws {
        let workshop = try site([
            "\(PeopleTests.meeting)/minutes.md": minutes("# Present\n\n- Ada Byron\n- Charles Babbage\n- George Boole\n- Mary Somerville") + """

                ## 1. Mill

                It was moved by Ada Byron and seconded by Charles Babbage that the mill be kept.

                George Boole moved as an amendment that it be sold, seconded by Mary Somerville.

                **VOTE:** For 1; against 3.

                **VOTE:** For: Ada Byron, Charles Babbage. Against: George Boole. Abstaining: Mary Somerville.

                **RESOLVED** – That the mill be kept.

                ## 2. Weir

                It was moved by George Boole that the weir be mended.

                **RESOLVED** – That the weir be mended.

                """
        ])
        let told = ["ada-byron", "charles-babbage", "george-boole", "mary-somerville"].map { slug in
            workshop.page("people/\(slug)/\(slug).csv").components(separatedBy: "\r\n").map { $0.components(separatedBy: ",") }
                .filter { ["decision moved", "decision seconded", "vote"].contains($0[0]) }.map { "\($0[0]) \($0[4]) \($0[5])" }
        }
        #expect(told == [
            ["decision moved 1. Mill ", "vote 1. Mill for"], ["decision seconded 1. Mill ", "vote 1. Mill for"],
            ["decision moved 2. Weir ", "vote 1. Mill against"], ["vote 1. Mill abstaining"],
        ])
        #expect(workshop.page("people/mary-somerville/index.html").contains("<strong>Abstained</strong>"))
        #expect(workshop.page("people/ada-byron/index.html").contains("<h2>Decisions moved</h2>"))
    }

    /// Who moved something, where the minutes give a surname alone.
    @Test(arguments: [
        ("It was moved by Councillor Byron and seconded by Cllr O’Hara that", ["ada-byron moved", "ines-ohara seconded"]),
        ("Councillor Byron proposed, and Councillor Beaumont-Lacéy seconded, that", ["ada-byron moved", "tom-beaumont-lacey seconded"]),
        ("**Moved:** Cllr. Byron. **Seconded:** Councillor O'Hara. That", ["ada-byron moved", "ines-ohara seconded"]),
        ("Proposer: Councillor Byron; seconder: Councillor Inês O'Hara; that", ["ada-byron moved", "ines-ohara seconded"]),
        ("Moved by Councillor Smith that", []),
        ("Moved by Councillor Byron Jones, seconded by Dr Byron, that", []),
        ("Moved by Councillor Babbage, seconded by Councillor Kelly, that", []),
        ("Moved by Dr Kelly and seconded by Councillor Boole that", ["mary-kelly moved"]),
        ("Councillor Byron said that nothing was moved, and", []),
        ("Moved by Councillor –, Councillor O’, Councillor É,\nMoved by Cllr.", []),
    ])
    func moversBySurname(_ text: String, _ expected: [String]) throws {
        let workshop = try site([
            "committees/board/committee.md": PeopleTests.committee + "  - name: Councillor Charles Babbage\n  - name: Councillor Eve Byron\n---\n",
            "\(PeopleTests.meeting)/minutes.md": minutes(
                "# Present\n\n- Councillor Ada Byron (Chair)\n- Councillor Inês O'Hara\n- Tom Beaumont-Lacey\n- Councillor Jo Smith\n- Mr Al Smith MBE\n- Dr Mary Kelly\n- Two officers called Boole\n\n# Apologies\n\n- Councillor Eve Byron\n- Councillor Charles Babbage")
                + "\n## 1. Mill\n\n\(text) the mill be kept.\n\n**RESOLVED** – That the mill be kept.\n",
        ])
        let slugs = Tree.paths(workshop.output + "/people").filter { $0.hasSuffix("/index.html") }.map { String($0.dropLast("/index.html".count)) }
        let told = slugs.flatMap { slug in
            workshop.page("people/\(slug)/\(slug).csv").components(separatedBy: "\r\n").filter { $0.hasPrefix("decision ") }
                .map { "\(slug) \($0.components(separatedBy: ",")[0].dropFirst("decision ".count))" }
        }
        #expect(told == expected)
        let page = workshop.page("\(PeopleTests.meeting)/minutes/index.html")
        let minute = page[(page.firstRange(of: "id=\"minute-1\"")?.lowerBound ?? page.startIndex)...]
        for slug in expected.map({ $0.components(separatedBy: " ")[0] }) { #expect(minute.contains("people/\(slug)/\">"), "\(slug) is linked") }
    }

    // MARK: Organisations

    @Test func anOrganisationHasItsPeopleSeatsAndPapers() throws {
        let workshop = try site([
            "committees/board/committee.md": PeopleTests.committee + "  - name: Ada Byron\n    organisation: Mill & Weir Trust\n    seat: voting\n---\n",
            "\(PeopleTests.meeting)/agenda.md": "---\n---\n\n## 1. Mill\n\n- Papers: [Mill](mill.md), [Weir](weir.md)\n",
            "\(PeopleTests.meeting)/mill.md": "---\ntitle: Mill report\nauthor: Ada Byron\n---\n", "\(PeopleTests.meeting)/weir.md": "---\ntitle: Weir report\nauthor: Jo Bloggs\n---\n",
            "people.yml": "- name: Charles Babbage\n  organisation: Mill & Weir Trust and Engine House\n- name: George Boole\n  organisation: Engine House\n",
        ])
        let page = workshop.page("organisations/mill-weir-trust/index.html")
        #expect(page.contains("<h1>Mill &amp; Weir Trust</h1>") && page.contains(">Byron, Ada</a>") && page.contains(">Babbage, Charles</a>"))
        #expect(page.contains("Voting member.") && page.contains("Mill report") && !page.contains("Weir report"))
        #expect(Tree.paths(workshop.output + "/organisations").filter { $0.hasSuffix("/index.html") } == ["engine-house/index.html", "mill-weir-trust/index.html"])
    }

    @Test func aNameTooLongForAFileIsCutShort() throws {
        let long = (1...60).map { "Body\($0)" }.joined(separator: " ")
        let workshop = try site(["people.yml": "- name: Ada Byron\n  organisation: \(long)\n- name: George Boole\n  organisation: \(long) Two\n"])
        #expect(Tree.paths(workshop.output + "/organisations").count { $0.hasSuffix("/index.html") } == 2)
    }

    // MARK: Bad input

    private func messages(people: String) throws -> [String] { try Workshop(["people.yml": people]).build().messages }

    @Test(arguments: ["Ada Byron", "Dr Ada Byron", "Councillor Ada  Byron"]) func twoPeopleWithOneName(_ name: String) throws {
        expect(try messages(people: "- name: Ada Byron\n- name: Charles Babbage\n- name: \(name)\n"), are: [
            "people.yml:3:3: error E312: “\(name)” and “Ada Byron” are one name, so nobody could tell which of the two is meant → If they are one person, make one entry of both. If not, tell them apart by a middle name or a post: “Jane Hill (Thornsike)”."
        ])
    }

    @Test func anAliasThatTwoPeopleClaim() throws {
        expect(try messages(people: "- name: Ada Byron\n  aliases: [A Byron]\n- name: Anne Byron\n  aliases: [Anne Isabella, A. Byron]\n"), are: [
            "people.yml:3:3: error E313: “A. Byron” is an alias of Ada Byron already → Take it out of one of the two entries; where only one of them can be meant, the sources must print more of the name."
        ])
    }

    @Test func anAliasThatIsAnothersName() throws {
        expect(try messages(people: "- name: Ada Byron\n- name: Anne Byron\n  aliases: [Ada Byron]\n"), are: [
            "people.yml:2:3: error E313: “Ada Byron” is an alias of Ada Byron already → Take it out of one of the two entries; where only one of them can be meant, the sources must print more of the name."
        ])
        #expect(try messages(people: "- name: Ada Byron\n  aliases: [Ada Byron, Cllr Ada Byron]\n").isEmpty, "one's own name again is no fault")
    }
}
