import Diagnostics

extension Explanation {
    static let readingExemptions = [
        Explanation(
            "E124", "The paragraphs of an exemption are no numbers",
            "An item is exempt under one or more of the paragraphs 1 to 7 of Schedule 12A to the Local Government Act 1972, and the notice must say which.",
            "Write the numbers: “Exempt: 3” or “Exempt: 1, 2”.",
            in: .agenda,
            wrong: "## 1. Purchase of land\n\n- Exempt: yes\n- Reason: the price is being negotiated",
            right: "## 1. Purchase of land\n\n- Exempt: 3\n- Reason: the price is being negotiated"),
        Explanation(
            "E125", "Two marks disagree about whether a paper or an item is exempt",
            "One says that everybody may read it, the other that nobody may; or an agenda and a supplement say so of one item. Moot publishes nothing until somebody has decided.",
            "Decide which is right, and change the other.",
            in: .files,
            wrong: "== committees/board/2026-01-22/exempt/land.md\n---\ntitle: Land\nclassification: unrestricted\n---",
            right: "== committees/board/2026-01-22/exempt/land.md\n---\ntitle: Land\nclassification: exempt\n---"),
        Explanation(
            "E130", "An exemption stands in the text, not among the fields",
            "Somebody meant this item to be exempt, but the mark counts only in the list directly under its heading. Until that is mended the item is held to be exempt.",
            "Write “- Exempt: 3” in the list directly under the heading. If the item is open, begin the paragraph with other words.",
            in: .agenda,
            wrong: "## 1. Purchase of land\n\nExempt: 3",
            right: "## 1. Purchase of land\n\n- Exempt: 3\n- Reason: the price is being negotiated"),
        Explanation(
            "E133", "A field of an exempt item goes on below its line",
            "The reason of an exempt item is published. A line directly below it, or an indented paragraph, belongs to the field for Markdown, and the words that nobody may read would be published with the reason.",
            "Write the field in one line, leave an empty line after the list, and begin the text of the item without blanks.",
            in: .agenda,
            wrong: "## 1. Purchase of land\n\n- Exempt: 3\n- Reason: the price is being negotiated\nThe owner asks a lot.",
            right: "## 1. Purchase of land\n\n- Exempt: 3\n- Reason: the price is being negotiated\n\nThe owner asks a lot."),
        Explanation(
            "E134", "A line speaks of exempt items, and is no heading of them",
            "Whoever wrote it meant the items below it to be exempt, but only a heading with one sign # makes a section. A line in bold, in a quotation or with three signs # is text, and what follows would be published.",
            "Write the heading as “# Exempt items”, or give each item its “- Exempt: 3”. If nothing here is exempt, use other words.",
            in: .agenda,
            wrong: "## 1. Welcome\n\n**Exempt items**\n\n## 2. Purchase of land",
            right: "## 1. Welcome\n\n# Exempt items\n\n## 2. Purchase of land\n\n- Exempt: 3\n- Reason: the price is being negotiated"),
        Explanation(
            "E137", "A paper says that it is exempt, and no mark does",
            "A row of its report form, its first lines or the words of a link in an agenda say that nobody may read it, but its head does not, so that it would be published.",
            "Add “classification: exempt” to its head. If everybody may read it, add “classification: unrestricted”.",
            in: .paper,
            wrong: "**NOT FOR PUBLICATION**\n\nThe owner asks a lot.",
            right: "The owner asks a lot."),
        Explanation(
            "E138", "A file has the name of something exempt beside it",
            "It is most likely the same text in another format, or a copy of it, and would be published while the other is held back.",
            "If it is the same, move both to the folder exempt/. If everybody may read it, give it another name.",
            in: .files,
            wrong: "== committees/board/2026-01-22/land.md\n---\ntitle: Land\nclassification: exempt\n---\n== committees/board/2026-01-22/land.pdf\nLand",
            right: "== committees/board/2026-01-22/exempt/land.md\n---\ntitle: Land\n---\n== committees/board/2026-01-22/exempt/land.pdf\nLand"),
        Explanation(
            "E139", "Code is opened and never closed",
            "Three signs ` or ~ begin a block of code. Where the same signs do not stand on a line of their own again, all that follows is code: headings, decisions and marks of exemption included.",
            "Write the same signs on a line of their own where the code ends, or take them away.",
            in: .agenda,
            wrong: "## 1. Welcome\n\n```\nThe door code is on the wall.",
            right: "## 1. Welcome\n\n```\nThe door code is on the wall.\n```"),
        Explanation(
            "E140", "An exempt item cannot be told from the text around it",
            "The lines of an exempt item are taken out of the text before anything else is read. Here they run together with lines that are not its own, so nobody can say where it ends.",
            "Write its heading with ## and put an empty line before and after it.",
            in: .agenda,
            wrong: "# Exempt items\n\n> ## 1. Purchase of land\n>\n> - Exempt: 3\n> - Reason: the price is being negotiated",
            right: "# Exempt items\n\n## 1. Purchase of land\n\n- Exempt: 3\n- Reason: the price is being negotiated"),
        Explanation(
            "E141", "A title says that an item or a paper is exempt, and no mark does",
            "Readers would take it for exempt, but it would be published.",
            "Add “- Exempt: 3” with the right paragraph under the item's heading, “classification: exempt” to the head of the paper, or change the title.",
            in: .agenda,
            wrong: "## 1. Purchase of land (exempt)",
            right: "## 1. Purchase of land\n\n- Exempt: 3\n- Reason: the price is being negotiated"),
        Explanation(
            "E142", "An exempt section holds something like an item without its heading",
            "In a section of exempt items each item needs a heading that Moot knows, or it cannot tell what is exempt.",
            "Write the heading as “## 7. Title”: two signs #, a blank, the number, a dot, the title.",
            in: .agenda,
            wrong: "# Exempt items\n\n### 1. Purchase of land\n\n- Exempt: 3",
            right: "# Exempt items\n\n## 1. Purchase of land\n\n- Exempt: 3\n- Reason: the price is being negotiated"),
        Explanation(
            "E143", "Something looks like a heading, and is text",
            "A heading needs a blank after its signs #. Without it what follows belongs to the item above, with its papers and its mark of exemption.",
            "Write one or two signs # and a blank before it, and an empty line above it.",
            in: .agenda,
            wrong: "## 1. Welcome\n\n##2. Winter plan",
            right: "## 1. Welcome\n\n## 2. Winter plan"),
        Explanation(
            "E146", "Minutes have a part that is headed as exempt",
            "Everything in minutes.md is published. Whoever headed a part so did not want that.",
            "Move the part to a file of its own in the folder exempt/.",
            in: .wholeMinutes,
            wrong: "# Minutes\n\n## 1. Welcome\n\nAll were welcome.\n\n# Exempt minutes\n\nThe price was agreed.",
            right: "# Minutes\n\n## 1. Welcome\n\nAll were welcome."),
        Explanation(
            "E152", "No item lists a paper, and the meeting has an exempt item",
            "The paper may belong to the exempt item. Moot publishes nothing while it is not sure.",
            "If it belongs to the exempt item, move it to the folder exempt/. If not, add it to “Papers” of its item.",
            in: .files,
            wrong: """
                == committees/board/2026-01-22/agenda.md
                ---
                ---

                ## 1. Winter plan

                ## 2. Purchase of land

                - Exempt: 3
                - Reason: the price is being negotiated
                == committees/board/2026-01-22/plan.md
                ---
                title: Plan
                ---
                """,
            right: """
                == committees/board/2026-01-22/agenda.md
                ---
                ---

                ## 1. Winter plan

                - Papers: [Plan](plan.md)

                ## 2. Purchase of land

                - Exempt: 3
                - Reason: the price is being negotiated
                == committees/board/2026-01-22/plan.md
                ---
                title: Plan
                ---
                """),
        Explanation(
            "E156", "A section sounds as if its items were exempt",
            "Its heading has words by which authorities mean exempt items, such as “Confidential items”, “Part II” or “Closed session”, but only the word “exempt” makes a section so. The items below it would be published.",
            "If they are exempt, write “# Exempt items”. If they are open, use another heading.",
            in: .agenda,
            wrong: "# Private session\n\n## 1. Purchase of land",
            right: "# Exempt items\n\n## 1. Purchase of land\n\n- Exempt: 3\n- Reason: the price is being negotiated"),
        Explanation(
            "E157", "A line of hyphens makes a heading of the text of an exempt item",
            "Hyphens or equals signs directly below a paragraph make a heading of it. Within an exempt item they were most likely meant as a rule, and the paragraph would be published as the title of an open item, with all that follows.",
            "Put an empty line above the line of hyphens. If this is the heading of an item, write it with ## and its number.",
            in: .agenda,
            wrong: "## 1. Purchase of land\n\n- Exempt: 3\n- Reason: the price is being negotiated\n\nThe owner asks a lot.\n---",
            right: "## 1. Purchase of land\n\n- Exempt: 3\n- Reason: the price is being negotiated\n\nThe owner asks a lot.\n\n---"),
        Explanation(
            "E158", "A heading within an exempt item ends it",
            "Two signs # begin a new item. This one has no number, and a heading that reports have within them, so that it most likely belongs to the exempt item above it; what stands below it would be published.",
            "Write it with three signs #. If it is an item of its own, give it its number.",
            in: .agenda,
            wrong: "## 1. Purchase of land\n\n- Exempt: 3\n- Reason: the price is being negotiated\n\n## Background\n\nThe owner asks a lot.",
            right: "## 1. Purchase of land\n\n- Exempt: 3\n- Reason: the price is being negotiated\n\n### Background\n\nThe owner asks a lot."),
        Explanation(
            "E159", "Nothing refers to a note, and the meeting has an exempt item",
            "Notes stand at the end of an agenda. One whose mark is missing or mistyped is published all the same, and may be the exempt item's.",
            "Write its mark where it belongs, or take the note out.",
            in: .agenda,
            wrong: "## 1. Purchase of land\n\n- Exempt: 3\n- Reason: the price is being negotiated\n\n## 2. Close\n\nWe go home.\n\n[^1]: The owner asks a lot.",
            right: "## 1. Purchase of land\n\n- Exempt: 3\n- Reason: the price is being negotiated\n\n## 2. Close\n\nWe go home.[^1]\n\n[^1]: By bus."),
        Explanation(
            "E161", "A comment hides nothing",
            "A comment that begins after words ends with its paragraph, and one that holds another comment ends with that. What stands between an empty line, or the other comment, and --> is published.",
            "Put <!-- at the beginning of a line of its own, --> at the end, and no other comment between them. Better, take out what nobody may read.",
            in: .agenda,
            wrong: "## 1. Purchase of land\n\nThe land is sold. <!-- not yet:\n\nThe owner asks a lot.\n\n-->",
            right: "## 1. Purchase of land\n\nThe land is sold.\n\n<!-- not yet:\n\nThe owner is asked.\n\n-->"),
        Explanation(
            "W103", "An exempt item does not say under which paragraphs",
            "The public can be excluded only for what Schedule 12A describes (Local Government Act 1972, sections 100A(5) and 100I), and residents have a right to know which paragraph it is.",
            "Add “- Exempt: 3” with the right number under the item.",
            in: .agenda,
            wrong: "# Exempt items\n\n## 1. Purchase of land\n\n- Reason: the price is being negotiated",
            right: "# Exempt items\n\n## 1. Purchase of land\n\n- Exempt: 3\n- Reason: the price is being negotiated"),
        Explanation(
            "W104", "An exempt item gives no reason",
            "Information is exempt only as long as the public interest in keeping it so outweighs that in publishing it (Local Government Act 1972, Schedule 12A, paragraph 10). The page says why.",
            "Add “- Reason: …” under the item.",
            in: .agenda,
            wrong: "## 1. Purchase of land\n\n- Exempt: 3",
            right: "## 1. Purchase of land\n\n- Exempt: 3\n- Reason: the price is being negotiated"),
        Explanation(
            "W105", "An open item lists an exempt paper",
            "The page says that a further paper is exempt, and no more. That is right for an exempt appendix, and wrong where the whole item was meant.",
            "If the whole item is exempt, give it “- Exempt: …” and “- Reason: …”. If only the paper is, leave it.",
            in: .files,
            wrong: """
                == committees/board/2026-01-22/agenda.md
                ---
                ---

                ## 1. Purchase of land

                - Papers: [Price](exempt/price.md)
                == committees/board/2026-01-22/exempt/price.md
                ---
                title: Price
                ---
                """,
            right: """
                == committees/board/2026-01-22/agenda.md
                ---
                ---

                ## 1. Purchase of land

                - Papers: [Price](exempt/price.md)
                - Exempt: 3
                - Reason: the price is being negotiated
                == committees/board/2026-01-22/exempt/price.md
                ---
                title: Price
                ---
                """),
        Explanation(
            "W112", "A paper of a private meeting will be published",
            "“access: private” says that the public may not attend. It does not make papers exempt.",
            "If the paper must not be read by the public, move it to the folder exempt/. Otherwise leave it.",
            in: .files,
            wrong: """
                == committees/board/2026-01-22/agenda.md
                ---
                access: private
                ---

                ## 1. Plan

                - Papers: [Plan](plan.md)
                == committees/board/2026-01-22/plan.md
                ---
                title: Plan
                ---
                """,
            right: """
                == committees/board/2026-01-22/agenda.md
                ---
                access: private
                ---

                ## 1. Plan

                - Papers: [Plan](exempt/plan.md)
                - Exempt: 3
                - Reason: the price is being negotiated
                == committees/board/2026-01-22/exempt/plan.md
                ---
                title: Plan
                ---
                """),
        Explanation(
            "E162", "The agenda says that something is not public, and it is not marked",
            "A notice or a resolution shuts out the public for an item, or a form says that it is private, and that item would be published with its text and its papers. Only a mark keeps it back.",
            "Add “- Exempt: 3” with the right paragraph of Schedule 12A under the heading of the item that is meant. If all may read it, write “- Public: yes” there, which is not shown.",
            in: .agenda,
            wrong: "## 8. Exclusion of the public\n\nThat the public be excluded for item 9.\n\n## 9. Purchase of land\n\nThe price is being negotiated.",
            right: "## 8. Exclusion of the public\n\nThat the public be excluded for item 9.\n\n## 9. Purchase of land\n\n- Exempt: 3\n- Reason: the price is being negotiated"),
        Explanation(
            "E163", "The language of the site has no words of privacy",
            "Moot asks about whatever sounds private and has no mark, and knows English, Welsh, German and French for it. In another language it would be silent, and a paper that says “besloten” would be published.",
            "Name at least five words or phrases under “private-words”: lines with one of them are asked about. More of them make it safer.",
            in: .siteFile,
            wrong: "language: nl",
            right: "language: nl\nprivate-words: [besloten, vertrouwelijk, geheim, niet openbaar, onder geheimhouding]"),
        Explanation(
            "E164", "A line has one of the authority's own words of privacy",
            "Under “private-words” in site.yml stand words by which texts say that something is not public. A heading or a short line with one of them is asked about.",
            "Mark what is not public. If all may read it, write “Public: yes” directly under the heading, or “classification: unrestricted” in the head.",
            in: .files,
            wrong: """
                == site.yml
                name: Testshire Council
                url: https://testshire.example/
                private-words: [besloten]
                == committees/board/2026-01-22/agenda.md
                ---
                ---

                # Besloten deel

                ## 1. Grond
                """,
            right: """
                == site.yml
                name: Testshire Council
                url: https://testshire.example/
                private-words: [besloten]
                == committees/board/2026-01-22/agenda.md
                ---
                ---

                # Openbaar deel

                ## 1. Grond
                """),
        Explanation(
            "N129", "The minute of an exempt item is not published",
            "What was said of an exempt item is private, unless its minute says “Public: yes”, or an exempt/minutes.md stands beside the minutes, which shows that minutes.md is the public record. Its number and title stand on the page, with a sentence that says so, and its anchors stay.",
            "Nothing, if that is right. If all may read the minute, write “Public: yes” directly under its heading.",
            in: .files,
            wrong: """
                == committees/board/2026-01-22/agenda.md
                ---
                status: held
                ---

                ## 9. Purchase of land

                - Exempt: 3
                - Reason: the price is being negotiated
                == committees/board/2026-01-22/minutes.md
                ---
                status: draft
                ---

                # Minutes

                ## 1. Purchase of land (Item 9)

                **RESOLVED** – That the land be bought.
                """,
            right: """
                == committees/board/2026-01-22/agenda.md
                ---
                status: held
                ---

                ## 9. Purchase of land

                - Exempt: 3
                - Reason: the price is being negotiated
                == committees/board/2026-01-22/exempt/minutes.md
                ---
                status: draft
                ---

                # Minutes

                ## 1. Purchase of land (Item 9)

                **RESOLVED** – That the land be bought for 100,000 pounds.
                == committees/board/2026-01-22/minutes.md
                ---
                status: draft
                ---

                # Minutes

                ## 1. Purchase of land (Item 9)

                **RESOLVED** – That the land be bought.
                """),
        Explanation(
            "N130", "An author answered that all may read something",
            "An item, a section or a minute says “Public: yes”, or a head “classification: unrestricted”, where its words sound as if it were not public. It is published.",
            "Nothing, if that is right: “moot check” lists all such answers, so that somebody can look at them.",
            in: .agenda,
            wrong: "# Private hire and private business\n\nPublic: yes\n\n## 1. Licences",
            right: "# Licences\n\n## 1. Licences"),
        Explanation(
            "W120", "A section may have been meant to be exempt",
            "Its heading has a word by which some authorities mean exempt items, in words that most likely mean something else. The items below it are published.",
            "If they are exempt, write “# Exempt items”. Otherwise leave it.",
            in: .agenda,
            wrong: "# Closed landfill sites\n\n## 1. Inspections",
            right: "# Landfill sites\n\n## 1. Inspections"),
    ]
}
