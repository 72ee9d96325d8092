import Diagnostics

extension Explanation {
    /// Of the rules of public meetings.
    package static let rules = ruleNotice + ruleVotes + ruleMinutes

    private static let ruleNotice = [
        Explanation(
            "W601", "Notice of a meeting was too short",
            "Five clear days' notice must be given of a public meeting (Local Government Act 1972, section 100A(6)(a); for a cabinet SI 2012/2089, regulation 6(1)). Neither the day of the notice nor that of the meeting counts, and with “count: working-days” neither do weekends and holidays.",
            "Check “issued”, and the holidays in site.yml. If the meeting had to be called at shorter notice, say why: “urgency: …”.",
            in: .agendaHead,
            wrong: "issued: 2026-01-19",
            right: "issued: 2026-01-12"),
        Explanation(
            "W602", "An item was added too late",
            "A supplement may bring papers late, but a new item needs the same notice as the meeting, unless it is urgent (Local Government Act 1972, section 100B(4)).",
            "If it could not wait, say why: “- Urgent: …”. If not, check “issued” of the supplement.",
            in: .files,
            wrong: "== committees/board/2026-01-22/supplement-1.md\n---\nkind: supplement\nissued: 2026-01-21\n---\n\n## 2. Bridge",
            right: "== committees/board/2026-01-22/supplement-1.md\n---\nkind: supplement\nissued: 2026-01-21\n---\n\n## 2. Bridge\n\n- Urgent: the bridge was found unsafe on 20 January"),
        Explanation(
            "W603", "An urgent item gives no reason",
            "The chair may take an item without notice for special circumstances, which the minutes must give (Local Government Act 1972, section 100B(4)).",
            "Write the special circumstances.",
            in: .agenda,
            wrong: "## 1. Bridge\n\n- Urgent: yes",
            right: "## 1. Bridge\n\n- Urgent: the bridge was found unsafe on 20 January"),
        Explanation(
            "W613", "A paper is still to follow after the meeting",
            "Reports are open to the public with the agenda, and after the meeting for six years (Local Government Act 1972, sections 100B(1) and 100C(1)).",
            "Bring the paper in a supplement, write “verbal” or “to be tabled”, or give the item a “State”.",
            in: .agenda,
            wrong: "## 1. Bridge\n\n- Papers: to follow",
            right: "## 1. Bridge\n\n- Papers: verbal"),
        Explanation(
            "W616", "There are minutes of a meeting that was called off",
            "The agenda says “status: cancelled” or “postponed”, and beside it lie minutes. Both cannot be true. Every page, calendar and data file says what the agenda states: that the meeting was not held.",
            "If it was held, write “status: held”; if too few members came, “status: inquorate”. If it was not held, take minutes.md away.",
            in: .files,
            wrong: "== committees/board/2026-01-22/agenda.md\n---\nstatus: cancelled\n---\n== committees/board/2026-01-22/minutes.md\n---\nstatus: draft\n---\n\n# Minutes\n\n## 1. Welcome",
            right: "== committees/board/2026-01-22/agenda.md\n---\nstatus: held\n---\n== committees/board/2026-01-22/minutes.md\n---\nstatus: draft\n---\n\n# Minutes\n\n## 1. Welcome"),
        Explanation(
            "W617", "A meeting that is still to come is said to be over",
            "The agenda says “status: held” or “inquorate”, and the day in the name of its folder is later than today. Every page, calendar and data file says what the agenda states.",
            "Check the day. If it is right, leave “status” out until the meeting is over.",
            in: .files,
            wrong: "== committees/board/2099-01-22/agenda.md\n---\nstatus: held\n---",
            right: "== committees/board/2099-01-22/agenda.md\n---\nstatus: scheduled\n---"),
        Explanation(
            "W614", "A report lacks a section that the authority asks for",
            "“required-sections” in site.yml lists what every report must have, such as “Background papers” (Local Government Act 1972, section 100D(1)).",
            "Add the heading; where there is nothing to list, say so under it.",
            in: .files,
            wrong: """
                == site.yml
                name: Testshire
                url: https://testshire.example/
                required-sections: [Background papers]
                == committees/board/2026-01-22/plan.md
                ---
                title: Plan
                kind: report
                ---

                ## Costs
                """,
            right: """
                == site.yml
                name: Testshire
                url: https://testshire.example/
                required-sections: [Background papers]
                == committees/board/2026-01-22/plan.md
                ---
                title: Plan
                kind: report
                ---

                ## Costs

                ## Background papers

                None.
                """),
        Explanation(
            "W615", "There is no such paragraph of Schedule 12A",
            "Part 1 of the Schedule describes exempt information in the paragraphs 1 to 7.",
            "Write the number of the paragraph that applies. Until then the item is exempt, and its page does not say under which.",
            in: .agenda,
            wrong: "## 1. Purchase of land\n\n- Exempt: 9\n- Reason: the price is being negotiated",
            right: "## 1. Purchase of land\n\n- Exempt: 3\n- Reason: the price is being negotiated"),
    ]

    private static let ruleVotes = [
        Explanation(
            "W604", "The number of a side of a vote is not that of its names",
            "Recorded votes must say how each member voted (Local Authorities (Standing Orders) Regulations 1993, Schedule 2), so a name is missing or one is too many.",
            "Correct the number or the names.",
            in: .wholeMinutes,
            wrong: "# Present\n\n- Jane Hill\n- Omar Aziz\n\n# Minutes\n\n## 1. Plan\n\n**VOTE:** For (3): Jane Hill, Omar Aziz. Against: none.",
            right: "# Present\n\n- Jane Hill\n- Omar Aziz\n\n# Minutes\n\n## 1. Plan\n\n**VOTE:** For (2): Jane Hill, Omar Aziz. Against: none."),
        Explanation(
            "W605", "Somebody is counted twice in a vote",
            "A member has one vote (Local Government Act 1972, Schedule 12, paragraph 39).",
            "Take the name out of one of the two places.",
            in: .wholeMinutes,
            wrong: "# Present\n\n- Jane Hill\n- Omar Aziz\n\n# Minutes\n\n## 1. Plan\n\n**VOTE:** For: Jane Hill, Omar Aziz. Against: Jane Hill.",
            right: "# Present\n\n- Jane Hill\n- Omar Aziz\n\n# Minutes\n\n## 1. Plan\n\n**VOTE:** For: Omar Aziz. Against: Jane Hill."),
        Explanation(
            "W606", "Somebody voted who is not listed as present",
            "Questions are decided by members present and voting (Local Government Act 1972, Schedule 12, paragraph 39).",
            "Add the name to “# Present”, or correct it; if it is another spelling, add it to people.yml as an alias.",
            in: .wholeMinutes,
            wrong: "# Present\n\n- Jane Hill\n- Omar Aziz\n\n# Minutes\n\n## 1. Plan\n\n**VOTE:** For: Omar Aziz. Against: Mary Webb.",
            right: "# Present\n\n- Jane Hill\n- Omar Aziz\n\n# Minutes\n\n## 1. Plan\n\n**VOTE:** For: Omar Aziz. Against: Jane Hill."),
        Explanation(
            "W607", "There are more votes than members present",
            "Either the count is wrong, or somebody is missing from the list.",
            "Check the count, and the list under “# Present”.",
            in: .wholeMinutes,
            wrong: "# Present\n\n- Jane Hill\n- Omar Aziz\n\n# Minutes\n\n## 1. Plan\n\n**VOTE:** For 6; against 2.",
            right: "# Present\n\n- Jane Hill\n- Omar Aziz\n\n# Minutes\n\n## 1. Plan\n\n**VOTE:** For 1; against 1."),
        Explanation(
            "W608", "Somebody voted who had withdrawn",
            "A member with a disclosable pecuniary interest may not vote on the matter (Localism Act 2011, section 31(4)).",
            "Correct the vote; if the member stayed and was allowed to vote, end the declaration with “stayed”.",
            in: .wholeMinutes,
            wrong: "# Present\n\n- Jane Hill\n- Omar Aziz\n\n# Minutes\n\n## 1. Plan\n\n**DECLARED:** Jane Hill – owns the land – withdrew\n\n**VOTE:** For: Jane Hill, Omar Aziz. Against: none.",
            right: "# Present\n\n- Jane Hill\n- Omar Aziz\n\n# Minutes\n\n## 1. Plan\n\n**DECLARED:** Jane Hill – owns the land – withdrew\n\n**VOTE:** For: Omar Aziz. Against: none."),
    ]

    private static let ruleMinutes = [
        Explanation(
            "W609", "Fewer were present than the quorum",
            "What a meeting without a quorum decides is void (Local Government Act 1972, Schedule 12, paragraph 6 for a council; standing orders for a committee).",
            "Check the list under “# Present” and the seats in committee.md. If the meeting could not do business, write “status: inquorate” in the agenda.",
            in: .files,
            wrong: """
                == committees/board/committee.md
                ---
                name: Board
                quorum: 3
                ---
                == committees/board/2026-01-22/minutes.md
                ---
                status: draft
                ---

                # Present

                - Jane Hill

                # Minutes

                ## 1. Welcome
                """,
            right: """
                == committees/board/committee.md
                ---
                name: Board
                quorum: 3
                ---
                == committees/board/2026-01-22/minutes.md
                ---
                status: draft
                ---

                # Present

                - Jane Hill
                - Omar Aziz
                - Mary Webb

                # Minutes

                ## 1. Welcome
                """),
        Explanation(
            "W610", "A substitute stands in for somebody who is present",
            "A substitute acts only while the member is away.",
            "Check both lists.",
            in: .wholeMinutes,
            wrong: "# Present\n\n- Jane Hill\n- Omar Aziz (substitute for Jane Hill)\n\n# Minutes\n\n## 1. Welcome",
            right: "# Present\n\n- Omar Aziz (substitute for Jane Hill)\n\n# Apologies\n\n- Jane Hill\n\n# Minutes\n\n## 1. Welcome"),
        Explanation(
            "W611", "The minutes of two meetings do not follow each other",
            "With “minute-numbering: continuous” the first minute of a meeting follows the last of the meeting before. A minute may have been lost.",
            "If the printed minutes have it so, leave it. If each meeting begins anew, write “minute-numbering: restart” in committee.md.",
            in: .files,
            wrong: twoMeetings(second: "65"),
            right: twoMeetings(second: "62")),
        Explanation(
            "W612", "A minute of an earlier meeting has the same number",
            "With “minute-numbering: continuous” a number stands for one minute of the whole year, so “minute 61” could now mean two.",
            "If the printed minutes have it so, leave it. If each meeting begins anew, write “minute-numbering: restart” in committee.md.",
            in: .files,
            wrong: twoMeetings(second: "61"),
            right: twoMeetings(second: "62")),
    ]

    /// Minute 61 of January, and another of February.
    private static func twoMeetings(second: String) -> String {
        """
        == committees/board/committee.md
        ---
        name: Board
        minute-numbering: continuous
        ---
        == committees/board/2026-01-22/minutes.md
        ---
        status: draft
        ---

        # Minutes

        ## 61. Welcome
        == committees/board/2026-02-26/agenda.md
        ---
        ---
        == committees/board/2026-02-26/minutes.md
        ---
        status: draft
        ---

        # Minutes

        ## \(second). Welcome
        """
    }
}
