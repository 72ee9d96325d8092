import Foundation
import Platform
import Testing

/// Pages of the sample as they were when somebody last looked: a change of output shows as a difference here.
///
/// `UPDATE_EXPECTED=1 swift test --filter GoldenTests` writes them anew.
@Suite struct GoldenTests {
    static let folder = Repository.root + "/Tests/SiteTests/Golden"
    static let pages = [
        "index.html", "404.html", "robots.txt", "sitemap.xml", "meetings/index.html", "meetings/2026/index.html", "committees/index.html",
        "committees/planning-committee/index.html", "committees/health-and-wellbeing-board/index.html",
        "committees/health-and-wellbeing-board/2026-01-22/index.html", "committees/health-and-wellbeing-board/2026-01-22/minutes/index.html",
        "committees/health-and-wellbeing-board/2026-01-22/falls-prevention/index.html", "committees/health-and-wellbeing-board/2026-01-22/pack/index.html",
        "committees/health-and-wellbeing-board/2026-04-23/index.html", "committees/health-and-wellbeing-board/2026-09-24/index.html",
        "committees/health-and-wellbeing-board/2026-12-03/index.html", "committees/cabinet/2026-02-09-budget/index.html",
        "committees/town-centre-forum/index.html", "committees/development-control-committee/index.html", "strategies/index.html",
        "strategies/well-in-calderbrook-2026/index.html", "strategies/well-in-calderbrook-2026/01-where-we-are/index.html",
        "strategies/well-in-calderbrook-2026/all/index.html", "strategies/living-with-the-sallow/index.html", "accessibility/index.html",
        "other-formats/index.html", "glossary/index.html", "changes/index.html", "decisions/2025/index.html", "decisions/2025/decisions.csv", "actions/index.html",
        "actions/actions.csv", "people/index.html", "people/ines-carvalho/index.html", "people/ines-carvalho/ines-carvalho.csv",
        "organisations/healthwatch-calderbrook/index.html", "declarations/index.html", "declarations/index.json", "papers/index.html",
        "papers/2025/index.html", "papers/to-follow.csv", "a-to-z/index.html",
    ]

    @Test func theSampleIsAsItWas() throws {
        let workshop = try Workshop(base: [:])
        let outcome = workshop.build(content: Repository.sample, today: "2026-11-21", baseURL: "https://example.gov.uk/meetings/")
        #expect(Set(outcome.codes) == ["N130"], "\(outcome.messages)")
        let site = workshop.files()
        var expected = site.filter { GoldenTests.pages.contains($0.key) }
        #expect(expected.count == GoldenTests.pages.count, "gone: \(GoldenTests.pages.filter { site[$0] == nil })")
        // An address that was published once stays.
        expected["addresses.txt"] = Array((site.keys.filter { $0.hasSuffix(".html") }.sorted().joined(separator: "\n") + "\n").utf8)
        expected["passages.txt"] = try PassageListing.listing(of: Repository.sample)
        if ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] == "1" {
            try Disk.real.remove(GoldenTests.folder)
            for (path, bytes) in expected {
                let whole = GoldenTests.folder + "/" + path
                try Disk.real.makeFolder(String(whole[..<whole.lastIndex(of: "/")!]))
                try Disk.real.write(bytes, whole)
            }
        }
        compare(expected, with: Tree.files(GoldenTests.folder))
    }

    private func compare(_ now: [String: [UInt8]], with golden: [String: [UInt8]]) {
        for path in Set(now.keys).union(golden.keys).sorted() where now[path] != golden[path] {
            let new = lines(now[path]), old = lines(golden[path])
            let first = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(old.count, new.count)
            let shown = old.dropFirst(first).prefix(3).map { "  - \($0.prefix(300))" } + new.dropFirst(first).prefix(3).map { "  + \($0.prefix(300))" }
            Issue.record("\(path), line \(first + 1):\n\(shown.joined(separator: "\n"))\nIf the change is meant: make update-expected")
        }
    }

    private func lines(_ bytes: [UInt8]?) -> [String] { bytes.map { String(decoding: $0, as: UTF8.self).components(separatedBy: "\n") } ?? [] }
}
