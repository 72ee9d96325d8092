import Testing

/// The rules of public meetings, each on its limit: the day, the number, the name on which the warning comes or goes.
@Suite struct RuleTests {
    static let meeting = "committees/board/2026-01-22"

    /// The messages of the rules alone, for a board that met on Thursday 22 January 2026.
    static func found(
        head: String = "", agenda: String = "## 1. Welcome\n\n## 2. Plan\n", minutes: String? = nil, committee: String = "kind: committee\n",
        site: String = "", today: String = "2026-02-01", _ more: [String: String] = [:]
    ) throws -> [String] {
        var sources = [
            "site.yml": "name: Testshire\nurl: https://testshire.example/\n" + site,
            "committees/board/committee.md": "---\nname: Test Board\n\(committee)---\n",
            "\(meeting)/agenda.md": "---\n\(head)---\n\n\(agenda)",
        ]
        if let minutes { sources["\(meeting)/minutes.md"] = "---\nstatus: draft\n---\n\n" + minutes }
        let outcome = try Workshop(sources.merging(more) { $1 }).build(today: today)
        #expect(outcome.isBuilt, "\(outcome.messages)")
        return zip(outcome.codes, outcome.messages).filter { $0.0.hasPrefix("W6") }.map { $0.1.replacing(meeting + "/", with: "") }
    }

    // MARK: Notice

    /// Five working days before a Thursday: the Wednesday of the week before.
    @Test func noticeOnTheLastDay() throws {
        #expect(try RuleTests.found(head: "issued: 2026-01-14\n") == [])
    }

    @Test func noticeOnTheDayAfter() throws {
        expect(try RuleTests.found(head: "issued: 2026-01-15\n"), are: [
            "agenda.md:2:1: warning W601: notice of this meeting was given 4 clear working days before it, and 5 are required (Local Government Act 1972, sections 100A(6)(a) and 100E) → Check “issued” and the holidays in site.yml. If the meeting had to be called at shorter notice, say why: “urgency: …”."
        ])
    }

    @Test func aHolidayIsNoClearDay() throws {
        let site = "notice: {holidays: [2026-01-19]}\n"
        #expect(try RuleTests.found(head: "issued: 2026-01-13\n", site: site) == [])
        #expect(try RuleTests.found(head: "issued: 2026-01-14\n", site: site).count == 1)
    }

    @Test func allDays() throws {
        let site = "notice: {count: all-days, clear-days: 3}\n"
        #expect(try RuleTests.found(head: "issued: 2026-01-18\n", site: site) == [])
        #expect(try RuleTests.found(head: "issued: 2026-01-19\n", site: site).first?.contains("2 clear days before it, and 3 are required") == true)
        #expect(try RuleTests.found(head: "issued: 2026-01-20\n", site: site).first?.contains("1 clear day before it, and 3 are required") == true)
        #expect(try RuleTests.found(head: "issued: 2026-01-22\n", site: site).first?.contains("0 clear days before it") == true)
    }

    @Test(arguments: ["urgency: The bridge is shut\n", "status: cancelled\n", "status: postponed\n", "access: private\n", "kind: development\n"])
    func noNoticeIsAskedFor(_ head: String) throws {
        #expect(try RuleTests.found(head: "issued: 2026-01-21\n" + head) == [])
    }

    @Test(arguments: [("council", "section 100A(6)(a) and Schedule 12, paragraph 4(2)"), ("cabinet", "(England) Regulations 2012, regulation 6(1)")])
    func theSourceFollowsTheKind(_ kind: String, _ source: String) throws {
        #expect(try RuleTests.found(head: "issued: 2026-01-21\n", committee: "kind: \(kind)\nquorum: 1\n").first?.contains(source) == true)
    }

    @Test func anItemThatASupplementAdds() throws {
        func found(_ issued: String, _ item: String) throws -> [String] {
            try RuleTests.found(head: "issued: 2026-01-02\n", ["\(RuleTests.meeting)/supplement-1.md": "---\nkind: supplement\nissued: \(issued)\n---\n\n" + item])
        }
        #expect(try found("2026-01-14", "## 3. Bridge\n") == [])
        expect(try found("2026-01-15", "## 3. Bridge\n"), are: [
            "supplement-1.md:6:0: warning W602: this item was added 4 clear working days before the meeting, and 5 are required of what is not urgent (Local Government Act 1972, section 100B(4)) → If it could not wait, say why: “- Urgent: …”. If not, check “issued” of the supplement."
        ])
        #expect(try found("2026-01-15", "## 3. Bridge\n\n- Urgent: it was shut yesterday\n") == [])
        #expect(try found("2026-01-15", "## 2. Plan\n") == [])
    }

    // MARK: Items

    @Test(arguments: ["yes", "Yes.", "Urgent", "n/a", "x"]) func urgentWithoutReason(_ word: String) throws {
        #expect(try RuleTests.found(agenda: "## 1. Bridge\n\n- Urgent: \(word)\n").first?.contains("W603: “Urgent: \(word)” gives no reason (Local Government Act 1972, section 100B(4))") == true)
    }

    @Test func urgentWithReason() throws {
        #expect(try RuleTests.found(agenda: "## 1. Bridge\n\n- Urgent: yes, since it was shut yesterday\n") == [])
    }

    // MARK: Exempt items

    /// The codes for an item of the exempt part.
    private func exempt(_ fields: String) throws -> [String] {
        try Workshop(["\(RuleTests.meeting)/agenda.md": "---\n---\n\n## 1. Welcome\n\n# Exempt items\n\n## 9. Purchase of land\n\n" + fields]).build().codes
    }

    @Test func anExemptItemWithoutItsParagraph() throws {
        #expect(try exempt("- Reason: it would harm the price\n") == ["W103"])
        #expect(try exempt("- Exempt: 3\n- Reason: it would harm the price\n") == [])
    }

    @Test func anExemptItemWithoutAReason() throws {
        #expect(try exempt("- Exempt: 3\n") == ["W104"])
        #expect(try exempt("") == ["W103", "W104"])
    }

    /// Schedule 12A has the paragraphs 1 to 7.
    @Test(arguments: [(0, false), (1, true), (7, true), (8, false)]) func paragraphsOfTheSchedule(_ paragraph: Int, _ isOne: Bool) throws {
        #expect(try exempt("- Exempt: \(paragraph)\n- Reason: it would harm the price\n") == (isOne ? [] : ["W615"]))
    }

    @Test func aParagraphThatTheScheduleLacks() throws {
        expect(try RuleTests.found(agenda: "# Exempt items\n\n## 9. Purchase of land\n\n- Exempt: 3, 8\n- Reason: it would harm the price\n"), are: [
            "agenda.md:6:0: warning W615: there is no paragraph 8 by which an item could be exempt, only 1 to 7 (Local Government Act 1972, Schedule 12A, Part 1) → Write the number of the paragraph that applies: “- Exempt: 3”. Until then the item is exempt, and its page does not say under which."
        ])
    }

    @Test(arguments: ["yes", "-1", "3a", "3, all", "99999999999999999999"]) func whatIsNoNumber(_ value: String) throws {
        #expect(try exempt("- Exempt: \(value)\n- Reason: it would harm the price\n") == ["E124"])
    }

    @Test func toFollow() throws {
        let agenda = "## 1. Bridge\n\n- Papers: to follow\n"
        #expect(try RuleTests.found(agenda: agenda, today: "2026-01-21") == [])
        #expect(try RuleTests.found(agenda: agenda, today: "2026-01-22") == [])
        expect(try RuleTests.found(agenda: agenda, today: "2026-01-23"), are: [
            "agenda.md:4:0: warning W613: the meeting was on 2026-01-22, and a paper for this item is still “to follow” (Local Government Act 1972, sections 100B(1) and 100C(1)) → Bring the paper in a supplement, write “verbal” or “to be tabled”, or give the item a “State”."
        ])
        #expect(try RuleTests.found(agenda: agenda + "- State: deferred\n") == [])
        #expect(try RuleTests.found(head: "status: cancelled\n", agenda: agenda) == [])
        #expect(try RuleTests.found(agenda: agenda, [
            "\(RuleTests.meeting)/supplement-1.md": "---\nkind: supplement\nissued: 2026-01-20\n---\n\n## 1. Bridge\n\n- Papers: [Bridge](bridge.md)\n",
            "\(RuleTests.meeting)/bridge.md": "---\ntitle: Bridge\n---\n",
        ]) == [])
    }

    // MARK: Reports

    private func report(_ text: String, kind: String = "report", head: String = "", site: String = "required-sections: [Background papers]\n") throws -> [String] {
        try RuleTests.found(agenda: "## 1. Bridge\n\n- Papers: [Bridge](bridge.md)\n", site: site, [
            "\(RuleTests.meeting)/bridge.md": "---\ntitle: Bridge\nkind: \(kind)\n\(head)---\n\n" + text
        ])
    }

    @Test func aReportWithoutBackgroundPapers() throws {
        expect(try report("## 1. Why\n\nText.\n\n## 9. Backgroud paper\n"), are: [
            "bridge.md: warning W614: this report has no section “Background papers” (Local Government Act 1972, section 100D(1)) → Is “Backgroud paper” meant to be it? Add a heading “## Background papers”; where there is nothing to list, say so under it."
        ])
        expect(try report("Text.\n", site: "required-sections: [Risk]\n"), are: [
            "bridge.md: warning W614: this report has no section “Risk” (required-sections, in site.yml) → Add a heading “## Risk”; where there is nothing to list, say so under it."
        ])
    }

    @Test(arguments: ["## Background papers\n", "## 9. BACKGROUND PAPERS:\n", "## List of background papers\n", "**Background papers:** none.\n"])
    func aReportWithBackgroundPapers(_ text: String) throws {
        #expect(try report(text) == [])
    }

    @Test func onlyReportsNeedThem() throws {
        #expect(try report("Text.\n", kind: "appendix") == [])
        #expect(try report("Text.\n", site: "") == [])
        #expect(try report("Text.\n", head: "properties: [{label: Background papers, value: none}]\n") == [])
    }

    // MARK: Days of the week

    private func days(_ text: String) throws -> [String] {
        let outcome = try Workshop([
            "\(RuleTests.meeting)/agenda.md": "---\n---\n\n## 1. Bridge\n\n- Papers: [Bridge](bridge.md)\n",
            "\(RuleTests.meeting)/bridge.md": "---\ntitle: Bridge\n---\n\n\(text)\n",
        ]).build()
        return outcome.messages
    }

    @Test(arguments: ["Thursday 2 March 2017", "Thursday, 2nd March 2017", "Thursday the 2nd March 2017", "Thursday\n2 March\n2017", "Yesterday 3 March 2017", "XFriday 2 March 2017", "Friday 2 May"])
    func rightWeekday(_ text: String) throws {
        #expect(try days(text) == [])
    }

    @Test(arguments: ["Wednesday 2 March 2017", "Friday 2 March 2017", "Friday, 2 March 2017", "Friday the 2nd March 2017", "Friday\n2 March 2017"])
    func wrongWeekday(_ text: String) throws {
        let shown = text.replacing("\n", with: " ")
        expect(try days("Words. " + text + " and more"), are: [
            "\(RuleTests.meeting)/bridge.md:\(text.contains("\n") ? 6 : 5):0: warning W127: “\(shown)”: in the calendar that day is a Thursday → Check the day and the year. If the printed paper has it so, leave it."
        ])
        #expect(try days(text).count == 1)
    }

    @Test func weekdaysInAgendasMinutesAndHeads() throws {
        let outcome = try Workshop([
            "\(RuleTests.meeting)/agenda.md": "---\nnext-meeting: \"Friday 2 March 2017, Town Hall\"\n---\n\nOn Monday 2 March 2017.\n\n## 1. Bridge\n",
            "\(RuleTests.meeting)/minutes.md": "---\nstatus: draft\n---\n\n# Minutes\n\n## 1. Bridge\n\nOn Tuesday 2 March 2017.\n",
        ]).build()
        #expect(outcome.codes == ["W127", "W127", "W127"])
    }
}
