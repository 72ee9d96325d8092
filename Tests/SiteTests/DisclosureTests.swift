import Diagnostics
import Disclosure
import Linking
import Model
import Pages
import Platform
import Reading
import Site
import Testing

/// The last look: what of withheld sources stands in a finished site stops it, whatever let it through.
///
/// The walls before it are switched off here by telling that a published source were withheld, which nothing outside a test can do.
@Suite struct DisclosureTests {
    static let words = "The owner of the meadow behind the station would sell it for less than the valuer thinks right."
    static let files = [
        "committees/board/2026-01-22/agenda.md": "---\n---\n\n## 1. Apologies\n\nThere were none.\n\n## 2. Land\n\n- Papers: [Land](land-prices.md)\n",
        "committees/board/2026-01-22/land-prices.md": "---\ntitle: Land\n---\n\n## 1. Purpose\n\n\(words)\n",
        "committees/board/2026-01-22/land-prices/figures.csv": "site,price\nmeadow,the owner wants rather more than four million pounds\n",
    ]

    /// Builds with a source that is published though it is withheld.
    private func build(withholding path: String, lines: [Range<Int>] = [], files: [String: String] = DisclosureTests.files) throws -> [Diagnostic] {
        let workshop = try Workshop(files)
        let read = ArchiveReader().read(workshop.content)
        var archive = try #require(read.archive)
        let source = try #require(archive.withheld.open.first { $0.relative == path })
        let withheld = WithheldSources.Source(path: source.path, relative: path, lines: lines)
        archive.withheld.open.removeAll { $0.relative == path }
        if !lines.isEmpty { archive.withheld.open.append(withheld) }
        archive.withheld.sources.append(withheld)
        let linked = LinkedArchive.link(archive).linked
        let folders = SiteBuilder.Folders(content: workshop.content, templates: Repository.templates, statics: Repository.statics, output: workshop.output)
        do {
            _ = try SiteBuilder(folders: folders, settings: SiteSettings(for: archive.authority, baseURL: nil, today: Day(iso: "2026-01-10")!)).build(linked, progress: .silent)
            #expect(workshop.files()["committees/board/2026-01-22/index.html"] != nil)
            return []
        } catch {
            #expect(workshop.files().isEmpty, "no site takes the place of another")
            guard case .sources(let diagnostics) = error else { return [] }
            return diagnostics.filter { $0.severity == .error }
        }
    }

    @Test(arguments: ["committees/board/2026-01-22/land-prices.md", "committees/board/2026-01-22/land-prices/figures.csv"])
    func wordsAndNames(_ path: String) throws {
        let found = try build(withholding: path)
        #expect(found.map(\.code) == ["E560"])
        let said = found.map { $0.message + $0.remedy }.joined()
        #expect(!said.contains("owner") && !said.contains("meadow"))
        #expect(!found.contains { !$0.withholdsLine })
    }

    @Test func linesOfAnAgenda() throws {
        let agenda = "committees/board/2026-01-22/agenda.md"
        let files = DisclosureTests.files.merging([agenda: "---\n---\n\n## 1. Land\n\n- Papers: [Land](land-prices.md)\n\nNobody else may learn what price the seller hopes for.\n"]) { $1 }
        let found = try build(withholding: agenda, lines: [8..<9], files: files)
        #expect(found.map(\.code) == ["E560"])
        let nothing = try build(withholding: agenda, lines: [7..<8], files: files)
        #expect(nothing == [], "an empty line")
    }

    @Test func whatPublicSourcesSayTooIsNoSecret() throws {
        let other = ["committees/board/2026-01-22/plan.md": "---\ntitle: Plan\n---\n\n\(DisclosureTests.words)\n"]
        let agenda = ["committees/board/2026-01-22/agenda.md": "---\n---\n\n## 2. Land\n\n- Papers: [Plan](plan.md)\n\n# Exempt items\n\n## 3. Sale\n\n- Exempt: 3\n- Reason: the price is being negotiated\n- Papers: [Land](exempt/land.md)\n"]
        let exempt = ["committees/board/2026-01-22/exempt/land.md": "---\ntitle: Land\n---\n\n\(DisclosureTests.words)\n"]
        let outcome = try Workshop(other.merging(agenda) { $1 }.merging(exempt) { $1 }).build()
        #expect(outcome.isBuilt, "\(outcome.messages)")
    }

    @Test func aCopyIsAsked() throws {
        let copy = DisclosureTests.words + " Besides, the tenant has given notice to leave the farm before harvest."
        let path = "committees/board/2026-01-22/"
        var files = [
            path + "agenda.md": "---\n---\n\n## 2. Land\n\n- Papers: [Plan](plan.md)\n\n# Exempt items\n\n## 3. Sale\n\n- Exempt: 3\n- Reason: the price is being negotiated\n- Papers: [Land](exempt/land.md)\n",
            path + "plan.md": "---\ntitle: Plan\n---\n\n\(copy)\n", path + "exempt/land.md": "---\ntitle: Land\n---\n\n\(copy)\n",
        ]
        let outcome = try Workshop(files).build()
        #expect(outcome.codes.contains("E561") && !outcome.isBuilt)
        #expect(outcome.messages.contains { $0.contains("plan.md:5") })
        files[path + "plan.md"] = "---\ntitle: Plan\nclassification: unrestricted\n---\n\n\(copy)\n"
        let answered = try Workshop(files).build()
        #expect(answered.isBuilt, "the author has answered")
    }
}
