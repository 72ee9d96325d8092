import Diagnostics

extension Explanation {
    private static let header = "address\tpublished\tchanged\ttext\n"

    /// Of the record of what was published.
    package static let record = [
        Explanation(
            "E701", "The record has a mark of an unfinished merge",
            "Version control has put both sides of a conflict into published.tsv and waits for somebody to decide.",
            "Keep the lines of both sides and delete the lines with the marks <<<<<<<, ======= and >>>>>>>.",
            in: .record,
            wrong: header + "<<<<<<< main\n/committees/\t2026-01-02\t\t",
            right: header + "/committees/\t2026-01-02\t\t"),
        Explanation(
            "E702", "A line of the record cannot be understood",
            "Each line is an address, two dates and a number for the text, with tabs between. Moot writes them; somebody has changed this one.",
            "Take the line from version control again.",
            in: .record,
            wrong: header + "committees, 2026-01-02",
            right: header + "/committees/\t2026-01-02\t\t"),
        Explanation(
            "E703", "The record has something else for a date",
            "The second and third columns are days, such as 2026-01-02.",
            "Write it so, or take the line from version control again.",
            in: .record,
            wrong: header + "/committees/\t2 January 2026\t\t",
            right: header + "/committees/\t2026-01-02\t\t"),
        Explanation(
            "E704", "By the record a text was changed before it was published",
            "One of the two dates is wrong.",
            "Put the earlier date first, or take the line from version control again.",
            in: .record,
            wrong: header + "/committees/board/\t2026-01-02\t2025-01-02\t",
            right: header + "/committees/board/\t2025-01-02\t2026-01-02\t"),
        Explanation(
            "E705", "The record has no header",
            "Its first line names the columns. Without it the file may be something else.",
            "Take the file from version control again. Delete it only if nothing was ever published.",
            in: .record,
            wrong: "/committees/\t2026-01-02\t\t",
            right: header + "/committees/\t2026-01-02\t\t"),
        Explanation(
            "E706", "The record has a column that is not known",
            "The file was changed by hand, or written by a later version of Moot.",
            "The first line is: address, published, changed, text, with tabs between.",
            in: .record,
            wrong: "address\tpublishd\tchanged\ttext\n/committees/\t2026-01-02\t\t",
            right: header + "/committees/\t2026-01-02\t\t"),
        Explanation(
            "E707", "The columns of the record are not as Moot writes them",
            "They are in another order, or have blanks between them instead of tabs; some editors change tabs to blanks.",
            "Take the file from version control again.",
            in: .record,
            wrong: "published\taddress\tchanged\ttext\n2026-01-02\t/committees/\t\t",
            right: header + "/committees/\t2026-01-02\t\t"),
        Explanation(
            "E708", "The record is not in UTF-8",
            "Another program has saved it.",
            "Take it from version control again; no program but Moot needs to write it.",
            in: .record,
            wrong: header + "/caf�/\t2026-01-02\t\t",
            right: header + "/committees/\t2026-01-02\t\t"),
        Explanation(
            "E709", "The record is too large",
            "It has more than a record of any authority would. It is hardly the file that Moot wrote.",
            "Take it from version control again.",
            in: .command,
            wrong: "cat backup.tar >> Content/published.tsv",
            right: "git checkout Content/published.tsv"),
        Explanation(
            "E710", "The record cannot be read",
            "What was promised is not known, so nothing is published.",
            "Check that published.tsv is a file and that you may read it.",
            in: .command,
            wrong: "chmod 000 Content/published.tsv",
            right: "chmod 644 Content/published.tsv"),
        Explanation(
            "W701", "An address stands in the record twice",
            "Two branches have both published it. Both lines are read: the earlier day of publication and the later text count.",
            "Leave it: the next “moot publish” makes one line of them.",
            in: .record,
            wrong: header + "/committees/\t2026-01-02\t\t\n/committees/\t2026-01-05\t\t",
            right: header + "/committees/\t2026-01-02\t\t"),
        Explanation(
            "W702", "The lines of the record end with carriage returns",
            "A program for Windows has saved it, or version control has changed it.",
            "Leave it: “moot publish” writes the file without them. The line “published.tsv -text” in .gitattributes keeps them out.",
            in: .record,
            wrong: "address\tpublished\tchanged\ttext\r\n/committees/\t2026-01-02\t\t\r",
            right: header + "/committees/\t2026-01-02\t\t"),
        Explanation(
            "W703", "A published anchor stands on a heading of other words",
            "The number is the same and the words are others: a link to it may now lead to something that nobody linked to.",
            "If it is the same in other words, publish: the new words are recorded. If it is another, say in redirects.yml what became of the former one, and this one gets an anchor of its own.",
            in: .files,
            wrong: "== published.tsv\n" + header + "/committees/board/2026-01-22/#item-1\t2026-01-02\t\t0123456789abcdef",
            right: "== published.tsv\n" + header + "/committees/board/2026-01-22/#item-1\t2026-01-02\t\t0123456789abcdef\n== redirects.yml\n- from: /committees/board/2026-01-22/#item-1\n  gone: It was withdrawn."),
    ]
}
