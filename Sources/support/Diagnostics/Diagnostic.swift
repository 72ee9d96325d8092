/// How bad it is.
public enum Severity: String, Sendable, Codable {
    /// The site is not built.
    case error
    /// The site is built; somebody should look.
    case warning
    /// The site is built, and builds do not speak of it; a check does.
    case note
}

/// What can be wrong. Each room declares its own problems as an enum of bare cases; one file of the room words them.
///
/// Codes are `E`, `W` or `N` and three digits, and never change their meaning. Reading has 1xx, Markdown 2xx, Linking 3xx (and Publication, of `redirects.yml`),
/// Templates 4xx, Site 50x and 51x, Printing 52x, Look 53x, Disclosure 56x, Rules 6xx, Publication 7xx, Writing 8xx, PreviewServer 9xx. Each has an `Explanation`, in the same room.
public protocol Problem: Sendable {
    /// `E101`, `W203`.
    var code: String { get }
    /// What is wrong, in the clerk's words, without a full stop.
    var message: String { get }
    /// What to do about it, as a sentence.
    var remedy: String { get }
}

extension Problem {
    /// The first letter of the code decides: `E` is an error, `N` a note, anything else a warning.
    public var severity: Severity { code.hasPrefix("E") ? .error : code.hasPrefix("N") ? .note : .warning }
}

/// A problem at a place, worded.
public struct Diagnostic: Hashable, Sendable, Codable {
    public let code: String
    public let severity: Severity
    public let location: SourceLocation
    public let message: String
    public let remedy: String
    /// True where the source line must not be shown, because the file is exempt and its text may reach no log.
    public let withholdsLine: Bool

    public init(_ problem: some Problem, at location: SourceLocation, withholdsLine: Bool = false) {
        code = problem.code
        severity = problem.severity
        message = problem.message
        remedy = problem.remedy
        self.location = location
        self.withholdsLine = withholdsLine
    }

    /// One that was worded before, and kept.
    package init(code: String, message: String, remedy: String, at location: SourceLocation, withholdsLine: Bool) {
        self.init(Kept(code: code, message: message, remedy: remedy), at: location, withholdsLine: withholdsLine)
    }

    /// The same, told without its line.
    package var withholdingLine: Diagnostic { Diagnostic(code: code, message: message, remedy: remedy, at: location, withholdsLine: true) }

    /// The same, told of a folder and the position of a source in it, in place of its name and line.
    package func hidingName(in folder: String, position: Int) -> Diagnostic {
        Diagnostic(code: code, message: "source \(position) of this folder: \(message)", remedy: remedy, at: SourceLocation(folder), withholdsLine: true)
    }

    private struct Kept: Problem {
        let code, message, remedy: String
    }
}

extension Severity: Comparable {
    /// The worst first.
    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .error: 0
        case .warning: 1
        case .note: 2
        }
    }
}

extension Diagnostic: Comparable {
    public static func < (a: Diagnostic, b: Diagnostic) -> Bool {
        (a.location, a.code, a.message) < (b.location, b.code, b.message)
    }
}
