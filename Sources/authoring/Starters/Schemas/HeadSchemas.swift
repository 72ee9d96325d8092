import Model

extension Schema {
    /// Those of the heads of Markdown files.
    static let heads = [
        Schema(
            name: "committee", title: "The head of committee.md", about: "What a committee is, and who sits on it.", file: "Content/\(SourcePath.committees)*/committee.md",
            isFile: false, isList: false, keys: { committee }),
        Schema(
            name: "agenda", title: "The head of agenda.md", about: "When and where a meeting is. Its date is its folder's.",
            file: "Content/\(SourcePath.committees)*/*/agenda.md", isFile: false, isList: false, keys: { agenda }),
        Schema(
            name: "supplement", title: "The head of a supplementary agenda", about: "supplement-N.md: items and papers published after the agenda.",
            file: "Content/\(SourcePath.committees)*/*/supplement-*.md", isFile: false, isList: false, keys: { supplement }),
        Schema(
            name: "minutes", title: "The head of minutes.md", about: "Whether minutes are a draft, and how the meeting went.",
            file: "Content/\(SourcePath.committees)*/*/minutes.md", isFile: false, isList: false, keys: { minutes }),
        Schema(
            name: "paper", title: "The head of a paper", about: "What a paper is, by whom, and what for.", file: "Content/\(SourcePath.committees)*/*/**/*.md", isFile: false,
            isList: false, keys: { paper }),
        Schema(
            name: "strategy", title: "The head of strategy.md", about: "A strategy or plan, and when it holds.", file: "Content/\(SourcePath.strategies)*/strategy.md",
            isFile: false, isList: false, keys: { strategy }),
        Schema(
            name: "chapter", title: "The head of a chapter", about: "A chapter of a strategy.", file: "Content/\(SourcePath.strategies)*/**/*.md", isFile: false, isList: false,
            keys: {
                [
                    .required("title", .text, "The chapter's title."),
                    openText,
                    SchemaKey("number", .text, "Its number as printed.", examples: ["4", "Appendix A"]),
                    SchemaKey("pages", .text, "Its pages in the printed strategy.", examples: ["11-30"]),
                ]
            }),
        Schema(
            name: "page", title: "The head of a free-standing page", about: "A page such as the accessibility statement.", file: "Content/\(SourcePath.pages)**/*.md",
            isFile: false, isList: false, keys: { [.required("title", .text, "The page's title."), openText] }),
    ]

    private static var committee: [SchemaKey] {
        [
            .required("name", .text, "The committee's name.", examples: ["Health and Wellbeing Board"]),
            SchemaKey("short", .text, "A short name, by which texts call it.", examples: ["HWB"]),
            SchemaKey("kind", .choice(of: Committee.Kind.self), "What it is; the law differs for a council and a cabinet."),
            SchemaKey("parent", .text, "The slug of the committee above it.", examples: ["council"]),
            SchemaKey(
                "also-known-as",
                .list([
                    .required("name", .text, "A name it had before, or another name."),
                    SchemaKey("until", .day, "The last day of that name.", examples: ["2024-05-22"]),
                ]), "Other names; texts that use one are linked."),
            SchemaKey("quorum", .text, "How many must be there: a number, or words.", examples: ["4", "One quarter of the membership"]),
            SchemaKey(
                "minute-numbering", .choice(of: Committee.MinuteNumbering.self),
                "continuous: one series through all meetings. restart: each meeting begins with 1."),
            SchemaKey("contact", contact, "Whom to ask about this committee."),
            openText,
            SchemaKey("terms", terms, "This committee's own words, in place of the site's."),
            SchemaKey("members", .list(member), "Who sits on it, and who did. Somebody with two seats has two entries."),
        ]
    }

    /// Of texts that no head can make exempt.
    private static var openText: SchemaKey { SchemaKey("classification", .choice([ExemptionMarks.Classification.unrestricted.rawValue]), "unrestricted: all may read it, though its words sound otherwise.") }

    private static var member: [SchemaKey] {
        [
            .required("name", .text, "The name as minutes have it.", examples: ["Councillor Amina Hartley"]),
            SchemaKey("role", .text, "What they are on the committee.", examples: ["Chair"]),
            SchemaKey("organisation", .text, "Whom they come from.", examples: ["Healthwatch Calderbrook"]),
            SchemaKey("seat", .choice(of: Member.Seat.self), "Whether they vote: voting, associate, statutory, observer."),
            SchemaKey("represents", .text, "The post or the interest they stand for.", examples: ["Director of Public Health"]),
            SchemaKey("substitute", .text, "Who may stand in for them."),
            SchemaKey("from", .day, "The first day of the seat.", examples: ["2027-05-20"]),
            SchemaKey("to", .day, "The last day of the seat.", examples: ["2028-05-17"]),
        ]
    }

    private static var agenda: [SchemaKey] {
        [
            SchemaKey("title", .text, "A title beside the committee's name.", examples: ["Budget meeting"]),
            SchemaKey("kind", .choice(of: Meeting.Kind.self), "ordinary, where it is missing. No notice is asked of a development session."),
            SchemaKey("access", .choice(of: Meeting.Access.self), "private: the public may not attend. public, where it is missing."),
            SchemaKey("status", .choice(of: Meeting.Status.self), "What became of the meeting."),
            SchemaKey("starts", .time, "In quotation marks.", examples: ["14:00"]),
            SchemaKey("ends", .time, "When it is to end, or ended.", examples: ["16:00"]),
            SchemaKey("venue", .text, "Where; “to be confirmed”, where it is missing.", examples: ["Council Chamber, Town Hall"]),
            SchemaKey("attendance", .choices(Meeting.Attendance.allCases.map(\.rawValue)), "How one can take part.", examples: ["in-person"]),
            SchemaKey(
                "moved",
                .list([
                    .required("changed", .day, "The day on which the change was announced.", examples: ["2027-02-20"]),
                    SchemaKey("date", .day, "The day it was to be until then."),
                    SchemaKey("starts", .time, "The time it was to start until then."),
                    SchemaKey("venue", .text, "The place it was to be until then."),
                ]), "What was announced otherwise before, oldest first."),
            SchemaKey("issued", .day, "The day on which the notice and the papers were published.", examples: ["2027-02-24"]),
            SchemaKey("urgency", .text, "Why the notice was shorter than the law asks."),
            SchemaKey("webcast", .address, "Where it can be watched.", examples: ["https://example.gov.uk/webcast"]),
            SchemaKey("contact", contact, "Whom to ask about this meeting."),
            SchemaKey("next-meeting", .dayOrText, "The date of the next meeting, or what is known of it.", examples: ["2027-06-17", "To be confirmed"]),
        ]
    }

    private static var supplement: [SchemaKey] {
        [
            .required("kind", .choice(["supplement"]), "Always supplement."),
            SchemaKey("title", .text, "A title of its own.", examples: ["Late paper for item 6"]),
            SchemaKey("issued", .day, "The day on which it was published.", examples: ["2027-03-01"]),
        ]
    }

    private static var minutes: [SchemaKey] {
        [
            .required("status", .choice(of: Minutes.Status.self), "draft, until a meeting has approved them."),
            SchemaKey("approved-at", .day, "The date of the meeting that approved them.", examples: ["2027-06-17"]),
            SchemaKey("approved-with-changes", .flag, "Whether that meeting changed them; the page then shows what."),
            SchemaKey("started", .time, "When the meeting began.", examples: ["14:00"]),
            SchemaKey("ended", .time, "When it ended.", examples: ["16:10"]),
            SchemaKey("chair", .text, "Who presided."),
            SchemaKey("signed", .day, "The day on which they were signed."),
            SchemaKey("notes", .text, "What else is to be known of them."),
        ]
    }

    private static var paper: [SchemaKey] {
        [
            .required("title", .text, "The paper's title.", examples: ["Winter plan"]),
            SchemaKey("kind", .choice(of: Paper.Kind.self), "What it is; a report must have the required-sections of site.yml."),
            SchemaKey("author", .texts, "Who wrote it.", examples: ["Hannah Streeter, Consultant in Public Health"]),
            SchemaKey("sponsor", .text, "Who answers for it."),
            SchemaKey("officer", .text, "Whom to ask about it."),
            SchemaKey("date", .dayOrText, "A date, a month, or text as printed.", examples: ["2027-02-24", "February 2027"]),
            SchemaKey("purpose", .text, "decision, consideration, information, or other words.", examples: ["decision", "consideration", "information"]),
            SchemaKey("wards", .texts, "The wards it concerns.", examples: ["All"]),
            SchemaKey("key-decision", .flag, "Whether it is for a key decision."),
            SchemaKey(
                "classification", .choice(of: ExemptionMarks.Classification.self), "exempt: nothing of it is ever published. unrestricted, where it is missing."),
            SchemaKey("pages", .text, "Its pages in the printed pack.", examples: ["11-30"]),
            SchemaKey(
                "properties",
                .list([
                    .required("label", .text, "What the row is of."),
                    SchemaKey("value", .emptyText, "Inline Markdown; it may be empty."),
                ]), "Rows of whatever else the authority's report form has, printed as a table at the top."),
            SchemaKey("status", .choice(of: Paper.Status.self), "Whether it is finished."),
            SchemaKey(
                "unrestricted-files", .texts, "Files of the paper that somebody looked at, and of which all may be read, whatever they say of themselves.", examples: ["finance.xlsx"]),
        ]
    }

    private static var strategy: [SchemaKey] {
        [
            .required("title", .text, "The strategy's title.", examples: ["Clean Air Plan 2027–2031"]),
            SchemaKey("short", .text, "A short title, by which texts call it.", examples: ["CAP"]),
            SchemaKey("also-known-as", .texts, "Other titles; texts that use one are linked."),
            SchemaKey("owner", .text, "The slug of the committee that answers for it, or other words.", examples: ["cabinet"]),
            SchemaKey("from", .text, "The year or the day it begins.", examples: ["2027", "2027-04-01"]),
            SchemaKey("to", .text, "The year or the day it ends.", examples: ["2031"]),
            SchemaKey("status", .choice(of: Strategy.Status.self), "Whether it is in force."),
            SchemaKey("adopted-at", .text, "The meeting that adopted it, as committee/date.", examples: ["council/2027-05-20"]),
            SchemaKey("supersedes", .text, "The slug of the strategy that it replaces."),
            SchemaKey("contents", .choice(of: Strategy.Contents.self), "one-page: the chapters stand below the cover and have no pages of their own."),
            openText,
        ]
    }
}
