extension SiteTexts {
    var readme: String {
        """
        # \(answers.name.markdown): agendas, papers and minutes

        This folder holds what the council publishes of its meetings, as plain text. The program Moot makes the website of it.
        Everything here but the council's name is invented, to show how things are done. Change it, or take it away.

        ## Every day

        Open this folder in your editor (in Visual Studio Code: File, Open Folder), and a window for commands beside it. Then:

        | To … | type |
        |---|---|
        | see the site while you write | `moot preview --open` |
        | hear what is wrong | `moot check` |
        | begin an agenda | `moot new meeting community-committee \(days.after.iso)` |
        | begin a paper for item 5 of the next meeting | `moot new paper --item 5` |
        | begin the minutes | `moot new minutes community-committee/\(days.coming.iso)` |
        | make the website, in the folder `_site` | `moot build` |
        | make it and record every address for good | `moot publish` |

        `moot --help` has the rest, and `moot help new meeting` more on one command.

        ## What to change first

        1. `Content/site.yml`: the address of the site, whom to ask, the bank holidays.
        2. `Content/committees/community-committee/committee.md`: give the folder your committee's name, and list its members.
           The name of a folder or file is part of the address, so change it now and never again: small letters, digits and hyphens.
        3. The two meetings in that folder.
        4. `Content/pages/accessibility.md`: your own words at the head of the accessibility statement. What a test of the site found is told in `Content/accessibility.yml`;
           until it is there, the statement says that the site has not been tested.

        ## Where things are

        | Folder or file | What it is |
        |---|---|
        | `Content/` | all that is published |
        | `Content/committees/…/\(days.coming.iso)/` | a meeting: its agenda, its papers, later its minutes |
        | `Templates/`, `Public/` | how pages look. Without these two folders the site has the program's own look |
        | `moot.yml` | settings of the program on your computer |
        | `.vscode/`, `.schemas/` | help for the editor: commands, snippets, what may be written where |
        | `_site/` | the website, made anew each time. Do not change anything there |

        ## What must not be published

        A paper that is exempt belongs in a folder named `exempt` within its meeting's folder, or better not in this folder at all.
        Its item on the agenda says so, with the paragraph of Schedule 12A to the Local Government Act 1972 and the reason:

        ```
        ## 6. Purchase of land

        - Exempt: 3
        - Reason: the price is still being negotiated
        ```

        Keep this whole folder under version control where only those can read it who may read everything in it.

        """
    }
}
