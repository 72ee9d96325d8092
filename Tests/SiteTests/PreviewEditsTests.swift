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
            let fresh = workshop.build(today: EditedSite.today)
            isGood = fresh.isBuilt
            let said = update.diagnostics.map { "\($0.place.path):\($0.place.line) \($0.code) \($0.message)" }
            #expect(said == fresh.diagnostics.map { "\($0.place.path):\($0.place.line) \($0.code) \($0.message)" }, "edit \(number): \(edit.words)")
            #expect(update.isShown == fresh.isBuilt, "edit \(number): \(edit.words)")
            guard fresh.isBuilt, update.isShown else { continue }
            shown += 1
            let difference = try Self.difference(preview, workshop)
            #expect(difference == nil, "edit \(number): \(edit.words)")
            if difference != nil { return }
        }
        // Most edits leave a site that can be shown; else the comparison would compare nothing.
        #expect(shown > Self.edits / 2)
        // So many of them were shown by reading, linking and making anew the changed texts alone.
        #expect(narrow > Self.edits / 10)
    }

    /// The first file that is another in the preview than in the site that was built.
    private static func difference(_ preview: PreviewSite, _ workshop: Workshop) throws -> String? {
        var built = workshop.files()
        built[".moot"] = nil
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
