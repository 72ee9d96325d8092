import Packs

/// The sources of a new site. All people and all that they do are invented.
struct SiteTexts {
    let answers: SiteAnswers
    let days: SiteCalendar

    var files: [(path: String, text: String)] {
        [
            ("README.md", readme), ("Content/site.yml", site), ("Content/glossary.yml", glossary), ("Content/people.yml", people),
            ("Content/pages/accessibility.md", accessibility), ("Content/committees/community-committee/committee.md", committee),
            ("\(last)/agenda.md", lastAgenda), ("\(last)/minutes.md", minutes), ("\(coming)/agenda.md", comingAgenda),
            ("\(coming)/community-grants.md", paper),
        ]
    }

    private var last: String { "Content/committees/community-committee/\(days.last.iso)" }
    private var coming: String { "Content/committees/community-committee/\(days.coming.iso)" }
    private var name: String { answers.name.markdown }

    /// "write to <…>", or whom to ask where there is no address.
    private var ask: String { answers.email.map { "write to <\($0)>" } ?? "ask Democratic Services" }

    private var contact: String {
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

        ## What does not work yet

        We have not tested the site with people who use it. This page will say what we find.

        ## If something does not work for you

        Please \(ask), and tell us the address of the page. We answer within five working days, and can send you any paper in large print, in Braille or in plain text.

        This statement was prepared on \(days.today.long).

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

    // MARK: The last meeting

    private var lastAgenda: String {
        """
        ---
        status: held
        starts: "18:30"
        ends: "20:00"
        venue: "Committee Room 1, Town Hall"
        attendance: [in-person]
        issued: \(days.notice.lastDay(toAnnounce: days.last).iso)
        contact: \(contact)
        next-meeting: \(days.coming.iso)
        ---

        **Coming to the meeting**

        Everyone is welcome. The Town Hall has level access from the market place.

        ## 1. Apologies and substitutes

        ## 2. Declarations of interest

        # For decision

        ## 3. Opening hours of the library

        - Papers: verbal
        - Presenter: Helen Garside, Head of Libraries
        - Purpose: decision

        Whether the library should open on Sundays from next spring.

        # For information

        ## 4. Play area at Station Green

        - Papers: verbal
        - Presenter: Owen Tate, Parks Officer
        - Purpose: information

        """
    }

    private var minutes: String {
        """
        ---
        status: draft
        started: "18:30"
        ended: "19:40"
        ---

        # Present

        - Councillor Rosa Mellor (Chair)
        - Councillor Idris Vaughan (Vice-Chair)
        - Councillor Nasreen Akhtar
        - Councillor Tom Ridley

        # Apologies

        - Councillor Grace Oyelaran

        # In attendance

        - Helen Garside (Head of Libraries) (item 3)
        - Owen Tate (Parks Officer) (item 4)

        # Minutes

        ## 1. Apologies and substitutes (Item 1)

        Apologies were received from Councillor Grace Oyelaran.

        ## 2. Declarations of interest (Item 2)

        **DECLARED:** Councillor Tom Ridley – a member of the Friends of the Library (item 3) – stayed

        ## 3. Opening hours of the library (Item 3)

        Helen Garside said that a Sunday opening would need two more people, and that the Friends of the Library had offered to find volunteers.

        **RESOLVED** – That the library open on Sundays from 11am to 3pm for a trial of six months.

        **VOTE:** For 3; against 1; abstaining 0.

        **ACTION:** Helen Garside to report on the trial by \(days.after.long).

        ## 4. Play area at Station Green (Item 4)

        The new swings were in use. The fence would be finished within the month.

        **NOTED** – The report.

        """
    }

    // MARK: The coming meeting

    private var comingAgenda: String {
        let notice = days.notice.lastDay(toAnnounce: days.coming)
        return """
            ---
            status: scheduled
            starts: "18:30"
            ends: "20:00"
            venue: "Committee Room 1, Town Hall"
            attendance: [in-person]
            contact: \(contact)
            next-meeting: \(days.after.iso)
            # The day on which the notice is published, \(notice.long) at the latest:
            # issued: \(notice.iso)
            ---

            **Coming to the meeting**

            Everyone is welcome. The Town Hall has level access from the market place.

            ## 1. Apologies and substitutes

            ## 2. Declarations of interest

            ## 3. Minutes of the last meeting

            - Papers: [Minutes of the meeting held on \(days.last.long)](../\(days.last.iso)/minutes.md)
            - Purpose: decision

            # For decision

            ## 4. Grants to community groups

            - Papers: [Grants to community groups](community-grants.md)
            - Presenter: Priti Anand, Community Officer
            - Purpose: decision

            To decide which groups are given a grant this year.

            # For information

            ## 5. The library on Sundays

            - Papers: to follow
            - Presenter: Helen Garside, Head of Libraries
            - Purpose: information
            - Follows: [minute 3](minute:\(days.last.iso)/3)

            """
    }

    private var paper: String {
        """
        ---
        title: Grants to community groups
        kind: report
        author: "Priti Anand, Community Officer"
        purpose: decision
        ---

        ## 1. Purpose

        1.1 The Committee is asked to share out £12,000 among four groups of the VCS.

        ## 2. Recommendations

        2.1 That the Committee:

        - (a) give the grants in the table below;
        - (b) ask each group to say by next summer what it did with the money.

        ## 3. What the groups asked for

        3.1 Nine groups asked for £21,400 in all. The four below met every condition.

        Table: Grants proposed

        | Group | What for | Grant |
        |---|---|---|
        | **Millbank Luncheon Club** | A new cooker | £3,000 |
        | **Station Green Football Club** | Kit for the girls' team | £2,500 |
        | **Town Band** | Lessons for beginners | £2,500 |
        | **Repair Café** | Rent of the hall for a year | £4,000 |
        | **Total** | | £12,000 |

        ## 4. Background papers

        4.1 The applications of the nine groups.

        """
    }
}
