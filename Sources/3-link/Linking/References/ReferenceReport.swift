import Model

extension References {
    /// The counts and all open references, as `moot check --references` prints them.
    package var report: String {
        var lines = [ReferenceLine.header]
        for kind in ReferenceTarget.Kind.allCases {
            guard let count = counts[kind] else { continue }
            lines.append(ReferenceLine.row(kind.words, count.resolved, count.ambiguous, count.unresolved))
        }
        lines += section("Could mean several things, and so are not linked:", open.filter { !$0.candidates.isEmpty || !$0.meanings.isEmpty })
        lines += section("Lead nowhere:", open.filter { $0.candidates.isEmpty && $0.meanings.isEmpty })
        return lines.joined(separator: "\n") + "\n"
    }

    private func section(_ title: String, _ references: [OpenReference]) -> [String] {
        guard !references.isEmpty else { return [] }
        var lines = ["", title]
        for reference in references.sorted(by: { ($0.path, $0.line) < ($1.path, $1.line) }) {
            lines.append("\(reference.path):\(reference.line): “\(reference.words)”")
            lines += reference.candidates.map { "  could be /\(referenceTargets[$0].address.path)" + (referenceTargets[$0].fragment.map { "#" + $0 } ?? "") }
            lines += reference.meanings.map { "  could mean “\($0)”" }
        }
        return lines
    }
}

/// The columns of the table of counts.
private enum ReferenceLine {
    static let header = row("References", "linked", "ambiguous", "lead nowhere")

    static func row(_ kind: String, _ counts: Int...) -> String { row(kind, String(counts[0]), String(counts[1]), String(counts[2])) }

    private static func row(_ kind: String, _ first: String, _ second: String, _ third: String) -> String {
        kind + String(repeating: " ", count: max(1, 22 - kind.count)) + [first, second, third].map { pad($0, 12) }.joined()
    }

    private static func pad(_ text: String, _ width: Int) -> String { String(repeating: " ", count: max(1, width - text.count)) + text }
}

extension ReferenceTarget.Kind {
    fileprivate var words: String {
        switch self {
        case .committee: "committees"
        case .meeting: "meetings by date"
        case .minutes: "minutes by date"
        case .minute: "minutes by number"
        case .item: "items"
        case .paper: "papers, appendices"
        case .strategy: "strategies"
        case .chapter: "chapters"
        case .person: "people who moved"
        case .term: "terms"
        }
    }
}
