/// How bad it is.
public enum Severity: String, Sendable {
    /// The site is not built.
    case error
    /// The site is built; somebody should look.
    case warning
}

/// What can be wrong. Each room declares its own problems as an enum of bare cases; one file of the room words them.
///
/// Codes are `E` or `W` and three digits, and never change their meaning. Markdown has 2xx, Linking 3xx, Templates 4xx,
/// Site 5xx, Rules 6xx, Reading 1xx.
public protocol Problem: Sendable {
    /// `E101`, `W203`.
    var code: String { get }
    /// What is wrong, in the clerk's words, without a full stop.
    var message: String { get }
    /// What to do about it, as a sentence.
    var remedy: String { get }
}

extension Problem {
    /// The first letter of the code decides: `E` is an error, anything else a warning.
    public var severity: Severity { code.hasPrefix("E") ? .error : .warning }
}

/// A problem at a place, worded.
public struct Diagnostic: Hashable, Sendable {
    public let code: String
    public let severity: Severity
    public let place: Place
    public let message: String
    public let remedy: String
    /// True where the source line must not be shown, because the file is exempt and its text may reach no log.
    public let withholdsLine: Bool

    public init(_ problem: some Problem, at place: Place, withholdsLine: Bool = false) {
        code = problem.code
        severity = problem.severity
        message = problem.message
        remedy = problem.remedy
        self.place = place
        self.withholdsLine = withholdsLine
    }
}

extension Diagnostic: Comparable {
    public static func < (a: Diagnostic, b: Diagnostic) -> Bool {
        (a.place, a.code, a.message) < (b.place, b.code, b.message)
    }
}
