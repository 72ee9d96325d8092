import Testing

/// What is said of agendas, minutes and papers whose text is at fault, and of links that lead nowhere.
@Suite struct BadTextTests {
    static let meeting = "committees/board/2026-01-22"
    static let paper = "\(meeting)/plan.md"

    private func messages(agenda: String, _ more: [String: String] = [:]) throws -> [String] {
        try Workshop(more.merging(["\(BadTextTests.meeting)/agenda.md": "---\n---\n" + agenda]) { $1 }).build().messages
    }

    /// The messages of a paper that an item lists, with minutes of two minutes beside it.
    private func messages(paper: String) throws -> [String] {
        try messages(agenda: "\n## 1. Welcome\n\n- Papers: [Plan](plan.md)\n\n## 2. Plan\n", [
            BadTextTests.paper: "---\ntitle: Plan\n---\n" + paper,
            "\(BadTextTests.meeting)/minutes.md": "---\nstatus: draft\n---\n\n# Minutes\n\n## 61. Welcome\n\n## 62. Plan\n",
            "glossary.yml": "- term: CAMHS\n  meaning: Child and adolescent mental health services\n",
            "people.yml": "- name: Ada Byron\n",
            "strategies/air-plan/strategy.md": "---\ntitle: Air plan\n---\n",
        ])
    }

    // MARK: Agendas

    @Test func unknownField() throws {
        expect(try messages(agenda: "\n## 1. Welcome\n\n- Purpose: decision\n- Presentr: Ada Byron\n"), are: [
            "\(BadTextTests.meeting)/agenda.md:7:0: error E121: an agenda item has no field “Presentr” → Did you mean “Presenter”?"
        ])
    }

    @Test func unknownFieldLikeNoOther() throws {
        expect(try messages(agenda: "\n## 1. Welcome\n\n- Purpose: decision\n- Budget: none\n"), are: [
            "\(BadTextTests.meeting)/agenda.md:7:0: error E121: an agenda item has no field “Budget” → Possible are: Papers, Presenter, Contact, Purpose, Pages, Wards, Exempt, Reason, Follows, Urgent, State, Public."
        ])
    }

    @Test func fieldTwiceAndFieldWithoutValue() throws {
        expect(try messages(agenda: "\n## 1. Welcome\n\n- Purpose: decision\n- Purpose: information\n- Presenter:\n"), are: [
            "\(BadTextTests.meeting)/agenda.md:7:0: error E122: the field “Purpose” stands here twice → Put both values into one field.",
            "\(BadTextTests.meeting)/agenda.md:8:0: error E123: the field “Presenter” has no value → Write the value after the colon, or take the line out.",
        ])
    }

    @Test func wrongState() throws {
        expect(try messages(agenda: "\n## 1. Welcome\n\n- State: defered\n"), are: [
            "\(BadTextTests.meeting)/agenda.md:6:0: error E115: “defered” is not a value of “State” → Did you mean “deferred”?"
        ])
    }

    @Test func papersInWords() throws {
        expect(try messages(agenda: "\n## 1. Welcome\n\n- Papers: to folow\n"), are: [
            "\(BadTextTests.meeting)/agenda.md:6:0: error E115: “to folow” is not a value of “Papers” → Did you mean “to follow”?"
        ])
    }

    @Test func itemNumberTwice() throws {
        expect(try messages(agenda: "\n## 1. Welcome\n\n## 1. Apologies\n"), are: [
            "\(BadTextTests.meeting)/agenda.md:6:0: warning W107: item 1 stands in line 4 already → If the printed paper has it so, leave it: the second one gets an address of its own."
        ])
    }

    @Test func paperThatNoItemLists() throws {
        expect(try messages(agenda: "\n## 1. Welcome\n", [BadTextTests.paper: "---\ntitle: Plan\n---\n"]), are: [
            "\(BadTextTests.paper): warning W302: no item of the agenda lists this paper → Add it to “Papers” of its item; until then it stands under “Other papers”."
        ])
    }

    @Test func attachmentThatNothingLinksTo() throws {
        expect(try messages(agenda: "\n## 1. Welcome\n", ["\(BadTextTests.meeting)/loose.csv": "1"]), are: [
            "\(BadTextTests.meeting)/loose.csv: warning W303: nothing links to this file, so it is not published → Put it in the folder of its paper, or link to it."
        ])
    }

    // MARK: Minutes

    @Test func damagedMinutesAreNoReasonNotToPublish() throws {
        let minutes = "---\nstatus: draft\n---\n\n# Minutes\n\n## 61. Welcome (Item 4)\n\n## 63. Plan\n\nHeld on 31 February 2016.\n\n## 63. Close\n"
        let outcome = try Workshop(["\(BadTextTests.meeting)/minutes.md": minutes]).build()
        #expect(outcome.isBuilt)
        expect(outcome.messages, are: [
            "\(BadTextTests.meeting)/minutes.md:7:0: warning W301: the agenda has no item 4 → Did you mean item 1?",
            "\(BadTextTests.meeting)/minutes.md:9:0: warning W109: minute 63 follows minute 61 → If the printed minutes have it so, leave it.",
            "\(BadTextTests.meeting)/minutes.md:11:0: warning W110: there is no 31 February 2016 in the calendar → If the printed paper has it so, leave it.",
            "\(BadTextTests.meeting)/minutes.md:13:0: warning W108: minute 63 stands in line 9 already → If the printed paper has it so, leave it: the second one gets an address of its own.",
        ])
    }

    @Test func minutesNeedAStatus() throws {
        expect(try Workshop(["\(BadTextTests.meeting)/minutes.md": "---\nended: \"17:05\"\n---\n"]).build().messages, are: [
            "\(BadTextTests.meeting)/minutes.md:1:0: error E111: the key “status” is missing → Add the line “status: …”."
        ])
    }

    // MARK: Links

    @Test func linkToNothing() throws {
        expect(try messages(paper: "\nSee [the minutes](minuts.md).\n"), are: [
            "\(BadTextTests.paper):5:5: error E301: this link leads to “minuts.md”, and there is no such file → Did you mean “minutes.md”?"
        ])
    }

    @Test func linkOutOfTheSources() throws {
        expect(try messages(paper: "\nSee [it](../../../../../etc/passwd).\n"), are: [
            "\(BadTextTests.paper):5:5: error E301: this link leads to “../../../../../etc/passwd”, and there is no such file → Check the spelling, or take the link out."
        ])
    }

    @Test func linkToAPlaceThatIsNotThere() throws {
        expect(try messages(paper: "\n## Purpose\n\nSee [above](#purpos) and [the minute](minutes.md#64).\n"), are: [
            "\(BadTextTests.paper):7:5: error E303: “plan.md” has no place “#purpos” → Did you mean “#purpose”?",
            "\(BadTextTests.paper):7:26: error E303: “minutes.md” has no place “#64” → Check the number, or link to the page as a whole.",
        ])
    }

    @Test(arguments: [
        ("minute:63", "there is no minute “63”", "Did you mean “61”?"),
        ("minute:2026-01-23/62", "there is no meeting “2026-01-23”", "Did you mean “2026-01-22”?"),
        ("item:9", "there is no item “9”", "Did you mean “1”?"),
        ("meeting:2026-01-32", "there is no meeting “2026-01-32”", "Did you mean “2026-01-22”?"),
        ("committee:bord", "there is no committee “bord”", "Did you mean “board”?"),
        ("strategy:air-plans", "there is no strategy “air-plans”", "Did you mean “air-plan”?"),
        ("person:ada-biron", "there is no person “ada-biron”", "Did you mean “ada-byron”?"),
        ("term:CAMSH", "there is no term “CAMSH”", "Did you mean “CAMHS”?"),
        ("term:zzzzz", "there is no term “zzzzz”", "Check the spelling, or take the link out."),
    ])
    func typedLinkToNothing(_ link: String, _ sentence: String, _ remedy: String) throws {
        expect(try messages(paper: "\nSee [it](\(link)).\n"), are: ["\(BadTextTests.paper):5:5: error E304: \(sentence) → \(remedy)"])
    }

    @Test func typedLinkOutsideAMeeting() throws {
        expect(try Workshop(["pages/about.md": "---\ntitle: About\n---\n\n[It](minute:62)\n"]).build().messages, are: [
            "pages/about.md:5:1: error E305: “minute:62” means something of this meeting, but this page belongs to none → Name the meeting too, as in minute:2027-03-04/62."
        ])
    }

    @Test(arguments: ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd"])
    func dangerousAddresses(_ address: String) throws {
        let workshop = try Workshop(["pages/about.md": "---\ntitle: About\n---\n\n[It](\(address))\n"])
        let outcome = workshop.build()
        #expect(outcome.codes == ["W208"])
        #expect(!workshop.page("about/index.html").lowercased().contains(address.lowercased()))
        #expect(workshop.page("about/index.html").contains("It"))
    }

    // MARK: Text

    @Test func pictureWithoutText() throws {
        let found = try messages(paper: "\nA ![](missing)\n")
        #expect(found.contains(
            "\(BadTextTests.paper):5:3: error E201: the picture has no text for people who cannot see it → Say in the square brackets what the picture shows, or write ![](picture.png \"Decorative\") if it tells nothing."))
    }

    @Test func pictureThatIsNotThere() throws {
        expect(try messages(paper: "\n![The river](rivr.svg)\n"), are: [
            "\(BadTextTests.paper):5:1: error E301: this link leads to “rivr.svg”, and there is no such file → Check the spelling, or take the link out."
        ])
    }

    @Test func raggedRow() throws {
        expect(try messages(paper: "\n| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |\n"), are: [
            "\(BadTextTests.paper):7:0: warning W210: the table row has 1 cell, but the table has 2 columns → Add the missing | at the end of the row, or << for cells that are joined to the one on their left.",
            "\(BadTextTests.paper):8:0: warning W210: the table row has 3 cells, but the table has 2 columns → Take out the | that is too many, or write it \\| where it is part of the text. The surplus words were put into the last cell.",
        ])
    }

    @Test func rawHTML() throws {
        let found = try messages(paper: "\nWas <b>bold</b>\n")
        expect(found, are: [
            "\(BadTextTests.paper):5:5: warning W203: the HTML element <b> is not published; its words are → Write **bold** instead."
        ])
    }

    // MARK: Site-wide

    @Test func redirects() throws {
        let redirects = """
            - from: /old/
              to: /committees/bord/
            - from: /committees/board/
              to: /meetings/
            - from: /old
              gone: It went.
            - to: /meetings/
            - from: /nowhere/
            """
        expect(try Workshop(["redirects.yml": redirects + "\n"]).build().messages, are: [
            "redirects.yml:2:3: error E732: there is nothing at /committees/bord/ → Did you mean “/committees/board/”?",
            "redirects.yml:3:3: error E306: there is a page at /committees/board/, so nobody can be sent on from there → Take the entry out of redirects.yml.",
            "redirects.yml:5:3: error E307: /old/ is sent on twice → Take one of the entries out.",
            "redirects.yml:7:3: error E111: the key “from” is missing → Add the line “from: …”.",
            "redirects.yml:8:3: error E111: the key “to” is missing → Add the line “to: …”.",
        ])
    }

    @Test(arguments: ["/", "/meetings/", "/committees/", "/404.html", "/sitemap.xml", "/../out/", "/a/../../../../out/"])
    func redirectsMayNotTakeAnAddress(_ from: String) throws {
        let workshop = try Workshop(["redirects.yml": "- from: \(from)\n  to: /committees/board/\n"])
        let outcome = workshop.build()
        #expect(!outcome.isBuilt)
        #expect(outcome.diagnostics.contains { $0.severity == .error && $0.location.path.hasSuffix("redirects.yml") })
        #expect(Tree.paths(workshop.root).allSatisfy { $0.hasPrefix("Content/") || $0 == "._site.lock" })
    }

    @Test func navigation() throws {
        let found = try Workshop(["site.yml": "name: T\nurl: https://t.example/\nnavigation: [abuot]\n", "pages/about.md": "---\ntitle: About\n---\n"])
        expect(found.build().messages, are: [
            "site.yml:3:1: error E304: there is no page “abuot” → Did you mean “about”?"
        ])
    }

    @Test func parentAndStrategy() throws {
        expect(try Workshop([
            "committees/board/committee.md": "---\nname: Board\nparent: cabinett\n---\n",
            "committees/cabinet/committee.md": "---\nname: Cabinet\n---\n",
            "strategies/s/strategy.md": "---\ntitle: S\nadopted-at: board/2026-01-23\nsupersedes: t\n---\n",
        ]).build().messages, are: [
            "committees/board/committee.md: error E304: there is no committee “cabinett” → Did you mean “cabinet”?",
            "strategies/s/strategy.md: error E304: there is no meeting “board/2026-01-23” → Did you mean “board/2026-01-22”?",
            "strategies/s/strategy.md: error E304: there is no strategy “t” → Did you mean “s”?",
        ])
    }
}
