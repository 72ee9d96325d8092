// Where each kind of source lies in the source folder. That many addresses of the site look alike is another fact: `Route` has those.
extension SourcePath {
    package static let committees = "committees/"
    package static let strategies = "strategies/"
    package static let pages = "pages/"

    package static let glossary = "glossary.yml"
    package static let accessibility = "accessibility.yml"

    package static let committeeName = "committee.md"
    package static let agendaName = "agenda.md"
    package static let minutesName = "minutes.md"
    /// The minutes as they were before they were approved.
    package static let draftMinutesName = "minutes.draft.md"
    package static let supplementPrefix = "supplement-"
    package static let strategyName = "strategy.md"
    /// Of sources that are texts.
    package static let textEnding = ".md"

    /// The file that says what a committee is.
    package static func committee(_ slug: String) -> String { folder(ofCommittee: slug) + committeeName }

    /// Ends in a slash, as those below.
    package static func folder(ofCommittee slug: String) -> String { committees + slug + "/" }

    /// The folder of a meeting.
    package static func meeting(_ meeting: MeetingID) -> String { committees + meeting.committee + "/" + meeting.slug + "/" }

    /// The folder of a strategy.
    package static func strategy(_ slug: String) -> String { strategies + slug + "/" }

    /// The file of a free-standing page.
    package static func page(_ slug: String) -> String { pages + slug + textEnding }
}
