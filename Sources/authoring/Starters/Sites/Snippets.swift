import Formats

/// What Visual Studio Code writes when a word is typed and chosen from its list.
enum Snippets {
    private struct Snippet {
        let name: String
        let word: String
        let about: String
        let lines: [String]
    }

    private static let all = [
        Snippet(
            name: "Agenda item", word: "item", about: "An item of an agenda, with its fields",
            lines: [
                "## ${1:7}. ${2:Title}", "", "- Papers: ${3|to follow,verbal,presentation,to be tabled|}", "- Presenter: ${4:Name, post}",
                "- Purpose: ${5|decision,consideration,information|}", "", "$0",
            ]),
        Snippet(
            name: "Exempt item", word: "exempt", about: "An item that the public is excluded from; its title is published",
            lines: ["## ${1:9}. ${2:Title that may be known}", "", "- Exempt: ${3|3,1,2,4,5,6,7|}", "- Reason: ${4:why publishing would do more harm than good}", "$0"]),
        Snippet(name: "Papers field", word: "papers", about: "Papers of an item", lines: ["- Papers: [${1:Title}](${2:file}.md)$0"]),
        Snippet(
            name: "Section", word: "section", about: "A section of an agenda",
            lines: ["# ${1|For decision,For discussion,For information,Exempt items|}", "", "$0"]),
        Snippet(
            name: "Minute", word: "minute", about: "A minute, with the item it belongs to", lines: ["## ${1:62}. ${2:Title} (Item ${3:7})", "", "$0"]),
        Snippet(name: "Resolution", word: "resolved", about: "What was decided", lines: ["**RESOLVED** – That ${1:…}.$0"]),
        Snippet(
            name: "Resolution in parts", word: "resolved-list", about: "What was decided, with parts (a), (b) …",
            lines: ["**RESOLVED** – That:", "", "- (a) ${1:…};", "- (b) ${2:…}.$0"]),
        Snippet(name: "Noted", word: "noted", about: "What was noted", lines: ["**NOTED** – ${1:The report}.$0"]),
        Snippet(
            name: "Action", word: "action", about: "Who is to do what, and by when",
            lines: ["**ACTION:** ${1:Name} to ${2:do what} by ${3:30 March 2027}.$0"]),
        Snippet(name: "Vote", word: "vote", about: "How the members voted", lines: ["**VOTE:** For ${1:0}; against ${2:0}; abstaining ${3:0}.$0"]),
        Snippet(
            name: "Recorded vote", word: "vote-names", about: "How each member voted",
            lines: ["**VOTE:**", "", "- For (${1:2}): ${2:Councillors A and B}", "- Against (${3:1}): ${4:Councillor C}", "- Abstaining: ${5:none}$0"]),
        Snippet(
            name: "Declaration of interest", word: "declared", about: "A declaration of interest",
            lines: ["**DECLARED:** ${1:Name} – ${2:nature of the interest (item 7)} – ${3|stayed,withdrew|}$0"]),
        Snippet(
            name: "Table", word: "table", about: "A table with a caption and row headers",
            lines: ["Table: ${1:What it shows}", "", "| ${2:First} | ${3:Second} |", "|---|---|", "| **${4:Row}** | ${5:0} |$0"]),
        Snippet(name: "Figure", word: "figure", about: "A picture with a caption", lines: ["![${1:What it shows, in words}](${2:file.png} \"${3:Caption}\")$0"]),
        Snippet(name: "Note", word: "note", about: "A note set apart", lines: ["> **Note:** ${1:…}$0"]),
        Snippet(
            name: "Correction", word: "correction", about: "What was corrected after publication", lines: ["> **Correction:** ${1:4 March 2027}: ${2:what was wrong}.$0"]),
        Snippet(name: "Footnote", word: "footnote", about: "A footnote", lines: ["[^${1:1}]$0", "", "[^${1:1}]: ${2:Text}."]),
        Snippet(
            name: "Link to a minute", word: "minute-link", about: "A link to a minute of another meeting of this committee",
            lines: ["[minute ${1:62}](minute:${2:2027-03-04}/${1:62})$0"]),
        Snippet(
            name: "Head of an agenda", word: "agenda-head", about: "The lines at the top of agenda.md",
            lines: [
                "---", "status: ${1|scheduled,held,cancelled,postponed,inquorate|}", "starts: \"${2:14:00}\"", "venue: \"${3:Council Chamber, Town Hall}\"",
                "issued: ${4:2027-02-24}", "---", "", "$0",
            ]),
        Snippet(
            name: "Head of minutes", word: "minutes-head", about: "The lines at the top of minutes.md",
            lines: ["---", "status: ${1|draft,approved|}", "started: \"${2:14:00}\"", "ended: \"${3:16:00}\"", "---", "", "# Present", "", "- $0"]),
        Snippet(
            name: "Head of a paper", word: "paper-head", about: "The lines at the top of a paper",
            lines: [
                "---", "title: ${1:Title}",
                "kind: ${2|report,appendix,plan,terms-of-reference,minutes,form,letter,presentation,annual-report|}",
                "author: \"${3:Name, post}\"", "purpose: ${4|decision,consideration,information|}", "---", "", "## 1. ${5:Purpose}", "", "$0",
            ]),
    ]

    static var file: String {
        var json = JSONWriter()
        json.object { json in
            for snippet in all {
                json.object(snippet.name) { json in
                    json.member("scope", "markdown")
                    json.member("prefix", snippet.word)
                    json.member("description", snippet.about)
                    json.texts("body", snippet.lines)
                }
            }
        }
        return String(decoding: json.finish(), as: UTF8.self).replacing("},\"", with: "},\n\"") + "\n"
    }
}
