import Diagnostics
import Platform
import Reading
import Testing

/// Every near mark in every place: a build is refused, or keeps it back, until the author has answered; and none of it is said.
@Suite struct ExemptDoubtTests {
    static let meeting = "committees/board/2026-01-22/"
    private static let canary = "Qzxcanary"

    struct Language: Sendable {
        let code: String
        /// Say of a thing that it is private, alone or apart from other words.
        let stamps: [String]
        /// Sentences in which a text says so of itself.
        let sentences: [String]
        /// Rows of forms that answer that it is.
        let rows: [(label: String, value: String)]
    }

    static let languages = [
        Language(
            code: "en-GB",
            stamps: ["Exempt", "EXEMPT", "exmept", "Private and confidential", "CONFIDENTIAL", "Confidental", "Not for publication", "Not for pubilcation", "Strictly private", "Exempt item", "Confidential report", "Restricted report", "In private session", "Commercial in confidence", "Members only"],
            sentences: [
                "This report is confidential.", "This item contains exempt information.", "This report is not for publication.", "The following information is exempt.", "This report will be considered in private.",
                "This item is to be taken in private session.", "This paper must not be published because this paper is private.", "This report contains information that is confidential.",
            ],
            rows: [
                ("Exempt", "Yes"), ("Public or private", "Private"), ("For publication", "No"), ("Reason for exemption", "commercial interests"), ("Confidential", "Yes"), ("Access to information", "Exempt – paragraph 3"),
                ("Open to the public", "No"), ("Security classification", "OFFICIAL-SENSITIVE"),
            ]),
        Language(
            code: "cy", stamps: ["Eithriedig", "EITHRIEDIG", "Cyfrinachol", "Nid i'w gyhoeddi", "Eitem eithriedig", "Adroddiad cyfrinachol"],
            sentences: ["Mae'r adroddiad hwn yn gyfrinachol."], rows: [("Statws", "Cyfrinachol"), ("Cyfrinachol", "Oes")]),
        Language(
            code: "de", stamps: ["Nichtöffentlich", "NICHTÖFFENTLICH", "Nicht öffentlich", "Vertraulich", "Streng vertraulich", "Nicht zur Veröffentlichung"],
            sentences: ["Diese Vorlage ist vertraulich.", "Dieser Bericht ist nichtöffentlich."], rows: [("Vertraulich", "Ja"), ("Öffentlich", "Nein"), ("Behandlung", "nichtöffentlich")]),
        Language(
            code: "fr", stamps: ["Confidentiel", "CONFIDENTIEL", "Huis clos", "Non public", "Ne pas publier"], sentences: ["Ce rapport est confidentiel."], rows: [("Statut", "Confidentiel"), ("Confidentiel", "Oui")]),
    ]

    // MARK: Places

    static func agenda(_ item: String, title: String = "Land", section: String = "Business") -> [String: String] {
        [meeting + "agenda.md": "---\n---\n\n# \(section)\n\n## 9. \(title)\n\n\(item)\n\n## 10. Next meeting\n\nIn March.\n"]
    }

    static func paper(_ body: String, title: String = "Land", head: String = "") -> [String: String] {
        [
            meeting + "agenda.md": "---\n---\n\n## 9. Land\n\n- Papers: [The report](land.md)\n",
            meeting + "land.md": "---\ntitle: \"\(title)\"\n\(head)---\n\n\(body)\n",
        ]
    }

    static func minutes(_ body: String, title: String = "Land") -> [String: String] {
        [meeting + "agenda.md": "---\n---\n\n## 8. Roads\n\nRoads.\n", meeting + "minutes.md": "---\nstatus: draft\n---\n\n# Minutes\n\n## 61. \(title) (Item 8)\n\n\(body)\n"]
    }

    private static func places(stamp: String) -> [(String, [String: String])] {
        let words = "\(canary) is the price."
        return [
            ("section", agenda(words, section: stamp)), ("title in brackets", agenda(words, title: "Land (\(stamp))")), ("title behind a dash", agenda(words, title: "Land – \(stamp)")),
            ("bold in an item", agenda("**\(stamp)**\n\n\(words)")), ("brackets in an item", agenda("\(words.dropLast()) (\(stamp)).")), ("cell", agenda("| 9 | \(canary) | \(stamp) |\n|---|---|---|\n")),
            ("title of a paper", paper(words, title: "Land (\(stamp))")), ("first line", paper("\(stamp)\n\n\(words)")), ("bold first line", paper("**\(stamp)**\n\n\(words)")),
            ("stamp of a page", paper("\(words)\n\nWords.\n\nMore words.\n\nStill more.\n\nAnd more.\n\n**\(stamp)**\n\nWords.")), ("behind a dash", paper("\(words)\n\nWords.\n\nMore words.\n\nStill more.\n\nPage 3 – \(stamp)\n\nWords.")),
            ("heading of a part", paper("\(words)\n\n## Appendix B (\(stamp))\n\nWords.")), ("comment", paper("\(words)\n\n<!-- \(stamp) -->")), ("brackets", paper("\(words)\n\nWords.\n\nWords.\n\n[\(stamp)] \(words)")),
            ("minute", minutes(words, title: "Land (\(stamp))")), ("line of minutes", minutes("**\(stamp)**\n\n\(words)")),
            ("page", ["pages/land.md": "---\ntitle: Land\n---\n\n**\(stamp)**\n\n\(words)\n"]), ("chapter", ["strategies/land/strategy.md": "---\ntitle: Land\n---\n", "strategies/land/one.md": "---\ntitle: One (\(stamp))\n---\n\n\(words)\n"]),
        ]
    }

    private static func places(sentence: String) -> [(String, [String: String])] {
        let words = "\(canary) is the price."
        return [
            ("item", agenda("\(sentence)\n\n\(words)")), ("end of a paragraph", agenda("\(words) \(sentence)")), ("bullet", agenda("Words.\n\n- Words.\n- \(sentence)\n\n\(words)")),
            ("paper", paper("Words.\n\nWords.\n\nWords.\n\nWords.\n\n1.1 \(sentence) \(words)")), ("quotation", paper("> \(sentence)\n\n\(words)")), ("minutes", minutes("\(sentence)\n\n\(words)")),
            ("strategy", ["strategies/land/strategy.md": "---\ntitle: Land\n---\n\n\(sentence)\n\n\(words)\n"]),
        ]
    }

    private static func places(row: (label: String, value: String)) -> [(String, [String: String])] {
        let words = "\(canary) is the price."
        return [
            ("property", paper(words, head: "properties:\n  - label: \"\(row.label)\"\n    value: \"\(row.value)\"\n")), ("table", paper("| \(row.label) | \(row.value) |\n|---|---|\n| Ward | All |\n\n\(words)")),
            ("bold label", paper("**\(row.label):** \(row.value)\n\n\(words)")), ("bullet", paper("- \(row.label): \(row.value)\n\n\(words)")), ("question", paper("\(row.label)? \(row.value)\n\n\(words)")),
            ("item", agenda("Words.\n\n**\(row.label):** \(row.value)\n\n\(words)")),
        ]
    }

    // MARK: Tests

    @Test(arguments: languages.map(\.code)) func everyNearMarkInEveryPlace(_ code: String) throws {
        let language = ExemptDoubtTests.languages.first { $0.code == code }!
        let sites = language.stamps.flatMap { stamp in ExemptDoubtTests.places(stamp: stamp).map { ("\(stamp): \($0.0)", $0.1) } }
            + language.sentences.flatMap { sentence in ExemptDoubtTests.places(sentence: sentence).map { ("\(sentence) \($0.0)", $0.1) } }
            + language.rows.flatMap { row in ExemptDoubtTests.places(row: row).map { ("\(row.label) | \(row.value): \($0.0)", $0.1) } }
        #expect(sites.count > (code == "en-GB" ? 350 : 90))
        let workshop = try Workshop(base: [:])
        var published: [String] = []
        var told: [String] = []
        for (name, files) in sites {
            let all = files.merging(["site.yml": "name: T\nurl: https://t.example/\nlanguage: \(code)\n", "committees/board/committee.md": "---\nname: Board\n---\n"]) { $1 }
            try Disk.real.remove(workshop.content)
            for (path, text) in all {
                try Disk.real.makeFolder(workshop.content + "/" + path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
                try Disk.real.write(Array(text.utf8), workshop.content + "/" + path)
            }
            let read = ArchiveReader().read(workshop.content)
            // A section "Exempt" is a mark.
            let isKept = read.diagnostics.contains { $0.severity == .error || $0.code == "W103" }
            if !isKept { published.append(name) }
            if read.diagnostics.contains(where: { ($0.message + $0.remedy).contains("Qzx") || $0.severity == .error && !$0.withholdsLine }) { told.append(name) }
        }
        #expect(published == [])
        #expect(told == [], "lines are shown in messages")
    }

    @Test(arguments: [
        "This report is not confidential.", "There is no exempt information in this report.", "Appendix B is exempt and is not published.", "The Board will exclude the public where it considers exempt information.", "**Exempt:** No", "| Exempt | No |\n|---|---|\n",
        "Public or private: Public", "Exempt appendices: None", "Private rented housing is dear.", "The confidential helpline is open all day.", "This policy is about private hire vehicles.", "- Confidential: No", "Exempt from call-in: Yes", "Is this report exempt? No",
        "Members of the public were excluded by the weather.", "The restricted byway is closed to cars.", "Tax exemption is granted to charities.", "Page 3 – Part II of the plan", "The item was deferred until the public inquiry.",
    ])
    func whatIsNoQuestion(_ text: String) throws {
        for files in [ExemptDoubtTests.paper("## 1. Purpose\n\nWords.\n\nWords.\n\n\(text)\n"), ExemptDoubtTests.agenda("Words.\n\n\(text)")] {
            let outcome = try Workshop(files).build()
            #expect(outcome.isBuilt, "\(text): \(outcome.messages)")
        }
    }

    @Test func answers() throws {
        let doubts: [(String, [String: String], [String: String])] = [
            ("item", ExemptDoubtTests.agenda("This item is private.\n\nWords."), ExemptDoubtTests.agenda("- Public: yes\n\nThis item is private.\n\nWords.")),
            ("title", ExemptDoubtTests.agenda("Words.", title: "Land (private)"), ExemptDoubtTests.agenda("- Public: yes\n\nWords.", title: "Land (private)")),
            ("section", ExemptDoubtTests.agenda("Words.", section: "Private business"), ExemptDoubtTests.agenda("Words.", section: "Private business\n\nPublic: yes")),
            ("minute", ExemptDoubtTests.minutes("This minute is private."), ExemptDoubtTests.minutes("Public: yes\n\nThis minute is private.")),
            ("paper", ExemptDoubtTests.paper("This report is private."), ExemptDoubtTests.paper("This report is private.", head: "classification: unrestricted\n")),
        ]
        for (name, asked, answered) in doubts {
            let outcome = try Workshop(asked).build()
            #expect(!outcome.isBuilt, "\(name)")
            let workshop = try Workshop(answered)
            let built = workshop.build()
            #expect(built.isBuilt && built.codes.contains("N130"), "\(name): \(built.messages)")
            #expect(!workshop.files().contains { String(decoding: $0.value, as: UTF8.self).contains("Public: yes") }, "an answer is not shown")
        }
    }

    @Test func aLanguageWithoutWordsMustNameThem() throws {
        let site = { (more: String) in ["site.yml": "name: T\nurl: https://t.example/\nlanguage: nl\n\(more)"] }
        let words = site("private-words: [besloten, vertrouwelijk, geheim, niet openbaar, onder geheimhouding]\n")
        let agenda = { (section: String) in ExemptDoubtTests.agenda("Woorden.", section: section) }
        let refused = try Workshop(agenda("Zaken").merging(site("")) { $1 }).build()
        #expect(refused.codes == ["E163"] && !refused.isBuilt)
        for section in ["Besloten deel", "Niet-openbaar deel"] {
            let asked = try Workshop(agenda(section).merging(words) { $1 }).build()
            #expect(asked.codes == ["E164"] && !asked.isBuilt, "\(asked.messages)")
            let answered = try Workshop(agenda(section + "\n\nPublic: yes").merging(words) { $1 }).build()
            #expect(answered.isBuilt, "\(answered.messages)")
        }
        let open = try Workshop(agenda("Zaken").merging(words) { $1 }).build()
        #expect(open.isBuilt, "\(open.messages)")
    }

    @Test func anAnswerAndAMarkDisagree() throws {
        let outcome = try Workshop(ExemptDoubtTests.agenda("- Public: yes\n- Exempt: 3\n\nWords.")).build()
        #expect(outcome.codes.contains("E125") && !outcome.isBuilt)
        let no = try Workshop(ExemptDoubtTests.agenda("- Public: no\n\nWords.")).build()
        #expect(no.codes.contains("E130") && !no.isBuilt)
    }

    @Test(arguments: ["That the public be excluded for item 9.", "Items 9 and 10 will be taken in private.", "The following item will be considered in private.", "The press and public will be asked to leave before the next item."])
    func itemsThatAreSaidToBePrivate(_ text: String) throws {
        let agenda = { (mark: String) in [ExemptDoubtTests.meeting + "agenda.md": "---\n---\n\n## 8. Exclusion of the public\n\n\(text)\n\n## 9. Land\n\n\(mark)Words.\n\n## 10. Sale\n\n\(mark)Words.\n"] }
        let open = try Workshop(agenda("")).build()
        #expect(open.codes.contains("E162") && !open.isBuilt, "\(open.messages)")
        let exempt = try Workshop(agenda("- Exempt: 3\n- Reason: the price is being negotiated\n\n")).build()
        #expect(exempt.isBuilt, "\(exempt.messages)")
        let answered = try Workshop(agenda("- Public: yes\n\n")).build()
        #expect(answered.isBuilt, "\(answered.messages)")
    }
}
