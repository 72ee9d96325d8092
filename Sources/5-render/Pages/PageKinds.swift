import Model

/// Every kind of page that a site has.
package enum PageKinds {
    /// In the order of the designers' reference; the page that opens a folder stands before the others of it.
    package static let all: [any PageKind.Type] = [
        HomeKind.self, CommitteesKind.self, CommitteeKind.self, MeetingKind.self, MinutesKind.self, PaperKind.self, PackKind.self, MeetingsKind.self,
        MeetingYearKind.self, StrategiesKind.self, StrategyKind.self, ChapterKind.self, WholeStrategyKind.self, GlossaryKind.self, FreePageKind.self,
        AccessibilityKind.self, OtherFormatsKind.self, NotFoundKind.self, ChangesKind.self, SearchKind.self, RedirectKind.self, DecisionsKind.self,
        ActionsKind.self, PeopleKind.self, PersonKind.self, OrganisationsKind.self, OrganisationKind.self, DeclarationsKind.self, PapersKind.self,
        PaperYearKind.self, IndexKind.self, TermKind.self,
    ]

    /// What stands at an old address.
    package static func redirect(_ redirect: Redirect) -> any PageKind { RedirectKind(redirect: redirect) }

    /// All pages of a site, kind by kind, beside those at old addresses.
    package static func pages(of context: PageContext) -> [any PageKind] { all.flatMap { $0.everyPage(of: context) } }
}

extension PageKind {
    fileprivate static func everyPage(of context: PageContext) -> [any PageKind] { pages(of: context) }
}
