import Diagnostics

extension Explanation {
    /// Of plain, accessible writing and of totals.
    package static let writing = [
        Explanation(
            "W801", "A heading skips a level",
            "People who have pages read to them jump from heading to heading, and know by the level how the parts belong together (WCAG 2.2, success criterion 1.3.1). Where ## is followed by #### they look for the part that is missing.",
            "Give the heading one sign # more than the one it stands under, and no more.",
            in: .paper,
            wrong: "## Costs\n\n#### Staff\n\nTwo officers.",
            right: "## Costs\n\n### Staff\n\nTwo officers."),
        Explanation(
            "W802", "The text of a picture does not say what it shows",
            "It is read aloud in place of the picture (WCAG 2.2, success criterion 1.1.1). A file's name, or the word “image”, tells nothing.",
            "Write what somebody should learn from the picture. If it tells nothing, write ![](picture.png \"Decorative\").",
            in: .files,
            wrong: "== pages/about.md\n---\ntitle: About\n---\n\n![map.png](map.png)\n== pages/map.png\n-",
            right: "== pages/about.md\n---\ntitle: About\n---\n\n![Map of the three bus routes that are proposed](map.png)\n== pages/map.png\n-"),
        Explanation(
            "W803", "The words of a link do not say where it leads",
            "Screen readers can list the links of a page by themselves, and then ten links say “here” (WCAG 2.2, success criterion 2.4.4).",
            "Link the words that say what is there.",
            in: .paper,
            wrong: "For the winter plan click [here](https://testshire.example/plan).",
            right: "See the [winter plan](https://testshire.example/plan)."),
        Explanation(
            "W804", "A link has a bare address for its words",
            "A screen reader spells out every sign of it, and nobody learns what is there. The name of a site alone, such as www.testshire.example, is no fault.",
            "Link words that say what is there.",
            in: .paper,
            wrong: "See <https://testshire.example/uploads/2026/01/plan-v2-final.html>.",
            right: "See the [winter plan](https://testshire.example/uploads/2026/01/plan-v2-final.html)."),
        Explanation(
            "W805", "Nothing says what the columns of a table hold",
            "Screen readers say the heading of its column with each cell (WCAG 2.2, success criterion 1.3.1). Without headings a figure is just a figure. A table of two columns, names and values, needs none.",
            "Write what each column holds into the row above the line of dashes.",
            in: .paper,
            wrong: "| | | |\n|---|---|---|\n| North | 12 | 3 |\n| South | 9 | 1 |",
            right: "| Ward | Open cases | Closed cases |\n|---|---|---|\n| North | 12 | 3 |\n| South | 9 | 1 |"),
        Explanation(
            "W806", "A bold line serves as a heading",
            "It looks like one, but is not in the contents, cannot be linked to, and is not found by those who jump from heading to heading.",
            "Write it with the signs # of its level.",
            in: .paper,
            wrong: "**Costs**\n\nTwo officers are needed.",
            right: "## Costs\n\nTwo officers are needed."),
        Explanation(
            "W807", "A paragraph is written in capitals",
            "Capitals take longer to read, most of all for people with dyslexia, and some screen readers spell them out.",
            "Write it as any other sentence; put what matters most in **bold**.",
            in: .paper,
            wrong: "THE CONSULTATION ENDS AT NOON ON 30 APRIL.",
            right: "The consultation ends **at noon on 30 April**."),
        Explanation(
            "W808", "A paper is a file where it could be a page",
            "A PDF or Word document is hard to read on a phone and often cannot be read aloud; its paragraphs can be neither linked to nor found by the search. The law asks that documents be accessible (Public Sector Bodies Accessibility Regulations 2018).",
            "Write the paper as Markdown beside the agenda. Where only the layout will do, as for a plan of a building, leave it.",
            in: .files,
            wrong: "== committees/board/2026-01-22/agenda.md\n---\n---\n\n## 1. Plan\n\n- Papers: [Winter plan](plan.pdf)\n== committees/board/2026-01-22/plan.pdf\n-",
            right: "== committees/board/2026-01-22/agenda.md\n---\n---\n\n## 1. Plan\n\n- Papers: [Winter plan](plan.md)\n== committees/board/2026-01-22/plan.md\n---\ntitle: Winter plan\n---"),
        Explanation(
            "W809", "A picture is larger than 1 MB",
            "On a slow connection it takes long to come, and costs whoever pays for the data.",
            "Make it smaller: 1600 pixels across are enough for any screen. Save photographs as JPEG.",
            in: .command,
            wrong: "cp ~/Pictures/IMG_2034.JPG Content/pages/bridge.jpg",
            right: "convert ~/Pictures/IMG_2034.JPG -resize 1600x Content/pages/bridge.jpg"),
        Explanation(
            "W810", "A sentence of a summary has more than 60 words",
            "A summary is what most people read, and all that some do. Of sentences with more than 25 words many readers lose the thread.",
            "Make two or three sentences of it, or a list.",
            in: .paper,
            wrong: "## Summary\n\nThis report" + String(repeating: ", having regard to what was said before in another place", count: 7) + ", asks for two officers.",
            right: "## Summary\n\nThis report asks for two officers. Section 2 says why."),
        Explanation(
            "W811", "Nobody explains an acronym",
            "Officers know it; residents may not, and will not ask. It is reported once, where it stands first. Acronyms that everybody knows, such as NHS, are left out.",
            "Write it out where it stands first, with the acronym in brackets, or add it to glossary.yml: then every page explains it.",
            in: .paper,
            wrong: "The QBF met twice.",
            right: "The Quality Bus Forum (QBF) met twice. The QBF will report."),
        Explanation(
            "N801", "A total is not the sum of its figures",
            "A digit may be mistyped, or a row may be missing. Moot changes nothing, and speaks only where the other totals of the table add up, or where this one nearly does. Rounding is no fault.",
            "Check the figures and the total against the source. If the total counts something else, say so in its label.",
            in: .paper,
            wrong: "| Ward | Cases |\n|---|---|\n| North | 112 |\n| South | 245 |\n| **Total** | 375 |",
            right: "| Ward | Cases |\n|---|---|\n| North | 112 |\n| South | 245 |\n| **Total** | 357 |"),
    ]
}
