import Model

extension Schema {
    /// Those of the `.yml` files.
    static let files = [
        Schema(
            name: "site", title: "The authority and its site", about: "site.yml: who publishes, where, and by which rules.", file: "Content/site.yml",
            isFile: true, isList: false, keys: { site }),
        Schema(
            name: "glossary", title: "Acronyms and terms", about: "glossary.yml: each term is explained where a text uses it first.",
            file: "Content/glossary.yml", isFile: true, isList: true, keys: { glossary }),
        Schema(
            name: "people", title: "People", about: "people.yml: joins the spellings of a name, and adds facts. People are found in minutes without it, too.",
            file: "Content/people.yml", isFile: true, isList: true, keys: { people }),
        Schema(
            name: "redirects", title: "Old addresses", about: "redirects.yml: what became of addresses that were published and are no more.",
            file: "Content/redirects.yml", isFile: true, isList: true, keys: { redirects }),
        Schema(
            name: "accessibility", title: "The test of accessibility",
            about: "accessibility.yml: what the last test of the site found, for the accessibility statement. “make audit” in Moot's own folder writes it.",
            file: "Content/accessibility.yml", isFile: true, isList: false, keys: { accessibility }),
        Schema(
            name: "moot", title: "Settings of the program", about: "moot.yml: settings on this computer, of which nothing reaches the site.", file: "moot.yml",
            isFile: true, isList: false, keys: { settings }),
    ]

    static let contact = SchemaValue.map([
        SchemaKey("name", .text, "Whom to ask.", examples: ["Democratic Services"]),
        SchemaKey("phone", .text, "In quotation marks, or a zero at the front is lost in other programs.", examples: ["01632 960100"]),
        SchemaKey("email", .email, "An address for e-mail.", examples: ["democracy@example.gov.uk"]),
    ])

    static let terms = SchemaValue.map([
        SchemaKey("chair", .text, "What whoever presides is called.", examples: ["Chairman", "Mayor"]),
        SchemaKey("vice-chair", .text, "What their deputy is called.", examples: ["Vice-Chairman", "Deputy Mayor"]),
        SchemaKey("resolved", .text, "The word that opens a decision on pages.", examples: ["RESOLVED", "AGREED"]),
    ])

    private static var site: [SchemaKey] {
        [
            .required("name", .text, "The authority's name.", examples: ["Calderbrook Council"]),
            .required("url", .address, "Where the site will stand, whole.", examples: ["https://meetings.example.gov.uk/"]),
            SchemaKey("language", .text, "The language of the site, as in BCP 47; en-GB, where it is missing.", examples: ["en-GB", "cy"]),
            SchemaKey("timezone", .text, "As in the time zone database; Europe/London, where it is missing.", examples: ["Europe/London"]),
            SchemaKey("contact", contact, "Whom to ask about meetings."),
            SchemaKey(
                "notice",
                .map([
                    SchemaKey("clear-days", .number, "How many days there must be between the notice and the meeting, neither counted; 5, where it is missing."),
                    SchemaKey("count", .choice(of: NoticeRule.Counting.self), "Which days count: working-days, or all-days."),
                    SchemaKey("holidays", .days, "Days that are no working days, beside weekends.", examples: ["2027-12-27"]),
                ]), "How much notice of a meeting the public is given (Local Government Act 1972, section 100A(6)(a))."),
            SchemaKey("terms", terms, "Words that differ from authority to authority."),
            SchemaKey(
                "other-formats",
                .list([
                    .required("language", .text, "As in BCP 47.", examples: ["ur", "pl"]),
                    SchemaKey("dir", .choice(of: OtherFormat.Direction.self), "rtl for a language that is written from right to left."),
                    .required("text", .text, "The offer in that language. An empty line parts paragraphs."),
                ]), "“This document can be made available in other formats”, in each language."),
            SchemaKey("private-words", .texts, "Words by which your texts say that something is not public, beside those that Moot knows.", examples: ["besloten"]),
            SchemaKey("navigation", .texts, "Pages in the menu, in order: the names of their files in \(SourcePath.pages), without .md.", examples: ["accessibility"]),
            SchemaKey(
                "theme",
                .map([
                    SchemaKey("colour", .text, "The authority's own colour, as #rrggbb in quotation marks: the band at the top, and buttons.", examples: ["#0f4c5c"]),
                    SchemaKey("link-colour", .text, "The colour of links, as #rrggbb in quotation marks.", examples: ["#0b5566"]),
                    SchemaKey("crest", .text, "A picture in the folder Public, shown beside the authority's name.", examples: ["crest.svg"]),
                    SchemaKey("typeface", .text, "Typefaces, the most wanted first.", examples: ["Gill Sans, Calibri, sans-serif"]),
                ]), "How the site looks. A colour that cannot be read on its ground is an error."),
            SchemaKey("required-sections", .texts, "Headings that every paper of kind “report” must have.", examples: ["Background papers"]),
            SchemaKey(
                "attachments", .choice(of: AttachmentRules.Strictness.self),
                "strict: what a file hides, such as tracked changes and hidden sheets, is an error. lenient, where it is missing: a warning."),
            SchemaKey("attachment-kinds", .texts, "Endings of files that may be published beside the usual ones.", examples: ["mpp"]),
        ]
    }

    private static var glossary: [SchemaKey] {
        [
            .required("term", .text, "The acronym or term, as texts use it.", examples: ["CAMHS"]),
            .required("meaning", .text, "What it means.", examples: ["Child and Adolescent Mental Health Services"]),
            SchemaKey("also", .texts, "Other spellings.", examples: ["EHCPs"]),
            SchemaKey("within", .text, "Where this meaning holds: the slug of a committee, meeting, strategy or paper. Everywhere, where it is missing."),
        ]
    }

    private static var people: [SchemaKey] {
        [
            .required("name", .text, "The name as pages show it.", examples: ["Amina Hartley"]),
            SchemaKey("aliases", .texts, "Other spellings in minutes and agendas.", examples: ["Cllr A Hartley"]),
            SchemaKey("organisation", .text, "Whom they work for."),
            SchemaKey("post", .text, "What they are there.", examples: ["Director of Public Health"]),
            SchemaKey(
                "councillor", .map([SchemaKey("ward", .text, "The ward they stand for."), SchemaKey("party", .text, "Their party or group.")]),
                "What is known of a councillor."),
        ]
    }

    private static var redirects: [SchemaKey] {
        [
            .required("from", .text, "The path of an old page or file, from the first slash; perhaps with an anchor.", examples: ["/old/page/", "/old/page/#costs"]),
            SchemaKey("to", .text, "Where it is now: a path of this site, or a whole address elsewhere.", examples: ["/new/page/"]),
            SchemaKey("gone", .text, "Or why it is gone; the reason is shown at the old address."),
        ]
    }

    private static var accessibility: [SchemaKey] {
        [
            .required("tested", .day, "When the site was tested.", examples: ["2027-01-15"]),
            SchemaKey("standard", .text, "What it was tested against; WCAG 2.2 AA, where it is missing.", examples: ["WCAG 2.2 AA"]),
            .required("pages", .number, "How many pages were tested."),
            SchemaKey("method", .text, "Who tested, and how: whole sentences, which the statement shows as they are."),
            SchemaKey("tools", .texts, "What it was tested with.", examples: ["axe-core 4.14"]),
            SchemaKey(
                "failures",
                .list([
                    .required("criterion", .text, "The criterion of the standard that is not met.", examples: ["1.4.3 Contrast (Minimum)"]),
                    .required("what", .text, "What is wrong, and for whom: whole sentences."),
                    SchemaKey("pages", .number, "On how many pages."),
                    SchemaKey("remedy-by", .day, "The day by which it will be mended.", examples: ["2027-06-30"]),
                ]), "What does not meet the standard."),
            SchemaKey("burdens", .texts, "What it would be a disproportionate burden to mend, and why: whole sentences."),
            SchemaKey("prepared", .day, "When the statement was first prepared.", examples: ["2027-01-15"]),
            SchemaKey("reviewed", .day, "When it was last reviewed.", examples: ["2027-01-15"]),
        ]
    }

    private static var settings: [SchemaKey] {
        [
            SchemaKey(
                "editor", .text, "The editor that “edit” links of the preview open: vscode, vscodium, cursor, zed, idea, sublime, textmate, emacs, or an address with {path} and {line}.",
                examples: ["vscode", "zed", "myeditor://open?file={path}&line={line}"])
        ]
    }
}
