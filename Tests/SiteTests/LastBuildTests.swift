import Foundation
import Platform
import Testing

/// A build after which nothing has changed.
@Suite struct LastBuildTests {
    private static let paper = "committees/board/2026-01-22/plan.md"
    private static let sources = [
        "committees/board/2026-01-22/agenda.md": "---\n---\n\n## 1. Welcome\n\n## 2. Plan\n\n- Papers: [Plan](plan.md)\n\n## 3. Land\n\n- Papers: [Price](exempt/price.md)\n- Exempt: 3\n- Reason: It would weaken the council's position.\n",
        paper: "---\ntitle: Plan\n---\n\nFirst words of it.\n\n# Wrong level\n\nMore.\n",
        "committees/board/2026-01-22/exempt/price.md": "---\ntitle: Price of CANARY farm\n---\n\nThe price is CANARY.\n",
    ]

    /// Sources that are so old that nothing can have been changed at the same moment.
    private func workshop() throws -> Workshop {
        let workshop = try Workshop(LastBuildTests.sources)
        Thread.sleep(forTimeInterval: 2.2)
        return workshop
    }

    private func build(_ more: [String] = [], in workshop: Workshop) throws -> Command.Result {
        try Command.run(["build", "--today", "2026-02-01"] + CommandTests.design + more, in: workshop.root)
    }

    /// A site that was written anew is another folder.
    private func number(_ workshop: Workshop) throws -> UInt64? { try Disk.real.entry(workshop.output)?.stamp?.number }

    @Test func theSiteStaysAndTheSameIsSaid() throws {
        let workshop = try workshop()
        let first = try build(["--format", "json"], in: workshop)
        let site = try number(workshop)
        let second = try build(["--format", "json"], in: workshop)
        #expect(first.status == 0 && second.status == 0)
        #expect(first.output.contains("plan.md"), "\(first.output)")
        #expect(second.output == first.output)
        #expect(try number(workshop) == site)
        let text = try build(in: workshop)
        #expect(try text.errors == build(["--no-cache"], in: workshop).errors)
        #expect(text.errors.contains("plan.md"))
        #expect(try number(workshop) != site, "without the cache everything is made anew")
    }

    @Test(arguments: [
        "a word", "a file more", "a file less", "a name", "a folder of templates", "the day", "the address", "a page gone", "a page edited", "the site gone",
    ])
    func whateverChanges(_ what: String) throws {
        let workshop = try workshop()
        #expect(try build(in: workshop).status == 0)
        let site = try number(workshop)
        _ = try build(in: workshop)
        try #require(try number(workshop) == site)
        let more = try change(what, workshop)
        #expect(try build(more, in: workshop).status == 0)
        // A folder made where one is gone may have its number.
        if what != "the site gone" { #expect(try number(workshop) != site) }
        #expect(try build(more + ["--no-cache", "--output", "fresh"], in: workshop).status == 0)
        #expect(try files(workshop.output) == files(workshop.root + "/fresh"))
    }

    private func change(_ what: String, _ workshop: Workshop) throws -> [String] {
        let file = workshop.content + "/" + LastBuildTests.paper
        let page = workshop.output + "/committees/board/2026-01-22/index.html"
        switch what {
        case "a word":
            // As long as before, and with the time of before.
            let time = try FileManager.default.attributesOfItem(atPath: file)[.modificationDate] as? Date
            try workshop.write(LastBuildTests.sources[LastBuildTests.paper]!.replacing("First", with: "Other"), to: LastBuildTests.paper)
            try FileManager.default.setAttributes([.modificationDate: try #require(time)], ofItemAtPath: file)
        case "a file more": try workshop.write("---\ntitle: About\n---\n\nText.\n", to: "pages/about.md")
        case "a file less": try Disk.real.remove(workshop.content + "/committees/board/2026-01-22/exempt/price.md")
            try workshop.write("---\n---\n\n## 1. Welcome\n\n- Papers: [Plan](plan.md)\n", to: "committees/board/2026-01-22/agenda.md")
        case "a name": try Disk.real.move(workshop.content + "/committees/board/2026-01-22", workshop.content + "/committees/board/2026-01-23")
        case "a folder of templates":
            try Disk.real.makeFolder(workshop.root + "/own")
            return ["--templates", workshop.root + "/own"]
        case "the day": return ["--today", "2026-02-02"]
        case "the address": return ["--base-url", "https://other.example/"]
        case "a page gone": try Disk.real.remove(page)
        case "a page edited": try Disk.real.write(Array("Something else".utf8), page)
        default: try Disk.real.remove(workshop.output)
        }
        return []
    }

    private func files(_ folder: String) throws -> [String: [UInt8]] {
        var found: [String: [UInt8]] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder) where try Disk.real.entry(folder + "/" + path)?.kind == .file {
            found[path] = try Disk.real.read(folder + "/" + path)
        }
        return found
    }

    @Test func whatIsDamagedIsSaidAndDoneWithout() throws {
        let workshop = try workshop()
        #expect(try build(in: workshop).status == 0)
        let file = workshop.root + "/._site.cache/last-build"
        let whole = try Disk.real.read(file)
        #expect(!String(decoding: whole, as: UTF8.self).contains("CANARY"))
        #expect(!String(decoding: whole, as: UTF8.self).contains("price"))
        for (bytes, fault) in [
            (Array(whole.dropLast()), "is damaged"), (whole.map { $0 == UInt8(ascii: "E") ? UInt8(ascii: "F") : $0 } + [0], "is damaged"),
            (Array("moot last build 9\n".utf8) + whole.dropFirst(18), "another form"), ([], "another form"), (Array(whole.prefix(40)), "is damaged"),
        ] {
            try Disk.real.write(bytes, file)
            let site = try number(workshop)
            let result = try build(in: workshop)
            #expect(result.status == 0)
            #expect(result.errors.split(separator: "\n").filter { $0.contains("._site.cache") && $0.contains(fault) }.count == 1, "\(result.errors)")
            #expect(try number(workshop) != site)
            #expect(try Disk.real.read(file).count == whole.count, "the next build finds it mended")
        }
    }

    @Test func whereNothingCanBeKept() throws {
        let workshop = try workshop()
        try Disk.real.write([], workshop.root + "/taken")
        let result = try build(["--cache", "taken"], in: workshop)
        #expect(result.status == 0)
        #expect(result.errors.contains("taken"), "\(result.errors)")
        #expect(workshop.page("index.html").contains("Testshire"))
        #expect(try build(["--cache", "x", "--no-cache"], in: workshop).status == 2)
    }

    @Test func whatWasChangedAtTheSameMomentIsNotTrusted() throws {
        let workshop = try Workshop(LastBuildTests.sources)
        #expect(try build(in: workshop).status == 0)
        #expect(try Disk.real.entry(workshop.root + "/._site.cache/last-build") == nil)
    }
}
