import Diagnostics

extension Explanation {
    /// Of what can be wrong with the look of a site.
    package static let look = [
        Explanation(
            "E530", "A colour cannot be read on its ground",
            "People with weak sight, or in the sun, need a difference in lightness: 4.5:1 at least (WCAG 2.2, success criterion 1.4.3), which the law asks of public bodies. "
                + "Moot holds every colour of text against every ground that it stands on, for light and for dark surroundings.",
            "Choose a darker shade for light pages; the message names the nearest that will do.",
            in: .siteFile,
            wrong: """
                theme:
                  link-colour: "#8fb9c9"
                """,
            right: """
                theme:
                  link-colour: "#0b5566"
                """),
        Explanation(
            "E531", "A colour of the style sheet cannot be checked",
            "Colours of text and of its ground are compared when the site is built. Moot knows them where they are written as six hexadecimal digits.",
            "Write the colour as #rrggbb in the tokens at the top of site.css.",
            in: .command,
            wrong: "--ink: oklch(0.2 0 0);",
            right: "--ink: #1d1c1a;"),
    ]
}
