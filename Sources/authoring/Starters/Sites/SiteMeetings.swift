import Model

/// The two meetings of a new site.
extension SiteTexts {
    // MARK: The last meeting

    var lastAgenda: String {
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

    var minutes: String {
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

    var comingAgenda: String {
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

    var paper: String {
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
