import Diagnostics

extension Explanation {
    /// Of what would be known from a site.
    package static let disclosure = [
        Explanation(
            "E560", "Something of an exempt source would stand in the site",
            "Before a new site takes the place of the old one, Moot reads every file of it, and looks for six words in a row of what is not published, and for its name. It found some, and kept the old site. They stand in no public source, so Moot itself has made a mistake, or a template has.",
            "If they may be read, write them into a public source. If not, please report it, without the words.",
            in: .command,
            wrong: "moot build",
            right: "moot build"),
        Explanation(
            "E561", "A public text and an exempt one have 25 words in a row in common",
            "Somebody may have copied from the exempt paper. What stands in three texts or more is taken for a form of words, and is no question.",
            "Take the words out of the public text. If all may read them, add “classification: unrestricted” to its head, or “Public: yes” to the item or minute.",
            in: .files,
            wrong: """
                == committees/board/2026-01-22/agenda.md
                ---
                ---

                ## 1. Plan

                - Papers: [Plan](plan.md)
                == committees/board/2026-01-22/exempt/land.md
                ---
                title: Land
                ---

                The owner would sell the meadow behind the station for less than the valuer thinks right, because the tenant of the farm has given notice and the roof of the barn needs mending soon.
                == committees/board/2026-01-22/plan.md
                ---
                title: Plan
                ---

                The owner would sell the meadow behind the station for less than the valuer thinks right, because the tenant of the farm has given notice and the roof of the barn needs mending soon.
                """,
            right: """
                == committees/board/2026-01-22/agenda.md
                ---
                ---

                ## 1. Plan

                - Papers: [Plan](plan.md)
                == committees/board/2026-01-22/exempt/land.md
                ---
                title: Land
                ---

                The owner would sell the meadow behind the station for less than the valuer thinks right, because the tenant of the farm has given notice and the roof of the barn needs mending soon.
                == committees/board/2026-01-22/plan.md
                ---
                title: Plan
                ---

                The Council looks for land.
                """),
    ]
}
