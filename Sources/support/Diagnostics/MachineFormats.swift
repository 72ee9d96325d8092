import Text

/// Diagnostics for other programs.
public enum MachineFormat: Sendable {
    /// A JSON array of objects with `code`, `severity`, `path`, `line`, `column`, `message`, `remedy`.
    public static func json(_ diagnostics: [Diagnostic]) -> String {
        if diagnostics.isEmpty { return "[]\n" }
        return "[\n" + diagnostics.map(object).joined(separator: ",\n") + "\n]\n"
    }

    private static func object(_ diagnostic: Diagnostic) -> String {
        let location = diagnostic.location
        return """
              {"code": \(diagnostic.code.jsonString), "severity": \(diagnostic.severity.rawValue.jsonString), "path": \(location.path.jsonString), \
            "line": \(location.line), "column": \(location.column), "message": \(diagnostic.message.jsonString), "remedy": \(diagnostic.remedy.jsonString)}
            """
    }

    /// Workflow commands, which GitHub shows at the lines of a pull request.
    public static func github(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map { diagnostic in
            let location = diagnostic.location
            var properties = "file=\(escapedProperty(location.path))"
            if location.line > 0 { properties += ",line=\(location.line)" }
            if location.column > 0 { properties += ",col=\(location.column)" }
            properties += ",title=\(diagnostic.code)"
            let command = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
            return "::\(command) \(properties)::\(escaped("\(diagnostic.message). \(diagnostic.remedy)"))\n"
        }.joined()
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    private static func escapedProperty(_ text: String) -> String {
        escaped(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}
