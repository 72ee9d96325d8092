import Facts
import Foundation
import Linking
import Model
import Platform
import SearchText
import Reading
import Registers
import Search
import Testing

/// What the search finds: every passage stands where it says, and says what its page says.
@Suite struct PassageTests {
    @Test func everyPassageOfTheSampleIsOnItsPage() throws {
        let workshop = try Workshop(base: [:])
        expect(workshop.build(content: Repository.sample, today: "2026-11-21").messagesButNotes, are: [])
        try expectPlaces(of: Repository.sample, in: workshop)
    }

    @Test(.enabled(if: Repository.hasPacks, "the packs are not here"), arguments: ["kirklees", "worcestershire"])
    func everyPassageOfAPackIsOnItsPage(_ name: String) throws {
        let workshop = try Workshop(base: [:])
        let content = Repository.packs + "/\(name)/Content"
        #expect(workshop.build(content: content, today: "2026-11-21").isBuilt)
        try expectPlaces(of: content, in: workshop)
    }

    private func expectPlaces(of content: String, in workshop: Workshop) throws {
        let site = try PassageListing.site(of: content)
        #expect(!site.documents.isEmpty)
        for document in site.documents {
            let page = workshop.page(document.address + "index.html")
            #expect(!page.isEmpty, "\(document.address) has no page")
            let ids = PassageTests.ids(of: page)
            for passage in document.passages() where !passage.anchor.isEmpty {
                #expect(ids.contains(passage.anchor), "\(document.address)#\(passage.anchor)")
            }
        }
    }

    private static func ids(of page: String) -> Set<String> {
        Set(page.components(separatedBy: " id=\"").dropFirst().map { Words.decode(String($0.prefix { $0 != "\"" })) })
    }

    @Test func documentsAreInTheOrderOfTheirDays() throws {
        let site = try PassageListing.site(of: Repository.sample)
        let days = site.documents.map(\.day)
        let dated = days.prefix { $0 != nil }.compactMap(\.self)
        #expect(dated == dated.sorted())
        #expect(dated.count > 20)
        #expect(days.dropFirst(dated.count).allSatisfy { $0 == nil })
        #expect(site.documents.allSatisfy { site.kinds.indices.contains($0.kind) && $0.committee.map(site.committees.indices.contains) != false })
    }

    // MARK: Cutting

    static func words(_ count: Int, from first: Int = 1) -> String { (first..<first + count).map { "word\($0)" }.joined(separator: " ") }

    private func paper(_ text: String) throws -> [SearchPassage] {
        let workshop = try Workshop(["committees/board/2026-01-22/report.md": "---\ntitle: Report\n---\n\n" + text])
        let site = try PassageListing.site(of: workshop.content)
        return try #require(site.documents.first { $0.title == "Report" }).passages()
    }

    @Test func aShortSectionIsOnePassage() throws {
        let passages = try paper("Before.\n\n# 1. Waiting times\n\n1.1 They *fell*.\n\n- one\n- two\n\n## Costs\n\nNone.\n")
        #expect(passages.map(\.anchor) == ["", "section-1", "costs"])
        #expect(passages.map(\.headings) == [[], ["1. Waiting times"], ["1. Waiting times", "Costs"]])
        #expect(passages.map(\.words) == ["Before.", "1.1 They fell. one two", "None."])
    }

    @Test func aLongSectionIsCutWhereReadersCanBeLedTo() throws {
        let paragraphs = (1...9).map { "1.\($0) " + PassageTests.words(60, from: $0 * 100) }.joined(separator: "\n\n")
        let passages = try paper("# 1. Waiting times\n\n\(paragraphs)\n")
        #expect(passages.map(\.anchor) == ["section-1", "para-1-3", "para-1-5", "para-1-7"])
        #expect(passages.allSatisfy { $0.headings == ["1. Waiting times"] })
        #expect(passages[1].words.hasPrefix("1.3 word300 "))
        #expect(passages[3].words.hasSuffix(" word959"))
    }

    @Test func aTableWithACaptionIsAPassageAndItsLongRowsAreCut() throws {
        let rows = (1...90).map { "| **Ward \($0)** | many people | \($0)% |" }.joined(separator: "\n")
        let passages = try paper("# Wards\n\nSee below.\n\nTable: People by ward\n\n| Ward | People | Share |\n|---|---|---|\n\(rows)\n\nAnd after.\n")
        #expect(passages[0].words == "See below. And after.")
        #expect(passages[1].anchor == "table-1")
        #expect(passages.dropFirst().allSatisfy { $0.headings == ["Wards", "People by ward"] })
        #expect(passages.count > 2)
        let second = try #require(passages.dropFirst(2).first)
        #expect(second.anchor.hasPrefix("ward-") && second.words.hasPrefix("Ward \(second.anchor.dropFirst(5)) many people"))
        #expect(passages.last!.words.hasSuffix("Ward 90 many people 90%"))
    }

    @Test func aFootnoteBelongsToTheSectionThatRefersToIt() throws {
        let passages = try paper("# One\n\nFirst.[^b]\n\n# Two\n\nSecond.[^a]\n\n[^a]: Alpha note.\n[^b]: Beta note.\n")
        #expect(passages.map(\.words) == ["First. Beta note.", "Second. Alpha note."])
    }

    @Test func aHeadingWithNothingBelowItIsFoundWhereItHasNoParts() throws {
        let passages = try paper("# One\n\n## Part\n\nText.\n\n# Two\n\n# Three\n\nText.\n")
        #expect(passages.map(\.headings) == [["One", "Part"], ["Two"], ["Three"]])
    }

    @Test func whatAllMeetingsHaveCountsLess() throws {
        let minutes = """
            ---
            status: approved
            ---

            # Minutes

            ## 1. Apologies for absence

            None.

            ## 2. Declarations of interest

            **DECLARED:** Ann Lee – she owns the mill – withdrew

            ## 3. Public questions

            Ben Low asked when the weir would be mended, and was told that the work would begin in June.

            ## 4. Public participation

            There was none.

            ## 5. The mill

            Members asked for more.

            **RESOLVED:** That the mill be bought.

            """
        let workshop = try Workshop(["committees/board/2026-01-22/minutes.md": minutes])
        let passages = try #require(try PassageListing.site(of: workshop.content).documents.first { $0.title == "Minutes" }).passages()
        #expect(passages.map(\.weight) == [0.4, 1, 1, 0.4, 1])
        #expect(passages.map(\.isDecision) == [false, false, false, false, true])
        #expect(passages[4].words == "Members asked for more. RESOLVED: That the mill be bought.")
    }

    @Test func termsAndNamesMeanTheSame() throws {
        let workshop = try Workshop([
            "glossary.yml": "- term: BCF\n  meaning: \"Better Care Fund: money in one pot\"\n- term: SPD\n  meaning: \(PassageTests.words(20))\n  also: [SPDs]\n",
            "people.yml": "- name: Ann Lee\n  aliases: [Councillor Lee]\n",
            "committees/board/committee.md": "---\nname: Test Board\nshort: TB\nalso-known-as:\n  - name: Old Board\n---\n",
        ])
        let synonyms = try PassageListing.site(of: workshop.content).synonyms
        #expect(synonyms == [["BCF", "Better Care Fund"], ["SPD", "SPDs"], ["Ann Lee", "Councillor Lee"], ["Test Board", "TB", "Old Board"]])
    }
}

extension SearchPassage {
    var words: String { String(decoding: text, as: UTF8.self) }
}

/// The passages of a source tree as lines.
enum PassageListing {
    static func site(of content: String) throws -> SearchSite {
        let archive = try #require(ArchiveReader().read(content).archive)
        let linked = LinkedArchive.link(archive).linked
        return Passages(Lazy { Registers(ArchiveFacts(linked), today: Today(Day(iso: "2026-11-21")!)) }) { $0.iso }.site
    }

    static func listing(of content: String) throws -> [UInt8] {
        let site = try site(of: content)
        var lines: [String] = []
        for document in site.documents {
            lines.append("\(site.kinds[document.kind]) · \(document.title) · \(document.detail) · /\(document.address)")
            for passage in document.passages() {
                let marks = (passage.isDecision ? " decision" : "") + (passage.weight < 1 ? " less" : "")
                lines.append("  #\(passage.anchor)\(marks) [\(passage.headings.joined(separator: " › "))] \(passage.words.prefix(60))")
            }
        }
        lines += site.synonyms.map { $0.joined(separator: " = ") }
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }
}

/// What a build writes under `search/`.
@Suite struct SearchIndexFileTests {
    private func search(_ workshop: Workshop) -> [String: [UInt8]] { workshop.files().filter { $0.key.hasPrefix("search/") } }

    @Test func thePageNamesTheCatalogue() throws {
        let workshop = try Workshop()
        #expect(workshop.build().isBuilt)
        let page = workshop.page("search/index.html")
        let name = try #require(page.firstMatch(of: /<div id="search" data-catalogue="(catalogue-[0-9a-f]{16}\.bin)"><\/div>/)).output.1
        #expect(workshop.files()["search/" + name] != nil)
        #expect(page.contains("<a href=\"../a-to-z/\">from A to Z</a>"))
        #expect(workshop.page("index.html").contains("action=\"./search/\" method=\"get\""))
        #expect(workshop.page("404.html").contains("action=\"/search/\" method=\"get\""))
    }

    @Test func theWordsOfOpenSourcesAreInIt() throws {
        let workshop = try Workshop(["committees/board/2026-01-22/report.md": "---\ntitle: Report\n---\n\nThe heronry.\n"])
        #expect(workshop.build().isBuilt)
        let texts = try SearchFiles(workshop.files()).texts
        #expect(texts.contains { $0.key.hasPrefix("search/records/") && $0.value.contains("The heronry.") })
        #expect(texts.contains { $0.key.hasPrefix("search/words-") && $0.value.contains("\nheronri") })
    }

    @Test func theSameSourcesGiveTheSameFilesAndNothingIsLeftOfTheWork() throws {
        let first = try Workshop(base: [:]), second = try Workshop(base: [:])
        #expect(first.build(content: Repository.sample).isBuilt && second.build(content: Repository.sample).isBuilt)
        #expect(search(first) == search(second))
        #expect(first.build(content: Repository.sample).changedFiles == 0)
        #expect(!first.files().keys.contains { $0.hasPrefix(".work") })
    }

    /// The search box of a page that was taken along leads to the site, since the search does not come with it.
    @Test func theBoxOfAPageTakenAlongLeadsToTheSite() throws {
        let workshop = try Workshop(["committees/board/2026-01-22/report.md": "---\ntitle: Report\n---\n\nText.\n"])
        #expect(workshop.build().isBuilt)
        let archive = try #require(workshop.files().first { $0.key.hasSuffix(".zip") })
        #expect(String(decoding: archive.value, as: UTF8.self).contains("action=\"https://testshire.example/search/\""))
    }
}
