import Diagnostics

extension Explanation {
    private static let approved = "== committees/board/2026-01-22/minutes.md\n---\nstatus: approved\napproved-with-changes: true\n---\n\n# Minutes\n\n## 1. Welcome\n"

    static let readingMinutes = [
        Explanation(
            "E126", "Minutes have a part of an unknown name",
            "“# Present”, “# Apologies”, “# In attendance”, “# Observers” and “# Substitutes” hold lists of people. This name is nearly one of them, and its people would not be counted.",
            "Correct the name.",
            in: .wholeMinutes,
            wrong: "# Presnt\n\n- Jane Hill\n\n# Minutes\n\n## 1. Welcome",
            right: "# Present\n\n- Jane Hill\n\n# Minutes\n\n## 1. Welcome"),
        Explanation(
            "E145", "Minutes have no part “# Minutes”",
            "The minutes proper stand under that heading; without it Moot cannot tell them from the lists of people.",
            "Write a line “# Minutes” before the first minute.",
            in: .wholeMinutes,
            wrong: "# Present\n\n- Jane Hill\n\n## 1. Welcome",
            right: "# Present\n\n- Jane Hill\n\n# Minutes\n\n## 1. Welcome"),
        Explanation(
            "E147", "Something looks like a minute of its own, and stands within another",
            "Each minute has a heading with two signs #. What is headed otherwise becomes part of the minute above, and its decisions would be listed there.",
            "Write its heading as “## 62. Title”.",
            in: .minutes,
            wrong: "## 61. Welcome\n\nAll were welcome.\n\n### 62. Winter plan (Item 1)",
            right: "## 61. Welcome\n\nAll were welcome.\n\n## 62. Winter plan (Item 1)"),
        Explanation(
            "E160", "The draft of minutes does not say that it is one",
            "minutes.draft.md keeps the text as it was before the minutes were approved with changes. It must not be taken for the approved text.",
            "Write “status: draft” in its head. The approved text belongs in minutes.md.",
            in: .files,
            wrong: approved + "== committees/board/2026-01-22/minutes.draft.md\n---\nstatus: approved\n---\n\n# Minutes\n\n## 1. Wellcome",
            right: approved + "== committees/board/2026-01-22/minutes.draft.md\n---\nstatus: draft\n---\n\n# Minutes\n\n## 1. Wellcome"),
        Explanation(
            "W108", "Two minutes have one number",
            "“Minute 62” could mean either. The second one gets an address of its own.",
            "Correct the number. If the printed minutes have it so, leave it.",
            in: .minutes,
            wrong: "## 61. Welcome\n\n## 61. Winter plan",
            right: "## 61. Welcome\n\n## 62. Winter plan"),
        Explanation(
            "W109", "A minute number is skipped",
            "A minute may have been lost on the way.",
            "Correct the number, or add what is missing. If the printed minutes have it so, leave it.",
            in: .minutes,
            wrong: "## 61. Welcome\n\n## 64. Winter plan",
            right: "## 61. Welcome\n\n## 62. Winter plan"),
        Explanation(
            "W121", "Something reads like a decision, and is not marked as one",
            "What begins with the bold word RESOLVED, AGREED, RECOMMENDED, NOTED or DEFERRED is listed among the decisions, under its item and in the register. This would be missing there.",
            "Begin the paragraph with the bold word: “**RESOLVED** – That …”.",
            in: .minutes,
            wrong: "## 1. Winter plan\n\nRESOLVED – That the plan be approved.",
            right: "## 1. Winter plan\n\n**RESOLVED** – That the plan be approved."),
        Explanation(
            "W125", "Minutes were approved before the meeting that they are of",
            "Minutes are signed at the same or the next suitable meeting (Local Government Act 1972, Schedule 12, paragraph 41).",
            "Check “approved-at”.",
            in: .minutesHead,
            wrong: "status: approved\napproved-at: 2025-01-22",
            right: "status: approved\napproved-at: 2026-02-26"),
        Explanation(
            "W126", "Nobody can tell how a vote went",
            "Votes are counted for the page, the register and the data files. Each side must have a number or names.",
            "Write each side once: “For 6; against 2; abstaining 1.”, or a list of “For: …”, “Against: …”, “Abstaining: …”. Give a second vote a paragraph of its own.",
            in: .minutes,
            wrong: "## 1. Winter plan\n\n**VOTE:** A clear show of hands.",
            right: "## 1. Winter plan\n\n**VOTE:** For 6; against 2; abstaining 1."),
        Explanation(
            "W140", "There is a draft of minutes, and no minutes",
            "minutes.draft.md has no page of its own: it is only compared with minutes.md.",
            "Name it minutes.md: minutes that are not approved yet say “status: draft” in their head.",
            in: .files,
            wrong: "== committees/board/2026-01-22/minutes.draft.md\n---\nstatus: draft\n---\n\n# Minutes\n\n## 1. Welcome",
            right: "== committees/board/2026-01-22/minutes.md\n---\nstatus: draft\n---\n\n# Minutes\n\n## 1. Welcome"),
    ]
}
