import Diagnostics

extension Explanation {
    /// Of files that are published as they are. What is a warning is an error, under the same number, with `attachments: strict` in site.yml.
    package static let attachments: [Explanation] = warnings + warnings.map(strict) + others

    private static func strict(_ about: Explanation) -> Explanation {
        Explanation(
            "E" + about.code.dropFirst(), about.title, about.meaning + " With “attachments: strict” in site.yml this is an error.", about.remedy, in: .command,
            wrong: about.wrong, right: about.right)
    }

    private static let answer = " If all of it may be read, list the file under “unrestricted-files” in the head of its paper."

    private static func about(_ code: String, _ title: String, _ meaning: String, _ remedy: String) -> Explanation {
        Explanation(code, title, meaning, remedy, in: .command, wrong: "moot build", right: "moot build")
    }

    private static let warnings = [
        about(
            "W541", "A file has tracked changes",
            "What was struck out or put in stands in the file still, with the name of who did it and when, and everybody who opens it can read it.",
            "Accept or reject all changes and save the file anew, or save it as PDF." + answer),
        about(
            "W542", "A file has comments", "Comments in the margin, and notes on a PDF, are published with it.",
            "Delete the comments and save the file anew." + answer),
        about(
            "W543", "A file has hidden sheets, rows, columns, slides or text",
            "What is hidden in a workbook, a presentation or a document is there still: one click shows it. Personal data have been published so. Of a hidden sheet the message tells the number and not the name.",
            "Delete what is hidden, or show it, and save the file anew." + answer),
        about(
            "W544", "A presentation has speaker notes", "What a speaker wrote below the slides is published with them.",
            "Delete the notes, or save the slides without them as PDF." + answer),
        about(
            "W545", "Words stand under filled boxes",
            "Somebody drew a box over words of a PDF, or marked them for redaction and did not apply it. The words are in the file still and can be copied.",
            "Delete the words where the document was written, and make the PDF anew." + answer),
        about(
            "W546", "A picture tells where it was taken", "Telephones write the position into each picture. It may be somebody's home.",
            "Save the picture without its properties." + answer),
        about(
            "W549", "A file could not be looked into",
            "It has a password, is broken, has the old format of Office, is a scan without text, or takes more time or memory than any file of a council should: nobody can tell what it hides.",
            "Save it anew without a password, as .docx, .xlsx, .pptx or PDF, and look yourself at what it holds."),
        about(
            "W550", "Files were not looked into, since the reader is missing",
            "Moot looks into files with Python and its packages pypdfium2, lxml and pillow, which are programs of their own. It takes the Python that $MOOT_READER names, else "
                + "~/.local/share/moot/reader/bin/python3, else the first on $PATH.",
            "Install them once: \(AttachmentReader.installation)."),
        about(
            "W553", "A file has another file in it",
            "The whole workbook behind a chart, the figures behind a pivot table, a file that is attached to a PDF, or a program (macros) is published with it.",
            "Paste a picture in the place of the object and save the file anew." + answer),
    ]

    private static let others = [
        Explanation(
            "E547", "A file says that nobody may read it",
            "Its first lines, its header, its properties or a stamp on one of its pages say “not for publication”, “exempt”, “confidential” or the like, and it is about to be published.",
            "Put it into a folder named “exempt”. If everybody may read it, list it under “unrestricted-files” in the head of its paper.",
            in: .command,
            wrong: "mv letter.pdf Content/committees/cabinet/2026-01-22/plan/",
            right: "mv letter.pdf Content/committees/cabinet/2026-01-22/exempt/"),
        about(
            "N548", "The properties of a file name people", "Office programs write into each file who made it and who saved it last. Only “moot check” tells.",
            "Where it should not be published, remove it: in Word under File, Info, Check for Issues, Inspect Document."),
        Explanation(
            "E551", "A file of a kind that is not published",
            "Attachments are of kinds that people can open: PDF, documents, workbooks and presentations of Office and OpenDocument, text, CSV, JSON, pictures, sound, film, calendars, maps, ZIP. "
                + "Another kind may be a slip, such as a database.",
            "Save the file as a usual kind, or allow its kind in site.yml.",
            in: .files,
            wrong: Example.attaching("costs.mdb"),
            right: "== site.yml\nname: Testshire\nurl: https://testshire.example/\nattachment-kinds: [mdb]\n" + Example.attaching("costs.mdb")),
        Explanation(
            "E552", "A file that browsers run in the name of the site",
            "A page, a script, or a drawing with a script in it, that came with a paper could do in a reader's browser whatever the site can. A drawing (SVG) without a script is published as it is.",
            "Save it as PDF, or allow the kind in site.yml where the server sends such files as downloads, as that of Documentation/deploying does.",
            in: .files,
            wrong: Example.attaching("map.html"),
            right: Example.attaching("map.pdf")),
        Explanation(
            "E554", "A name under unrestricted-files that no file has",
            "The head of a paper lists the files of which somebody says that all in them may be read. This name is none of its files.",
            "Write the name as it stands in the folder of the paper.",
            in: .files,
            wrong: Example.attaching("costs.csv", head: "\nunrestricted-files: [cost.csv]"),
            right: Example.attaching("costs.csv", head: "\nunrestricted-files: [costs.csv]")),
    ]

    private enum Example {
        /// A paper with a file in its folder.
        static func attaching(_ name: String, head: String = "") -> String {
            """
            == committees/board/2026-01-22/agenda.md
            ---
            ---

            ## 1. Plan

            - Papers: [Plan](plan.md)
            == committees/board/2026-01-22/plan.md
            ---
            title: Plan\(head)
            ---
            == committees/board/2026-01-22/plan/\(name)
            a,b
            """
        }
    }
}
