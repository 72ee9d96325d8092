import Testing

/// What was said of an exempt item is private, until somebody says that it is not.
@Suite struct ExemptMinutesTests {
    static let meeting = "committees/board/2026-01-22/"
    private static let agenda = [meeting + "agenda.md": "---\nstatus: held\n---\n\n## 8. Roads\n\nRoads.\n\n## 9. Purchase of land\n\n- Exempt: 3\n- Reason: the price is being negotiated\n"]

    private static func minutes(_ text: String, title: String = "Purchase of land (Item 9)", status: String = "draft") -> [String: String] {
        agenda.merging([meeting + "minutes.md": "---\nstatus: \(status)\n---\n\n# Minutes\n\n## 61. Roads (Item 8)\n\n**RESOLVED** – That roads be mended.\n\n## 62. \(title)\n\n\(text)\n"]) { $1 }
    }

    private static let secret = "**RESOLVED** – That Canarytext be paid.\n\n**ACTION:** Canaryname to pay.\n\n**VOTE:** For 6; against 2."

    @Test(arguments: ["Purchase of land (Item 9)", "Purchase of land", "The purchase of the land"]) func areKeptBack(_ title: String) throws {
        let workshop = try Workshop(Self.minutes(Self.secret, title: title))
        let outcome = workshop.build()
        #expect(outcome.isBuilt && outcome.codes.contains("N129"), "\(outcome.messages)")
        #expect(!outcome.everythingSaid.contains("Canary"))
        for (path, bytes) in workshop.files() { #expect(!String(decoding: bytes, as: UTF8.self).contains("Canary"), "\(path)") }
        let page = workshop.page(Self.meeting + "minutes/index.html")
        #expect(page.contains("The minute of this item is not published: paragraph 3.") && page.contains("roads be mended"))
        #expect(page.contains("id=\"minute-62\""))
    }

    @Test func arePublishedWhereSomebodySaysSo() throws {
        for text in ["Public: yes\n\n" + Self.secret, "- Public: yes\n\n" + Self.secret] {
            let workshop = try Workshop(Self.minutes(text))
            #expect(workshop.build().isBuilt)
            #expect(workshop.page(Self.meeting + "minutes/index.html").contains("Canarytext be paid"))
        }
        let beside = Self.minutes(Self.secret).merging([Self.meeting + "exempt/minutes.md": "---\nstatus: draft\n---\n\n# Minutes\n\n## 62. Purchase of land (Item 9)\n\nHiddentext.\n"]) { $1 }
        let workshop = try Workshop(beside)
        #expect(workshop.build().isBuilt)
        #expect(workshop.page(Self.meeting + "minutes/index.html").contains("Canarytext be paid"))
        #expect(!workshop.files().contains { String(decoding: $0.value, as: UTF8.self).contains("Hiddentext") })
    }

    /// Two trees that differ only in the words of such a minute give the same site, byte for byte, and the same messages.
    @Test func otherWordsGiveTheSameBytes() throws {
        let first = try Workshop(Self.minutes("Canarytext is one.\n\nIt is long."))
        let second = try Workshop(Self.minutes("Quite another text, with [a link](https://x.example/).\n\n- a list"))
        let said = [first.build().codes, second.build().codes]
        #expect(said[0] == said[1])
        #expect(first.files() == second.files())
    }
}
