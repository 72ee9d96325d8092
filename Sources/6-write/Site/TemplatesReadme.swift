import Templates

/// `Templates/README.md`: what each page kind's template may use, from the declarations themselves.
package enum TemplatesReadme {
    package static var text: String { introduction + TemplateReference.markdown(for: kinds + RegisterTemplates.kinds) }

    private static let introduction = """
        # Templates

        These files make the pages. They can be changed without touching Swift: change one, run `moot build`, look.
        The language is Mustache. `layout.mustache` is the frame of all pages, each other file here makes one kind of page,
        and `parts/` holds what several of them share.

        A name that a page kind does not have is an error with its place and the nearest name, never a blank.
        Fields of the kind *HTML* need three braces; everything else is escaped.

        This file is written by `make update-expected` from the declarations in `Sources/Site/Views`. Do not edit it.


        """

    private static let kinds = [
        PageKind("home", "`/`", HomePage.self),
        PageKind("committees", "`/committees/`", CommitteesPage.self),
        PageKind("committee", "`/committees/<committee>/`", CommitteePage.self),
        PageKind("meeting", "`/committees/<committee>/<date>/`", MeetingPage.self),
        PageKind("minutes", "`/committees/<committee>/<date>/minutes/`", MinutesPage.self),
        PageKind("paper", "`/committees/<committee>/<date>/<paper>/`", PaperPage.self),
        PageKind("pack", "`/committees/<committee>/<date>/pack/`", PackPage.self),
        PageKind("meetings", "`/meetings/`", MeetingsPage.self),
        PageKind("meeting-year", "`/meetings/<year>/`", MeetingYearPage.self),
        PageKind("strategies", "`/strategies/`", StrategiesPage.self),
        PageKind("strategy", "`/strategies/<strategy>/`", StrategyPage.self),
        PageKind("chapter", "`/strategies/<strategy>/<chapter>/`", ChapterPage.self),
        PageKind("whole-strategy", "`/strategies/<strategy>/all/`", WholeStrategyPage.self),
        PageKind("glossary", "`/glossary/`", GlossaryPage.self),
        PageKind("page", "`/<page>/`", FreePage.self),
        PageKind("accessibility", "`/accessibility/`", AccessibilityPage.self),
        PageKind("other-formats", "`/other-formats/`", OtherFormatsPage.self),
        PageKind("not-found", "`/404.html`", NotFoundPage.self),
        PageKind("changes", "`/changes/`, `/changes/<year>/`", ChangesPage.self),
        PageKind("search", "`/search/`", SearchPage.self),
        PageKind("redirect", "Old addresses, from `redirects.yml`", RedirectPage.self),
    ]
}
