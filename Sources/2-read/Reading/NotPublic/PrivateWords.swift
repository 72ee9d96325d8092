import Diagnostics
import Model
import Platform
import Text
import Vocabulary

/// The words by which the authority's own texts say that something is not public (`private-words` in `site.yml`): in a language that Moot has no words of, or words that
/// only this authority uses.
struct PrivateWords: Sendable {
    private let phrases: [[String]]

    init(_ words: [String]) { phrases = words.map { ExemptWords.words(of: $0) }.filter { !$0.isEmpty } }

    /// Where Moot knows no words of a language nobody would be asked anything, so the authority must name five at least.
    static func areEnough(_ words: [String], language: String) -> Bool {
        Vocabulary.codes.contains(String(language.lowercased().prefix { $0 != "-" })) || Set(words).count > 4
    }

    // MARK: Looking

    /// Lines of published sources in which one of the words stands, as a heading, a stamp or a row of a form has it, and whose author has not said that all may read them.
    func findings(in sources: [WithheldSources.Source], disk: Disk) -> [Diagnostic] {
        if phrases.isEmpty { return [] }
        return sources.filter { $0.relative.hasSuffix(".md") }.concurrentMap { source in
            (try? disk.read(source.path)).map { findings(in: SourceLines.normalised($0), of: source) } ?? []
        }.flatMap(\.self)
    }

    private func findings(in bytes: [UInt8], of source: WithheldSources.Source) -> [Diagnostic] {
        let lines = bytes[...].lines
        if lines.first == [0x2D, 0x2D, 0x2D], lines.prefix(40).contains(where: { $0.starts(with: "classification:".utf8) }) { return [] }
        return lines.indices.compactMap { at in
            guard !source.lines.contains(where: { $0.contains(at + 1) }), lines[at].count < 200 else { return nil }
            let words = ExemptWords.words(of: String(decoding: lines[at], as: UTF8.self))
            guard words.count < 13, holdOne(words), !isAnswered(lines, at) else { return nil }
            return Diagnostic(ReadingProblem.saysPrivateWord, at: SourceLocation(source.path, line: at + 1), withholdsLine: true)
        }
    }

    private func holdOne(_ words: [String]) -> Bool { words.indices.contains { at in phrases.contains { words[at...].starts(with: $0) } } }

    /// Whether `Public: yes` stands directly below the heading that a line is, or stands under.
    private func isAnswered(_ lines: [ArraySlice<UInt8>], _ at: Int) -> Bool {
        guard let heading = lines[...at].lastIndex(where: { $0.first == UInt8(ascii: "#") }) else { return false }
        return lines[(heading + 1)...].prefix(10).prefix { $0.first != UInt8(ascii: "#") }.contains { line in
            ExemptWords.words(of: String(decoding: line.prefix(40), as: UTF8.self)) == ["public", "yes"]
        }
    }
}
