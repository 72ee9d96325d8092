import Diagnostics
import Foundation
import Platform
import Model
import Preview
import Reading
import Results
import Site
import Synchronization
import Testing

/// A preview that follows hundreds of edits shows, after each of them, what a fresh build gives, byte for byte.
@Suite struct PreviewEditsTests {
    static let edits = 500
    static let seed: UInt64 = 20_270_304

    @Test(.timeLimit(.minutes(15))) func followsRandomEdits() throws {
        let workshop = try Workshop(EditedSite.sources, base: [:])
        let preview = PreviewSite(workshop.previewOptions)
        preview.update(nil)
        var editor = Editor(workshop: workshop, dice: Dice(seed: Self.seed))
        var (shown, narrow) = (0, 0)
        var isGood = true
        var build = CachedBuild(workshop: workshop)
        for number in 1...Self.edits {
            let edit = try editor.next(isGood: isGood)
            preview.update(edit.paths)
            let update = preview.advise()
            narrow += update.isNarrow && update.isShown ? 1 : 0
            let fresh = PreviewSite(workshop.previewOptions)
            fresh.update(nil)
            let wanted = fresh.advise()
            isGood = wanted.isShown
            #expect(update.diagnostics == wanted.diagnostics, "edit \(number): \(edit.words)")
            #expect(update.isShown == wanted.isShown, "edit \(number): \(edit.words)")
            guard wanted.isShown, update.isShown else { continue }
            shown += 1
            let made = try Self.files(fresh)
            var difference = try Self.difference(preview, made) ?? build.difference(from: made)
            // Whether a preview that was just begun gives what a build writes is asked now and then.
            if difference == nil, shown % 20 == 1 { difference = try Self.difference(preview, built(workshop, update)) }
            #expect(difference == nil, "edit \(number): \(edit.words)")
            if difference != nil { return }
        }
        // Most edits leave a site that can be shown; else the comparison would compare nothing.
        #expect(shown > Self.edits / 2)
        // So many of them were shown by reading, linking and making anew the changed texts alone.
        #expect(narrow > Self.edits / 5)
        print("Of \(Self.edits) edits \(shown) left a site to show, \(narrow) of them changed no more than texts.")
    }

    @Test(.timeLimit(.minutes(5))) func saysWhichPromisedPlacesAHeadingTookAway() throws {
        let workshop = try Workshop(EditedSite.sources, base: [:])
        #expect(workshop.build(today: EditedSite.today, publishing: true).isBuilt)
        let preview = PreviewSite(workshop.previewOptions)
        preview.update(nil)
        #expect(preview.advise().diagnostics.allSatisfy { $0.severity != .error })
        let path = "committees/board/2026-03-05/spring-report.md"
        let text = String(decoding: try Disk.real.read(workshop.content + "/" + path), as: UTF8.self)
        try workshop.write(text.replacing("## 2. Costs", with: "Costs"), to: path)
        let update = preview.update([workshop.content + "/" + path])
        #expect(update.isNarrow)
        let outcome = workshop.build(today: EditedSite.today)
        #expect(!outcome.isBuilt)
        #expect(preview.advise().diagnostics == outcome.diagnostics)
        try workshop.write(text, to: path)
        preview.update([workshop.content + "/" + path])
        #expect(preview.advise().diagnostics.allSatisfy { $0.severity != .error })
    }

    @Test func beginsWithWhatABuildKeptAndLeavesItAsItIs() throws {
        let workshop = try Workshop(EditedSite.sources, base: [:])
        let kept = workshop.root + "/kept"
        let results = SiteResults(nil, ground: 1, folder: kept)
        #expect(workshop.build(today: EditedSite.today, keeping: results).isBuilt)
        let path = "committees/board/2026-03-05/spring-report.md"
        let text = String(decoding: try Disk.real.read(workshop.content + "/" + path), as: UTF8.self)
        try workshop.write(text.replacing("2027 | 6", with: "2027 | 66"), to: path)
        let texts = SiteResults.texts(in: kept)
        let damaged = try #require(try Disk.real.entries(texts).first?.name)
        try Disk.real.write(Disk.real.read(texts + "/" + damaged).dropLast(), texts + "/" + damaged)
        let before = try Self.contents(of: kept)
        var options = workshop.previewOptions
        let found = Mutex(0)
        options.texts = TextStore(texts, ground: 1, isKept: false) { found.withLock { $0 += 1 } }
        let preview = PreviewSite(options)
        preview.update(nil)
        preview.advise()
        let fresh = PreviewSite(workshop.previewOptions)
        fresh.update(nil)
        #expect(fresh.advise().diagnostics == preview.current.diagnostics)
        #expect(try Self.difference(preview, Self.files(fresh)) == nil)
        #expect(try Self.contents(of: kept) == before)
        #expect(found.withLock { $0 } == 1)
    }

    private static func contents(of folder: String) throws -> [String: [UInt8]] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
        return Dictionary(uniqueKeysWithValues: names.map { ($0, (try? Disk.real.read(folder + "/" + $0)) ?? []) })
    }

    @Test func linksOutOfTheStaticFilesAreRefused() throws {
        let workshop = try Workshop()
        let statics = workshop.root + "/Public"
        try Disk.real.makeFolder(statics)
        try workshop.write("Not to be seen.", to: "committees/board/2026-01-22/exempt/secret.md")
        try FileManager.default.createSymbolicLink(atPath: statics + "/plan.txt", withDestinationPath: workshop.content + "/committees/board/2026-01-22/exempt/secret.md")
        var options = workshop.previewOptions
        options.statics = statics
        let preview = PreviewSite(options)
        let update = preview.update(nil)
        #expect(update.diagnostics.map(\.code) == ["E509"])
        #expect(!update.isShown)
        #expect(try preview.file("plan.txt") == nil)
    }

    @Test func saysWhatWasEditedAndWhereItStands() throws {
        let workshop = try Workshop(EditedSite.sources, base: [:])
        let preview = PreviewSite(workshop.previewOptions)
        preview.update(nil)
        let (page, path) = ("committees/board/2026-03-05/spring-report/", "committees/board/2026-03-05/spring-report.md")
        let text = String(decoding: try Disk.real.read(workshop.content + "/" + path), as: UTF8.self)
        try workshop.write(text.replacing("2027 | 6", with: "2027 | 66"), to: path)
        let update = preview.update([workshop.content + "/" + path])
        #expect(update.edited == [PreviewSite.EditedPage(address: page, title: "Spring report on the plan", anchor: "section-2")])
        let costs = try #require(preview.places(on: page).first { $0.anchor == "section-2" })
        #expect(costs.path == workshop.content + "/" + path)
        #expect(text.components(separatedBy: "\n")[costs.line - 1] == "## 2. Costs")
        #expect(preview.notices(on: "committees/board/2026-03-05/minutes/") == [.draft])
        #expect(preview.notices(on: "committees/board/2026-06-18/") == [.papersToFollow(1), .notPublished])
        #expect(preview.notices(on: "committees/board/2026-01-22/") == [])
        #expect(try preview.file("committees/cabinet/2026-02-10/exempt/land/")?.isFound == false)
    }

    /// A build after every edit, which takes over from the one before what has not changed.
    private struct CachedBuild {
        let workshop: Workshop
        private var last: KeptResults?

        init(workshop: Workshop) { self.workshop = workshop }

        /// The first file that is another than in a site that was made at once.
        mutating func difference(from made: [String: [UInt8]]) -> String? {
            let output = workshop.root + "/cached"
            let results = SiteResults(last, ground: 1, folder: workshop.root + "/kept")
            let outcome = workshop.build(output: output, today: EditedSite.today, keeping: results)
            guard outcome.isBuilt else { return "the cached build failed: \(outcome.messages)" }
            // As from the disk.
            last = KeptResults(results.book.results.bytes)
            var files = workshop.files(in: output)
            files[".moot"] = nil
            if let name = Set(files.keys).symmetricDifference(made.keys).min() { return "\(name) is only in the \(made[name] == nil ? "cached build" : "fresh one")" }
            return made.keys.sorted().first { files[$0] != made[$0] }.map { "\($0): \(PreviewEditsTests.firstDifference(files[$0]!, made[$0]!))" }
        }
    }

    private func built(_ workshop: Workshop, _ update: PreviewSite.Update) -> [String: [UInt8]] {
        let outcome = workshop.build(today: EditedSite.today)
        #expect(outcome.isBuilt)
        #expect(outcome.diagnostics == update.diagnostics)
        var files = workshop.files()
        files[".moot"] = nil
        return files
    }

    private static func files(_ site: PreviewSite) throws -> [String: [UInt8]] {
        Dictionary(uniqueKeysWithValues: try site.paths().map { ($0, try site.file($0)?.bytes ?? []) })
    }

    /// The first file that is another in the preview than in a site that was made at once.
    private static func difference(_ preview: PreviewSite, _ built: [String: [UInt8]]) throws -> String? {
        let paths = Set(try preview.paths())
        let names = paths.symmetricDifference(built.keys)
        if let name = names.min() { return "\(name) is only in the \(built[name] == nil ? "preview" : "build")" }
        for path in paths.sorted() {
            let own = try preview.file(path)?.bytes ?? []
            if own != built[path] { return "\(path): \(firstDifference(own, built[path]!))" }
        }
        return nil
    }

    private static func firstDifference(_ own: [UInt8], _ built: [UInt8]) -> String {
        let at = zip(own, built).prefix { $0 == $1 }.count
        let part = { (bytes: [UInt8]) in String(decoding: bytes[max(0, at - 80)..<min(bytes.count, at + 120)], as: UTF8.self) }
        return "preview …\(part(own))… build …\(part(built))…"
    }
}

extension Workshop {
    var previewOptions: PreviewSite.Options {
        PreviewSite.Options(
            content: content, templates: Repository.templates, statics: Repository.statics, baseURL: "https://testshire.example/",
            today: { _ in Day(iso: EditedSite.today)! })
    }
}

/// The same numbers for the same seed (Sebastiano Vigna's SplitMix64).
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
