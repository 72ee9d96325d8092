import Diagnostics
import Model
import PublicationRecord
import Text

/// What a report has collected, to be kept.
struct ReadingNotes: Sendable {
    var diagnostics: [Diagnostic] = []
    var heads: [String: Int] = [:]
}

/// Collects what is wrong while one part of the tree is read, and the heads, by which a later reading tells whether more
/// than a text was changed. Each core has its own.
final class Report {
    private(set) var diagnostics: [Diagnostic] = []
    /// By the path of the source, a number for the text of its head.
    private(set) var heads: [String: Int] = [:]

    func add(_ problem: ReadingProblem, at location: SourceLocation, withholdsLine: Bool = false) {
        diagnostics.append(Diagnostic(problem, at: location, withholdsLine: withholdsLine))
    }

    func add(_ more: [Diagnostic]) { diagnostics += more }

    /// An anchor stands on a heading of other words than those it was published for.
    func addReworded(_ anchor: String, of page: Address, at place: (path: String, line: Int)) {
        let problem = RecordProblem.otherHeading(anchor: page.path + "#" + anchor)
        diagnostics.append(Diagnostic(problem, at: SourceLocation(place.path, line: place.line)))
    }

    func note(_ head: HeadText) { heads[head.path] = Int(bitPattern: UInt(ContentHash.value(of: Array(head.yaml.utf8)))) }

    /// Takes over what another has collected.
    func add(_ notes: ReadingNotes) {
        diagnostics += notes.diagnostics
        heads.merge(notes.heads) { $1 }
    }

    var notes: ReadingNotes { ReadingNotes(diagnostics: diagnostics, heads: heads) }
}
