import Model
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
        PageKind("home", page(.home), HomePage.self),
        PageKind("committees", page(.committees), CommitteesPage.self),
        PageKind("committee", page(.committee("<committee>")), CommitteePage.self),
        PageKind("meeting", page(.meeting(meeting)), MeetingPage.self),
        PageKind("minutes", page(.minutes(meeting)), MinutesPage.self),
        PageKind("paper", page(.paper(meeting, "<paper>")), PaperPage.self),
        PageKind("pack", page(.pack(meeting)), PackPage.self),
        PageKind("meetings", page(.meetings), MeetingsPage.self),
        PageKind("meeting-year", page(.meetings, "<year>/"), MeetingYearPage.self),
        PageKind("strategies", page(.strategies), StrategiesPage.self),
        PageKind("strategy", page(.strategy("<strategy>")), StrategyPage.self),
        PageKind("chapter", page(.chapter(strategy: "<strategy>", "<chapter>")), ChapterPage.self),
        PageKind("whole-strategy", page(.wholeStrategy("<strategy>")), WholeStrategyPage.self),
        PageKind("glossary", page(.glossary), GlossaryPage.self),
        PageKind("page", page(.page("<page>")), FreePage.self),
        PageKind("accessibility", page(.accessibility), AccessibilityPage.self),
        PageKind("other-formats", page(.otherFormats), OtherFormatsPage.self),
        PageKind("not-found", page(.notFound), NotFoundPage.self),
        PageKind("changes", page(.changes()) + ", " + page(.changes(), "<year>/"), ChangesPage.self),
        PageKind("search", page(.search), SearchPage.self),
        PageKind("redirect", "Old addresses, from `redirects.yml`", RedirectPage.self),
    ]

    private static let meeting = MeetingID(committee: "<committee>", slug: "<date>")

    /// Where the pages of a kind stand, for the reference.
    ///
    /// - Parameter part: What follows for one of several.
    static func page(_ route: Route, _ part: String = "") -> String { "`/\(route.address.path)\(part)`" }
}
