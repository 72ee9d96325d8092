import Diagnostics

/// Collects what is wrong while one part of the tree is read. Each core has its own.
final class Report {
    private(set) var diagnostics: [Diagnostic] = []

    func add(_ problem: ReadingProblem, at place: Place, withholdsLine: Bool = false) {
        diagnostics.append(Diagnostic(problem, at: place, withholdsLine: withholdsLine))
    }

    func add(_ more: [Diagnostic]) { diagnostics += more }
}
