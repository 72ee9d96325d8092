import Foundation
import Platform
import Synchronization
import Testing

/// A build that fails, is interrupted or is killed leaves the old site as it was.
@Suite struct NeverHalfASiteTests {
    static let agenda = "committees/board/2026-01-22/agenda.md"
    static let sources = [
        agenda: "---\n---\n\n## 1. Welcome\n\n- Papers: [Plan](plan.md)\n",
        "committees/board/2026-01-22/plan.md": "---\ntitle: Plan\n---\n\nWords and [figures](plan/figures.csv).\n",
        "committees/board/2026-01-22/plan/figures.csv": "a,b\n",
        "pages/about.md": "---\ntitle: About\n---\n\nHello.\n",
    ]

    private func built() throws -> (workshop: Workshop, site: [String: [UInt8]]) {
        let workshop = try Workshop(NeverHalfASiteTests.sources)
        let outcome = workshop.build()
        #expect(outcome.isBuilt, "\(outcome.messages)")
        let site = workshop.files()
        #expect(site.count > 10)
        return (workshop, site)
    }

    /// What lies beside the site: nothing but the lock.
    private func leftovers(_ workshop: Workshop) -> [String] {
        ((try? Disk.real.entries(workshop.root)) ?? []).map(\.name).filter { !["Content", "_site", "._site.lock"].contains($0) }
    }

    // MARK: The disk fails

    /// A disk on which everything that changes it fails from the nth time on, as when it is full; what removes still works.
    private func failing(after limit: Int, number: Int32) -> Disk {
        var disk = Disk.real
        let changes = Counter()
        let spend: @Sendable (String) throws(DiskError) -> Void = { path throws(DiskError) in
            if changes.next() > limit { throw DiskError("write", path, number: number) }
        }
        disk.write = { bytes, file throws(DiskError) in
            if changes.next() > limit {
                try Disk.real.write(Array(bytes.prefix(bytes.count / 2)), file)
                throw DiskError("write", file, number: number)
            }
            try Disk.real.write(bytes, file)
        }
        disk.makeFolder = { folder throws(DiskError) in
            try spend(folder)
            try Disk.real.makeFolder(folder)
        }
        disk.link = { file, name throws(DiskError) in
            try spend(name)
            try Disk.real.link(file, name)
        }
        disk.move = { path, other throws(DiskError) in
            try spend(other)
            try Disk.real.move(path, other)
        }
        disk.exchange = { path, other throws(DiskError) in
            try spend(other)
            try Disk.real.exchange(path, other)
        }
        return disk
    }

    @Test(.timeLimit(.minutes(5)), arguments: [ENOSPC, EIO, EROFS]) func everyMomentOfAFullDisk(_ number: Int32) throws {
        let (workshop, old) = try built()
        try workshop.write("---\n---\n\n## 1. Welcome to all\n\n- Papers: [Plan](plan.md)\n", to: NeverHalfASiteTests.agenda)
        var limit = 0
        while true {
            let outcome = workshop.build(disk: failing(after: limit, number: number))
            guard outcome.failedToWrite else { break }
            #expect(outcome.diagnostics.count == 1)
            #expect(outcome.codes == ["E502"])
            #expect(outcome.messages[0].contains("error E502: the site cannot be written: "))
            #expect(outcome.messages[0].hasSuffix(" → The site that was there is as it was. Mend the disk or choose another folder with --output, and build again."))
            if number == ENOSPC { #expect(outcome.messages[0].contains("the disk is full")) }
            #expect(workshop.files() == old, "after \(limit) changes")
            #expect(leftovers(workshop) == [], "after \(limit) changes")
            // A full disk at every single moment; the other faults take the same way.
            limit += number == ENOSPC ? 1 : 9
        }
        #expect(limit > 20)
        #expect(workshop.page("committees/board/2026-01-22/index.html").contains("Welcome to all"))
        #expect(leftovers(workshop) == [])
    }

    @Test func aFullDiskBeforeTheFirstSite() throws {
        for limit in 0..<30 {
            let workshop = try Workshop(NeverHalfASiteTests.sources)
            guard workshop.build(disk: failing(after: limit, number: ENOSPC)).failedToWrite else { return }
            #expect(!FileManager.default.fileExists(atPath: workshop.output))
            #expect(leftovers(workshop) == [])
        }
    }

    /// On a disk that cannot exchange two folders the old site is moved aside; should the next step fail, it comes back.
    @Test func everyMomentOnADiskThatCannotExchange() throws {
        let (workshop, old) = try built()
        try workshop.write("---\n---\n\n## 1. Welcome to all\n", to: NeverHalfASiteTests.agenda)
        for failingMove in 1...3 {
            let moves = Counter()
            var disk = Disk.real
            disk.exchange = { path, _ throws(DiskError) in throw DiskError("exchange", path, number: EINVAL) }
            disk.move = { path, other throws(DiskError) in
                if moves.next() == failingMove, failingMove < 3 { throw DiskError("move", other, number: EIO) }
                try Disk.real.move(path, other)
            }
            let outcome = workshop.build(disk: disk)
            #expect(outcome.isBuilt == (failingMove == 3))
            if failingMove < 3 { #expect(workshop.files() == old) }
            #expect(leftovers(workshop) == [])
        }
        #expect(workshop.page("committees/board/2026-01-22/index.html").contains("Welcome to all"))
    }

    @Test func anErrorInTheSourcesLeavesTheSite() throws {
        let (workshop, old) = try built()
        let identities = Tree.identities(workshop.output)
        try workshop.write("no head", to: NeverHalfASiteTests.agenda)
        #expect(!workshop.build().isBuilt)
        #expect(workshop.files() == old)
        #expect(Tree.identities(workshop.output) == identities)
    }

    // MARK: The process is killed

    @Test(.timeLimit(.minutes(5))) func killedAtAnyMoment() throws {
        let workshop = try Workshop(NeverHalfASiteTests.sources.merging(
            Dictionary(uniqueKeysWithValues: (1...150).map { ("pages/page-\($0).md", "---\ntitle: Page \($0)\n---\n\n" + String(repeating: "Words. ", count: 2000)) })) { $1 })
        let arguments = ["build", "--templates", Repository.templates, "--public", Repository.statics, "--today", "2026-02-01"]
        let start = ContinuousClock.now
        let first = try Command.run(arguments, in: workshop.root)
        #expect(first.status == 0, "\(first.errors)")
        let whole = ContinuousClock.now - start
        var old = workshop.files()
        var generator = SystemRandomNumberGenerator()
        var kills = 0
        for round in 1...20 {
            try workshop.write("---\n---\n\n## 1. Welcome, round \(round)\n\n- Papers: [Plan](plan.md)\n", to: NeverHalfASiteTests.agenda)
            try workshop.write("name: Testshire \(round)\nurl: https://testshire.example/\n", to: "site.yml")
            let process = Command.make(arguments, in: workshop.root)
            try process.run()
            usleep(UInt32(whole.inMicroseconds * Double.random(in: 0.05...1.0, using: &generator)))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            let now = workshop.files()
            if process.terminationReason == .uncaughtSignal { kills += 1 }
            if now != old {
                #expect(pages(now) == pages(old))
                #expect(isSearchWhole(now), "round \(round): parts of two indexes")
                #expect(now.values.allSatisfy { bytes in
                    let text = String(decoding: bytes, as: UTF8.self)
                    return !text.contains("Testshire") || text.contains("Testshire \(round)<") || text.contains("Testshire \(round) ") || text.contains("Testshire \(round)\"")
                        || text.contains("Testshire \(round)\r")
                }, "round \(round): parts of two sites")
                old = now
            }
        }
        #expect(kills > 5)
        let last = try Command.run(arguments, in: workshop.root)
        #expect(last.status == 0, "\(last.errors)")
        #expect(workshop.page("committees/board/2026-01-22/index.html").contains("Welcome, round 20"))
        #expect(leftovers(workshop) == ["._site.cache"])
        // What a build took over from those that were killed is what it would have made.
        #expect(try Command.run(arguments + ["--no-cache", "--output", "fresh"], in: workshop.root).status == 0)
        #expect(workshop.files(in: workshop.root + "/fresh") == workshop.files())
    }

    /// All but the files of the search, whose names change with what they hold.
    private func pages(_ site: [String: [UInt8]]) -> [String] { site.keys.filter { !$0.hasPrefix("search/") }.sorted() }

    /// Whether the catalogue that the page names is there, and each file that it names.
    private func isSearchWhole(_ site: [String: [UInt8]]) -> Bool {
        let page = String(decoding: site["search/index.html"] ?? [], as: UTF8.self)
        guard let name = page.firstMatch(of: /catalogue-[0-9a-f]{16}\.bin/).map({ String($0.output) }),
            let catalogue = try? SearchFiles(site).texts["search/" + name]
        else { return false }
        return site.keys.allSatisfy { path in
            let hash = path.dropLast(4).suffix(16)
            return !path.hasPrefix("search/words-") && !path.hasPrefix("search/spelling-") || catalogue.contains("\"\(hash)\"")
        }
    }

    // MARK: Two at once

    @Test func theSecondBuildSaysSo() throws {
        let (workshop, old) = try built()
        let lock = try #require(try Disk.real.lock(workshop.root + "/._site.lock"))
        expect(workshop.build().messages, are: [
            "_site: error E504: another build of this site is running → Wait until it has ended, and build again if you changed anything since."
        ])
        let arguments = ["build", "--templates", Repository.templates, "--public", Repository.statics]
        let second = try Command.run(arguments, in: workshop.root)
        #expect(second.status == 3)
        #expect(second.errors.contains("_site: error: another build of this site is running [E504]"))
        #expect(workshop.files() == old)
        withExtendedLifetime(lock) {}
    }

    // MARK: Not ours

    @Test func aFolderThatMootDidNotMake() throws {
        let workshop = try Workshop()
        try Disk.real.makeFolder(workshop.output)
        try Disk.real.write(Array("mine".utf8), workshop.output + "/index.html")
        expect(workshop.build().messages, are: [
            "_site: error E503: “_site” is there already, and Moot did not make it → Nothing was changed. Choose another folder with --output, or empty this one yourself."
        ])
        #expect(workshop.files() == ["index.html": Array("mine".utf8)])
        #expect(leftovers(workshop) == [])
    }

    @Test func aFileAndALinkAreNotOursEither() throws {
        let workshop = try Workshop()
        try Disk.real.write(Array("mine".utf8), workshop.output)
        #expect(workshop.build().codes == ["E503"])
        try Disk.real.remove(workshop.output)
        try Disk.real.makeFolder(workshop.root + "/precious")
        try Disk.real.write(Array("mine".utf8), workshop.root + "/precious/file")
        try FileManager.default.createSymbolicLink(atPath: workshop.output, withDestinationPath: workshop.root + "/precious")
        #expect(workshop.build().codes == ["E503"])
        #expect(Tree.paths(workshop.root + "/precious") == ["file"])
    }

    @Test func anEmptyFolderMayBeUsed() throws {
        let workshop = try Workshop()
        try Disk.real.makeFolder(workshop.output)
        #expect(workshop.build().isBuilt)
    }

    @Test(arguments: ["/Content", "/Content/site", "", "/Content/../Content/deep"]) func theOutputMayNotHoldTheSources(_ output: String) throws {
        let workshop = try Workshop()
        let before = workshop.files(in: workshop.content)
        let outcome = workshop.build(output: workshop.root + output)
        #expect(outcome.codes == ["E505"])
        #expect(outcome.messages.first?.hasSuffix("error E505: the output folder holds the sources, or lies within them → Choose a folder of its own with --output.") ?? false)
        #expect(workshop.files(in: workshop.content) == before)
    }

    // MARK: The same again

    @Test func unchangedFilesKeepTheirIdentity() throws {
        let (workshop, _) = try built()
        let before = Tree.identities(workshop.output)
        let again = workshop.build()
        #expect(again.isBuilt)
        #expect(again.changedFiles == 0)
        var after = Tree.identities(workshop.output)
        after[".moot"] = before[".moot"]
        #expect(after == before)
    }

    @Test func onlyWhatChangedIsNew() throws {
        let (workshop, _) = try built()
        let before = Tree.identities(workshop.output)
        try workshop.write("---\ntitle: About\n---\n\nGood bye.\n", to: "pages/about.md")
        #expect(workshop.build().isBuilt)
        let after = Tree.identities(workshop.output)
        let changed = before.keys.filter { before[$0] != after[$0] && !$0.hasPrefix("search/") }
        #expect(Set(changed).subtracting([".moot"]) == ["about/index.html"])
    }

    /// A file of the site that somebody spoilt is put right, and one that has no source any more goes.
    @Test func theSiteIsWhatTheSourcesSay() throws {
        let (workshop, site) = try built()
        try Disk.real.write(Array("spoilt".utf8), workshop.output + "/index.html")
        try Disk.real.write(Array("stray".utf8), workshop.output + "/stray.html")
        #expect(workshop.build().isBuilt)
        #expect(workshop.files() == site)
    }

    /// A spoilt site may share its bytes with the old one by a second name: the new bytes must not be written into the old file.
    @Test func theOldSiteIsNeverWrittenInto() throws {
        let (workshop, site) = try built()
        let kept = workshop.root + "/kept"
        try Disk.real.makeFolder(kept)
        for path in site.keys where !path.contains("/") { try Disk.real.link(workshop.output + "/" + path, kept + "/" + path) }
        try workshop.write("name: Newshire\nurl: https://testshire.example/\n", to: "site.yml")
        #expect(workshop.build().isBuilt)
        for path in Tree.paths(kept) { #expect(Tree.files(kept)[path] == site[path]) }
    }

    @Test func theSameSourcesGiveTheSameBytes() throws {
        let first = try Workshop(NeverHalfASiteTests.sources)
        let second = try Workshop(NeverHalfASiteTests.sources)
        #expect(first.build().isBuilt && second.build().isBuilt)
        #expect(first.files() == second.files())
    }

    /// The sample, read by a disk that lists every folder in another order.
    @Test func inAnyOrderOfReading() throws {
        let workshop = try Workshop()
        let straight = workshop.build(content: Repository.sample, today: "2026-11-21")
        #expect(straight.isBuilt, "\(straight.messages)")
        let site = workshop.files()
        var disk = Disk.real
        disk.entries = { folder throws(DiskError) in try Disk.real.entries(folder).reversed() }
        let reversed = workshop.build(content: Repository.sample, output: workshop.root + "/other", disk: disk, today: "2026-11-21")
        #expect(reversed.messages == straight.messages)
        let other = workshop.files(in: workshop.root + "/other")
        #expect(Set(site.keys) == Set(other.keys))
        for (path, bytes) in site where other[path] != bytes { Issue.record("\(path) is not the same") }
    }
}

/// Counts on from 1, on all threads.
private final class Counter: Sendable {
    private let count = Mutex(0)

    func next() -> Int {
        count.withLock { count in
            count += 1
            return count
        }
    }
}

extension Duration {
    var inMicroseconds: Double { Double(components.seconds) * 1e6 + Double(components.attoseconds) / 1e12 }
}
