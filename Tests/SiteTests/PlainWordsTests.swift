import Foundation
import Linking
import Model
import Reading
import Testing

/// What plain words are taken for, from a paragraph in the sources to the page.
@Suite struct PlainWordsTests {
    private static let board = "committees/board/"
    private static let archive = [
        "site.yml": "name: Testshire Council\nurl: https://testshire.example/\n",
        board + "committee.md": "---\nname: Health and Care Board\nshort: HCB\nminute-numbering: continuous\nalso-known-as: [{name: Wellbeing Forum, until: 2020-12-31}]\nmembers:\n  - name: Councillor Ann Lumb\n  - name: Dr Emeka Obi\n---\n",
        board + "2026-01-22/agenda.md": "---\n---\n\n## 1. Welcome\n\n## 2. Home care\n\n- Papers: [Home care: the first year](home-care.md)\n",
        board + "2026-01-22/minutes.md": "---\nstatus: approved\napproved-at: 2026-03-05\n---\n\n# Minutes\n\n## 41. Welcome\n\nAll were welcome.\n\n## 42. Home care (Item 2)\n\nIt was discussed.\n",
        board + "2026-01-22/home-care.md": "---\ntitle: \"Home care: the first year\"\nkind: report\n---\n\nText.\n",
        board + "2026-01-22/home-care/appendix-a.md": "---\ntitle: Appendix A – Figures\nkind: appendix\n---\n\nText.\n",
        board + "2026-03-05/agenda.md": "---\n---\n\n## 1. Minutes\n\n## 2. Report\n\n- Papers: [A report of this meeting](report.md)\n\n## 3. Other\n",
        board + "2026-03-05/report/appendix-b.md": "---\ntitle: Appendix B – Risks\nkind: appendix\n---\n\nText.\n",
        "committees/cabinet/committee.md": "---\nname: Cabinet\n---\n",
        "committees/cabinet/2026-02-10/minutes.md": "---\nstatus: draft\n---\n\n# Minutes\n\n## 7. Budget\n\nText.\n",
        "strategies/well/strategy.md": "---\ntitle: Well in Testshire\nalso-known-as: [the Joint Plan]\n---\n\nText.\n",
        "glossary.yml": "- {term: ICB, meaning: Integrated Care Board}\n- {term: NK, meaning: North Kelby}\n- {term: NK, meaning: not known, within: report}\n- {term: Clear days, meaning: neither the first nor the last day counts}\n",
    ]

    /// What a report of the board's second meeting makes of a paragraph: links as `[words](address)`, terms as
    /// `{words: meaning}`.
    private func read(_ text: String, adding more: [String: String] = [:], of page: String = "report") throws -> String {
        let report = "---\ntitle: A report of this meeting\nkind: report\n---\n\nBEGIN \(text) END\n"
        let workshop = try Workshop(
            PlainWordsTests.archive.merging([PlainWordsTests.board + "2026-03-05/report.md": report], uniquingKeysWith: { $1 }).merging(more, uniquingKeysWith: { $1 }),
            base: [:])
        let outcome = workshop.build(today: "2026-04-01")
        #expect(outcome.isBuilt, "\(outcome.messages)")
        return PlainWordsTests.words(in: workshop.page(PlainWordsTests.board + "2026-03-05/\(page)/index.html"))
    }

    private static func words(in page: String) -> String {
        guard let start = page.firstRange(of: "BEGIN "), let end = page[start.upperBound...].firstRange(of: " END") else { return "" }
        var text = String(page[start.upperBound..<end.lowerBound])
        text = text.replacing(/<a href="([^"]*)">([^<]*)<\/a>/) { "[\($0.output.2)](\($0.output.1))" }
        text = text.replacing(/<button type="button" class="term" popovertarget="[^"]*"><abbr title="([^"]*)">([^<]*)<\/abbr><\/button>/) { "{\($0.output.2): \($0.output.1)}" }
        return text.replacing("\n", with: " ")
    }

    @Test(arguments: [
        ("see minute 42.", "see [minute 42](../../2026-01-22/minutes/#minute-42)."),
        ("Minute No. 42", "[Minute No. 42](../../2026-01-22/minutes/#minute-42)"),
        ("minutes 41 and 42", "[minutes 41](../../2026-01-22/minutes/#minute-41) and [42](../../2026-01-22/minutes/#minute-42)"),
        ("minute 42 of the meeting held on 22 January 2026", "[minute 42 of the meeting held on 22 January 2026](../../2026-01-22/minutes/#minute-42)"),
        ("minute 7 of the Cabinet.", "[minute 7 of the Cabinet](../../../cabinet/2026-02-10/minutes/#minute-7)."),
        ("minute 7, and 10 minutes late", "minute 7, and 10 minutes late"),
        ("item 3", "[item 3](../#item-3)"),
        ("items 1 and 3", "[items 1](../#item-1) and [3](../#item-3)"),
        ("item 2 of the meeting of 22nd January 2026", "[item 2 of the meeting of 22nd January 2026](../../2026-01-22/#item-2)"),
        ("item 99, action item 3 and item 5%", "item 99, action item 3 and item 5%"),
        ("item 3(a) and items 1(b) and 2(ii)", "[item 3](../#item-3)(a) and [items 1](../#item-1)(b) and [2](../#item-2)(ii)"),
        ("item 3(a) of Schedule 12A", "item 3(a) of Schedule 12A"),
        ("item 2(a) of the meeting of 22 January 2026", "[item 2(a) of the meeting of 22 January 2026](../../2026-01-22/#item-2)"),
    ])
    func numbers(_ text: String, _ expected: String) throws { #expect(try read(text) == expected) }

    @Test func aLetterInBracketsMayBeOfAnItemOfItsOwn() throws {
        let agenda = "---\n---\n\n## 1. Minutes\n\n## 2. Report\n\n- Papers: [A report of this meeting](report.md)\n\n## 2(a) Figures\n\n## 2b. Risks\n"
        #expect(
            try read("item 2(a), items 2(B) and 2(c)", adding: [PlainWordsTests.board + "2026-03-05/agenda.md": agenda])
                == "[item 2(a)](../#item-2a), [items 2(B)](../#item-2b) and [2](../#item-2)(c)")
    }

    @Test(arguments: [
        ("the meeting held on 22 January 2026 was", "the [meeting held on 22 January 2026](../../2026-01-22/) was"),
        ("the Board’s meeting of Thursday 22nd January, 2026", "the Board’s [meeting of Thursday 22nd January, 2026](../../2026-01-22/)"),
        ("the minutes of 22 January 2026", "the [minutes of 22 January 2026](../../2026-01-22/minutes/)"),
        ("the minutes of the previous meeting, held on 22/01/2026", "the [minutes of the previous meeting, held on 22/01/2026](../../2026-01-22/minutes/)"),
        ("the meeting of the Cabinet on 10 February 2026", "the [meeting of the Cabinet on 10 February 2026](../../../cabinet/2026-02-10/)"),
        ("the meeting of the Trust held on 22 January 2026", "the meeting of the Trust held on 22 January 2026"),
        ("the meeting held on 23 January 2026", "the meeting held on 23 January 2026"),
        ("this meeting held on 5 March 2026", "this meeting held on 5 March 2026"),
        ("the meeting\nheld on\n22 January\n2026", "the [meeting held on 22 January 2026](../../2026-01-22/)"),
    ])
    func dates(_ text: String, _ expected: String) throws { #expect(try read(text) == expected) }

    @Test(arguments: [
        ("the Cabinet agreed", "the [Cabinet](../../../cabinet/) agreed"),
        ("the Testshire Cabinet.", "the Testshire [Cabinet](../../../cabinet/)."),
        ("the Kelby Cabinet, the Cabinet Office", "the Kelby Cabinet, the Cabinet Office"),
        ("the Cabinet, again the Cabinet", "the [Cabinet](../../../cabinet/), again the Cabinet"),
        ("our own Health and Care Board", "our own Health and Care Board"),
        ("as Well in Testshire, or the Joint Plan", "as [Well in Testshire](../../../../strategies/well/), or the Joint Plan"),
        ("Appendix B", "[Appendix B](../report/appendix-b/)"),
        ("Appendix A of another report", "Appendix A of another report"),
        ("“Well in Testshire and beyond”, \"the Cabinet\"", "“Well in Testshire and beyond”, &quot;the Cabinet&quot;"),
        ("[Well in Testshire](https://a.example/), `Cabinet`", "[Well in Testshire](https://a.example/), <code>Cabinet</code>"),
        ("wellness, Cabinets, minuteman 42", "wellness, Cabinets, minuteman 42"),
    ])
    func names(_ text: String, _ expected: String) throws {
        let expected = expected.replacing("](../report/", with: "](")
        let found = try read(text)
        #expect(found == expected)
    }

    /// Years that a strategy cannot have say that another edition is meant. The plan is that of 2014 to 2017, and the
    /// open one began in 2018.
    @Test(arguments: [
        ("the CYPP 2014-17", true), ("the CYPP for 2014 to 2017", true), ("the CYPP (2014–2017)", true), ("the CYPP for 2015/16", true),
        ("the CYPP 2016", true), ("the CYPP\nfor 2014\nto 2017", true), ("the CYPP 14 pages long", true), ("the CYPP, 2021 pages", true),
        ("the CYPP 2017-02-21", true), ("the Care Plan 2018-22", true), ("the Care Plan 2030", true),
        ("the CYPP (", true), ("the CYPP 2016–", true), ("the CYPP for 2016 to", true), ("the CYPP 99999", true), ("the CYPP 2016/2016", true),
        ("the CYPP for 2017 to 2021", false), ("the CYPP 2011-14", false), ("the CYPP 2014-16", false), ("the CYPP (2017 – 2021)", false),
        ("the CYPP for 2017/18", false), ("the CYPP 2018", false), ("the CYPP for the period 2017—21", false), ("the CYPP (CYPP) 2017-21", false),
        ("the Care Plan 2017", false), ("the Care Plan 2019-22", false),
    ])
    func editions(_ text: String, _ isMeant: Bool) throws {
        let found = try read(text, adding: [
            "strategies/cypp/strategy.md": "---\ntitle: Young People's Plan 2014 to 2017\nshort: CYPP\n---\n\nText.\n",
            "strategies/care/strategy.md": "---\ntitle: Care Plan\nfrom: 2018-04-01\n---\n\nText.\n",
        ])
        #expect(found.contains("](../../../../strategies/") == isMeant, "\(found)")
    }

    @Test func theYearsTellOneEditionFromAnother() throws {
        let editions = ["strategies/one/strategy.md": "---\ntitle: Old plan\nshort: The Plan\nfrom: 2014\nto: 2017\n---\n", "strategies/two/strategy.md": "---\ntitle: Other plan\nshort: The Plan\nfrom: 2017\nto: 2021\n---\n"]
        #expect(try read("see The Plan 2017-21, or The Plan", adding: editions) == "see [The Plan](../../../../strategies/two/) 2017-21, or The Plan")
    }

    @Test func aPaperIsOneReferenceHoweverOftenItRefers() throws {
        let workshop = try Workshop(PlainWordsTests.archive.merging([
            PlainWordsTests.board + "2026-03-05/report.md": "---\ntitle: A report of this meeting\nkind: report\nproperties:\n  - {label: Before, value: see minute 42}\n  - {label: Again, value: see minute 42}\n  - {label: Other, value: see minute 41}\n---\n\nAs minute 42 says.\n\n## Why\n\nSee minute 42.\n"
        ]) { $1 }, base: [:])
        #expect(workshop.build(today: "2026-04-01").isBuilt)
        let page = workshop.page(PlainWordsTests.board + "2026-01-22/minutes/index.html")
        let ways = page.components(separatedBy: "2026-03-05/report/").dropFirst().map { $0.prefix { $0 != "\"" } }
        #expect(ways == ["", "", "#why"], "minute 41 once, minute 42 by the paper and by its part")
    }

    @Test func headingsAreNotLinked() throws {
        let page = try read("x END\n\n## The Cabinet and minute 42\n\nBEGIN y")
        #expect(page == "x")
        let workshop = try Workshop([
            "committees/board/2026-01-22/agenda.md": "---\n---\n\n## 1. Welcome\n\n- Papers: [P](p.md)\n",
            "committees/board/2026-01-22/p.md": "---\ntitle: P\n---\n\n## On item 1\n\nText on item 1.\n",
        ])
        _ = workshop.build()
        let html = workshop.page("committees/board/2026-01-22/p/index.html")
        #expect(html.contains(">On item 1 "))
        #expect(html.contains("Text on <a href=\"../#item-1\">item 1</a>."))
    }

    /// A former name holds until its last day.
    @Test func formerNames() throws {
        let old = "---\ntitle: Old\n---\n\nBEGIN the Wellbeing Forum END\n"
        let more = [
            "committees/cabinet/2020-11-10/agenda.md": "---\n---\n\n## 1. Old\n\n- Papers: [Old](old.md)\n", "committees/cabinet/2020-11-10/old.md": old,
            "committees/cabinet/2021-01-12/agenda.md": "---\n---\n\n## 1. Old\n\n- Papers: [Old](old.md)\n", "committees/cabinet/2021-01-12/old.md": old,
        ]
        let workshop = try Workshop(PlainWordsTests.archive.merging(more) { $1 }.merging(["committees/board/2026-03-05/report.md": "---\ntitle: R\n---\n"]) { $1 }, base: [:])
        #expect(workshop.build().isBuilt)
        #expect(PlainWordsTests.words(in: workshop.page("committees/cabinet/2020-11-10/old/index.html")) == "the [Wellbeing Forum](../../../board/)")
        #expect(PlainWordsTests.words(in: workshop.page("committees/cabinet/2021-01-12/old/index.html")) == "the Wellbeing Forum")
    }

    // MARK: Terms

    @Test(arguments: [
        ("the ICB and the ICB", "the {ICB: Integrated Care Board} and the ICB"),
        ("two ICBs", "two {ICB: Integrated Care Board}s"),
        ("an Integrated Care Board (ICB), then the ICB", "an Integrated Care Board (ICB), then the ICB"),
        ("five clear days", "five {clear days: neither the first nor the last day counts}"),
        ("NK in a table", "{NK: not known} in a table"),
        ("a Better Care Fund (BCF), then the BCF", "a Better Care Fund (BCF), then the BCF"),
        ("a Group of Experts in Care (GEC) met", "a Group of Experts in Care (GEC) met"),
        ("MICB, ICBX, icb", "MICB, ICBX, icb"),
    ])
    func terms(_ text: String, _ expected: String) throws { #expect(try read(text) == expected) }

    /// What a text explains once is explained in its later sections too; in another document it is not.
    @Test func definitionsHoldInTheirDocument() throws {
        let text = try read("x END\n\n## One\n\nA Better Care Fund (BCF).\n\n## Two\n\nBEGIN the BCF")
        #expect(text == "x")
        let report = "---\ntitle: R\n---\n\n## One\n\nA Better Care Fund (BCF).\n\n## Two\n\nBEGIN the BCF END\n"
        let other = "---\ntitle: O\n---\n\nBEGIN the BCF END\n"
        let workshop = try Workshop([
            "committees/board/2026-01-22/agenda.md": "---\n---\n\n## 1. Welcome\n\n- Papers: [R](r.md), [O](o.md)\n",
            "committees/board/2026-01-22/r.md": report, "committees/board/2026-01-22/o.md": other,
        ])
        #expect(workshop.build().isBuilt)
        let page = workshop.page("committees/board/2026-01-22/r/index.html")
        #expect(PlainWordsTests.words(in: page) == "the {BCF: Better Care Fund}")
        #expect(page.contains("id=\"term--bcf--better-care-fund\" popover>"))
        #expect(PlainWordsTests.words(in: workshop.page("committees/board/2026-01-22/o/index.html")) == "the BCF")
    }

    /// Each explanation stands once on a page, however many documents share it.
    @Test func explanationsStandOnce() throws {
        let workshop = try Workshop(PlainWordsTests.archive.merging([
            "committees/board/2026-03-05/report.md": "---\ntitle: R\n---\n\nThe ICB.\n\n## Two\n\nThe ICB.\n",
            "committees/board/2026-03-05/report/appendix-b.md": "---\ntitle: Appendix B\n---\n\nThe ICB.\n",
        ]) { $1 }, base: [:])
        #expect(workshop.build().isBuilt)
        let pack = workshop.page("committees/board/2026-03-05/pack/index.html")
        #expect(pack.ranges(of: "popovertarget=\"term--icb--integrated-care-board\"").count == 3)
        #expect(pack.ranges(of: "id=\"term--icb--integrated-care-board\"").count == 1)
        let glossary = workshop.page("glossary/icb/index.html")
        #expect(glossary.contains("Used in 2 documents"))
    }

    // MARK: Several meanings, and none

    @Test func ambiguousWordsStayWordsAndAreListed() throws {
        let minutes = "---\nstatus: draft\n---\n\n# Minutes\n\n## 42. Again\n\nText.\n"
        let more = [
            PlainWordsTests.board + "2025-11-20/minutes.md": minutes,
            "strategies/other/strategy.md": "---\ntitle: Another\nalso-known-as: [the Joint Plan]\n---\n\nText.\n",
            PlainWordsTests.board + "2026-03-05/report.md": "---\ntitle: R\n---\n\nBEGIN On minute 42,\nthe Joint Plan and minute 900 END\n",
        ]
        let workshop = try Workshop(PlainWordsTests.archive.merging(more) { $1 }, base: [:])
        #expect(workshop.build().isBuilt)
        let page = workshop.page(PlainWordsTests.board + "2026-03-05/report/index.html")
        #expect(PlainWordsTests.words(in: page) == "On minute 42, the Joint Plan and minute 900")
        let report = LinkedArchive.link(ArchiveReader().read(workshop.content).archive!).linked.references.report.replacing(workshop.root + "/", with: "")
        #expect(report.contains("""
            Could mean several things, and so are not linked:
            Content/committees/board/2026-03-05/report.md:5: “minute 42”
              could be /committees/board/2025-11-20/minutes/#minute-42
              could be /committees/board/2026-01-22/minutes/#minute-42
            Content/committees/board/2026-03-05/report.md:6: “the Joint Plan”
              could be /strategies/other/
              could be /strategies/well/

            Lead nowhere:
            Content/committees/board/2026-03-05/report.md:6: “minute 900”

            """))
        #expect(report.contains("minutes by number                0           1           1"))
    }

    @Test func anotherEditionLeadsNowhere() throws {
        let workshop = try Workshop(PlainWordsTests.archive.merging([
            "strategies/cypp/strategy.md": "---\ntitle: Young People's Plan\nshort: CYPP\nfrom: 2014\nto: 2017\n---\n\nText.\n",
            PlainWordsTests.board + "2026-03-05/report.md": "---\ntitle: R\n---\n\nThe CYPP 2014-17 was followed by a plan\n(CYPP) for 2017 to 2021.\n",
        ]) { $1 }, base: [:])
        let report = LinkedArchive.link(ArchiveReader().read(workshop.content).archive!).linked.references.report.replacing(workshop.root + "/", with: "")
        #expect(report.contains("strategies                       1           0           1"), "\(report)")
        #expect(report.hasSuffix("Lead nowhere:\nContent/committees/board/2026-03-05/report.md:6: “(CYPP) for 2017 to 2021”\n"), "\(report)")
    }

    // MARK: The way back, and the way on

    @Test func backlinksAndLineage() throws {
        let more = [
            PlainWordsTests.board + "2026-03-05/report.md": "---\ntitle: R\n---\n\n## Why\n\nAfter minute 42, and as Well in Testshire asks.\n",
            PlainWordsTests.board + "2026-03-05/agenda.md": "---\n---\n\n## 1. Minutes\n\n## 2. Report\n\n- Papers: [R](report.md)\n\n## 3. Other\n\n- Follows: [minute 41](minute:2026-01-22/41)\n",
        ]
        let workshop = try Workshop(PlainWordsTests.archive.merging(more) { $1 }, base: [:])
        #expect(workshop.build().isBuilt)
        let strategy = workshop.page("strategies/well/index.html")
        #expect(strategy.contains("<a href=\"../../committees/board/2026-03-05/report/#why\">R: Why<span class=\"hidden\">, Health and Care Board, 5 March 2026</span></a>"))
        #expect(strategy.contains("Health and Care Board, 5 March 2026"))
        let later = workshop.page(PlainWordsTests.board + "2026-03-05/index.html")
        #expect(later.contains("<li>Part of <a href=\"../../../strategies/well/\">Well in Testshire</a></li>"))
        #expect(later.contains("<li>Continues <a href=\"../2026-01-22/minutes/#minute-42\">minute 42 of 22 January 2026</a></li>"))
        #expect(later.contains("<li>Continues <a href=\"../2026-01-22/minutes/#minute-41\">minute 41 of 22 January 2026</a></li>"))
        let earlier = workshop.page(PlainWordsTests.board + "2026-01-22/index.html")
        #expect(earlier.contains("<li>Came back as <a href=\"../2026-03-05/#item-2\">item 2 of 5 March 2026</a></li>"))
        #expect(workshop.page(PlainWordsTests.board + "2026-01-22/minutes/index.html").contains("<li>Came back as <a href=\"../../2026-03-05/#item-3\">item 3 of 5 March 2026</a></li>"))
    }

    // MARK: Hostile texts

    /// Whatever the text, its words are all there once and in order, and nothing crashes.
    @Test func noTextIsLost() throws {
        var generator = Noise(state: 7)
        let pieces = [
            "minute", "Minutes", "42", "41", " and ", "item ", "(ICB)", "ICB", "Integrated Care Board", "“", "”", "\"", "the Cabinet", "é", "—", "’s", "meeting ",
            "held on ", "22 January 2026", "of the ", "Appendix ", "B", "moved by ", "Councillor Ann Lumb", "Ann Lumb", "seconded by ", ", ", ".", " ", "\nand ", "NK", "((", "&", "the Joint Plan",
            "Health and Care Board", "(GEC)", "Group of Experts in Care ",
        ]
        for _ in 0..<60 {
            let text = (0..<40).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined()
            let page = try read("x " + text)
            let bare = page.replacing(/\[([^\]]*)\]\([^)]*\)/) { "\($0.output.1)" }.replacing(/\{([^:]*): [^}]*\}/) { "\($0.output.1)" }
                .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
            let expected = "x " + text.replacing(/\s*\n\s*/, with: " ")
            #expect(bare.replacing(/[ ]+/, with: " ").trimmingCharacters(in: .whitespaces) == expected.replacing(/[ ]+/, with: " ").trimmingCharacters(in: .whitespaces))
        }
    }
}

/// The same numbers every time.
private struct Noise: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}
