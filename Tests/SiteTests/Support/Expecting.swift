import Testing

/// Compares messages as whole lists, and shows both where they differ.
func expect(_ messages: [String], are expected: [String], at location: SourceLocation = #_sourceLocation) {
    guard messages != expected else { return }
    let missing = expected.filter { !messages.contains($0) }.map { "missing:    \($0)" }
    let surplus = messages.filter { !expected.contains($0) }.map { "unexpected: \($0)" }
    let lines = missing.isEmpty && surplus.isEmpty ? ["in another order:"] + messages : missing + surplus
    Issue.record(Comment(rawValue: lines.joined(separator: "\n")), sourceLocation: location)
}
