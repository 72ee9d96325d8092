import Diagnostics

extension Explanation {
    /// Of what can be wrong in the text of a document.
    package static let markdown = markdownBlocks + markdownElements

    private static let markdownBlocks = [
        Explanation(
            "E201", "A picture has no text for people who cannot see it",
            "Screen readers read the text in the square brackets aloud; without it a blind reader learns nothing of the picture. The law asks for it (Public Sector Bodies Accessibility Regulations 2018).",
            "Say in the square brackets what somebody should learn from the picture. If it tells nothing, give it the title \"Decorative\".",
            in: .paper,
            wrong: "![](missing)",
            right: "![Map of the three bus routes that are proposed](missing)"),
        Explanation(
            "E202", "Lists, quotes or emphasis stand too deep in each other",
            "Nobody reads a list within twenty lists. It usually comes of a program that pasted signs > or * by the hundred.",
            "Take some of the signs away.",
            in: .paper,
            wrong: String(repeating: "> ", count: 300) + "As before.",
            right: "> As before."),
        Explanation(
            "E203", "A text opens too many pictures",
            "The signs ![ stand in it more than twenty thousand times, which is no text that anybody wrote, and would take the computer very long.",
            "Divide it into several files, or take the signs out.",
            in: .paper,
            wrong: "![![![![![![![![ … and so on",
            right: "![Map of the three bus routes that are proposed](missing)"),
        Explanation(
            "W210", "A row of a table has too many or too few cells",
            "A sign | is missing, or one is too many, and figures stand under the wrong heading.",
            "Add or take out the |. Write \\| where it is part of the text, and << for a cell that is joined to the one on its left.",
            in: .paper,
            wrong: "| Ward | Cases |\n|---|---|\n| North | 12 | 3 |",
            right: "| Ward | Cases |\n|---|---|\n| North | 12 |"),
        Explanation(
            "W211", "A mark joins a cell to nothing",
            "<< joins a cell to the one on its left and ^^ to the one above. Here there is none.",
            "Put the text of the cell in place of the mark, or leave the cell empty.",
            in: .paper,
            wrong: "| Ward | Cases |\n|---|---|\n| << | 12 |",
            right: "| Ward | Cases |\n|---|---|\n| North | 12 |"),
        Explanation(
            "W212", "A joined cell is not a rectangle",
            "Cells can be joined to whole rectangles only; no web page can show another shape.",
            "Join whole rectangles. Until then the cell is left empty.",
            in: .paper,
            wrong: "| Ward | 2025 | 2026 |\n|---|---|---|\n| North | 12 | << |\n| South | 9 | ^^ |",
            right: "| Ward | 2025 | 2026 |\n|---|---|---|\n| North | 12 | << |\n| South | 9 | 8 |"),
        Explanation(
            "W213", "A footnote has no text",
            "The mark leads readers to a note that is not there.",
            "Add a paragraph that begins with the mark, a colon and the text of the note.",
            in: .paper,
            wrong: "The winter was mild.[^1]",
            right: "The winter was mild.[^1]\n\n[^1]: By the figures of the Met Office."),
        Explanation(
            "W214", "Nothing refers to a footnote",
            "The note is shown after the others, but nobody can tell what it belongs to.",
            "Write its mark where it belongs.",
            in: .paper,
            wrong: "The winter was mild.\n\n[^1]: By the figures of the Met Office.",
            right: "The winter was mild.[^1]\n\n[^1]: By the figures of the Met Office."),
        Explanation(
            "W215", "A footnote is given twice",
            "Both texts are shown, and nobody can tell which was meant where.",
            "Give each note a name of its own.",
            in: .paper,
            wrong: "Mild.[^1] Dry.[^1]\n\n[^1]: By the Met Office.\n\n[^1]: By our own gauges.",
            right: "Mild.[^1] Dry.[^2]\n\n[^1]: By the Met Office.\n\n[^2]: By our own gauges."),
        Explanation(
            "W216", "A text holds invisible control characters",
            "They often come with text copied from a PDF. Some browsers show a box for them, and searches stumble.",
            "Delete them and type a blank in their place. Moot shows a blank until then.",
            in: .paper,
            wrong: "The winter\u{0B}was mild.",
            right: "The winter was mild."),
        Explanation(
            "W217", "A text is not valid UTF-8",
            "Some of its letters cannot be read, and are shown as �.",
            "Save the file as UTF-8.",
            in: .paper,
            wrong: "The caf� is open.",
            right: "The café is open."),
    ]

    private static let markdownElements = [
        Explanation(
            "E207", "A comment is never closed",
            "Everything after <!-- is hidden until -->, so the rest of the text would be missing.",
            "Put --> where the comment should end.",
            in: .paper,
            wrong: "<!-- To do: ask Finance.\n\nThe winter was mild.",
            right: "<!-- To do: ask Finance. -->\n\nThe winter was mild."),
        Explanation(
            "W203", "An HTML element is not published",
            "Of HTML only <br>, <sub>, <sup>, <abbr title> and <span lang dir> are kept: the rest may look good in one place and break another, or run as a program. The words between the tags are shown.",
            "Write it in Markdown; the message says how.",
            in: .paper,
            wrong: "The winter was <b>mild</b>.",
            right: "The winter was **mild**."),
        Explanation(
            "W204", "An end tag closes nothing",
            "The tag that it belongs to is missing, or stands in another paragraph.",
            "Delete it, or put the first tag where it should begin, in the same paragraph or cell.",
            in: .paper,
            wrong: "Water is H2</sub>O.",
            right: "Water is H<sub>2</sub>O."),
        Explanation(
            "W205", "An element is not closed where it was opened",
            "Its end tag is missing, or stands in another paragraph, so nobody can tell how far it should go.",
            "Put the end tag in the same paragraph, cell or bold words.",
            in: .paper,
            wrong: "Water is H<sub>2O.",
            right: "Water is H<sub>2</sub>O."),
        Explanation(
            "W206", "An attribute is not published",
            "Only title of <abbr>, and lang and dir of <span>, are kept. Colours and sizes belong in the style sheet.",
            "Delete the attribute.",
            in: .paper,
            wrong: "The <abbr title=\"World Health Organization\" style=\"color: red\">WHO</abbr> says so.",
            right: "The <abbr title=\"World Health Organization\">WHO</abbr> says so."),
        Explanation(
            "W208", "An address is of a kind that is not made a link",
            "Links may lead to web pages, e-mail addresses, telephone numbers, files of the site and named things such as minute:62. Others could run a program, or work on one computer only.",
            "Link to a web address, or put the file beside the paper and link to that.",
            in: .paper,
            wrong: "See the [figures](ftp://testshire.example/figures.csv).",
            right: "See the [figures](https://testshire.example/figures.csv)."),
        Explanation(
            "W209", "An address names no website",
            "After https:// the name of the site is missing.",
            "Write the whole address.",
            in: .paper,
            wrong: "See the [figures](https:///figures).",
            right: "See the [figures](https://testshire.example/figures)."),
    ]
}
