import Foundation
import Linking
import Model
import Reading
import Testing

/// What is not taken for a thing of the archive, since it is another body's or another kind of number.
@Suite struct PlainWordsOfOthersTests {
    private static let board = "committees/board/"
    private static let archive = [
        "site.yml": "name: Testshire Council\nurl: https://testshire.example/\n",
        board + "committee.md": "---\nname: Health and Care Board\nminute-numbering: continuous\n---\n",
        board + "2026-01-22/agenda.md": "---\n---\n\n## 1. Welcome\n\n## 2. Home care\n",
        board + "2026-01-22/minutes.md": "---\nstatus: draft\n---\n\n# Minutes\n\n## 41. Welcome\n\nText.\n\n## 42. Home care\n\nText.\n",
        board + "2026-03-05/agenda.md": "---\n---\n\n## 1. Minutes\n\n## 2. Report\n\n- Papers: [A report](report.md)\n\n## 3. Other\n",
        board + "2026-03-05/report/appendix-b.md": "---\ntitle: Appendix B – Risks\nkind: appendix\n---\n\nText.\n",
        board + "2026-04-09/agenda.md": "---\n---\n\n## 1. Later\n",
        board + "2026-04-09/minutes.md": "---\nstatus: draft\n---\n\n# Minutes\n\n## 51. Later\n\nText.\n",
        "committees/cabinet/committee.md": "---\nname: Cabinet\n---\n",
        "committees/cabinet/2026-02-10/minutes.md": "---\nstatus: draft\n---\n\n# Minutes\n\n## 7. Budget\n\nText.\n",
        "strategies/well/strategy.md": "---\ntitle: Well in Testshire\n---\n\nText.\n",
        "glossary.yml": "- {term: ICB, meaning: Integrated Care Board}\n",
    ]

    private func build(_ report: String, adding more: [String: String] = [:]) throws -> Workshop {
        var sources = PlainWordsOfOthersTests.archive
        sources[PlainWordsOfOthersTests.board + "2026-03-05/report.md"] = report
        let workshop = try Workshop(sources.merging(more) { $1 }, base: [:])
        let outcome = workshop.build(today: "2026-04-20")
        #expect(outcome.isBuilt, "\(outcome.messages)")
        return workshop
    }

    /// The links of a paragraph as `words>address`.
    private func links(in text: String) throws -> [String] {
        let workshop = try build("---\ntitle: A report\n---\n\nx BEGIN, \(text), FINIS\n")
        let page = workshop.page(PlainWordsOfOthersTests.board + "2026-03-05/report/index.html")
        let start = try #require(page.firstRange(of: "BEGIN"))
        let end = try #require(page[start.upperBound...].firstRange(of: "FINIS"))
        return page[start.upperBound..<end.lowerBound].matches(of: /<a href="([^"]*)">([^<]*)<\/a>/).map { "\($0.output.2)>\($0.output.1)" }
    }

    @Test(arguments: [
        "the Trust’s meeting of 22 January 2026", "the Trust Board meeting held on 22 January 2026", "the Council meeting on 22 January 2026",
        "a staff meeting on 22 January 2026", "minute 42 of the Trust Board", "minute 7 of the Cabinet Office",
        "the meeting of the Cabinet Office on 10 February 2026", "item 3 of the action plan", "item 3 of Schedule 12A", "item 2 of the last meeting",
        "5 minutes 42 seconds", "a 30-minute 42", "budget item 3",
        "minute 51, which is of a later meeting", "Appendix B of the Trust’s report", "Appendix B of another report",
        "‘Well in Testshire and beyond’", "“*Well in Testshire*”", "the Leeds **Cabinet**",
        "the new Well in Testshire",
    ])
    func isNotLinked(_ text: String) throws { #expect(try links(in: text) == []) }

    private static let cabinet = "../../../cabinet/"

    @Test(arguments: [
        ("the Cabinet meeting on 10 February 2026", ["Cabinet>\(cabinet)", "meeting on 10 February 2026>\(cabinet)2026-02-10/"]),
        ("the Board’s meeting of 22 January 2026", ["meeting of 22 January 2026>../../2026-01-22/"]),
        ("minute 42 of the Board", ["minute 42>../../2026-01-22/minutes/#minute-42"]),
        ("minute 42, Cabinet agreed", ["minute 42>../../2026-01-22/minutes/#minute-42", "Cabinet>\(cabinet)"]),
        ("under item 3, 1 member and Cabinet", ["item 3>../#item-3", "Cabinet>\(cabinet)"]),
        ("item 3 of the agenda", ["item 3>../#item-3"]),
        ("ITEM 3 and APPENDIX B to the report", ["ITEM 3>../#item-3", "APPENDIX B>appendix-b/"]),
        ("minute&nbsp;42 of&nbsp;the&nbsp;Cabinet&nbsp;Office", []),
        ("minute&nbsp;42, the&nbsp;Cabinet", ["minute\u{A0}42>../../2026-01-22/minutes/#minute-42", "Cabinet>\(cabinet)"]),
        ("the Board’s ‘year’, Boards’ and Well in Testshire", ["Well in Testshire>../../../../strategies/well/"]),
    ])
    func isLinked(_ text: String, _ expected: [String]) throws { #expect(try links(in: text) == expected) }

    @Test func propertiesAreLinked() throws {
        let workshop = try build("---\ntitle: A report\nproperties:\n  - {label: Follows, value: minute 42 on the ICB}\n---\n\n## On the ICB\n\nICB\n")
        let page = workshop.page(PlainWordsOfOthersTests.board + "2026-03-05/report/index.html")
        #expect(page.contains("<a href=\"../../2026-01-22/minutes/#minute-42\">minute 42</a> on the <button"))
        #expect(workshop.page(PlainWordsOfOthersTests.board + "2026-01-22/minutes/index.html").contains("report/\">A report<span class=\"hidden\">, "))
    }

    /// Explanations that begin alike, and terms that differ in signs alone, have an anchor each.
    @Test func anchorsOfExplanationsDiffer() throws {
        let long = "a very long meaning indeed that goes on for more than forty-eight bytes, and ends in"
        let glossary = "- {term: ABC, meaning: \"\(long) one\"}\n- {term: ABC, meaning: \"\(long) two\", within: appendix-b}\n- {term: Q&A, meaning: m}\n- {term: Q A, meaning: m}\n"
        let workshop = try build("---\ntitle: A report\n---\n\nABC, Q&A, Q A\n", adding: [
            "glossary.yml": glossary, PlainWordsOfOthersTests.board + "2026-03-05/report/appendix-b.md": "---\ntitle: Appendix B\n---\n\nABC\n",
        ])
        let page = workshop.page(PlainWordsOfOthersTests.board + "2026-03-05/pack/index.html")
        let ids = page.matches(of: /\ id="([^"]*)"/).map { String($0.output.1) }
        #expect(Set(ids).count == ids.count)
        let targets = page.matches(of: /popovertarget="([^"]*)"/).map { String($0.output.1) }
        #expect(Set(targets).count == 4)
        #expect(Set(targets).isSubset(of: ids))
    }

    /// Where costs grow with the square of the text, twice the text costs four times as much.
    @Test("Twice the text costs about twice as much", .timeLimit(.minutes(5)), arguments: [
        ("minute 42 ", 20_000), ("minute 900\n", 20_000), ("meeting of the of the Cabinet ", 8_000), ("## H\n\nAppendix Q\n\n", 4_000), ("Aa Bb C%d (ABC) ", 6_000),
        ("Aa Bb C%d (AB%c) ", 5_000), ("Aa Bb C%d (ABC)\n", 6_000),
    ])
    func longTextsCostLittle(_ pattern: String, _ count: Int) throws {
        // What else the machine does meanwhile must not count: the best of several tries does.
        var best = (once: Double.infinity, twice: Double.infinity)
        for _ in 0..<5 {
            best.once = min(best.once, try secondsOfCheck(pattern, count))
            best.twice = min(best.twice, try secondsOfCheck(pattern, 2 * count))
            if best.twice < 3 * best.once { return }
        }
        Issue.record("\(pattern): \(best.once) s, and \(best.twice) s for twice the text")
    }

    /// Of the processor, without what the program takes for a short text.
    private func secondsOfCheck(_ pattern: String, _ count: Int) throws -> Double {
        let text = (0..<count).map { number in
            pattern.replacing("%d", with: String(number)).replacing("%c", with: PlainWordsOfOthersTests.letters(number))
        }.joined()
        var sources = PlainWordsOfOthersTests.archive
        sources[PlainWordsOfOthersTests.board + "2026-03-05/report.md"] = "---\ntitle: A report\n---\n\n\(text)\n"
        return try secondsOfCheck(sources) - secondsOfCheck(PlainWordsOfOthersTests.archive)
    }

    /// Three capitals, others for each number.
    private static func letters(_ number: Int) -> String {
        let digits = [number % 26, number / 26 % 26, number / 676 % 26].map { UInt8(65 + $0) }
        return String(decoding: digits, as: UTF8.self)
    }

    private func secondsOfCheck(_ sources: [String: String]) throws -> Double {
        let workshop = try Workshop(sources, base: [:])
        let command = "\(Command.executable) check --format json --content Content \(CommandTests.design.joined(separator: " "))"
        let shell = Process()
        let times = Pipe()
        shell.executableURL = URL(filePath: "/bin/bash")
        shell.arguments = ["-c", "TIMEFORMAT='%U %S'; time \(command) > /dev/null 2>&1"]
        shell.currentDirectoryURL = URL(filePath: workshop.root)
        shell.standardError = times
        try shell.run()
        let seconds = String(decoding: times.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        shell.waitUntilExit()
        return seconds.split { $0 == " " || $0 == "\n" }.compactMap { Double($0) }.reduce(0, +)
    }
}
