import Text

/// Diagnostics in the Static Analysis Results Interchange Format, which code hosts and editors read.
///
/// OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0".
public struct SARIF: Sendable {
    private let version: String
    private let explanations: [String: Explanation]
    /// The folder that addresses are relative to, with a slash at the end.
    private let root: String

    /// - Parameters:
    ///   - version: Of Moot.
    ///   - root: The folder in which the program runs.
    public init(version: String, explanations: [Explanation], root: String) {
        self.version = version
        self.explanations = Dictionary(explanations.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        self.root = root.hasSuffix("/") ? root : root + "/"
    }

    /// Sorted as they are given. The rules are those that were broken, in the order of their codes.
    public func log(of diagnostics: [Diagnostic]) -> String {
        let codes = Set(diagnostics.map(\.code)).sorted()
        let places = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
        let rules = codes.map(rule).joined(separator: ",\n")
        let results = diagnostics.map { result($0, rule: places[$0.code] ?? 0) }.joined(separator: ",\n")
        return """
            {
              "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
              "version": "2.1.0",
              "runs": [{
                "tool": {"driver": {"name": "Moot", "semanticVersion": \(version.jsonString), "rules": [
            \(rules)
                ]}},
                "results": [
            \(results)
                ]
              }]
            }

            """
    }

    private func rule(_ code: String) -> String {
        guard let about = explanations[code] else { return "      {\"id\": \(code.jsonString)}" }
        return "      {\"id\": \(code.jsonString), \"shortDescription\": \(message(about.title)), \"fullDescription\": \(message(about.meaning)), "
            + "\"help\": \(message(about.text)), \"defaultConfiguration\": {\"level\": \(level(code).jsonString)}}"
    }

    private func result(_ diagnostic: Diagnostic, rule: Int) -> String {
        let text = "\(diagnostic.message). \(diagnostic.remedy)"
        return "      {\"ruleId\": \(diagnostic.code.jsonString), \"ruleIndex\": \(rule), \"level\": \(level(diagnostic.code).jsonString), "
            + "\"message\": \(message(text)), \"locations\": [{\"physicalLocation\": {\(location(diagnostic.location))}}]}"
    }

    private func message(_ text: String) -> String { "{\"text\": \(text.jsonString)}" }

    private func level(_ code: String) -> String { code.hasPrefix("E") ? "error" : code.hasPrefix("N") ? "note" : "warning" }

    private func location(_ location: SourceLocation) -> String {
        let file = "\"artifactLocation\": {\"uri\": \(address(location.path).jsonString)}"
        guard location.line > 0 else { return file }
        return file + ", \"region\": {\"startLine\": \(location.line)}"
    }

    /// Relative to the folder in which the program runs, wherever that can be said.
    private func address(_ path: String) -> String {
        let relative = path.hasPrefix(root) ? String(path.dropFirst(root.count)) : path
        let written = relative.hasPrefix("./") ? String(relative.dropFirst(2)) : relative
        return (written.hasPrefix("/") ? "file://" : "") + written.percentEncoded
    }
}
