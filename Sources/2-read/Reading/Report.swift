import Diagnostics
import Model
import PublicationRecord

/// Collects what is wrong while one part of the tree is read. Each core has its own.
final class Report {
    private(set) var diagnostics: [Diagnostic] = []

    func add(_ problem: ReadingProblem, at location: SourceLocation, withholdsLine: Bool = false) {
        diagnostics.append(Diagnostic(problem, at: location, withholdsLine: withholdsLine))
    }

    func add(_ more: [Diagnostic]) { diagnostics += more }

    /// An anchor stands on a heading of other words than those it was published for.
    func addReworded(_ anchor: String, of page: Address, at place: (path: String, line: Int)) {
        let problem = RecordProblem.otherHeading(anchor: page.path + "#" + anchor)
        diagnostics.append(Diagnostic(problem, at: SourceLocation(place.path, line: place.line)))
    }
}
