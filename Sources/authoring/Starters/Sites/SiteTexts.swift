import Model

/// The sources of a new site. All people and all that they do are invented.
struct SiteTexts {
    let answers: SiteAnswers
    let days: SiteCalendar

    var files: [(path: String, text: String)] {
        [
            ("README.md", readme), ("Content/site.yml", site), ("Content/glossary.yml", glossary), ("Content/people.yml", people),
            ("Content/" + SourcePath.page("accessibility"), accessibility), ("Content/" + SourcePath.committee(SiteTexts.slug), committee),
            ("\(last)/agenda.md", lastAgenda), ("\(last)/minutes.md", minutes), ("\(coming)/agenda.md", comingAgenda),
            ("\(coming)/community-grants.md", paper),
        ]
    }

    private static let slug = "community-committee"
    private var last: String { "Content/" + SourcePath.folder(ofCommittee: SiteTexts.slug) + days.last.iso }
    private var coming: String { "Content/" + SourcePath.folder(ofCommittee: SiteTexts.slug) + days.coming.iso }
    private var name: String { answers.name.markdown }

    /// "write to <…>", or whom to ask where there is no address.
    private var ask: String { answers.email.map { "write to <\($0)>" } ?? "ask Democratic Services" }

    var contact: String {
        "{name: Democratic Services\(answers.email.map { ", email: \($0.yaml)" } ?? "")}"
    }

    // MARK: The site

    private var site: String {
        """
        # The authority and its site. Every key is explained when you hover over it, if your editor knows the schemas.
        name: \(answers.name.yaml)
        # Where the site will stand.
        url: \(answers.url.yaml)
        language: \(answers.language)
        timezone: \(answers.timezone)
        contact: \(contact)
        # The public must be told of a meeting five clear days before it (Local Government Act 1972, section 100A(6)(a)).
        notice:
          clear-days: 5
          count: working-days
        \(holidays)# What every report must have; “moot new paper” writes these headings.
        required-sections:
          - Background papers
        # Pages in the menu, by the names of their files in Content/pages.
        navigation:
          - accessibility

        """
    }

    private var holidays: String {
        guard !days.holidays.isEmpty else { return "" }
        return "  # The bank holidays of England and Wales; add those that are proclaimed later.\n  holidays:\n"
            + days.holidays.map { "    - \($0.iso)\n" }.joined()
    }

    private var glossary: String {
        """
        # Acronyms and terms. Each is explained where a text uses it first.
        - term: VCS
          meaning: "Voluntary and community sector: charities, clubs and groups that are not part of the council"

        """
    }

    private var people: String {
        """
        # People are found in lists of members and in minutes; this file joins spellings and adds facts.
        - name: Rosa Mellor
          aliases: [Councillor Rosa Mellor, Councillor Mellor]
          councillor: {ward: Millbank, party: Independent}
        - name: Idris Vaughan
          aliases: [Councillor Idris Vaughan, Councillor Vaughan]
          councillor: {ward: Station, party: Independent}

        """
    }

    private var accessibility: String {
        """
        ---
        title: Accessibility statement
        ---

        \(name) wants everybody to be able to use this site. You should be able to

        - make the text four times as large without losing any of it;
        - reach everything with a keyboard alone, and see where you are;
        - listen to every page with a screen reader;
        - print any page, or all the papers of a meeting at once.

        If something does not work for you, please \(ask), and tell us the address of the page. We answer within five working days, and can send you any paper in large print, in Braille or in plain text.

        """
    }

    private var committee: String {
        """
        ---
        name: Community Committee
        kind: committee
        quorum: 3
        minute-numbering: continuous
        contact: \(contact)
        members:
          - name: Councillor Rosa Mellor
            role: Chair
            seat: voting
          - name: Councillor Idris Vaughan
            role: Vice-Chair
            seat: voting
          - name: Councillor Nasreen Akhtar
            seat: voting
          - name: Councillor Tom Ridley
            seat: voting
          - name: Councillor Grace Oyelaran
            seat: voting
        ---

        The Community Committee looks after halls, libraries, playgrounds and grants. It may decide on spending of up to £25,000; anything above that it recommends to the Council.

        Its meetings are open to everybody. Anyone may speak for three minutes on an item of the agenda.

        """
    }
}
