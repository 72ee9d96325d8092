import Diagnostics

extension Explanation {
    /// Of what can be wrong with references between sources.
    package static let linking = linkExplanations + nameExplanations

    private static let linkExplanations = [
        Explanation(
            "E301", "A link leads to a file that is not there",
            "Readers would come to a page that says “not found”. Often the name is mistyped, or the file was renamed.",
            "Correct the path; it begins at the file that holds the link. Or take the link out.",
            in: .files,
            wrong: """
                == committees/board/2026-01-22/agenda.md
                ---
                ---

                ## 1. Plan

                - Papers: [Plan](pla.md)
                == committees/board/2026-01-22/plan.md
                ---
                title: Plan
                ---
                """,
            right: """
                == committees/board/2026-01-22/agenda.md
                ---
                ---

                ## 1. Plan

                - Papers: [Plan](plan.md)
                == committees/board/2026-01-22/plan.md
                ---
                title: Plan
                ---
                """),
        Explanation(
            "E302", "A link leads to a source that is not published",
            "The source is exempt. The words of the link would tell what it is called.",
            "Take the link and its words out.",
            in: .files,
            wrong: """
                == committees/board/2026-01-22/agenda.md
                ---
                ---

                ## 1. Plan

                The [price](exempt/price.md) is being negotiated.
                == committees/board/2026-01-22/exempt/price.md
                ---
                title: Price
                ---
                """,
            right: """
                == committees/board/2026-01-22/agenda.md
                ---
                ---

                ## 1. Plan

                The price is being negotiated.
                == committees/board/2026-01-22/exempt/price.md
                ---
                title: Price
                ---
                """),
        Explanation(
            "E303", "A page has no such place",
            "What stands after # names a heading, a paragraph, a minute or the like on the page. Readers would land at its top and search.",
            "Use the place that the message proposes, or link to the page as a whole.",
            in: .paper,
            wrong: "## Costs\n\nSee [above](#kosts).",
            right: "## Costs\n\nSee [above](#costs)."),
        Explanation(
            "E304", "A typed link names a thing that is not there",
            "minute:62, item:7, committee:…, meeting:…, strategy:…, person:… and term:… name things instead of files. There is none of that name.",
            "Use the name that the message proposes, or take the link out.",
            in: .agenda,
            wrong: "## 1. Welcome\n\n## 2. Plan\n\nSee [the board](committee:bord).",
            right: "## 1. Welcome\n\n## 2. Plan\n\nSee [the board](committee:board)."),
        Explanation(
            "E305", "A link means something of this meeting, and there is none here",
            "“minute:62” means the minute of the meeting that the text belongs to. This text belongs to no meeting.",
            "Name the meeting too: minute:board/2026-01-22/62.",
            in: .files,
            wrong: "== pages/about.md\n---\ntitle: About\n---\n\nSee [the item](item:1).",
            right: "== pages/about.md\n---\ntitle: About\n---\n\nSee [the item](item:board/2026-01-22/1)."),
        Explanation(
            "E309", "An address has curly quotation marks",
            "A word processor has put them there, and with them the address leads nowhere.",
            "Delete the quotation marks.",
            in: .paper,
            wrong: "See the [figures](“https://testshire.example/figures”).",
            right: "See the [figures](https://testshire.example/figures)."),
        Explanation(
            "W301", "The agenda has no item of that number",
            "The heading of a minute names the item that it belongs to. It is shown without a link until the number is right.",
            "Correct the number in brackets.",
            in: .minutes,
            wrong: "## 61. Welcome (Item 7)",
            right: "## 61. Welcome (Item 1)"),
        Explanation(
            "W302", "No item of the agenda lists a paper",
            "It is shown under “Other papers”, where few will look for it.",
            "Add it to “Papers” of its item.",
            in: .files,
            wrong: """
                == committees/board/2026-01-22/agenda.md
                ---
                ---

                ## 1. Plan
                == committees/board/2026-01-22/plan.md
                ---
                title: Plan
                ---
                """,
            right: """
                == committees/board/2026-01-22/agenda.md
                ---
                ---

                ## 1. Plan

                - Papers: [Plan](plan.md)
                == committees/board/2026-01-22/plan.md
                ---
                title: Plan
                ---
                """),
        Explanation(
            "W303", "Nothing links to a file",
            "It is not published, since nobody could find it.",
            "Put it in the folder of its paper, whose page then lists it, or link to it.",
            in: .files,
            wrong: "== pages/about.md\n---\ntitle: About\n---\n\nWhat we do.\n== pages/figures.csv\na,b",
            right: "== pages/about.md\n---\ntitle: About\n---\n\nSee the [figures](figures.csv).\n== pages/figures.csv\na,b"),
    ]

    private static let nameExplanations = [
        Explanation(
            "E312", "Two entries of people.yml are one name",
            "Where the sources print that name nobody could tell which of the two is meant.",
            "If they are one person, make one entry of both. If not, tell them apart: “Jane Hill (Thornsike)”.",
            in: .people,
            wrong: "- name: Jane Hill\n- name: Councillor Jane Hill",
            right: "- name: Jane Hill\n  aliases: [Councillor Jane Hill]"),
        Explanation(
            "E313", "An alias belongs to two people",
            "Where the sources print it nobody could tell which of the two is meant.",
            "Take it out of one of the two entries.",
            in: .people,
            wrong: "- name: Jane Hill\n  aliases: [J Hill]\n- name: John Hill\n  aliases: [J Hill]",
            right: "- name: Jane Hill\n  aliases: [J Hill]\n- name: John Hill"),
        Explanation(
            "E314", "A term has two meanings in one place",
            "Readers would be shown one of them, and it might be the wrong one.",
            "Take one of the two out, or say with “within” for which committee, meeting, strategy or paper each holds.",
            in: .glossary,
            wrong: "- term: SAB\n  meaning: Safeguarding Adults Board\n- term: SAB\n  meaning: School Appeals Body",
            right: "- term: SAB\n  meaning: Safeguarding Adults Board\n- term: SAB\n  meaning: School Appeals Body\n  within: board"),
        Explanation(
            "E315", "References lead round in a circle",
            "What an item follows is older, the parent of a committee stands above it, and what a strategy supersedes came before. In a circle one of them is wrong.",
            "Take out the reference that leads to something later or lower.",
            in: .agenda,
            wrong: "## 1. Plan\n\n- Follows: [item 2](item:2)\n\n## 2. More of it\n\n- Follows: [item 1](item:1)",
            right: "## 1. Plan\n\n## 2. More of it\n\n- Follows: [item 1](item:1)"),
    ]
}
