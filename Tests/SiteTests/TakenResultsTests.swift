import Foundation
import Markdown
import Model
import Platform
import Reading
import Results
import Testing

/// A build that takes over from the last one what has not changed.
@Suite struct TakenResultsTests {
    private static let paper = "committees/board/2026-01-22/plan.md"
    private static let sources = EditedSite.sources.merging([
        paper: "---\ntitle: The plan of the badger\n---\n\nOf the badger and the otter.\n",
        "committees/board/2026-01-22/agenda.md": "---\nissued: 2026-01-10\n---\n\n## 1. Welcome\n\n## 2. Plan\n\n- Papers: [Plan](plan.md)\n",
        "committees/board/2026-01-22/minutes.md": "---\nstatus: draft\n---\n\n# Minutes\n\n## 1. Plan\n\n**ACTION:** Peter Duxbury to report by 4 May 2026.\n",
    ]) { $1 }

    private func workshop() throws -> Workshop {
        var sources = TakenResultsTests.sources
        for path in sources.keys where path.contains("winter-plan") { sources[path] = nil }
        sources["committees/board/2026-03-05/agenda.md"] = EditedSite.agenda("2026-02-20", third: "- Papers: [Spring report](spring-report.md)\n\nWhat came of it.")
        sources["committees/cabinet/2026-02-10/roads.md"] = EditedSite.paper("Roads and bridges of the county", "None.")
        return try Workshop(sources, base: [:])
    }

    @discardableResult private func build(_ more: [String] = [], on day: String = "2026-05-01", in workshop: Workshop) throws -> Command.Result {
        let result = try Command.run(["build", "--today", day] + CommandTests.design + more, in: workshop.root)
        #expect(result.status == 0, "\(result.errors)")
        return result
    }

    private func expectFresh(on day: String = "2026-05-01", in workshop: Workshop) throws {
        try build(["--no-cache", "--output", "fresh"], on: day, in: workshop)
        let (own, fresh) = (workshop.files(), workshop.files(in: workshop.root + "/fresh"))
        let different = Set(own.keys).union(fresh.keys).filter { own[$0] != fresh[$0] }
        #expect(different.isEmpty, "\(different.sorted())")
    }

    /// Which files of a site are new, and not those of the site before by a second name.
    private func made(since before: [String: UInt64], in workshop: Workshop) throws -> Set<String> {
        Set(try numbers(workshop).filter { before[$0.key] != $0.value }.keys)
    }

    private func numbers(_ workshop: Workshop) throws -> [String: UInt64] {
        var found: [String: UInt64] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: workshop.output) {
            guard let entry = try Disk.real.entry(workshop.output + "/" + path), entry.kind == .file else { continue }
            found[path] = entry.stamp?.number
        }
        return found
    }

    @Test func whatADayChangesIsMadeAnew() throws {
        let workshop = try workshop()
        // Meetings are held, actions become overdue, months and years end.
        for day in ["2026-01-09", "2026-01-10", "2026-03-05", "2026-05-01", "2026-05-04", "2026-05-05", "2026-06-02", "2026-06-18", "2026-06-19", "2027-01-01"] {
            try build(on: day, in: workshop)
            try expectFresh(on: day, in: workshop)
        }
    }

    @Test func aWordInAPaperMakesNoOtherMeetingAnew() throws {
        let workshop = try workshop()
        try build(in: workshop)
        let before = try numbers(workshop)
        try workshop.write("---\ntitle: The plan of the badger\n---\n\nOf the badger and the beaver.\n", to: TakenResultsTests.paper)
        try build(in: workshop)
        let made = try made(since: before, in: workshop)
        #expect(made.contains("committees/board/2026-01-22/plan/index.html"))
        #expect(!made.contains { $0.hasPrefix("committees/cabinet/") || $0.hasPrefix("people/") || $0.hasPrefix("decisions/") }, "\(made.sorted())")
        try expectFresh(in: workshop)
    }

    @Test func nothingPrivateStays() throws {
        let workshop = try workshop()
        try build(in: workshop)
        let cache = workshop.root + "/._site.cache"
        #expect(words(of: cache).contains("badger"), "else the rest would say nothing")
        try workshop.write("---\nissued: 2026-01-10\n---\n\n## 1. Welcome\n\n## 2. Plan\n\n- Exempt: 3\n- Reason: It is about a bargain.\n- Papers: [Plan](plan.md)\n", to: "committees/board/2026-01-22/agenda.md")
        try build(in: workshop)
        #expect(!words(of: cache).contains("badger") && !words(of: cache).contains("otter"))
        #expect(!words(of: workshop.output).contains("badger"))
        try expectFresh(in: workshop)
    }

    private func words(of folder: String) -> String {
        Tree.files(folder).values.map { String(decoding: $0, as: UTF8.self).lowercased() }.joined()
    }

    @Test func whatIsDamagedIsDoneWithout() throws {
        let workshop = try workshop()
        try build(in: workshop)
        let cache = workshop.root + "/._site.cache"
        let parts = Tree.files(cache).keys.filter { $0 != "lock" && $0 != "last-build" }.sorted()
        #expect(parts.contains("results") && parts.contains { $0.hasPrefix("search/") })
        var dice = Dice(seed: 15)
        for (number, part) in parts.flatMap({ [$0, $0, $0] }).enumerated() {
            let whole = try Disk.real.read(cache + "/" + part)
            let at = Int.random(in: 0..<whole.count, using: &dice)
            let damaged = [whole.prefix(at) + [], whole.prefix(at) + [whole[at] ^ 0x15] + whole.dropFirst(at + 1), whole + [0]][number % 3]
            try Disk.real.write(Array(damaged), cache + "/" + part)
            try workshop.write("---\ntitle: The plan of the badger\n---\n\nOf the badger and \(number) beavers.\n", to: TakenResultsTests.paper)
            let result = try build(in: workshop)
            let said = result.errors.split(separator: "\n").count { $0.contains("._site.cache") }
            // A run that nobody asked for any more is removed unseen.
            #expect(part.hasPrefix("search/") ? said <= 1 : said == 1, "\(part): \(result.errors)")
            try expectFresh(in: workshop)
        }
    }

    @Test func whateverIsCutIsSaid() throws {
        let workshop = try workshop()
        try build(in: workshop)
        let file = workshop.root + "/._site.cache/results"
        let whole = try Disk.real.read(file)
        // The form, the hash and the first numbers end at every one of these.
        for length in [1, 14, 15, 16, 20, 30, 31, 32, 38, 39, 46, 47, 48, 60] {
            try Disk.real.write(Array(whole.prefix(length)), file)
            try workshop.write("---\ntitle: The plan of the badger\n---\n\nCut to \(length).\n", to: TakenResultsTests.paper)
            let result = try build(in: workshop)
            #expect(result.errors.split(separator: "\n").count { $0.contains("._site.cache") } == 1, "\(length): \(result.errors)")
        }
        try expectFresh(in: workshop)
    }

    @Test func theResultsOfAnotherSiteAreNotTaken() throws {
        let (workshop, other) = (try workshop(), try workshop())
        try build(in: workshop)
        try other.write("name: Othershire\nurl: https://othershire.example/\n", to: "site.yml")
        try build(in: other)
        let cache = "/._site.cache/results"
        try Disk.real.write(try Disk.real.read(other.root + cache), workshop.root + cache)
        try workshop.write("---\ntitle: The plan of the badger\n---\n\nMore.\n", to: TakenResultsTests.paper)
        try build(in: workshop)
        try expectFresh(in: workshop)
    }

    @Test func anotherBuildMayUseTheCache() throws {
        let workshop = try workshop()
        try build(in: workshop)
        let lock = try #require(try Disk.real.lock(workshop.root + "/._site.cache/lock"))
        try workshop.write("---\ntitle: The plan of the badger\n---\n\nMore.\n", to: TakenResultsTests.paper)
        let result = try build(in: workshop)
        #expect(result.errors.contains("Another build uses ._site.cache"), "\(result.errors)")
        withExtendedLifetime(lock) {}
        try expectFresh(in: workshop)
    }

    /// What cannot be read again is read anew, without a word: so this asks for it.
    @Test(arguments: [Repository.sample, nil]) func textsComeBackAsTheyWereKept(_ content: String?) throws {
        let workshop = try workshop()
        let archive = try #require(ArchiveReader().read(content ?? workshop.content).archive)
        var count = 0
        for meeting in archive.committees.flatMap(\.meetings) {
            for paper in meeting.papers { try expectSame(paper, &count) }
            if let minutes = meeting.minutes { try expectSame(minutes, &count) }
        }
        for chapter in archive.strategies.flatMap(\.chapters) { try expectSame(chapter, &count) }
        #expect(count > 4)
    }

    private func expectSame<Value: Codable>(_ value: Value, _ count: inout Int) throws {
        let bytes = ValueBytes.of(value, context: KeptDocuments())
        let again = try ValueBytes.value(Value.self, from: bytes, context: KeptDocuments())
        #expect(ValueBytes.of(again, context: KeptDocuments()) == bytes)
        #expect(ValueBytes.of(again) == ValueBytes.of(value))
        count += 1
        // Whatever is cut or changed is noticed or gives another value, and never ends the program.
        for at in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 40)) {
            _ = try? ValueBytes.value(Value.self, from: Array(bytes[..<at]), context: KeptDocuments())
            var other = bytes
            other[at] ^= UInt8(1 << (at % 8))
            _ = try? ValueBytes.value(Value.self, from: other, context: KeptDocuments())
        }
    }
}
