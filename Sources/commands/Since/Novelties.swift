/// All that is new since 0.1.0, oldest first. Whatever lets a site that was built without an error be refused, or changes it unasked, is told
/// here: a test holds the codes against those that 0.1.0 had.
enum Novelties {
    static let all: [Novelty] = [
        Novelty(
            .second, "names, titles, sections and lines that say “exempt” without being its mark stop the build",
            codes: ["E130", "E133", "E134", "E137", "E138", "E139", "E141", "E142", "E143", "E144", "E146", "E156", "E157", "E158", "E159", "E161", "E162", "E164", "N130"],
            "Decide what is exempt and mark it: “- Exempt: 3” under the item, a heading “# Exempt items”, “classification: exempt” in the head of a paper, or a folder “exempt”. Where all may read it, write “Public: yes” at the item, the section or the minute, or “classification: unrestricted” in a head."),
        Novelty(
            .second, "the minute of an exempt item is not published, save its number, its title and a sentence that says so", codes: ["N129"],
            "Where all may read the minute, write “Public: yes” directly under its heading, or put what is private into exempt/minutes.md."),
        Novelty(
            .second, "a site in another language than English, Welsh, German and French must name its words of privacy", codes: ["E163"],
            "Name at least five under “private-words” in site.yml."),
        Novelty(
            .second, "the finished site is looked through for words and names of exempt sources before it takes the place of the old one", codes: ["E560", "E561"],
            "E561 names a public text that was copied from an exempt one: take the words out, or answer that all may read them."),
        Novelty(
            .second, "in logs and machine formats messages about papers that may be exempt name the folder, and not the paper",
            "With “--show-exempt-paths” they name it."),
        Novelty(
            .second, "files that programs leave behind, and sources with another ending than .md, are not published as attachments",
            codes: ["E135", "E136"], "Delete the file, or give it the ending .md."),
        Novelty(
            .second, "agenda and supplement must agree about what is exempt, in whatever form they write a number", codes: ["E125"],
            "Mark the item as exempt in both, or give the item of the supplement a number of its own."),
        Novelty(
            .second, "redirects.yml is held against every page and file of the site", codes: ["E306", "E732", "E735"],
            "Name a page that is there, as the message proposes, or take the entry out."),
        Novelty(
            .second, "what a meeting's agenda states of its course is held against its minutes and its day", codes: ["W616", "W617"],
            "Change “status” in the head of the agenda, or take the minutes out."),
        Novelty(
            .second, "published.tsv knows on which heading each anchor stands", codes: ["W703"],
            "If the heading means the same, there is nothing to do: “moot publish” records its new words. If not, give it another number or other words."),
        Novelty(
            .second, "anchors of items and headings without a number are cleaner, doubles end in “--2”, and numbered sections come first",
            "Anchors that published.tsv has stay where they are, as second ones beside the new; links of texts lead to the new ones."),
        Novelty(
            .second, "templates have what is new: “otherAnchors” of items, minutes, decisions and terms, “settled” of papers that are awaited no more",
            "Own templates “agenda-item”, “minutes”, “minute-part” and “glossary” need the line with “otherAnchors” that ours have; where anchors are missing without it, E721 names them."),
        Novelty(
            .second, "texts are told apart by SHA-256, so that a blank that moves between two letters counts",
            "Numbers of 0.1.0 are read on; the next “moot publish” writes new ones, and nothing counts as changed by it."),
        Novelty(
            .second, "an item of a supplement is joined with the agenda's, however its number is written: 7a is 7A",
            "Papers that had come and were still “to follow” in some places are there in all."),
        Novelty(
            .second, "a meeting that was called off or had no quorum is in no output one that was held",
            "Calendars show it as cancelled, and the data as not carried out."),
        Novelty(
            .second, "files are published only if their kind is a usual one, and none that browsers run as a page or a script", codes: ["E551", "E552"],
            "Save the file as PDF or another usual kind, or name its ending under “attachment-kinds” in site.yml."),
        Novelty(
            .second, "a file that says of itself that it is not for the public stops the build", codes: ["E547", "E554"],
            "Put it into a folder “exempt”; if everybody may read it, list it under “unrestricted-files” in the head of its paper."),
        Novelty(
            .second, "files are looked into for what they hide: tracked changes, hidden sheets, words under boxes; with “attachments: strict” that is an error",
            codes: [
                "W541", "W542", "W543", "W544", "W545", "W546", "W549", "W550", "W553", "N548", "E541", "E542", "E543", "E544", "E545", "E546", "E549", "E550", "E553",
            ],
            "Mend the file, or list it under “unrestricted-files” in the head of its paper. Where the reader is missing, the message names the command that installs it."),
        Novelty(
            .second, "a build keeps ._site.cache beside the site, and leaves the site as it is where nothing has changed",
            "Nothing has to be done; “--no-cache” makes everything anew."),
    ]
}

extension Release {
    fileprivate static let second = Release(0, 2, 0)
}
