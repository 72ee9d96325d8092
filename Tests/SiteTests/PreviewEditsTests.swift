import Diagnostics
import Foundation
import Machine
import Packs
import Preview
import Testing

/// A preview that follows hundreds of edits shows, after each of them, what a fresh build gives, byte for byte.
@Suite struct PreviewEditsTests {
    static let edits = 500
    static let seed: UInt64 = 20_270_304

    @Test func followsRandomEdits() throws {
        let workshop = try Workshop(EditedSite.sources, base: [:])
        let preview = PreviewSite(workshop.previewOptions)
        preview.update(nil)
        var editor = Editor(workshop: workshop, dice: Dice(seed: Self.seed))
        var (shown, narrow) = (0, 0)
        var isGood = true
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
            var difference = try Self.difference(preview, try Self.files(fresh))
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
