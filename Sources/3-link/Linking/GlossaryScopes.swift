import Diagnostics
import Model

/// A spelling has one meaning in one scope: else nobody could say what it means there.
enum GlossaryScopes {
    private struct Key: Hashable {
        let spelling: String
        let within: String?
    }

    static func doubles(in glossary: [GlossaryEntry]) -> [Diagnostic] {
        var lines: [Key: Int] = [:]
        var found: [Diagnostic] = []
        for entry in glossary {
            for spelling in Set([entry.term] + entry.also).sorted() {
                let key = Key(spelling: spelling, within: entry.within)
                if let line = lines[key] {
                    found.append(Diagnostic(LinkingProblem.twoMeanings(spelling, within: entry.within, firstLine: line), at: entry.location))
                } else {
                    lines[key] = entry.location.line
                }
            }
        }
        return found
    }
}
