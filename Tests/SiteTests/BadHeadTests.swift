import Testing

/// What is said of a bad head: place, sentence, remedy, each word for word.
@Suite struct BadHeadTests {
    static let paper = "committees/board/2026-01-22/plan.md"

    /// The messages of a paper with a text of its own, as if an item listed it.
    private func messages(ofPaper text: String) throws -> [String] {
        let agenda = "---\n---\n\n## 1. Welcome\n\n- Papers: [Plan](plan.md)\n"
        return try Workshop([BadHeadTests.paper: text, "committees/board/2026-01-22/agenda.md": agenda]).build().messages
            .filter { $0.hasPrefix(BadHeadTests.paper) }
    }

    @Test func missing() throws {
        expect(try messages(ofPaper: "## Purpose\n"), are: [
            "\(BadHeadTests.paper):1:0: error E106: the head is missing → Begin the file with a line ---, then the keys, then another line ---."
        ])
    }

    @Test func empty() throws {
        let workshop = try Workshop()
        try workshop.write("", to: BadHeadTests.paper)
        expect(workshop.build().messages, are: [
            "\(BadHeadTests.paper):1:0: error E106: the head is missing → Begin the file with a line ---, then the keys, then another line ---."
        ])
    }

    @Test func notClosed() throws {
        expect(try messages(ofPaper: "---\ntitle: Plan\n\n## Purpose\n"), are: [
            "\(BadHeadTests.paper):1:0: error E107: the head is not closed → Write a line --- after the last key."
        ])
    }

    @Test func malformed() throws {
        let found = try messages(ofPaper: "---\ntitle: Plan: a draft\n---\n")
        #expect(found.count == 1)
        #expect(found[0].hasPrefix("\(BadHeadTests.paper):2:"))
        #expect(found[0].contains("error E108: the head cannot be understood: "))
        #expect(found[0].hasSuffix(" → Each line is a key, a colon, a space and a value; put values with a colon in quotation marks."))
    }

    @Test func tab() throws {
        let found = try messages(ofPaper: "---\ntitle: Plan\nproperties:\n\t- label: A\n---\n")
        expect(found, are: [
            "\(BadHeadTests.paper):4:1: error E108: the head cannot be understood: there is a tab or a sign that needs quotation marks → Each line is a key, a colon, a space and a value; put values with a colon in quotation marks."
        ])
    }

    @Test func notAMapping() throws {
        #expect(try messages(ofPaper: "---\n- title\n---\n").contains {
            $0.contains("error E116: this must be lines of “key: value” → See the source format for an example.")
        })
    }

    @Test func unknownKey() throws {
        expect(try messages(ofPaper: "---\ntitle: Plan\nauthr: A. Clerk\n---\n"), are: [
            "\(BadHeadTests.paper):3:1: error E109: there is no key “authr” here → Did you mean “author”?"
        ])
    }

    @Test func unknownKeyLikeNoOther() throws {
        let found = try messages(ofPaper: "---\ntitle: Plan\nzzzzzzz: 1\n---\n")
        #expect(found.count == 1)
        #expect(found[0].contains("there is no key “zzzzzzz” here → Possible are: classification, title, kind, author"))
    }

    @Test func repeatedKey() throws {
        #expect(try messages(ofPaper: "---\ntitle: Plan\ntitle: Plan B\n---\n").contains { $0.contains(":3:") || $0.contains("twice") })
    }

    @Test func missingKey() throws {
        expect(try messages(ofPaper: "---\nkind: report\n---\n"), are: [
            "\(BadHeadTests.paper):1:0: error E111: the key “title” is missing → Add the line “title: …”."
        ])
    }

    @Test func wrongDate() throws {
        let path = "committees/board/2026-01-22/agenda.md"
        expect(try Workshop([path: "---\nissued: 2026-02-30\n---\n"]).build().messages, are: [
            "\(path):2:1: error E112: “2026-02-30” is not a date (issued) → Write dates as 2027-03-04: year, month, day; and check that the month has that day."
        ])
    }

    @Test(arguments: ["quarter past three", "25:00", "\"9.30\"", "-1:00", "12:60"]) func wrongTime(_ time: String) throws {
        let path = "committees/board/2026-01-22/agenda.md"
        let shown = time.replacing("\"", with: "")
        expect(try Workshop([path: "---\nstarts: \(time)\n---\n"]).build().messages, are: [
            "\(path):2:1: error E113: “\(shown)” is not a time of day (starts) → Write times as \"15:15\", with straight quotation marks."
        ])
    }

    @Test func wrongChoice() throws {
        let path = "committees/board/2026-01-22/agenda.md"
        expect(try Workshop([path: "---\nstatus: canceled\n---\n"]).build().messages, are: [
            "\(path):2:1: error E115: “canceled” is not a value of “status” → Did you mean “cancelled”?"
        ])
    }

    @Test func wrongNumber() throws {
        let site = "name: T\nurl: https://t.example/\nnotice: {clear-days: five}\n"
        expect(try Workshop(["site.yml": site]).build().messages, are: [
            "site.yml:3:10: error E114: “five” is not a whole number (clear-days) → Write digits only."
        ])
    }

    @Test func wrongAddressOfTheSite() throws {
        expect(try Workshop(["site.yml": "name: T\nurl: t.example\n"]).build().messages, are: [
            "site.yml:2:1: error E127: “t.example” is not an address (url) → Write it whole: https://…"
        ])
    }

    @Test func noSite() throws {
        expect(try Workshop(["site.yml": ""]).build().messages, are: [
            "Content: error E101: there is no site.yml here → Name the folder that holds site.yml with --content, or write one: name and url are all it needs."
        ])
    }

    @Test func noFolder() throws {
        let workshop = try Workshop(base: [:])
        expect(workshop.build().messages, are: [
            "Content: error E102: this cannot be read: there is no such file or folder → Check that the file is there and that you may read it."
        ])
    }

    @Test func theLastLineMayLackItsEnd() throws {
        let workshop = try Workshop(["committees/board/2026-01-22/agenda.md": "---\r\nstatus: held\r\n---\r\n\r\n## 1. Welcome\r\n\r\n- Purpose: decision", "site.yml": "name: T\nurl: https://t.example"])
        let outcome = workshop.build()
        #expect(outcome.messages.isEmpty)
        #expect(workshop.page("committees/board/2026-01-22/index.html").contains("For decision"))
    }
}
